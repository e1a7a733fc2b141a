"""Skin as functions of the place on the unmorphed head, so that no edge follows a triangle."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from training.portraits.noise import Noise, bump, smooth
from training.portraits.person import Person

Array = NDArray[np.float64]

_LIGHT = np.array([0.78, 0.50, 0.385])  # linear RGB of skin with little melanin
_MIDDLE = np.array([0.50, 0.265, 0.165])
_DARK = np.array([0.085, 0.040, 0.026])


def base_tone(melanin: float) -> Array:
    """Linear RGB between light, brown and dark skin."""
    if melanin < 0.5:
        return np.asarray(_LIGHT ** (1 - 2 * melanin) * _MIDDLE ** (2 * melanin))
    return np.asarray(_MIDDLE ** (2 - 2 * melanin) * _DARK ** (2 * melanin - 1))


def lips(rest: Array) -> Array:
    """1 on the red of the lips, 0 elsewhere, with a soft border and a cupid's bow."""
    x, y, z = np.moveaxis(rest, -1, 0)
    across = np.clip(1 - (x / 0.255) ** 2, 0, 1)
    bow = 0.010 * np.exp(-((np.abs(x) - 0.055) ** 2) / 0.0012) - 0.012 * np.exp(-((x / 0.026) ** 2))
    upper = 6.630 + 0.074 * across**0.75 + bow
    lower = 6.632 - 0.118 * across**0.62
    return smooth(upper - y, 0.022) * smooth(y - lower, 0.026) * smooth(across - 0.03, 0.06) * smooth(z - 1.2, 0.1)


def beard_field(rest: Array) -> Array:
    """Where a man's beard grows: jaw, chin, upper lip, cheeks below a curve; 0 … 1."""
    x, y, z = np.moveaxis(rest, -1, 0)
    cheek = (
        6.72 + 0.55 * np.clip(np.abs(x) - 0.34, 0, None) ** 1.1 * 2.0 - 0.10 * np.exp(-((np.abs(x) - 0.36) ** 2) / 0.01)
    )
    moustache = 6.800 - 0.42 * np.clip(np.abs(x) - 0.05, 0, None)
    top = np.where(np.abs(x) < 0.28, np.maximum(moustache, cheek), cheek)
    throat = smooth(y - 6.12 + 0.1 * np.abs(x), 0.16)
    behind = smooth(z - 0.62 - 0.12 * (y - 6.9), 0.12)
    return (
        smooth(top - y, 0.05)
        * throat
        * behind
        * (1 - lips(rest))
        * (1 - 0.8 * bump(rest, (0, 6.47, 1.6), (0.16, 0.03, 0.3)))
    )


def brow_field(rest: Array, person: Person) -> Array:
    """Density of the eyebrows, 0 … 1: arched, thinner towards the temple."""
    x, y, z = np.abs(rest[..., 0]), rest[..., 1], rest[..., 2]
    along = np.clip((x - 0.095) / 0.46, 0, 1)
    arch = 7.452 + 0.045 * np.sin(np.pi * np.clip(along * 0.85, 0, 1)) - 0.045 * along**2.5
    thick = (0.037 if person.sex == "M" else 0.025) * (1 - 0.6 * along) * (0.55 + 0.45 * smooth(along - 0.08, 0.12))
    body = np.exp(-(((y - arch) / thick) ** 2) * 1.6)
    return np.asarray(body * smooth(x - 0.105, 0.03) * smooth(0.545 - x, 0.05) * (z > 0.9))


def albedo(rest: Array, person: Person) -> Array:
    """Linear RGB (…, 3)."""
    noise = Noise(person.mark)
    tone = base_tone(person.melanin)
    red = 0.55 * bump(rest, (0.42, 6.98, 1.3), (0.2, 0.2, 0.5)) + 0.5 * bump(rest, (0, 6.93, 1.68), (0.12, 0.1, 0.2))
    red += 0.5 * bump(rest, (0.85, 7.1, 0.6), (0.12, 0.35, 0.3)) + 0.25 * bump(rest, (0, 6.3, 1.55), (0.18, 0.12, 0.3))
    red = red * (0.9 if person.sex == "F" else 0.75) * (1 - 0.55 * person.melanin) + 0.10 * noise.at(rest, 0.09)
    shade = 0.30 * bump(rest, (0.30, 7.12, 1.4), (0.15, 0.055, 0.3)) * (0.5 + person.age / 80)
    shade += 0.25 * bump(rest, (0.2, 7.3, 1.35), (0.06, 0.08, 0.2)) + 0.14 * smooth(6.1 - rest[..., 1], 0.3)
    mottle = 0.045 * noise.at(rest, 0.05) + 0.045 * noise.at(rest, 0.22) + 0.03 * noise.at(rest, 0.018)
    colour = tone * np.exp(mottle)[..., None]
    colour = colour * (1 + red[..., None] * np.array([0.10, -0.20, -0.17]))
    colour = colour * (1 - shade[..., None] * np.array([0.35, 0.5, 0.5]))
    colour = _spotted(colour, rest, person)
    if person.sex == "M" and person.age > 16 and person.beard != "none":
        share = 0.34 * beard_field(rest) * (0.35 if person.ancestry[1] > 0.6 else 1)
        colour = colour * (1 - share[..., None] * np.array([0.75, 0.62, 0.52]))
    return _with_lips(colour, rest, person, noise)


def _with_lips(colour: Array, rest: Array, person: Person, noise: Noise) -> Array:
    red = np.array([0.52, 0.165, 0.155]) if person.sex == "F" else np.array([0.50, 0.21, 0.18])
    tone = base_tone(person.melanin)
    lip = tone**0.62 * red**0.62
    share = lips(rest)[..., None] * (0.8 if person.sex == "F" else 0.62)
    fine = 1 + 0.06 * noise.at(rest * np.array([6.0, 0.6, 1.0]), 0.08)[..., None]
    mixed = colour * (1 - share) + lip * fine * share
    slit = bump(rest, (0, 6.632, 1.6), (0.24, 0.012, 0.4))
    return np.asarray(mixed * (1 - 0.35 * slit[..., None]))


def _spotted(colour: Array, rest: Array, person: Person) -> Array:
    """Moles, and freckles on light skin."""
    rng = np.random.default_rng(person.mark)
    count = int(rng.integers(1, 5)) + person.age // 25
    for _ in range(count):
        at = (rng.uniform(-0.6, 0.6), rng.uniform(6.3, 7.9))
        size = rng.uniform(0.008, 0.017)
        d = ((rest[..., 0] - at[0]) ** 2 + (rest[..., 1] - at[1]) ** 2) / size**2
        colour = colour * (1 - 0.6 * (np.exp(-(d**2)) * (rest[..., 2] > 0.9))[..., None] * np.array([0.8, 1.0, 1.0]))
    return colour


def relief(rest: Array, person: Person) -> Array:
    """Height of pores and wrinkles, in dm; added to the normals."""
    noise = Noise(person.mark + 1)
    x, y, z = np.moveaxis(rest, -1, 0)
    pores = 0.0008 * noise.at(rest, 0.02) + 0.0012 * noise.at(rest, 0.045)
    aged = np.clip((person.age - 32) / 40, 0, 1.3)
    bend = 0.03 * noise.at(rest, 0.35)
    brow = np.sin((y + bend) * 2 * np.pi / 0.105) * bump(rest, (0, 7.75, 1.5), (0.42, 0.17, 0.4))
    feet = np.sin((y - 7.25 + (np.abs(x) - 0.5) * (y - 7.26) * 2) * 2 * np.pi / 0.055)
    feet = feet * bump(rest, (0.56, 7.25, 1.15), (0.09, 0.12, 0.3))
    fold = (
        -np.exp(-(((np.abs(x) - 0.20 - 0.42 * (6.93 - y)) / 0.022) ** 2))
        * smooth(y - 6.6, 0.08)
        * smooth(6.93 - y, 0.08)
    )
    bags = -np.exp(-(((y - 7.105 + 0.25 * (np.abs(x) - 0.3) ** 2) / 0.018) ** 2)) * bump(
        rest, (0.3, 7.1, 1.4), (0.13, 0.1, 0.3)
    )
    lip = 0.002 * noise.at(rest * np.array([5.0, 0.5, 1.0]), 0.08) * lips(rest)
    return np.asarray(pores + aged * (0.0035 * brow + 0.0022 * feet + 0.010 * fold * (z > 1) + 0.006 * bags) + lip)
