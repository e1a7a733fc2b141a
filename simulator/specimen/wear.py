"""Damage and honest use: creases, a water stain, scuffs, a torn corner."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from simulator.specimen.box import Box
from simulator.specimen.page import Pixels
from simulator.specimen.view import Light
from verifier.reading.opencv import cv2

_Plane = NDArray[np.float32]


def _coordinates(pixels: Pixels, field: Box) -> tuple[_Plane, _Plane]:
    """x and y in mm of every pixel's middle: rows of y, columns of x."""
    height, width = pixels.shape[:2]
    x = field.left_mm + (np.arange(width, dtype=np.float32) + 0.5) / width * field.width_mm
    y = field.top_mm + (np.arange(height, dtype=np.float32) + 0.5) / height * field.height_mm
    return x[None, :], y[:, None]


def creased(pixels: Pixels, field: Box, whole: Box, severity: float, seed: int) -> Pixels:
    """Folds across the page: a light line with a dark side."""
    rng = np.random.default_rng(seed)
    x, y = _coordinates(pixels, field)
    shade = np.ones(pixels.shape[:2], np.float32)
    for _ in range(1 + round(2 * severity)):
        angle = rng.uniform(0, np.pi)
        at = (rng.uniform(0.2, 0.8) * whole.width_mm, rng.uniform(0.15, 0.6) * whole.height_mm)
        d = (x - at[0]) * np.sin(angle) - (y - at[1]) * np.cos(angle)
        d = d + 0.25 * np.sin((x + y) * 0.9)
        shade += severity * (0.35 * np.exp(-((d / 0.12) ** 2)) - 0.22 * np.exp(-(((d - 0.35) / 0.35) ** 2)))
    return np.asarray(np.clip(pixels * shade[..., None], 0, 255), dtype=np.uint8)


def stained(pixels: Pixels, field: Box, whole: Box, severity: float, seed: int, light: Light) -> Pixels:
    """A dried water stain with a brown rim; it shows as a dull patch under ultraviolet."""
    rng = np.random.default_rng(seed + 1)
    x, y = _coordinates(pixels, field)
    cx, cy = rng.uniform(0.35, 0.8) * whole.width_mm, rng.uniform(0.05, 0.4) * whole.height_mm
    angle = np.arctan2(y - cy, x - cx)
    ragged = 1 + 0.14 * np.sin(3 * angle + 1) + 0.08 * np.sin(7 * angle + 2) + 0.04 * np.sin(13 * angle)
    d = np.hypot(x - cx, (y - cy) * 1.2) / (whole.width_mm * (0.10 + 0.14 * severity) * ragged)
    inside = np.clip((1 - d) * 14, 0, 1)
    rim = np.exp(-(((d - 1) / 0.035) ** 2))
    share = (severity * (0.16 * inside + 0.42 * rim))[..., None]
    tone = {Light.VISIBLE: (58, 100, 142), Light.UV: (120, 110, 60), Light.IR: (150, 150, 150)}[light]
    mixed = pixels + (np.array(tone, np.float32) - pixels) * share
    return np.asarray(np.clip(mixed, 0, 255), dtype=np.uint8)


def scuffed(pixels: Pixels, field: Box, whole: Box, severity: float, seed: int) -> Pixels:
    """Fine scratches and rubbed edges: what years in a pocket do."""
    rng = np.random.default_rng(seed + 2)
    result = pixels.copy()
    px_per_mm = pixels.shape[1] / field.width_mm
    layer = np.zeros(pixels.shape[:2], np.uint8)
    for _ in range(round(14 + 50 * severity)):
        start = np.array([rng.uniform(0, whole.width_mm), rng.uniform(0, whole.height_mm)])
        angle, long = rng.normal(0.4, 0.5), rng.uniform(1, 9)
        stop = start + long * np.array([np.cos(angle), np.sin(angle)])
        ends = [
            ((each - (field.left_mm, field.top_mm)) * px_per_mm * 16).astype(int).tolist() for each in (start, stop)
        ]
        cv2.line(layer, ends[0], ends[1], int(rng.integers(40, 150)), 1, cv2.LINE_AA, 4)
    share = layer.astype(np.float32)[..., None] / 255 * 0.5 * severity
    x, y = _coordinates(pixels, field)
    edge = np.minimum(np.minimum(x, whole.width_mm - x), np.minimum(y, whole.height_mm - y))
    rubbed = (np.exp(-edge / (0.5 + 0.9 * severity)) * 0.5 * severity)[..., None]
    mixed = result + (232 - result.astype(np.float32)) * share
    mixed = mixed + (214 - mixed) * rubbed
    return np.asarray(np.clip(mixed, 0, 255), dtype=np.uint8)


def torn(pixels: Pixels, field: Box, whole: Box, severity: float, seed: int) -> Pixels:
    """The upper right corner is gone, with a white torn edge."""
    rng = np.random.default_rng(seed + 3)
    x, y = _coordinates(pixels, field)
    reach = 5 + 9 * severity
    wander = np.interp(x - y, np.linspace(-200, 200, 160), rng.normal(0, 0.5, 160)).astype(np.float32)
    d = (whole.width_mm - x) + y - reach + wander
    result = pixels.copy()
    result[(d > -0.1) & (d < 0.55)] = (236, 240, 242)
    result[d <= -0.1] = (22, 22, 22)
    return result
