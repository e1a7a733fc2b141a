"""Probability and grade for pairs of a CSV, a batch at a time."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from watchlist.entry import Grade
from watchlist.scoring.model import Model
from watchlist.scoring.pairs import PairReader, Row
from watchlist.scoring.scorer import grade_of

_BATCH = 512


@dataclass(frozen=True, slots=True)
class PairScore:
    """What is said of one pair."""

    pair_id: str
    probability: float
    grade: Grade


def score_pairs(rows: Sequence[Row], model: Model) -> Iterator[PairScore]:
    """One score a row, in their order. The names on the `b` side are the list; columns as in `pairs`.

    Rows need `name_a` and `name_b`; birth dates (YYYY, YYYY-MM, YYYY-MM-DD) and nationalities may be empty. The
    probability is that of a pair among hard pairs of which half are true, as the model was trained: a file of pairs
    has no list and no travellers, so no prior of theirs.
    """
    reader = PairReader(rows)
    remaining = iter(enumerate(rows))
    while batch := list(islice(remaining, _BATCH)):
        looks = [reader.look(row) for _, row in batch]
        sums = model.sums(np.array([look.features for look in looks])).tolist()
        for (number, row), look, total in zip(batch, looks, sums, strict=True):
            probability = 1 / (1 + math.exp(-max(min(total, 40.0), -40.0)))
            grade = grade_of(probability, look.quality, look.date, has_number=False)
            yield PairScore(row.get("pair_id") or str(number + 1), probability, grade)
