"""How alike words are, many at once and roughly: good enough to rank; `watchlist.compare.word` is exact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist

from watchlist.index.keys import bones_key
from watchlist.index.vocabulary import Ints, Vocabulary
from watchlist.names.lexicon import variants_of
from watchlist.names.skeleton import sound

Floats = NDArray[np.float32]
_SOUND: Final = 0.95  # what the likeness of two sounds is worth beside that of two spellings
_VARIANT: Final = 0.95
_SAME_CONSONANTS: Final = 0.85
_UNVOWELLED: Final = 0.95  # the same consonants, where one script writes no others


def likeness(vocabulary: Vocabulary, words: Sequence[str], numbers: Ints, *, is_unvowelled: bool = False) -> Floats:
    """Shape (words, numbers), 0 … 1: equal, a known variant, alike in letters, in sound or in consonants."""
    alike = _alike(words, vocabulary.words, numbers)
    heard = _alike([sound(word) for word in words], vocabulary.sounds, numbers)
    np.maximum(alike, np.float32(_SOUND) * heard, out=alike)
    same = np.float32(_UNVOWELLED if is_unvowelled else _SAME_CONSONANTS)
    bones = vocabulary.bones[numbers]
    for row, word in zip(alike, words, strict=True):
        if own := bones_key(word):
            np.maximum(row, np.where(bones == own, same, 0), out=row)
        variants = [vocabulary.numbers[other] for other in variants_of(word) if other in vocabulary.numbers]
        if variants:
            row[np.isin(numbers, variants)] = _VARIANT
        if (number := vocabulary.numbers.get(word)) is not None:
            row[numbers == number] = 1.0
    return alike


def _alike(words: Sequence[str], texts: Sequence[str], numbers: Ints) -> Floats:
    chosen = list(map(texts.__getitem__, numbers.tolist()))
    found: Floats = cdist(words, chosen, scorer=JaroWinkler.similarity, dtype=np.float32)
    return found
