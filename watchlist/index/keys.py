"""Keys under which a word is filed and looked up: sound, sound less one letter, consonants, beginning."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from watchlist.names.skeleton import consonants, sound

_SHORTEST_NEIGHBOUR = 4  # letters of the sound; shorter words have too many neighbours
_LONGEST_WORD = 24  # letters; what follows tells no words apart
_PREFIXES = (4, 6)
_FEWEST_BONES = 3


def filed_under(word: str) -> tuple[int, ...]:
    """32-bit keys of a listed word."""
    beginnings = (f"p{word[:size]}" for size in _PREFIXES if len(word) >= size)
    return _numbers([*_near(word), *beginnings])


def looked_up(word: str) -> tuple[int, ...]:
    """32-bit keys that lead from a searched word to listed words like it."""
    size = max((size for size in _PREFIXES if len(word) >= size), default=0)
    return _numbers([*_near(word), *((f"p{word[:size]}",) if size else ())])


def sounded(word: str) -> tuple[int, ...]:
    """As `looked_up`, without the beginning: few words, and all of them much like it."""
    return _numbers(list(_near(word)))


def bones_key(word: str) -> int:
    """32-bit key of the consonants; 0 where they are too few to say anything."""
    bones = consonants(word[:_LONGEST_WORD])
    return zlib.crc32(bones.encode()) or 1 if len(bones) >= _FEWEST_BONES else 0


def _near(word: str) -> Iterator[str]:
    heard = sound(word[:_LONGEST_WORD])
    yield "d" + heard
    if len(heard) >= _SHORTEST_NEIGHBOUR:
        yield from (f"d{heard[:i]}{heard[i + 1 :]}" for i in range(len(heard)))
    bones = consonants(word[:_LONGEST_WORD])
    if len(bones) >= 2:
        yield "c" + bones


def _numbers(keys: list[str]) -> tuple[int, ...]:
    return tuple({zlib.crc32(key.encode()) for key in keys})
