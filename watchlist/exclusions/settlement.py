"""One decision that a traveller is not a listed person: recorded, agreed to by a second person, reviewed, withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from ledger.actor import Actor
from ledger.errors import Fault, FieldFault, LintasError
from watchlist.search.exclusions import Exclusion


class SettlementState(Enum):
    """Where it stands at one instant. Only IN_FORCE speaks in searches."""

    WAITING = "waiting"  # for a second person
    IN_FORCE = "in_force"
    DUE = "due"  # run out: somebody should look whether it is still needed
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Settlement:
    """The exclusion with who stands for it. `case_name` is where the two were held against each other."""

    settlement_id: str
    exclusion: Exclusion
    recorded_by: Actor
    recorded_at: datetime
    case_name: str = ""
    confirmed_by: Actor | None = None
    confirmed_at: datetime | None = None
    withdrawn_by: Actor | None = None
    withdrawn_at: datetime | None = None
    withdrawal_reason: str = ""
    version: int = 1

    @property
    def name(self) -> str:
        """The resource name."""
        return f"exclusions/{self.settlement_id}"

    @property
    def etag(self) -> str:
        """Changes with every change."""
        return str(self.version)

    def state_at(self, instant: datetime) -> SettlementState:
        """By the clock; running out needs no job to run."""
        if self.withdrawn_at is not None:
            return SettlementState.WITHDRAWN
        if self.confirmed_by is None:
            return SettlementState.WAITING
        return SettlementState.IN_FORCE if instant < self.exclusion.expires_at else SettlementState.DUE

    def confirmed(self, by: Actor, now: datetime) -> Settlement:
        """Agreed to. Raises LintasError SETTLEMENT_CLOSED, OWN_DECISION."""
        if self.state_at(now) is not SettlementState.WAITING:
            raise settlement_error("SETTLEMENT_CLOSED", "name", "does not wait for a second person", Fault.PRECONDITION)
        if by.is_same_person(self.recorded_by):
            raise settlement_error("OWN_DECISION", "name", "a second person must agree", Fault.FORBIDDEN)
        return replace(self, confirmed_by=by, confirmed_at=now, version=self.version + 1)

    def withdrawn(self, by: Actor, reason: str, now: datetime) -> Settlement:
        """Taken back: searches show the hit again at once, so one person is enough. Raises SETTLEMENT_CLOSED."""
        if self.withdrawn_at is not None:
            raise settlement_error("SETTLEMENT_CLOSED", "name", "withdrawn already", Fault.PRECONDITION)
        if not reason.strip():
            raise settlement_error("REASON_MISSING", "reason", "say why", Fault.INVALID)
        return replace(self, withdrawn_by=by, withdrawn_at=now, withdrawal_reason=reason, version=self.version + 1)


def settlement_error(reason: str, field: str, description: str, fault: Fault) -> LintasError:
    """A fault of a decision that somebody is another person."""
    return LintasError(fault, reason, f"{field}: {description}", fields=(FieldFault(field, description),))
