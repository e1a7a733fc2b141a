"""One suite for every ledger: in memory, SQLite, PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.migrations import upgrade
from ledger.actor import Actor, Role
from ledger.chain import EMPTY, verify
from ledger.event import EventDraft
from ledger.sql import Database, SqlLedger
from ledger.store import Ledger, MemoryLedger

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
OFFICER = Actor("booth-1", "off-17", Role.OFFICER)


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    if request.param == "memory":
        yield MemoryLedger()
        return
    is_sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path}/ledger.sqlite" if is_sqlite else request.getfixturevalue("postgres_url")
    with Database(url) as database:
        upgrade(database)
        yield SqlLedger(database)


def draft(subject: str) -> EventDraft:
    return EventDraft("case.examined", OFFICER, subject, {"advice": "clear", "digest": "ab"}, NOW)


def test_starts_empty(ledger: Ledger) -> None:
    assert ledger.head() == EMPTY
    assert list(ledger.events()) == []


def test_gives_back_what_was_appended(ledger: Ledger) -> None:
    appended = [ledger.append(draft(f"cases/{number}")) for number in range(3)]
    assert list(ledger.events()) == appended
    assert list(ledger.events(after_sequence=2)) == appended[2:]
    assert list(ledger.events(subject="cases/1")) == [appended[1]]
    assert ledger.head().digest == appended[-1].digest


def test_the_chain_holds_under_many_writers(ledger: Ledger) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: ledger.append(draft(f"cases/{number}")), range(200)))
    events = list(ledger.events())
    assert len(events) == 200
    assert list(verify(events, ledger.head())) == []


def test_pages_do_not_show(ledger: Ledger) -> None:
    for number in range(1001):
        ledger.append(draft(f"cases/{number}"))
    assert [event.sequence for event in ledger.events()] == list(range(1, 1002))
