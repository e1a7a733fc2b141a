"""How able and how hard, on one scale: the Rasch model with priors, from rights and wrongs.

P(right) = σ(ability − difficulty) for a decision. Citing is a skill of its own that goes with deciding as far as the
class's own answers say: P(right) = σ(size · (ρ · ability + √(1 − ρ²) · own) − difficulty) for a piece of evidence.
Fits with each agreement ρ of AGREEMENTS and size of SIZES are averaged by how probable they make the answers (Laplace's
approximation; half of the belief beforehand is in one skill). So evidence sharpens the order that decisions give where
it is the same skill, and leaves it alone where it is another, or none. Abilities and own skills are drawn from N(0, 1)
beforehand, difficulties from N(author's guess, 1), so that all right or all wrong has an answer too, and who was dealt
harder cases is not taken for less able.

Sources: Rasch (1960); Mislevy (1986) for the modal estimate; Adams, Wilson and Wang (1997) for several skills; Tierney
and Kadane (1986) for the approximation; Hoeting and others (1999) for averaging.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, log_expit

from simulator.grading.estimate import Estimate, Z
from simulator.grading.model import ItemKey, TraineeId

AGREEMENTS: Final = (1.0, 0.75, 0.5, 0.25, 0.0)
SIZES: Final = (1.0, 0.5)  # of evidence beside decisions, never more; 0, no skill at all, is tried as well
_ONE_SKILL: Final = 0.5  # believed beforehand: deciding and citing are one, as Rasch's own model has it
_OTHERS: Final = len(AGREEMENTS) * len(SIZES)
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
    """Abilities and difficulties in logits with their intervals.

    `evidence_slope` is how much evidence says of the ability to decide (size · ρ, 0 … 1, averaged).
    """

    ability: Mapping[TraineeId, Estimate]
    difficulty: Mapping[ItemKey, Estimate]
    evidence_slope: float = 1.0


@dataclass(frozen=True, slots=True)
class _Answers:
    """Responses as arrays. Each rests on three unknowns (`columns`: ability, own skill, difficulty) with `weights`."""

    columns: NDArray[np.intp]
    weights: Vector
    right: Vector
    middle: Vector  # of the priors

    def chances(self, at: Vector) -> Vector:
        """Logit of each answer being right."""
        return np.asarray((self.weights * at[self.columns]).sum(axis=1))

    def log_posterior(self, at: Vector) -> float:
        apart = at - self.middle
        return float(np.sum(log_expit((2 * self.right - 1) * self.chances(at))) - np.sum(apart * apart) / 2)

    def slope_and_curve(self, at: Vector) -> tuple[Vector, Vector]:
        """Gradient, and the negative Hessian (positive definite thanks to the priors)."""
        expected = expit(self.chances(at))
        surprise, information = self.right - expected, expected * (1 - expected)
        gradient = self.middle - at
        np.add.at(gradient, self.columns, self.weights * surprise[:, None])
        curve = np.eye(len(self.middle))
        both = self.weights[:, :, None] * self.weights[:, None, :] * information[:, None, None]
        np.add.at(curve, (self.columns[:, :, None], self.columns[:, None, :]), both)
        return gradient, curve


def fit_rasch(responses: Sequence[Response], authored: Mapping[ItemKey, float] | None = None) -> RaschScale:
    """The most probable abilities and difficulties together, by Newton's method.

    `authored` are the authors' guesses of difficulties in logits; 0 where there is none. The log posterior is strictly
    concave, so there is one answer for each agreement and size, and it does not depend on the order of `responses`.
    """
    if not responses:
        return RaschScale({}, {})
    people = sorted({response.trainee for response in responses})
    items = sorted({response.item for response in responses})
    trainee_at = {key: place for place, key in enumerate(people)}
    item_at = {key: place for place, key in enumerate(items, 2 * len(people))}
    rows = sorted((trainee_at[r.trainee], item_at[r.item], r.is_right, r.is_evidence) for r in responses)
    who, what, right, evidence = (np.array(column) for column in zip(*rows, strict=True))
    columns = np.stack([who, who + len(people), what], axis=1)
    middle = np.array([0.0] * 2 * len(people) + [(authored or {}).get(key, 0.0) for key in items])
    fits, at = [], middle
    for size, agreement in _tried(has_evidence=bool(evidence.any())):
        loads = size * agreement, size * math.sqrt(1 - agreement**2)
        weights = np.stack(
            [np.where(evidence, loads[0], 1.0), np.where(evidence, loads[1], 0.0), np.full(len(who), -1.0)], axis=1
        )
        answers = _Answers(columns, weights, right.astype(np.float64), middle)
        at = _mode(answers, at)
        fits.append(_fit(answers, at, size, agreement))
    counts = np.bincount(who, minlength=len(at)) + np.bincount(what, minlength=len(at))
    whole = _averaged(fits)

    def estimate(place: int) -> Estimate:
        mode, spread = float(whole.mode[place]), float(np.sqrt(whole.variance[place]))
        return Estimate(mode, mode - Z * spread, mode + Z * spread, int(counts[place]))

    return RaschScale(
        {key: estimate(place) for key, place in trainee_at.items()},
        {key: estimate(place) for key, place in item_at.items()},
        whole.slope,
    )


@dataclass(frozen=True, slots=True)
class _Fit:
    """What is most probable where evidence has one slope, and how probable the answers then are."""

    mode: Vector
    variance: Vector
    slope: float
    log_probability: float


def _fit(answers: _Answers, at: Vector, size: float, agreement: float) -> _Fit:
    _, curve = answers.slope_and_curve(at)
    log_probability = answers.log_posterior(at) - float(np.linalg.slogdet(curve)[1]) / 2
    log_probability += math.log(_ONE_SKILL if agreement == size == 1 else (1 - _ONE_SKILL) / _OTHERS)
    return _Fit(at, np.diag(np.linalg.inv(curve)), size * agreement, log_probability)


def _averaged(fits: Sequence[_Fit]) -> _Fit:
    """Each fit by its probability, with the variance within and between: what nobody can tell apart is not chosen."""
    logs = np.array([each.log_probability for each in fits])
    shares = np.exp(logs - logs.max())
    shares /= shares.sum()
    mode = sum((share * each.mode for share, each in zip(shares, fits, strict=True)), np.zeros_like(fits[0].mode))
    variance = sum(
        (share * (each.variance + (each.mode - mode) ** 2) for share, each in zip(shares, fits, strict=True)),
        np.zeros_like(mode),
    )
    slope = float(sum(share * each.slope for share, each in zip(shares, fits, strict=True)))
    return _Fit(mode, variance, slope, float(logs.max()))


def _tried(*, has_evidence: bool) -> Iterator[tuple[float, float]]:
    """Sizes with agreements; where there is no evidence they make no difference."""
    if not has_evidence:
        yield (1.0, 1.0)
        return
    yield from product(SIZES, AGREEMENTS)
    yield (0.0, 0.0)


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
