"""When the list last changed: told by the ledger, on both data bases, without reading anything twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from console.list_changes import ListChanges
from ledger.actor import Actor, Role
from ledger.event import EventDraft
from ledger.sql import Database, SqlLedger

_SYSTEM = Actor("tests", "tests", Role.SYSTEM)
_START = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def test_only_what_changes_the_list_counts(database: Database) -> None:
    ledger = SqlLedger(database)
    changes = ListChanges(ledger)
    assert changes.last() is None
    kinds = ("case.examined", "watchlist.imported", "case.examined", "watchlist.proposed", "watchlist.approved", "x.y")
    expected = {"watchlist.imported", "watchlist.approved"}
    last = None
    for number, kind in enumerate(kinds):
        at = _START + timedelta(minutes=number)
        ledger.append(EventDraft(kind, _SYSTEM, "lists/demo", {}, at))
        last = at if kind in expected else last
        assert changes.last() == last
    assert ListChanges(ledger).last() == last


def test_what_was_read_is_not_read_again(database: Database) -> None:
    ledger = SqlLedger(database)
    ledger.append(EventDraft("watchlist.imported", _SYSTEM, "lists/demo", {}, _START))
    asked: list[int] = []

    class Counting(SqlLedger):
        def newest(self, kind: str, *, after_sequence: int = 0):  # type: ignore[no-untyped-def]  # as its parent
            asked.append(after_sequence)
            return super().newest(kind, after_sequence=after_sequence)

    changes = ListChanges(Counting(database))
    assert [changes.last(), changes.last()] == [_START, _START]
    assert asked == [0, 0]
    ledger.append(EventDraft("case.examined", _SYSTEM, "cases/1", {}, _START))
    assert changes.last() == _START
    assert asked == [0, 0, 1, 1]
