"""Every pattern test runs on DuckDB, on the live SQLite by way of DuckDB, and on PostgreSQL.

Each data base is brought to the newest schema once. Tests that only put crossings into it empty those first; the others
have a copy of it, which takes a fraction of the time of making one.
"""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from console.migrations import upgrade
from ledger.sql import Database
from tests.verifier.patterns.travellers import SPAN, World, found, found_in, on_duck
from verifier.patterns.lead import Report
from verifier.patterns.tables import Span

Look = Callable[..., Report]
_COPIES = itertools.count(1)


@pytest.fixture(params=["duckdb", "sqlite", "postgresql"])
def look(request: pytest.FixtureRequest) -> Look:
    """Runs the patterns named over a world."""
    if request.param == "duckdb":
        return _on_duck
    database: Database = request.getfixturevalue(f"kept_{request.param}")

    def run(world: World, *only: str, span: Span = SPAN) -> Report:
        return found_in(database, world, span, only)

    return run


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A data base at the newest schema with nothing in it: SQLite, then PostgreSQL."""
    with Database(request.getfixturevalue(f"copied_{request.param}")) as opened:
        yield opened


@pytest.fixture
def copied_sqlite(migrated_sqlite: Path, tmp_path: Path) -> str:
    """URL of a copy."""
    return f"sqlite:///{shutil.copy(migrated_sqlite, tmp_path / 'copy.sqlite')}"


@pytest.fixture
def copied_postgresql(postgres_server: str, migrated_postgresql: str) -> Iterator[str]:
    """URL of a copy."""
    name = f"{migrated_postgresql}_{next(_COPIES)}"
    _tell(postgres_server, f"CREATE DATABASE {name} TEMPLATE {migrated_postgresql}")
    yield _url(postgres_server, name)
    _tell(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that is copied."""
    path = tmp_path_factory.mktemp("patterns") / "new.sqlite"
    with Database(f"sqlite:///{path}") as database:
        upgrade(database)
    return path


@pytest.fixture(scope="session")
def migrated_postgresql(postgres_server: str) -> Iterator[str]:
    """Name of the data base that is copied."""
    name = f"patterns_{os.getpid()}"
    _tell(postgres_server, f"CREATE DATABASE {name}")
    with Database(_url(postgres_server, name)) as database:
        upgrade(database)
    yield name
    _tell(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def kept_sqlite(migrated_sqlite: Path) -> Iterator[Database]:
    """For all tests that only put crossings into it."""
    with Database(f"sqlite:///{shutil.copy(migrated_sqlite, migrated_sqlite.with_name('kept.sqlite'))}") as database:
        yield database


@pytest.fixture(scope="session")
def kept_postgresql(postgres_server: str, migrated_postgresql: str) -> Iterator[Database]:
    """For the same."""
    name = f"{migrated_postgresql}_kept"
    _tell(postgres_server, f"CREATE DATABASE {name} TEMPLATE {migrated_postgresql}")
    with Database(_url(postgres_server, name)) as database:
        yield database
    _tell(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


def _tell(server: str, statement: str) -> None:
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(statement))
    admin.dispose()


def _url(server: str, name: str) -> str:
    return server.replace("/postgres?", f"/{name}?")


def _on_duck(world: World, *only: str, span: Span = SPAN) -> Report:
    with on_duck(world) as store:
        return found(store, span, only)


def subjects(leads: Iterable[object]) -> set[str]:
    """What the leads are about."""
    return {str(getattr(each, "subject", "")) for each in leads}
