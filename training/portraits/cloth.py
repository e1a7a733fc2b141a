"""What is worn: a garment on the shoulders, a hijab, a turban, a cap. Hung on a net around the head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from training.portraits.light import Lighting, diffuse, roughened
from training.portraits.noise import Noise, smooth
from training.portraits.person import Person
from training.portraits.rasterise import Buffer, Lens, normals, rasterise, triangulated
from verifier.reading.opencv import cv2

Array = NDArray[np.float64]


class Worn(Protocol):
    """A bust as clothes need it."""

    @property
    def points(self) -> Array: ...
    @property
    def normals(self) -> Array: ...
    @property
    def rest(self) -> Array: ...
    @property
    def triangles(self) -> NDArray[np.int64]: ...


@dataclass(frozen=True, slots=True)
class Garment:
    """Per pixel nearness, place (3), normal in camera axes (3); colours and relief."""

    buffer: Buffer
    colour: Array
    relief: Array
    lining: NDArray[np.bool_]


def rasterised(bust: Worn, person: Person, lens: Lens) -> Garment:
    """Clothes and head cover as one buffer, cut along smooth edges."""
    size = (lens.height_px, lens.width_px)
    shirt = _shirt(bust, person, lens, size)
    if not person.cover:
        return shirt
    cover = _hung(bust, person, lens, size)
    nearer = cover.buffer.nearness > shirt.buffer.nearness
    pick = nearer[..., None]
    return Garment(
        Buffer(
            np.maximum(cover.buffer.nearness, shirt.buffer.nearness),
            np.where(pick, cover.buffer.values, shirt.buffer.values),
        ),
        np.where(pick, cover.colour, shirt.colour),
        np.where(nearer, cover.relief, shirt.relief),
        cover.lining,
    )


def _cut(buffer: Buffer, kept: NDArray[np.bool_]) -> Buffer:
    return Buffer(np.where(kept, buffer.nearness, -np.inf), buffer.values)


def _shirt(bust: Worn, person: Person, lens: Lens, size: tuple[int, int]) -> Garment:
    body = smooth(5.84 - bust.rest[:, 1] - 0.25 * smooth(bust.rest[:, 2] - 0.3, 0.3), 0.16)[:, None]
    points = bust.points + bust.normals * (0.055 * body)
    values = np.concatenate((bust.rest, lens.turned(bust.normals)), axis=1)
    low = bust.triangles[(bust.rest[bust.triangles][..., 1] < 6.35).all(axis=1)]
    buffer = rasterise(lens.project(points), low, values, size)
    rest = buffer.values[..., :3]
    x, y = np.abs(rest[..., 0]), rest[..., 1]
    front = smooth(rest[..., 2] - 0.25, 0.3)
    tone = np.broadcast_to(np.array(person.cloth), rest.shape).copy()
    if person.clothes == "vneck":
        edge = 5.93 - front * np.clip(0.66 - 1.25 * x, 0, 1)
    elif person.clothes == "jacket":
        edge = 5.95 - front * np.clip(0.22 - 0.75 * x, 0, 1)
        lapel = x - (0.04 + 0.62 * np.clip(y - 5.05, 0, 1.2))
        white = smooth(-lapel, 0.02) * front
        tone = tone + white[..., None] * (np.array([0.72, 0.73, 0.74]) - tone)
        tone *= (1 - 0.55 * np.exp(-((lapel / 0.018) ** 2)) * front)[..., None]
        tone *= (1 - 0.35 * np.exp(-(((lapel - 0.24 - 0.1 * (y - 5.5)) / 0.012) ** 2)) * front * (y > 5.2))[..., None]
    elif person.clothes == "collar":
        edge = 5.97 - front * np.clip(0.26 - 0.9 * x, 0, 1)
        wing = (y - (5.62 + 0.55 * np.clip(x - 0.10, 0, 1))) * 1.0
        tone *= (1 - 0.5 * np.exp(-((wing / 0.016) ** 2)) * front * (x < 0.62))[..., None]
        tone *= (1 - 0.3 * np.exp(-((x / 0.010) ** 2)) * (y < 5.75))[..., None]
    else:
        edge = 5.93 - front * np.clip(0.14 - 0.35 * x, 0, 1)
        ribbed = np.exp(-(((edge - y - 0.075) / 0.012) ** 2))
        tone *= (1 - 0.4 * ribbed)[..., None]
    noise = Noise(person.mark + 11)
    folds = 0.018 * noise.at(rest * np.array([1.4, 0.55, 1.0]), 0.3) + 0.0012 * noise.at(rest, 0.03)
    tone *= (1 + 0.05 * noise.at(rest, 0.02))[..., None]
    tone *= (0.62 + 0.38 * smooth(edge - y - 0.02, 0.06))[..., None]
    return Garment(_cut(buffer, buffer.mask & (y < edge)), tone, folds, np.zeros(size, np.bool_))


def _hung(bust: Worn, person: Person, lens: Lens, size: tuple[int, int]) -> Garment:
    """A net around the head in angle and height, as far out as head and shoulders are, falling straight below them."""
    rest = bust.rest
    points = bust.points + bust.normals * (0.075 if person.cover == "hijab" else 0.06)
    axis_z = float(points[(rest[:, 1] > 6.9)][:, 2].mean())
    angles = np.linspace(-np.pi, np.pi, 241)
    top = float(points[:, 1].max())
    heights = np.linspace(top, float(points[:, 1].min()) + 0.05, 150)
    radius = _reach(points, axis_z, angles, heights, 0.0)
    fall = {"hijab": 0.16, "turban": 3.0, "cap": 3.0}[person.cover]
    for row in range(1, len(heights)):
        radius[row] = np.maximum(radius[row], radius[row - 1] - fall * (heights[row - 1] - heights[row]))
    knee = int(np.searchsorted(-heights, -(top - 0.42)))
    dome = np.sqrt(np.clip(1 - ((heights[:knee] - heights[knee]) / (top - heights[knee])) ** 2, 0, 1))
    radius[:knee] = radius[knee] * dome[:, None] ** 0.9
    noise = Noise(person.mark + 13)
    grid_y, grid_a = np.meshgrid(heights, angles, indexing="ij")
    shape = np.stack((np.cos(grid_a) * 1.0, grid_y, np.sin(grid_a) * 1.0), axis=-1)
    wave = noise.at(shape * np.array([1.0, 0.5, 1.0]), 0.22)
    if person.cover == "turban":
        band = np.exp(-(((grid_y - (top - 0.42)) / 0.36) ** 2))
        radius = radius + 0.19 * band
    else:
        radius = radius + (0.014 * wave * smooth(top - 0.5 - grid_y, 0.6))
    radius = cv2.GaussianBlur(radius, (0, 0), 2.2)
    net = np.stack((radius * np.sin(grid_a), grid_y, axis_z + radius * np.cos(grid_a)), axis=-1)
    net[0, :, 0], net[0, :, 2] = 0.0, axis_z
    rows, columns = len(heights), len(angles)
    index = np.arange(rows * columns).reshape(rows, columns)
    quads = np.stack((index[:-1, :-1], index[1:, :-1], index[1:, 1:], index[:-1, 1:]), axis=-1).reshape(-1, 4)
    flat = net.reshape(-1, 3)
    triangles = triangulated(quads)
    facing = normals(flat, triangles)
    values = np.concatenate((flat, lens.turned(facing)), axis=1)
    buffer = rasterise(lens.project(flat), triangles, values, size)
    place = buffer.values[..., :3]
    opening, seam = _opening(place, points, rest, person, axis_z)
    tone = np.broadcast_to(np.array(person.cloth), place.shape).copy()
    tone = tone * (1 - 0.45 * np.exp(-((seam / 0.02) ** 2)))[..., None]
    tone = tone * (1 + 0.03 * noise.at(place, 0.02))[..., None]
    folds = 0.020 * noise.at(place * np.array([1.0, 0.35, 1.0]), 0.2) * smooth(top - 0.9 - place[..., 1], 0.8)
    if person.cover == "hijab":
        around = np.arctan2(place[..., 0], place[..., 2] - axis_z)
        folds = folds + 0.012 * np.sin(around * 9 + 3 * place[..., 1]) * smooth(6.6 - place[..., 1], 0.5)
    if person.cover == "turban":
        wraps = (y := place[..., 1]) + np.where(place[..., 0] > 0.06 * np.sin(y * 9), 0.42, -0.42) * place[..., 0]
        folds = folds + 0.016 * np.abs(np.sin(wraps * np.pi / 0.13)) ** 0.7
        tone = tone * (0.72 + 0.28 * np.abs(np.sin(wraps * np.pi / 0.13)) ** 0.5)[..., None]
    return Garment(
        _cut(buffer, buffer.mask & (opening > 0)), tone, folds, buffer.mask & (opening <= 0) & (person.cover == "hijab")
    )


def _reach(points: Array, axis_z: float, angles: Array, heights: Array, off: float) -> Array:
    """How far the body reaches from the axis at each height and angle, plus `off`."""
    around = np.arctan2(points[:, 0], points[:, 2] - axis_z)
    far = np.hypot(points[:, 0], points[:, 2] - axis_z) + off
    column = np.clip(np.searchsorted(angles, around), 0, len(angles) - 1)
    row = np.clip(np.searchsorted(-heights, -points[:, 1] - 0.03), 0, len(heights) - 1)
    found = np.zeros((len(heights), len(angles)))
    np.maximum.at(found, (row, column), far)
    kernel = np.ones((5, 7), np.uint8)
    found = cv2.morphologyEx(np.hstack((found[:, -9:], found, found[:, :9])), cv2.MORPH_CLOSE, kernel)
    found = cv2.GaussianBlur(found, (0, 0), 1.5)[:, 9:-9]
    return np.asarray(np.maximum(found, 0.02))


def _opening(place: Array, points: Array, rest: Array, person: Person, axis_z: float) -> tuple[Array, Array]:
    """Positive where the cloth is; and the distance (dm) to its edge."""
    face = (rest[:, 2] > 1.2) & (rest[:, 1] > 6.15) & (rest[:, 1] < 8.15)
    chin = float(points[face & (rest[:, 1] < 6.3)][:, 1].min())
    crown = float(points[:, 1].max())
    wide = float(np.abs(points[(rest[:, 1] > 6.9) & (rest[:, 1] < 7.4) & (rest[:, 2] > 0.8)][:, 0]).max())
    x, y = place[..., 0], place[..., 1]
    ahead = place[..., 2] > axis_z + 0.1
    tall = crown - chin
    if person.cover == "hijab":
        middle = chin + 0.40 * tall
        up, down = 0.385 * tall, 0.395 * tall
        reach = np.where(y > middle, up, down)
        oval = (np.abs(x) / (0.85 * wide)) ** 2.3 + (np.abs(y - middle) / reach) ** 2.3
        edge = (oval ** (1 / 2.3) - 1) * wide * 0.85
        return np.where(ahead, edge, 1.0), np.where(ahead, edge, 1.0)
    rim = crown - (0.44 if person.cover == "turban" else 0.40) * tall * 0.62 - 0.10 * x**2
    return y - rim, y - rim


def paint(colour: Array, garment: Garment, body: Array, lighting: Lighting, open_: Array, scale: float) -> None:
    """Draw the cloth where nothing of the body is nearer."""
    visible = garment.buffer.mask & (garment.buffer.nearness > body - 0.004)
    inside = garment.lining & ~np.isfinite(body) & ~visible
    colour[inside] = (garment.colour * diffuse(garment.buffer.values[..., 3:], open_ * 0.4, lighting) * 0.38)[inside]
    facing = roughened(garment.buffer.values[..., 3:], garment.relief, scale, garment.buffer.mask)
    rim = (0.05 * (1 - np.clip(facing[..., 2], 0, 1)) ** 3)[..., None]
    lit = garment.colour * (diffuse(facing, open_, lighting) * 0.92 + rim)
    share = cv2.GaussianBlur(visible.astype(np.float64), (0, 0), 0.7)[..., None]
    colour += (lit - colour) * np.where(visible[..., None], np.clip(share * 1.6, 0, 1), 0)
