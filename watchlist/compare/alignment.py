"""Two names held against each other: words aligned one to one, joined or divided where that fits better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Final

import numpy as np

from watchlist.compare.joining import joined_like
from watchlist.compare.pairing import Flat, Pairing
from watchlist.compare.vocabulary import Floats, Ints, Vocabulary, where
from watchlist.compare.word import Reading
from watchlist.names.prepared import PreparedName

_MUCH_LEFT: Final = 0.5  # nats; with less left over, joining words cannot gain anything


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two names share and what is left over, in nats of information.

    `quality` is the mean likeness of the paired words, weighted by their information; `weakest` the least of them;
    `rarest` the most that any one pair shares; `exact_nats` what pairs share that are equal or variants.
    """

    shared_nats: float
    exact_nats: float
    seen_left_nats: float
    listed_left_nats: float
    quality: float
    weakest: float
    rarest: float
    pairs: int
    seen_words: int
    listed_words: int


@dataclass(frozen=True, slots=True)
class Alignments:
    """Columns of many alignments; see `Alignment`."""

    shared_nats: Floats
    exact_nats: Floats
    seen_left_nats: Floats
    listed_left_nats: Floats
    quality: Floats
    weakest: Floats
    rarest: Floats
    pairs: Ints
    seen_words: Ints
    listed_words: Ints

    def one(self, number: int) -> Alignment:
        """Alignment `number` alone."""
        return Alignment(*(getattr(self, column.name)[number].item() for column in fields(self)))

    def part(self, chosen: Sequence[int]) -> Alignments:
        """Some of them."""
        numbers = np.array(chosen, np.intp)
        return Alignments(*(getattr(self, column.name)[numbers] for column in fields(self)))


def align(seen: PreparedName, listed: PreparedName, *, may_be_cut: bool = False) -> Alignment:
    """Two names alone; `align_all` is far faster for many."""
    return align_all([seen], [listed], [may_be_cut]).one(0)


def align_all(seen: Sequence[PreparedName], listed: Sequence[PreparedName], may_be_cut: Sequence[bool]) -> Alignments:
    """Pair the words of seen[k] and listed[k], for each k, the likest and rarest first. Order does not matter."""
    known = Vocabulary()
    reading = _readings(seen, listed, may_be_cut)
    names = [*seen, *listed]
    flat = Flat.of(names, known)
    known.learn()
    best = _aligned(flat, reading, known)
    much = where((best.seen_left_nats > _MUCH_LEFT) | (best.listed_left_nats > _MUCH_LEFT))
    if not len(much):
        return best
    there, back = np.concatenate([much, much + len(reading)]), np.concatenate([much + len(reading), much])
    # consonants alone would join anything with something
    plain = np.where(reading[much] == Reading.CUT, Reading.CUT, Reading.PLAIN)
    wanted = [names[number] for number in there.tolist()]
    joined = joined_like(wanted, flat.part(there), flat.part(back), np.tile(plain, 2), known)
    if not joined:
        return best
    changed = sorted({number % len(much) for number in joined})
    both = changed + [number + len(much) for number in changed]
    again = _aligned(Flat.of([joined.get(n) or wanted[n] for n in both], known), reading[much[changed]], known)
    _put_better(best, again, much[changed])
    return best


def _put_better(best: Alignments, again: Alignments, places: Ints) -> None:
    """Take the second look where it fits better."""
    fit, before = _fit(again), _fit(best)[places]
    better = where(fit > before)
    for column in fields(Alignments):
        getattr(best, column.name)[places[better]] = getattr(again, column.name)[better]


def _fit(found: Alignments) -> Floats:
    fit: Floats = found.shared_nats * found.quality - found.seen_left_nats - found.listed_left_nats
    return fit


def _readings(seen: Sequence[PreparedName], listed: Sequence[PreparedName], may_be_cut: Sequence[bool]) -> Ints:
    return np.array(
        [
            Reading.CUT if cut else Reading.UNVOWELLED if one.is_unvowelled != other.is_unvowelled else Reading.PLAIN
            for one, other, cut in zip(seen, listed, may_be_cut, strict=True)
        ],
        np.intp,
    )


def _aligned(names: Flat, reading: Ints, known: Vocabulary) -> Alignments:
    """Names seen, then names listed, as many of each as there are readings."""
    seen, listed = names.part(slice(len(reading))), names.part(slice(len(reading), None))
    known.learn()
    found = Pairing(seen, listed, reading)
    found.pair_words(known)
    return Alignments(
        shared_nats=found.shared,
        exact_nats=found.exact,
        seen_left_nats=found.seen_left,
        listed_left_nats=found.listed_left,
        quality=np.divide(found.shared, found.weighted, out=np.zeros(len(reading)), where=found.weighted != 0),
        weakest=np.where(found.is_empty, 0.0, found.weakest),
        rarest=found.rarest,
        pairs=found.pairs,
        seen_words=seen.count,
        listed_words=listed.count,
    )
