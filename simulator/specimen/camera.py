"""What a camera or a scanner makes of a page: perspective, blur, light, noise, JPEG."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from simulator.specimen.page import Pixels
from verifier.reading.opencv import cv2

_Scene = NDArray[np.float32]


class Device(Enum):
    """A page scanner with a dark lid, or a camera above a table."""

    SCANNER = "scanner"
    CAMERA = "camera"


@dataclass(frozen=True, slots=True)
class Camera:
    """The default is the full-page reader of a counter: straight, even, slightly soft.

    `skew_deg` turns the document, `tilt` (0 … 0.3) is how much nearer one edge is than the other, `blur_px` the
    standard deviation of a Gaussian, `motion_px` a horizontal smear, `shade` (0 … 0.8) how much darker the far corner
    is, `glare` (0 … 1) a lamp on the laminate, `noise` grey levels, `jpeg` the quality (100 leaves it out), `scale` of
    the picture, `margin` the share of the page's width that is seen around it.
    """

    device: Device = Device.SCANNER
    skew_deg: float = 0.4
    tilt: float = 0.0
    blur_px: float = 0.5
    motion_px: int = 0
    shade: float = 0.06
    glare: float = 0.0
    noise: float = 1.5
    jpeg: int = 90
    scale: float = 1.0
    margin: float = 0.03
    seed: int = 0

    @classmethod
    def phone(cls, seed: int = 0) -> Camera:
        """A telephone held over a table."""
        return cls(Device.CAMERA, 2.5, 0.06, 0.8, 0, 0.25, 0.25, 2.5, 82, 1.0, 0.08, seed)


def photograph(pixels: Pixels, camera: Camera) -> Pixels:
    """The page as `camera` takes it: BGR uint8, larger than `pixels` by the margin. Deterministic in `camera.seed`."""
    rng = np.random.default_rng(camera.seed)
    scene = _laid(pixels, camera, rng)
    scene = _lit(scene, camera)
    scene = _focused(scene, camera)
    if camera.noise > 0:
        scene += rng.normal(0, camera.noise, scene.shape).astype(np.float32)
    taken = np.clip(scene, 0, 255).astype(np.uint8)
    if camera.jpeg >= 100:
        return taken
    _, packed = cv2.imencode(".jpg", taken, [cv2.IMWRITE_JPEG_QUALITY, camera.jpeg])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), dtype=np.uint8)


def _laid(pixels: Pixels, camera: Camera, rng: np.random.Generator) -> _Scene:
    """The page on its ground, turned and tilted."""
    height, width = (round(side * camera.scale) for side in pixels.shape[:2])
    margin = round(camera.margin * width)
    size = (width + 2 * margin, height + 2 * margin)
    matrix = _homography(pixels.shape[:2], (height, width), margin, camera)
    method = cv2.INTER_AREA if camera.scale < 1 else cv2.INTER_CUBIC
    page = cv2.warpPerspective(pixels, matrix, size, flags=method).astype(np.float32)
    mask = cv2.warpPerspective(np.full(pixels.shape[:2], 255, np.uint8), matrix, size, flags=cv2.INTER_AREA)
    ground = _table(size, rng) if camera.device is Device.CAMERA else np.full((size[1], size[0], 3), 22, np.float32)
    share = (mask.astype(np.float32) / 255)[..., None]
    shadow = cv2.GaussianBlur(mask.astype(np.float32) / 255, (0, 0), max(width / 120, 1))[..., None]
    return np.asarray(ground * (1 - 0.5 * shadow) * (1 - share) + page * share, dtype=np.float32)


def _homography(source: tuple[int, ...], target: tuple[int, int], margin: int, camera: Camera) -> NDArray[np.float64]:
    height, width = target
    pinch = camera.tilt * width / 2
    corners = np.array([[pinch, pinch * 0.4], [width - pinch, pinch * 0.4], [width, height], [0, height]])
    turn = np.deg2rad(camera.skew_deg)
    spin = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    middle = np.array([width / 2, height / 2])
    placed = (corners - middle) @ spin.T * (1 - abs(camera.skew_deg) / 90) + middle + margin
    flat = np.array([[0, 0], [source[1], 0], [source[1], source[0]], [0, source[0]]], np.float32)
    return np.asarray(cv2.getPerspectiveTransform(flat, placed.astype(np.float32)), dtype=np.float64)


def _table(size: tuple[int, int], rng: np.random.Generator) -> _Scene:
    rows = max(size[1] // 3, 2)
    grain = cv2.resize(rng.normal(0, 8, (rows, 9)), size, interpolation=cv2.INTER_CUBIC)
    fine = cv2.resize(rng.normal(0, 4, (rows * 2, 40)), size, interpolation=cv2.INTER_LINEAR)
    return np.asarray(np.array([84.0, 112.0, 142.0]) + (grain + fine)[..., None], dtype=np.float32)


def _lit(scene: _Scene, camera: Camera) -> _Scene:
    height, width = scene.shape[:2]
    x = np.linspace(0, 1, width, dtype=np.float32)[None, :]
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    light = 1 + camera.shade * (0.25 - np.hypot(x - 0.3, y - 0.3))
    lit = scene * light[..., None]
    if camera.glare > 0:
        lamp = np.exp(-(((x - 0.62) / 0.16) ** 2 + ((y - 0.24) / 0.10) ** 2))
        lit += (camera.glare * lamp)[..., None] * (255 - lit)
    return np.asarray(lit, dtype=np.float32)


def _focused(scene: _Scene, camera: Camera) -> _Scene:
    if camera.motion_px > 1:
        kernel = np.full((1, camera.motion_px), 1 / camera.motion_px, np.float32)
        scene = np.asarray(cv2.filter2D(scene, -1, kernel), dtype=np.float32)
    if camera.blur_px > 0:
        scene = np.asarray(cv2.GaussianBlur(scene, (0, 0), camera.blur_px), dtype=np.float32)
    return scene
