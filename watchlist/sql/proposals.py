"""The proposal store in SQL: proposal, list change, ledger event and request id in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, tuple_, update
from sqlalchemy.exc import IntegrityError

from ledger.chain import ChainFault, FaultKind
from ledger.event import EventDraft, format_instant
from ledger.request_key import RequestKey, request_reused
from ledger.sql import Database, append, lock
from ledger.sql.tables import heads
from watchlist.codec import from_json, to_json
from watchlist.lifecycle import codec
from watchlist.lifecycle.proposal import Proposal, ProposalState
from watchlist.lifecycle.store import (
    ProposalFilter,
    ProposalPage,
    Rewrite,
    Verdict,
    own_proposal,
    page_of,
    proposal_decided,
    proposal_unknown,
)
from watchlist.sql.entries import apply_changes, lock_list
from watchlist.sql.tables import history, proposals, requests
from watchlist.store import Changes


class SqlProposalStore:
    """The `ProposalStore` port over a data base."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def answered(self, request: RequestKey) -> str:
        return self._database.read(lambda connection: _answered(connection, request))

    def propose(self, proposal: Proposal, draft: EventDraft, request: RequestKey) -> Proposal:
        def work(connection: Connection) -> Proposal:
            lock(connection)
            if known := _answered(connection, request):
                return _get(connection, known)
            columns = _columns(proposal, append(connection, draft).sequence)
            connection.execute(insert(proposals).values(proposal_id=proposal.proposal_id, **columns))
            _remember(connection, request, proposal.proposal_id)
            return proposal

        return self._database.write(work)

    def decide(self, verdict: Verdict, draft: EventDraft, request: RequestKey) -> Proposal:
        try:
            return self._database.write(lambda connection: _decide(connection, verdict, draft, request))
        except IntegrityError as error:
            if "four_eyes" in str(error.orig) or "approved_by_somebody" in str(error.orig):
                raise own_proposal() from None
            raise

    def change_entries(self, changes: Changes, draft: EventDraft, request: RequestKey, *, base_version: int) -> None:
        def work(connection: Connection) -> None:
            lock_list(connection)
            if not _answered(connection, request):
                apply_changes(connection, changes, draft, base_version=base_version)
                _remember(connection, request, changes.entries[0].entry_id)

        self._database.write(work)

    def get(self, proposal_id: str) -> Proposal:
        return self._database.read(lambda connection: _get(connection, proposal_id))

    def list(self, which: ProposalFilter, *, page_size: int, page_token: str) -> ProposalPage:
        query = select(proposals.c.proposal).order_by(proposals.c.proposed_at, proposals.c.proposal_id)
        if which.state is not None:
            query = query.where(proposals.c.state == which.state.value)
        if which.entry_id:
            query = query.where(proposals.c.entry_id == which.entry_id)
        if page_token:
            proposed_at, _, proposal_id = page_token.partition("|")
            query = query.where(tuple_(proposals.c.proposed_at, proposals.c.proposal_id) > (proposed_at, proposal_id))
        query = query.limit(page_size + 1)
        found = self._database.read(lambda connection: connection.execute(query).scalars().all())
        return page_of([codec.from_json(text) for text in found], page_size)


def verify_proposals(
    database: Database, vouched: Mapping[str, tuple[int, str]], *, up_to_sequence: int
) -> Iterator[ChainFault]:
    """Proposals that are not as their last event vouches for them (sequence and digest by name), or gone.

    What changed after `up_to_sequence` is left to the next audit.
    """
    missing = dict(vouched)
    after = ""
    while rows := database.read(partial(_page, after=after)):
        for row in rows:
            name = f"proposals/{row.proposal_id}"
            expected = missing.pop(name, (0, ""))
            is_told = (row.event_sequence, codec.proposal_digest(row.proposal)) == expected and _fits(row)
            if row.event_sequence <= up_to_sequence and not is_told:
                detail = f"{name} is not the record of its last event"
                yield ChainFault(FaultKind.MISMATCH, row.event_sequence, detail)
        after = rows[-1].proposal_id
    for name, (sequence, _) in missing.items():
        yield ChainFault(FaultKind.MISSING, sequence, f"{name} is gone")


def _page(connection: Connection, *, after: str) -> list[Row[Any]]:
    query = select(proposals).where(proposals.c.proposal_id > after).order_by(proposals.c.proposal_id).limit(500)
    return list(connection.execute(query))


def _fits(row: Row[Any]) -> bool:
    """The columns say what the text says."""
    columns = _columns(codec.from_json(row.proposal), row.event_sequence)
    return all(getattr(row, name) == value for name, value in columns.items())


def _decide(connection: Connection, verdict: Verdict, draft: EventDraft, request: RequestKey) -> Proposal:
    after = verdict.proposal
    lock_list(connection)
    if known := _answered(connection, request):
        return _get(connection, known)
    # before the proposal's row: a list that has moved is told as such, and the caller works it out anew
    if verdict.changes.entries:
        apply_changes(connection, verdict.changes, draft, base_version=verdict.base_version)
    else:
        append(connection, draft)
    _replace(connection, after)
    if verdict.rewrite is not None:
        _rewrite(connection, [each.entry_id for each in verdict.changes.entries], verdict.rewrite, after)
    _remember(connection, request, after.proposal_id)
    return after


def approve(connection: Connection, after: Proposal, draft: EventDraft, request: RequestKey) -> None:
    """Keep the approved proposal within the transaction that carries it out. Raises PROPOSAL_DECIDED."""
    append(connection, draft)
    _replace(connection, after)
    _remember(connection, request, after.proposal_id)


def _replace(connection: Connection, after: Proposal) -> None:
    decided = connection.execute(
        update(proposals)
        .where(proposals.c.proposal_id == after.proposal_id, proposals.c.version == after.version - 1)
        .values(**_columns(after, _last_sequence(connection)))
    )
    if decided.rowcount != 1:
        raise proposal_decided()


def _last_sequence(connection: Connection) -> int:
    """Of the event that this transaction has just appended: it holds the ledger's lock."""
    return int(connection.execute(select(heads.c.sequence)).scalar_one())


def _rewrite(connection: Connection, entry_ids: Iterable[str], rewrite: Rewrite, proposal: Proposal) -> None:
    """Put `rewrite` over the older versions. Their digests stay: they vouch for what once stood there."""
    masked_at = format_instant(proposal.decided_at or proposal.proposed_at)
    for entry_id in entry_ids:
        query = select(history.c.version, history.c.entry).where(history.c.entry_id == entry_id)
        rows = [
            {"key": entry_id, "number": row.version, "entry": to_json(rewrite(from_json(row.entry)))}
            for row in connection.execute(query)
        ]
        if rows:
            change = update(history).where(history.c.entry_id == bindparam("key"))
            change = change.where(history.c.version == bindparam("number")).values(masked_at=masked_at)
            connection.execute(change, rows)


def _columns(proposal: Proposal, sequence: int) -> dict[str, object]:
    is_reviewed = proposal.state in {ProposalState.APPROVED, ProposalState.REJECTED}
    reviewer = proposal.reviewer.officer_id.casefold() if proposal.reviewer and is_reviewed else ""
    return {
        "kind": proposal.kind.value,
        "entry_id": proposal.entry_id,
        "state": proposal.state.value,
        "version": proposal.version,
        "proposed_at": format_instant(proposal.proposed_at),
        "proposer_id": proposal.proposer.officer_id.casefold(),
        "reviewer_id": reviewer,
        "event_sequence": sequence,
        "proposal": codec.to_json(proposal),
    }


def _remember(connection: Connection, request: RequestKey, answer: str) -> None:
    connection.execute(insert(requests).values(request_id=request.request_id, digest=request.digest, answer=answer))


def _answered(connection: Connection, request: RequestKey) -> str:
    row = connection.execute(select(requests).where(requests.c.request_id == request.request_id)).one_or_none()
    if row is None:
        return ""
    if row.digest != request.digest:
        raise request_reused()
    return str(row.answer)


def _get(connection: Connection, proposal_id: str) -> Proposal:
    query = select(proposals.c.proposal).where(proposals.c.proposal_id == proposal_id)
    text = connection.execute(query).scalar_one_or_none()
    if text is None:
        raise proposal_unknown()
    return codec.from_json(text)
