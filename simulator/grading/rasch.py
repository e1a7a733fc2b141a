"""How able and how hard, on one scale: the Rasch model with priors, from rights and wrongs.

P(right) = σ(slope · ability − difficulty), every ability and difficulty drawn from N(0, 1) beforehand, so that all
right or all wrong has an answer too. Decisions have slope 1. How much evidence says of the same ability, the class's
own answers tell: its slope is the one of EVIDENCE_SLOPES that makes them most probable (by Laplace's approximation),
so that citing by chance does not spoil the order that decisions give.

Sources: Rasch (1960); Mislevy (1986) for the modal estimate; Tierney and Kadane (1986) for the approximation.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, log_expit

from simulator.grading.estimate import Estimate, Z
from simulator.grading.model import ItemKey, TraineeId

EVIDENCE_SLOPES: Final = (1.0, 0.75, 0.5, 0.25, 0.0)  # never more than a decision's
_MOST_STEPS: Final = 100
_SMALL: Final = 1e-10

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Response:
    """One trainee's answer to one item: a decision, or a judgement on one piece of evidence."""

    trainee: TraineeId
    item: ItemKey
    is_right: bool
    is_evidence: bool = False


@dataclass(frozen=True, slots=True)
class RaschScale:
    """Abilities and difficulties in logits with their intervals; how much evidence counted (0 … 1)."""

    ability: Mapping[TraineeId, Estimate]
    difficulty: Mapping[ItemKey, Estimate]
    evidence_slope: float = 1.0


@dataclass(frozen=True, slots=True)
class _Answers:
    """Responses as arrays: `who` and `what` are places among the unknowns, abilities first."""

    who: NDArray[np.intp]
    what: NDArray[np.intp]
    right: Vector
    slope: Vector
    size: int

    def chances(self, at: Vector) -> Vector:
        """Logit of each answer being right."""
        return np.asarray(self.slope * at[self.who] - at[self.what])

    def log_posterior(self, at: Vector) -> float:
        return float(np.sum(log_expit((2 * self.right - 1) * self.chances(at))) - np.sum(at * at) / 2)

    def slope_and_curve(self, at: Vector) -> tuple[Vector, Vector]:
        """Gradient, and the negative Hessian (positive definite thanks to the priors)."""
        expected = expit(self.chances(at))
        surprise, information = self.right - expected, expected * (1 - expected)
        gradient = -at.copy()
        np.add.at(gradient, self.who, self.slope * surprise)
        np.add.at(gradient, self.what, -surprise)
        curve = np.eye(self.size)
        np.add.at(curve, (self.who, self.who), self.slope**2 * information)
        np.add.at(curve, (self.what, self.what), information)
        np.add.at(curve, (self.who, self.what), -self.slope * information)
        np.add.at(curve, (self.what, self.who), -self.slope * information)
        return gradient, curve


def fit_rasch(responses: Sequence[Response]) -> RaschScale:
    """The most probable abilities and difficulties together, by Newton's method.

    The log posterior is strictly concave, so there is one answer for each slope, and it does not depend on the order
    of `responses`.
    """
    if not responses:
        return RaschScale({}, {})
    trainees = {key: place for place, key in enumerate(sorted({response.trainee for response in responses}))}
    items = {key: place for place, key in enumerate(sorted({response.item for response in responses}), len(trainees))}
    rows = sorted((trainees[r.trainee], items[r.item], r.is_right, r.is_evidence) for r in responses)
    who, what, right, evidence = (np.array(column) for column in zip(*rows, strict=True))
    slopes = EVIDENCE_SLOPES if evidence.any() else (1.0,)
    best, chosen = -math.inf, 1.0
    modes = spreads = at = np.zeros(len(trainees) + len(items))
    for slope in slopes:
        answers = _Answers(who, what, right.astype(np.float64), np.where(evidence, slope, 1.0), len(at))
        at = _mode(answers, at)
        _, curve = answers.slope_and_curve(at)
        probability = answers.log_posterior(at) - float(np.linalg.slogdet(curve)[1]) / 2
        if probability > best:
            best, chosen = probability, slope
            modes, spreads = at, np.sqrt(np.diag(np.linalg.inv(curve)))
    counts = np.bincount(who, minlength=len(at)) + np.bincount(what, minlength=len(at))

    def estimate(place: int) -> Estimate:
        mode, spread = float(modes[place]), float(spreads[place])
        return Estimate(mode, mode - Z * spread, mode + Z * spread, int(counts[place]))

    return RaschScale(
        {key: estimate(place) for key, place in trainees.items()},
        {key: estimate(place) for key, place in items.items()},
        chosen,
    )


def _mode(answers: _Answers, start: Vector) -> Vector:
    """Mode of the log posterior over (abilities, difficulties)."""
    at, value = start, answers.log_posterior(start)
    for _ in range(_MOST_STEPS):
        gradient, curve = answers.slope_and_curve(at)
        step, scale = np.linalg.solve(curve, gradient), 1.0
        while answers.log_posterior(at + scale * step) < value and scale > _SMALL:
            scale /= 2
        at = at + scale * step
        value = answers.log_posterior(at)
        if np.max(np.abs(scale * step)) < _SMALL:
            break
    return at
