"""Straighten a line of print to a strip 24 px high whose capitals are 16 px: what the recogniser wants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from verifier.reading.alphabet import CAP_HEIGHT_PX, STRIP_HEIGHT_PX
from verifier.reading.locate import PrintLine
from verifier.reading.opencv import cv2
from verifier.reading.view import Grey, View

_MARGIN_CAPS: Final = 1.6  # room at both ends, in character heights: the mask loses pale ends
_TALL_PX: Final = 56  # of the strip from which middle and height are measured
_WIDEST_PX: Final = 1600  # 44 characters are 700; longer lines are no MRZ


@dataclass(frozen=True, slots=True)
class Rectified:
    """A strip (24, width) and what it takes to go back to the view: the refined line, and an x for every column."""

    strip: Grey
    line: PrintLine
    xs: NDArray[np.float64]  # view x of every strip column

    def x_in_view(self, strip_x_px: float) -> float:
        """A strip's x in the view; a little beyond its ends too."""
        last = len(self.xs) - 1
        if strip_x_px < 0 or strip_x_px > last:
            edge = 0 if strip_x_px < 0 else last
            return float(self.xs[edge]) + (strip_x_px - edge) * float(self.xs[1] - self.xs[0])
        return float(np.interp(strip_x_px, np.arange(len(self.xs)), self.xs))


def rectify(grey: Grey, view: View, line: PrintLine) -> Rectified:
    """Sample one strip from the whole image `grey`, after measuring the print's exact middle and height."""
    measured = _measured(_sample(grey, view, line, _TALL_PX), line)
    return _sample(grey, view, replace(measured, growth=line.growth), STRIP_HEIGHT_PX)


def rectify_all(grey: Grey, view: View, lines: Sequence[PrintLine]) -> list[Rectified]:
    """Strips of one band's lines. Perspective is believed only when every line shows it alike."""
    measured = [_measured(_sample(grey, view, line, _TALL_PX), line) for line in lines]
    growths = [line.growth for line in measured]
    agree = min(growths) * max(growths) > 0 and abs(max(growths) - min(growths)) < abs(sum(growths)) / 3
    growth = sum(growths) / len(growths) if agree else 0.0
    return [_sample(grey, view, replace(line, growth=growth), STRIP_HEIGHT_PX) for line in measured]


def turned(rectified: Rectified) -> Grey:
    """The same strip read upside down."""
    return np.ascontiguousarray(rectified.strip[::-1, ::-1])


def _sample(grey: Grey, view: View, line: PrintLine, rows: int) -> Rectified:
    xs = _columns(line)
    heights = np.maximum(line.height_px + line.growth * (xs - line.middle_px), 0.3 * line.height_px)
    c0, c1, c2 = line.curve
    # beyond its ends the line goes on straight: a parabola would run away
    inner = np.clip(xs, line.start_px, line.end_px)
    slope = c1 + 2 * c2 * inner
    ys = c0 + c1 * inner + c2 * inner * inner + slope * (xs - inner)
    across = (np.arange(rows)[:, None] - (rows - 1) / 2) * (heights / CAP_HEIGHT_PX)[None, :]
    view_x = xs[None, :] - across * slope[None, :]
    view_y = ys[None, :] + across
    m = view.to_image
    map_x = m[0, 0] * view_x + m[0, 1] * view_y + m[0, 2]
    map_y = m[1, 0] * view_x + m[1, 1] * view_y + m[1, 2]
    strip = _remapped(grey, map_x, map_y, float(np.hypot(m[0, 0], m[1, 0])) * line.height_px / CAP_HEIGHT_PX)
    return Rectified(strip, line, xs)


def _columns(line: PrintLine) -> NDArray[np.float64]:
    """View x of every strip column: as far apart as the local height says, so that the pitch is even in the strip."""
    margin = _MARGIN_CAPS * line.height_px
    first, last = line.start_px - margin - line.middle_px, line.end_px + margin - line.middle_px
    relative = line.growth / CAP_HEIGHT_PX
    if abs(line.growth) * line.length_px < 0.02 * line.height_px:
        columns = np.arange(first, last, line.height_px / CAP_HEIGHT_PX)
        return columns[:_WIDEST_PX] + line.middle_px
    # dx/dk = height(x) / 16 has an exponential solution
    far = line.height_px / line.growth
    low, high = (np.log(max(1 + end / far, 0.1)) / relative for end in (first, last))
    steps = np.arange(low, high)[:_WIDEST_PX]
    return np.asarray(far * (np.exp(relative * steps) - 1) + line.middle_px, dtype=np.float64)


def _remapped(grey: Grey, map_x: NDArray[np.float64], map_y: NDArray[np.float64], step_px: float) -> Grey:
    """Look up `grey`; `step_px` is how many of its pixels lie between two samples. Large steps get a smaller source."""
    height, width = grey.shape
    left, right = int(max(map_x.min() - 4, 0)), int(min(map_x.max() + 5, width))
    top, bottom = int(max(map_y.min() - 4, 0)), int(min(map_y.max() + 5, height))
    if right - left < 2 or bottom - top < 2:
        return np.full(map_x.shape, 255, np.uint8)
    patch = grey[top:bottom, left:right]
    map_x, map_y = map_x - left, map_y - top
    if step_px > 1.3:
        size = (max(round(patch.shape[1] / step_px), 2), max(round(patch.shape[0] / step_px), 2))
        shrink_x, shrink_y = size[0] / patch.shape[1], size[1] / patch.shape[0]
        patch = np.asarray(cv2.resize(patch, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        map_x, map_y = (map_x + 0.5) * shrink_x - 0.5, (map_y + 0.5) * shrink_y - 0.5
    how = cv2.INTER_CUBIC if step_px < 0.8 else cv2.INTER_LINEAR
    strip = cv2.remap(patch, map_x.astype(np.float32), map_y.astype(np.float32), how, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(strip, dtype=np.uint8)


def _measured(rough: Rectified, line: PrintLine) -> PrintLine:
    """Middle and height from where upright strokes begin and end, in three parts of the line."""
    strokes = np.abs(np.diff(rough.strip.astype(np.float32), axis=1))
    # neither glare nor a frame may outweigh the print
    strokes = np.minimum(strokes, np.percentile(strokes[_TALL_PX // 3 : -_TALL_PX // 3], 90) + 1)
    parts = np.array_split(strokes, 3, axis=1)
    bands = [_band(part.mean(axis=1)) for part in parts]
    heights = sorted(bottom - top for top, bottom in bands)
    height = float(np.clip(heights[1] / CAP_HEIGHT_PX, 0.55, 1.5)) * line.height_px
    zoom = CAP_HEIGHT_PX / line.height_px
    centres = [((top + bottom) / 2 - (_TALL_PX - 1) / 2) / zoom for top, bottom in bands]
    if max(centres) - min(centres) > 0.45 * line.height_px:
        centres = [float(np.median(centres))] * 3
    xs = np.array([rough.x_in_view(rough.strip.shape[1] * (index + 0.5) / 3) for index in range(3)])
    a2, a1, a0 = np.polyfit(xs - xs[1], centres, 2)
    if line.length_px < 15 * line.height_px:
        a2, a1, a0 = 0.0, 0.0, float(np.median(centres))
    c0, c1, c2 = line.curve
    middle = float(xs[1])
    curve = (c0 + float(a0 - a1 * middle + a2 * middle**2), c1 + float(a1 - 2 * a2 * middle), c2 + float(a2))
    sizes = [(bottom - top) / zoom for top, bottom in bands]
    return replace(line, curve=curve, height_px=height, growth=_growth(sizes, xs))


def _growth(heights_px: list[float], xs: NDArray[np.float64]) -> float:
    """Change of height per px, when three measured heights lie on a line and differ by more than chance."""
    first, middle, last = heights_px
    straight = abs((first + last) / 2 - middle) < 0.06 * middle
    if not straight or min(first, last) <= 0 or not 1.12 < max(first, last) / min(first, last) < 1.9:
        return 0.0
    return float((last - first) / (xs[2] - xs[0]))


def _band(profile: NDArray[np.float32]) -> tuple[float, float]:
    """First and last row of the print around the middle, in sub-pixels."""
    middle = len(profile) // 2
    soft = cv2.blur(profile.reshape(-1, 1), (1, 3)).ravel().astype(np.float32)
    inner = soft[middle - 10 : middle + 10]
    base = float(np.percentile(soft, 10))
    level = base + 0.4 * (float(np.percentile(inner, 75)) - base)
    core = middle - 6 + int(np.argmax(soft[middle - 6 : middle + 6]))
    top = core
    while top > 0 and soft[top - 1] > level:
        top -= 1
    bottom = core
    while bottom < len(soft) - 1 and soft[bottom + 1] > level:
        bottom += 1
    return _crossing(soft, top, top - 1, level), _crossing(soft, bottom, bottom + 1, level)


def _crossing(profile: NDArray[np.float32], inside: int, outside: int, level: float) -> float:
    if not 0 <= outside < len(profile):
        return float(inside)
    here, there = float(profile[inside]), float(profile[outside])
    part = (here - level) / max(here - there, 1e-6)
    return inside + (outside - inside) * float(np.clip(part, 0, 1))
