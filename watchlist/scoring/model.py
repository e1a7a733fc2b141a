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

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Model:
    """Trees in arrays: node i asks whether feature `feature[i]` is at most `threshold[i]`; leaves lead to themselves.

    `value[i]` is the expected sum of a tree below node i. The line through `points` (sum, nats; both rising) turns a
    sum into the logarithm of a likelihood ratio, calibrated on whole searches of a list of `list_size` entries.
    """

    base: float
    roots: Ints
    feature: Ints
    threshold: Floats
    left: Ints
    right: Ints
    value: Floats
    depth: int
    points: Floats
    list_size: int

    def sums(self, rows: Floats) -> Floats:
        """The sum of all trees for each row of features."""
        node = np.broadcast_to(self.roots, (len(rows), len(self.roots))).copy()
        index = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            goes_left = rows[index, self.feature[node]] <= self.threshold[node]
            node = np.where(goes_left, self.left[node], self.right[node])
        sums: Floats = self.base + self.value[node].sum(axis=1)
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
    trees: list[list[tuple[int, float, int, int, float]]] = data["trees"]
    feature: list[int] = []
    threshold: list[float] = []
    left: list[int] = []
    right: list[int] = []
    value: list[float] = []
    roots: list[int] = []
    for tree in trees:
        offset = len(feature)
        roots.append(offset)
        for number, (node_feature, node_threshold, node_left, node_right, node_value) in enumerate(tree):
            is_leaf = node_feature < 0
            feature.append(max(node_feature, 0))
            threshold.append(node_threshold)
            left.append(offset + (number if is_leaf else node_left))
            right.append(offset + (number if is_leaf else node_right))
            value.append(node_value)
    calibration = data["calibration"]
    return Model(
        base=float(data["base"]),
        roots=np.array(roots, np.int32),
        feature=np.array(feature, np.int32),
        threshold=np.array(threshold, np.float64),
        left=np.array(left, np.int32),
        right=np.array(right, np.int32),
        value=np.array(value, np.float64),
        depth=int(data["depth"]),
        points=np.array(calibration["points"], np.float64),
        list_size=int(calibration["list_size"]),
    )
