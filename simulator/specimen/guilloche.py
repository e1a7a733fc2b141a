"""The curves of security print: fields of waves, rosettes, borders. All from formulas, none from a file."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from simulator.specimen.box import Box

Curve = NDArray[np.float64]  # (n, 2) mm


def waves(
    box: Box, *, count: float, swell_mm: float, gap_mm: float, phase: float, step_mm: float = 1.2
) -> Iterator[Curve]:
    """Lines that run across `box` in two superposed swings; `count` swings over its width, `gap_mm` between lines."""
    x = np.arange(box.left_mm, box.right_mm + step_mm, step_mm)
    u = (x - box.left_mm) / box.width_mm * 2 * np.pi
    for start in np.arange(box.top_mm - 2 * swell_mm, box.bottom_mm + 2 * swell_mm, gap_mm):
        drift = (start - box.top_mm) / box.height_mm
        y = (
            start
            + swell_mm * np.sin(count * u + phase + 2.2 * drift)
            + 0.45 * swell_mm * np.sin(0.6 * count * u + 4.1 * drift)
        )
        yield np.stack((x, np.clip(y, box.top_mm, box.bottom_mm)), axis=1)


def rosette(
    middle_mm: tuple[float, float], radius_mm: float, petals: int, *, rings: int, depth: float, points: int = 320
) -> Iterator[Curve]:
    """Interlaced loops: each ring swings `petals` times by `depth` of the radius, each against its neighbours."""
    angle = np.linspace(0, 2 * np.pi, points)
    for ring in range(rings):
        share = 0.30 + 0.60 * ring / max(rings - 1, 1)
        turn = (1 if ring % 2 else -1) * np.pi / petals * ring
        radius = radius_mm * (share + depth * np.cos(petals * angle + turn) + 0.25 * depth * np.cos(2 * petals * angle))
        yield np.stack((middle_mm[0] + radius * np.cos(angle), middle_mm[1] + radius * np.sin(angle)), axis=1)


def star(
    middle_mm: tuple[float, float], outer_mm: float, inner_mm: float, points: int, turn: float = -np.pi / 2
) -> Curve:
    """A star's outline."""
    angle = turn + np.arange(2 * points) * np.pi / points
    radius = np.where(np.arange(2 * points) % 2 == 0, outer_mm, inner_mm)
    return np.stack((middle_mm[0] + radius * np.cos(angle), middle_mm[1] + radius * np.sin(angle)), axis=1)


def border(box: Box, *, period_mm: float, swell_mm: float, phase: float) -> Curve:
    """A wavy closed line along a rectangle."""
    step = 0.35
    across = np.arange(0, box.width_mm, step)
    down = np.arange(0, box.height_mm, step)

    def swing(along: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(swell_mm * np.sin(2 * np.pi * along / period_mm + phase))

    top = np.stack((box.left_mm + across, box.top_mm + swing(across)), axis=1)
    right = np.stack((box.right_mm + swing(down), box.top_mm + down), axis=1)
    bottom = np.stack((box.right_mm - across, box.bottom_mm + swing(across)), axis=1)
    left = np.stack((box.left_mm + swing(down), box.bottom_mm - down), axis=1)
    return np.concatenate((top, right, bottom, left))
