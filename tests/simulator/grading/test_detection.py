"""Signal detection: textbook figures, and the ends where others divide by zero."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from simulator.grading.case_score import score_case
from simulator.grading.detection import detect, detection
from tests.simulator.grading.builders import INNOCENT, VICTIM, attempt
from verifier.decision import Outcome


def test_d_prime_and_criterion_by_hand() -> None:
    found = detection(8, 2, 2, 8)
    assert found.d_prime is not None
    assert found.criterion is not None
    z = stats.norm.ppf(8.5 / 11)
    assert found.d_prime.value == pytest.approx(2 * z)
    assert found.criterion.value == pytest.approx(0)
    rate = 8.5 / 11
    variance = 2 * rate * (1 - rate) / (10 * stats.norm.pdf(z) ** 2)
    assert found.d_prime.half_width == pytest.approx(1.959964 * math.sqrt(variance), rel=1e-6)
    assert found.criterion.half_width == pytest.approx(found.d_prime.half_width / 2)


@pytest.mark.parametrize(
    ("counts", "has_hits", "has_false", "has_d"),
    [((0, 0, 0, 0), False, False, False), ((3, 1, 0, 0), True, False, False), ((0, 0, 1, 4), False, True, False)],
)
def test_one_kind_of_case_alone_says_nothing_on_telling_apart(
    counts: tuple[int, int, int, int], *, has_hits: bool, has_false: bool, has_d: bool
) -> None:
    found = detection(*counts)
    known = (found.hit_rate, found.false_referral_rate, found.d_prime)
    assert tuple(each is not None for each in known) == (has_hits, has_false, has_d)
    assert (found.criterion is not None) == has_d


def test_all_hits_and_no_false_referral_is_finite_and_better_than_one_miss() -> None:
    perfect, nearly = detection(10, 0, 0, 10), detection(9, 1, 0, 10)
    assert perfect.d_prime is not None
    assert nearly.d_prime is not None
    assert math.isfinite(perfect.d_prime.high)
    assert perfect.d_prime.value > nearly.d_prime.value


def test_undecided_cases_count_for_neither() -> None:
    seen = [(attempt(), VICTIM), (attempt(None), VICTIM), (attempt(Outcome.REFER, case=INNOCENT.case), INNOCENT)]
    found = detect(score_case(each, key) for each, key in seen)
    assert (found.hits, found.misses, found.false_referrals, found.right_clears) == (1, 0, 1, 0)
    assert (found.signals, found.innocents) == (1, 1)


@given(st.tuples(*[st.integers(0, 60)] * 4))
def test_swapping_signal_and_noise_turns_d_prime_around(counts: tuple[int, int, int, int]) -> None:
    hits, misses, false_referrals, right_clears = counts
    first, second = detection(*counts), detection(false_referrals, right_clears, hits, misses)
    assert (first.d_prime is None) == (second.d_prime is None)
    if first.d_prime is not None and second.d_prime is not None:
        assert first.d_prime.value == pytest.approx(-second.d_prime.value)
        assert math.isfinite(first.d_prime.low)


def test_the_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    """d′ = 1.5, 20 cases of each kind, 4,000 courses: 95 % is promised; small samples may be off by a few."""
    generator = np.random.default_rng(11)
    hits = generator.binomial(20, stats.norm.cdf(0.75), 4000)
    false_referrals = generator.binomial(20, stats.norm.cdf(-0.75), 4000)
    found = [
        detection(int(h), 20 - int(h), int(f), 20 - int(f)).d_prime for h, f in zip(hits, false_referrals, strict=True)
    ]
    held = [each is not None and each.low <= 1.5 <= each.high for each in found]
    assert 0.93 <= sum(held) / len(held) <= 0.99
