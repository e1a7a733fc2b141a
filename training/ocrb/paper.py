"""What lies under and over the print: tinted paper, guilloche, neighbouring pictures, stamps, glare, page edges."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from verifier.reading.opencv import cv2

Grey = NDArray[np.float32]


def smooth_noise(rng: np.random.Generator, shape: tuple[int, int], cell_px: float) -> Grey:
    """Standard normal noise with features about `cell_px` wide."""
    small = rng.standard_normal((max(int(shape[0] / cell_px), 2), max(int(shape[1] / cell_px), 2)), dtype=np.float32)
    return np.asarray(cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC))


def _guilloche(rng: np.random.Generator, paper: Grey, strength: float) -> None:
    height, width = paper.shape
    drawn = np.zeros(paper.shape, np.uint8)
    x = np.linspace(-5, width + 5, 40)
    amplitude, period = rng.uniform(0.1, 1.5) * height, rng.uniform(0.3, 4.0) * width
    slope = rng.normal(0, 0.15)
    spacing, phase_step = rng.uniform(0.05, 0.5) * height, rng.uniform(-0.4, 0.4)
    for index in range(-4, 14):
        y = index * spacing + slope * x + amplitude * np.sin(2 * np.pi * x / period + index * phase_step)
        points = (np.stack((x, y), axis=1) * 8).astype(np.int32)
        cv2.polylines(drawn, [points], isClosed=False, color=255, thickness=1, lineType=cv2.LINE_AA, shift=3)
    paper -= strength * drawn.astype(np.float32) / 255


def _stripes(rng: np.random.Generator, paper: Grey, strength: float) -> None:
    height, width = paper.shape
    angle, period = rng.uniform(0, np.pi), rng.uniform(2.0, 30.0)
    ramp = np.cos(angle) * np.arange(width)[None, :] + np.sin(angle) * np.arange(height)[:, None]
    paper += (strength * np.sin(2 * np.pi * ramp / period)).astype(np.float32)


def draw_paper(rng: np.random.Generator, shape: tuple[int, int], level: float, contrast: float) -> Grey:
    """Paper of mean grey `level`; its pattern stays below `contrast`, the step from paper to ink."""
    paper = np.full(shape, level, np.float32)
    if rng.random() < 0.7:
        paper += rng.uniform(0, 0.18) * contrast * smooth_noise(rng, shape, shape[0] * rng.uniform(0.3, 3.0))
    if rng.random() < 0.45:
        _guilloche(rng, paper, contrast * rng.uniform(0.05, 0.45))
    if rng.random() < 0.2:
        _guilloche(rng, paper, contrast * rng.uniform(-0.3, 0.3))
    if rng.random() < 0.15:
        _stripes(rng, paper, contrast * rng.uniform(0.03, 0.2))
    if rng.random() < 0.12:  # large pale letters of a country name or a seal
        _overprint(rng, paper, -contrast * rng.uniform(0.1, 0.35), thickness=max(shape[0] // 8, 1))
    return paper


def _overprint(rng: np.random.Generator, image: Grey, change: float, *, thickness: int) -> None:
    height, width = image.shape
    drawn = np.zeros(image.shape, np.uint8)
    for _ in range(int(rng.integers(1, 4))):
        start = rng.uniform((-0.1, -0.5), (1.1, 1.5)) * (width, height)
        turns = rng.uniform(-1.2, 1.2, (6, 2)) * height
        points = (start + np.cumsum(turns, axis=0)).astype(np.int32)
        cv2.polylines(
            drawn, [points], isClosed=bool(rng.random() < 0.3), color=255, thickness=thickness, lineType=cv2.LINE_AA
        )
    image += change * drawn.astype(np.float32) / 255


def _edge(rng: np.random.Generator, image: Grey) -> None:
    """The page ends beside or below the line; beyond it lies a table or a scanner lid."""
    height, width = image.shape
    beyond = rng.uniform(0, 255)
    side = int(rng.integers(0, 4))
    if side < 2:
        cut = int(height * rng.uniform(0.0, 0.24))
        rows = slice(0, cut) if side == 0 else slice(height - cut, height)
        image[rows] = beyond
    else:
        cut = int(width * rng.uniform(0.0, 0.06))
        columns = slice(0, cut) if side == 2 else slice(width - cut, width)
        image[:, columns] = beyond


def _lines(rng: np.random.Generator, image: Grey, contrast: float) -> None:
    height, width = image.shape
    for _ in range(int(rng.integers(1, 3))):
        if rng.random() < 0.5:
            row = int(rng.choice((rng.uniform(0, 0.25), rng.uniform(0.75, 1.0))) * height)
            image[row : row + 1 + height // 40] -= contrast * rng.uniform(0.2, 1)
        else:
            column = int(rng.uniform(0, 1) * width)
            image[:, column : column + 1] -= contrast * rng.uniform(0.1, 0.6)


def lay_over(rng: np.random.Generator, image: Grey, contrast: float) -> None:
    """Change `image` in place: stamps, ruled lines, page edges, glare, shadow."""
    height, width = image.shape
    if rng.random() < 0.15:
        _overprint(
            rng, image, -contrast * rng.uniform(0.1, 0.55), thickness=int(rng.integers(1, max(2, height // 10) + 1))
        )
    if rng.random() < 0.08:
        _lines(rng, image, contrast)
    if rng.random() < 0.15:
        _edge(rng, image)
    if rng.random() < 0.1:
        centre, radius = rng.uniform(0, width), rng.uniform(0.3, 3) * height
        bump = np.exp(-(((np.arange(width) - centre) / radius) ** 2))[None, :].astype(np.float32)
        image += bump * rng.uniform(0.2, 0.9) * (255 - image)
    if rng.random() < 0.15:
        ramp = np.linspace(rng.uniform(0.55, 1), 1, width, dtype=np.float32)
        image *= ramp[None, ::-1] if rng.random() < 0.5 else ramp[None, :]
