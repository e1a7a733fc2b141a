"""Light on skin: several soft lamps, shade in hollows, light that spreads under the skin, a little shine."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verifier.reading.opencv import cv2

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lamp:
    """Direction towards the lamp in camera axes, linear colour, and how far it wraps around (0 hard … 1 a dome)."""

    towards: tuple[float, float, float]
    colour: tuple[float, float, float]
    wrap: float = 0.4


@dataclass(frozen=True, slots=True)
class Lighting:
    """Lamps, light from everywhere, and two tones of the backdrop (sRGB 0 … 1)."""

    lamps: tuple[Lamp, ...]
    ambient: tuple[float, float, float]
    backdrop: tuple[tuple[float, float, float], tuple[float, float, float]]


STUDIO = Lighting(
    (
        Lamp((-0.45, 0.42, 0.85), (0.62, 0.60, 0.57), 0.45),
        Lamp((0.65, 0.25, 0.75), (0.30, 0.30, 0.31), 0.6),
        Lamp((0.0, 0.95, 0.25), (0.22, 0.22, 0.23), 0.5),
    ),
    (0.26, 0.265, 0.28),
    ((0.93, 0.94, 0.95), (0.85, 0.87, 0.89)),
)
COUNTER = Lighting(
    (
        Lamp((0.55, 0.75, 0.45), (0.66, 0.67, 0.66), 0.3),
        Lamp((-0.75, 0.1, 0.65), (0.20, 0.22, 0.25), 0.6),
        Lamp((0.1, -0.5, 0.8), (0.10, 0.10, 0.11), 0.8),
    ),
    (0.22, 0.235, 0.25),
    ((0.62, 0.66, 0.69), (0.45, 0.49, 0.53)),
)


def unit(vector: Array) -> Array:
    """Vectors of length one."""
    return np.asarray(vector / np.maximum(np.linalg.norm(vector, axis=-1, keepdims=True), 1e-12))


def hollows(nearness: Array, scale: float) -> Array:
    """How open every place is, 0 … 1: shaded where the surroundings are nearer to the camera. `scale` px per dm."""
    there = np.isfinite(nearness)
    far = nearness[there].min() - 0.2
    depth = np.where(there, nearness, far)
    open_ = np.ones_like(depth)
    for radius, strength in ((0.05, 2.6), (0.14, 1.2), (0.36, 0.55)):
        sigma = radius * scale
        weight = cv2.GaussianBlur(there.astype(np.float64), (0, 0), sigma)
        blurred = cv2.GaussianBlur(np.where(there, depth, 0), (0, 0), sigma) / np.maximum(weight, 1e-3)
        open_ *= np.exp(-strength * np.clip((blurred - depth) / radius, 0, 1.2) * 0.9)
    return open_


def roughened(normals: Array, height: Array, scale: float, mask: NDArray[np.bool_]) -> Array:
    """Normals tilted by a relief (dm)."""
    relief = np.where(mask, height, 0) * scale
    dx = cv2.Sobel(relief, cv2.CV_64F, 1, 0, ksize=3) / 8
    dy = cv2.Sobel(relief, cv2.CV_64F, 0, 1, ksize=3) / 8
    tilted = normals.copy()
    tilted[..., 0] -= np.clip(dx, -0.5, 0.5)
    tilted[..., 1] += np.clip(dy, -0.5, 0.5)
    return unit(tilted)


def diffuse(normals: Array, open_: Array, lighting: Lighting) -> Array:
    """Light that falls on every place, linear RGB."""
    total = np.array(lighting.ambient) * (0.35 + 0.65 * open_)[..., None] * (0.8 + 0.2 * normals[..., 1:2])
    for lamp in lighting.lamps:
        cosine = normals @ unit(np.array(lamp.towards))
        lit = np.clip((cosine + lamp.wrap) / (1 + lamp.wrap), 0, None) ** 1.15
        total = total + (lit * (0.30 + 0.70 * open_))[..., None] * np.array(lamp.colour)
    return np.asarray(total)


def shine(normals: Array, lighting: Lighting, *, hard: float, strength: Array | float) -> Array:
    """Reflected lamps, linear RGB; `hard` is the exponent."""
    total = np.zeros((*normals.shape[:-1], 3))
    for lamp in lighting.lamps:
        half = unit(unit(np.array(lamp.towards)) + np.array([0.0, 0.0, 1.0]))
        total += (np.clip(normals @ half, 0, 1) ** hard)[..., None] * np.array(lamp.colour)
    edge = 0.04 + 0.96 * (1 - np.clip(normals[..., 2], 0, 1)) ** 5
    amount = np.asarray(strength)[..., None] if np.ndim(strength) else strength
    return np.asarray(total * amount * (1 + 6 * (edge[..., None] - 0.04)))


def spread(light: Array, mask: NDArray[np.bool_], scale: float) -> Array:
    """Light travels further under the skin the redder it is."""
    out = light.copy()
    share = mask.astype(np.float64)
    for channel, reach in enumerate((0.030, 0.013, 0.008)):
        sigma = reach * scale
        weight = np.maximum(cv2.GaussianBlur(share, (0, 0), sigma), 1e-3)
        blurred = cv2.GaussianBlur(np.where(mask, light[..., channel], 0), (0, 0), sigma) / weight
        out[..., channel] = np.where(mask, 0.25 * light[..., channel] + 0.75 * blurred, light[..., channel])
    return out


def to_srgb(linear: Array) -> Array:
    """Linear light to display values, with a gentle shoulder; 0 … 1."""
    x = np.clip(linear, 0, None)
    x = np.where(x > 0.7, 0.7 + 0.3 * np.tanh((x - 0.7) / 0.3 * 0.8), x)
    return np.asarray(np.where(x <= 0.0031308, 12.92 * x, 1.055 * np.clip(x, 1e-9, 1) ** (1 / 2.4) - 0.055))
