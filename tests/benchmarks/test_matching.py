"""The matching benchmark counts as it says."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.matching_views import View, figures
from benchmarks.screening_figures import recall_at, threshold_at

VIEW = View("v", frozenset({"yes", "mrz_*"}), frozenset({"no"}))


def rows(positive: int, negative: int) -> list[dict[str, str]]:
    return [{"label": "same", "category": "yes"}] * positive + [{"label": "different", "category": "no"}] * negative


def test_a_perfect_scorer_is_perfect() -> None:
    found = figures(VIEW, rows(3, 5), np.array([0.9, 0.8, 0.7, 0.1, 0.1, 0.2, 0.3, 0.0]))
    assert found.average_precision == found.recall_at_1 == 1.0
    assert found.best_f1 == pytest.approx(1.0)


def test_a_scorer_that_says_the_same_of_all_gains_nothing_from_the_order_of_the_file() -> None:
    found = figures(VIEW, rows(5, 15), np.full(20, 0.5))
    assert found.average_precision == pytest.approx(0.25)
    assert found.recall_at_1 == 0.0


def test_views_take_categories_by_name_and_by_beginning() -> None:
    parts = [("same", "mrz_any"), ("same", "other"), ("different", "no"), ("different", "yes")]
    assert [VIEW.part({"label": label, "category": category}) for label, category in parts] == [1, -1, 0, -1]


def test_recall_is_read_above_the_score_that_two_in_a_thousand_innocents_pass() -> None:
    innocent = np.arange(1000.0)
    assert threshold_at(innocent, 2.0) == 997.0
    share = recall_at(np.array([996.0, 997.0, 998.0, 5000.0]), innocent, 2.0, seed=1)
    assert share.value == 0.5
    assert share.low <= share.value <= share.high
