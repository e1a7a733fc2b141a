"""How well a workshop's figures recover the order of skill that was planted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from scipy.stats import spearmanr

from simulator.grading.estimate import Estimate
from simulator.grading.grades import Grades, TraineeGrade
from simulator.grading.model import TraineeId

FIGURES: Final[Mapping[str, Callable[[TraineeGrade], Estimate | None]]] = MappingProxyType(
    {
        "ability": lambda one: one.ability,
        "points": lambda one: one.points,
        "d_prime": lambda one: one.detection.d_prime,
        "recall": lambda one: one.recall,
    }
)


def rank_correlation(grades: Grades, truth: Mapping[TraineeId, float], figure: str) -> float | None:
    """Spearman's correlation of a figure (see FIGURES) with the truth; None for fewer than three who have it."""
    known = [
        (truth[one.trainee], value.value) for one in grades.trainees if (value := FIGURES[figure](one)) is not None
    ]
    if len(known) < 3 or len({value for _, value in known}) < 2:
        return None
    return float(spearmanr([pair[0] for pair in known], [pair[1] for pair in known]).statistic)
