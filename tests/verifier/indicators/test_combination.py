"""The ILO/EC rule as a table, and the laws that it keeps."""

from __future__ import annotations

from itertools import combinations_with_replacement
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.advice.model import AdviceKind
from verifier.indicators.combination import advised, is_positive
from verifier.indicators.indicator import Dimension, Weight

W, M, S, C = Weight.WEAK, Weight.MEDIUM, Weight.STRONG, Weight.CRITICAL
OTHER_DIMENSIONS = [each for each in Dimension if each is not Dimension.PRESENTATION]
WEIGHTS = st.lists(st.sampled_from(Weight), max_size=8)


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ([], False),
        ([W], False),
        ([W] * 2, False),
        ([W] * 9, False),
        ([M], False),
        ([M, W], False),
        ([M, W, W, W], False),
        ([M, M], False),
        ([M, M, W], True),
        ([M, M, M], True),
        ([S], False),
        ([S, W], True),
        ([S, M], True),
        ([S, S], True),
        ([C], True),
        ([C, W], True),
    ],
)
def test_rule(weights: list[Weight], expected: object) -> None:
    assert is_positive(Dimension.COERCIVE_RECRUITMENT, weights) is expected


def test_every_combination_of_up_to_five_follows_the_published_wording() -> None:
    """The four lines of the ILO/EC rule, spelled out as they are published."""
    for size in range(6):
        for weights in combinations_with_replacement((W, M, S), size):
            strong, medium, weak = (weights.count(each) for each in (S, M, W))
            published = (
                strong >= 2 or (strong >= 1 and medium + weak >= 1) or medium >= 3 or (medium >= 2 and weak >= 1)
            )
            assert is_positive(Dimension.FACILITATOR, weights) is published, weights


@given(WEIGHTS)
def test_presentation_never_stands(weights: list[Weight]) -> None:
    assert not is_positive(Dimension.PRESENTATION, weights)


@given(WEIGHTS, st.sampled_from(Weight), st.sampled_from(OTHER_DIMENSIONS))
def test_more_evidence_never_lowers(weights: list[Weight], more: Weight, dimension: Dimension) -> None:
    assert is_positive(dimension, [*weights, more]) >= is_positive(dimension, weights)


@given(WEIGHTS, st.randoms(use_true_random=False))
def test_order_does_not_matter(weights: list[Weight], random: Random) -> None:
    shuffled = random.sample(weights, len(weights))
    assert is_positive(Dimension.FACILITATOR, shuffled) is is_positive(Dimension.FACILITATOR, weights)


@pytest.mark.parametrize(
    ("positive", "is_critical", "expected"),
    [
        (0, False, AdviceKind.CLEAR),
        (1, False, AdviceKind.REFER),
        (2, False, AdviceKind.PROTECT),
        (5, False, AdviceKind.PROTECT),
        (0, True, AdviceKind.PROTECT),
        (1, True, AdviceKind.PROTECT),
    ],
)
def test_advice(positive: int, is_critical: Any, expected: AdviceKind) -> None:
    assert advised(positive_dimensions=positive, is_critical=is_critical) is expected
