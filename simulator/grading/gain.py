"""What was learnt between two parallel forms.

Source: Hake (1998) for the normalised gain g = (post − pre)/(100 − pre).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from scipy.special import stdtrit

from simulator.grading.estimate import LEVEL, Estimate, mean


@dataclass(frozen=True, slots=True)
class Gain:
    """Mean points before and after, their difference, and the gain as a share of what was left to learn.

    `normalised` is None where 100 was reached before the course, since nothing was left; for a class it is the gain of
    the means, which no single high starter can upset.
    """

    pre: Estimate
    post: Estimate
    difference: Estimate
    normalised: Estimate | None


def normalised_gain(pre: float, post: float) -> float | None:
    """(post − pre)/(100 − pre); None at pre = 100."""
    return (post - pre) / (100 - pre) if pre < 100 else None


def trainee_gain(pre_points: Sequence[float], post_points: Sequence[float]) -> Gain | None:
    """Gain of one trainee from points per case; None unless both forms were sat.

    The difference is Welch's: the cases of the two forms are not the same ones.
    """
    pre, post = mean(pre_points, 0, 100), mean(post_points, 0, 100)
    if pre is None or post is None:
        return None
    value = post.value - pre.value
    half = math.hypot(_reach(pre), _reach(post))
    difference = Estimate(value, max(-100.0, value - half), min(100.0, value + half), min(pre.n, post.n))
    share = normalised_gain(pre.value, post.value)
    if share is None:
        return Gain(pre, post, difference, None)
    left = 100 - pre.value
    return Gain(pre, post, difference, Estimate(share, difference.low / left, difference.high / left, difference.n))


def class_gain(pairs: Sequence[tuple[float, float]]) -> Gain | None:
    """Gain of a class from each trainee's (pre, post) means; None for nobody.

    The difference is a paired one; the interval of the normalised gain comes from leaving out one trainee at a time.
    """
    pre, post = mean([pair[0] for pair in pairs], 0, 100), mean([pair[1] for pair in pairs], 0, 100)
    difference = mean([pair[1] - pair[0] for pair in pairs], -100, 100)
    if pre is None or post is None or difference is None:
        return None
    return Gain(pre, post, difference, _normalised(pairs, pre.value, post.value, difference))


def _normalised(pairs: Sequence[tuple[float, float]], pre: float, post: float, difference: Estimate) -> Estimate | None:
    value, n = normalised_gain(pre, post), len(pairs)
    if value is None:
        return None
    others = [
        normalised_gain((pre * n - one_pre) / (n - 1), (post * n - one_post) / (n - 1)) if n > 1 else None
        for one_pre, one_post in pairs
    ]
    known = [each for each in others if each is not None]
    left = 100 - pre
    if len(known) < 3:  # too few to leave one out: what the difference allows
        return Estimate(value, difference.low / left, difference.high / left, n)
    centre = math.fsum(known) / len(known)
    spread = math.sqrt((n - 1) / n * math.fsum((each - centre) ** 2 for each in known))
    half = float(stdtrit(n - 1, (1 + LEVEL) / 2)) * spread
    return Estimate(value, value - half, value + half, n)


def _reach(estimate: Estimate) -> float:
    return max(estimate.value - estimate.low, estimate.high - estimate.value)
