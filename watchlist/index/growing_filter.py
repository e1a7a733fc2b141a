"""A `KeyFilter` for lists that grow: a full one stays, and a larger one is put beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from watchlist.index.key_filter import KeyFilter

_SMALLEST: Final = 1 << 16


class GrowingFilter:
    """Never denies a key that was added. Adding while others ask is safe; adding is for one thread at a time."""

    def __init__(self, expected: int = 0) -> None:
        """`expected` keys will fit without growing."""
        self._capacity = max(_SMALLEST, expected + expected // 4)
        self._filters: tuple[KeyFilter, ...] = (KeyFilter(self._capacity),)
        self._free = self._capacity

    @property
    def size_bytes(self) -> int:
        """Memory of the bits."""
        return sum(each.size_bytes for each in self._filters)

    def add(self, keys: Sequence[str]) -> None:
        """File keys."""
        if len(keys) > self._free:
            self._capacity = max(self._capacity * 2, 2 * len(keys))
            self._free = self._capacity
            self._filters = (*self._filters, KeyFilter(self._capacity))
        self._filters[-1].add(keys)
        self._free -= len(keys)

    def may_hold(self, key: str) -> bool:
        """False only where the key was surely never added."""
        return any(each.may_hold(key) for each in self._filters)
