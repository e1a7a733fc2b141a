"""What a trainer sets up: which cases in which order, for whom, under which conditions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from ledger.errors import invalid_field
from simulator.grading.model import Form
from simulator.scenario.model import Link
from simulator.session.scan import Advice

MOST_SLOTS: Final = 200


class Mode(Enum):
    """One trainee a desk, or a primary and a secondary together."""

    SOLO = "solo"
    TWO_SEAT = "two_seat"


class Pace(Enum):
    """The trainer opens each case for all, or everybody goes on when they have decided."""

    TRAINER = "trainer"
    SELF = "self"


class Feedback(Enum):
    """When a trainee sees the debrief of a case: at once, or when the session is closed."""

    CASE = "case"
    END = "end"


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in the order. Two case keys are a matched pair, dealt to desks in turn.

    `advice` WRONG degrades the engine's advice on purpose; `link` and `list_age_h` None keep the scenario's own.
    """

    cases: tuple[str, ...]
    form: Form = Form.PRACTICE
    advice: Advice = Advice.TRUE
    link: Link | None = None
    list_age_h: int | None = None
    swapped: str = ""  # what differs between the two of a pair, for the record

    def __post_init__(self) -> None:
        if len(self.cases) not in {1, 2}:
            raise invalid_field("slots.cases", "one case, or the two of a matched pair")


@dataclass(frozen=True, slots=True)
class Plan:
    """One session. `salt` turns trainee ids into pseudonyms for other systems; it is made at random.

    `trainer` is who opened it, a service number or account name; '' in files from before, where any trainer steers.
    A rehearsal is played by its trainer alone: nobody joins, and nothing of it is counted.
    """

    session_id: str
    title: str
    opened_on: date
    salt: str
    slots: tuple[Slot, ...]
    mode: Mode = Mode.SOLO
    pace: Pace = Pace.SELF
    feedback: Feedback = Feedback.CASE
    seed: int = 1
    trainer: str = ""
    is_rehearsal: bool = False

    def __post_init__(self) -> None:
        if not 1 <= len(self.slots) <= MOST_SLOTS:
            raise invalid_field("slots", f"1 to {MOST_SLOTS} cases")
        dealt: set[tuple[str, Form]] = set()
        for index, slot in enumerate(self.slots):
            for case in slot.cases:
                if (case, slot.form) in dealt:
                    text = "this case comes twice in one form; take another variant or form"
                    raise invalid_field(f"slots[{index}].cases", text)
                dealt.add((case, slot.form))

    def slot(self, place: int) -> Slot:
        """Raises LintasError for a place that the order does not have."""
        if not 0 <= place < len(self.slots):
            raise invalid_field("slot", "no such place in the order")
        return self.slots[place]
