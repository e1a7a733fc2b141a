"""What is to be printed for a day without electricity."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from simulator.report.voice import Voice

MOST_CASES: Final = 100


class PackPart(Enum):
    """For whom: CLASS is handed out and holds no answers, KEY is for the trainer alone, ALL is one after the other."""

    CLASS = "class"
    KEY = "key"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class PackOrder:
    """The cases of a session, or scenarios by key as written; one of the two."""

    session_id: str = ""
    scenarios: tuple[str, ...] = ()
    voice: Voice = Voice.BOTH
    part: PackPart = PackPart.ALL
