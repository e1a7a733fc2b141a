"""One training example: a rectified 24 px strip and, for each model column, the character whose middle lies there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from training.ocrb.capture import capture
from training.ocrb.glyphs import MASTER_CAP_PX, GlyphSet
from training.ocrb.paper import draw_paper, lay_over
from training.ocrb.print_line import CANVAS_HEIGHT_PX, PrintedLine, print_line
from training.ocrb.texts import draw_text
from verifier.reading.alphabet import ALPHABET, BLANK, CAP_HEIGHT_PX, COLUMN_STRIDE_PX, STRIP_HEIGHT_PX
from verifier.reading.opencv import cv2

STRIP_WIDTH_PX: Final = 384
IGNORED: Final = -100  # torch's cross entropy leaves these columns out
# These look like some character when turned by 180°, so an upside-down strip says nothing about them.
_TURNABLE: Final = frozenset("0689HIMNOSWXZ")
_INNER_PITCH: Final = 0.27
_OUTER_PITCH: Final = 0.40


@dataclass(frozen=True, slots=True)
class Example:
    """`strip` (24, 384) uint8; `labels` (96,) int64 with classes 0…37 or IGNORED."""

    strip: NDArray[np.uint8]
    labels: NDArray[np.int64]


def _capture_height(rng: np.random.Generator) -> float:
    """Character height at the device, px: half the examples are low resolution."""
    low, high = (6.2, 12.0) if rng.random() < 0.5 else (12.0, 34.0)
    return float(np.exp(rng.uniform(np.log(low), np.log(high))))


def _photographed(
    rng: np.random.Generator, line: PrintedLine, cap_px: float
) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    """Image at capture scale and the 2x3 matrix from canvas to it."""
    scale = cap_px / MASTER_CAP_PX
    matrix = np.array(
        [[scale * rng.uniform(0.94, 1.06), 0, rng.uniform(0, 1)], [0, scale, rng.uniform(0, 1)]], np.float64
    )
    size = (int(line.ink.shape[1] * matrix[0, 0]) + 2, int(CANVAS_HEIGHT_PX * scale) + 2)
    soft = line.ink if scale > 0.8 else cv2.GaussianBlur(line.ink, (0, 0), rng.uniform(0.25, 0.5) / scale)
    ink = cv2.warpAffine(soft, matrix, size, flags=cv2.INTER_LINEAR).astype(np.float32) / 255
    contrast = float(rng.uniform(25, 110) if rng.random() < 0.35 else rng.uniform(80, 235))
    level = float(rng.uniform(contrast, 255)) if contrast < 250 else 255.0
    paper = draw_paper(rng, (size[1], size[0]), level, contrast)
    scene = paper * (1 - ink) + (level - contrast) * ink
    lay_over(rng, scene, contrast)
    return capture(rng, scene, cap_px), matrix


def _rectified(
    rng: np.random.Generator, image: NDArray[np.uint8], cap_px: float, start_px: float
) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    """Cut the strip as an imperfect locator would: wrong by some scale, height, slope and bend."""
    zoom = CAP_HEIGHT_PX / cap_px * float(np.clip(rng.normal(1, 0.09), 0.78, 1.28))
    stretch = zoom * float(np.clip(rng.normal(1, 0.05), 0.85, 1.18))
    slope = rng.normal(0, 0.012)
    matrix = np.array([[stretch, 0, -start_px * stretch], [slope * zoom, zoom, 0]], np.float64)
    middle = (start_px + STRIP_WIDTH_PX / 2 / stretch, CANVAS_HEIGHT_PX * cap_px / MASTER_CAP_PX / 2)
    matrix[1, 2] = STRIP_HEIGHT_PX / 2 + rng.normal(0, 1.3) - matrix[1, 0] * middle[0] - zoom * middle[1]
    method = cv2.INTER_AREA if zoom < 0.5 else (cv2.INTER_LINEAR if rng.random() < 0.5 else cv2.INTER_CUBIC)
    if zoom < 0.75:
        image = np.asarray(cv2.GaussianBlur(image, (0, 0), 0.35 / zoom), dtype=np.uint8)
        method = cv2.INTER_LINEAR
    border = cv2.BORDER_REPLICATE if rng.random() < 0.7 else cv2.BORDER_CONSTANT
    size = (STRIP_WIDTH_PX, STRIP_HEIGHT_PX)
    fill = float(rng.uniform(0, 255))
    strip = cv2.warpAffine(image, matrix, size, flags=method, borderMode=border, borderValue=fill)
    return np.asarray(strip, dtype=np.uint8), matrix


def _bent(rng: np.random.Generator, strip: NDArray[np.uint8]) -> NDArray[np.uint8]:
    columns = np.arange(STRIP_WIDTH_PX, dtype=np.float32)
    bend = rng.uniform(0.5, 1.8) * np.sin(columns / rng.uniform(60, 250) + rng.uniform(0, 6.3))
    rows = np.arange(STRIP_HEIGHT_PX, dtype=np.float32)[:, None] + bend[None, :].astype(np.float32)
    grid = np.broadcast_to(columns[None, :], rows.shape)
    return np.asarray(
        cv2.remap(strip, np.ascontiguousarray(grid), rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    )


def label_columns(classes: NDArray[np.int64], centres_px: NDArray[np.float64], pitch_px: float) -> NDArray[np.int64]:
    """Class for each column of a strip; columns half-way off a character's middle are IGNORED."""
    columns = np.arange(STRIP_WIDTH_PX // COLUMN_STRIDE_PX) * COLUMN_STRIDE_PX + (COLUMN_STRIDE_PX - 1) / 2
    distance = np.abs(columns[:, None] - centres_px[None, :]) / pitch_px
    nearest = distance.argmin(axis=1)
    closest = distance[np.arange(len(columns)), nearest]
    labels = np.where(closest < _INNER_PITCH, classes[nearest], BLANK)
    labels[(closest >= _INNER_PITCH) & (closest < _OUTER_PITCH)] = IGNORED
    half = 0.45 * pitch_px
    cut = (centres_px < half) | (centres_px > STRIP_WIDTH_PX - half)
    labels[cut[nearest] & (closest < 0.6)] = IGNORED
    return labels.astype(np.int64)


def _turned(example: Example) -> Example:
    """Upside down: nothing there is a character, save what can't be told."""
    doubtful = np.array([char in _TURNABLE for char in ALPHABET] + [False])
    labels = np.where(example.labels == IGNORED, BLANK, example.labels)
    labels = np.where(doubtful[labels], IGNORED, BLANK)[::-1]
    return Example(np.ascontiguousarray(example.strip[::-1, ::-1]), labels.astype(np.int64).copy())


def _lettering(rng: np.random.Generator, width: int, height: int) -> NDArray[np.uint8]:
    """Lower-case print in OpenCV's stroke faces: page text that is no MRZ."""
    scene = np.full((height, width), int(rng.uniform(120, 255)), np.uint8)
    letters = "abcdefghijklmnopqrstuvwxyz      "
    text = "".join(letters[i] for i in rng.integers(0, len(letters), 60))
    place = (int(rng.uniform(-10, 20)), int(height / 2 + rng.uniform(2, 9)))
    size = rng.uniform(0.35, 0.9)
    cv2.putText(
        scene,
        text,
        place,
        int(rng.integers(0, 5)),
        size,
        int(rng.uniform(0, 90)),
        1 + int(rng.random() < 0.4),
        cv2.LINE_AA,
    )
    return scene


def _nothing(rng: np.random.Generator) -> Example:
    """No MRZ at all: page text, guilloche, picture-like texture."""
    shape = (STRIP_HEIGHT_PX, STRIP_WIDTH_PX)
    contrast = float(rng.uniform(40, 200))
    scene = draw_paper(rng, shape, rng.uniform(60, 255), contrast)
    if rng.random() < 0.6:
        scene = np.minimum(scene, _lettering(rng, STRIP_WIDTH_PX, STRIP_HEIGHT_PX).astype(np.float32))
    lay_over(rng, scene, contrast)
    labels = np.full(STRIP_WIDTH_PX // COLUMN_STRIDE_PX, BLANK, np.int64)
    return Example(capture(rng, scene, CAP_HEIGHT_PX), labels)


def draw_example(rng: np.random.Generator, glyph_sets: Sequence[GlyphSet]) -> Example:
    """A random example, a function of `rng` alone."""
    if rng.random() < 0.03:
        return _nothing(rng)
    text = draw_text(rng)
    first = int(rng.integers(0, max(len(text) - 20, 1))) if rng.random() < 0.8 else 0
    text = text[first : first + 30]
    line = print_line(rng, glyph_sets, text, draw_text(rng))
    cap_px = _capture_height(rng)
    image, to_image = _photographed(rng, line, cap_px)
    start_px = rng.uniform(0, 3.5) * line.pitch_px * to_image[0, 0]
    strip, to_strip = _rectified(rng, image, cap_px, start_px)
    if rng.random() < 0.12:
        strip = _bent(rng, strip)
    centres = (line.centres_px * to_image[0, 0] + to_image[0, 2]) * to_strip[0, 0] + to_strip[0, 2]
    pitch = line.pitch_px * to_image[0, 0] * to_strip[0, 0]
    example = Example(strip, label_columns(line.classes, centres, pitch))
    return _turned(example) if rng.random() < 0.04 else example
