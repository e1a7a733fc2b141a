"""Where an import sorts a list that is larger than memory: a file without a name, gone when the process is."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from watchlist.imports.revision import Incoming, Revision

_SCHEMA: Final = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -16384;
CREATE TABLE incoming (entry_id, kind, category, number, digest, entry);
CREATE TABLE revisions (
  position INTEGER PRIMARY KEY, incoming INTEGER, entry_id, kind, category, number, content_digest, entry_digest,
  revoked_at, version, entry
);
"""
# an added entry's row stands in `incoming`: only where is noted
_ADDED: Final = """
SELECT r.position, i.entry_id, i.kind, i.category, i.number, i.digest, i.digest, '', 1, i.entry
FROM revisions r JOIN incoming i ON i.rowid = r.incoming ORDER BY r.position
"""
_REPLACING: Final = """
SELECT position, entry_id, kind, category, number, content_digest, entry_digest, revoked_at, version, entry
FROM revisions WHERE incoming IS NULL ORDER BY position
"""


class Scratch:
    """One import's. Use it as a context manager; not to be used by two threads at once."""

    def __init__(self, folder: Path) -> None:
        """A file in `folder`, which must have room for the list."""
        path = folder / "scratch.sqlite"
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.executescript(_SCHEMA)
        with contextlib.suppress(OSError):  # where open files cannot lose their name, the folder's owner removes it
            path.unlink()

    def __enter__(self) -> Scratch:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def fill(self, rows: Iterable[Incoming]) -> None:
        """Take in the whole list, in any order; no id may stand twice."""
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT INTO incoming VALUES (?, ?, ?, ?, ?, ?)", rows)
        self._connection.execute("CREATE UNIQUE INDEX by_id ON incoming (entry_id)")
        self._connection.execute("COMMIT")

    def incoming(self) -> Iterator[tuple[int, Incoming]]:
        """Every row with its number, ascending by id."""
        query = "SELECT rowid, * FROM incoming INDEXED BY by_id ORDER BY entry_id"
        return ((row[0], Incoming(*row[1:])) for row in self._connection.execute(query))

    def note(self, found: Iterable[int | Revision]) -> None:
        """Remember what is to be written, in order of position: a row's number for a new entry, else the revision."""
        rows = ((each, *(None,) * 9) if isinstance(each, int) else (None, *each[1:]) for each in found)
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT INTO revisions VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._connection.execute("COMMIT")

    def added(self) -> Iterator[Revision]:
        """Entries that are new, by id."""
        return (Revision(*row) for row in self._connection.execute(_ADDED))

    def replacing(self) -> Iterator[Revision]:
        """Versions that take the place of another, by id."""
        return (Revision(*row) for row in self._connection.execute(_REPLACING))
