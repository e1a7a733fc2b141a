"""Document and identity numbers in 16 bytes each: exact keys to entries, changed without stopping searches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

_LARGEST_TAIL: Final = 4_000  # changed numbers; then they are sorted in


@dataclass(frozen=True, slots=True)
class NumberIndex:
    """A snapshot; `changed` gives the next one. Answers may hold another number's entry where two hashes meet, so
    whoever asks compares the numbers: about one in 10^19 pairs.

    `hashes` is ascending, `entry_ids` stands beside it. `tail` holds entries per number since, `gone` those to skip.
    """

    hashes: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    entry_ids: NDArray[Any] = field(default_factory=lambda: np.zeros(0, object))
    tail: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()

    @classmethod
    def of(cls, numbers: Iterable[tuple[str, str]]) -> NumberIndex:
        """From pairs of a bare number and an entry id."""
        pairs = list(numbers)
        hashes = np.fromiter((hash(number) for number, _ in pairs), np.int64, len(pairs))
        ids = np.empty(len(pairs), object)
        ids[:] = [entry_id for _, entry_id in pairs]
        order = np.argsort(hashes, kind="stable")
        return cls(hashes[order], ids[order])

    def __len__(self) -> int:
        return len(self.hashes) + sum(map(len, self.tail.values()))

    def entries_with(self, number: str) -> tuple[str, ...]:
        """Ids of entries that list this bare number, in the order filed."""
        wanted = hash(number)
        low = int(np.searchsorted(self.hashes, wanted))
        high = int(np.searchsorted(self.hashes, wanted, side="right"))
        kept = (entry_id for entry_id in self.entry_ids[low:high].tolist() if entry_id not in self.gone)
        return (*kept, *self.tail.get(number, ()))

    def changed(self, entry_ids: Iterable[str], numbers: Sequence[tuple[str, str]]) -> NumberIndex:
        """After everything of `entry_ids` was taken away and `numbers` were filed."""
        gone = frozenset(entry_ids)
        tail = {number: kept for number, ids in self.tail.items() if (kept := tuple(i for i in ids if i not in gone))}
        for number, entry_id in numbers:
            tail[number] = (*tail.get(number, ()), entry_id)
        if len(tail) + len(self.gone | gone) <= _LARGEST_TAIL:
            return NumberIndex(self.hashes, self.entry_ids, tail, self.gone | gone)
        return self._sorted_in(tail, self.gone | gone)

    def _sorted_in(self, tail: Mapping[str, tuple[str, ...]], gone: frozenset[str]) -> NumberIndex:
        alive = np.array([entry_id not in gone for entry_id in self.entry_ids.tolist()], bool)
        fresh = NumberIndex.of((number, entry_id) for number, ids in tail.items() for entry_id in ids)
        hashes = np.concatenate([self.hashes[alive], fresh.hashes])
        order = np.argsort(hashes, kind="stable")
        return NumberIndex(hashes[order], np.concatenate([self.entry_ids[alive], fresh.entry_ids])[order])
