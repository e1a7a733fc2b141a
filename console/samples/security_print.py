"""What makes a drawn page look like a document: fine line patterns, a rosette, a portrait that is nobody's."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from console.samples.documents import Look
from verifier.reading.opencv import cv2

Pixels = NDArray[np.uint8]  # RGB, height x width x 3
_FINE = 4  # bits of sub-pixel precision that OpenCV's line drawing takes


def _mixed(first: tuple[int, int, int], second: tuple[int, int, int], share: float) -> tuple[int, int, int]:
    red, green, blue = (round(a * (1 - share) + b * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def _draw(page: Pixels, x_px: NDArray[np.float64], y_px: NDArray[np.float64], colour: tuple[int, int, int]) -> None:
    points = np.round(np.stack((x_px, y_px), axis=1) * 2**_FINE).astype(np.int32)
    cv2.polylines(page, [points.reshape(-1, 1, 2)], False, colour, 1, cv2.LINE_AA, _FINE)


def guilloche(height_px: int, width_px: int, look: Look, seed: int) -> Pixels:
    """Paper with two families of waves and a rosette, all pale enough to print on."""
    random = np.random.default_rng(seed)
    page = np.empty((height_px, width_px, 3), dtype=np.uint8)
    across = np.linspace(0, 1, width_px)
    deep = np.array(_mixed(look.paper, look.line, 0.12))
    page[:] = np.asarray(look.paper) * (1 - across)[None, :, None] + deep * across[None, :, None]
    x_px = np.linspace(0, width_px, 400)
    for colour, slope in ((_mixed(look.paper, look.line, 0.32), 0.05), (_mixed(look.paper, look.accent, 0.2), -0.06)):
        phase, waves = random.uniform(0, 6.28), random.uniform(2.5, 4.5)
        for start_px in np.arange(-0.15 * height_px, 1.2 * height_px, 9.0):
            swing = 14 * np.sin(2 * np.pi * waves * x_px / width_px + phase + start_px * 0.012)
            swell = 6 * np.sin(2 * np.pi * 1.3 * x_px / width_px + start_px * 0.03)
            _draw(page, x_px, start_px + swing + swell + slope * x_px, colour)
    rosette(page, (0.72 * width_px, 0.42 * height_px), 0.3 * height_px, _mixed(look.paper, look.line, 0.4))
    return page


def rosette(page: Pixels, centre_px: tuple[float, float], radius_px: float, colour: tuple[int, int, int]) -> None:
    """Interlaced loops around a centre, as on banknotes."""
    angle = np.linspace(0, 2 * np.pi, 1400)
    for step in range(9):
        inner = radius_px * (0.45 + 0.06 * step)
        radius = inner + 0.16 * radius_px * np.cos(18 * angle + step * 0.5)
        _draw(page, centre_px[0] + radius * np.cos(angle), centre_px[1] + radius * np.sin(angle), colour)


def portrait(height_px: int, width_px: int, look: Look) -> Pixels:
    """A bust in flat colours: head, hair, shoulders, soft light. Nobody's face, and no features."""
    scale = 3  # drawn large and shrunk, for smooth edges
    height, width = height_px * scale, width_px * scale
    shade = np.linspace(238, 206, height)[:, None, None]
    photo = np.broadcast_to(shade, (height, width, 3)).astype(np.uint8).copy()
    middle, eyes = width // 2, round(0.42 * height)
    head = (round(0.205 * width), round(0.215 * height))
    if look.long_hair:
        cv2.ellipse(
            photo, (middle, round(0.5 * height)), (round(0.3 * width), round(0.34 * height)), 0, 0, 360, look.hair, -1
        )
    cv2.ellipse(
        photo, (middle, round(1.08 * height)), (round(0.47 * width), round(0.34 * height)), 0, 0, 360, look.clothes, -1
    )
    neck = _mixed(look.skin, (60, 40, 30), 0.22)
    cv2.ellipse(photo, (middle, round(0.7 * height)), (round(0.1 * width), round(0.14 * height)), 0, 0, 360, neck, -1)
    cv2.ellipse(photo, (middle, eyes), (head[0] + 14, head[1] + 10), 0, 180, 360, look.hair, -1)
    cv2.ellipse(photo, (middle, eyes + round(0.02 * height)), head, 0, 0, 360, look.skin, -1)
    fringe = (round(0.19 * width), round(0.1 * height))
    cv2.ellipse(photo, (middle, round(0.285 * height)), fringe, 0, 180, 360, look.hair, -1)
    side_light = np.linspace(1.05, 0.9, width)[None, :, None]
    soft = cv2.GaussianBlur(photo, (0, 0), scale * 1.2).astype(np.float64) * side_light
    small = cv2.resize(soft, (width_px, height_px), interpolation=cv2.INTER_AREA)
    return np.clip(small, 0, 255).astype(np.uint8)


def on_a_table(page: Pixels, skew_deg: float, seed: int) -> Pixels:
    """The page photographed from above on a wooden table: askew, unevenly lit, a little blurred and noisy."""
    random = np.random.default_rng(seed)
    height_px, width_px = page.shape[:2]
    margin_px = 70
    size = (width_px + 2 * margin_px, height_px + 2 * margin_px)
    grain = cv2.resize(random.normal(0, 7, (size[1] // 3, 12)), size, interpolation=cv2.INTER_CUBIC)
    table = np.clip(np.array([124.0, 92.0, 66.0]) + grain[..., None], 0, 255).astype(np.uint8)
    matrix = cv2.getRotationMatrix2D((width_px / 2, height_px / 2), skew_deg, 0.97)
    matrix[:, 2] += margin_px
    laid = cv2.warpAffine(page, matrix, size, flags=cv2.INTER_CUBIC)
    mask = cv2.warpAffine(np.full((height_px, width_px), 255, np.uint8), matrix, size)[..., None] / 255
    shadow = cv2.GaussianBlur(mask, (0, 0), 9)[..., None]
    scene = table * (1 - 0.45 * shadow) * (1 - mask) + laid * mask
    rows, columns = np.mgrid[0 : size[1], 0 : size[0]]
    light = 1.06 - 0.2 * np.hypot(columns / size[0] - 0.35, rows / size[1] - 0.4)
    scene = cv2.GaussianBlur(scene * light[..., None], (0, 0), 0.7) + random.normal(0, 1.2, scene.shape)
    seen: NDArray[np.float64] = np.clip(scene, 0, 255)
    return seen.astype(np.uint8)
