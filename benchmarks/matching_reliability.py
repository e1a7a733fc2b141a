"""Of all pairs shown at 0.9, are nine of ten true? Groups of like probability, and a plot of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from benchmarks.matching_views import VIEWS, Floats, Row

_EDGES = (0.0, 0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98, 1.0)


@dataclass(frozen=True, slots=True)
class Group:
    """Pairs of like probability."""

    mean_probability: float
    true_share: float
    count: int


def reliability(rows: Sequence[Row], probabilities: Floats) -> list[Group]:
    """Groups of the pairs of the real Latin view."""
    parts = np.array([VIEWS[0].part(row) for row in rows])
    seen, true = probabilities[parts >= 0], parts[parts >= 0]
    groups = []
    for low, high in pairwise(_EDGES):
        inside = (seen >= low) & ((seen < high) | (high == 1.0))
        if inside.any():
            groups.append(Group(float(seen[inside].mean()), float(true[inside].mean()), int(inside.sum())))
    return groups


def save_plot(groups: Sequence[Group], target: Path) -> None:
    """Said against true, as an image."""
    from matplotlib import pyplot  # noqa: PLC0415 - slow to load, and only for this

    figure, axes = pyplot.subplots(figsize=(5.2, 4.8), dpi=120)
    axes.plot([0, 1], [0, 1], color="#888888", linewidth=1, linestyle="--", label="as said")
    x, y = [group.mean_probability for group in groups], [group.true_share for group in groups]
    axes.plot(x, y, marker="o", color="#1f5fa8", label="Lintas")
    for group in groups:
        axes.annotate(
            f"{group.count:,}",
            (group.mean_probability, group.true_share),
            (6, -12),
            textcoords="offset points",
            fontsize=7,
        )
    axes.set_xlabel("probability said")
    axes.set_ylabel("share that is true")
    axes.set_title("Reliability, real Latin pairs, cross-validated", fontsize=10)
    axes.legend(loc="upper left", frameon=False)
    axes.set_aspect("equal")
    figure.tight_layout()
    target.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(target)
    pyplot.close(figure)
