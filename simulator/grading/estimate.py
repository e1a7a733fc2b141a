"""A value with its 95 % interval, and the intervals that grading uses."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from scipy.special import betaincinv, ndtri, stdtrit

LEVEL: Final = 0.95
_TAIL: Final = (1 + LEVEL) / 2
Z: Final = float(ndtri(_TAIL))


@dataclass(frozen=True, slots=True)
class Estimate:
    """`low` to `high` holds the true value in 95 of 100 such courses; `n` is what was counted (cases, trainees)."""

    value: float
    low: float
    high: float
    n: int

    @property
    def half_width(self) -> float:
        """Half of the interval's length."""
        return (self.high - self.low) / 2


def mean(values: Sequence[float], low: float, high: float) -> Estimate | None:
    """Mean of values that lie in [low, high], with Student's interval cut to that range; None for no values.

    One value says nothing on the spread: its interval is the whole range. Where all values are equal Student's
    interval has no width, which no course can justify: then up to 3/n of all values (the rule of three) are taken to
    lie at the far ends.
    """
    n = len(values)
    if not n:
        return None
    centre = math.fsum(values) / n
    if n == 1:
        return Estimate(centre, low, high, 1)
    variance = math.fsum((value - centre) ** 2 for value in values) / (n - 1)
    if math.sqrt(variance) <= 1e-12 * (high - low):
        share = min(1.0, 3 / n)
        return Estimate(centre, centre - share * (centre - low), centre + share * (high - centre), n)
    half = float(stdtrit(n - 1, _TAIL)) * math.sqrt(variance / n)
    return Estimate(centre, max(low, centre - half), min(high, centre + half), n)


def proportion(count: int, n: int) -> Estimate | None:
    """count/n with Wilson's score interval (Wilson 1927); None for n = 0."""
    if not n:
        return None
    share, square = count / n, Z * Z
    centre = (share + square / (2 * n)) / (1 + square / n)
    half = Z / (1 + square / n) * math.sqrt(share * (1 - share) / n + square / (4 * n * n))
    return Estimate(share, min(share, max(0.0, centre - half)), max(share, min(1.0, centre + half)), n)


def log_linear_rate(count: int, n: int) -> Estimate | None:
    """(count + ½)/(n + 1), the log-linear rate (Hautus 1995), with Jeffreys' interval; None for n = 0.

    The log-linear rate is the mean of the posterior under Jeffreys' prior, so the interval is its own
    (Brown, Cai, DasGupta 2001, with their ends: 0 at no count, 1 at all).
    """
    if not n:
        return None
    first, second = count + 0.5, n - count + 0.5
    low = 0.0 if count == 0 else float(betaincinv(first, second, 1 - _TAIL))
    high = 1.0 if count == n else float(betaincinv(first, second, _TAIL))
    return Estimate(first / (n + 1), low, high, n)


def ratio(parts: Sequence[float], wholes: Sequence[float]) -> Estimate | None:
    """Σ parts / Σ wholes in [0, 1], its interval by leaving out one pair at a time; None where nothing is whole.

    Source: Efron, *The Jackknife* (1982). With fewer than two pairs, or none that moves the ratio, see `mean`.
    """
    used = [(part, whole) for part, whole in zip(parts, wholes, strict=True) if whole > 0]
    if not used:
        return None
    part_sum, whole_sum = math.fsum(part for part, _ in used), math.fsum(whole for _, whole in used)
    value, n = part_sum / whole_sum, len(used)
    if n == 1:
        return Estimate(value, 0.0, 1.0, 1)
    left_out = [(part_sum - part) / (whole_sum - whole) for part, whole in used]
    centre = math.fsum(left_out) / n
    variance = (n - 1) / n * math.fsum((each - centre) ** 2 for each in left_out)
    if variance <= 1e-24:
        share = min(1.0, 3 / n)
        return Estimate(value, value * (1 - share), value + share * (1 - value), n)
    half = float(stdtrit(n - 1, _TAIL)) * math.sqrt(variance)
    return Estimate(value, max(0.0, value - half), min(1.0, value + half), n)


def correlation(first: Sequence[float], second: Sequence[float]) -> Estimate | None:
    """Pearson's r with Fisher's interval; None for fewer than four pairs, or where either does not vary."""
    n = len(first)
    if n < 4:
        return None
    mean_1, mean_2 = math.fsum(first) / n, math.fsum(second) / n
    square_1 = math.fsum((value - mean_1) ** 2 for value in first)
    square_2 = math.fsum((value - mean_2) ** 2 for value in second)
    if square_1 <= 1e-18 or square_2 <= 1e-18:
        return None
    both = math.fsum((a - mean_1) * (b - mean_2) for a, b in zip(first, second, strict=True))
    r = max(-1.0, min(1.0, both / math.sqrt(square_1 * square_2)))
    if abs(r) >= 1 - 1e-12:
        return Estimate(r, r, r, n)
    centre, half = math.atanh(r), Z / math.sqrt(n - 3)
    return Estimate(r, math.tanh(centre - half), math.tanh(centre + half), n)
