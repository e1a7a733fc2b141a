"""From scores to figures: the threshold that gives so many alerts, recall there, and how sure we are of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_RESAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Share:
    """A share of cases with its 95 % bootstrap interval."""

    value: float
    low: float
    high: float
    of: int

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.3f}…{self.high:.3f})"


def threshold_at(innocent: Floats, alerts_per_1000: float) -> float:
    """The lowest score that at most so many of a thousand innocents pass; a case passes above it, never at it."""
    allowed = int(len(innocent) * alerts_per_1000 / 1000)
    return float(np.sort(innocent)[::-1][allowed]) if allowed < len(innocent) else -np.inf


def recall_at(known: Floats, innocent: Floats, alerts_per_1000: float, seed: int) -> Share:
    """Recall at that many alerts. Both the known and the innocents are drawn anew for the interval."""
    chance = np.random.default_rng(seed)
    drawn = [
        float(np.mean(chance.choice(known, len(known)) > threshold_at(_again(innocent, chance), alerts_per_1000)))
        for _ in range(_RESAMPLES)
    ]
    value = float(np.mean(known > threshold_at(innocent, alerts_per_1000)))
    low, high = np.quantile(drawn, (0.025, 0.975))
    return Share(value, float(low), float(high), len(known))


def _again(scores: Floats, chance: np.random.Generator) -> Floats:
    return chance.choice(scores, len(scores))
