"""The distinct words of a block, far fewer than its names, and what finds words like a given one."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from watchlist.index.keys import bones_key, filed_under
from watchlist.names.skeleton import sound

Ints = NDArray[np.int32]
_SLIPS: Final = 2
_LONGEST: Final = 255  # letters; longer words count as so long


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words by number. `key_words[i]` is filed under `keys[i]` (ascending).

    `sounds` are how they sound; `letters` has a bit for each letter that occurs, so that words two slips apart are
    found among all without looking at their text: a slip changes at most two bits. `bones` are keys of the consonants.
    """

    words: tuple[str, ...]
    numbers: dict[str, int]
    sounds: tuple[str, ...]
    letters: NDArray[np.uint32]
    lengths: NDArray[np.int16]
    bones: NDArray[np.uint32]
    keys: NDArray[np.uint32]
    key_words: Ints

    @classmethod
    def of(cls, numbers: dict[str, int]) -> Vocabulary:
        """Of words numbered from 0 in their order."""
        keys, key_words = array("I"), array("i")
        for number, word in enumerate(numbers):
            found = filed_under(word)
            keys.extend(found)
            key_words.extend([number] * len(found))
        key_array = np.array(keys, np.uint32)
        order = np.argsort(key_array, kind="stable")
        return cls(
            words=tuple(numbers),
            numbers=numbers,
            sounds=tuple(map(sound, numbers)),
            letters=np.fromiter(map(letters_of, numbers), np.uint32, len(numbers)),
            lengths=np.fromiter((min(len(word), _LONGEST) for word in numbers), np.int16, len(numbers)),
            bones=np.fromiter(map(bones_key, numbers), np.uint32, len(numbers)),
            keys=key_array[order],
            key_words=np.array(key_words, np.int32)[order],
        )

    def filed_under(self, keys: Sequence[int]) -> Ints:
        """Numbers of words filed under any of the keys, ascending."""
        wanted = np.array(keys, np.uint32)
        first = np.searchsorted(self.keys, wanted, side="left")
        last = np.searchsorted(self.keys, wanted, side="right")
        return distinct(self.key_words[spans(first, last)])

    def two_slips_from(self, word: str) -> Ints:
        """Numbers of words at most two slips (a letter more, less, other, or two swapped) apart, ascending."""
        other_letters = np.bitwise_count(self.letters ^ np.uint32(letters_of(word)))
        near = np.abs(self.lengths - np.int16(min(len(word), _LONGEST))) <= _SLIPS
        possible = np.flatnonzero((other_letters <= 2 * _SLIPS) & near).astype(np.int32)
        texts = [self.words[number] for number in possible.tolist()]
        slips = cdist([word], texts, scorer=OSA.distance, score_cutoff=_SLIPS, dtype=np.int32)[0]
        found: Ints = possible[slips <= _SLIPS]
        return found


def letters_of(word: str) -> int:
    """A bit for each letter that occurs; digits share some."""
    bits = 0
    for letter in set(word):
        bits |= 1 << (ord(letter) - 65) % 32
    return bits


def spans(first: NDArray[np.integer], last: NDArray[np.integer]) -> NDArray[np.int64]:
    """All integers of all half-open intervals first[i] … last[i], one interval after the other."""
    counts = (last - first).astype(np.int64)
    before = np.cumsum(counts) - counts
    return np.repeat(first - before, counts) + np.arange(int(counts.sum()))


def distinct(numbers: Ints) -> Ints:
    """Each once, ascending. Sorting is faster here than numpy's own way by hashing."""
    ordered = np.sort(numbers)
    return ordered[np.append(True, ordered[1:] != ordered[:-1])] if len(ordered) else ordered
