"""Probability and grade for pairs of a CSV, a batch at a time."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from watchlist.entry import Grade
from watchlist.scoring.model import Model
from watchlist.scoring.pairs import BATCH, PairReader, Row
from watchlist.scoring.scorer import grade_of


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
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        seen = reader.looks(batch)
        scored = zip(batch, seen.dates, seen.quality.tolist(), model.sums(seen.features).tolist(), strict=True)
        for number, (row, date, quality, total) in enumerate(scored, start + 1):
            probability = 1 / (1 + math.exp(-max(min(total, 40.0), -40.0)))
            grade = grade_of(probability, quality, date, has_number=False)
            yield PairScore(row.get("pair_id") or str(number), probability, grade)
