"""The outbox of a post in SQL: the ledger itself, and how much of it the centre has."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, func, insert, select, update

from ledger.chain import EMPTY, Head
from ledger.outbox.delivery import Delivery, Record, chain_forked
from ledger.sql.database import Database
from ledger.sql.delivery_tables import outbox
from ledger.sql.events import event_of
from ledger.sql.tables import events

RecordsBetween = Callable[[Connection, int, int], Sequence[Record]]


class SqlOutbox:
    """The `Outbox` port over a data base."""

    def __init__(self, database: Database, records_between: RecordsBetween, new_id: Callable[[], str]) -> None:
        """`records_between(connection, after, up_to)`: current records whose last event is in that span."""
        self._database = database
        self._records_between = records_between
        self._new_id = new_id

    def writer_id(self) -> str:
        query = select(outbox.c.writer_id).where(outbox.c.id == 1)
        known = self._database.read(lambda connection: connection.execute(query).scalar_one_or_none())
        return str(known) if known else self._database.write(self._made_writer_id)

    def _made_writer_id(self, connection: Connection) -> str:
        known = connection.execute(select(outbox.c.writer_id).where(outbox.c.id == 1)).scalar_one_or_none()
        if known:
            return str(known)
        writer_id = self._new_id()
        row = {"id": 1, "writer_id": writer_id, "sequence": EMPTY.sequence, "digest": EMPTY.digest}
        connection.execute(insert(outbox).values(row))
        return writer_id

    def align(self, head: Head) -> None:
        def work(connection: Connection) -> None:
            query = select(events.c.digest).where(events.c.sequence == head.sequence)
            own = EMPTY.digest if head == EMPTY else connection.execute(query).scalar_one_or_none()
            if own != head.digest:
                raise chain_forked()
            values = {"sequence": head.sequence, "digest": head.digest}
            connection.execute(update(outbox).where(outbox.c.id == 1).values(values))

        self._database.write(work)

    def pending(self, limit: int) -> Delivery:
        def work(connection: Connection) -> Delivery:
            row = connection.execute(select(outbox).where(outbox.c.id == 1)).one()
            query = select(events).where(events.c.sequence > row.sequence).order_by(events.c.sequence).limit(limit)
            found = tuple(event_of(each) for each in connection.execute(query).mappings())
            if not found:
                return Delivery(row.writer_id)
            records = self._records_between(connection, row.sequence, found[-1].sequence)
            return Delivery(row.writer_id, found, tuple(records))

        return self._database.read(work)

    def pending_count(self) -> int:
        def work(connection: Connection) -> int:
            sequence = connection.execute(select(outbox.c.sequence).where(outbox.c.id == 1)).scalar_one_or_none() or 0
            query = select(func.count()).select_from(events).where(events.c.sequence > sequence)
            return int(connection.execute(query).scalar_one())

        return self._database.read(work)
