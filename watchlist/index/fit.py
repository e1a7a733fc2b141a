"""How well a searched name fits the names of rows, word beside word: what decides who is scored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from watchlist.index.block import Block
from watchlist.index.likeness import Floats, likeness
from watchlist.index.reading import Reading, Term
from watchlist.index.vocabulary import Ints
from watchlist.names.prepared import Information

_MOST_WORDS: Final = 12  # of a listed name
_LEAST: Final = 0.6  # less alike than this, words are not paired
_LISTED_LEFT: Final = 0.1  # nats lost for a nat of listed words without a counterpart; long names share words with all


def fits(block: Block, rows: Ints, reading: Reading, information: Information) -> Floats:
    """Nats for each row: what the names share less what is left over, the best of all ways to read the name."""
    if not len(rows):
        return np.zeros(0, np.float32)
    listed = block.words_in(rows, _MOST_WORDS)
    numbers, places = np.unique(listed, return_inverse=True)
    places = places.reshape(listed.shape)
    has_gaps = int(numbers[0] == -1)  # the first one then stands for no word
    texts = reading.texts
    alike = np.zeros((len(texts), len(numbers)), np.float32)
    alike[:, has_gaps:] = likeness(block.vocabulary, texts, numbers[has_gaps:], is_unvowelled=reading.is_unvowelled)
    alike[alike < _LEAST] = 0.0
    nats = np.zeros(len(numbers), np.float32)
    nats[has_gaps:] = list(map(information, map(block.vocabulary.words.__getitem__, numbers[has_gaps:].tolist())))
    place_of = {text: place for place, text in enumerate(texts)}
    best = np.full(len(rows), -np.inf, np.float32)
    for way in reading.ways():
        chosen = alike[[place_of[term.text] for term in way]]
        np.maximum(best, _fit(chosen[:, places], way, nats[places]), out=best)
    return best


def _fit(alike: Floats, terms: Sequence[Term], listed_nats: Floats) -> Floats:
    """`alike` of shape (terms, rows, words); words are paired one to one, the likest and then the rarest first."""
    term_count, row_count, word_count = alike.shape
    nats = np.array([term.nats for term in terms], np.float32)
    shared_nats = np.minimum(nats[:, None, None], listed_nats)
    order = (alike + np.float32(1e-3) * alike * shared_nats).transpose(1, 0, 2).reshape(row_count, -1).copy()
    squared = alike * alike
    gained = (squared * squared * alike * shared_nats).transpose(1, 0, 2).reshape(row_count, -1)
    shared = np.zeros(row_count, np.float32)
    listed_left = listed_nats.sum(axis=1)
    every = np.arange(row_count)
    by_pair = order.reshape(row_count, term_count, word_count)  # the same numbers
    for _ in range(min(term_count, word_count)):
        best = order.argmax(axis=1)
        found = order[every, best] > 0
        if not found.any():
            break
        term, word = best // word_count, best % word_count
        shared += np.where(found, gained[every, best], 0)
        listed_left -= np.where(found, listed_nats[every, word], 0)
        by_pair[every, term] = 0
        by_pair[every, :, word] = 0
    return np.asarray(shared - np.float32(_LISTED_LEFT) * listed_left, np.float32)
