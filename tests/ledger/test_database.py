"""What the data base promises: all or nothing, durable when acknowledged, and no caller can stop the others."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Connection, Integer, MetaData, Table, func, insert, select

from ledger.errors import Fault, LintasError
from ledger.sql import Database

metadata = MetaData()
numbers = Table("numbers", metadata, Column("n", Integer, primary_key=True))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(f"sqlite:///{tmp_path}/test.sqlite") as opened:
        metadata.create_all(opened.engine)
        yield opened


def count(database: Database) -> int:
    return database.read(lambda connection: connection.execute(select(func.count()).select_from(numbers)).scalar_one())


def add(database: Database, number: int) -> int:
    def work(connection: Connection) -> int:
        connection.execute(insert(numbers).values(n=number))
        return number

    return database.write(work)


def test_settings_that_durability_stands_on(database: Database) -> None:
    def pragmas(connection: Connection) -> tuple[object, ...]:
        names = ("journal_mode", "synchronous", "foreign_keys")
        return tuple(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in names)

    full = 2
    assert database.read(pragmas) == ("wal", full, 1)


def test_a_failing_unit_leaves_nothing_and_harms_no_other(database: Database) -> None:
    def fail(connection: Connection) -> None:
        connection.execute(insert(numbers).values(n=1_000))
        raise RuntimeError("changed my mind")

    def one(number: int) -> None:
        if number % 3 == 0:
            with pytest.raises(RuntimeError, match="changed my mind"):
                database.write(fail)
        else:
            add(database, number)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(one, range(60)))
    assert count(database) == 40


def test_the_writer_outlives_a_caller_that_exits(database: Database) -> None:
    """A prototype hung for ever after one cancelled call."""

    def leave(_connection: Connection) -> None:
        raise SystemExit

    with pytest.raises(SystemExit):
        database.write(leave)
    assert add(database, 1) == 1
    assert count(database) == 1


def test_units_are_grouped(database: Database) -> None:
    started, release = threading.Event(), threading.Event()
    commits: list[int] = []

    def block(_connection: Connection) -> None:
        started.set()
        release.wait(10)

    from sqlalchemy import event  # noqa: PLC0415 - only this test listens

    event.listen(database.engine, "commit", lambda _connection: commits.append(1))
    with ThreadPoolExecutor(21) as pool:
        blocker = pool.submit(database.write, block)
        started.wait(10)
        others = [pool.submit(add, database, number) for number in range(20)]
        while database._group is not None and database._group._queue.qsize() < 20:
            pass
        release.set()
        blocker.result()
        assert sorted(other.result() for other in others) == list(range(20))
    assert len(commits) == 2


def test_nothing_after_close(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/test.sqlite")
    metadata.create_all(database.engine)
    add(database, 1)
    database.close()
    with pytest.raises(LintasError) as caught:
        add(database, 2)
    assert caught.value.fault is Fault.UNAVAILABLE


def test_what_was_accepted_before_close_is_finished(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/test.sqlite")
    metadata.create_all(database.engine)
    with ThreadPoolExecutor(4) as pool:
        writes = [pool.submit(add, database, number) for number in range(50)]
        while not any(write.done() for write in writes):
            pass
        database.close()
    accepted = [write for write in writes if write.exception() is None]
    assert accepted
    with Database(f"sqlite:///{tmp_path}/test.sqlite") as again:
        assert count(again) == len(accepted)


def test_another_process_in_the_way_is_waited_for(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/test.sqlite"
    with Database(url) as first, Database(url) as second:
        metadata.create_all(first.engine)
        with ThreadPoolExecutor(2) as pool:
            pairs = [(pool.submit(add, first, 2 * n), pool.submit(add, second, 2 * n + 1)) for n in range(30)]
            for one, other in pairs:
                one.result()
                other.result()
        assert count(first) == 60


@pytest.mark.parametrize("url", ["", "nonsense", "sqlite://", "sqlite:///:memory:", "mysql://u:secret@h/d"])
def test_bad_urls_are_refused_without_repeating_them(url: str) -> None:
    with pytest.raises(LintasError) as caught:
        Database(url)
    assert caught.value.reason == "DATABASE_URL"
    assert "secret" not in str(caught.value)


def test_a_full_disk_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    """A unit that fills the disk makes SQLite undo the whole group: then nobody in it may hear that all is well."""
    with Database(f"sqlite:///{tmp_path}/full.sqlite") as database:
        metadata.create_all(database.engine)
        started, release = threading.Event(), threading.Event()

        def block(_connection: Connection) -> None:
            started.set()
            release.wait(10)

        def fill(connection: Connection) -> None:
            connection.exec_driver_sql("PRAGMA max_page_count = 8")
            connection.exec_driver_sql("CREATE TABLE big (data BLOB)")
            connection.exec_driver_sql("INSERT INTO big VALUES (randomblob(1000000))")

        with ThreadPoolExecutor(5) as pool:
            blocker = pool.submit(database.write, block)
            started.wait(10)
            units: list[Future[Any]] = [pool.submit(add, database, 1), pool.submit(database.write, fill)]
            units.append(pool.submit(add, database, 2))
            while database._group is not None and database._group._queue.qsize() < 3:
                pass
            release.set()
            blocker.result()
            done = [unit.exception() is None for unit in units]
        assert not done[1]
        assert count(database) == done.count(True)


def test_a_new_data_base_is_for_its_owner_only(tmp_path: Path) -> None:
    with Database(f"sqlite:///{tmp_path}/inner/private.sqlite") as database:
        metadata.create_all(database.engine)
        assert (tmp_path / "inner/private.sqlite").stat().st_mode & 0o077 == 0
        assert (tmp_path / "inner").stat().st_mode & 0o077 == 0
