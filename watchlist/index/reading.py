"""Ways in which the words of a searched name may be meant: as written, two of them joined, one of them divided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from watchlist.index.keys import sounded
from watchlist.index.likeness import likeness
from watchlist.index.vocabulary import Vocabulary
from watchlist.names.prepared import Information, PreparedName

_MOST_WORDS: Final = 12
_MOST_JOINED: Final = 3
_LONGEST_JOINED: Final = 24  # letters
_ALIKE: Final = 0.88  # a joined or divided word is tried only where the list has one so like it
_LEAST_DIVIDED: Final = 7  # letters; a word this long may be two
_LEAST_PART: Final = 3
# written apart or joined to what follows, by school of romanisation
_HEADS: Final = frozenset(
    ("AL", "EL", "UL", "AR", "AS", "AD", "AT", "AN", "AZ", "ABD", "ABDAL", "ABDEL", "ABDUL", "ABDOL", "ABU", "ABOU",
     "ABO", "BIN", "BEN", "IBN", "BOU", "DE", "DI", "LA", "MC"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """A word to look for, with its nats."""

    text: str
    nats: float


@dataclass(frozen=True, slots=True)
class Change:
    """Words `first` to `last` (exclusive) of the name as written, read as `terms` instead."""

    first: int
    last: int
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A name as written, and what may be read otherwise in it."""

    terms: tuple[Term, ...]
    changes: tuple[Change, ...]
    is_unvowelled: bool

    @property
    def every_term(self) -> tuple[Term, ...]:
        """The words as written, then those of the changes."""
        return (*self.terms, *(term for change in self.changes for term in change.terms))

    @property
    def texts(self) -> tuple[str, ...]:
        """All words to look for, each once."""
        return tuple(dict.fromkeys(term.text for term in self.every_term))

    def ways(self) -> Iterator[tuple[Term, ...]]:
        """The name as written, with each change alone, and with all changes that leave each other alone."""
        yield self.terms
        for change in self.changes:
            yield _changed(self.terms, [change])
        apart = _apart(self.changes)
        if len(apart) > 1:
            yield _changed(self.terms, apart)


def read(name: PreparedName, vocabulary: Vocabulary, information: Information) -> Reading:
    """A searched name, beside the words of a list."""
    terms = tuple(map(Term, name.words[:_MOST_WORDS], name.nats))
    changes = [*_joined(terms, vocabulary), *_divided(terms, vocabulary, information)]
    return Reading(terms, tuple(changes), name.is_unvowelled)


def _joined(terms: tuple[Term, ...], vocabulary: Vocabulary) -> Iterator[Change]:
    for size in range(2, _MOST_JOINED + 1):
        for first in range(len(terms) - size + 1):
            parts = terms[first : first + size]
            text = "".join(part.text for part in parts)
            if len(text) <= _LONGEST_JOINED and _is_known(text, vocabulary):
                yield Change(first, first + size, (Term(text, sum(part.nats for part in parts)),))


def _divided(terms: tuple[Term, ...], vocabulary: Vocabulary, information: Information) -> Iterator[Change]:
    for place, term in enumerate(terms):
        word = term.text
        for cut in sorted({*_heads(word, vocabulary), *_known_parts(word, vocabulary)}):
            parts = (Term(part, min(information(part), term.nats)) for part in (word[:cut], word[cut:]))
            yield Change(place, place + 1, tuple(parts))


def _heads(word: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Where a known rest follows an article or the like."""
    cuts = (cut for cut in range(2, min(5, len(word) - _LEAST_PART) + 1) if word[:cut] in _HEADS)
    return (cut for cut in cuts if _is_known(word[cut:], vocabulary))


def _known_parts(word: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Where an unknown long word begins or ends with a known one, the longest: a space was lost."""
    if len(word) < _LEAST_DIVIDED or word in vocabulary.numbers:
        return
    cuts = range(_LEAST_PART, len(word) - 1)
    yield from [cut for cut in cuts if word[:cut] in vocabulary.numbers][-1:]
    yield from [cut for cut in range(2, len(word) - _LEAST_PART + 1) if word[cut:] in vocabulary.numbers][:1]


def _is_known(word: str, vocabulary: Vocabulary) -> bool:
    near = vocabulary.filed_under(sounded(word))
    return bool(len(near)) and float(np.max(likeness(vocabulary, [word], near))) >= _ALIKE


def _apart(changes: tuple[Change, ...]) -> list[Change]:
    """Changes of which no two touch the same word, those of most words first."""
    kept: list[Change] = []
    for change in sorted(changes, key=lambda each: each.first - each.last):
        if all(change.last <= other.first or other.last <= change.first for other in kept):
            kept.append(change)
    return sorted(kept, key=lambda each: each.first)


def _changed(terms: tuple[Term, ...], changes: list[Change]) -> tuple[Term, ...]:
    """`changes` in their order, none touching another."""
    edges = [0, *(edge for change in changes for edge in (change.first, change.last)), len(terms)]
    kept = [terms[first:last] for first, last in zip(edges[::2], edges[1::2], strict=True)]
    replaced = [*(change.terms for change in changes), ()]
    return tuple(term for before, new in zip(kept, replaced, strict=True) for term in (*before, *new))
