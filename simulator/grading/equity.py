"""Are two travellers with the same facts treated alike: matched pairs and rates by group.

Source: McNemar (1947) in its exact form; Agresti and Min (2005) for the interval of the paired difference.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scipy.special import bdtr

from simulator.grading.case_score import CaseScore
from simulator.grading.estimate import Estimate, Z, proportion
from simulator.grading.model import PairKey, PairSide


@dataclass(frozen=True, slots=True)
class PairTable:
    """Matched pairs by who was stopped, halves dealt to different trainees.

    `gap` is the rate of stopping counterfactuals less that of originals; `p_value` is McNemar's exact two-sided one.
    """

    swapped: str  # which attribute; empty for all together
    both_stopped: int
    neither_stopped: int
    original_only: int
    counterfactual_only: int
    gap: Estimate | None
    p_value: float | None

    @property
    def pairs(self) -> int:
        """Pairs compared."""
        return self.both_stopped + self.neither_stopped + self.original_only + self.counterfactual_only

    @property
    def differing(self) -> int:
        """Pairs in which one half was stopped and the other was not: the only ones that can show anything."""
        return self.original_only + self.counterfactual_only


@dataclass(frozen=True, slots=True)
class GroupRate:
    """How often innocent travellers of one group were stopped. A description: their cases differ in their facts."""

    attribute: str
    value: str
    false_referral: Estimate


@dataclass(frozen=True, slots=True)
class Equity:
    """All pairs together, by swapped attribute, rates by group, and the halves that could not be compared."""

    overall: PairTable
    by_attribute: tuple[PairTable, ...]
    groups: tuple[GroupRate, ...]
    unpaired: int  # halves without another: not dealt, not decided, same trainee, or other facts


def compare_pairs(scores: Iterable[CaseScore]) -> Equity:
    """Pairs up decided halves and tests them.

    Where several trainees got the same half, they are paired in order of their ids, each once, and never with
    themselves: who saw both halves recognises the second. Halves whose answer keys disagree on the signal have not the
    same facts, so they are no test of fairness and are left out.
    """
    scores = tuple(scores)
    halves: dict[PairKey, dict[PairSide, list[CaseScore]]] = defaultdict(lambda: defaultdict(list))
    total = 0
    for score in scores:
        if score.attempt.pair is not None:
            total += 1
            if score.is_answered:
                halves[score.attempt.pair.key][score.attempt.pair.side].append(score)
    pairs: list[tuple[CaseScore, CaseScore]] = []
    for _, sides in sorted(halves.items()):
        pairs += _pair_up(sides[PairSide.ORIGINAL], sides[PairSide.COUNTERFACTUAL])
    attributes = sorted({_swapped(original) for original, _ in pairs} - {""})
    return Equity(
        overall=pair_table("", pairs),
        by_attribute=tuple(
            pair_table(each, [pair for pair in pairs if _swapped(pair[0]) == each]) for each in attributes
        ),
        groups=group_rates(scores),
        unpaired=total - 2 * len(pairs),
    )


def pair_table(swapped: str, pairs: Sequence[tuple[CaseScore, CaseScore]]) -> PairTable:
    """The table of (original, counterfactual) pairs and its test."""
    stopped = [(original.is_stopped, other.is_stopped) for original, other in pairs]
    original_only, other_only = stopped.count((True, False)), stopped.count((False, True))
    return PairTable(
        swapped=swapped,
        both_stopped=stopped.count((True, True)),
        neither_stopped=stopped.count((False, False)),
        original_only=original_only,
        counterfactual_only=other_only,
        gap=_gap(original_only, other_only, len(stopped)),
        p_value=mcnemar_p(original_only, other_only) if stopped else None,
    )


def mcnemar_p(first_only: int, second_only: int) -> float:
    """Exact two-sided p: twice the smaller binomial tail at ½ over the pairs that differ, at most 1."""
    differing = first_only + second_only
    return min(1.0, 2 * float(bdtr(min(first_only, second_only), differing, 0.5))) if differing else 1.0


def group_rates(scores: Iterable[CaseScore]) -> tuple[GroupRate, ...]:
    """Rates of stopping innocent travellers, by each attribute's values."""
    counts: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for score in scores:
        if score.is_answered and not score.key.is_signal:
            for group in score.key.groups:
                counts[group.attribute, group.value].append(score.is_stopped)
    rates = ((key, proportion(sum(stopped), len(stopped))) for key, stopped in sorted(counts.items()))
    return tuple(GroupRate(attribute, value, rate) for (attribute, value), rate in rates if rate is not None)


def _swapped(score: CaseScore) -> str:
    return score.attempt.pair.swapped if score.attempt.pair is not None else ""


def _pair_up(originals: Sequence[CaseScore], others: Sequence[CaseScore]) -> list[tuple[CaseScore, CaseScore]]:
    waiting = sorted(others, key=_place)
    pairs = []
    for original in sorted(originals, key=_place):
        fit = next((other for other in waiting if _are_comparable(original, other)), None)
        if fit is not None:
            waiting.remove(fit)
            pairs.append((original, fit))
    return pairs


def _place(score: CaseScore) -> tuple[str, str, str]:
    return (score.attempt.trainee, score.attempt.case, score.attempt.form.value)


def _are_comparable(original: CaseScore, other: CaseScore) -> bool:
    return original.attempt.trainee != other.attempt.trainee and original.key.is_signal == other.key.is_signal


def _gap(original_only: int, other_only: int, n: int) -> Estimate | None:
    """(c − b)/n; the interval is Wald's after ½ was added to each of the four cells."""
    if not n:
        return None
    value, size = (other_only - original_only) / n, n + 2
    centre = (other_only - original_only) / size
    spread = math.sqrt(original_only + other_only + 1 - size * centre**2) / size
    low, high = centre - Z * spread, centre + Z * spread
    return Estimate(value, max(-1.0, min(value, low)), min(1.0, max(value, high)), n)
