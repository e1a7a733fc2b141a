"""Masks and erases records of protection in the data base, so that the chain still vouches for what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from ledger.event import EventDraft, format_instant, parse_instant
from ledger.request_key import RequestKey
from ledger.sql import Database, append, lock
from verifier.leads.kept_lead import KeptLead
from verifier.outcome.case_outcome import CaseOutcome
from verifier.protection.codec import Codec, vouching
from verifier.protection.records import record_stale, record_unknown
from verifier.protection.retention import Held, RetentionOrder, Step, is_over, masked
from verifier.referral.call_back import CallBack
from verifier.referral.referral import Referral
from verifier.sql.protection_records import row_of
from verifier.sql.protection_tables import (
    CALL_BACKS,
    LEADS,
    OUTCOMES,
    REFERRALS,
    RETENTIONS,
    TIPS,
    Shelf,
    case_cues,
    referred_cases,
    requests,
)
from verifier.tips.tip import Tip

_CUES: Final = "cues"  # of a case: rows without a text, under the name cues/CASE


class SqlShelves:
    """The `Shelves` port over a data base."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._orders = Codec(RetentionOrder)
        self._kinds: dict[str, tuple[Shelf, Codec[Any]]] = {
            shelf.collection: (shelf, Codec(kind))
            for shelf, kind in (
                (CALL_BACKS, CallBack),
                (REFERRALS, Referral),
                (OUTCOMES, CaseOutcome),
                (TIPS, Tip),
                (LEADS, KeptLead),
            )
        }

    def find(self, name: str) -> Held:
        collection, _, identifier = name.partition("/")

        def work(connection: Connection) -> Held | None:
            if collection == _CUES:
                return _cues_of(connection, identifier)
            if collection not in self._kinds:
                return None
            rows, contents = self._kinds[collection][0].rows, self._kinds[collection][0].contents
            query = select(rows).join(contents, contents.c.record_id == rows.c.record_id)
            row = connection.execute(query.where(rows.c.record_id == identifier)).one_or_none()
            return _held(collection, row) if row is not None else None

        held = self._database.read(work)
        if held is None:
            raise record_unknown()
        return held

    def of_case(self, case_id: str) -> Sequence[Held]:
        def work(connection: Connection) -> list[Held]:
            found = []
            for collection, (shelf, _) in self._kinds.items():
                rows, contents = shelf.rows, shelf.contents
                query = select(rows).join(contents, contents.c.record_id == rows.c.record_id)
                query = query.where(rows.c.case_id == case_id).order_by(rows.c.created_at, rows.c.record_id)
                found += [_held(collection, row) for row in connection.execute(query)]
            cues = _cues_of(connection, case_id)
            return [*found, cues] if cues is not None else found

        return self._database.read(work) if case_id else []

    def due(self, step: Step, now: datetime) -> Sequence[Held]:
        def work(connection: Connection) -> list[Held]:
            found = []
            for collection, (shelf, codec) in self._kinds.items():
                rows, contents = shelf.rows, shelf.contents
                query = select(rows, contents.c.content).join(contents, contents.c.record_id == rows.c.record_id)
                for row in connection.execute(query.order_by(rows.c.created_at)):
                    held = _held(collection, row)
                    if not is_over(held, step, now):
                        break  # the rest is younger
                    record = codec.from_json(row.content)
                    if step is Step.ERASE or masked(record) != record:
                        found.append(held)
            return found + (_old_cues(connection, now) if step is Step.ERASE else [])

        return sorted(self._database.read(work), key=lambda held: (held.created_at, held.name))

    def carry_out(
        self, before: RetentionOrder, after: RetentionOrder, draft: EventDraft, key: RequestKey
    ) -> RetentionOrder:
        def work(connection: Connection) -> RetentionOrder:
            lock(connection)
            if self._database.is_sqlite:
                # what is deleted is overwritten as well, not only taken off the map
                connection.exec_driver_sql("PRAGMA secure_delete=ON")
            text = self._orders.to_json(after)
            event = append(connection, vouching(draft, text))
            rows, contents = RETENTIONS.rows, RETENTIONS.contents
            is_as_before = (rows.c.record_id == before.record_id) & (rows.c.version == before.version)
            changed = connection.execute(update(rows).where(is_as_before).values(row_of(after, text, event.sequence)))
            if changed.rowcount != 1:
                raise record_stale()
            connection.execute(update(contents).where(contents.c.record_id == after.record_id).values(content=text))
            row = {"request_id": key.request_id, "digest": key.digest, "record_id": after.record_id}
            connection.execute(insert(requests).values(row))
            for held in after.targets:
                self._apply(connection, after, held, draft)
            return after

        done = self._database.write(work)
        self._scrub()
        return done

    def _apply(self, connection: Connection, order: RetentionOrder, held: Held, draft: EventDraft) -> None:
        collection, _, identifier = held.name.partition("/")
        told = EventDraft(
            f"protection.{'masked' if order.step is Step.MASK else 'erased'}",
            draft.actor,
            held.name,
            {"order": order.name, "version": held.version + 1},
            draft.recorded_at,
        )
        if collection == _CUES:
            _erase_cues(connection, identifier, told, step=order.step)
            return
        shelf, codec = self._kinds[collection]
        rows, contents = shelf.rows, shelf.contents
        query = select(rows.c.version, contents.c.content).join(contents, contents.c.record_id == rows.c.record_id)
        row = connection.execute(query.where(rows.c.record_id == identifier)).one_or_none()
        if row is None or row.version != held.version:
            raise record_stale()
        if order.step is Step.MASK:
            _mask(connection, shelf, codec, row.content, told)
        else:
            _erase(connection, shelf, identifier, held, told)
        # the digest of a request could be tried out against guesses of what it said
        connection.execute(delete(requests).where(requests.c.record_id == identifier))

    def _scrub(self) -> None:
        """SQLite's log still holds the pages as they were: it is taken into the file and emptied."""
        if not self._database.is_sqlite:
            return
        raw = self._database.engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            raw.close()


def _mask(connection: Connection, shelf: Shelf, codec: Codec[Any], content: str, told: EventDraft) -> None:
    before = codec.from_json(content)
    after = replace(masked(before), version=before.version + 1)
    text = codec.to_json(after)
    event = append(connection, vouching(told, text))
    rows, contents = shelf.rows, shelf.contents
    connection.execute(
        update(rows).where(rows.c.record_id == after.record_id).values(row_of(after, text, event.sequence))
    )
    connection.execute(update(contents).where(contents.c.record_id == after.record_id).values(content=text))


def _erase(connection: Connection, shelf: Shelf, identifier: str, held: Held, told: EventDraft) -> None:
    # the event vouches for there being no text any more
    event = append(connection, replace(told, body={**told.body, "record_sha256": ""}))
    rows, contents = shelf.rows, shelf.contents
    values = {
        "case_id": "",
        "version": held.version + 1,
        "event_sequence": event.sequence,
        "record_digest": "",
    }
    connection.execute(delete(contents).where(contents.c.record_id == identifier))
    connection.execute(update(rows).where(rows.c.record_id == identifier).values(values))


def _erase_cues(connection: Connection, case_id: str, told: EventDraft, *, step: Step) -> None:
    if step is Step.MASK:
        return  # codes, and nothing to mask
    append(connection, told)
    connection.execute(delete(case_cues).where(case_cues.c.case_id == case_id))
    connection.execute(delete(referred_cases).where(referred_cases.c.case_id == case_id))


def _cues_of(connection: Connection, case_id: str) -> Held | None:
    oldest = connection.execute(
        select(func.min(case_cues.c.created_at)).where(case_cues.c.case_id == case_id)
    ).scalar_one_or_none()
    return Held(f"{_CUES}/{case_id}", 1, parse_instant(oldest)) if oldest else None


def _old_cues(connection: Connection, now: datetime) -> list[Held]:
    query = select(case_cues.c.case_id, func.min(case_cues.c.created_at).label("at")).group_by(case_cues.c.case_id)
    query = query.having(func.min(case_cues.c.created_at) < format_instant(now))
    found = [Held(f"{_CUES}/{row.case_id}", 1, parse_instant(row.at)) for row in connection.execute(query)]
    return [held for held in found if is_over(held, Step.ERASE, now)]


def _held(collection: str, row: Row[Any]) -> Held:
    return Held(f"{collection}/{row.record_id}", row.version, parse_instant(row.created_at))
