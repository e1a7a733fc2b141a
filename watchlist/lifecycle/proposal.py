"""A change of the list that one person proposes and another decides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from ledger.actor import Actor
from ledger.errors import Fault, FieldFault, LintasError
from watchlist.entry import Entry


class ProposalKind(Enum):
    """What is to be done."""

    ADD = "add"
    CORRECT = "correct"
    EXTEND = "extend"
    REVOKE = "revoke"
    DECIDE_OBJECTION = "decide_objection"
    MERGE = "merge"
    SPLIT = "split"
    MASK = "mask"
    ERASE = "erase"
    IMPORT = "import"
    SUSPEND = "suspend"
    REINSTATE = "reinstate"


class ProposalState(Enum):
    """Where it stands; all but PENDING are final."""

    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Target:
    """An entry as the proposer saw it: if it has changed since, the proposal must be made anew."""

    entry_id: str
    version: int


@dataclass(frozen=True, slots=True)
class ListImport:
    """A list that waits to be imported: what the preview said, and the digest of the very files that were shown."""

    list_id: str
    source: str
    file_sha256: tuple[str, ...]
    added: int
    changed: int
    removed: int
    unchanged: int
    rejected: int
    base_version: int
    overridden: int = 0
    published: str = ""  # YYYY-MM-DD, where it is known
    allows_older: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """Which fields are set depends on `kind`.

    ADD: `entry`. CORRECT: `targets[0]`, `entry` (the whole new content). EXTEND: `targets[0]`, `valid_until`. REVOKE,
    REINSTATE, MASK, ERASE: `targets`. SUSPEND: `targets`, perhaps `valid_until` (of the suspension).
    DECIDE_OBJECTION: `targets[0]`, `objection_reference`, `is_upheld`. MERGE: `targets` (kept, duplicate). SPLIT:
    `targets[0]`, `entry` (what stays), `split_off` (the new entry). IMPORT: `list_import`.
    """

    proposal_id: str
    kind: ProposalKind
    reason: str
    proposer: Actor
    proposed_at: datetime
    targets: tuple[Target, ...] = ()
    entry: Entry | None = None
    split_off: Entry | None = None
    valid_until: datetime | None = None
    objection_reference: str = ""
    is_upheld: bool = False
    list_import: ListImport | None = None
    state: ProposalState = ProposalState.PENDING
    reviewer: Actor | None = None
    review_reason: str = ""
    decided_at: datetime | None = None
    list_version: int = 0  # of the list after it was carried out
    version: int = 1

    @property
    def name(self) -> str:
        """The resource name."""
        return f"proposals/{self.proposal_id}"

    @property
    def etag(self) -> str:
        """Changes with every change of the proposal."""
        return str(self.version)

    @property
    def entry_id(self) -> str:
        """The entry that it is about; '' for a whole list."""
        if self.targets:
            return self.targets[0].entry_id
        return self.entry.entry_id if self.entry else ""

    def decided(self, state: ProposalState, by: Actor, *, reason: str, now: datetime) -> Proposal:
        """The proposal after a review, or after its proposer took it back.

        Raises LintasError PROPOSAL_DECIDED; OWN_PROPOSAL where a proposer reviews; NOT_OWN_PROPOSAL where somebody else
        withdraws; REASON_MISSING where a rejection gives none.
        """
        if self.state is not ProposalState.PENDING:
            raise proposal_error("PROPOSAL_DECIDED", "name", f"already {self.state.value}", Fault.PRECONDITION)
        is_own = by.is_same_person(self.proposer)
        if state is ProposalState.WITHDRAWN:
            if not is_own:
                raise proposal_error("NOT_OWN_PROPOSAL", "name", "only its proposer takes it back", Fault.FORBIDDEN)
        elif is_own:
            raise proposal_error("OWN_PROPOSAL", "name", "nobody decides on a proposal of their own", Fault.FORBIDDEN)
        if state is ProposalState.REJECTED and not reason.strip():
            raise proposal_error("REASON_MISSING", "reason", "a rejection needs its reason", Fault.INVALID)
        return replace(self, state=state, reviewer=by, review_reason=reason, decided_at=now, version=self.version + 1)


def proposal_error(reason: str, field: str, description: str, fault: Fault) -> LintasError:
    """A fault of a proposal or its review."""
    return LintasError(fault, reason, f"{field}: {description}", fields=(FieldFault(field, description),))
