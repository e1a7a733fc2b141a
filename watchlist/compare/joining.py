"""Neighbouring words joined where the other name writes them as one: Abdul Rahman, Abdulrahman."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np

from watchlist.compare.pairing import MOST_WORDS, Flat, numbered
from watchlist.compare.vocabulary import LENGTH, Ints, Vocabulary, distinct, first_of_each, where
from watchlist.compare.word import likenesses
from watchlist.names.prepared import PreparedName

_JOINED: Final = 0.79
_MOST_JOINED: Final = 5  # words that one side writes together; a line without any fillers has about so many
_SHORTEST: Final = 4  # letters
_MOST_APART: Final = 3  # letters
_MOST_LONGER: Final = 2  # letters, than the longest word of the other name


def joined_like(
    names: Sequence[PreparedName], all_names: Flat, wanted: Flat, reading: Ints, known: Vocabulary
) -> dict[int, PreparedName]:
    """Names that change when words are joined until no more of them fit a word of the `wanted` name, by number."""
    joined: dict[int, PreparedName] = {}
    left, flat = np.arange(len(reading)), all_names
    while len(left):
        found = _first_joins(flat, wanted.part(left), reading[left], known)
        numbers = left[found[0]].tolist()
        for number, start, size in zip(numbers, found[1].tolist(), found[2].tolist(), strict=True):
            joined[number] = _joined(joined.get(number) or names[number], start, size)
        left, flat = left[found[0]], Flat.of([joined[number] for number in numbers], known)
    return joined


def _first_joins(flat: Flat, others: Flat, reading: Ints, known: Vocabulary) -> tuple[Ints, Ints, Ints]:
    """Numbers of the names that have words to join; of the first such words, the start and how many."""
    known.learn()
    which, start, size = _all_spans(flat)
    letters = np.concatenate(([0], known.facts[flat.words, LENGTH].cumsum()))
    at = flat.start[which] + start
    length = letters[at + size] - letters[at]
    wanted_length = known.facts[others.words, LENGTH]
    kept = where((length >= _SHORTEST) & (length <= _longest(others, wanted_length)[which] + _MOST_LONGER))
    span, within = numbered(others.count[which[kept]])
    span = kept[span]
    place = others.start[which[span]] + within
    near = np.abs(wanted_length[place] - length[span]) <= _MOST_APART
    span, place = span[near], place[near]
    whole = _numbers_of_joined(flat, at[span], size[span], known)
    fits = likenesses(known, whole, others.words[place], reading[which[span]]) >= _JOINED
    span = span[fits]
    first = span[first_of_each(which[span])]
    return which[first], start[first], size[first]


def _all_spans(names: Flat) -> tuple[Ints, Ints, Ints]:
    """All neighbouring words of all names: number of the name, start and how many."""
    spans = [_spans(int(count)) for count in range(int(names.count.max(initial=0)) + 1)]
    many = np.array(list(map(len, spans)), np.intp)
    first = many.cumsum() - many
    which, within = numbered(many[names.count])
    start, size = np.concatenate(spans)[first[names.count[which]] + within].T
    return which, start, size


@cache
def _spans(words: int) -> Ints:
    """Starts and sizes of neighbouring words, in the order in which they are tried: from the left, the most first."""
    starts = range(min(words, MOST_WORDS) - 1)
    spans = [(start, size) for start in starts for size in range(min(words - start, _MOST_JOINED), 1, -1)]
    return np.array(spans, np.intp).reshape(-1, 2)


def _longest(names: Flat, lengths: Ints) -> Ints:
    """Letters of the longest word of each name; 0 where it has none."""
    which, within = numbered(names.count)
    longest = np.zeros(len(names.count), np.intp)
    np.maximum.at(longest, which, lengths[names.start[which] + within])
    return longest


def _numbers_of_joined(names: Flat, at: Ints, size: Ints, known: Vocabulary) -> Ints:
    """Numbers of the words that come of joining `size` words from place `at` on."""
    spans, which = distinct(at * (_MOST_JOINED + 1) + size)
    numbers = names.words.tolist()
    texts = []
    for start, count in zip(*(column.tolist() for column in np.divmod(spans, _MOST_JOINED + 1)), strict=True):
        texts.append("".join([known.words[number] for number in numbers[start : start + count]]))
    found = np.array(known.numbers(texts), np.intp)[which]
    known.learn(are_rare=True)
    return found


def _joined(name: PreparedName, start: int, size: int) -> PreparedName:
    """With `size` words from `start` on as one."""
    words, nats, end = name.words, name.nats, start + size
    joined = (*words[:start], "".join(words[start:end]), *words[end:])
    return PreparedName(joined, (*nats[:start], sum(nats[start:end]), *nats[end:]), name.is_unvowelled)
