"""A z-buffer in numpy: triangles to per-pixel attributes, all triangles at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lens:
    """A pinhole before the face. `scale` is pixels per decimetre at the face, `distance` in dm; angles in degrees."""

    width_px: int
    height_px: int
    scale: float
    centre: tuple[float, float, float]  # the point that is seen in the middle
    distance: float = 13.0
    yaw_deg: float = 0.0
    pitch_deg: float = 0.0
    roll_deg: float = 0.0

    def turned(self, vectors: Array) -> Array:
        """Directions in the camera's axes: x right, y up, z towards the camera."""
        yaw, pitch, roll = np.deg2rad((self.yaw_deg, self.pitch_deg, self.roll_deg))
        about_y = np.array([[np.cos(yaw), 0, np.sin(yaw)], [0, 1, 0], [-np.sin(yaw), 0, np.cos(yaw)]])
        about_x = np.array([[1, 0, 0], [0, np.cos(pitch), -np.sin(pitch)], [0, np.sin(pitch), np.cos(pitch)]])
        about_z = np.array([[np.cos(roll), -np.sin(roll), 0], [np.sin(roll), np.cos(roll), 0], [0, 0, 1]])
        return vectors @ (about_z @ about_x @ about_y).T

    def seen(self, points: Array) -> Array:
        """Points in camera axes around `centre`."""
        return self.turned(points - np.array(self.centre))

    def project(self, points: Array) -> Array:
        """x px, y px, and nearness (larger is nearer) of points (n, 3)."""
        placed = self.seen(points)
        shrink = self.distance / (self.distance - placed[:, 2])
        x = self.width_px / 2 + placed[:, 0] * shrink * self.scale
        y = self.height_px / 2 - placed[:, 1] * shrink * self.scale
        return np.stack((x, y, placed[:, 2]), axis=1)


@dataclass(frozen=True, slots=True)
class Buffer:
    """Per pixel: nearness (-inf where nothing is) and interpolated attributes (height, width, k)."""

    nearness: Array
    values: Array

    @property
    def mask(self) -> NDArray[np.bool_]:
        """Where something is."""
        return np.asarray(np.isfinite(self.nearness))


def rasterise(projected: Array, triangles: NDArray[np.int64], attributes: Array, size: tuple[int, int]) -> Buffer:
    """Draw triangles that face the camera. `projected` (n, 3) px and nearness, `size` (height, width)."""
    height, width = size
    corners = projected[triangles]
    one, two = corners[:, 1, :2] - corners[:, 0, :2], corners[:, 2, :2] - corners[:, 0, :2]
    area = one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]
    low = np.floor(corners[..., :2].min(axis=1) - 0.5).astype(int)
    high = np.ceil(corners[..., :2].max(axis=1) + 0.5).astype(int)
    low = np.clip(low, 0, (width, height))
    high = np.clip(high, 0, (width, height))
    spans = np.maximum(high - low, 0)
    kept = np.flatnonzero((area < -1e-9) & (spans.min(axis=1) > 0))  # y runs down, so front faces turn the other way
    counts = spans[kept].prod(axis=1)
    index = np.repeat(kept, counts)
    order = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    x = low[index, 0] + order % spans[index, 0]
    y = low[index, 1] + order // spans[index, 0]
    to_x, to_y = x + 0.5 - corners[index, 0, 0], y + 0.5 - corners[index, 0, 1]
    second = (to_x * two[index, 1] - to_y * two[index, 0]) / area[index]
    third = (one[index, 0] * to_y - one[index, 1] * to_x) / area[index]
    inside = (second >= -1e-6) & (third >= -1e-6) & (second + third <= 1 + 1e-6)
    index, x, y, second, third = (each[inside] for each in (index, x, y, second, third))
    weights = np.stack((1 - second - third, second, third), axis=1)
    depth = (corners[index, :, 2] * weights).sum(axis=1)
    pixel = y * width + x
    by_depth = np.lexsort((depth, pixel))
    last = np.flatnonzero(np.append(np.diff(pixel[by_depth]) != 0, True)) if len(pixel) else np.empty(0, int)
    front = by_depth[last]
    nearness = np.full(height * width, -np.inf)
    nearness[pixel[front]] = depth[front]
    values = np.zeros((height * width, attributes.shape[1]))
    values[pixel[front]] = (attributes[triangles[index[front]]] * weights[front][..., None]).sum(axis=1)
    return Buffer(nearness.reshape(height, width), values.reshape(height, width, -1))


def triangulated(quads: NDArray[np.int64]) -> NDArray[np.int64]:
    """Two triangles for each quad."""
    return np.concatenate((quads[:, (0, 1, 2)], quads[:, (0, 2, 3)]))


def normals(points: Array, triangles: NDArray[np.int64]) -> Array:
    """Smooth unit normals at the vertices."""
    corners = points[triangles]
    faces = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    found = np.zeros_like(points)
    for side in range(3):
        np.add.at(found, triangles[:, side], faces)
    return np.asarray(found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-12))
