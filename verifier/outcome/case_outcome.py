"""What came of one case, told by whoever learnt it: after secondary inspection, or later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from ledger.actor import Actor
from verifier.referral.terms import DecisionMaker, TraffickingStatus


class Stage(Enum):
    """SECONDARY: at the post. LATER: confirmed or refuted by those who went on with it."""

    SECONDARY = "secondary"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class CaseOutcome:
    """One piece of feedback; of several on one case the last recorded counts.

    `cues` are indicators that secondary inspection found and the booth had not entered. `minutes` is how long the
    person was kept, for false referrals cost people's time.
    """

    record_id: str
    created_at: datetime
    actor: Actor
    case_id: str
    stage: Stage
    status: TraffickingStatus
    decided_by: DecisionMaker | None = None
    cues: tuple[str, ...] = ()
    counter_cues: tuple[str, ...] = ()
    minutes: int | None = None
    note: str = ""
    version: int = 1

    @property
    def name(self) -> str:
        """Resource name."""
        return f"outcomes/{self.record_id}"

    @property
    def state_code(self) -> str:
        """For lists and counts."""
        return self.status.value


def minutes_by_status(outcomes: Iterable[CaseOutcome]) -> dict[str, tuple[int, ...]]:
    """How long people were kept, in minutes, ascending, by what came of it; those that do not say are left out."""
    found: dict[str, list[int]] = {}
    for each in outcomes:
        if each.minutes is not None:
            found.setdefault(each.status.value, []).append(each.minutes)
    return {status: tuple(sorted(minutes)) for status, minutes in found.items()}
