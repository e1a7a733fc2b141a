"""The call to a child's parents: reached or not, on a number found how, and whether the consent paper was seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from ledger.actor import Actor


class Answer(Enum):
    """Yes, no, or it could not be found out."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class NumberSource(Enum):
    """Where the number came from. What somebody at the booth gave is no independent number."""

    POPULATION_REGISTER = "population_register"
    PASSPORT_APPLICATION = "passport_application"
    SCHOOL_OR_OFFICE = "school_or_office"
    CONSULATE = "consulate"
    PUBLIC_DIRECTORY = "public_directory"
    GIVEN_BY_CHILD = "given_by_child"
    GIVEN_BY_COMPANION = "given_by_companion"
    ON_CONSENT_PAPER = "on_consent_paper"

    @property
    def is_independent(self) -> bool:
        """Found by the officer, not handed over."""
        return self not in {
            NumberSource.GIVEN_BY_CHILD,
            NumberSource.GIVEN_BY_COMPANION,
            NumberSource.ON_CONSENT_PAPER,
        }


class ConsentPaper(Enum):
    """What was shown in writing."""

    VERIFIED = "verified"
    SEEN = "seen"  # shown, and could not be verified
    MISSING = "missing"
    UNKNOWN = "unknown"


SETTLED_BY_CALL = "CTR-04"


@dataclass(frozen=True, slots=True)
class CallBack:
    """One attempt. The number itself is not kept: where it was found is what counts."""

    record_id: str
    created_at: datetime
    actor: Actor
    case_id: str
    called_at: datetime
    parent_reached: Answer
    confirms_journey: Answer
    consent_paper: ConsentPaper
    number_source: NumberSource | None = None
    note: str = ""
    version: int = 1

    @property
    def name(self) -> str:
        """Resource name."""
        return f"callBacks/{self.record_id}"

    @property
    def is_settling(self) -> bool:
        """A parent reached on an independently found number confirmed the journey: CTR-04 may be entered."""
        is_independent = self.number_source is not None and self.number_source.is_independent
        return is_independent and self.parent_reached is Answer.YES and self.confirms_journey is Answer.YES

    @property
    def is_alarming(self) -> bool:
        """A parent who was reached does not know of the journey, whatever the number."""
        return self.parent_reached is Answer.YES and self.confirms_journey is Answer.NO

    @property
    def state_code(self) -> str:
        """For lists."""
        return "settling" if self.is_settling else "alarming" if self.is_alarming else "open"
