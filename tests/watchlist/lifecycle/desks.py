"""A supervisors' desk over each store, with a clock that tests set."""

from __future__ import annotations

import itertools
import uuid
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from ledger.actor import Actor, Role
from ledger.request_key import RequestKey
from ledger.store import Ledger
from watchlist.entry import (
    Action,
    Category,
    DocumentKey,
    Entry,
    EntryKind,
    ListedName,
    Sex,
)
from watchlist.following import Following
from watchlist.lifecycle.desk import Review, SupervisorsDesk
from watchlist.lifecycle.proposal import Proposal, ProposalKind, ProposalState, Target
from watchlist.lifecycle.rules import packaged_rules
from watchlist.lifecycle.store import ProposalStore
from watchlist.partial_date import PartialDate
from watchlist.search import Searcher
from watchlist.store import EntryStore

MAY = datetime(2026, 5, 3, 9, 0, tzinfo=UTC)
RINA = Actor("desk-1", "rina", Role.SUPERVISOR)
TONO = Actor("desk-2", "tono", Role.SUPERVISOR)
_NUMBERS = itertools.count(1)

BAN = Entry(
    entry_id="",
    list_id="",
    kind=EntryKind.PERSON,
    category=Category.TRAVEL_BAN,
    action=Action.REFUSE_DEPARTURE,
    authority="Kejaksaan",
    provenance="letter",
    names=(ListedName("ANNA CITRA"),),
    birth_dates=(PartialDate(1990, 1, 2),),
    birth_places=("BENGKULU",),
    sex=Sex.FEMALE,
    nationalities=("IDN",),
    identity_numbers=("1701010101900001",),
    legal_ground="UU 6/2011 art. 97",
    remarks="tax case",
    valid_from=MAY,
    valid_until=MAY.replace(month=11),
    photo_reference="kejaksaan/4711",
)
LOST = Entry(
    entry_id="",
    list_id="",
    kind=EntryKind.DOCUMENT,
    category=Category.LOST_DOCUMENT,
    action=Action.SEIZE_DOCUMENT,
    authority="Imigrasi",
    provenance="report",
    documents=(DocumentKey("IDN", "X1234567", "P"),),
)


def key(text: str = "") -> RequestKey:
    """A new request; the same text is the same request."""
    return RequestKey(text or f"request-{next(_NUMBERS):06}", "digest")


@dataclass(slots=True)
class Office:
    """One list, its supervisors and their clock."""

    entries: EntryStore
    proposals: ProposalStore
    ledger: Ledger
    now: datetime = MAY
    desk: SupervisorsDesk = field(init=False)
    searcher: Following = field(init=False)

    def __post_init__(self) -> None:
        self.searcher = Following(self.entries, Searcher(()), 0)
        self.desk = SupervisorsDesk(
            entries=self.entries,
            proposals=self.proposals,
            searcher=self.searcher,
            rules=packaged_rules(),
            now=lambda: self.now,
            new_id=lambda: str(uuid.uuid4()),
        )

    def wait(self, **span: float) -> None:
        """Time passes."""
        self.now += timedelta(**span)

    def propose(self, kind: ProposalKind, *targets: Entry, by: Actor = RINA, **parts: object) -> Proposal:
        """Rina proposes."""
        aimed = tuple(Target(entry.entry_id, entry.version) for entry in targets)
        draft = Proposal("", kind, "because", by, self.now, targets=aimed, **parts)  # type: ignore[arg-type]  # as given
        return self.desk.propose(draft, by, key())

    def approve(self, proposal: Proposal, *, by: Actor = TONO) -> Proposal:
        """Tono approves."""
        review = Review(proposal.proposal_id, proposal.etag, ProposalState.APPROVED)
        return self.desk.review(review, by, key())

    def listed(self, entry: Entry = BAN, **parts: object) -> Entry:
        """A new entry, proposed and approved."""
        wanted = replace(entry, **parts)  # type: ignore[arg-type]  # each part fits its field
        proposal = self.approve(self.propose(ProposalKind.ADD, entry=wanted))
        assert proposal.entry is not None
        return self.entries.get(proposal.entry.entry_id)

    def done(self, kind: ProposalKind, *targets: Entry, **parts: object) -> Proposal:
        """Proposed and approved."""
        return self.approve(self.propose(kind, *targets, **parts))  # type: ignore[arg-type]  # as given

    def kinds(self) -> list[str]:
        """What the ledger tells."""
        return [event.kind for event in self.ledger.events()]
