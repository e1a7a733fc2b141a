"""Which entries of a block are worth comparing with a name: those that share its rarest words, or words like them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist

from watchlist.index.birth import near, worth
from watchlist.index.block import Block, Ints, packed
from watchlist.index.keys import looked_up, sounds_like
from watchlist.names.lexicon import variants_of
from watchlist.names.prepared import Information, PreparedName
from watchlist.partial_date import PartialDate

Floats = NDArray[np.float32]
_LEAST_LIKENESS: Final = 0.72
_SAME_SOUND: Final = 0.85  # what a word is worth that sounds alike, however it is spelled
_VARIANT: Final = 0.95
_COMMON: Final = 4_000  # rows; a word of more only adds to candidates found otherwise, and to those of the right age
_MOST_SEEDS: Final = 200_000
_MOST_WORDS: Final = 14
_JOINED_LETTERS: Final = 7  # a word this long may be two
_PART_LETTERS: Final = 3
_WORD_TOO_MANY: Final = 0.35  # nats for each word of a listed name: long names share words with everybody


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of the query: words of the block like it, and what a row that holds one gains, in nats."""

    numbers: Ints
    gains: Floats
    sizes: Ints


def find(
    block: Block, name: PreparedName, birth_dates: Sequence[PartialDate], information: Information, limit: int
) -> list[tuple[float, int]]:
    """At most `limit` entries by number, with their rank in nats, the most promising first."""
    dates = [packed(date) for date in birth_dates]
    known = list(zip(name.words, name.nats, strict=True))
    known.extend((part, information(part)) for word in name.words for part in _parts(block, word))
    if not known:
        return []
    held = [_like(block, word, nats, information) for word, nats in known[:_MOST_WORDS]]
    rare = [_rows(block, word) for word in held]
    seeds = np.unique(np.concatenate([*(rows for rows, _ in rare), *_seeds_of_common(block, held, dates)]))
    if not len(seeds):
        return []
    ranked = worth(block.row_date[seeds], dates) - np.float32(_WORD_TOO_MANY) * block.row_length[seeds]
    for word, (rows, gains) in zip(held, rare, strict=True):
        ranked += _gained(block, seeds, word, rows, gains)
    if len(seeds) > 4 * limit:
        best = np.argpartition(-ranked, 4 * limit)[: 4 * limit]
        seeds, ranked = seeds[best], ranked[best]
    order = np.lexsort((seeds, -ranked))
    best_first: dict[int, float] = {}
    for entry, rank in zip(block.row_entry[seeds[order]].tolist(), ranked[order].tolist(), strict=True):
        best_first.setdefault(entry, rank)
    return [(rank, entry) for entry, rank in islice(best_first.items(), limit)]


def _like(block: Block, word: str, nats: float, information: Information) -> _Word:
    near_words = block.words_like(looked_up(word))
    alike = np.zeros(len(near_words), np.float32)
    if len(near_words):
        texts = [block.words[number] for number in near_words.tolist()]
        alike = cdist([word], texts, scorer=JaroWinkler.similarity, dtype=np.float32)[0]
        np.maximum(alike, np.where(np.isin(near_words, block.words_like(sounds_like(word))), _SAME_SOUND, 0), out=alike)
    kept = alike >= _LEAST_LIKENESS
    likeness = dict(zip(near_words[kept].tolist(), alike[kept].tolist(), strict=True))
    for other in variants_of(word):
        if (number := block.word_numbers.get(other)) is not None:
            likeness[number] = _VARIANT
    if (own := block.word_numbers.get(word)) is not None:
        likeness[own] = 1.0
    numbers = np.array(sorted(likeness), np.int32)
    gains = [likeness[number] * min(nats, information(block.words[number])) for number in numbers.tolist()]
    sizes = block.posting_start[numbers + 1] - block.posting_start[numbers]
    return _Word(numbers, np.array(gains, np.float32), sizes)


def _parts(block: Block, word: str) -> list[str]:
    """Known words that an unknown long one begins or ends with: a space was lost."""
    if len(word) < _JOINED_LETTERS or word in block.word_numbers:
        return []
    heads = (word[:end] for end in range(len(word) - 2, _PART_LETTERS - 1, -1))
    tails = (word[start:] for start in range(2, len(word) - _PART_LETTERS + 1))
    found = (next((part for part in parts if part in block.word_numbers), None) for parts in (heads, tails))
    return [part for part in found if part is not None]


def _rows(block: Block, word: _Word) -> tuple[Ints, Floats]:
    """Rows of the rarer words, and what each gains."""
    is_rare = word.sizes <= _COMMON
    rows, which = block.rows_of(word.numbers[is_rare])
    return rows, word.gains[is_rare][which]


def _seeds_of_common(block: Block, held: Sequence[_Word], dates: Sequence[int]) -> list[Ints]:
    """Rows of common words, where they are two, of the right age, or where there is nothing else to go by."""
    common = [
        block.postings[block.posting_start[number] : block.posting_start[number + 1]]
        for word in held
        for number in word.numbers[word.sizes > _COMMON].tolist()
    ]
    if not common:
        return []
    common.sort(key=len)
    knows_age = any(dates)
    found = [rows[near(block.row_year[rows], dates)] for rows in common] if knows_age else []
    found.extend(rows[_holds(other, rows)] for n, rows in enumerate(common[:3]) for other in common[n + 1 : 6])
    if not knows_age:
        found.append(common[0][np.argsort(block.row_length[common[0]], kind="stable")[:_COMMON]])
    return [rows[:_MOST_SEEDS] for rows in found]


def _holds(posting: Ints, rows: Ints) -> NDArray[np.bool_]:
    """Which rows stand in an ascending posting."""
    at = np.minimum(np.searchsorted(posting, rows), len(posting) - 1)
    return np.asarray(posting[at] == rows)


def _gained(block: Block, seeds: Ints, word: _Word, rows: Ints, gains: Floats) -> Floats:
    """For each seed the best that any word of its name gains."""
    best = np.zeros(len(seeds), np.float32)
    order = np.argsort(gains, kind="stable")
    best[np.searchsorted(seeds, rows[order])] = gains[order]  # the last, best one of a row stays
    for number, gain in zip(word.numbers.tolist(), word.gains.tolist(), strict=True):
        posting = block.postings[block.posting_start[number] : block.posting_start[number + 1]]
        if len(posting) > _COMMON:
            held = _holds(posting, seeds)
            best[held] = np.maximum(best[held], np.float32(gain))
    return best
