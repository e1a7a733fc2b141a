"""The emblems of the fictional states, as outlines in a circle of radius 1."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from simulator.specimen.guilloche import star
from simulator.specimen.ink import Ink
from simulator.specimen.sheet import Sheet, polyline
from simulator.specimen.states import Motif

Curve = NDArray[np.float64]


def draw_emblem(
    sheet: Sheet,
    motif: Motif,
    middle_mm: tuple[float, float],
    radius_mm: float,
    ink: Ink,
    *,
    width: float = 0.045,
    opacity: float = 1.0,
) -> None:
    """The emblem in one ink; `width` of its lines in shares of the radius."""
    x, y = middle_mm
    pieces = []
    for curve in (*_ring(), *_SHAPES[motif]()):
        placed = curve * radius_mm + np.array([x, y])
        closed = bool(np.allclose(curve[0], curve[-1]))
        pieces.append(polyline([(float(a), float(b)) for a, b in placed], closed=closed))
    sheet.path("".join(pieces), ink, width * radius_mm, opacity=opacity)


def _circle(
    radius: float, x: float = 0, y: float = 0, start: float = 0, stop: float = 2 * np.pi, points: int = 60
) -> Curve:
    angle = np.linspace(start, stop, points)
    return np.stack((x + radius * np.cos(angle), y + radius * np.sin(angle)), axis=1)


def _spin(angle: float) -> Curve:
    return np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])


def _closed(curve: Curve) -> Curve:
    return np.concatenate((curve, curve[:1]))


def _ring() -> Iterator[Curve]:
    yield _circle(1.0)
    yield _circle(0.93)
    for angle in np.linspace(0, 2 * np.pi, 36, endpoint=False):
        yield _circle(0.025, 0.965 * np.cos(angle), 0.965 * np.sin(angle), points=7)


def _sun_waves() -> Iterator[Curve]:
    yield _circle(0.34, 0, 0.08, np.pi, 2 * np.pi)
    yield _circle(0.27, 0, 0.08, np.pi, 2 * np.pi)
    for angle in np.linspace(np.pi, 2 * np.pi, 13):
        far = 0.74 if round(angle / np.pi * 12) % 2 == 0 else 0.62
        inner = np.array([0.40 * np.cos(angle), 0.08 + 0.40 * np.sin(angle)])
        yield np.stack((inner, np.array([far * np.cos(angle), 0.08 + far * np.sin(angle)])))
    for row in range(4):
        reach = 0.84 - 0.11 * row
        x = np.linspace(-reach, reach, 50)
        yield np.stack((x, 0.16 + 0.16 * row + 0.045 * np.sin(x * 14 + row * 1.6)), axis=1)


def _compass() -> Iterator[Curve]:
    yield _closed(star((0, 0), 0.86, 0.20, 4))
    yield _closed(star((0, 0), 0.62, 0.24, 4, turn=-np.pi / 4))
    yield _circle(0.46)
    yield _circle(0.13)
    for angle in np.arange(4) * np.pi / 2:
        yield np.array([[0, 0], [0.86 * np.cos(angle), 0.86 * np.sin(angle)]])


def _petal(angle: float, long: float, wide: float) -> Curve:
    t = np.linspace(0, 1, 24)
    width = wide * np.sin(np.pi * t**0.8)
    there = np.stack((width, -long * t), axis=1)
    back = np.stack((-width[::-1], -long * t[::-1]), axis=1)
    leaf = np.concatenate((there, back))
    return np.asarray(leaf @ _spin(angle).T + np.array([0, 0.42]))


def _lotus() -> Iterator[Curve]:
    for angle in (0.0, 0.42, -0.42, 0.84, -0.84, 1.22, -1.22):
        yield _closed(_petal(angle, 1.12 - 0.24 * abs(angle), 0.20))
        yield _petal(angle, 0.70 - 0.15 * abs(angle), 0.08)
    x = np.linspace(-0.66, 0.66, 40)
    for row in range(3):
        yield np.stack((x * (1 - 0.18 * row), 0.52 + 0.11 * row + 0.03 * np.cos(x * 12)), axis=1)


def _mountains() -> Iterator[Curve]:
    yield np.array([[-0.84, 0.30], [-0.42, -0.34], [-0.18, 0.02], [0.16, -0.58], [0.84, 0.30]])
    yield np.array([[-0.56, -0.13], [-0.44, -0.02], [-0.36, -0.12], [-0.28, 0.0], [-0.24, -0.07]])
    yield np.array([[-0.05, -0.24], [0.06, -0.12], [0.16, -0.26], [0.27, -0.1], [0.37, -0.30]])
    for row in range(3):
        reach = 0.84 - 0.12 * row
        yield np.array([[-reach, 0.40 + 0.13 * row], [reach, 0.40 + 0.13 * row]])
    for x, y in ((-0.45, -0.62), (-0.12, -0.76), (0.52, -0.52)):
        yield _closed(star((x, y), 0.11, 0.045, 5))


def _honeycomb() -> Iterator[Curve]:
    for x, y in ((0, 0), *((0.52 * np.cos(a), 0.52 * np.sin(a)) for a in np.arange(6) * np.pi / 3)):
        yield _circle(0.30, x, y, np.pi / 6, 2 * np.pi + np.pi / 6, 7)
        yield _circle(0.22, x, y, np.pi / 6, 2 * np.pi + np.pi / 6, 7)
    yield _closed(star((0, 0), 0.16, 0.07, 6))


def _globe() -> Iterator[Curve]:
    yield _circle(0.62)
    for wide in (0.2, 0.43):
        angle = np.linspace(0, 2 * np.pi, 50)
        yield np.stack((wide * np.cos(angle), 0.62 * np.sin(angle)), axis=1)
    yield np.array([[0, -0.62], [0, 0.62]])
    for y in (-0.31, 0, 0.31):
        reach = np.sqrt(0.62**2 - y**2)
        yield np.array([[-reach, y], [reach, y]])
    for side in (-1, 1):
        for step in range(6):
            turn = np.pi / 2 - side * (0.35 + 0.36 * step)
            middle = 0.77 * np.array([np.cos(turn), np.sin(turn)])
            leaf = _circle(0.085, 0, 0, points=14) * np.array([1.0, 0.42])
            spin = _spin(turn + np.pi / 2 + side * 0.5)
            yield _closed(leaf @ spin.T + middle)


_SHAPES = {
    Motif.SUN_WAVES: _sun_waves,
    Motif.COMPASS: _compass,
    Motif.LOTUS: _lotus,
    Motif.MOUNTAINS: _mountains,
    Motif.HONEYCOMB: _honeycomb,
    Motif.GLOBE: _globe,
}
