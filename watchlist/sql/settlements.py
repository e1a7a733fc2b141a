"""The settlement store in SQL: settlement, ledger event and request id in one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final

from sqlalchemy import Connection, Row, insert, select, update

from ledger.chain import ChainFault, FaultKind
from ledger.event import EventDraft, format_instant
from ledger.request_key import RequestKey, request_reused
from ledger.sql import Database, append, lock
from watchlist.compare.document import bare
from watchlist.entry import DocumentKey
from watchlist.exclusions import codec
from watchlist.exclusions.settlement import Settlement, SettlementState
from watchlist.exclusions.store import SettlementPage, page_of, speaks, stale, unknown
from watchlist.search.exclusions import Exclusion
from watchlist.sql.tables import exclusions, requests

_BATCH: Final = 200


class SqlSettlementStore:
    """The `SettlementStore` port over a data base; also what searches ask."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_documents(self, documents: Sequence[DocumentKey]) -> Sequence[Exclusion]:
        numbers = sorted({number for document in documents if (number := bare(document.number))})
        query = select(exclusions.c.settlement).where(exclusions.c.number.in_(numbers), exclusions.c.speaks.is_(True))
        texts = self._database.read(lambda connection: connection.execute(query).scalars().all()) if numbers else ()
        return [codec.from_json(text).exclusion for text in texts]

    def answered(self, request: RequestKey) -> str:
        return self._database.read(lambda connection: _answered(connection, request))

    def keep(self, settlement: Settlement, draft: EventDraft, request: RequestKey) -> Settlement:
        def work(connection: Connection) -> Settlement:
            lock(connection)
            if known := _answered(connection, request):
                return _get(connection, known)
            columns = _columns(settlement, append(connection, draft).sequence)
            if settlement.version == 1:
                row = {"settlement_id": settlement.settlement_id, **columns}
                connection.execute(insert(exclusions).values(**row))
            else:
                this = exclusions.c.settlement_id == settlement.settlement_id
                before = exclusions.c.version == settlement.version - 1
                if connection.execute(update(exclusions).where(this, before).values(**columns)).rowcount != 1:
                    raise stale()
            answer = {"request_id": request.request_id, "digest": request.digest, "answer": settlement.settlement_id}
            connection.execute(insert(requests).values(**answer))
            return settlement

        return self._database.write(work)

    def get(self, settlement_id: str) -> Settlement:
        return self._database.read(lambda connection: _get(connection, settlement_id))

    def list(self, state: SettlementState | None, *, now: datetime, page_size: int, page_token: str) -> SettlementPage:
        found: list[Settlement] = []
        after = page_token
        # the state is a matter of time: pages are filled until there are enough that fit
        while len(found) <= page_size and (rows := self._database.read(partial(_batch, after=after))):
            batch = [codec.from_json(row.settlement) for row in rows]
            found.extend(each for each in batch if state in {None, each.state_at(now)})
            after = rows[-1].settlement_id
        return page_of(found[: page_size + 1], page_size)


def verify_settlements(
    database: Database, vouched: Mapping[str, tuple[int, str]], *, up_to_sequence: int
) -> Iterator[ChainFault]:
    """Settlements that are not as their last event vouches for them (sequence and digest by name), or gone."""
    missing = dict(vouched)
    after = ""
    while rows := database.read(partial(_batch, after=after)):
        for row in rows:
            name = f"exclusions/{row.settlement_id}"
            expected = missing.pop(name, (0, ""))
            is_told = (row.event_sequence, codec.settlement_digest(row.settlement)) == expected and _fits(row)
            if row.event_sequence <= up_to_sequence and not is_told:
                detail = f"{name} is not the record of its last event"
                yield ChainFault(FaultKind.MISMATCH, row.event_sequence, detail)
        after = rows[-1].settlement_id
    for name, (sequence, _) in missing.items():
        yield ChainFault(FaultKind.MISSING, sequence, f"{name} is gone")


def _fits(row: Row[Any]) -> bool:
    columns = _columns(codec.from_json(row.settlement), row.event_sequence)
    return all(getattr(row, name) == value for name, value in columns.items())


def _columns(settlement: Settlement, sequence: int) -> dict[str, object]:
    return {
        "number": bare(settlement.exclusion.document.number),
        "entry_id": settlement.exclusion.entry_id,
        "speaks": speaks(settlement),
        "expires_at": format_instant(settlement.exclusion.expires_at),
        "version": settlement.version,
        "event_sequence": sequence,
        "settlement": codec.to_json(settlement),
    }


def _batch(connection: Connection, *, after: str) -> list[Row[Any]]:
    query = select(exclusions).where(exclusions.c.settlement_id > after).order_by(exclusions.c.settlement_id)
    return list(connection.execute(query.limit(_BATCH)))


def _get(connection: Connection, settlement_id: str) -> Settlement:
    query = select(exclusions.c.settlement).where(exclusions.c.settlement_id == settlement_id)
    text = connection.execute(query).scalar_one_or_none()
    if text is None:
        raise unknown()
    return codec.from_json(text)


def _answered(connection: Connection, request: RequestKey) -> str:
    row = connection.execute(select(requests).where(requests.c.request_id == request.request_id)).one_or_none()
    if row is None:
        return ""
    if row.digest != request.digest:
        raise request_reused()
    return str(row.answer)
