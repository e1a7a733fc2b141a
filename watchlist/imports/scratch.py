"""Where an import sorts a list that is larger than memory: a file without a name, gone when the process is."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from watchlist.imports.revision import Place, Replacing, Written
from watchlist.sources import Encoded, Pattern
from watchlist.sources.model import ID_PLACE, NUMBER_PLACE

# nothing here outlives the process, so nothing is journalled or flushed; what is promised is promised by the list's
# own data base
_SCHEMA: Final = """
PRAGMA page_size = 32768;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -16384;
CREATE TABLE patterns (pattern INTEGER PRIMARY KEY, kind, category, entry);
CREATE TABLE incoming (entry_id, number, digest, pattern, line, file);
CREATE TABLE runs (first INTEGER PRIMARY KEY, last, before);
CREATE TABLE replacing (
  position INTEGER PRIMARY KEY, entry_id, kind, category, number, content_digest, entry_digest, revoked_at, version,
  entry
);
"""
# its row number is an entry's place in the order of ids
_SORT: Final = """
CREATE TABLE sorted AS SELECT entry_id, number, digest, pattern, line, file FROM incoming ORDER BY entry_id, rowid;
DROP TABLE incoming;
"""
_TEXT: Final = f"replace(replace(p.entry, char({ord(ID_PLACE)}), s.entry_id), char({ord(NUMBER_PLACE)}), s.number)"
# both in the order of `Written`; no row of them is touched by Python on its way into a data base
_ADDED: Final = f"""
SELECT s.entry_id, ?1, p.kind, p.category, s.number, s.digest, s.digest, '', 1, ?2 + r.before + s.rowid - r.first, ?3,
  ?4, {_TEXT}
FROM runs r CROSS JOIN sorted s ON s.rowid BETWEEN r.first AND r.last CROSS JOIN patterns p USING (pattern)
ORDER BY r.first, s.rowid
"""  # noqa: S608 - our own text
_REPLACING: Final = """
SELECT entry_id, ?, kind, category, number, content_digest, entry_digest, revoked_at, version, ? + position, ?, ?, entry
FROM replacing ORDER BY position
"""
_PATTERNS_REMEMBERED: Final = 1 << 14


class Repeat(NamedTuple):
    """A row whose entry stands in an earlier row already. Files are counted from 0."""

    file: int
    line: int
    first_file: int
    first_line: int


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

    def fill(self, rows: Iterable[Encoded]) -> list[Repeat]:
        """Take in the whole list, in any order. Rows whose id stands before are left out and given back, by place."""
        hashes = array("q")  # eight bytes a row; two equal ones only mean that somebody must look
        with self._transaction():
            self._connection.executemany("INSERT INTO incoming VALUES (?, ?, ?, ?, ?, ?)", self._rows(rows, hashes))
            for statement in _SORT.split(";"):
                self._connection.execute(statement)
            return self._without_repeats() if _has_equal(hashes) else []

    def _rows(self, rows: Iterable[Encoded], hashes: array[int]) -> Iterator[tuple[str, str, str, int, int, int]]:
        known: dict[Pattern, int] = {}
        made = 0
        for entry_id, number, digest, pattern, line, file in rows:
            hashes.append(hash(entry_id))
            key = known.get(pattern)
            if key is None:
                if len(known) == _PATTERNS_REMEMBERED:
                    known.clear()
                made += 1
                key = known[pattern] = made
                self._connection.execute("INSERT INTO patterns VALUES (?, ?, ?, ?)", (key, *pattern))
            yield entry_id, number, digest, key, line, file

    def _without_repeats(self) -> list[Repeat]:
        found: list[Repeat] = []
        gone: list[tuple[int]] = []
        before, first_line, first_file = "", 0, 0
        query = "SELECT rowid, entry_id, line, file FROM sorted ORDER BY rowid"
        for row, entry_id, line, file in self._connection.execute(query):
            if entry_id == before:
                found.append(Repeat(file, line, first_file, first_line))
                gone.append((row,))
            else:
                before, first_line, first_file = entry_id, line, file
        self._connection.executemany("DELETE FROM sorted WHERE rowid = ?", gone)
        return sorted(found)

    def incoming(self) -> Iterator[tuple[int, str, str]]:
        """Number, entry id and content digest of every row, ascending by id."""
        return iter(self._connection.execute("SELECT rowid, entry_id, digest FROM sorted ORDER BY rowid"))

    def text(self, number: int) -> str:
        """The entry of one row."""
        query = f"SELECT {_TEXT} FROM sorted s JOIN patterns p USING (pattern) WHERE s.rowid = ?"  # noqa: S608 - ours
        (text,) = self._connection.execute(query, (number,)).fetchone()
        return str(text)

    def note(self, found: Iterable[int | Replacing]) -> None:
        """Remember what is to be written, in order of id: a row's number for a new entry, else what replaces one."""
        with self._transaction():
            self._connection.executemany("INSERT INTO runs VALUES (?, ?, ?)", self._runs_of(found))

    def _runs_of(self, found: Iterable[int | Replacing]) -> Iterator[tuple[int, int, int]]:
        """First and last number of each run of new rows without a gap, and how many come up to its first one."""
        first = last = -1
        for each in found:
            if isinstance(each, int):
                if each != last + 1:
                    if first >= 0:
                        yield self._run(first, last)
                    first = each
                last = each
            else:
                self.replacing_count += 1
                self._connection.execute("INSERT INTO replacing VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)", each)
        if first >= 0:
            yield self._run(first, last)

    def _run(self, first: int, last: int) -> tuple[int, int, int]:
        before = self.added_count + 1
        self.added_count += last - first + 1
        return first, last, before

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


def _has_equal(hashes: array[int]) -> bool:
    """Whether two are the same; sorts them where they are."""
    if not hashes:
        return False
    seen = np.frombuffer(hashes, np.int64)
    seen.sort()
    return bool((seen[1:] == seen[:-1]).any())
