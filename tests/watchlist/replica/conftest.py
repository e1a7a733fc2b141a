"""A centre and a post beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.sql import Database
from tests.watchlist.replica.lists import Centre, Clock, Post, opened


@pytest.fixture
def centre(database: Database) -> Centre:
    """On SQLite, then on PostgreSQL."""
    return Centre(database)


@pytest.fixture
def post(tmp_path: Path, centre: Centre) -> Iterator[Post]:
    """An empty copy with the same clock."""
    database = opened(tmp_path / "copy.sqlite")
    yield Post(database, centre.clock)
    database.close()


@pytest.fixture
def clock(centre: Centre) -> Clock:
    """Of both."""
    return centre.clock
