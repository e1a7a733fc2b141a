"""The learned part: a sum of small decision trees, kept as plain data that anybody can read.

Trained by `python -m training.matching.train`; the command, the data and the figures stand in docs/matching.md.
Monotone by training: more agreement never lowers the sum.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from watchlist.scoring.forest import Forest

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Model:
    """A sum of trees over a base.

    The line through `points` (sum, nats; both rising) turns a sum into the logarithm of a likelihood ratio,
    calibrated on whole searches of a list of `list_size` entries.
    """

    base: float
    forest: Forest
    points: Floats
    list_size: int

    def sums(self, rows: Floats) -> Floats:
        """The sum of all trees for each row of features."""
        sums: Floats = self.base + self.forest.answers(rows).sum(axis=1)
        return sums

    def nats(self, sums: Floats) -> Floats:
        """Calibrated; beyond the ends the line goes on, so that more evidence always says more."""
        x, y = self.points[:, 0], self.points[:, 1]
        inside: Floats = np.interp(sums, x, y)
        low = (y[1] - y[0]) / (x[1] - x[0]) * np.minimum(sums - x[0], 0.0)
        high = (y[-1] - y[-2]) / (x[-1] - x[-2]) * np.maximum(sums - x[-1], 0.0)
        nats: Floats = inside + low + high
        return nats


@cache
def load_model() -> Model:
    """The model in the package."""
    text = (resources.files(__package__) / "data" / "model.json").read_text("utf-8")
    return model_from(json.loads(text))


def model_from(data: dict[str, Any]) -> Model:
    """A model from its plain data."""
    calibration = data["calibration"]
    return Model(
        base=float(data["base"]),
        forest=Forest.of(data["trees"]),
        points=np.array(calibration["points"], np.float64),
        list_size=int(calibration["list_size"]),
    )
