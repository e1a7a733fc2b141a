"""How long records of protection name anybody: masked first, erased later, each ordered by one person and another.

Source: UU PDP 27/2022 art. 16(2)(g) and 43 to 45 (erasure once the purpose is served), art. 8 (on the person's own
request).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Final, TypeVar

from dateutil.relativedelta import relativedelta

from ledger.actor import Actor
from ledger.errors import Fault, FieldFault, LintasError
from verifier.leads.kept_lead import KeptLead
from verifier.outcome.case_outcome import CaseOutcome
from verifier.referral.call_back import CallBack
from verifier.referral.referral import Referral
from verifier.tips.tip import Tip

R = TypeVar("R", CallBack, Referral, CaseOutcome, Tip, KeptLead)
MASKED: Final = "[masked]"


class Step(Enum):
    """MASK takes free text, contacts and evidence out; ERASE leaves a row of codes that leads to no case."""

    MASK = "mask"
    ERASE = "erase"


class OrderState(Enum):
    """PENDING until another person decides, or whoever proposed it takes it back."""

    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Months:
    """After how many months a record may be masked, and erased."""

    mask: int
    erase: int

    def of(self, step: Step) -> int:
        """For one step."""
        return self.mask if step is Step.MASK else self.erase


# by collection; cues are codes already, so they are only erased
PERIODS: Final[Mapping[str, Months]] = {
    "tips": Months(12, 24),
    "callBacks": Months(24, 60),
    "outcomes": Months(24, 60),
    "referrals": Months(24, 60),
    "cues": Months(24, 60),
    "leads": Months(12, 24),
}


@dataclass(frozen=True, slots=True)
class Held:
    """A record that can be masked or erased: its name, its state, and since when it is kept."""

    name: str
    version: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class RetentionOrder:
    """What one person asks for, and another decides. `request_reference` is the file of the person's own request."""

    record_id: str
    created_at: datetime
    actor: Actor
    step: Step
    targets: tuple[Held, ...]
    reason: str
    request_reference: str = ""
    state: OrderState = OrderState.PENDING
    decided_by: Actor | None = None
    decided_at: datetime | None = None
    version: int = 1

    @property
    def name(self) -> str:
        """Resource name."""
        return f"retentions/{self.record_id}"

    @property
    def case_id(self) -> str:
        """It belongs to no case: what it is about is in its targets."""
        return ""

    @property
    def state_code(self) -> str:
        """For lists."""
        return self.state.value

    def decided(self, state: OrderState, actor: Actor, at: datetime) -> RetentionOrder:
        """With its decision. Raises LintasError RETENTION_DECIDED, SECOND_PERSON_IS_FIRST, SECOND_PERSON_IS_OTHER."""
        if self.state is not OrderState.PENDING:
            raise _refused("RETENTION_DECIDED", "this order is decided already")
        is_own = actor.officer_id.casefold() == self.actor.officer_id.casefold()
        if state is OrderState.WITHDRAWN and not is_own:
            raise _refused("SECOND_PERSON_IS_OTHER", "only who proposed it can withdraw it; reject it instead")
        if state is not OrderState.WITHDRAWN and is_own:
            description = "somebody else decides; whoever proposed it can only withdraw it"
            raise _refused("SECOND_PERSON_IS_FIRST", description, Fault.FORBIDDEN)
        return replace(self, state=state, decided_by=actor, decided_at=at, version=self.version + 1)


def is_over(held: Held, step: Step, now: datetime) -> bool:
    """Whether the record's time for that step has passed; months are calendar months."""
    months = PERIODS[held.name.partition("/")[0]].of(step)
    return held.created_at + relativedelta(months=months) <= now


def masked(record: R) -> R:
    """Without what could tell of a person: free text, contacts, references of others, links to crossings."""
    match record:
        case CallBack() | CaseOutcome():
            return replace(record, note="")
        case Referral():
            receipt = replace(record.receipt, their_reference="") if record.receipt else None
            return replace(record, note="", receipt=receipt)
        case Tip():
            triages = tuple(replace(each, note="") for each in record.triages)
            return replace(record, text=MASKED, contact="", route="", travel_on=None, triages=triages)
        case KeptLead():
            decisions = tuple(replace(each, reason="") for each in record.decisions)
            return replace(
                record, found=replace(record.found, subject=MASKED, crossings=(), allowed=None), decisions=decisions
            )


def _refused(reason: str, description: str, fault: Fault = Fault.PRECONDITION) -> LintasError:
    field = FieldFault("decision", description)
    return LintasError(fault, reason, f"decision: {description}", fields=(field,))
