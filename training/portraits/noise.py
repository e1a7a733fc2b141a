"""Smooth noise in space."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates

Array = NDArray[np.float64]


class Noise:
    """Value noise: random numbers on a lattice of 32³ that repeats, read with cubic smoothness."""

    def __init__(self, seed: int) -> None:
        self._lattice = np.random.default_rng(seed).standard_normal((32, 32, 32))

    def at(self, points: Array, cell: float) -> Array:
        """About standard normal, features `cell` wide, at `points` (…, 3)."""
        flat = (points.reshape(-1, 3) / cell).T
        return np.asarray(map_coordinates(self._lattice, flat, order=1, mode="grid-wrap").reshape(points.shape[:-1]))


def smooth(edge: Array, width: float) -> Array:
    """0 far below zero, 1 far above, a soft step of about `width` between."""
    return np.asarray(1 / (1 + np.exp(-np.clip(edge / width * 4, -40, 40))))


def bump(points: Array, centre: tuple[float, float, float], size: tuple[float, float, float]) -> Array:
    """A Gaussian hill at `centre`, mirrored to the other half of the face where centre x is not zero."""
    x = np.abs(points[..., 0]) if centre[0] else points[..., 0]
    d = ((x - centre[0]) / size[0]) ** 2 + ((points[..., 1] - centre[1]) / size[1]) ** 2
    return np.asarray(np.exp(-(d + ((points[..., 2] - centre[2]) / size[2]) ** 2)))
