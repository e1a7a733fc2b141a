"""Which entries of a block are worth comparing with a name.

Rows that share its rarest words, or words like them, and rows of the same birth date are ranked roughly; the best of
them are held against the name word by word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from watchlist.index.birth import near, packed, swapped, worth
from watchlist.index.block import Block
from watchlist.index.fit import fits
from watchlist.index.keys import looked_up
from watchlist.index.likeness import Floats, likeness
from watchlist.index.reading import Reading, Term, read
from watchlist.index.vocabulary import Ints, distinct
from watchlist.names.lexicon import variants_of
from watchlist.names.prepared import PARTICLE_NATS, Information, PreparedName
from watchlist.partial_date import PartialDate

_LEAST_LIKENESS: Final = 0.72
_COMMON: Final = 4_000  # rows; a word of more only adds to candidates found otherwise, and to those of the right age
_MOST_ROWS: Final = 8_000  # rows of the rarer words like one word
_MOST_COMMON: Final = 8  # common words like one word
_WORD_TOO_MANY: Final = 0.35  # nats for each word of a listed name: long names share words with everybody
_HELD_CLOSER: Final = 300  # rows of which the fit is worked out
_MOST_BORN: Final = 1_000  # rows of one birth date; a date of more, such as 1 January, leads to nobody


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of the query: words of the block like it, and what a row that holds one gains, in nats.

    `rare` and `common` say which of them lead to rows, by their place in `numbers`.
    """

    numbers: Ints
    gains: Floats
    rare: NDArray[np.intp]
    common: NDArray[np.intp]

    @classmethod
    def of(cls, block: Block, numbers: Ints, gains: Floats) -> _Word:
        """The likest come first, as long as there is room for their rows."""
        sizes = block.posting_start[numbers + 1] - block.posting_start[numbers]
        likest = np.argsort(-gains, kind="stable")
        rare, common = likest[sizes[likest] <= _COMMON], likest[sizes[likest] > _COMMON]
        return cls(numbers, gains, rare[np.cumsum(sizes[rare]) <= _MOST_ROWS], common[:_MOST_COMMON])


def find(
    block: Block, name: PreparedName, birth_dates: Sequence[PartialDate], information: Information, limit: int
) -> list[tuple[float, int]]:
    """At most `limit` entries by number, with their rank in nats, the most promising first."""
    if not name.words or not block.row_count:
        return []
    dates = [packed(date) for date in birth_dates]
    reading = read(name, block.vocabulary, information)
    rows = _together(_alike_rows(block, reading, dates, information), _born(block, dates))
    fit = fits(block, rows, reading, information)
    # hundreds share a birth date in a long list: beside a name that hardly fits it says little
    ranked = fit + np.minimum(worth(block.row_date[rows], dates), 1 + 2 * fit)
    order = np.lexsort((rows, -ranked))
    best_first: dict[int, float] = {}
    for entry, rank in zip(block.row_entry[rows[order]].tolist(), ranked[order].tolist(), strict=True):
        if len(best_first) == limit:
            break
        best_first.setdefault(entry, rank)
    return [(rank, entry) for entry, rank in best_first.items()]


def _together(*parts: Ints) -> Ints:
    return distinct(np.concatenate(parts))


def _born(block: Block, dates: Sequence[int]) -> Ints:
    """Rows of exactly the birth dates seen, or of these with day and month changed round."""
    wanted = {date for seen in dates if seen // 10_000 and seen % 100 for date in (seen, swapped(seen)) if date}
    found = [rows for date in sorted(wanted) if len(rows := block.rows_born(date)) <= _MOST_BORN]
    return _together(*found) if found else np.zeros(0, np.int32)


def _alike_rows(block: Block, reading: Reading, dates: Sequence[int], information: Information) -> Ints:
    """The most promising rows that share words with the name."""
    is_alone = sum(term.nats > PARTICLE_NATS and len(term.text) > 1 for term in reading.terms) == 1
    held: dict[str, _Word] = {}
    for place, term in enumerate(reading.every_term):
        wide = is_alone and place < len(reading.terms)
        held.setdefault(term.text, _like(block, term, information, wide=wide, is_unvowelled=reading.is_unvowelled))
    rare = {text: _rows(block, word) for text, word in held.items()}
    seeds = _together(*(rows for rows, _ in rare.values()), *_seeds_of_common(block, list(held.values()), dates))
    if len(seeds) <= _HELD_CLOSER:
        return seeds
    gained = {text: _gained(block, seeds, held[text], *rare[text]) for text in held}
    ranked = _summed(gained, reading) + worth(block.row_date[seeds], dates)
    ranked -= np.float32(_WORD_TOO_MANY) * block.lengths(seeds)
    return seeds[np.argpartition(-ranked, _HELD_CLOSER)[:_HELD_CLOSER]]


def _summed(gained: dict[str, Floats], reading: Reading) -> Floats:
    """What rows gain by all words; of what can be read otherwise, by the one change that gains most."""
    total = _sum(gained, reading.terms)
    more = np.zeros_like(total)
    for change in reading.changes:
        changed = _sum(gained, change.terms) - _sum(gained, reading.terms[change.first : change.last])
        np.maximum(more, changed, out=more)
    return total + more


def _sum(gained: dict[str, Floats], terms: Sequence[Term]) -> Floats:
    total: Floats = np.sum([gained[term.text] for term in terms], axis=0, dtype=np.float32)
    return total


def _like(block: Block, term: Term, information: Information, *, wide: bool, is_unvowelled: bool) -> _Word:
    """`wide`: no other word helps, so two slips must not hide it."""
    vocabulary = block.vocabulary
    known = [vocabulary.numbers[word] for word in (term.text, *variants_of(term.text)) if word in vocabulary.numbers]
    numbers = _together(vocabulary.filed_under(looked_up(term.text)), np.array(known, np.int32))
    if wide:
        numbers = _together(numbers, vocabulary.two_slips_from(term.text))
    if not len(numbers):
        return _Word.of(block, numbers, np.zeros(0, np.float32))
    alike = likeness(vocabulary, [term.text], numbers, is_unvowelled=is_unvowelled)[0]
    kept = alike >= _LEAST_LIKENESS
    numbers, alike = numbers[kept], alike[kept]
    listed_nats = list(map(information, map(vocabulary.words.__getitem__, numbers.tolist())))
    nats = np.minimum(np.array(listed_nats, np.float32), np.float32(term.nats))
    return _Word.of(block, numbers, alike * nats)


def _rows(block: Block, word: _Word) -> tuple[Ints, Floats]:
    """Rows of the rarer words, and what each gains, the most first."""
    rows, which = block.rows_of(word.numbers[word.rare])
    return rows, word.gains[word.rare][which]


def _seeds_of_common(block: Block, held: Sequence[_Word], dates: Sequence[int]) -> list[Ints]:
    """Rows of common words, where they are two, of the right age, or where there is nothing else to go by."""
    word_of = {number: place for place, word in enumerate(held) for number in word.numbers[word.common].tolist()}
    if not word_of:
        return []
    common = sorted(word_of, key=lambda number: len(block.rows_with(number)))
    knows_age = any(dates)
    alone = map(block.rows_with, common)
    found = [rows[near(block.row_year[rows], dates)] for rows in alone] if knows_age else []
    for n, number in enumerate(common[:3]):
        rows = block.rows_with(number)
        others = (other for other in common[n + 1 : 6] if word_of[other] != word_of[number])
        found.extend(_shortest(block, rows[_holds(block.rows_with(other), rows)]) for other in others)
    if not knows_age:
        found.append(_shortest(block, block.rows_with(common[0])))
    return found


def _shortest(block: Block, rows: Ints) -> Ints:
    """So many of them as a search can look at, the shortest names first: the others hold more that does not fit."""
    if len(rows) <= _COMMON:
        return rows
    return rows[np.argsort(block.lengths(rows), kind="stable")[:_COMMON]]


def _holds(posting: Ints, rows: Ints) -> NDArray[np.bool_]:
    """Which rows stand in an ascending posting."""
    at = np.minimum(np.searchsorted(posting, rows), len(posting) - 1)
    return np.asarray(posting[at] == rows)


def _gained(block: Block, seeds: Ints, word: _Word, rows: Ints, gains: Floats) -> Floats:
    """For each seed the best that any word of its name gains."""
    best = np.zeros(len(seeds), np.float32)
    best[np.searchsorted(seeds, rows[::-1])] = gains[::-1]  # the last, best one of a row stays
    for number, gain in zip(word.numbers[word.common].tolist(), word.gains[word.common].tolist(), strict=True):
        held = _holds(block.rows_with(number), seeds)
        best[held] = np.maximum(best[held], np.float32(gain))
    return best
