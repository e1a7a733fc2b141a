"""Normalised gain, from nothing learnt to everything."""

from __future__ import annotations

import pytest

from simulator.grading.gain import class_gain, normalised_gain, trainee_gain


@pytest.mark.parametrize(
    ("pre", "post", "gain"), [(40, 70, 0.5), (40, 40, 0), (40, 10, -0.5), (0, 100, 1), (100, 90, None)]
)
def test_the_formula(pre: float, post: float, gain: float | None) -> None:
    assert normalised_gain(pre, post) == gain


def test_a_trainee_needs_both_forms() -> None:
    assert trainee_gain([50.0], []) is None
    assert trainee_gain([], [50.0]) is None
    found = trainee_gain([40.0, 60.0, 50.0], [70.0, 80.0, 75.0])
    assert found is not None
    assert found.normalised is not None
    assert (found.difference.value, found.normalised.value) == (25, 0.5)
    assert found.normalised.low < 0.5 < found.normalised.high


def test_at_the_top_nothing_is_left_to_gain() -> None:
    found = trainee_gain([100.0, 100.0], [90.0, 80.0])
    assert found is not None
    assert found.normalised is None
    assert found.difference.value == -15


def test_a_class_of_paired_scores_is_known_better_than_its_halves() -> None:
    pairs = [(30.0 + 4 * place, 55.0 + 3 * place + place % 2) for place in range(12)]
    found = class_gain(pairs)
    assert found is not None
    assert found.normalised is not None
    assert found.difference.half_width < found.pre.half_width
    assert found.normalised.low < found.normalised.value < found.normalised.high
    assert found.normalised.value == pytest.approx(found.difference.value / (100 - found.pre.value))


def test_one_high_starter_does_not_upset_the_class() -> None:
    """Averaging each trainee's own gain would give −32 for the second trainee; the gain of means stays sensible."""
    found = class_gain([(40.0, 70.0), (99.0, 67.0), (50.0, 75.0), (45.0, 75.0)])
    assert found is not None
    assert found.normalised is not None
    assert 0 < found.normalised.value < 0.5


@pytest.mark.parametrize("pairs", [[], [(100.0, 100.0)] * 3])
def test_no_class_and_a_class_at_the_top(pairs: list[tuple[float, float]]) -> None:
    found = class_gain(pairs)
    assert (found is None) == (not pairs)
    assert found is None or found.normalised is None


def test_a_class_of_one_and_of_two_has_a_wide_answer() -> None:
    one, two = class_gain([(40.0, 70.0)]), class_gain([(40.0, 70.0), (50.0, 70.0)])
    assert one is not None
    assert two is not None
    assert one.normalised is not None
    assert two.normalised is not None
    assert one.normalised.half_width > 1
    assert two.normalised.low < two.normalised.value < two.normalised.high
