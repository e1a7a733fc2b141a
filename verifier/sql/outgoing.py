"""The records of a post that go to the centre with their events."""

from __future__ import annotations

from sqlalchemy import Connection, select

from ledger.outbox.delivery import Record
from verifier.sql.tables import case_records, cases


def records_between(connection: Connection, after: int, up_to: int) -> list[Record]:
    """Cases whose last event has a sequence above `after` and up to `up_to`; older states of a case are not kept."""
    query = (
        select(cases.c.case_id, cases.c.event_sequence, case_records.c.record)
        .join(case_records, cases.c.case_id == case_records.c.case_id)
        .where(cases.c.event_sequence > after, cases.c.event_sequence <= up_to)
        .order_by(cases.c.event_sequence)
    )
    return [Record(f"cases/{row.case_id}", row.event_sequence, row.record) for row in connection.execute(query)]
