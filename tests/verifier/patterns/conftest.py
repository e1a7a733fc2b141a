"""Every pattern test runs on DuckDB, on the live SQLite by way of DuckDB, and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from console.migrations import upgrade
from ledger.sql import Database
from tests.verifier.patterns.travellers import SPAN, World, found, on_database, on_duck
from verifier.patterns.lead import Report
from verifier.patterns.tables import Span

Look = Callable[..., Report]


@pytest.fixture(params=["duckdb", "sqlite", "postgresql"])
def look(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Look]:
    """Runs the patterns named over a world."""
    with ExitStack() as stack:
        database = None
        if request.param != "duckdb":
            is_sqlite = request.param == "sqlite"
            url = f"sqlite:///{tmp_path}/p.sqlite" if is_sqlite else request.getfixturevalue("postgres_url")
            database = stack.enter_context(Database(url))
            upgrade(database)

        def run(world: World, *only: str, span: Span = SPAN) -> Report:
            opened = on_duck(world) if database is None else on_database(database, world)
            return found(stack.enter_context(opened), span, only)

        yield run


def subjects(leads: Iterable[object]) -> set[str]:
    """What the leads are about."""
    return {str(getattr(each, "subject", "")) for each in leads}
