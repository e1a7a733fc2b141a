"""Columns of many crossings at once. Nobody in them exists; a key is a random number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Array = NDArray[Any]

UNKNOWN: Final = np.iinfo(np.int64).min
DEPARTURE, ARRIVAL = 1, 0
CLEARED, DEFERRED = 0, 1

# column → what stands where nothing was said. `ring`: 0 for the innocent. Agencies are numbered, see Places.
_DEFAULTS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "at_s": 0,
        "port": UNKNOWN,
        "direction": DEPARTURE,
        "person": UNKNOWN,
        "document": UNKNOWN,
        "next_document": UNKNOWN,
        "birth_year": UNKNOWN,
        "is_minor": 0,
        "party": UNKNOWN,
        "booking": UNKNOWN,
        "payer": UNKNOWN,
        "agency": UNKNOWN,
        "contact": UNKNOWN,
        "decision": CLEARED,
        "ring": 0,
    }
)


@dataclass(slots=True)
class Columns:
    """Blocks of crossings, put together at the end. `cross` fills one block; a single value stands for all rows."""

    _blocks: list[dict[str, Array]] = field(default_factory=list)

    def cross(self, at_s: Array, **values: Array | int) -> None:
        """`at_s`: seconds since 1970, shape (n,). Every other column has shape (n,) or is one value."""
        count = len(at_s)
        given: dict[str, Array | int] = {**_DEFAULTS, "at_s": at_s.astype(np.int64), **values}
        self._blocks.append({name: np.broadcast_to(np.asarray(each), count) for name, each in given.items()})

    def journey(self, leave_s: Array, return_s: Array, **values: Array | int) -> None:
        """A departure for each row, and an arrival where `return_s` is not UNKNOWN.

        Whoever travels home has no agency, payer or contact to show: the officer asks on the way out.
        """
        self.cross(leave_s, direction=DEPARTURE, **values)
        back = return_s != UNKNOWN
        kept = {"person", "document", "next_document", "birth_year", "is_minor", "party", "booking", "port", "ring"}
        chosen = {
            name: np.broadcast_to(np.asarray(each), len(leave_s))[back] for name, each in values.items() if name in kept
        }
        self.cross(return_s[back], direction=ARRIVAL, **chosen)

    def joined(self) -> dict[str, Array]:
        """All rows."""
        return {name: np.concatenate([block[name] for block in self._blocks]) for name in _DEFAULTS}

    @property
    def count(self) -> int:
        """Rows so far."""
        return sum(len(block["at_s"]) for block in self._blocks)


def keys(rng: np.random.Generator, count: int) -> Ints:
    """Fresh keys, which nobody else has."""
    return rng.integers(-(2**62), 2**62, count, dtype=np.int64)


def some(rng: np.random.Generator, values: Array, share: float) -> Array:
    """`values`, with all but a share of them unknown."""
    return np.where(rng.random(len(values)) < share, values, UNKNOWN)
