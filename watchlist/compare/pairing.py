"""Words of two names paired one to one, for many pairs of names at once: the likest and the rarest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np

from watchlist.compare.vocabulary import Floats, Ints, Mask, Vocabulary, first_of_each, where
from watchlist.compare.word import Reading, likenesses
from watchlist.names.prepared import PreparedName

_LEAST: Final = 0.5  # less alike than this, words are not paired
_NEARLY_EQUAL: Final = 0.9
MOST_WORDS: Final = 12  # of a name are compared
_CUT_AWAY: Final = 0.3  # what a listed word counts that may have been cut off altogether


@dataclass(frozen=True, slots=True)
class Flat:
    """Names one after another: word k of name n is number `words[start[n] + k]`, and holds `nats[start[n] + k]`."""

    start: Ints
    count: Ints
    words: Ints
    nats: Floats

    @classmethod
    def of(cls, names: Sequence[PreparedName], known: Vocabulary) -> Flat:
        """From the names; their words are numbered by `known`."""
        distinct = dict(zip(map(id, names), names, strict=True))
        place = dict(zip(distinct, range(len(distinct)), strict=True))
        count = np.array([len(name.words) for name in distinct.values()], np.intp)
        words = known.numbers(chain.from_iterable([name.words for name in distinct.values()]))
        nats = np.fromiter(chain.from_iterable([name.nats for name in distinct.values()]), np.float64, len(words))
        which = np.array([place[id(name)] for name in names], np.intp)
        return cls((count.cumsum() - count)[which], count[which], np.array(words, np.intp), nats)

    def part(self, chosen: Ints | slice) -> Flat:
        """Some of the names."""
        return Flat(self.start[chosen], self.count[chosen], self.words, self.nats)


class Pairing:
    """What pairs of names share, and what is left over. All columns have a place for each pair of names."""

    def __init__(self, seen: Flat, listed: Flat, reading: Ints) -> None:
        self._seen, self._listed, self._reading = seen, listed, reading
        self._seen_at, self._seen_left = _laid_out(seen)
        self._listed_at, self._listed_left = _laid_out(listed)
        size = len(reading)
        self.shared, self.weighted, self.rarest, self.exact = np.zeros((4, size))
        self.weakest = np.ones(size)
        self.pairs: Ints = np.zeros(size, np.intp)

    def pair_words(self, known: Vocabulary) -> None:
        """Pair them all."""
        pair, i, j = _crossed(self._seen.count, self._listed.count)
        one, other = self._seen.words[self._seen.start[pair] + i], self._listed.words[self._listed.start[pair] + j]
        i, j = self._seen_at[pair] + i, self._listed_at[pair] + j
        # nothing is liker than the same word: these pairs come first, and their words need no other comparison
        same = (one == other) & (self._reading[pair] != Reading.CUT)
        self._take(pair[same], i[same], j[same], np.ones(np.count_nonzero(same)))
        unpaired = where((self._seen_left[i] > 0) & (self._listed_left[j] > 0))
        pair, i, j = pair[unpaired], i[unpaired], j[unpaired]
        alike = likenesses(known, one[unpaired], other[unpaired], self._reading[pair])
        like = alike >= _LEAST
        self._take(pair[like], i[like], j[like], alike[like])

    def _take(self, pair: Ints, i: Ints, j: Ints, alike: Floats) -> None:
        """Pair words at places i and j, the likest and then the rarest first; each word once."""
        seen_left, listed_left = self._seen_left, self._listed_left
        nats = np.minimum(seen_left[i], listed_left[j])
        order = np.lexsort((-nats, -alike, pair))
        pair, i, j, alike, nats = pair[order], i[order], j[order], alike[order], nats[order]
        while len(pair):
            best = first_of_each(pair)  # the first that is left of each pair of names
            self._gain(pair[best], alike[best], nats[best])
            seen_left[i[best]] = listed_left[j[best]] = 0.0
            left = where((seen_left[i] > 0) & (listed_left[j] > 0))
            pair, i, j, alike, nats = pair[left], i[left], j[left], alike[left], nats[left]

    def _gain(self, pair: Ints, alike: Floats, nats: Floats) -> None:
        gained = nats * alike
        self.pairs[pair] += 1
        self.shared[pair] += gained
        self.weighted[pair] += nats
        self.weakest[pair] = np.minimum(self.weakest[pair], alike)
        self.rarest[pair] = np.maximum(self.rarest[pair], gained)
        nearly = alike > _NEARLY_EQUAL
        self.exact[pair[nearly]] += gained[nearly]

    @property
    def seen_left(self) -> Floats:
        """Nats of seen words without a counterpart."""
        return _summed(self._seen_left, self._seen.count)

    @property
    def listed_left(self) -> Floats:
        """Nats of listed words without a counterpart; those that may have been cut away count little."""
        return _summed(self._listed_left, self._listed.count) * np.where(self._reading == Reading.CUT, _CUT_AWAY, 1.0)

    @property
    def is_empty(self) -> Mask:
        """No word was paired."""
        empty: Mask = self.pairs == 0
        return empty


def _laid_out(names: Flat) -> tuple[Ints, Floats]:
    """The nats of each name's words, name after name, and where each begins."""
    name, within = numbered(names.count)
    return names.count.cumsum() - names.count, names.nats[names.start[name] + within]


def _summed(values: Floats, counts: Ints) -> Floats:
    # one after the other, as a loop would, so that the sums do not depend on what else is in the batch
    return np.asarray(np.bincount(numbered(counts)[0], values, minlength=len(counts)), np.float64)


def _crossed(counts: Ints, others: Ints) -> tuple[Ints, Ints, Ints]:
    """Every word of every name with every word of its other name: number of the pair of names, place, other place."""
    many = np.minimum(others, MOST_WORDS)
    pair, within = numbered(np.minimum(counts, MOST_WORDS) * many)
    i, j = np.divmod(within, np.maximum(many[pair], 1))
    return pair, i, j


def numbered(counts: Ints) -> tuple[Ints, Ints]:
    """Every one of `counts` things of every group: number of the group, number within it."""
    group = np.arange(len(counts)).repeat(counts)
    return group, np.arange(len(group)) - (counts.cumsum() - counts)[group]
