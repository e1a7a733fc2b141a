"""Where an import sorts a list that is larger than memory: a file without a name, gone when the process is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from watchlist.imports.revision import Incoming, Place, Replacing, Written

_SCHEMA: Final = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -16384;
CREATE TABLE incoming (entry_id, kind, category, number, digest, entry);
CREATE TABLE added (position INTEGER PRIMARY KEY, incoming);
CREATE TABLE replacing (
  position INTEGER PRIMARY KEY, entry_id, kind, category, number, content_digest, entry_digest, revoked_at, version,
  entry
);
"""
# both in the order of `Written`; no row of them passes through Python on its way into a data base
_ADDED: Final = """
SELECT i.entry_id, ?, i.kind, i.category, i.number, i.digest, i.digest, '', 1, ? + a.position, ?, ?, i.entry
FROM added a JOIN incoming i ON i.rowid = a.incoming ORDER BY a.position
"""
_REPLACING: Final = """
SELECT entry_id, ?, kind, category, number, content_digest, entry_digest, revoked_at, version, ? + position, ?, ?, entry
FROM replacing ORDER BY position
"""


class Scratch:
    """One import's. Use it as a context manager; not to be used by two threads at once."""

    def __init__(self, folder: Path) -> None:
        """A file in `folder`, which must have room for the list."""
        path = folder / "scratch.sqlite"
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.executescript(_SCHEMA)
        self.added_count = 0
        self.replacing_count = 0
        with suppress(OSError):  # where open files cannot lose their name, the folder's owner removes it
            path.unlink()

    def __enter__(self) -> Scratch:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def fill(self, rows: Iterable[Incoming]) -> None:
        """Take in the whole list, in any order; no id may stand twice."""
        with self._transaction():
            self._connection.executemany("INSERT INTO incoming VALUES (?, ?, ?, ?, ?, ?)", rows)
            self._connection.execute("CREATE UNIQUE INDEX by_id ON incoming (entry_id, digest)")

    def incoming(self) -> Iterator[tuple[int, str, str]]:
        """Number, entry id and content digest of every row, ascending by id; out of the index alone."""
        return iter(
            self._connection.execute("SELECT rowid, entry_id, digest FROM incoming INDEXED BY by_id ORDER BY entry_id")
        )

    def text(self, number: int) -> str:
        """The entry of one row."""
        (text,) = self._connection.execute("SELECT entry FROM incoming WHERE rowid = ?", (number,)).fetchone()
        return str(text)

    def note(self, found: Iterable[int | Replacing]) -> None:
        """Remember what is to be written, in order of id: a row's number for a new entry, else what replaces one."""
        with self._transaction():
            self._connection.executemany("INSERT INTO added VALUES (NULL, ?)", self._added_of(found))

    def _added_of(self, found: Iterable[int | Replacing]) -> Iterator[tuple[int]]:
        for each in found:
            if isinstance(each, int):
                self.added_count += 1
                yield (each,)
            else:
                self.replacing_count += 1
                self._connection.execute("INSERT INTO replacing VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)", each)

    def added(self, place: Place) -> Iterator[Written]:
        """Rows of entries that are new, by id."""
        return iter(self._connection.execute(_ADDED, place))

    def replacing(self, place: Place) -> Iterator[Written]:
        """Rows that take the place of others, by id; their list versions follow those of the new ones."""
        after = place._replace(list_version=place.list_version + self.added_count)
        return iter(self._connection.execute(_REPLACING, after))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN")
        yield
        self._connection.execute("COMMIT")
