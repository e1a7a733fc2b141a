"""Words of many names, each with a number, and what comparing asks of a word, worked out once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.process import cpdist

from watchlist.names.lexicon import variant_groups
from watchlist.names.skeleton import consonants_of, sound, sounds

Ints = NDArray[np.intp]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

# columns of Vocabulary.facts
LENGTH: Final = 0
FIRST_LETTER: Final = 1
HAS_VARIANTS: Final = 2
SOUND: Final = 3  # a number: equal for words that sound the same
SOUND_LENGTH: Final = 4
BONES: Final = 5  # a number: equal for words of the same consonants
BONES_LENGTH: Final = 6
_COLUMNS: Final = 7
_MANY: Final = 1_000  # words: more than a search compares, so most of them were never heard before


class _Numbers(dict[str, int]):
    """Gives every new text the next number."""

    def __missing__(self, text: str) -> int:
        self[text] = number = len(self)
        return number

    def of(self, texts: Iterable[str]) -> list[int]:
        """The number of each."""
        return list(map(self.__getitem__, texts))


class Vocabulary:
    """Numbers words in the order in which they come. For one batch of names, then thrown away.

    `words[n]`, `sounds[n]` and `bones[n]` (its consonants) belong to number n, and so does row n of `facts`.
    """

    def __init__(self) -> None:
        self.words: list[str] = []
        self.sounds: list[str] = []
        self.bones: list[str] = []
        self.facts: Ints = np.zeros((0, _COLUMNS), np.intp)
        self._numbers = _Numbers()
        self._sound_numbers = _Numbers()
        self._bone_numbers = _Numbers()

    def numbers(self, words: Iterable[str]) -> list[int]:
        """A number for each word; new ones are learned by the next `learn`."""
        return self._numbers.of(words)

    def learn(self, *, are_rare: bool = False) -> None:
        """Work out what there is to know of words that are new since the last time; `are_rare`: no search had them."""
        new = list(self._numbers)[len(self.words) :]
        if not new:
            return
        sounded = sounds(new) if are_rare or len(new) > _MANY else list(map(sound, new))
        bones = consonants_of(sounded)
        varied = variant_groups()
        columns = (
            list(map(len, new)),
            [ord(word[0]) if word else 0 for word in new],
            [word in varied for word in new],
            self._sound_numbers.of(sounded),
            list(map(len, sounded)),
            self._bone_numbers.of(bones),
            list(map(len, bones)),
        )
        self.facts = np.concatenate([self.facts, np.array(columns, np.intp).T])
        self.words += new
        self.sounds += sounded
        self.bones += bones


def measured(texts: Sequence[str], one: Ints, other: Ints, scorer: Callable[..., Any]) -> Floats:
    """What `scorer` (of rapidfuzz) says of texts[one[k]] beside texts[other[k]], for each k."""
    if not len(one):
        return np.zeros(0)
    first, second = [texts[number] for number in one.tolist()], [texts[number] for number in other.tolist()]
    found: Floats = cpdist(first, second, scorer=scorer, dtype=np.float64)
    return found


def where(mask: Mask) -> Ints:
    """Places that are true; as np.flatnonzero, in a third of its time, which small searches feel."""
    return mask.nonzero()[0]


def first_of_each(groups: Ints) -> Ints:
    """Where each run of equal numbers begins."""
    begins = np.ones(len(groups), np.bool_)
    np.not_equal(groups[1:], groups[:-1], out=begins[1:])
    return where(begins)


def distinct(numbers: Ints) -> tuple[Ints, Ints]:
    """Each number once, ascending, and for all of them which it is."""
    order = numbers.argsort(kind="stable")
    ranked = numbers[order]
    begins = np.ones(len(ranked), np.bool_)
    np.not_equal(ranked[1:], ranked[:-1], out=begins[1:])
    which = np.empty(len(ranked), np.intp)
    which[order] = begins.cumsum() - 1
    return ranked[begins], which
