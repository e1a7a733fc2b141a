"""What posts delivered, in SQL: each writer's own chain, anchored in the centre's chain by an event a delivery."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final

from sqlalchemy import Connection, Row, insert, select, tuple_, update

from ledger.actor import Actor
from ledger.chain import EMPTY, ChainFault, FaultKind, Head, verify
from ledger.event import Event, EventDraft, JsonValue
from ledger.outbox.delivery import Delivery, Receipt, Record, check_records, is_vouched, new_events, writer_taken
from ledger.sql.database import Database
from ledger.sql.delivery_tables import delivered_events, delivered_heads, delivered_records
from ledger.sql.events import append, event_of, lock, row_of

_PAGE: Final = 1000


class SqlInbox:
    """The `Inbox` port over a data base."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def receive(self, delivery: Delivery, actor: Actor) -> Receipt:
        def work(connection: Connection) -> Receipt:
            lock(connection)  # two deliveries of one writer at once: the second then finds what the first wrote
            head = _head_of(connection, delivery.writer_id, actor)
            fresh = new_events(delivery, head, _known(connection, delivery))
            if not fresh:
                return Receipt(head)
            records = check_records(delivery, fresh)
            after = Head(fresh[-1].sequence, fresh[-1].digest)
            _keep(connection, delivery.writer_id, fresh, records)
            _move_head(connection, delivery.writer_id, actor, after, is_first=head == EMPTY)
            append(connection, self._anchor(delivery.writer_id, actor, fresh))
            return Receipt(after, len(fresh))

        return self._database.write(work)

    def _anchor(self, writer_id: str, actor: Actor, fresh: tuple[Event, ...]) -> EventDraft:
        body: dict[str, JsonValue] = {
            "first_sequence": fresh[0].sequence,
            "last_sequence": fresh[-1].sequence,
            "digest": fresh[-1].digest,
        }
        return EventDraft("post.delivered", actor, f"writers/{writer_id}", body, self._now())

    def writers(self) -> dict[str, Head]:
        """Every writer and the end of its chain here."""
        rows = self._database.read(lambda connection: connection.execute(select(delivered_heads)).all())
        return {row.writer_id: Head(row.sequence, row.digest) for row in rows}

    def events(self, writer_id: str) -> Iterator[Event]:
        """A writer's chain, in its order."""
        after = 0
        while page := self._database.read(partial(_page, writer_id=writer_id, after=after)):
            yield from page
            after = page[-1].sequence

    def records(self, writer_id: str) -> dict[str, str]:
        """A writer's current records by subject."""
        query = select(delivered_records).where(delivered_records.c.writer_id == writer_id)
        rows = self._database.read(lambda connection: connection.execute(query).all())
        return {row.subject: row.record for row in rows}

    def kept(self, collection: str) -> Iterator[tuple[str, Record]]:
        """Current records whose subject begins with `collection`/, by writer and subject, as (writer, record)."""
        after = ("", "")
        while page := self._database.read(partial(_records_after, prefix=f"{collection}/", after=after)):
            yield from ((row.writer_id, Record(row.subject, row.event_sequence, row.record)) for row in page)
            after = (page[-1].writer_id, page[-1].subject)

    def verify(self) -> Iterator[tuple[str, ChainFault]]:
        """Every break in every writer's chain, and every record that is not what its event vouches for.

        As (writer, fault). A record that is gone is no fault: retention erases records, never events.
        """
        for writer_id, head in self.writers().items():
            yield from ((writer_id, fault) for fault in verify(self.events(writer_id), head))
        after = ("", "")
        while page := self._database.read(partial(_records_after, prefix="", after=after)):
            events = self._database.read(partial(_events_of, page=page))
            for row in page:
                record = Record(row.subject, row.event_sequence, row.record)
                if not is_vouched(record, events.get((row.writer_id, row.event_sequence))):
                    detail = f"{row.subject} is not the record of its event"
                    yield row.writer_id, ChainFault(FaultKind.MISMATCH, row.event_sequence, detail)
            after = (page[-1].writer_id, page[-1].subject)


def _head_of(connection: Connection, writer_id: str, actor: Actor) -> Head:
    row = connection.execute(select(delivered_heads).where(delivered_heads.c.writer_id == writer_id)).one_or_none()
    if row is None:
        return EMPTY
    if row.device_id != actor.device_id:
        raise writer_taken()
    return Head(row.sequence, row.digest)


def _known(connection: Connection, delivery: Delivery) -> dict[int, str]:
    sequences = [event.sequence for event in delivery.events]
    query = select(delivered_events.c.sequence, delivered_events.c.digest).where(
        delivered_events.c.writer_id == delivery.writer_id, delivered_events.c.sequence.in_(sequences)
    )
    return {row.sequence: row.digest for row in connection.execute(query)} if sequences else {}


def _keep(connection: Connection, writer_id: str, fresh: tuple[Event, ...], records: tuple[Record, ...]) -> None:
    connection.execute(insert(delivered_events), [{"writer_id": writer_id, **row_of(event)} for event in fresh])
    table = delivered_records
    for record in records:
        values = {"event_sequence": record.event_sequence, "record": record.content}
        own = (table.c.writer_id == writer_id, table.c.subject == record.subject)
        if connection.execute(update(table).where(*own).values(values)).rowcount == 0:
            connection.execute(insert(table).values(writer_id=writer_id, subject=record.subject, **values))


def _move_head(connection: Connection, writer_id: str, actor: Actor, head: Head, *, is_first: bool) -> None:
    values = {"sequence": head.sequence, "digest": head.digest}
    if is_first:
        connection.execute(insert(delivered_heads).values(writer_id=writer_id, device_id=actor.device_id, **values))
    else:
        connection.execute(update(delivered_heads).where(delivered_heads.c.writer_id == writer_id).values(values))


def _page(connection: Connection, *, writer_id: str, after: int) -> list[Event]:
    query = select(delivered_events).where(
        delivered_events.c.writer_id == writer_id, delivered_events.c.sequence > after
    )
    return [event_of(row) for row in connection.execute(query.order_by("sequence").limit(_PAGE)).mappings()]


def _records_after(connection: Connection, *, prefix: str, after: tuple[str, str]) -> list[Row[Any]]:
    table = delivered_records
    place = tuple_(table.c.writer_id, table.c.subject)
    query = select(table).where(place > after, table.c.subject.startswith(prefix, autoescape=True))
    return list(connection.execute(query.order_by(table.c.writer_id, table.c.subject).limit(_PAGE)))


def _events_of(connection: Connection, *, page: Sequence[Row[Any]]) -> dict[tuple[str, int], Event]:
    """The events of these records, by writer and sequence."""
    table, found = delivered_events, {}
    for writer_id in {row.writer_id for row in page}:
        sequences = [row.event_sequence for row in page if row.writer_id == writer_id]
        query = select(table).where(table.c.writer_id == writer_id, table.c.sequence.in_(sequences))
        for row in connection.execute(query).mappings():
            found[writer_id, row["sequence"]] = event_of(row)
    return found
