"""What several rooms test with: real data bases, one a test, at the newest schema."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, text

from console.migrations import upgrade
from ledger.sql import Database

# most tests are about what a list says; that it waits for a second person has tests of its own
os.environ.setdefault("LINTAS_IMPORT_NEEDS_REVIEW", "false")
# the classroom has a file of its own in the user's folder, which no test may touch; its tests name another
os.environ.setdefault("LINTAS_TRAINING", "false")
_NUMBERS = itertools.count(1)

# a busy machine is slow, and that is no fault of the code: nothing here is timed
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """URL of a real PostgreSQL's maintenance data base; started once, from the wheel that ships it."""
    # as root the server runs under another account, which must reach its folder; not among pytest's folders,
    # since every start of pytest closes those to other accounts again
    folder = Path(tempfile.mkdtemp(prefix="lintas-postgres-"))
    folder.chmod(0o711)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where the machine has no XDG folders
        import pgserver  # noqa: PLC0415 - only some tests need it

        server = pgserver.get_server(folder / "data")
    yield server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """URL of a fresh, empty data base."""
    name = f"test_{os.getpid()}_{next(_NUMBERS)}"
    admin = create_engine(postgres_server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield postgres_server.replace("/postgres?", f"/{name}?")
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """URL of an empty data base: SQLite, then PostgreSQL."""
    if request.param == "postgresql":
        url: str = request.getfixturevalue("postgres_url")
        return url
    return f"sqlite:///{tmp_path}/test.sqlite"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A data base at the newest schema: SQLite, then PostgreSQL."""
    with Database(database_url) as opened:
        upgrade(opened)
        yield opened
