"""Eyes: white, iris with its fibres and dark rim, pupil, the lamps' reflection, lashes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from training.portraits.light import Lighting, diffuse
from training.portraits.mesh import BaseMesh, subdivided
from training.portraits.noise import Noise, smooth
from training.portraits.person import Person
from training.portraits.rasterise import Buffer, Lens, normals, rasterise, triangulated
from verifier.reading.opencv import cv2

Array = NDArray[np.float64]

_IRIS = 0.435  # sine of the angle that the iris's rim makes at the middle of the eye
_PUPIL = 0.36  # of the iris


def rasterised(mesh: BaseMesh, vertices: Array, lens: Lens) -> Buffer:
    """Both eyeballs: per pixel the outward direction on the ball in the head's axes (3) and the camera's axes (3)."""
    parts = []
    for quads in mesh.eyes:
        fine, points = subdivided(quads, vertices)
        fine, points = subdivided(fine, points)
        triangles = triangulated(fine)
        middle = (points.max(axis=0) + points.min(axis=0)) / 2
        outward = (points - middle) / np.maximum(np.linalg.norm(points - middle, axis=1, keepdims=True), 1e-9)
        outward = outward * 0.6 + normals(points, triangles) * 0.4
        outward /= np.linalg.norm(outward, axis=1, keepdims=True)
        values = np.concatenate((outward, lens.turned(outward)), axis=1)
        size = (lens.height_px, lens.width_px)
        parts.append(rasterise(lens.project(points), triangles, values, size))
    first, second = parts
    nearer = (first.nearness >= second.nearness)[..., None]
    return Buffer(np.maximum(first.nearness, second.nearness), np.where(nearer, first.values, second.values))


def paint(
    colour: Array,
    sight: Buffer,
    visible: NDArray[np.bool_],
    person: Person,
    lighting: Lighting,
    open_: Array,
    scale: float,
) -> None:
    """Draw what is seen between the lids."""
    visible = visible & sight.mask
    if not visible.any():
        return
    out = sight.values[..., :3]
    radius = np.hypot(out[..., 0], out[..., 1]) / _IRIS
    angle = np.arctan2(out[..., 1], out[..., 0])
    fibres = Noise(person.mark + 7)
    streak = fibres.at(np.stack((angle * 6, radius * 1.2, np.zeros_like(angle)), axis=-1), 0.5)
    iris = np.array(person.iris) * (0.75 + 0.30 * radius + 0.22 * streak)[..., None]
    iris *= (1 - 0.72 * smooth(radius - 0.88, 0.14))[..., None]
    iris *= smooth(radius - _PUPIL, 0.07)[..., None] * 0.97 + 0.008
    white = np.array([0.66, 0.62, 0.59]) * (1 - 0.16 * np.clip(radius - 1.2, 0, 1.5))[..., None]
    white = white * (1 - 0.05 * fibres.at(out, 0.1)[..., None] * np.array([0.3, 1, 1]))
    ball = iris + (white - iris) * smooth(radius - 1.0, 0.07)[..., None]
    facing = sight.values[..., 3:]
    lid = _lid_shade(visible, scale)
    lit = ball * diffuse(facing, open_ * 0.75, lighting) * (1.06 * lid)[..., None]
    for lamp, size in zip(lighting.lamps[:2], (0.085, 0.05), strict=True):
        glint = np.array(lamp.towards) / np.linalg.norm(lamp.towards)
        half = glint * 0.36 + np.array([0, 0.0, 1.0])
        half /= np.linalg.norm(half)
        away = np.linalg.norm(facing - half, axis=-1) / size
        lit += (np.exp(-(away**4)) * 1.1)[..., None] * np.array(lamp.colour) * 1.4
    colour[visible] = lit[visible]
    _paint_lashes(colour, visible, person, scale)


def _lid_shade(visible: NDArray[np.bool_], scale: float) -> Array:
    """Darker under the upper lid."""
    gap = (~visible).astype(np.float64)
    reach = max(round(0.055 * scale), 1)
    kernel = np.zeros((2 * reach + 1, 1))
    kernel[: reach + 1] = 1 / (reach + 1)  # looks upwards
    above = cv2.filter2D(gap, -1, kernel)
    return np.asarray(1 - 0.62 * np.clip(above, 0, 1) ** 1.3)


def _paint_lashes(colour: Array, visible: NDArray[np.bool_], person: Person, scale: float) -> None:
    """A dark soft line along the upper lid, thicker for women; a faint one below."""
    seen = visible.astype(np.float64)
    thick = (0.030 if person.sex == "F" else 0.019) * scale
    up = np.roll(seen, -round(thick), axis=0)
    line = np.clip(up - seen, 0, 1)
    line = cv2.GaussianBlur(line, (0, 0), 0.008 * scale)
    down = np.clip(np.roll(seen, round(0.010 * scale), axis=0) - seen, 0, 1)
    faint = cv2.GaussianBlur(down, (0, 0), 0.009 * scale)
    wet = np.clip(line * (0.9 if person.sex == "F" else 0.7) + 0.28 * faint, 0, 0.92)[..., None]
    colour *= 1 - wet
    colour += wet * np.array([0.012, 0.008, 0.007])
