"""How ink lies on paper, seen through a loupe: solid lines of offset, dots of an ink-jet, ink that ran."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from simulator.specimen.page import Pixels
from verifier.reading.opencv import cv2

_DOTS_PER_MM = 12.0  # what a desktop ink-jet lays down, roughly


def inkjet(pixels: Pixels, px_per_mm: float, seed: int, origin_mm: tuple[float, float] = (0.0, 0.0)) -> Pixels:
    """The same picture copied by a colour ink-jet: scanned at 300 dots an inch, then cyan, magenta and yellow drops.

    Without a loupe it only looks duller and coarser.
    """
    soft = cv2.GaussianBlur(pixels, (0, 0), max(px_per_mm / 13.0, 0.5))
    blurred = np.asarray(soft, dtype=np.float32) / np.float32(255)
    if px_per_mm < 2 * _DOTS_PER_MM:
        rng = np.random.default_rng(seed)
        grain = rng.normal(0, 0.022, blurred.shape).astype(np.float32)
        return np.asarray(np.clip((blurred * 0.95 + 0.03 + grain) * 255, 0, 255), dtype=np.uint8)
    step = px_per_mm / _DOTS_PER_MM
    height, width = pixels.shape[:2]
    page = np.full(pixels.shape, 0.97, np.float32)
    for channel, ink in enumerate(((0.25, 0.95, 1.0), (0.55, 0.15, 0.93), (0.90, 0.72, 0.05))):  # BGR of Y, M, C
        drops = _drops(np.float32(1) - blurred[..., channel], step, seed + channel, origin_mm, px_per_mm)
        page *= 1 - drops[:height, :width, None] * (1 - np.array(ink, np.float32))
    return np.asarray(np.clip(cv2.GaussianBlur(page, (0, 0), 0.6) * 255, 0, 255), dtype=np.uint8)


def _drops(
    density: NDArray[np.float32], step: float, seed: int, origin_mm: tuple[float, float], px_per_mm: float
) -> NDArray[np.float32]:
    """Coverage by round drops that fall where a random threshold lies below the density."""
    rng = np.random.default_rng(seed + round(origin_mm[0] * 7 + origin_mm[1] * 13))
    height, width = density.shape
    rows, columns = int(height / step) + 1, int(width / step) + 1
    grid = cv2.resize(density, (columns, rows), interpolation=cv2.INTER_AREA)
    fallen = np.argwhere(grid * 1.05 > rng.random(grid.shape) * 0.98 + 0.02)
    canvas = np.zeros((height, width), np.uint8)
    places = (fallen[:, ::-1] + 0.5 + rng.normal(0, 0.22, fallen.shape)) * step
    radius = rng.uniform(0.42, 0.62, len(fallen)) * step
    for (x, y), size in zip((places * 16).astype(int).tolist(), (radius * 16).astype(int).tolist(), strict=True):
        cv2.circle(canvas, (x, y), size, 255, -1, cv2.LINE_AA, 4)
    return np.asarray(canvas / 255, dtype=np.float32)


def offset_print(pixels: Pixels, px_per_mm: float, seed: int) -> Pixels:
    """What a loupe shows of genuine print: fibres of the paper and crisp lines."""
    rng = np.random.default_rng(seed)
    height, width = pixels.shape[:2]
    cells = (max(int(width / px_per_mm * 9), 2), max(int(height / px_per_mm * 9), 2))
    texture = cv2.resize(
        rng.normal(0, 1, cells[::-1]).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC
    )
    fine = cv2.GaussianBlur(rng.normal(0, 1, (height, width)).astype(np.float32), (0, 0), 0.8)
    shade = 1 + 0.013 * texture + 0.012 * fine
    return np.asarray(np.clip(pixels * shade[..., None], 0, 255), dtype=np.uint8)


def bled(pixels: Pixels, box_px: tuple[int, int, int, int], severity: float, px_per_mm: float, seed: int) -> Pixels:
    """Ink that ran in the wet within a box: dark strokes spread with feathered edges. BGR uint8."""
    left, top, right, bottom = (max(each, 0) for each in box_px)
    part = pixels[top:bottom, left:right]
    if part.size == 0:
        return pixels
    rng = np.random.default_rng(seed)
    reach = max((0.10 + 0.35 * severity) * px_per_mm, 0.6)
    size = part.shape[:2]
    wander = [
        cv2.GaussianBlur(rng.normal(0, 1, size).astype(np.float32), (0, 0), reach) * reach * reach * 1.6 for _ in "xy"
    ]
    rows, columns = np.mgrid[0 : size[0], 0 : size[1]].astype(np.float32)
    moved = cv2.remap(part, columns + wander[0], rows + wander[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    spread = np.minimum(cv2.erode(moved, np.ones((3, 3), np.uint8)), cv2.GaussianBlur(moved, (0, 0), reach))
    soft = cv2.GaussianBlur(spread, (0, 0), reach * 0.6)
    edge = np.zeros(size, np.float32)
    inset = max(round(0.8 * px_per_mm), 1)
    edge[inset:-inset, inset:-inset] = 1
    share = (cv2.GaussianBlur(edge, (0, 0), inset) * (0.5 + 0.5 * severity))[..., None]
    result = pixels.copy()
    result[top:bottom, left:right] = np.clip(part + (soft.astype(np.float32) - part) * share, 0, 255).astype(np.uint8)
    return result
