"""One tip: what somebody told a hotline or an officer, and what a person made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Final

from ledger.actor import Actor
from ledger.errors import invalid_field

_PROPOSAL: Final = re.compile(r"proposals/[A-Za-z0-9-]{1,64}")
_TIP: Final = re.compile(r"tips/[A-Za-z0-9-]{1,64}")


class TipChannel(Enum):
    """How it came."""

    HOTLINE = "hotline"
    IN_PERSON = "in_person"
    WRITTEN = "written"
    PARTNER = "partner"  # another authority, a carrier, an organisation
    ONLINE = "online"


class TipKind(Enum):
    """What it is about."""

    PERSON_AT_RISK = "person_at_risk"
    RECRUITER = "recruiter"
    DOCUMENT = "document"
    PLACE_OR_ROUTE = "place_or_route"
    OTHER = "other"


class TipState(Enum):
    """NEW until a person triaged it."""

    NEW = "new"
    ACTED_ON = "acted_on"  # somebody at a post was told
    PASSED_ON = "passed_on"  # to a service of the directory
    PROPOSED = "proposed"  # became a proposal, on which supervisors decide
    NO_ACTION = "no_action"
    DUPLICATE = "duplicate"


class Priority(Enum):
    """How soon somebody must look."""

    IMMEDIATE = "immediate"
    SOON = "soon"
    ROUTINE = "routine"


@dataclass(frozen=True, slots=True)
class Triage:
    """What a person made of it. `reference` is a proposal, another tip, or a service, as the state needs."""

    state: TipState
    priority: Priority
    actor: Actor
    triaged_at: datetime
    reference: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tip:
    """Hearsay until triaged: it names nobody to any list, and no indicator reads it.

    `text` and `contact` may hold personal data and stand in the personal table only. `travel_on` and `route` are
    what the teller said of a journey to come.
    """

    record_id: str
    created_at: datetime
    actor: Actor
    channel: TipChannel
    kind: TipKind
    text: str
    is_anonymous: bool = True
    contact: str = ""
    travel_on: date | None = None
    route: str = ""
    case_id: str = ""
    triages: tuple[Triage, ...] = ()
    version: int = 1

    @property
    def name(self) -> str:
        """Resource name."""
        return f"tips/{self.record_id}"

    @property
    def state(self) -> TipState:
        """What the last triage said."""
        return self.triages[-1].state if self.triages else TipState.NEW

    @property
    def state_code(self) -> str:
        """For lists."""
        return self.state.value

    def triaged(self, triage: Triage) -> Tip:
        """With one triage more; earlier ones stay on record.

        Raises LintasError (INVALID_FIELD): back to NEW; PROPOSED without `proposals/ID`; DUPLICATE without another
        tip; PASSED_ON without a service; a reference where none belongs.
        """
        if triage.state is TipState.NEW:
            raise invalid_field("state", "a tip that was triaged is not new again")
        _check_reference(triage, own_name=self.name)
        return replace(self, triages=(*self.triages, triage), version=self.version + 1)


def _check_reference(triage: Triage, *, own_name: str) -> None:
    reference = triage.reference
    if triage.state is TipState.PROPOSED and not _PROPOSAL.fullmatch(reference):
        raise invalid_field("reference", "PROPOSED needs the proposal, proposals/ID; supervisors decide on it")
    if triage.state is TipState.DUPLICATE and (not _TIP.fullmatch(reference) or reference == own_name):
        raise invalid_field("reference", "DUPLICATE needs the other tip, tips/ID")
    if triage.state is TipState.PASSED_ON and not reference:
        raise invalid_field("reference", "PASSED_ON needs the service, services/ID")
    if triage.state in {TipState.ACTED_ON, TipState.NO_ACTION} and reference:
        raise invalid_field("reference", f"{triage.state.value} has none")
