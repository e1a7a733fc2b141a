"""Keys that stand more than once in a list, found in eight bytes a row: lists of lost documents exceed memory."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np


class RepeatedKeys:
    """Made from all keys of a first reading; in the second it says where a key stood before.

    Two keys of one hash among millions only mean that both are looked at by their text.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        """`keys` in any order."""
        hashes = np.fromiter((hash(key) for key in keys), np.int64)
        hashes.sort()
        self._suspects = frozenset(hashes[1:][hashes[1:] == hashes[:-1]].tolist())
        self._first: dict[str, str] = {}

    def earlier(self, key: str, place: str) -> str:
        """Where the key was first asked about, '' where this is the first time."""
        if hash(key) not in self._suspects:
            return ""
        first = self._first.setdefault(key, place)
        return "" if first == place else first


def place_of(line: int, file: int, files: int) -> str:
    """How a row is told to people: its line, and which file where there are several (counted from 0)."""
    return f"line {line}" if files == 1 else f"line {line} of file {file + 1}"
