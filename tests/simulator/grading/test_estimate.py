"""Intervals against published figures and reference implementations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from simulator.grading.estimate import correlation, log_linear_rate, mean, proportion, ratio


def test_mean_agrees_with_students_interval() -> None:
    values = [62.0, 71.0, 55.0, 80.0, 66.0, 59.0]
    found = mean(values, 0, 100)
    low, high = stats.t.interval(0.95, 5, loc=sum(values) / 6, scale=stats.sem(values))
    assert found is not None
    assert (found.low, found.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], None),
        ([40.0], (40, 0, 100)),  # one value: anything is possible
        ([100.0] * 12, (100, 75, 100)),  # rule of three: 3/12 could be 0
        ([0.0, 100.0], (50, 0, 100)),
        ([50.0, 50.0], (50, 0, 100)),
    ],
)
def test_mean_at_its_edges(values: list[float], expected: tuple[float, float, float] | None) -> None:
    found = mean(values, 0, 100)
    assert (None if found is None else (found.value, found.low, found.high)) == expected


@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_in_newcombe_1998_table_1(count: int, n: int, low: float, high: float) -> None:
    found = proportion(count, n)
    assert found is not None
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


def test_log_linear_rate_is_the_mean_of_jeffreys_posterior() -> None:
    found = log_linear_rate(7, 10)
    posterior = stats.beta(7.5, 3.5)
    assert found is not None
    assert found.value == pytest.approx(posterior.mean())
    assert (found.low, found.high) == pytest.approx(posterior.interval(0.95))
    assert log_linear_rate(0, 0) is None
    assert log_linear_rate(10, 10) is not None


def test_ratio_leaves_empty_cases_out() -> None:
    found = ratio([1, 0, 2, 5], [2, 0, 3, 5])
    assert found is not None
    assert (found.value, found.n) == (0.8, 3)
    assert ratio([0, 0], [0, 0]) is None
    one = ratio([1], [1])
    assert one is not None
    assert (one.low, one.high) == (0, 1)


def test_correlation_agrees_with_scipy() -> None:
    first, second = [1.0, 2.0, 3.0, 4.0, 5.0, 7.0], [2.0, 1.0, 4.0, 3.0, 7.0, 6.0]
    found = correlation(first, second)
    reference = stats.pearsonr(first, second)
    interval = reference.confidence_interval(0.95)
    assert found is not None
    assert (found.value, found.low, found.high) == pytest.approx((reference.statistic, interval.low, interval.high))
    assert correlation(first[:3], second[:3]) is None
    assert correlation([1.0] * 6, second) is None


@given(st.integers(0, 40), st.integers(1, 40))
def test_rates_hold_their_value_and_stay_in_range(count: int, n: int) -> None:
    for found in (proportion(min(count, n), n), log_linear_rate(min(count, n), n)):
        assert found is not None
        assert 0 <= found.low <= found.value <= found.high <= 1


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0.01, 10)), min_size=1, max_size=12))
def test_ratio_holds_its_value(pairs: list[tuple[float, float]]) -> None:
    found = ratio([share * whole for share, whole in pairs], [whole for _, whole in pairs])
    assert found is not None
    assert -1e-9 <= found.low <= found.value + 1e-9
    assert found.value - 1e-9 <= found.high <= 1 + 1e-9
