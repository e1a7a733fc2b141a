"""An import whose process is killed: nothing of it stands, and importing again finishes it."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from console.migrations import upgrade
from ledger.chain import verify
from ledger.sql import Database, SqlLedger
from tests.watchlist.people import NOW, SUPERVISOR
from tests.watchlist.sources.files import LOST_HEADING, written
from watchlist.following import Following
from watchlist.lists import ImportOrder, ImportReport, Lists
from watchlist.search import Searcher
from watchlist.sql import SqlDocuments, SqlEntryStore, SqlListStore

ROWS = 3_000
# kills itself without a word at one place of the import
CHILD = """
import os, signal, sys
from pathlib import Path
import watchlist.sql.imports as imports
from watchlist.imports.scratch import Scratch
from tests.watchlist.sql.test_killed_imports import ROWS, imported
from ledger.sql import Database

url, path, point = sys.argv[1], Path(sys.argv[2]), sys.argv[3]

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def rows_until(rows, count):
    for number, row in enumerate(rows):
        if number == count:
            die()
        yield row

if point == "reading":
    fill = Scratch.fill
    Scratch.fill = lambda self, rows: fill(self, rows_until(rows, ROWS // 2))
elif point == "compared":
    note = Scratch.note
    Scratch.note = lambda self, found: (note(self, found), die())
elif point == "writing":
    insert_rows = imports.insert_rows
    imports.insert_rows = lambda c, t, n, rows: insert_rows(c, t, n, rows_until(rows, ROWS // 4))
elif point == "replacing":
    imports._replace = die
elif point == "written":
    update = imports.update
    imports.update = lambda *a: die() if a[0] is imports.versions else update(*a)
with Database(url) as database:
    if point == "answering":
        imported(database, path)
        die()
    imported(database, path)
"""


def imported(database: Database, path: Path) -> ImportReport:
    """As the service does it."""
    store, documents = SqlEntryStore(database), SqlDocuments(database)
    version = store.list_version()
    searcher = Following(store, Searcher(documents.held(), version, documents=documents), version, documents)
    lists = Lists(store=store, imports=SqlListStore(database), searcher=searcher, now=lambda: NOW)
    return lists.import_list(ImportOrder("lost", [path], SUPERVISOR, f"request-{path.name}"))


def rows(first: int, status: str = "lost") -> str:
    return LOST_HEADING + "".join(f"IDN,P,X{first + n:07},{status},,Police\n" for n in range(ROWS))


@pytest.fixture(autouse=True)
def temporary_folder(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Apart from other tests: each service that starts sweeps up what the dead have left in the common one."""
    del database_url  # a server of its own starts in the common folder
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


@pytest.mark.parametrize("point", ["reading", "compared", "writing", "replacing", "written"])
def test_a_killed_import_leaves_nothing_and_the_next_one_finishes(
    database_url: str, tmp_path: Path, point: str
) -> None:
    today = written(tmp_path, rows(0), "today")
    # half of them new, half of the old ones gone, the others changed
    tomorrow = written(tmp_path, rows(ROWS // 2, "stolen"), "tomorrow")
    with Database(database_url) as database:
        upgrade(database)
        assert imported(database, today).added == ROWS
    command = [sys.executable, "-c", CHILD, database_url, str(tomorrow), point]
    killed = subprocess.run(command, cwd=Path(__file__).parents[3], check=False)  # noqa: S603 - our own interpreter
    assert killed.returncode == -signal.SIGKILL
    with Database(database_url) as database:
        store = SqlEntryStore(database)
        assert store.list_version() == ROWS
        assert SqlLedger(database).head().sequence == 1
        assert {each.list_version for each in store.changes_since(0)} == set(range(1, ROWS + 1))
        assert len(SqlDocuments(database)) == ROWS
        (mark,) = SqlListStore(database).marks()
        assert (mark.list_id, mark.is_cut_off(), Path(mark.folder).exists()) == ("lost", True, True)
        done = imported(database, tomorrow)
        assert (done.interrupted_at, SqlListStore(database).marks()) == (NOW, ())
        assert not Path(mark.folder).exists()  # the list that it held, too
        assert (done.added, done.changed, done.removed) == (ROWS // 2, ROWS // 2, ROWS // 2)
        assert store.list_version() == ROWS + 3 * ROWS // 2
        assert list(verify(SqlLedger(database).events(), SqlLedger(database).head())) == []


def test_what_was_written_but_not_answered_stands_and_asking_again_changes_nothing(
    database_url: str, tmp_path: Path
) -> None:
    today = written(tmp_path, rows(0), "today")
    with Database(database_url) as database:
        upgrade(database)
    command = [sys.executable, "-c", CHILD, database_url, str(today), "answering"]
    killed = subprocess.run(command, cwd=Path(__file__).parents[3], check=False)  # noqa: S603 - our own interpreter
    assert killed.returncode == -signal.SIGKILL
    with Database(database_url) as database:
        assert SqlListStore(database).marks() == ()  # it stands, so nobody is told otherwise
        assert imported(database, today).unchanged == ROWS
        assert SqlLedger(database).head().sequence == 1
