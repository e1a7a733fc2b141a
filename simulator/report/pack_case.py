"""One case as it goes on paper: numbers of its cards, pictures, and what both parts of a pack read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ledger.text import Text
from simulator.interview.state import begin, offered
from simulator.report.pack_guard import GuardWords
from simulator.scenario.interview import Question
from simulator.scenario.model import Scenario
from simulator.session.scan import ScanSeen


@dataclass(frozen=True, slots=True)
class PackPicture:
    """A picture as JPEG. `page` is a document's key, `KEY.inner`, or `bearer`; `view` is visible, uv, ir or loupe;
    `region` is what lies under the loupe.
    """

    page: str
    view: str
    region: str
    jpeg: bytes


@dataclass(frozen=True)
class PackCase:
    """One dealt case. `scans` are the engine's answers: first, again, informed."""

    number: int
    scenario: Scenario
    scans: tuple[ScanSeen, ScanSeen, ScanSeen]
    pictures: tuple[PackPicture, ...]

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Card number by question, from 1: those that can be asked at once come first, whatever the file's order."""
        return {each.key: number for number, each in enumerate([*self.first_cards, *self.later_cards], 1)}

    @cached_property
    def first_cards(self) -> tuple[Question, ...]:
        """What can be asked from the beginning."""
        return tuple(offered(self.scenario, begin(self.scenario)))

    @cached_property
    def later_cards(self) -> tuple[Question, ...]:
        """What can be asked only once something has happened: its words may tell an answer, so they are kept back."""
        first = {each.key for each in self.first_cards}
        return tuple(each for each in self.scenario.questions if each.key not in first)

    @property
    def guards(self) -> GuardWords:
        """Conditions in words."""
        findings: dict[str, Text] = {each.key: each.text.text for each in self.scenario.indicators}
        return GuardWords(self.numbers, findings)
