"""Holds every version of every entry against the ledger event that vouches for it."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

from sqlalchemy import Connection, Row, Table, select, tuple_

from ledger.chain import ChainFault, FaultKind
from ledger.event import format_instant
from ledger.sql import Database
from watchlist.codec import content_digest, from_json
from watchlist.sql.tables import entries, history
from watchlist.vouching import digest_of_versions, entry_digest

_PAGE: Final = 1000


@dataclass(frozen=True, slots=True)
class Vouched:
    """What the ledger says of entries.

    `digests`: by event sequence, the digest over the versions that it made. `is_older`: some events are from before
    versions were vouched for. `masked`: ids of entries whose personal data was taken out by an approved proposal.
    """

    digests: Mapping[int, str]
    is_older: bool
    masked: Set[str]


def verify_versions(database: Database, vouched: Vouched, *, up_to_sequence: int) -> Iterator[ChainFault]:
    """Entries and kept versions that are not as their event tells, are gone, or were put in.

    What changed after `up_to_sequence` is left to the next audit.
    """
    missing = dict(vouched.digests)
    rows = heapq.merge(_rows(database, entries), _rows(database, history), key=attrgetter("event_sequence"))
    for sequence, group in groupby(rows, key=attrgetter("event_sequence")):
        if sequence > up_to_sequence:
            break
        versions = []
        for row in group:
            if not _is_itself(row, vouched.masked):
                yield ChainFault(FaultKind.MISMATCH, sequence, f"entries/{row.entry_id} is not as it was written")
            versions.append((row.entry_id, row.entry_digest))
        expected = missing.pop(sequence, None)
        if expected is None and not (sequence == 0 and vouched.is_older):
            yield ChainFault(FaultKind.MISMATCH, sequence, f"entries/{versions[0][0]}: no event tells of it")
        elif expected is not None and digest_of_versions(versions) != expected:
            yield ChainFault(FaultKind.MISMATCH, sequence, "the entries of this event are not those that it tells of")
    for sequence in missing:
        if sequence <= up_to_sequence:
            yield ChainFault(FaultKind.MISSING, sequence, "the entries of this event are gone")


def _rows(database: Database, table: Table) -> Iterator[Row[Any]]:
    place = (-1, "")
    while page := database.read(partial(_page, table=table, after=place)):
        yield from page
        place = (page[-1].event_sequence, page[-1].entry_id)


def _page(connection: Connection, *, table: Table, after: tuple[int, str]) -> list[Row[Any]]:
    place = tuple_(table.c.event_sequence, table.c.entry_id)
    query = select(table).where(place > after).order_by(table.c.event_sequence, table.c.entry_id)
    return list(connection.execute(query.limit(_PAGE)))


def _is_itself(row: Row[Any], masked: Set[str]) -> bool:
    """The text has the digest beside it, and the columns say what the text says."""
    if row.entry_digest == "" and row.event_sequence == 0:
        return True  # from before versions were vouched for
    if getattr(row, "masked_at", ""):
        return row.entry_id in masked
    if entry_digest(row.entry) != row.entry_digest:
        return False
    entry = from_json(row.entry)
    if (entry.entry_id, entry.version) != (row.entry_id, row.version):
        return False
    if not hasattr(row, "revoked_at"):
        return True
    told = (entry.list_id, entry.kind.value, entry.category.value, content_digest(entry))
    revoked_at = format_instant(entry.revoked_at) if entry.revoked_at else ""
    return (*told, revoked_at) == (row.list_id, row.kind, row.category, row.content_digest, row.revoked_at)
