"""Ways to look at an image: turned by a quarter, skew taken out, scaled down; one matrix takes points back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from verifier.reading.opencv import cv2

Grey = NDArray[np.uint8]

_SKEW_SIDE_PX: Final = 320
_SKEWS_DEG: Final = tuple(range(-18, 19, 2))


@dataclass(frozen=True, slots=True)
class View:
    """`grey` as looked at; `to_image` (2x3) maps its points (x right, y down, px) to points of the whole image.

    `rotation_deg` is how far clockwise the image was turned, quarter and skew together.
    """

    grey: Grey
    to_image: NDArray[np.float64]
    rotation_deg: float

    def point_in_image(self, x_px: float, y_px: float) -> tuple[float, float]:
        """A point of this view in the whole image."""
        x, y = self.to_image @ (x_px, y_px, 1.0)
        return float(x), float(y)


@dataclass(frozen=True, slots=True)
class Pose:
    """A guess at how the text lies: turn the image by `quarter_turns` x 90° clockwise and then by `skew_deg`."""

    quarter_turns: int
    skew_deg: float
    strength: float = 0.0


def look(grey: Grey, pose: Pose, scale: float) -> View:
    """See `grey` in `pose`, `scale` times its size (at most 1: looking closer adds nothing)."""
    height, width = grey.shape
    small = grey
    if scale < 1:
        size = (max(round(width * scale), 1), max(round(height * scale), 1))
        small = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    shrink_x, shrink_y = small.shape[1] / width, small.shape[0] / height
    turned, back = _quarter(small, pose.quarter_turns)
    turned, back = _deskewed(turned, back, pose.skew_deg)
    # half-pixel centres: a pixel of the small image is the middle of a patch of the large one
    grow = np.array([[1 / shrink_x, 0, 0.5 / shrink_x - 0.5], [0, 1 / shrink_y, 0.5 / shrink_y - 0.5], [0, 0, 1]])
    return View(turned, (grow @ back)[:2], 90.0 * pose.quarter_turns + pose.skew_deg)


def _quarter(grey: Grey, turns: int) -> tuple[Grey, NDArray[np.float64]]:
    """The image turned clockwise, and the 3x3 matrix from the turned image back to it."""
    height, width = grey.shape
    if turns % 4 == 0:
        return grey, np.eye(3)
    if turns % 4 == 1:
        back = np.array([[0, 1, 0], [-1, 0, height - 1], [0, 0, 1]], np.float64)
        return np.asarray(cv2.rotate(grey, cv2.ROTATE_90_CLOCKWISE), dtype=np.uint8), back
    if turns % 4 == 2:
        back = np.array([[-1, 0, width - 1], [0, -1, height - 1], [0, 0, 1]], np.float64)
        return np.asarray(cv2.rotate(grey, cv2.ROTATE_180), dtype=np.uint8), back
    back = np.array([[0, -1, width - 1], [1, 0, 0], [0, 0, 1]], np.float64)
    return np.asarray(cv2.rotate(grey, cv2.ROTATE_90_COUNTERCLOCKWISE), dtype=np.uint8), back


def _deskewed(grey: Grey, back: NDArray[np.float64], skew_deg: float) -> tuple[Grey, NDArray[np.float64]]:
    """Turned clockwise by `skew_deg` on a canvas that holds every corner."""
    if abs(skew_deg) < 0.5:
        return grey, back
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), -skew_deg, 1.0)
    cos, sin = abs(matrix[0, 0]), abs(matrix[0, 1])
    new_width, new_height = int(width * cos + height * sin) + 1, int(width * sin + height * cos) + 1
    matrix[:, 2] += ((new_width - width) / 2, (new_height - height) / 2)
    turned = cv2.warpAffine(
        grey, matrix, (new_width, new_height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    whole = np.vstack((matrix, [0, 0, 1]))
    return np.asarray(turned, dtype=np.uint8), np.asarray(back @ np.linalg.inv(whole), dtype=np.float64)


def guess_poses(grey: Grey) -> list[Pose]:
    """Upright and sideways, each with its likeliest skew, likelier first.

    Lines of text, summed along their direction, make a row profile of sharp steps: the sharper, the likelier.
    """
    scale = min(1.0, 2.0 * _SKEW_SIDE_PX / max(grey.shape))
    size = (max(round(grey.shape[1] * scale), 1), max(round(grey.shape[0] * scale), 1))
    small = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    ink = np.asarray(cv2.morphologyEx(small, cv2.MORPH_BLACKHAT, np.ones((7, 7), np.uint8)), dtype=np.uint8)
    ink = np.minimum(ink, np.uint8(np.percentile(ink, 97))).astype(np.uint8)
    poses = [_best_skew(ink, 0), _best_skew(np.asarray(cv2.rotate(ink, cv2.ROTATE_90_CLOCKWISE)), 1)]
    return sorted(poses, key=lambda pose: -pose.strength)


def _best_skew(ink: Grey, quarter_turns: int) -> Pose:
    height, width = ink.shape
    half = cv2.resize(ink, (max(width // 2, 1), height), interpolation=cv2.INTER_AREA).astype(np.float32)
    strengths = []
    for skew in _SKEWS_DEG:
        # a shear moves whole columns, which is enough for a profile and cheaper than turning
        rise = float(np.tan(np.radians(skew))) * 2
        matrix = np.array([[1, 0, 0], [rise, 1, -rise * half.shape[1] / 2]], np.float64)
        sheared = cv2.warpAffine(half, matrix, (half.shape[1], height), flags=cv2.INTER_LINEAR)
        profile = sheared.sum(axis=1)
        strengths.append(float(np.square(np.diff(profile)).sum()))
    best = int(np.argmax(strengths))
    total = float(np.square(half.sum(axis=1)).sum()) + 1.0
    return Pose(quarter_turns, float(_SKEWS_DEG[best]), strengths[best] / total)
