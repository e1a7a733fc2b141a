"""Where proposals are kept: the port, and the one in memory for training and tests."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from ledger.errors import Fault, LintasError
from ledger.event import EventDraft, format_instant
from ledger.request_key import RequestKey, request_reused
from ledger.store import MemoryLedger
from watchlist.entry import Entry
from watchlist.lifecycle.proposal import Proposal, ProposalState, proposal_error
from watchlist.store import Changes, MemoryEntryStore

Rewrite = Callable[[Entry], Entry]


@dataclass(frozen=True, slots=True)
class ProposalFilter:
    """Which proposals to list; None and '' mean any."""

    state: ProposalState | None = ProposalState.PENDING
    entry_id: str = ""


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """Proposals, the oldest first: who waited longest is looked at first. `next_token` is '' at the end."""

    proposals: tuple[Proposal, ...]
    next_token: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decided proposal with what it does: all of it is written at once.

    `rewrite` is put over the kept older versions of the changed entries (retention); None leaves them.
    """

    proposal: Proposal
    changes: Changes
    base_version: int | None = None
    rewrite: Rewrite | None = None


class ProposalStore(Protocol):
    """Keeps proposals. Proposal, list change, ledger event and request id are written together or not at all."""

    def answered(self, request: RequestKey) -> str:
        """What this very request led to: a proposal or entry id; '' where it is new.

        Raises LintasError REQUEST_ID_REUSED where the id came with another body.
        """

    def propose(self, proposal: Proposal, draft: EventDraft, request: RequestKey) -> Proposal:
        """Keep a new proposal; the one that is there where the same request came in twice at once."""

    def decide(self, verdict: Verdict, draft: EventDraft, request: RequestKey) -> Proposal:
        """Replace the proposal and change the list.

        Raises LintasError PROPOSAL_DECIDED where somebody else was first, OWN_PROPOSAL where reviewer and proposer are
        one person whatever the callers did, LIST_MOVED as `EntryStore.apply` does.
        """

    def change_entries(self, changes: Changes, draft: EventDraft, request: RequestKey, *, base_version: int) -> None:
        """A change that needs no second person (an objection is filed). Raises LintasError LIST_MOVED."""

    def get(self, proposal_id: str) -> Proposal:
        """Raises LintasError PROPOSAL_UNKNOWN."""

    def list(self, which: ProposalFilter, *, page_size: int, page_token: str) -> ProposalPage:
        """One page."""


def proposal_unknown() -> LintasError:
    """No such proposal."""
    return proposal_error("PROPOSAL_UNKNOWN", "name", "no such proposal", Fault.NOT_FOUND)


def proposal_decided() -> LintasError:
    """Two people decided at once: the second is told."""
    return proposal_error("PROPOSAL_DECIDED", "name", "somebody else has decided it", Fault.PRECONDITION)


def own_proposal() -> LintasError:
    """The last wall: the store itself."""
    return proposal_error("OWN_PROPOSAL", "name", "nobody decides on a proposal of their own", Fault.FORBIDDEN)


def place_of(proposal: Proposal) -> str:
    """Where it stands in a listing; also its page token."""
    return f"{format_instant(proposal.proposed_at)}|{proposal.proposal_id}"


def page_of(proposals: Sequence[Proposal], page_size: int) -> ProposalPage:
    """One page out of at most one proposal more than it holds."""
    page = tuple(proposals[:page_size])
    return ProposalPage(page, place_of(page[-1]) if len(proposals) > page_size else "")


class MemoryProposalStore:
    """Keeps proposals for the life of the process. Thread-safe."""

    def __init__(self, ledger: MemoryLedger, entries: MemoryEntryStore) -> None:
        self._ledger = ledger
        self._entries = entries
        self._proposals: dict[str, Proposal] = {}
        self._requests: dict[str, tuple[str, str]] = {}
        self._lock = threading.RLock()

    def answered(self, request: RequestKey) -> str:
        with self._lock:
            digest, answer = self._requests.get(request.request_id, (request.digest, ""))
        if digest != request.digest:
            raise request_reused()
        return answer

    def propose(self, proposal: Proposal, draft: EventDraft, request: RequestKey) -> Proposal:
        with self._lock:
            if known := self.answered(request):
                return self.get(known)
            self._ledger.append(draft)
            return self._keep(proposal, request)

    def decide(self, verdict: Verdict, draft: EventDraft, request: RequestKey) -> Proposal:
        after = verdict.proposal
        with self._lock:
            if known := self.answered(request):
                return self.get(known)
            if self.get(after.proposal_id).version != after.version - 1:
                raise proposal_decided()
            if is_self_decided(after):
                raise own_proposal()
            self._entries.apply(verdict.changes, draft, base_version=verdict.base_version)
            if verdict.rewrite is not None:
                self._entries.rewrite_history([each.entry_id for each in verdict.changes.entries], verdict.rewrite)
            return self._keep(after, request)

    def change_entries(self, changes: Changes, draft: EventDraft, request: RequestKey, *, base_version: int) -> None:
        with self._lock:
            if self.answered(request):
                return
            self._entries.apply(changes, draft, base_version=base_version)
            self._requests[request.request_id] = (request.digest, changes.entries[0].entry_id)

    def _keep(self, proposal: Proposal, request: RequestKey) -> Proposal:
        self._proposals[proposal.proposal_id] = proposal
        self._requests[request.request_id] = (request.digest, proposal.proposal_id)
        return proposal

    def get(self, proposal_id: str) -> Proposal:
        with self._lock:
            if proposal_id not in self._proposals:
                raise proposal_unknown()
            return self._proposals[proposal_id]

    def list(self, which: ProposalFilter, *, page_size: int, page_token: str) -> ProposalPage:
        with self._lock:
            known = list(self._proposals.values())
        wanted = [
            each
            for each in sorted(known, key=place_of)
            if which.state in {None, each.state}
            and which.entry_id in {"", each.entry_id}
            and place_of(each) > page_token
        ]
        return page_of(wanted[: page_size + 1], page_size)


def is_self_decided(proposal: Proposal) -> bool:
    """Approved or rejected by whoever proposed it."""
    is_reviewed = proposal.state in {ProposalState.APPROVED, ProposalState.REJECTED}
    return is_reviewed and (proposal.reviewer is None or proposal.reviewer.is_same_person(proposal.proposer))
