"""Every pattern test runs on DuckDB, on the live SQLite by way of DuckDB, and on PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import create_engine, text

from console.migrations import upgrade
from ledger.sql import Database
from tests.verifier.patterns.travellers import SPAN, World, found, found_in, on_duck
from verifier.patterns.lead import Report
from verifier.patterns.tables import Span

Look = Callable[..., Report]


@pytest.fixture(params=["duckdb", "sqlite", "postgresql"])
def look(request: pytest.FixtureRequest) -> Look:
    """Runs the patterns named over a world."""
    if request.param == "duckdb":
        return _on_duck
    database: Database = request.getfixturevalue(f"kept_{request.param}")

    def run(world: World, *only: str, span: Span = SPAN) -> Report:
        return found_in(database, world, span, only)

    return run


@pytest.fixture(scope="session")
def kept_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """One file for all tests that only put crossings into it; each begins by emptying it."""
    with _opened(f"sqlite:///{tmp_path_factory.mktemp('patterns')}/p.sqlite") as database:
        yield database


@pytest.fixture(scope="session")
def kept_postgresql(postgres_server: str) -> Iterator[Database]:
    """One data base for the same."""
    name = f"patterns_{os.getpid()}"
    admin = create_engine(postgres_server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    with _opened(postgres_server.replace("/postgres?", f"/{name}?")) as database:
        yield database
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@contextmanager
def _opened(url: str) -> Iterator[Database]:
    with Database(url) as database:
        upgrade(database)
        yield database


def _on_duck(world: World, *only: str, span: Span = SPAN) -> Report:
    with on_duck(world) as store:
        return found(store, span, only)


def subjects(leads: Iterable[object]) -> set[str]:
    """What the leads are about."""
    return {str(getattr(each, "subject", "")) for each in leads}
