"""Print a line: ink masks of its characters on a clean canvas, with the faults of real printers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from training.ocrb.glyphs import CELL_HEIGHT_PX, CELL_WIDTH_PX, MASTER_CAP_PX, MASTER_PITCH_PX, GlyphSet
from verifier.reading.alphabet import ALPHABET
from verifier.reading.opencv import cv2

CANVAS_HEIGHT_PX: Final = 88
_MARGIN_PX: Final = 64
_INDEX: Final = {char: index for index, char in enumerate(ALPHABET)}


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Ink 0…255 (88, width), and per character its class and the x of its middle, in canvas pixels."""

    ink: NDArray[np.uint8]
    classes: NDArray[np.int64]
    centres_px: NDArray[np.float64]
    pitch_px: float


def _paste(
    canvas: NDArray[np.uint8], masks: NDArray[np.uint8], text: str, xs: NDArray[np.float64], ys: NDArray[np.float64]
) -> None:
    for char, x, y in zip(text, xs, ys, strict=True):
        left, top = round(float(x) - CELL_WIDTH_PX / 2), round(float(y) - CELL_HEIGHT_PX / 2)
        first, last = max(top, 0), min(top + CELL_HEIGHT_PX, canvas.shape[0])
        if first >= last:
            continue
        target = canvas[first:last, left : left + CELL_WIDTH_PX]
        np.maximum(target, masks[_INDEX[char], first - top : last - top], out=target)


def _widened(rng: np.random.Generator, masks: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The same cells with glyphs a little wider or narrower, taller or slanted."""
    scale_x, scale_y = rng.uniform(0.88, 1.15), rng.uniform(0.94, 1.06)
    shear = rng.normal(0, 0.03) if rng.random() < 0.9 else rng.uniform(-0.22, 0.1)
    middle_x, middle_y = CELL_WIDTH_PX / 2, CELL_HEIGHT_PX / 2
    matrix = np.array([[scale_x, shear, 0], [0, scale_y, 0]], np.float64)
    matrix[:, 2] = (middle_x, middle_y) - matrix[:, :2] @ (middle_x, middle_y)
    stacked = np.hstack(list(masks)).reshape(CELL_HEIGHT_PX, len(ALPHABET), CELL_WIDTH_PX)
    warped = [cv2.warpAffine(stacked[:, i], matrix, (CELL_WIDTH_PX, CELL_HEIGHT_PX)) for i in range(len(ALPHABET))]
    return np.stack(warped).astype(np.uint8)


def _weighted(rng: np.random.Generator, ink: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Thinner or thicker strokes: blur, then a steep curve with a shifted threshold."""
    blurred = cv2.GaussianBlur(ink, (0, 0), rng.uniform(0.8, 2.2))
    threshold = float(np.clip(rng.normal(0.45, 0.14), 0.12, 0.75))
    gain = rng.uniform(1.5, 6.0)
    curve = np.clip((np.arange(256) / 255 - threshold) * gain + 0.5, 0, 1) * 255
    return np.asarray(cv2.LUT(blurred, curve.astype(np.uint8)))


def _noise(rng: np.random.Generator, shape: tuple[int, int], cell_px: float) -> NDArray[np.float32]:
    """Smooth noise, standard normal, features about `cell_px` wide."""
    small = rng.standard_normal((max(int(shape[0] / cell_px), 2), max(int(shape[1] / cell_px), 2)), dtype=np.float32)
    return np.asarray(cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC))


def _eroded(rng: np.random.Generator, ink: NDArray[np.uint8]) -> NDArray[np.uint8]:
    holes = _noise(rng, ink.shape, rng.uniform(2.5, 8.0)) > rng.uniform(0.9, 2.2)
    kept = np.where(holes, ink * rng.uniform(0, 0.5), ink)
    return kept.astype(np.uint8)


def _dotted(rng: np.random.Generator, ink: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A dot-matrix or coarse ink-jet head: the glyph sampled on a grid, each sample a round dot."""
    step = int(rng.integers(3, 6))
    height, width = ink.shape[0] // step * step, ink.shape[1] // step * step
    grid = cv2.resize(ink[:height, :width], (width // step, height // step), interpolation=cv2.INTER_AREA)
    grid = np.where(grid > rng.uniform(70, 140), 255, 0).astype(np.uint8)
    around = np.arange(step) - (step - 1) / 2
    dot = np.hypot(around[:, None], around[None, :]) < step * rng.uniform(0.34, 0.62)
    dots = np.kron(grid, dot.astype(np.uint8))
    result = np.zeros_like(ink)
    result[:height, :width] = dots
    return result


def _banded(rng: np.random.Generator, ink: NDArray[np.uint8]) -> NDArray[np.uint8]:
    period = int(rng.integers(3, 9))
    rows = 1 - rng.uniform(0.2, 0.8) * (np.arange(ink.shape[0]) % period == 0)
    return np.asarray(ink * rows[:, None]).astype(np.uint8)


def _fault(rng: np.random.Generator, ink: NDArray[np.uint8]) -> NDArray[np.uint8]:
    kind = rng.random()
    if kind < 0.07:
        return _dotted(rng, ink)
    ink = _weighted(rng, ink)
    if kind < 0.22:
        return _eroded(rng, ink)
    if kind < 0.27:
        return _banded(rng, ink)
    return ink


def _places(
    rng: np.random.Generator, count: int, pitch: float, *, loose: bool
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    spread_x, spread_y = (0.04, 0.06) if loose else (0.012, 0.012)
    xs = _MARGIN_PX + pitch * (np.arange(count) + 0.5) + rng.normal(0, spread_x * pitch, count)
    ys = CANVAS_HEIGHT_PX / 2 + rng.normal(0, spread_y * MASTER_CAP_PX, count)
    return xs, ys


def print_line(rng: np.random.Generator, glyph_sets: Sequence[GlyphSet], text: str, other_text: str) -> PrintedLine:
    """Print `text` in a random face and, sometimes, `other_text` above or below it. Deterministic in `rng`."""
    weights = np.array([glyphs.weight for glyphs in glyph_sets])
    chosen = glyph_sets[int(rng.choice(len(glyph_sets), p=weights / weights.sum()))]
    masks = _widened(rng, chosen.masks)
    loose = rng.random() < 0.15
    pitch = MASTER_PITCH_PX * float(np.clip(rng.normal(1.0, 0.07), 0.8, 1.25))
    xs, ys = _places(rng, len(text), pitch, loose=loose)
    canvas = np.zeros((CANVAS_HEIGHT_PX, round(len(text) * pitch) + 2 * _MARGIN_PX + CELL_WIDTH_PX), np.uint8)
    _paste(canvas, masks, text, xs, ys)
    if loose:  # uneven ribbon
        shade = _noise(rng, canvas.shape, pitch * 1.2)
        canvas = (canvas * np.clip(0.85 + 0.22 * shade, 0.25, 1)).astype(np.uint8)
    for side in (-1, 1):
        if rng.random() < 0.3:
            distance = side * MASTER_CAP_PX * rng.uniform(1.35, 2.2)
            _paste(canvas, masks, other_text[: len(text)].ljust(len(text), "<"), xs, ys + distance)
    classes = np.array([_INDEX[char] for char in text])
    return PrintedLine(_fault(rng, canvas), classes, xs, pitch)
