"""The supervisors' desk: propose, review, withdraw, object, look back. Nothing changes without a second person."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from ledger.actor import Actor
from ledger.errors import Fault, LintasError
from ledger.event import EventDraft, JsonValue
from ledger.request_key import RequestKey
from watchlist.entry import Entry, EntryState
from watchlist.following import RefreshedSearcher
from watchlist.lifecycle.carry_out import Bench, carry_out
from watchlist.lifecycle.codec import proposal_digest, to_json
from watchlist.lifecycle.diff import FieldChange, field_changes
from watchlist.lifecycle.list_imports import ListImports
from watchlist.lifecycle.local_standing import objections_here, with_objections
from watchlist.lifecycle.merging import erased, masked
from watchlist.lifecycle.proposal import Proposal, ProposalKind, ProposalState, proposal_error
from watchlist.lifecycle.rules import Rules
from watchlist.lifecycle.store import ProposalFilter, ProposalPage, ProposalStore, Rewrite, Verdict, proposal_decided
from watchlist.standing import LOCAL_LIST, Objection, ObjectionState
from watchlist.store import Changes, EntryStore, EntryVersion

_TRIES: Final = 20
_NO_CHANGES: Final = Changes((), (), (), 0)
_TOLD: Final = {
    ProposalState.APPROVED: "approved",
    ProposalState.REJECTED: "rejected",
    ProposalState.WITHDRAWN: "withdrawn",
}


@dataclass(frozen=True, slots=True)
class Review:
    """What a reviewer says: `state` is APPROVED or REJECTED, or WITHDRAWN by the proposer."""

    proposal_id: str
    etag: str
    state: ProposalState
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EntryChange:
    """What a proposal does to one entry."""

    entry_id: str
    fields: tuple[FieldChange, ...]


class SupervisorsDesk:
    """One desk for a list. Thread-safe. All methods raise LintasError."""

    def __init__(
        self,
        *,
        entries: EntryStore,
        proposals: ProposalStore,
        searcher: RefreshedSearcher,
        rules: Rules,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        list_imports: ListImports | None = None,
    ) -> None:
        """`list_imports` carries out whole lists; without it nobody can approve one here."""
        self._list_imports = list_imports
        self._entries = entries
        self._proposals = proposals
        self._searcher = searcher
        self._rules = rules
        self._now = now
        self._new_id = new_id

    @property
    def rules(self) -> Rules:
        """The law, as data."""
        return self._rules

    @property
    def now(self) -> datetime:
        """The time at the post."""
        return self._now()

    def propose(self, proposal: Proposal, actor: Actor, key: RequestKey) -> Proposal:
        """Put a change before a second person. It is checked now, so that nobody reviews what the law refuses.

        Ids, proposer and time of `proposal` are set here. Raises what `carry_out` raises, and REASON_MISSING.
        """
        if known := self._proposals.answered(key):
            return self._proposals.get(known)
        if not proposal.reason.strip():
            raise proposal_error("REASON_MISSING", "reason", "say why", Fault.INVALID)
        now = self._now()
        made = replace(
            proposal,
            proposal_id=self._new_id(),
            proposer=actor,
            proposed_at=now,
            state=ProposalState.PENDING,
            entry=self._named(proposal.entry, is_new=proposal.kind is ProposalKind.ADD, now=now),
            split_off=self._named(proposal.split_off, is_new=True, now=now),
        )
        carry_out(made, self._bench(now))
        draft = EventDraft("watchlist.proposed", actor, made.name, _facts(made), now)
        return self._proposals.propose(made, draft, key)

    def _named(self, entry: Entry | None, *, is_new: bool, now: datetime) -> Entry | None:
        """A new entry gets its id and list, and a day on which somebody looks whether it is still needed."""
        if entry is None or not is_new:
            return entry
        if entry.review_on is None:
            days = 30 * self._rules.of(entry.category).review_months
            entry = replace(entry, review_on=(now + timedelta(days=days)).date())
        return replace(entry, entry_id=f"{LOCAL_LIST}-{self._new_id()}", list_id=LOCAL_LIST)

    def review(self, review: Review, actor: Actor, key: RequestKey) -> Proposal:
        """Approve, reject or withdraw. An approved proposal is carried out in the same breath.

        Raises what `Proposal.decided` and `carry_out` raise, ETAG_STALE, PROPOSAL_UNKNOWN.
        """
        if known := self._proposals.answered(key):
            return self._proposals.get(known)
        for _ in range(_TRIES):
            try:
                return self._decide(review, actor, key)
            except LintasError as error:
                if error.reason != "LIST_MOVED":
                    raise
        raise proposal_error("LIST_MOVED", "name", "the list changes too fast; try again", Fault.UNAVAILABLE)

    def _decide(self, review: Review, actor: Actor, key: RequestKey) -> Proposal:
        before = self._proposals.get(review.proposal_id)
        now = self._now()
        after = before.decided(review.state, actor, reason=review.reason, now=now)
        if review.etag != before.etag:
            raise proposal_error("ETAG_STALE", "etag", "the proposal has changed; read it again", Fault.STALE)
        if before.kind is ProposalKind.IMPORT:
            return self._decide_import(before, after, actor, key)
        changes, base_version = _NO_CHANGES, None
        if after.state is ProposalState.APPROVED:
            base_version = self._entries.list_version()
            changes = self._carry_out(before, now)
            after = replace(after, list_version=base_version + len(changes.entries))
        draft = EventDraft(f"watchlist.{_TOLD[after.state]}", actor, after.name, _facts(after, changes), now)
        kept = self._proposals.decide(Verdict(after, changes, base_version, _rewrite(after, now)), draft, key)
        if changes.entries:
            self._searcher.follow(changes.entries, kept.list_version)
        return kept

    def _decide_import(self, before: Proposal, after: Proposal, actor: Actor, key: RequestKey) -> Proposal:
        if self._list_imports is None:
            raise proposal_error("INVALID_FIELD", "name", "lists are not decided here", Fault.INVALID)
        if after.state is ProposalState.APPROVED:
            done = self._list_imports.carry_out(before, after, actor, key)
            self._searcher.refresh()
            return done
        draft = EventDraft(f"watchlist.{_TOLD[after.state]}", actor, after.name, _facts(after), self._now())
        kept = self._proposals.decide(Verdict(after, _NO_CHANGES), draft, key)
        self._list_imports.forget(kept)
        return kept

    def _carry_out(self, proposal: Proposal, now: datetime) -> Changes:
        try:
            return carry_out(proposal, self._bench(now))
        except LintasError:
            # whoever was beaten to it should hear so, not that the entry is there already
            if self._proposals.get(proposal.proposal_id).version != proposal.version:
                raise proposal_decided() from None
            raise

    def object(self, entry_id: str, reference: str, etag: str, actor: Actor, key: RequestKey) -> Entry:
        """Register that a listed person objects. A receipt needs no second person; the decision on it does.

        Raises ENTRY_UNKNOWN, ETAG_STALE, INVALID_FIELD, OBJECTION_EXISTS.
        """
        if self._proposals.answered(key):
            return self._entries.get(entry_id)
        base_version = self._entries.list_version()
        before = self._entries.get(entry_id)
        if str(before.version) != etag:
            raise proposal_error("ETAG_STALE", "etag", "the entry has changed; read it again", Fault.STALE)
        if not reference.strip():
            raise proposal_error("INVALID_FIELD", "reference", "the file number of the objection", Fault.INVALID)
        if reference in {each.reference for each in before.all_objections}:
            raise proposal_error("OBJECTION_EXISTS", "reference", "registered already", Fault.PRECONDITION)
        now = self._now()
        objection = Objection(reference, ObjectionState.FILED, now)
        after = with_objections(before, (*objections_here(before), objection))
        after = replace(after, version=before.version + 1)
        draft = EventDraft("watchlist.objected", actor, f"entries/{entry_id}", {"reference": reference}, now)
        changes = Changes((), (after,), (), 0)
        self._proposals.change_entries(changes, draft, key, base_version=base_version)
        self._searcher.follow(changes.entries, base_version + 1)
        return after

    def get(self, proposal_id: str) -> Proposal:
        """Raises PROPOSAL_UNKNOWN."""
        return self._proposals.get(proposal_id)

    def list(self, which: ProposalFilter, *, page_size: int, page_token: str) -> ProposalPage:
        """Proposals, the oldest first."""
        return self._proposals.list(which, page_size=page_size, page_token=page_token)

    def effect(self, proposal: Proposal) -> tuple[EntryChange, ...]:
        """What the proposal does, or did, to each entry, field by field. A pending one that can no longer be carried
        out has no effect."""
        if proposal.state is ProposalState.APPROVED:
            return tuple(self._done(entry_id) for entry_id in _concerned(proposal))
        try:
            changes = carry_out(proposal, self._bench(self._now()))
        except LintasError:
            return ()
        known = {target.entry_id: self._entries.get(target.entry_id) for target in proposal.targets}
        return tuple(
            EntryChange(after.entry_id, field_changes(known.get(after.entry_id), after)) for after in changes.entries
        )

    def _done(self, entry_id: str) -> EntryChange:
        versions = self._entries.history(entry_id)
        before = versions[-2].entry if len(versions) > 1 else None
        return EntryChange(entry_id, field_changes(before, versions[-1].entry))

    def history(self, entry_id: str) -> tuple[EntryVersion, ...]:
        """Every version, the oldest first. Raises ENTRY_UNKNOWN."""
        return self._entries.history(entry_id)

    def as_of(self, entry_id: str, instant: datetime) -> Entry:
        """The entry as it stood at `instant`. Raises ENTRY_UNKNOWN, also where it was not there yet."""
        known = [each for each in self._entries.history(entry_id) if each.recorded_at <= instant]
        if not known:
            raise proposal_error("ENTRY_UNKNOWN", "as_of", "the entry was not there then", Fault.NOT_FOUND)
        return known[-1].entry

    def state_of(self, entry: Entry) -> EntryState:
        """By law, now."""
        return entry.state_at(self._now())

    def _bench(self, now: datetime) -> Bench:
        return Bench(self._entries.get, self._exists, self._rules, now)

    def _exists(self, entry_id: str) -> bool:
        try:
            self._entries.get(entry_id)
        except LintasError as error:
            if error.reason == "ENTRY_UNKNOWN":
                return False
            raise
        return True


def _rewrite(proposal: Proposal, now: datetime) -> Rewrite | None:
    if proposal.state is not ProposalState.APPROVED:
        return None
    rewrites: dict[ProposalKind, Rewrite] = {
        ProposalKind.MASK: lambda entry: masked(entry, now),
        ProposalKind.ERASE: lambda entry: erased(entry, now),
    }
    return rewrites.get(proposal.kind)


def _concerned(proposal: Proposal) -> list[str]:
    new = [entry.entry_id for entry in (proposal.entry, proposal.split_off) if entry is not None]
    return list(dict.fromkeys([*(target.entry_id for target in proposal.targets), *new]))


def _facts(proposal: Proposal, changes: Changes = _NO_CHANGES) -> dict[str, JsonValue]:
    """What the ledger says: who did what to which entry; no word of what the entry says."""
    entries: list[JsonValue] = [*_concerned(proposal)]
    return {
        "kind": proposal.kind.value,
        "entries": entries,
        "reason_sha256": hashlib.sha256(proposal.reason.encode()).hexdigest(),
        "version": proposal.version,
        "record_sha256": proposal_digest(to_json(proposal)),
        "changed": len(changes.entries),
    }
