"""How able and how hard, on one scale: the Rasch model with priors, from rights and wrongs.

P(right) = σ(ability − difficulty), every ability and difficulty drawn from N(0, 1) beforehand, so that all right or
all wrong has an answer too. Source: Rasch (1960); Mislevy (1986) for the modal estimate; TRAINING.md for the choice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, log_expit

from simulator.grading.estimate import Estimate, Z
from simulator.grading.model import ItemKey, TraineeId

_MOST_STEPS: Final = 100
_SMALL: Final = 1e-10


@dataclass(frozen=True, slots=True)
class Response:
    """One trainee's answer to one item."""

    trainee: TraineeId
    item: ItemKey
    is_right: bool


@dataclass(frozen=True, slots=True)
class RaschScale:
    """Abilities and difficulties in logits with their intervals (Laplace's approximation)."""

    ability: Mapping[TraineeId, Estimate]
    difficulty: Mapping[ItemKey, Estimate]


def fit_rasch(responses: Sequence[Response]) -> RaschScale:
    """The most probable abilities and difficulties together, by Newton's method.

    The log posterior is strictly concave, so there is one answer, and it does not depend on the order of `responses`.
    """
    trainees = sorted({response.trainee for response in responses})
    items = sorted({response.item for response in responses})
    if not responses:
        return RaschScale({}, {})
    place_of_trainee = {key: place for place, key in enumerate(trainees)}
    place_of_item = {key: place for place, key in enumerate(items)}
    rows = sorted((place_of_trainee[r.trainee], place_of_item[r.item], r.is_right) for r in responses)
    who = np.array([row[0] for row in rows])
    what = np.array([row[1] for row in rows]) + len(trainees)
    right = np.array([row[2] for row in rows], dtype=np.float64)
    modes, spreads = _mode(who, what, right, len(trainees) + len(items))
    who_count, what_count = np.bincount(who), np.bincount(what)
    ability = {
        key: _estimate(modes[place], spreads[place], int(who_count[place])) for key, place in place_of_trainee.items()
    }
    difficulty = {}
    for key, item_place in place_of_item.items():
        place = item_place + len(trainees)
        difficulty[key] = _estimate(modes[place], spreads[place], int(what_count[place]))
    return RaschScale(ability, difficulty)


def _mode(
    who: NDArray[np.intp], what: NDArray[np.intp], right: NDArray[np.float64], size: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Mode of the log posterior over (abilities, difficulties), and the standard deviations there."""
    at = np.zeros(size)
    value = _log_posterior(at, who, what, right)
    for _ in range(_MOST_STEPS):
        slope, curve = _slope_and_curve(at, who, what, right)
        step = np.linalg.solve(curve, slope)
        scale = 1.0
        while _log_posterior(at + scale * step, who, what, right) < value and scale > _SMALL:
            scale /= 2
        at = at + scale * step
        value = _log_posterior(at, who, what, right)
        if np.max(np.abs(scale * step)) < _SMALL:
            break
    _, curve = _slope_and_curve(at, who, what, right)
    return at, np.sqrt(np.diag(np.linalg.inv(curve)))


def _log_posterior(
    at: NDArray[np.float64], who: NDArray[np.intp], what: NDArray[np.intp], right: NDArray[np.float64]
) -> float:
    signs = 2 * right - 1
    return float(np.sum(log_expit(signs * (at[who] - at[what]))) - np.sum(at * at) / 2)


def _slope_and_curve(
    at: NDArray[np.float64], who: NDArray[np.intp], what: NDArray[np.intp], right: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Gradient, and the negative Hessian (positive definite thanks to the priors)."""
    expected = expit(at[who] - at[what])
    surprise, information = right - expected, expected * (1 - expected)
    slope = -at.copy()
    np.add.at(slope, who, surprise)
    np.add.at(slope, what, -surprise)
    curve = np.eye(len(at))
    np.add.at(curve, (who, who), information)
    np.add.at(curve, (what, what), information)
    np.add.at(curve, (who, what), -information)
    np.add.at(curve, (what, who), -information)
    return slope, curve


def _estimate(mode: float, spread: float, n: int) -> Estimate:
    return Estimate(float(mode), float(mode - Z * spread), float(mode + Z * spread), n)
