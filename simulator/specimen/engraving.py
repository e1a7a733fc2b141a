"""Fine lines straight into pixels: the thousands of short strokes of a guilloche, at a tenth of an SVG renderer's cost.

Lines are drawn several times larger without smoothing and made smaller by area, so that every pixel holds the share
of it that the line covers, as an SVG renderer's does. One engraving is one ink: its own crossings are no darker.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from simulator.specimen.box import Box
from simulator.specimen.guilloche import Curve
from simulator.specimen.ink import Ink
from simulator.specimen.page import Pixels
from simulator.specimen.photo import Sight
from simulator.specimen.view import Light
from verifier.reading.opencv import cv2

_FINE_PX_PER_MM: Final = 40.0  # lines of 0.075 mm are then 3 px wide
_LEAST_LARGER: Final = 3
_SUBPIXEL_BITS: Final = 4

Mask = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Engraving:
    """Curves (mm) printed in one ink. `iris`: colours from the left to the right of `across`, in place of the ink's."""

    curves: tuple[Curve, ...]
    ink: Ink
    width_mm: float
    opacity: float
    closed: bool = False
    iris: tuple[str, ...] = ()
    across: Box | None = None


def engrave(pixels: Pixels, engravings: Iterable[Engraving], sight: Sight) -> Pixels:
    """A copy of `pixels` (BGR uint8) with all engravings that show in the sight's light, the first undermost."""
    printed = pixels.copy()
    for each in engravings:
        colour = each.ink.under(sight.light)
        if colour:
            _print(printed, each, colour, sight)
    return printed


def _print(pixels: Pixels, engraving: Engraving, colour: str, sight: Sight) -> None:
    height, width = pixels.shape[:2]
    factor = max(_LEAST_LARGER, round(_FINE_PX_PER_MM / sight.px_per_mm))
    left, top, right, bottom = _extent(engraving, sight, width, height)
    if left >= right or top >= bottom:
        return
    covered, thickness_px = _covered(engraving, sight, factor, (left, top, right, bottom))
    wanted_px = engraving.width_mm * sight.px_per_mm * factor
    share = cv2.convertScaleAbs(covered, alpha=min(1.0, engraving.opacity * wanted_px / thickness_px))
    part = pixels[top:bottom, left:right]
    ground = _colours(engraving, colour, sight, left, right, bottom - top)
    shares = cv2.merge([share] * 3)
    above = cv2.multiply(ground, shares, scale=1 / 255)
    part[:] = cv2.add(above, cv2.multiply(part, 255 - shares, scale=1 / 255))


def _extent(engraving: Engraving, sight: Sight, width: int, height: int) -> tuple[int, int, int, int]:
    """The part of the picture that the curves reach: left, top, right, bottom in px."""
    points = np.concatenate(engraving.curves)
    least, most = points.min(axis=0) - engraving.width_mm, points.max(axis=0) + engraving.width_mm
    field, scale = sight.field, sight.px_per_mm
    return (
        max(0, int((least[0] - field.left_mm) * scale)),
        max(0, int((least[1] - field.top_mm) * scale)),
        min(width, int((most[0] - field.left_mm) * scale) + 1),
        min(height, int((most[1] - field.top_mm) * scale) + 1),
    )


def _covered(engraving: Engraving, sight: Sight, factor: int, part: tuple[int, int, int, int]) -> tuple[Mask, int]:
    """How much of each pixel the lines cover (0…255), and how wide they were drawn in fine pixels."""
    left, top, right, bottom = part
    fine = np.zeros(((bottom - top) * factor, (right - left) * factor), np.uint8)
    scale = sight.px_per_mm * factor
    origin = np.array([sight.field.left_mm * scale + left * factor, sight.field.top_mm * scale + top * factor])
    places = [
        np.rint((curve * scale - origin - 0.5) * 2**_SUBPIXEL_BITS).astype(np.int32) for curve in engraving.curves
    ]
    # OpenCV draws lines of 2, 4, 6 … as wide as 3, 5, 7 …
    thickness = max(1, 2 * round((engraving.width_mm * scale - 1) / 2) + 1)
    cv2.polylines(fine, places, engraving.closed, 255, max(1, thickness - 1), cv2.LINE_8, _SUBPIXEL_BITS)
    return np.asarray(cv2.resize(fine, (right - left, bottom - top), interpolation=cv2.INTER_AREA)), thickness


def _colours(engraving: Engraving, colour: str, sight: Sight, left: int, right: int, height: int) -> Pixels:
    """The ink's colour at each pixel: one, or a run from left to right in daylight."""
    if not engraving.iris or engraving.across is None or sight.light is not Light.VISIBLE:
        return np.full((height, right - left, 3), _bgr(colour), np.uint8)
    x = sight.field.left_mm + (np.arange(left, right) + 0.5) / sight.px_per_mm
    place = (x - engraving.across.left_mm) / engraving.across.width_mm * (len(engraving.iris) - 1)
    stops = np.array([_bgr(each) for each in engraving.iris], dtype=np.float64)
    row = np.stack([np.interp(place, np.arange(len(stops)), stops[:, channel]) for channel in range(3)], axis=1)
    return np.ascontiguousarray(np.broadcast_to(np.rint(row).astype(np.uint8), (height, right - left, 3)))


def _bgr(colour: str) -> Sequence[int]:
    return tuple(reversed(bytes.fromhex(colour[1:])))
