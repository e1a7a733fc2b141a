"""Whether the records of protection are as their events vouch for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from ledger.chain import ChainFault, FaultKind
from ledger.sql import Database
from verifier.protection.codec import digest_of
from verifier.sql.protection_tables import (
    CALL_BACKS,
    LEADS,
    OUTCOMES,
    REFERRALS,
    RETENTIONS,
    TIPS,
    TRAINING_RESULTS,
    Shelf,
)

SHELVES: Final = (CALL_BACKS, REFERRALS, OUTCOMES, TIPS, RETENTIONS, LEADS, TRAINING_RESULTS)
_PAGE: Final = 500


def verify_protection(
    database: Database, vouched: Mapping[str, tuple[int, str]], *, up_to_sequence: int
) -> Iterator[ChainFault]:
    """Records that are not as the ledger vouches for them, or not there at all.

    `vouched` holds for each resource name the last event's sequence and the digest that it tells of. Records that
    changed after `up_to_sequence` are left to the next audit.
    """
    for shelf in SHELVES:
        missing = {name: each for name, each in vouched.items() if name.startswith(f"{shelf.collection}/")}
        last = ""
        while page := database.read(partial(_page, shelf=shelf, after=last)):
            for row in page:
                name = f"{shelf.collection}/{row.record_id}"
                expected = missing.pop(name, None)
                if row.event_sequence <= up_to_sequence and not _is_as_vouched(row, expected):
                    detail = f"{name} is not the record of its last event"
                    yield ChainFault(FaultKind.MISMATCH, row.event_sequence, detail)
            last = page[-1].record_id
        yield from (ChainFault(FaultKind.MISSING, at, f"{name} is gone") for name, (at, _) in missing.items())


def _is_as_vouched(row: Row[Any], expected: tuple[int, str] | None) -> bool:
    digest = digest_of(row.content) if isinstance(row.content, str) else ""
    return digest == row.record_digest and expected == (row.event_sequence, digest)


def _page(connection: Connection, *, shelf: Shelf, after: str) -> list[Row[Any]]:
    rows, contents = shelf.rows, shelf.contents
    query = (
        select(rows.c.record_id, rows.c.event_sequence, rows.c.record_digest, contents.c.content)
        .join(contents, contents.c.record_id == rows.c.record_id, isouter=True)
        .where(rows.c.record_id > after)
        .order_by(rows.c.record_id)
        .limit(_PAGE)
    )
    return list(connection.execute(query))
