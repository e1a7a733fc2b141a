"""A data base that is only read stays as it is, to the byte, and may lie where nobody can write."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from console.migrations import is_newest
from console.settings import Settings
from console.wiring import open_audit
from ledger.actor import Actor, Role
from ledger.errors import LintasError
from ledger.event import EventDraft
from ledger.sql import Database, SqlLedger
from tests.watchlist.people import NOW
from tests.watchlist.replica.lists import opened

OFFICER = Actor("booth-1", "off-17", Role.OFFICER)


def put_events(database: Database, count: int) -> None:
    for number in range(count):
        SqlLedger(database).append(EventDraft("test.done", OFFICER, f"tests/{number}", {}, NOW))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A ledger of three events, closed."""
    path = tmp_path / "evidence" / "lintas.sqlite"
    database = opened(path)
    put_events(database, 3)
    database.close()
    return path


def state(path: Path) -> tuple[str, int]:
    return hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns


def test_an_audit_changes_nothing(file: Path) -> None:
    before = state(file)
    with open_audit(Settings(database_url=f"sqlite:///{file}")) as audit:
        report = audit.verify()
    assert (report.event_count, report.faults) == (3, ())
    assert state(file) == before


@pytest.fixture
def frozen(file: Path) -> Iterator[Path]:
    """The same on a file system that cannot be written, even by root."""
    folder = str(file.parent)
    mounted = subprocess.run(["mount", "--bind", "-o", "ro", folder, folder], capture_output=True, check=False)  # noqa: S603, S607 - a fixed command
    if mounted.returncode:
        pytest.skip("this machine allows no mounts")
    yield file
    subprocess.run(["umount", folder], check=True)  # noqa: S603, S607 - a fixed command


def test_an_audit_of_a_medium_that_cannot_be_written(frozen: Path) -> None:
    with open_audit(Settings(database_url=f"sqlite:///{frozen}")) as audit:
        assert audit.verify().event_count == 3


def test_what_others_are_writing_is_read(file: Path) -> None:
    with Database(f"sqlite:///{file}") as writer, Database(f"sqlite:///{file}", is_read_only=True) as reader:
        put_events(writer, 2)
        assert SqlLedger(reader).head().sequence == 5
        put_events(writer, 1)
        assert SqlLedger(reader).head().sequence == 6


def test_nothing_can_be_written(database: Database, database_url: str) -> None:
    put_events(database, 1)
    with Database(database_url, is_read_only=True) as reader:
        assert is_newest(reader)
        with pytest.raises((LintasError, DBAPIError)):
            reader.write(lambda connection: connection.execute(text("DELETE FROM ledger_events")))
    assert SqlLedger(database).head().sequence == 1


def test_an_old_schema_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    opened(path).close()
    with Database(f"sqlite:///{path}") as database, database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    with Database(f"sqlite:///{path}", is_read_only=True) as database:
        assert not is_newest(database)


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "none.sqlite"
    with pytest.raises(LintasError) as caught, open_audit(Settings(database_url=f"sqlite:///{path}")):
        pass
    assert caught.value.reason == "DATABASE_URL"
    assert not path.exists()
