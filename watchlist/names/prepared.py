"""A name made ready for comparing: its words without titles, with the information that each holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from watchlist.names.fold import is_unvowelled, words
from watchlist.names.lexicon import particles

Information = Callable[[str], float]
PARTICLE_NATS = 0.6  # what an article or patronymic particle says
INITIAL_NATS = 1.5  # what a single letter says


@dataclass(frozen=True, slots=True)
class PreparedName:
    """`words` in the order written; `nats[i]` is the information in word i: the rarer, the more."""

    words: tuple[str, ...]
    nats: tuple[float, ...]
    is_unvowelled: bool = False

    @property
    def total_nats(self) -> float:
        """Information in the whole name."""
        return sum(self.nats)


@lru_cache(maxsize=1 << 16)
def significant(name: str) -> tuple[str, ...]:
    """Words without titles; all words where nothing else is left."""
    known = particles()
    every = words(name)
    kept = tuple(word for word in every if not known.get(word, False)) or every
    # people of one name fill both fields of a form with it
    return kept[:1] if len(set(kept)) == 1 else kept


def prepare(name: str, information: Information) -> PreparedName:
    """Make one name ready."""
    kept = significant(name)
    return PreparedName(kept, tuple(_nats(word, information) for word in kept), is_unvowelled(name))


def _nats(word: str, information: Information) -> float:
    if len(word) == 1:
        return INITIAL_NATS
    return PARTICLE_NATS if word in particles() else information(word)
