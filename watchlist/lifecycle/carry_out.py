"""What an approved proposal does to the list. Checked when it is proposed, and again when it is approved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from ledger.errors import Fault, LintasError
from watchlist.entry import Entry, EntryState
from watchlist.lifecycle.completeness import check_entry
from watchlist.lifecycle.local_standing import (
    objections_here,
    overridden,
    revoked,
    with_objections,
)
from watchlist.lifecycle.merging import absorbed, erased, masked, merged
from watchlist.lifecycle.periods import check_extension, months_later
from watchlist.lifecycle.proposal import Proposal, ProposalKind, Target, proposal_error
from watchlist.lifecycle.rules import Rules
from watchlist.standing import LOCAL_LIST, EntryLink, LinkKind, Objection, ObjectionState, Override, OverrideKind
from watchlist.store import Changes


@dataclass(frozen=True, slots=True)
class Bench:
    """What is needed to work a change out: entries as they are now, the law, the time."""

    get: Callable[[str], Entry]
    exists: Callable[[str], bool]
    rules: Rules
    now: datetime


def carry_out(proposal: Proposal, bench: Bench) -> Changes:
    """The changes of the list. Raises LintasError where the law or the entry's present state does not allow it."""
    return _STEPS[proposal.kind](proposal, bench)


def _add(proposal: Proposal, bench: Bench) -> Changes:
    entry = _entry(proposal)
    check_entry(entry, bench.rules.of(entry.category))
    if entry.state_at(bench.now) is EntryState.LAPSED:
        raise proposal_error("ENTRY_NOT_IN_FORCE", "entry.valid_until", "lies in the past", Fault.INVALID)
    if bench.exists(entry.entry_id):
        raise proposal_error("ENTRY_EXISTS", "entry.name", "there is such an entry", Fault.PRECONDITION)
    return Changes((replace(entry, version=1, extensions=0, revoked_at=None),), (), (), 0)


def _correct(proposal: Proposal, bench: Bench) -> Changes:
    return _changed(_corrected(_live(proposal.targets[0], bench), _entry(proposal), bench))


def _corrected(before: Entry, wanted: Entry, bench: Bench) -> Entry:
    """`wanted` with all that a correction may not touch."""
    if wanted.category is not before.category or wanted.kind is not before.kind:
        raise proposal_error("CATEGORY_FIXED", "entry.category", "another category is another decision", Fault.INVALID)
    ends_later = before.valid_until and (wanted.valid_until is None or wanted.valid_until > before.valid_until)
    if ends_later:
        raise proposal_error("PERIOD_TOO_LONG", "entry.valid_until", "only an extension makes it longer", Fault.INVALID)
    after = replace(
        wanted,
        entry_id=before.entry_id,
        list_id=before.list_id,
        version=before.version,
        extensions=before.extensions,
        objections=before.objections,
        local=before.local,
        revoked_at=None,
        masked_at=None,
    )
    # an extended period is longer than a first one may be; it was checked when it was extended
    checked = replace(after, valid_until=None, valid_from=None) if before.extensions else after
    rule = bench.rules.of(after.category)
    check_entry(checked, rule.model_copy(update={"first_months": 0}) if before.extensions else rule)
    if after == before:
        raise proposal_error("NOTHING_CHANGES", "entry", "says what the entry says already", Fault.INVALID)
    return after


def _extend(proposal: Proposal, bench: Bench) -> Changes:
    before = _live(proposal.targets[0], bench)
    if proposal.valid_until is None:
        raise proposal_error("INVALID_FIELD", "valid_until", "required", Fault.INVALID)
    check_extension(before, proposal.valid_until, bench.rules.of(before.category), bench.now)
    return _changed(replace(before, valid_until=proposal.valid_until, extensions=before.extensions + 1))


def _revoke(proposal: Proposal, bench: Bench) -> Changes:
    return _changed(*(revoked(_in_force(target, bench), bench.now) for target in proposal.targets))


def _suspend(proposal: Proposal, bench: Bench) -> Changes:
    until = proposal.valid_until
    if until is not None and until <= bench.now:
        raise proposal_error("INVALID_FIELD", "valid_until", "must lie in the future", Fault.INVALID)
    override = Override(OverrideKind.SUSPENDED, bench.now, until)
    return _changed(*(overridden(_in_force(target, bench), override) for target in proposal.targets))


def _reinstate(proposal: Proposal, bench: Bench) -> Changes:
    entries = [_unmoved(target, bench) for target in proposal.targets]
    if any(entry.override is None or not entry.override.holds_at(bench.now) for entry in entries):
        raise proposal_error("NOT_OVERRIDDEN", "name", "not suspended or revoked here", Fault.PRECONDITION)
    return _changed(*(overridden(entry, None) for entry in entries))


def _decide_objection(proposal: Proposal, bench: Bench) -> Changes:
    before = _in_force(proposal.targets[0], bench)
    decision = ObjectionState.UPHELD if proposal.is_upheld else ObjectionState.DISMISSED
    registered = objections_here(before)
    filed = [each.reference for each in registered if each.state is ObjectionState.FILED]
    if proposal.objection_reference not in filed:
        raise proposal_error("OBJECTION_UNKNOWN", "objection_reference", "no such open objection", Fault.NOT_FOUND)

    def settled(objection: Objection) -> Objection:
        is_this = objection.reference == proposal.objection_reference
        return replace(objection, state=decision, decided_at=bench.now) if is_this else objection

    after = with_objections(before, tuple(map(settled, registered)))
    return _changed(revoked(after, bench.now) if proposal.is_upheld else after)


def _merge(proposal: Proposal, bench: Bench) -> Changes:
    kept, duplicate = (_live(target, bench) for target in proposal.targets)
    if kept.entry_id == duplicate.entry_id or kept.kind is not duplicate.kind:
        raise proposal_error("INVALID_FIELD", "targets", "two different entries of one kind", Fault.INVALID)
    return _changed(merged(kept, duplicate), absorbed(duplicate, kept.entry_id, bench.now))


def _split(proposal: Proposal, bench: Bench) -> Changes:
    before = _live(proposal.targets[0], bench)
    if proposal.split_off is None:
        raise proposal_error("INVALID_FIELD", "split_off", "required", Fault.INVALID)
    stays = _corrected(before, _entry(proposal), bench)
    link = EntryLink(LinkKind.SPLIT_FROM, before.entry_id)
    added = _add(replace(proposal, entry=replace(proposal.split_off, links=(*proposal.split_off.links, link))), bench)
    return replace(_changed(stays), added=added.added)


def _mask(proposal: Proposal, bench: Bench) -> Changes:
    return _changed(*(masked(_ended(target, bench, "mask_months"), bench.now) for target in proposal.targets))


def _erase(proposal: Proposal, bench: Bench) -> Changes:
    return _changed(*(erased(_ended(target, bench, "erase_months"), bench.now) for target in proposal.targets))


def _import(_proposal: Proposal, _bench: Bench) -> Changes:
    raise proposal_error("INVALID_FIELD", "kind", "a list is imported with ImportEntries", Fault.INVALID)


def _entry(proposal: Proposal) -> Entry:
    if proposal.entry is None:
        raise proposal_error("INVALID_FIELD", "entry", "required", Fault.INVALID)
    return proposal.entry


def _live(target: Target, bench: Bench) -> Entry:
    """The target, unchanged since it was looked at, decided here, not revoked or masked."""
    entry = _own(target, bench)
    if entry.revoked_at is not None or entry.masked_at is not None:
        raise proposal_error("ENTRY_NOT_IN_FORCE", "name", "revoked: final; propose a new entry", Fault.PRECONDITION)
    return entry


def _in_force(target: Target, bench: Bench) -> Entry:
    """The target as `_live` has it, or one of an imported list that neither its publisher nor anybody here revoked."""
    if bench.get(target.entry_id).list_id == LOCAL_LIST:
        return _live(target, bench)
    entry = _unmoved(target, bench)
    if entry.state_at(bench.now) is EntryState.REVOKED:
        raise proposal_error("ENTRY_NOT_IN_FORCE", "name", "revoked already", Fault.PRECONDITION)
    return entry


def _ended(target: Target, bench: Bench, retention: str) -> Entry:
    entry = _own(target, bench)
    end = ended_at(entry)
    months = int(getattr(bench.rules.of(entry.category), retention))
    if end is None or months_later(end, months) > bench.now:
        description = f"{months} months after its end, not before"
        raise proposal_error("RETENTION_RUNNING", "name", description, Fault.PRECONDITION)
    return entry


def ended_at(entry: Entry) -> datetime | None:
    """When it was revoked or lapsed, or will lapse; None while no end is known."""
    ends = [end for end in (entry.revoked_at, entry.valid_until) if end is not None]
    return min(ends, default=None)


def _own(target: Target, bench: Bench) -> Entry:
    """Of the list that is decided here. What an imported list says, only its publisher changes."""
    if bench.get(target.entry_id).list_id != LOCAL_LIST:
        raise imported()
    return _unmoved(target, bench)


def _unmoved(target: Target, bench: Bench) -> Entry:
    entry = bench.get(target.entry_id)
    if entry.version != target.version:
        raise proposal_error("ENTRY_MOVED", "etag", "the entry has changed since; propose anew", Fault.STALE)
    return entry


def imported() -> LintasError:
    """Entries of imported lists belong to whoever publishes the list."""
    return proposal_error(
        "ENTRY_IMPORTED",
        "name",
        "belongs to an imported list: its publisher changes it; here it can be suspended or revoked",
        Fault.PRECONDITION,
    )


def _changed(*entries: Entry) -> Changes:
    return Changes((), tuple(replace(entry, version=entry.version + 1) for entry in entries), (), 0)


_STEPS: Final[Mapping[ProposalKind, Callable[[Proposal, Bench], Changes]]] = {
    ProposalKind.ADD: _add,
    ProposalKind.CORRECT: _correct,
    ProposalKind.EXTEND: _extend,
    ProposalKind.REVOKE: _revoke,
    ProposalKind.DECIDE_OBJECTION: _decide_objection,
    ProposalKind.MERGE: _merge,
    ProposalKind.SPLIT: _split,
    ProposalKind.MASK: _mask,
    ProposalKind.ERASE: _erase,
    ProposalKind.IMPORT: _import,
    ProposalKind.SUSPEND: _suspend,
    ProposalKind.REINSTATE: _reinstate,
}
