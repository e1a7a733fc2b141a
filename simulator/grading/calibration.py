"""Does "sure" mean right: confidence against outcome.

Source: Brier (1950); Murphy (1973) for reading it as bias and reliability.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from simulator.grading.case_score import CaseScore
from simulator.grading.estimate import Estimate, mean, proportion

BIN_EDGES: Final = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


@dataclass(frozen=True, slots=True)
class ConfidenceBin:
    """Decisions whose stated confidence lies between two edges: how sure, and how often right."""

    low: float
    high: float
    mean_confidence: float
    right: Estimate


@dataclass(frozen=True, slots=True)
class Calibration:
    """`brier` is 0 for a perfect oracle, ¼ for always saying 50 %. `overconfidence` is confidence less rate right.

    Both None where nobody said how sure they were. `unsaid` counts decisions without a confidence.
    """

    brier: Estimate | None
    overconfidence: Estimate | None
    bins: tuple[ConfidenceBin, ...]
    unsaid: int


def calibrate(scores: Iterable[CaseScore]) -> Calibration:
    """Over decided cases with a stated confidence."""
    decided = [score for score in scores if score.is_answered]
    said = [(score.attempt.confidence, score.is_right) for score in decided if score.attempt.confidence is not None]
    return Calibration(
        brier=mean([(confidence - right) ** 2 for confidence, right in said], 0, 1),
        overconfidence=mean([confidence - right for confidence, right in said], -1, 1),
        bins=tuple(_bins(said)),
        unsaid=len(decided) - len(said),
    )


def _bins(said: list[tuple[float, bool]]) -> Iterable[ConfidenceBin]:
    last = BIN_EDGES[-1]
    for low, high in pairwise(BIN_EDGES):
        inside = [(c, right) for c, right in said if low <= c < high or (c == high == last)]
        rate = proportion(sum(right for _, right in inside), len(inside))
        if rate is not None:
            yield ConfidenceBin(low, high, sum(c for c, _ in inside) / len(inside), rate)
