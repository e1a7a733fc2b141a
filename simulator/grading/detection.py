"""Telling the ones to stop from the ones to wave on: signal detection with few cases.

Sources: Hautus (1995) for the log-linear rates; Gourevitch and Galanter (1967) for the variance of d′; Macmillan and
Creelman, *Detection Theory* (2005), chapters 1 to 3 and 13.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from scipy.special import ndtri

from simulator.grading.case_score import CaseScore
from simulator.grading.estimate import Estimate, Z, log_linear_rate


@dataclass(frozen=True, slots=True)
class Detection:
    """Counts over decided cases, and what follows from them.

    A hit is a stopped traveller who was to be stopped, a false referral one who was not. `d_prime` is 0 for guessing
    and about 3 for a very good eye; `criterion` is below 0 for who stops readily, above 0 for who waves on readily.
    Each is None where the cases cannot tell: without a signal case, or without an innocent one.
    """

    hits: int
    misses: int
    false_referrals: int
    right_clears: int
    hit_rate: Estimate | None
    false_referral_rate: Estimate | None
    d_prime: Estimate | None
    criterion: Estimate | None

    @property
    def signals(self) -> int:
        """Decided cases that called for a stop."""
        return self.hits + self.misses

    @property
    def innocents(self) -> int:
        """Decided cases that did not."""
        return self.false_referrals + self.right_clears


def detect(scores: Iterable[CaseScore]) -> Detection:
    """Counts decided cases; undecided ones are left out."""
    hits = misses = false_referrals = right_clears = 0
    for score in scores:
        if not score.is_answered:
            continue
        if score.key.is_signal:
            hits, misses = hits + score.is_stopped, misses + (not score.is_stopped)
        else:
            false_referrals, right_clears = false_referrals + score.is_stopped, right_clears + (not score.is_stopped)
    return detection(hits, misses, false_referrals, right_clears)


def detection(hits: int, misses: int, false_referrals: int, right_clears: int) -> Detection:
    """d′ = z(H) − z(F), c = −½ (z(H) + z(F)) with log-linear H and F, intervals by Gourevitch and Galanter."""
    signals, innocents = hits + misses, false_referrals + right_clears
    hit_rate = log_linear_rate(hits, signals)
    false_rate = log_linear_rate(false_referrals, innocents)
    d_prime = criterion = None
    if hit_rate is not None and false_rate is not None:
        z_hit, z_false = float(ndtri(hit_rate.value)), float(ndtri(false_rate.value))
        spread = math.sqrt(_z_variance(hit_rate.value, signals) + _z_variance(false_rate.value, innocents))
        n = signals + innocents
        d_prime = _around(z_hit - z_false, Z * spread, n)
        criterion = _around(-(z_hit + z_false) / 2, Z * spread / 2, n)
    return Detection(hits, misses, false_referrals, right_clears, hit_rate, false_rate, d_prime, criterion)


def _z_variance(rate: float, n: int) -> float:
    """Variance of z(rate): rate (1 − rate) / (n φ(z)²)."""
    z = float(ndtri(rate))
    density = math.exp(-z * z / 2) / math.sqrt(2 * math.pi)
    return rate * (1 - rate) / (n * density * density)


def _around(value: float, half: float, n: int) -> Estimate:
    return Estimate(value, value - half, value + half, n)
