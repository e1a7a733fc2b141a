"""Gathers entries, then makes a block of them."""

from __future__ import annotations

from array import array

import numpy as np

from watchlist.entry import Entry
from watchlist.index.birth import packed
from watchlist.index.block import UNKNOWN, Block
from watchlist.index.vocabulary import Vocabulary
from watchlist.names.prepared import significant


class BlockBuilder:
    """Takes entries one at a time, so that whoever makes them need not hold them all."""

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
        counts = np.bincount(row_words, minlength=len(self._numbers)) if len(row_words) else np.zeros(0, np.int64)
        row_date = np.array(self._row_date, np.int32)
        dates, born = np.unique(row_date, return_counts=True)
        id_hash = np.fromiter(map(hash, self._entry_ids), np.int64, len(self._entry_ids))
        id_order = np.argsort(id_hash, kind="stable").astype(np.int32)
        return Block(
            entry_ids=tuple(self._entry_ids),
            vocabulary=Vocabulary.of(self._numbers),
            row_entry=np.array(self._row_entry, np.int32),
            row_start=row_start,
            row_words=row_words,
            posting_start=np.concatenate(([0], np.cumsum(counts))).astype(np.int32),
            postings=row_of[np.argsort(row_words, kind="stable")],
            row_date=row_date,
            row_year=(row_date // 10_000).astype(np.int16),
            dates=dates,
            date_start=np.concatenate(([0], np.cumsum(born))).astype(np.int32),
            date_rows=np.argsort(row_date, kind="stable").astype(np.int32),
            id_hash=id_hash[id_order],
            id_order=id_order,
        )
