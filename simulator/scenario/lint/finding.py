"""What a rule found, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from simulator.scenario.source import Place, Source, dotted


class Level(Enum):
    """An ERROR must be mended before the exercise is played; a WARNING wants a second look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: the rule's stable name, the place in the file, and what to do about it."""

    rule: str
    place: Place
    text: str
    level: Level = Level.ERROR

    def line(self, source: Source) -> str:
        """`file:line:column: level: place: text (rule)`, as editors understand it."""
        return f"{source.where(self.place)}: {self.level.value}: {dotted(self.place)}: {self.text} ({self.rule})"
