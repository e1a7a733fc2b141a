"""Look at the print through a camera, a scanner or a web site: blur, sharpening, noise, JPEG, thresholds, rescaling."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from verifier.reading.opencv import cv2

Grey8 = NDArray[np.uint8]


def _motion(rng: np.random.Generator, image: NDArray[np.float32], length: float) -> NDArray[np.float32]:
    size = max(int(length) | 1, 3)
    kernel = np.zeros((size, size), np.float32)
    angle = rng.uniform(0, np.pi)
    reach = (size - 1) / 2 * np.array([np.cos(angle), np.sin(angle)])
    middle = np.array([size // 2, size // 2])
    cv2.line(kernel, tuple(np.round(middle - reach).astype(int)), tuple(np.round(middle + reach).astype(int)), 1.0)
    return np.asarray(cv2.filter2D(image, -1, kernel / kernel.sum()))


def _optics(rng: np.random.Generator, image: NDArray[np.float32], cap_px: float) -> NDArray[np.float32]:
    if rng.random() < 0.75:
        # up to a tenth of the character height is still legible
        image = cv2.GaussianBlur(image, (0, 0), max(abs(rng.normal(0, 0.055)), 0.01) * cap_px + 0.2)
    if rng.random() < 0.08:
        image = _motion(rng, image, cap_px * rng.uniform(0.1, 0.35))
    if rng.random() < 0.35:  # unsharp mask, as scanners and web tools do
        soft = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.6, 1.5))
        image = image + rng.uniform(0.3, 1.8) * (image - soft)
    return np.asarray(image)


def _sensor(rng: np.random.Generator, image: NDArray[np.float32]) -> Grey8:
    if rng.random() < 0.6:
        image = image + rng.normal(0, 1, image.shape).astype(np.float32) * abs(rng.normal(0, 8))
    if rng.random() < 0.3:
        image = 255 * (np.clip(image, 0, 255) / 255) ** np.float32(rng.uniform(0.6, 1.7))
    return np.clip(image, 0, 255).astype(np.uint8)


def _jpeg(rng: np.random.Generator, image: Grey8) -> Grey8:
    quality = int(rng.uniform(18, 96))
    _, packed = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)


def _binary(rng: np.random.Generator, image: Grey8) -> Grey8:
    if rng.random() < 0.5:
        threshold, _ = cv2.threshold(image, 0, 255, cv2.THRESH_OTSU)
        result = np.where(image > threshold + rng.normal(0, 12), 255, 0)
    else:
        block = int(rng.integers(max(image.shape[0] // 4, 2), max(image.shape[0], 4))) * 2 + 1
        method = cv2.ADAPTIVE_THRESH_MEAN_C if rng.random() < 0.5 else cv2.ADAPTIVE_THRESH_GAUSSIAN_C
        result = cv2.adaptiveThreshold(image, 255, method, cv2.THRESH_BINARY, block, rng.uniform(4, 22))
    return np.asarray(result, dtype=np.uint8)


def _photocopy(rng: np.random.Generator, image: Grey8) -> Grey8:
    low, high = np.percentile(image, (5, 80))
    gain = rng.uniform(1.2, 4.0)
    middle = low + (high - low) * rng.uniform(0.4, 0.7)
    copied = (image.astype(np.float32) - middle) * gain + 128
    speckled = copied + (rng.random(image.shape) < rng.uniform(0, 0.02)) * rng.choice((-200, 200))
    return np.clip(speckled, 0, 255).astype(np.uint8)


def _rescale(rng: np.random.Generator, image: Grey8) -> Grey8:
    """Down and up again with some tool's filter: the size stays, detail is lost or jagged."""
    filters = (cv2.INTER_NEAREST, cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_AREA)
    factor = rng.uniform(0.62, 1.6)
    height, width = image.shape
    there = cv2.resize(
        image, (round(width * factor), round(height * factor)), interpolation=filters[int(rng.integers(0, 4))]
    )
    back = cv2.resize(there, (width, height), interpolation=filters[int(rng.integers(0, 4))])
    return np.asarray(back, dtype=np.uint8)


def capture(rng: np.random.Generator, scene: NDArray[np.float32], cap_px: float) -> Grey8:
    """`scene` grey 0…255 with characters `cap_px` high → what a device would store, the same shape."""
    image = _sensor(rng, _optics(rng, scene, cap_px))
    kind = rng.random()
    if kind < 0.07 and cap_px > 9:
        image = _binary(rng, image)
        if rng.random() < 0.5:
            image = np.asarray(cv2.GaussianBlur(image, (0, 0), rng.uniform(0.4, 0.8)), dtype=np.uint8)
    elif kind < 0.15:
        image = _photocopy(rng, image)
    if rng.random() < 0.15 and cap_px > 9:
        image = _rescale(rng, image)
    if rng.random() < 0.55:
        image = _jpeg(rng, image)
    return image
