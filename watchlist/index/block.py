"""An immutable piece of the index: names of many entries in arrays, a few dozen bytes a person."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from watchlist.entry import Entry
from watchlist.index.keys import filed_under
from watchlist.names.prepared import significant
from watchlist.partial_date import PartialDate

UNKNOWN: Final = 0
Ints = NDArray[np.int32]


def packed(date: PartialDate) -> int:
    """A date as one number, YYYYMMDD with zeros for unknown parts."""
    return date.year * 10_000 + date.month * 100 + date.day


@dataclass(frozen=True, slots=True)
class Block:
    """Entries and their names. A row is one name; the rows of an entry stand together.

    `words` is the vocabulary. `postings[posting_start[w]:posting_start[w + 1]]` are the rows that hold word w,
    ascending. `key_words[i]` is filed under `keys[i]` (ascending). `row_date` is the packed birth date, UNKNOWN where
    the entry has none or several. `id_hash` (ascending) leads to the entry's number in `id_order`.
    """

    entry_ids: tuple[str, ...]
    words: tuple[str, ...]
    word_numbers: dict[str, int]
    row_entry: Ints
    row_length: NDArray[np.uint8]
    posting_start: Ints
    postings: Ints
    keys: NDArray[np.uint32]
    key_words: Ints
    row_date: Ints
    row_year: NDArray[np.int16]
    id_hash: NDArray[np.int64]
    id_order: Ints

    @property
    def row_count(self) -> int:
        """Names in this block."""
        return len(self.row_entry)

    def carriers(self, word: str) -> int:
        """How many names hold the word."""
        number = self.word_numbers.get(word)
        return 0 if number is None else int(self.posting_start[number + 1] - self.posting_start[number])

    def rows_with(self, number: int) -> Ints:
        """Rows that hold word `number`, ascending."""
        return self.postings[self.posting_start[number] : self.posting_start[number + 1]]

    def words_like(self, keys: Sequence[int]) -> Ints:
        """Numbers of words filed under any of the keys, ascending."""
        wanted = np.array(keys, np.uint32)
        first = np.searchsorted(self.keys, wanted, side="left")
        last = np.searchsorted(self.keys, wanted, side="right")
        return np.unique(self.key_words[spans(first, last)])

    def rows_of(self, numbers: Ints) -> tuple[Ints, Ints]:
        """Rows that hold any of the words, word after word, and for each the position of its word in `numbers`."""
        first, last = self.posting_start[numbers], self.posting_start[numbers + 1]
        which = np.repeat(np.arange(len(numbers), dtype=np.int32), last - first)
        return self.postings[spans(first, last)], which

    def number_of(self, entry_id: str) -> int:
        """The number of an entry in this block; -1 where it is not in it."""
        wanted = hash(entry_id)
        at = int(np.searchsorted(self.id_hash, wanted))
        while at < len(self.id_hash) and self.id_hash[at] == wanted:
            number = int(self.id_order[at])
            if self.entry_ids[number] == entry_id:
                return number
            at += 1
        return -1


def spans(first: NDArray[np.integer], last: NDArray[np.integer]) -> NDArray[np.int64]:
    """All integers of all half-open intervals first[i] … last[i], one interval after the other."""
    counts = (last - first).astype(np.int64)
    before = np.cumsum(counts) - counts
    return np.repeat(first - before, counts) + np.arange(int(counts.sum()))


class BlockBuilder:
    """Gathers entries, then makes a block of them."""

    def __init__(self) -> None:
        self._entry_ids: list[str] = []
        self._numbers: dict[str, int] = {}
        self._row_entry = array("i")
        self._row_start = array("i", [0])
        self._row_words = array("i")
        self._row_date = array("i")

    def __len__(self) -> int:
        return len(self._entry_ids)

    def add(self, entry: Entry) -> None:
        """File one entry. Names without a readable word are left out."""
        number = len(self._entry_ids)
        self._entry_ids.append(entry.entry_id)
        date = packed(entry.birth_dates[0]) if len(entry.birth_dates) == 1 else UNKNOWN
        for name in entry.names:
            words = significant(name.full)
            if words:
                self._row_words.extend([self._numbers.setdefault(word, len(self._numbers)) for word in words])
                self._row_start.append(len(self._row_words))
                self._row_entry.append(number)
                self._row_date.append(date)

    def build(self) -> Block:
        """The block."""
        row_words, row_start = np.array(self._row_words, np.int32), np.array(self._row_start, np.int32)
        row_of = np.repeat(np.arange(len(row_start) - 1, dtype=np.int32), np.diff(row_start))
        order = np.argsort(row_words, kind="stable")
        counts = np.bincount(row_words, minlength=len(self._numbers)) if len(row_words) else np.zeros(0, np.int64)
        row_date = np.array(self._row_date, np.int32)
        keys, key_words = _filed(self._numbers)
        id_hash = np.fromiter(map(hash, self._entry_ids), np.int64, len(self._entry_ids))
        id_order = np.argsort(id_hash, kind="stable")
        return Block(
            entry_ids=tuple(self._entry_ids),
            words=tuple(self._numbers),
            word_numbers=self._numbers,
            row_entry=np.array(self._row_entry, np.int32),
            row_length=np.minimum(np.diff(row_start), 255).astype(np.uint8),
            posting_start=np.concatenate(([0], np.cumsum(counts))).astype(np.int32),
            postings=row_of[order],
            keys=keys,
            key_words=key_words,
            row_date=row_date,
            row_year=(row_date // 10_000).astype(np.int16),
            id_hash=id_hash[id_order],
            id_order=id_order.astype(np.int32),
        )


def _filed(words: Iterable[str]) -> tuple[NDArray[np.uint32], Ints]:
    keys, numbers = array("I"), array("i")
    for number, word in enumerate(words):
        found = filed_under(word)
        keys.extend(found)
        numbers.extend([number] * len(found))
    key_array = np.array(keys, np.uint32)
    order = np.argsort(key_array, kind="stable")
    return key_array[order], np.array(numbers, np.int32)[order]
