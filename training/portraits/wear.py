"""Glasses: rims, bridge, temples, a faint shine of the lenses and their shadow."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from training.portraits.light import Lighting
from training.portraits.person import Person
from training.portraits.rasterise import Lens
from verifier.reading.opencv import cv2

Array = NDArray[np.float64]
_FINE = 4


class Faced(Protocol):
    """A bust as glasses need it."""

    @property
    def points(self) -> Array: ...
    @property
    def rest(self) -> Array: ...


def _near(bust: Faced, at: tuple[float, float, float]) -> Array:
    return np.asarray(bust.points[np.argmin(((bust.rest - np.array(at)) ** 2).sum(axis=1))])


def _rim(middle: Array, wide: float, tall: float, squareness: float) -> Array:
    angle = np.linspace(0, 2 * np.pi, 73)
    power = 2 / squareness
    x = np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** power * wide
    y = np.sign(np.sin(angle)) * np.abs(np.sin(angle)) ** power * tall
    y = y + 0.025 * (y > 0) * np.cos(angle) * np.sign(middle[0])
    back = -0.55 * (np.abs(middle[0] + x) - 0.1).clip(0) ** 2
    return np.stack((middle[0] + x, middle[1] + y, middle[2] + back), axis=1)


def paint_glasses(colour: Array, bust: Faced, person: Person, lens: Lens, lighting: Lighting) -> None:
    """Draw glasses of the person's kind (`thin`, `square` or `round`), if any."""
    if not person.glasses:
        return
    wide, tall, squareness, thick = {
        "thin": (0.245, 0.165, 2.6, 0.016),
        "square": (0.255, 0.180, 3.6, 0.034),
        "round": (0.225, 0.205, 2.0, 0.024),
    }[person.glasses]
    bridge = _near(bust, (0.0, 7.27, 1.6))
    rims = []
    for side in (1, -1):
        lid = _near(bust, (0.308 * side, 7.24, 1.45))
        rims.append(_rim(np.array([lid[0] * 1.02, lid[1] - 0.015, bridge[2] + 0.10]), wide, tall, squareness))
    saddle = np.stack([_between(rims[1][3], rims[0][33], t) for t in np.linspace(0, 1, 9)])
    arms = []
    for rim, side, start in ((rims[0], 1, 3), (rims[1], -1, 33)):
        ear = _near(bust, (0.80 * side, 7.36, 0.62))
        arms.append(
            np.stack(
                (
                    rim[start],
                    rim[start] + np.array([0.03 * side, 0.01, -0.12]),
                    ear + np.array([0.03 * side, 0.05, 0.15]),
                )
            )
        )
    _shadow(colour, [*rims, saddle], lens, thick)
    for rim in rims:
        _glaze(colour, rim, lens, lighting)
    tone = (0.015, 0.013, 0.012) if person.glasses != "thin" else (0.16, 0.15, 0.14)
    for curve in (*arms, *rims, saddle):
        _tube(colour, lens.project(curve)[:, :2], tone, thick * lens.scale * (0.8 if len(curve) < 10 else 1))


def _between(first: Array, second: Array, share: float) -> Array:
    return np.asarray(first * (1 - share) + second * share + np.array([0, 0.05 * np.sin(np.pi * share), 0.02]))


def _line_mask(shape: tuple[int, ...], curve: Array, thick_px: float) -> Array:
    mask = np.zeros(shape[:2], np.uint8)
    points = np.round(curve * 2**_FINE).astype(np.int32).reshape(-1, 1, 2)
    thick = max(round(thick_px), 1)
    cv2.polylines(mask, [points], isClosed=False, color=255, thickness=thick, lineType=cv2.LINE_AA, shift=_FINE)
    return mask.astype(np.float64) / 255


def _tube(colour: Array, curve: Array, tone: tuple[float, float, float], thick_px: float) -> None:
    body = _line_mask(colour.shape, curve, thick_px)[..., None]
    colour *= 1 - body
    colour += body * np.array(tone)
    light = _line_mask(colour.shape, curve - np.array([0, thick_px * 0.22]), max(thick_px * 0.3, 1))[..., None]
    colour += light * 0.10


def _shadow(colour: Array, curves: list[Array], lens: Lens, thick: float) -> None:
    shade = np.zeros(colour.shape[:2])
    for curve in curves:
        moved = lens.project(curve - np.array([0, 0.06, 0.0]))[:, :2]
        shade = np.maximum(shade, _line_mask(colour.shape, moved, thick * lens.scale * 1.3))
    soft = cv2.GaussianBlur(shade, (0, 0), 0.02 * lens.scale)
    colour *= 1 - 0.33 * soft[..., None]


def _glaze(colour: Array, rim: Array, lens: Lens, lighting: Lighting) -> None:
    inside = np.zeros(colour.shape[:2], np.uint8)
    outline = lens.project(rim)[:, :2]
    cv2.fillPoly(inside, [np.round(outline * 2**_FINE).astype(np.int32)], 255, cv2.LINE_AA, _FINE)
    y, x = np.mgrid[0 : colour.shape[0], 0 : colour.shape[1]]
    low, high = outline.min(axis=0), outline.max(axis=0)
    u, v = (x - low[0]) / (high[0] - low[0]), (y - low[1]) / (high[1] - low[1])
    streak = np.exp(-(((u + v * 0.6 - 0.45) / 0.13) ** 2)) * 0.06 + 0.012
    colour += (inside / 255 * streak)[..., None] * np.array(lighting.lamps[0].colour)
