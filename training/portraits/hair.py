"""Brows, beards and the hair that lies on the picture as strokes; hair of the head is grown by `strands`."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from training.portraits import strands
from training.portraits.light import Lighting
from training.portraits.noise import Noise, smooth
from training.portraits.person import Person
from training.portraits.rasterise import Buffer, Lens
from training.portraits.skin import beard_field, brow_field
from verifier.reading.opencv import cv2

Array = NDArray[np.float64]

_FINE = 4  # bits of sub-pixel precision


def grey(person: Person) -> Array:
    """The hair's linear colour, greyer with age."""
    share = np.clip((person.age - 44) / 34, 0, 0.9) ** 1.6
    return np.asarray(np.array(person.hair_colour) * (1 - share) + np.array([0.40, 0.395, 0.385]) * share)


def scalp_tinted(tone: Array, rest: Array, person: Person) -> Array:
    """Skin under hair takes the hair's colour, so that no bald skin shines through between strands."""
    if person.hair == "bald":
        share = 0.22 * strands.scalp_field(rest, person)
    else:
        share = {"crop": 0.62}.get(person.hair, 0.93) * strands.scalp_field(rest, person) ** 1.4
    return np.asarray(tone + share[..., None] * (grey(person) * 0.55 - tone))


def _strokes(size: tuple[int, ...], starts: Array, steps: Array, bend: Array, thick: int, blur: float) -> Array:
    """Coverage 0 … 1 of short curved hairs from `starts` (n, 2) px along `steps` (n, 2), bent by `bend` (n, 2)."""
    canvas = np.zeros(size[:2], np.uint8)
    t = np.linspace(0, 1, 5)[None, :, None]
    curves = starts[:, None] + steps[:, None] * t + bend[:, None] * t**2
    for curve in np.round(curves * 2**_FINE).astype(np.int32):
        cv2.polylines(
            canvas,
            [curve.reshape(-1, 1, 2)],
            isClosed=False,
            color=255,
            thickness=thick,
            lineType=cv2.LINE_AA,
            shift=_FINE,
        )
    return np.asarray(cv2.GaussianBlur(canvas, (0, 0), blur).astype(np.float64) / 255)


def _chosen(field: Array, count: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Pixels (n, 2: x, y) drawn with the density of `field`."""
    ys, xs = np.nonzero(field > 0.02)
    if len(xs) == 0:
        return np.empty((0, 2), np.int64)
    share = field[ys, xs] / field[ys, xs].sum()
    picked = rng.choice(len(xs), size=count, p=share)
    return np.stack((xs[picked], ys[picked]), axis=1)


def paint_brows(colour: Array, buffer: Buffer, person: Person, rng: np.random.Generator, scale: float) -> None:
    """Eyebrows: hairs that rise at the inner end and lie down outwards."""
    rest = buffer.values[..., :3]
    field = np.where(buffer.mask, brow_field(rest, person), 0)
    at = _chosen(field, 470 if person.sex == "M" else 340, rng)
    if len(at) == 0:
        return
    place = rest[at[:, 1], at[:, 0]]
    along = np.clip((np.abs(place[:, 0]) - 0.1) / 0.45, 0, 1)
    side = np.sign(place[:, 0])
    rise = np.deg2rad(50 - 72 * along + rng.normal(0, 11, len(at)))
    long = scale * rng.uniform(0.035, 0.062, len(at))
    steps = np.stack((side * np.cos(rise), -np.sin(rise)), axis=1) * long[:, None]
    bend = np.stack((side * 0.25 * long, 0.12 * long), axis=1)
    cover = _strokes(colour.shape, at + rng.uniform(0, 1, at.shape), steps, bend, 1, 0.55)
    ground = cv2.GaussianBlur(field, (0, 0), 0.016 * scale) * 0.22
    _blend(colour, np.clip(cover * 0.62 + ground, 0, 0.88), grey(person) * 0.5)


def paint_beard(colour: Array, buffer: Buffer, person: Person, rng: np.random.Generator, scale: float) -> None:
    """Stubble, moustache, goatee or a full beard."""
    if not person.beard or person.beard == "none":
        return
    rest = buffer.values[..., :3]
    x, y = rest[..., 0], rest[..., 1]
    field = np.where(buffer.mask, beard_field(rest), 0)
    patchy = np.clip(0.8 + 0.25 * Noise(person.mark + 3).at(rest, 0.12), 0.2, 1.3)
    lip = smooth(0.27 - np.abs(x), 0.14) * smooth(y - 6.655, 0.03)
    chin = smooth(0.25 + 0.05 * (6.6 - y) - np.abs(x), 0.06) * smooth(6.78 - y, 0.05)
    area = {"moustache": lip, "goatee": np.maximum(lip, chin)}.get(person.beard, np.ones_like(x))
    field = field * area * patchy
    is_short = person.beard == "stubble"
    at = _chosen(field, {"stubble": 5200, "full": 7500, "goatee": 3000, "moustache": 1500}[person.beard], rng)
    if len(at) == 0:
        return
    place = rest[at[:, 1], at[:, 0]]
    long = scale * (0.014 if is_short else 0.075) * rng.uniform(0.6, 1.2, len(at))
    outwards = np.clip(place[:, 0] * 1.1, -0.7, 0.7) + rng.normal(0, 0.25, len(at))
    steps = np.stack((outwards, np.ones(len(at))), axis=1) * long[:, None]
    cover = _strokes(colour.shape, at + 0.0, steps, steps * rng.normal(0, 0.15, (len(at), 1)), 1, 0.5)
    ground = cv2.GaussianBlur(field, (0, 0), 0.02 * scale) * (0.12 if is_short else 0.45)
    cover = cover * np.clip(cv2.GaussianBlur(buffer.mask.astype(np.float64), (0, 0), 1.0) * 2 - 1, 0, 1)
    strength = 0.42 if is_short else 0.72
    _blend(colour, np.clip(cover * strength + ground, 0, 0.93), grey(person) * 0.55)


def _blend(colour: Array, share: Array, tone: Array) -> None:
    """Hair takes a little of the light that was on the skin beneath."""
    below = cv2.GaussianBlur(colour, (0, 0), 6).mean(axis=-1, keepdims=True)
    shaded = tone * (0.35 + 0.9 * below)
    colour *= 1 - share[..., None]
    colour += shaded * share[..., None]


def paint_hair(
    colour: Array,
    bust: strands.Rooted,
    nearness: Array,
    person: Person,
    lens: Lens,
    lighting: Lighting,
    rng: np.random.Generator,
) -> None:
    """Grow, sort and draw the hair of the head."""
    if person.cover in {"hijab", "turban"}:
        return
    grown = strands.grow(bust, person, rng)
    strands.draw(colour, grown, nearness, lens, lighting, grey(person), rng)
