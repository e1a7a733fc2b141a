"""The ledger in SQL. `append` joins the caller's transaction: the event and what it tells of stand or fall together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

from sqlalchemy import Connection, RowMapping, insert, select, update

from ledger.actor import Actor, Role
from ledger.chain import EMPTY, Head, link
from ledger.event import Event, EventDraft, format_instant, parse_instant
from ledger.sql.database import Database
from ledger.sql.tables import events, heads

_PAGE = 1000


def append(connection: Connection, draft: EventDraft) -> Event:
    """Append within the transaction of `connection`; the lock on the head lasts until it ends."""
    event = link(draft, _locked_head(connection))
    connection.execute(insert(events).values(row_of(event)))
    connection.execute(update(heads).where(heads.c.id == 1).values(sequence=event.sequence, digest=event.digest))
    return event


def lock(connection: Connection) -> None:
    """Put this transaction in line before it looks at anything that another may be about to write."""
    _locked_head(connection)


def _locked_head(connection: Connection) -> Head:
    query = select(heads.c.sequence, heads.c.digest).where(heads.c.id == 1).with_for_update()
    row = connection.execute(query).one_or_none()
    if row is None:
        connection.execute(insert(heads).values(id=1, sequence=EMPTY.sequence, digest=EMPTY.digest))
        return EMPTY
    return Head(row.sequence, row.digest)


def row_of(event: Event) -> dict[str, object]:
    """The event as a row of `ledger_events`."""
    return {
        "sequence": event.sequence,
        "kind": event.kind,
        "device_id": event.actor.device_id,
        "officer_id": event.actor.officer_id,
        "role": event.actor.role.value,
        "subject": event.subject,
        "body": event.body_json,
        "recorded_at": format_instant(event.recorded_at),
        "previous_digest": event.previous_digest,
        "digest": event.digest,
    }


def event_of(row: RowMapping) -> Event:
    """The event. A row that was spoilt still comes out, under a kind that its digest cannot fit: audits go on."""
    kind = str(row["kind"])
    try:
        role, recorded_at = Role(row["role"]), parse_instant(row["recorded_at"])
    except (TypeError, ValueError):
        kind, role, recorded_at = f"unreadable:{kind}", Role.SYSTEM, datetime.fromtimestamp(0, UTC)
    return Event(
        sequence=row["sequence"],
        kind=kind,
        actor=Actor(str(row["device_id"]), str(row["officer_id"]), role),
        subject=str(row["subject"]),
        body_json=str(row["body"]),
        recorded_at=recorded_at,
        previous_digest=row["previous_digest"],
        digest=row["digest"],
    )


class SqlLedger:
    """The `Ledger` port over a data base."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, draft: EventDraft) -> Event:
        return self._database.write(lambda connection: append(connection, draft))

    def events(self, *, after_sequence: int = 0, subject: str = "") -> Iterator[Event]:
        while page := self._database.read(partial(_page, after_sequence=after_sequence, subject=subject)):
            yield from page
            after_sequence = page[-1].sequence

    def head(self) -> Head:
        return self._database.read(_head)

    def newest(self, kind: str, *, after_sequence: int = 0) -> Event | None:
        """The last event of one kind with a higher sequence; None where there is none."""
        wanted = (events.c.kind == kind, events.c.sequence > after_sequence)
        query = select(events).where(*wanted).order_by(events.c.sequence.desc()).limit(1)
        row = self._database.read(lambda connection: connection.execute(query).mappings().one_or_none())
        return event_of(row) if row is not None else None


def _page(connection: Connection, *, after_sequence: int, subject: str) -> list[Event]:
    query = select(events).where(events.c.sequence > after_sequence).order_by(events.c.sequence).limit(_PAGE)
    if subject:
        query = query.where(events.c.subject == subject)
    return [event_of(row) for row in connection.execute(query).mappings()]


def _head(connection: Connection) -> Head:
    row = connection.execute(select(heads.c.sequence, heads.c.digest).where(heads.c.id == 1)).one_or_none()
    return Head(row.sequence, row.digest) if row else EMPTY
