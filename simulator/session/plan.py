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


class Dealing(Enum):
    """Everybody has the cases in one order, or each desk the next one that tells most about them."""

    ORDER = "order"
    ADAPTIVE = "adaptive"


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in the order. Two case keys are a matched pair, dealt to desks in turn; none in adaptive sessions.

    `advice` WRONG degrades the engine's advice on purpose; `link` and `list_age_h` None keep the scenario's own.
    """

    cases: tuple[str, ...]
    form: Form = Form.PRACTICE
    advice: Advice = Advice.TRUE
    link: Link | None = None
    list_age_h: int | None = None
    swapped: str = ""  # what differs between the two of a pair, for the record

    def __post_init__(self) -> None:
        if len(self.cases) > 2:
            raise invalid_field("slots.cases", "one case, or the two of a matched pair")


@dataclass(frozen=True, slots=True)
class Plan:
    """One session. `salt` turns trainee ids into pseudonyms for other systems; it is made at random.

    `trainer` is who opened it, a service number or account name; '' in files from before, where any trainer steers.
    A rehearsal is played by its trainer alone: nobody joins, and nothing of it is counted.
    In an adaptive session each desk gets its cases out of `pool`, a share of `prevalence` (0.02…0.5) signals.
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
    dealing: Dealing = Dealing.ORDER
    pool: tuple[str, ...] = ()
    prevalence: float = 0.5

    def __post_init__(self) -> None:
        if not 1 <= len(self.slots) <= MOST_SLOTS:
            raise invalid_field("slots", f"1 to {MOST_SLOTS} cases")
        if self.dealing is Dealing.ADAPTIVE:
            self._check_adaptive()
        elif not all(slot.cases for slot in self.slots):
            raise invalid_field("slots.cases", "one case, or the two of a matched pair")
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

    def _check_adaptive(self) -> None:
        """Raises LintasError naming what does not go together."""
        if self.pace is not Pace.SELF:
            raise invalid_field("pace", "each desk has its own cases in an adaptive session; choose pace self")
        if any(slot.cases for slot in self.slots):
            raise invalid_field("slots.cases", "an adaptive session deals out of its pool")
        if len(set(self.pool)) < len(self.pool):
            raise invalid_field("pool", "a case stands there twice")
        if len(self.pool) < len(self.slots):
            raise invalid_field("deal_count", f"at most {len(self.pool)}: as many as there are cases to deal from")
