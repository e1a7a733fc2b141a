"""An immutable piece of the index: names of many entries in arrays, a few dozen bytes a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from watchlist.index.vocabulary import Ints, Vocabulary, spans

UNKNOWN: Final = 0


@dataclass(frozen=True, slots=True)
class Block:
    """Entries and their names. A row is one name; the rows of an entry stand together.

    `row_words[row_start[r]:row_start[r + 1]]` are the words of row r as written. The other way round,
    `postings[posting_start[w]:posting_start[w + 1]]` are the rows that hold word w, ascending. `row_date` is the packed
    birth date, UNKNOWN where the entry has none or several; rows of `dates[d]` (ascending) are
    `date_rows[date_start[d]:date_start[d + 1]]`. `id_hash` (ascending) leads to the entry's number in `id_order`.
    """

    entry_ids: tuple[str, ...]
    vocabulary: Vocabulary
    row_entry: Ints
    row_start: Ints
    row_words: Ints
    posting_start: Ints
    postings: Ints
    row_date: Ints
    row_year: NDArray[np.int16]
    dates: Ints
    date_start: Ints
    date_rows: Ints
    id_hash: NDArray[np.int64]
    id_order: Ints

    @property
    def row_count(self) -> int:
        """Names in this block."""
        return len(self.row_entry)

    def carriers(self, word: str) -> int:
        """How many names hold the word."""
        number = self.vocabulary.numbers.get(word)
        return 0 if number is None else len(self.rows_with(number))

    def rows_with(self, number: int) -> Ints:
        """Rows that hold word `number`, ascending."""
        return self.postings[self.posting_start[number] : self.posting_start[number + 1]]

    def rows_of(self, numbers: Ints) -> tuple[Ints, Ints]:
        """Rows that hold any of the words, word after word, and for each the position of its word in `numbers`."""
        first, last = self.posting_start[numbers], self.posting_start[numbers + 1]
        which = np.repeat(np.arange(len(numbers), dtype=np.int32), last - first)
        return self.postings[spans(first, last)], which

    def rows_born(self, date: int) -> Ints:
        """Rows of persons born on a packed date, ascending."""
        at = int(np.searchsorted(self.dates, np.int32(date)))
        if at == len(self.dates) or self.dates[at] != date:
            return np.zeros(0, np.int32)
        return self.date_rows[self.date_start[at] : self.date_start[at + 1]]

    def lengths(self, rows: Ints) -> Ints:
        """How many words rows have."""
        return self.row_start[rows + 1] - self.row_start[rows]

    def words_in(self, rows: Ints, most: int) -> Ints:
        """Shape (rows, n): numbers of the first words of each, n ≤ `most`; -1 where there is no more."""
        lengths = np.minimum(self.lengths(rows), most)
        places = np.arange(int(lengths.max(initial=0)), dtype=np.int32)
        at = self.row_start[rows][:, None] + places
        return np.where(places < lengths[:, None], self.row_words[np.minimum(at, len(self.row_words) - 1)], -1)

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
