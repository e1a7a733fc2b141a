"""«Surely not listed», without I/O: a filter before a data base of lost and stolen documents too large for memory.

A Bloom filter (B. H. Bloom, 1970) of bits in 64-byte lines, so that a question touches one line of memory: about
10 bits a key give one needless look-up in a hundred, 125 MB for a hundred million keys. It never denies a key that was
added.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

_LINE_BITS: Final = 512
_BITS_A_KEY: Final = 12
_PROBES: Final = 6
_BATCH: Final = 100_000


class KeyFilter:
    """Sized for `capacity` keys; more only make it answer «perhaps» more often. Adding while others ask is safe."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._lines = max(1, -(-capacity * _BITS_A_KEY // _LINE_BITS))
        self._bits = np.zeros(self._lines * _LINE_BITS // 8, np.uint8)

    @property
    def size_bytes(self) -> int:
        """Memory of the bits."""
        return int(self._bits.nbytes)

    def add(self, keys: Iterable[str]) -> None:
        """File keys, such as `ISSUER/NUMBER`."""
        every = iter(keys)
        while batch := list(islice(every, _BATCH)):
            places = self._places(batch)
            # one at a time where two keys share a byte: `|=` on an index array would lose one of them
            np.bitwise_or.at(self._bits, places >> 3, (1 << (places & 7)).astype(np.uint8))

    def may_hold(self, key: str) -> bool:
        """False only where the key was surely never added."""
        return bool(self.may_hold_each([key])[0])

    def may_hold_each(self, keys: Sequence[str]) -> NDArray[np.bool_]:
        """The answer for each key."""
        places = self._places(keys)
        return np.asarray(((self._bits[places >> 3] >> (places & 7).astype(np.uint8)) & 1).all(axis=1))

    def _places(self, keys: Sequence[str]) -> NDArray[np.int64]:
        """Shape (keys, probes): numbers of bits. Digests, not `hash`, so that every process builds the same filter."""
        digests = b"".join(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).digest() for key in keys)
        parts = np.frombuffer(digests, np.uint64).reshape(len(keys), 2)
        lines = (parts[:, 0] % np.uint64(self._lines)).astype(np.int64)[:, None] * _LINE_BITS
        shifts = np.arange(_PROBES, dtype=np.uint64) * np.uint64(9)
        return lines + ((parts[:, 1, None] >> shifts) & np.uint64(_LINE_BITS - 1)).astype(np.int64)
