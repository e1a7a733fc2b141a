"""From proposals and versions to the wire."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ledger.rpc.convert import actor_to_wire, enum_to_wire, instant_to_wire, text_to_wire
from lintas.v1 import supervision_pb2 as wire
from lintas.v1 import watchlist_pb2
from watchlist.entry import Entry
from watchlist.lifecycle.diff import FieldChange, field_changes
from watchlist.lifecycle.proposal import ListImport, Proposal
from watchlist.lifecycle.vocabulary import word
from watchlist.rpc.convert import entry_to_wire
from watchlist.store import EntryVersion


def proposal_to_wire(proposal: Proposal, now: datetime) -> wire.Proposal:
    """The proposal without its effect. Only supervisors and auditors are shown any, so nothing is left out."""
    return wire.Proposal(
        name=proposal.name,
        etag=proposal.etag,
        state=enum_to_wire("PROPOSAL_STATE", proposal.state),
        change=wire.ProposedChange(
            kind=enum_to_wire("PROPOSAL_KIND", proposal.kind),
            targets=[
                wire.ChangeTarget(name=f"entries/{target.entry_id}", etag=str(target.version))
                for target in proposal.targets
            ],
            entry=_entry(proposal.entry, now),
            split_off=_entry(proposal.split_off, now),
            valid_until=instant_to_wire(proposal.valid_until),
            objection_reference=proposal.objection_reference,
            objection_upheld=proposal.is_upheld,
            list_import=_list_import(proposal.list_import) if proposal.list_import else None,
        ),
        reason=proposal.reason,
        proposer=actor_to_wire(proposal.proposer),
        propose_time=instant_to_wire(proposal.proposed_at),
        reviewer=actor_to_wire(proposal.reviewer) if proposal.reviewer else None,
        review_reason=proposal.review_reason,
        review_time=instant_to_wire(proposal.decided_at),
        watchlist_version=proposal.list_version,
    )


def _entry(entry: Entry | None, now: datetime) -> watchlist_pb2.Entry | None:
    return entry_to_wire(entry, now, sees_ground=True) if entry else None


def _list_import(plan: ListImport) -> wire.ListImport:
    return wire.ListImport(
        list_id=plan.list_id,
        source=plan.source,
        file_sha256=plan.file_sha256,
        added=plan.added,
        changed=plan.changed,
        removed=plan.removed,
        unchanged=plan.unchanged,
        rejected=plan.rejected,
        overridden=plan.overridden,
        published_date=plan.published,
    )


def field_change_to_wire(change: FieldChange) -> wire.FieldChange:
    """The field, its word, and the values that went and came."""
    label = text_to_wire(word("field", change.field))
    return wire.FieldChange(field=change.field, label=label, removed=change.removed, added=change.added)


def version_to_wire(versions: Sequence[EntryVersion], number: int, now: datetime) -> wire.EntryVersion:
    """Version `number` (from 0), and what it changed against the one before."""
    version = versions[number]
    before = versions[number - 1].entry if number else None
    return wire.EntryVersion(
        entry=entry_to_wire(version.entry, now, sees_ground=True),
        record_time=instant_to_wire(version.recorded_at),
        event_sequence=version.event_sequence,
        watchlist_version=version.list_version,
        fields=[field_change_to_wire(each) for each in field_changes(before, version.entry)],
    )
