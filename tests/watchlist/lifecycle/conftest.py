"""One office over each store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.migrations import upgrade
from ledger.sql import Database, SqlLedger
from ledger.store import MemoryLedger
from tests.watchlist.lifecycle.desks import Office
from watchlist.lifecycle.store import MemoryProposalStore
from watchlist.sql import SqlEntryStore, SqlProposalStore
from watchlist.store import MemoryEntryStore


def memory_office() -> Office:
    """Kept for the life of the process."""
    ledger = MemoryLedger()
    entries = MemoryEntryStore(ledger)
    return Office(entries, MemoryProposalStore(ledger, entries), ledger)


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """An office over memory, SQLite, PostgreSQL."""
    if request.param == "memory":
        yield memory_office()
        return
    url = f"sqlite:///{tmp_path}/office.sqlite"
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres_url")
    with Database(url) as database:
        upgrade(database)
        yield Office(SqlEntryStore(database), SqlProposalStore(database), SqlLedger(database))


@pytest.fixture
def paper_office() -> Office:
    """An office in memory, for what is the same over every store."""
    return memory_office()
