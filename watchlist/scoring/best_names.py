"""Which of a subject's names and which of an entry's fit each other best."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from watchlist.compare.alignment import Alignment, Alignments, align_all
from watchlist.compare.vocabulary import Floats, first_of_each, where
from watchlist.entry import Entry, NameStrength, Subject
from watchlist.names.prepared import PreparedName
from watchlist.scoring.features import name_features

# a name compared with many aliases fits one of them more easily
_NATS_PER_ALIAS_DOUBLING: Final = 0.25
_WEAK_NAME_NATS: Final = 0.8


@dataclass(frozen=True, slots=True)
class _Held:
    """A name of the subject held against a name of entry number `entry`."""

    entry: int
    seen: PreparedName
    listed: PreparedName
    may_be_cut: bool
    penalty_nats: float


@dataclass(frozen=True, slots=True)
class BestNames:
    """The best pair of names of a subject and an entry; `features` are the columns before the birth date."""

    seen: PreparedName
    listed: PreparedName
    penalty_nats: float  # for many aliases or a weak one
    features: Floats
    quality: float
    _found: Alignments
    _number: int

    @property
    def alignment(self) -> Alignment:
        """How their words pair."""
        return self._found.one(self._number)


def best_names(
    subject: Subject, entries: Sequence[Entry], prepared: Callable[[str], PreparedName]
) -> list[BestNames | None]:
    """For each entry; None where no two names share a word."""
    names = [(prepared(name.full), name.truncated) for name in subject.names]
    held = [each for number, entry in enumerate(entries) for each in _held(number, names, entry, prepared)]
    seen, listed = [each.seen for each in held], [each.listed for each in held]
    found = align_all(seen, listed, [each.may_be_cut for each in held])
    best = _best(found, held)
    features = name_features(found.part(best), [seen[n] for n in best], [listed[n] for n in best])
    bests: list[BestNames | None] = [None] * len(entries)
    for number, row in zip(best, features, strict=True):
        each, quality = held[number], float(found.quality[number])
        bests[each.entry] = BestNames(each.seen, each.listed, each.penalty_nats, row, quality, found, number)
    return bests


def _held(
    number: int,
    names: Sequence[tuple[PreparedName, bool]],
    entry: Entry,
    prepared: Callable[[str], PreparedName],
) -> list[_Held]:
    """Every name of the subject with every readable name of the entry; comparing with many costs a little."""
    ready = [(prepared(name.full), name.strength is NameStrength.WEAK) for name in entry.names]
    ready = [(name, is_weak) for name, is_weak in ready if name.words]
    many = _NATS_PER_ALIAS_DOUBLING * math.log2(max(len(ready), 1) * max(len(names), 1))
    return [
        _Held(number, name, listed, may_be_cut, many + (_WEAK_NAME_NATS if is_weak else 0.0))
        for name, may_be_cut in names
        for listed, is_weak in ready
    ]


def _best(found: Alignments, held: Sequence[_Held]) -> list[int]:
    """Of each entry the pair of names that fits best, the first of equals; only where words were paired."""
    seen_left, listed_left = found.seen_left_nats, found.listed_left_nats
    penalty = np.array([each.penalty_nats for each in held], np.float64)
    fit = found.shared_nats * found.quality - 0.5 * np.minimum(seen_left, listed_left) - penalty
    fit -= 0.25 * np.maximum(seen_left, listed_left)
    paired = where(found.pairs > 0)
    entry = np.array([each.entry for each in held], np.intp)[paired]
    order = np.lexsort((-fit[paired], entry))
    first: list[int] = paired[order[first_of_each(entry[order])]].tolist()
    return first
