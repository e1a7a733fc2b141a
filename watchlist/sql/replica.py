"""The copy of the list at a post: a SQLite file of its own with the same tables, so whatever searches can read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Final

from sqlalchemy import Connection, delete, insert, select, update

from ledger.event import EventDraft, format_instant, parse_instant
from ledger.request_key import RequestKey
from ledger.sql import Database
from watchlist.codec import from_json
from watchlist.imports.record import ImportMark, Landing
from watchlist.imports.revision import Revisions
from watchlist.index.compact import compact_number
from watchlist.lifecycle.proposal import Proposal
from watchlist.lifecycle.store import Verdict
from watchlist.replica.copy import CopyState
from watchlist.replica.faults import changes_gap, replica_read_only
from watchlist.replica.row import Row
from watchlist.sql.bulk import roomy
from watchlist.sql.change_log import digest_of_list
from watchlist.sql.entries import SqlEntryStore
from watchlist.sql.imports import SqlListStore
from watchlist.sql.proposals import SqlProposalStore
from watchlist.sql.replica_tables import replica
from watchlist.sql.tables import entries, history, versions
from watchlist.store import Changes
from watchlist.vouching import entry_digest

_BATCH: Final = 1000
_COLUMNS: Final = (
    "entry_id", "list_id", "kind", "category", "revoked_at", "version", "list_version", "content_digest",
    "entry_digest", "recorded_at", "event_sequence", "entry", "number",
)  # fmt: skip
# plain SQL: SQLAlchemy's own many-row insert costs as much again as SQLite does
_UPSERT: Final = (
    f"INSERT INTO {entries.name} ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))}) "  # noqa: S608 - ours
    f"ON CONFLICT (entry_id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _COLUMNS[1:])}"
)


class SqlListCopy:
    """The `ListCopy` port over a data base of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def state(self) -> CopyState:
        query = select(replica).where(replica.c.id == 1)
        row = self._database.read(lambda connection: connection.execute(query).one_or_none())
        if row is None:
            return CopyState()
        return CopyState(
            row.list_version,
            _instant(row.as_of),
            _instant(row.valid_until),
            _instant(row.latest_seen),
            row.is_diverged,
        )

    def apply(self, rows: Sequence[Row], state: CopyState, *, known_version: int) -> None:
        def work(connection: Connection) -> None:
            if _version(connection) != known_version:
                raise changes_gap()  # another process was faster
            _put(connection, rows)
            _be_in(connection, state)

        self._database.write(work)

    def install(self, rows: Iterable[Row], state: CopyState) -> None:
        def work(connection: Connection) -> None:
            connection.execute(delete(history))
            connection.execute(delete(entries))
            _put(connection, rows)
            _be_in(connection, state)

        self._database.write(work)

    def see(self, now: datetime) -> None:
        text = format_instant(now)
        later = update(replica).where(replica.c.id == 1, replica.c.latest_seen < text).values(latest_seen=text)
        self._database.write(lambda connection: connection.execute(later))

    def list_digest(self) -> str:
        return self._database.read(digest_of_list)


class ReplicaProposalStore(SqlProposalStore):
    """The `ProposalStore` port at a post: supervisors work at the centre."""

    def propose(self, proposal: Proposal, draft: EventDraft, request: RequestKey) -> Proposal:
        """Raises LintasError REPLICA_READ_ONLY."""
        raise replica_read_only()

    def decide(self, verdict: Verdict, draft: EventDraft, request: RequestKey) -> Proposal:
        """Raises LintasError REPLICA_READ_ONLY."""
        raise replica_read_only()

    def change_entries(self, changes: Changes, draft: EventDraft, request: RequestKey, *, base_version: int) -> None:
        """Raises LintasError REPLICA_READ_ONLY."""
        raise replica_read_only()


class ReplicaListStore(SqlListStore):
    """The `ListStore` port over a copy: lists are imported at the centre."""

    def begin(self, mark: ImportMark) -> None:
        """Raises LintasError REPLICA_READ_ONLY."""
        raise replica_read_only()

    def take_in(
        self, landing: Landing, revisions: Revisions, draft: EventDraft, request: RequestKey, *, base_version: int
    ) -> int:
        """Raises LintasError REPLICA_READ_ONLY."""
        raise replica_read_only()


class ReplicaEntryStore(SqlEntryStore):
    """The `EntryStore` port over a copy: reads like any other, refuses every change."""

    def apply(self, changes: Changes, draft: EventDraft, *, base_version: int | None = None) -> int:
        """Raises LintasError REPLICA_READ_ONLY."""
        raise replica_read_only()


def _version(connection: Connection) -> int:
    return int(connection.execute(select(replica.c.list_version)).scalar_one_or_none() or 0)


def _put(connection: Connection, rows: Iterable[Row]) -> None:
    """Latest states; what they replace is not kept at a post."""
    with roomy(connection):
        for batch in _batches(rows):
            connection.exec_driver_sql(_UPSERT, batch)


def _be_in(connection: Connection, state: CopyState) -> None:
    values = {
        "list_version": state.list_version,
        "as_of": _text(state.as_of),
        "valid_until": _text(state.valid_until),
        "latest_seen": _text(state.latest_seen),
        "is_diverged": state.is_diverged,
    }
    if connection.execute(update(replica).where(replica.c.id == 1).values(values)).rowcount == 0:
        connection.execute(insert(replica).values(id=1, **values))
    connection.execute(update(versions).where(versions.c.id == 1).values(list_version=state.list_version))


def _values(row: Row) -> tuple[object, ...]:
    """In the order of `_COLUMNS`."""
    entry = from_json(row.entry)
    return (
        entry.entry_id,
        entry.list_id,
        entry.kind.value,
        entry.category.value,
        format_instant(entry.revoked_at) if entry.revoked_at else "",
        entry.version,
        row.list_version,
        "",  # the content's digest: only imports ask for it, and there are none here
        entry_digest(row.entry),
        row.recorded_at,
        row.event_sequence,
        row.entry,
        compact_number(entry),
    )


def _batches(rows: Iterable[Row]) -> Iterator[list[tuple[object, ...]]]:
    remaining = map(_values, rows)
    while batch := list(islice(remaining, _BATCH)):
        yield batch


def _text(instant: datetime | None) -> str:
    return format_instant(instant) if instant else ""


def _instant(text: str) -> datetime | None:
    return parse_instant(text) if text else None
