"""Bands of dense, dark, small print in an image: where an MRZ may stand. The locator for general OCR engines.

Black top-hat, horizontal gradient, closing, Otsu, contours: the recipe that is widely published for passports, here
with skew taken out, several candidates, and both ways of holding the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verifier.model.reading import Quad
from verifier.reading.opencv import cv2

_SEARCH_WIDTH_PX = 800
_BAND_WIDTH_PX = 1200  # about 27 px a character on a passport, 40 on a card: what Tesseract reads best
_MOST_BANDS = 4
_LINE_GAP_PX = (45, 3)
_BLOCK_GAP_PX = (25, 17)
_LEAST_WIDTH = 0.3  # of the page
_LEAST_ASPECT = 3.5  # three lines of a card, blurred together, are about 5 : 1
_STRIP_ASPECT = 4.0  # an image this flat is itself a band

Grey = NDArray[np.uint8]
Corners = NDArray[np.float32]  # 4 x 2, x and y: top-left, top-right, bottom-right, bottom-left of the band


@dataclass(frozen=True, slots=True)
class Band:
    """A candidate, cut out and straightened: grey, dark print on light, reading from left to right or upside down.

    `rotation_deg` is how far clockwise the page was turned: 0, or 90 when it lies on its side.
    """

    pixels: Grey
    quad: Quad
    rotation_deg: float


def find_bands(image: NDArray[np.uint8]) -> Iterator[Band]:
    """Candidates, likeliest first: those of the page as it is, then of the page turned by a quarter.

    `image` is BGR uint8, height x width x 3. Coordinates of the quads are those of `image`.
    """
    grey = np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    height_px, width_px = grey.shape
    turned = np.asarray(cv2.rotate(grey, cv2.ROTATE_90_CLOCKWISE), dtype=np.uint8)
    for corners in _boxes(grey):
        yield _cut(grey, corners, _quad(corners), 0.0)
    for corners in _boxes(turned):
        # a point (x, y) of the turned page stands at (y, height - 1 - x) of the page itself
        back = np.stack((corners[:, 1], height_px - 1 - corners[:, 0]), axis=1)
        yield _cut(turned, corners, _quad(back), 90.0)
    if width_px >= _STRIP_ASPECT * height_px:
        whole = np.array(
            [[0, 0], [width_px - 1, 0], [width_px - 1, height_px - 1], [0, height_px - 1]], dtype=np.float32
        )
        yield _cut(grey, whole, _quad(whole), 0.0)


def _boxes(grey: Grey) -> list[Corners]:
    scale = _SEARCH_WIDTH_PX / grey.shape[1]
    height_px = round(grey.shape[0] * scale)
    if min(grey.shape) < 8 or not 16 <= height_px <= 8 * _SEARCH_WIDTH_PX:
        return []
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    small = np.asarray(cv2.resize(grey, (_SEARCH_WIDTH_PX, height_px), interpolation=how), dtype=np.uint8)
    ink = _dense_print(small)
    groups = _grouped([_TextBlock.around(each) for each in _contours(ink, _LINE_GAP_PX)])
    groups += [[_TextBlock.around(each)] for each in _contours(ink, _BLOCK_GAP_PX)]
    groups.sort(key=lambda each: (-min(len(each), 2), -max(block.length_px for block in each)))
    boxes = [_TextBlock.around(np.concatenate([block.outline for block in each])) for each in groups]
    fitting = [each for each in boxes if each.is_wide]
    return [_widened(each.corners) / np.float32(scale) for each in fitting[:_MOST_BANDS]]


@dataclass(frozen=True, slots=True)
class _TextBlock:
    """Print that hangs together: one line, or several that the closing merged."""

    outline: NDArray[np.int32]
    corners: Corners
    length_px: float
    depth_px: float

    @classmethod
    def around(cls, outline: NDArray[np.int32]) -> _TextBlock:
        corners = _corners(cv2.minAreaRect(outline))
        return cls(outline, corners, *_sides_px(corners))

    @property
    def is_wide(self) -> bool:
        """Long, flat and fairly level, as a line or an MRZ is."""
        rise_px = abs(float(self.corners[1][1] - self.corners[0][1]))
        wide = self.length_px >= _LEAST_WIDTH * _SEARCH_WIDTH_PX and self.depth_px >= 5
        return wide and self.length_px >= _LEAST_ASPECT * self.depth_px and rise_px < 0.5 * self.length_px

    def is_above(self, other: _TextBlock) -> bool:
        """Whether `other` can be the next line: about as long, starting about there, one line further down."""
        alike = 0.7 < self.length_px / max(other.length_px, 1.0) < 1.4
        aside_px = abs(float(other.corners[0][0] - self.corners[0][0]))
        gap_px = float(other.corners[:, 1].mean() - self.corners[:, 1].mean())
        return alike and aside_px < 0.25 * self.length_px and 0 < gap_px < 3.5 * max(self.depth_px, other.depth_px)


def _grouped(blocks: list[_TextBlock]) -> list[list[_TextBlock]]:
    lines = sorted((each for each in blocks if each.is_wide), key=lambda each: float(each.corners[:, 1].mean()))
    groups: list[list[_TextBlock]] = []
    for line in lines:
        above = next((group for group in groups if group[-1].is_above(line) and len(group) < 3), None)
        if above is None:
            groups.append([line])
        else:
            above.append(line)
    return groups


def _dense_print(small: Grey) -> Grey:
    """White where dark strokes follow each other closely along the line."""
    soft = cv2.GaussianBlur(small, (3, 3), 0)
    dark = cv2.morphologyEx(soft, cv2.MORPH_BLACKHAT, cv2.getStructuringElement(cv2.MORPH_RECT, (17, 9)))
    edges = np.abs(cv2.Sobel(dark, cv2.CV_32F, 1, 0, ksize=3))
    strokes = (edges * (255.0 / max(float(edges.max()), 1.0))).astype(np.uint8)
    wide = cv2.getStructuringElement(cv2.MORPH_RECT, (25, 3))
    words = cv2.morphologyEx(strokes, cv2.MORPH_CLOSE, wide)
    _, dense = cv2.threshold(words, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    return np.asarray(cv2.morphologyEx(dense, cv2.MORPH_OPEN, wide), dtype=np.uint8)


def _contours(ink: Grey, gap_px: tuple[int, int]) -> list[NDArray[np.int32]]:
    """Outlines of the pieces after gaps of up to `gap_px` (x, y) are closed."""
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_RECT, gap_px))
    found, _ = cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    return [np.asarray(each, dtype=np.int32) for each in found]


def _corners(rectangle: tuple[Sequence[float], Sequence[float], float]) -> Corners:
    """Corners of a rotated rectangle, its long side as near to level as it goes."""
    centre, (first_px, second_px), angle_deg = rectangle
    if first_px < second_px:
        first_px, second_px, angle_deg = second_px, first_px, angle_deg - 90
    angle = np.deg2rad((angle_deg + 90) % 180 - 90)
    along = np.array([np.cos(angle), np.sin(angle)]) * first_px / 2
    down = np.array([-np.sin(angle), np.cos(angle)]) * second_px / 2
    middle = np.array(centre)
    return np.array(
        [middle - along - down, middle + along - down, middle + along + down, middle - along + down], np.float32
    )


def _sides_px(corners: Corners) -> tuple[float, float]:
    return float(np.linalg.norm(corners[1] - corners[0])), float(np.linalg.norm(corners[3] - corners[0]))


def _widened(corners: Corners) -> Corners:
    """With room for the outer strokes, which the gradient loses, and for a last filler that it overlooked."""
    length_px, depth_px = _sides_px(corners)
    along = (corners[1] - corners[0]) / max(length_px, 1.0)
    down = (corners[3] - corners[0]) / max(depth_px, 1.0)
    aside, above = along * (12 + 0.03 * length_px), down * (6 + 0.1 * depth_px)
    signs = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    return np.array([c + aside * x + above * y for c, (x, y) in zip(corners, signs, strict=True)], np.float32)


def _cut(grey: Grey, corners: Corners, quad: Quad, rotation_deg: float) -> Band:
    length_px, depth_px = _sides_px(corners)
    width_px = _BAND_WIDTH_PX
    height_px = max(16, round(depth_px * width_px / max(length_px, 1.0)))
    goal = np.array([[0, 0], [width_px, 0], [width_px, height_px], [0, height_px]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), goal)
    pixels = cv2.warpPerspective(
        grey, matrix, (width_px, height_px), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return Band(np.asarray(pixels, dtype=np.uint8), quad, rotation_deg)


def _quad(corners: Corners) -> Quad:
    first, second, third, fourth = ((float(x), float(y)) for x, y in corners)
    return Quad((first, second, third, fourth))
