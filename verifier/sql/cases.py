"""The case store in SQL: case, personal record, ledger event and request id in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, insert, select, tuple_, update

from ledger.chain import ChainFault, FaultKind
from ledger.event import EventDraft, format_instant
from ledger.request_key import RequestKey, request_reused
from ledger.short_id import ids_from, several_begin_so
from ledger.sql import Database, append, lock
from verifier.case import Case
from verifier.case_record import digest_of, from_json, to_json
from verifier.sql.case_cues import mark_referred, write_cues
from verifier.sql.crossings import SqlCrossings
from verifier.sql.tables import case_records, case_requests, cases
from verifier.store import CaseFilter, CasePage, case_unknown, decode_token, etag_stale, page_of, vouching

_PAGE = 500


class SqlCaseStore:
    """The `CaseStore` port over a data base."""

    def __init__(self, database: Database, *, crossings: SqlCrossings | None = None) -> None:
        """`crossings` keeps the record that patterns look at; without it no crossing is recorded."""
        self._database = database
        self._crossings = crossings

    def answered(self, request: RequestKey) -> Case | None:
        return self._database.read(lambda connection: _answered(connection, request))

    def record(self, case: Case, draft: EventDraft, request: RequestKey) -> Case:
        def work(connection: Connection) -> Case:
            lock(connection)
            if (known := _answered(connection, request)) is not None:
                return known
            text = to_json(case)
            event = append(connection, vouching(draft, text))
            connection.execute(insert(cases).values(case_id=case.case_id, **_columns(case, text, event.sequence)))
            connection.execute(insert(case_records).values(case_id=case.case_id, record=text))
            write_cues(connection, case)
            if self._crossings is not None:
                self._crossings.on_recorded(connection, case)
            _remember(connection, request, case.case_id)
            return case

        return self._database.write(work)

    def change(self, before: Case, after: Case, draft: EventDraft, request: RequestKey) -> Case:
        def work(connection: Connection) -> Case:
            lock(connection)
            if (known := _answered(connection, request)) is not None:
                return known
            text = to_json(after)
            event = append(connection, vouching(draft, text))
            changed = connection.execute(
                update(cases)
                .where(cases.c.case_id == before.case_id, cases.c.version == before.version)
                .values(**_columns(after, text, event.sequence))
            )
            if changed.rowcount != 1:
                raise etag_stale()
            connection.execute(update(case_records).where(case_records.c.case_id == before.case_id).values(record=text))
            mark_referred(connection, after)
            if self._crossings is not None:
                self._crossings.on_changed(connection, after)
            _remember(connection, request, after.case_id)
            return after

        return self._database.write(work)

    def get(self, case_id: str) -> Case:
        return self._database.read(lambda connection: _get(connection, case_id))

    def list(self, which: CaseFilter, *, page_size: int, page_token: str) -> CasePage:
        query = select(case_records.c.record).join(cases, cases.c.case_id == case_records.c.case_id)
        if which.undecided_only:
            query = query.where(cases.c.outcome == "")
        if which.officer_id:
            query = query.where(cases.c.officer_id == which.officer_id)
        if page_token:
            query = query.where(tuple_(cases.c.created_at, cases.c.case_id) < tuple_(*decode_token(page_token)))
        query = query.order_by(cases.c.created_at.desc(), cases.c.case_id.desc()).limit(page_size + 1)
        found = self._database.read(lambda connection: connection.execute(query).scalars().all())
        return page_of([from_json(text) for text in found], page_size)

    def verify_records(self, vouched: dict[str, tuple[int, str]], *, up_to_sequence: int) -> Iterator[ChainFault]:
        """Cases that are not as the ledger vouches for them, or not there at all.

        `vouched` holds for each case name the last event's sequence and the digest of the record that it tells of.
        Cases that changed after `up_to_sequence` are left to the next audit.
        """
        missing = dict(vouched)
        last = ""
        while page := self._database.read(partial(_record_page, after=last)):
            for row in page:
                name = f"cases/{row.case_id}"
                expected = missing.pop(name, None)
                if row.event_sequence <= up_to_sequence and not _is_as_vouched(row, expected):
                    detail = f"{name} is not the record of its last event"
                    yield ChainFault(FaultKind.MISMATCH, row.event_sequence, detail)
            last = page[-1].case_id
        for name, (sequence, _) in missing.items():
            yield ChainFault(FaultKind.MISSING, sequence, f"{name} is gone")


def _is_as_vouched(row: Row[Any], expected: tuple[int, str] | None) -> bool:
    """The record has the digest that the event tells, and the columns beside it say what the record says."""
    text = row.record
    if not isinstance(text, str) or expected != (row.event_sequence, digest_of(text)):
        return False
    columns = _columns(from_json(text), text, row.event_sequence)
    return all(getattr(row, name) == value for name, value in columns.items())


def _columns(case: Case, text: str, sequence: int) -> dict[str, object]:
    return {
        "version": case.version,
        "created_at": format_instant(case.created_at),
        "device_id": case.actor.device_id,
        "officer_id": case.actor.officer_id,
        "advice": case.examination.advice.kind.value,
        "outcome": case.outcome.value if case.outcome else "",
        "is_specimen": case.examination.is_specimen,
        "event_sequence": sequence,
        "record_digest": digest_of(text),
    }


def _remember(connection: Connection, request: RequestKey, case_id: str) -> None:
    row = {"request_id": request.request_id, "digest": request.digest, "case_id": case_id}
    connection.execute(insert(case_requests).values(row))


def _answered(connection: Connection, request: RequestKey) -> Case | None:
    query = select(case_requests).where(case_requests.c.request_id == request.request_id)
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    if row.digest != request.digest:
        raise request_reused()
    return _get(connection, row.case_id)


def _get(connection: Connection, case_id: str) -> Case:
    column = case_records.c.case_id
    query = select(case_records.c.record)
    text = connection.execute(query.where(column == case_id)).scalar_one_or_none()
    if text is None and (wanted := ids_from(case_id)) is not None:
        begun = query.where(column.between(wanted.first, wanted.last)).limit(2)
        found = connection.execute(begun).scalars().all()
        if len(found) > 1:
            raise several_begin_so()
        text = found[0] if found else None
    if text is None:
        raise case_unknown()
    return from_json(text)


def _record_page(connection: Connection, *, after: str) -> list[Row[Any]]:
    query = (
        select(cases, case_records.c.record)
        .join(case_records, cases.c.case_id == case_records.c.case_id)
        .where(cases.c.case_id > after)
        .order_by(cases.c.case_id)
        .limit(_PAGE)
    )
    return list(connection.execute(query))
