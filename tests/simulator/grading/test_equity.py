"""Matched pairs: the exact test, who is compared with whom, and what is left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from simulator.grading.case_score import CaseScore, score_case
from simulator.grading.equity import compare_pairs, mcnemar_p
from simulator.grading.model import Group, PairSide, TraineeId
from tests.simulator.grading.builders import INNOCENT, VICTIM, attempt, pair
from verifier.decision import Outcome

VEILED = replace(INNOCENT, groups=(Group("dress", "veil"),))


def half(trainee: str, side: PairSide, decision: Outcome | None, key: str = "p1", **others: Any) -> CaseScore:
    """One half of a matched pair, dealt to `trainee`."""
    answers = others.pop("answers", VEILED)
    seen = attempt(decision, trainee=TraineeId(trainee), case=answers.case, pair=pair(key, side), **others)
    return score_case(seen, answers)


@given(st.integers(0, 60), st.integers(0, 60))
def test_mcnemar_is_the_exact_binomial_test(first: int, second: int) -> None:
    expected = stats.binomtest(first, first + second, 0.5).pvalue if first + second else 1.0
    assert mcnemar_p(first, second) == pytest.approx(expected, abs=1e-12)


def test_five_differing_pairs_can_never_reach_five_per_cent_and_six_can() -> None:
    assert mcnemar_p(0, 5) > 0.05
    assert mcnemar_p(0, 6) < 0.05


def test_a_trainee_is_never_compared_with_themselves() -> None:
    scores = [half("a", PairSide.ORIGINAL, Outcome.CLEAR), half("a", PairSide.COUNTERFACTUAL, Outcome.REFER)]
    found = compare_pairs(scores)
    assert (found.overall.pairs, found.unpaired, found.overall.gap, found.overall.p_value) == (0, 2, None, None)


def test_halves_are_paired_across_trainees_each_once() -> None:
    scores = [
        half("a", PairSide.ORIGINAL, Outcome.CLEAR),
        half("b", PairSide.ORIGINAL, Outcome.CLEAR),
        half("c", PairSide.COUNTERFACTUAL, Outcome.REFER),
        half("d", PairSide.COUNTERFACTUAL, Outcome.CLEAR),
        half("e", PairSide.COUNTERFACTUAL, Outcome.HOLD),
        half("f", PairSide.COUNTERFACTUAL, None),
    ]
    found = compare_pairs(scores)
    assert (found.overall.pairs, found.overall.counterfactual_only, found.overall.neither_stopped) == (2, 1, 1)
    assert found.unpaired == 2
    assert found.overall.gap is not None
    assert found.overall.gap.value == 0.5
    assert [table.swapped for table in found.by_attribute] == ["dress"]
    assert compare_pairs(reversed(scores)) == found


def test_pairs_whose_facts_differ_are_no_test_of_fairness() -> None:
    scores = [
        half("a", PairSide.ORIGINAL, Outcome.PROTECT, answers=VICTIM),
        half("b", PairSide.COUNTERFACTUAL, Outcome.CLEAR),
    ]
    assert compare_pairs(scores).overall.pairs == 0


def test_groups_are_described_over_innocent_cases_only() -> None:
    scores = [
        half("a", PairSide.ORIGINAL, Outcome.REFER),
        half("b", PairSide.ORIGINAL, Outcome.CLEAR, key="p2"),
        half("c", PairSide.ORIGINAL, Outcome.PROTECT, answers=replace(VICTIM, groups=VEILED.groups)),
    ]
    (rate,) = compare_pairs(scores).groups
    assert (rate.attribute, rate.value, rate.false_referral.value, rate.false_referral.n) == ("dress", "veil", 0.5, 2)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=40))
def test_the_gap_lies_in_its_interval_and_swapping_sides_turns_it(pairs: list[tuple[bool, bool]]) -> None:
    def scores(*, turned: bool) -> list[CaseScore]:
        first, second = (PairSide.COUNTERFACTUAL, PairSide.ORIGINAL) if turned else tuple(PairSide)
        return [
            half(f"{name}{place}", side, Outcome.REFER if stopped else Outcome.CLEAR, key=f"p{place}")
            for place, both in enumerate(pairs)
            for name, side, stopped in zip("ab", (first, second), both, strict=True)
        ]

    table, other = compare_pairs(scores(turned=False)).overall, compare_pairs(scores(turned=True)).overall
    assert table.gap is not None
    assert other.gap is not None
    assert -1 <= table.gap.low <= table.gap.value <= table.gap.high <= 1
    assert table.gap.value == -other.gap.value
    assert table.p_value == other.p_value
