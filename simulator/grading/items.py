"""Are the cases themselves any good: how hard, how telling, who decided what."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from ledger.text import Text
from simulator.grading.case_score import CaseScore
from simulator.grading.estimate import Estimate, correlation, proportion
from simulator.grading.model import ItemKey, TraineeId
from simulator.grading.rasch import RaschScale
from verifier.decision import Outcome


@dataclass(frozen=True, slots=True)
class ItemGrade:
    """One item over all who were dealt it.

    `right`: share of decided attempts that were right. `rest_correlation`: points here against the mean of the same
    trainee's other points; near 0 or below, the case or its key deserves a second look.
    """

    item: ItemKey
    title: Text
    is_signal: bool
    right: Estimate | None
    mean_points: float | None
    rest_correlation: Estimate | None
    difficulty: Estimate | None
    decisions: tuple[tuple[Outcome | None, int], ...]  # in the order of Outcome, the undecided last, none with count 0
    credits: tuple[tuple[Outcome, float], ...]  # mean credit of each decision made: variants and seats may differ
    median_used_s: float


def analyse_items(scores: Sequence[CaseScore], scale: RaschScale, order: Iterable[ItemKey]) -> tuple[ItemGrade, ...]:
    """Every item that was dealt, in the order given (repetitions do no harm)."""
    by_item: dict[ItemKey, list[CaseScore]] = defaultdict(list)
    by_trainee: dict[TraineeId, list[CaseScore]] = defaultdict(list)
    for score in scores:
        by_item[score.key.item_key].append(score)
        by_trainee[score.attempt.trainee].append(score)
    return tuple(_analyse(item, by_item[item], by_trainee, scale) for item in dict.fromkeys(order) if item in by_item)


def _analyse(
    item: ItemKey, dealt: Sequence[CaseScore], by_trainee: dict[TraineeId, list[CaseScore]], scale: RaschScale
) -> ItemGrade:
    decided = [score for score in dealt if score.is_answered]
    return ItemGrade(
        item=item,
        title=dealt[0].key.title,
        is_signal=dealt[0].key.is_signal,
        right=proportion(sum(score.is_right for score in decided), len(decided)),
        mean_points=math.fsum(score.points for score in decided) / len(decided) if decided else None,
        rest_correlation=_rest_correlation(item, decided, by_trainee),
        difficulty=scale.difficulty.get(item),
        decisions=_decision_table(dealt),
        credits=_mean_credits(decided),
        median_used_s=median(score.attempt.used_s for score in dealt),
    )


def _rest_correlation(
    item: ItemKey, decided: Sequence[CaseScore], by_trainee: dict[TraineeId, list[CaseScore]]
) -> Estimate | None:
    here, rest = [], []
    for score in decided:
        others = [
            other.points
            for other in by_trainee[score.attempt.trainee]
            if other.is_answered and other.key.item_key != item
        ]
        if others:
            here.append(score.points)
            rest.append(math.fsum(others) / len(others))
    return correlation(here, rest)


def _mean_credits(decided: Sequence[CaseScore]) -> tuple[tuple[Outcome, float], ...]:
    earned: dict[Outcome, list[float]] = defaultdict(list)
    for score in decided:
        if score.attempt.decision is not None:
            earned[score.attempt.decision].append(score.credit)
    return tuple(
        (decision, math.fsum(earned[decision]) / len(earned[decision])) for decision in Outcome if earned[decision]
    )


def _decision_table(dealt: Sequence[CaseScore]) -> tuple[tuple[Outcome | None, int], ...]:
    counts = Counter(score.attempt.decision for score in dealt)
    return tuple((decision, counts[decision]) for decision in (*Outcome, None) if counts[decision])
