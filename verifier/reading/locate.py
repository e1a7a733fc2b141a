"""Find long lines of small dark print: the only thing an MRZ can't hide.

Black top-hat, local threshold, closing and opening along the line; then pieces that lie on one line are joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from verifier.reading.opencv import cv2
from verifier.reading.view import Grey

_LEAST_PIECE_PX: Final = 12
_SHORTEST_PX: Final = 3.5
_TALLEST_PX: Final = 26  # of a piece; taller print is found on a smaller view
_LEAST_ASPECT: Final = 11.0  # of the joined line; 30 characters on their pitch are 28 : 1, glare may hide half of them
_MOST_SAG: Final = 0.6  # of the height: pages bend less, a parabola through stray print bends more
_GAP_HEIGHTS: Final = 5.0  # how far apart pieces of one line may be, in line heights


@dataclass(frozen=True, slots=True)
class PrintLine:
    """A line of print in a view, from `start_px` to `end_px` along x; its middle is at y = c0 + c1 x + c2 x^2."""

    start_px: float
    end_px: float
    curve: tuple[float, float, float]
    height_px: float
    growth: float = 0.0  # change of height per px of x: print that comes nearer grows

    @property
    def length_px(self) -> float:
        """Along x."""
        return self.end_px - self.start_px

    def y_at(self, x_px: float) -> float:
        """Height of the middle line at `x_px`."""
        c0, c1, c2 = self.curve
        return c0 + c1 * x_px + c2 * x_px * x_px

    @property
    def middle_px(self) -> float:
        """The x half-way, where `height_px` holds."""
        return (self.start_px + self.end_px) / 2

    @property
    def slope(self) -> float:
        """Rise per px at the middle."""
        return self.curve[1] + 2 * self.curve[2] * self.middle_px

    def height_at(self, x_px: float) -> float:
        """Height of the print at `x_px`."""
        return max(self.height_px + self.growth * (x_px - self.middle_px), 0.3 * self.height_px)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Print that hangs together along one line: per column, where its middle is."""

    xs: NDArray[np.float64]
    ys: NDArray[np.float64]
    height_px: float


def find_lines(grey: Grey) -> list[PrintLine]:
    """Long lines of dark print 5 to 14 px high, longest first. `grey` is (height, width) uint8, print about level."""
    if min(grey.shape) < 8 or grey.shape[1] < 40:
        return []
    pieces = _pieces(_mask(grey))
    lines = [_joined(chain) for chain in _chains(pieces) if _is_long(chain)]
    return sorted(lines, key=lambda line: -line.length_px)


def _is_long(chain: Sequence[_Piece]) -> bool:
    height = max(piece.height_px for piece in chain)
    return float(chain[-1].xs[-1] - chain[0].xs[0]) >= _LEAST_ASPECT * height


def _mask(grey: Grey) -> Grey:
    """255 where lines of print are."""
    ink = cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, np.ones((9, 9), np.uint8))
    along = cv2.blur(ink, (13, 3))
    around = cv2.blur(ink, (61, 41))
    # as integers: twenty times faster than floating point
    threshold = np.maximum(cv2.addWeighted(around, 1.15, around, 0, 1), 5)
    mask = cv2.compare(along, threshold, cv2.CMP_GT)
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((1, 9), np.uint8))
    mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((1, 21), np.uint8))
    return np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((3, 1), np.uint8)), dtype=np.uint8)


def _pieces(mask: Grey) -> list[_Piece]:
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=4, ltype=cv2.CV_32S)
    width, area = stats[:, 2].astype(np.float64), stats[:, 4].astype(np.float64)
    mean_height = area / np.maximum(width, 1)
    fitting = (width >= _LEAST_PIECE_PX) & (mean_height >= _SHORTEST_PX) & (mean_height <= _TALLEST_PX)
    fitting &= width >= 1.2 * mean_height
    fitting[0] = False  # the background
    pieces = []
    for index in np.flatnonzero(fitting):
        x, y, w, h = (int(value) for value in stats[index][:4])
        inside = labels[y : y + h, x : x + w] == index
        pieces.append(_measured(inside, x, y, float(mean_height[index])))
    return pieces


def _measured(inside: NDArray[np.bool_], left: int, top: int, height_px: float) -> _Piece:
    ink = inside.astype(np.float32)
    per_column = ink.sum(axis=0)
    ys = (np.arange(len(ink), dtype=np.float32) @ ink) / per_column + top
    xs = np.arange(left, left + ink.shape[1], dtype=np.float64)
    return _Piece(xs, ys.astype(np.float64), height_px)


def _slope(piece: _Piece) -> float:
    """Rise per column; short pieces have none worth knowing."""
    if len(piece.xs) < 40:
        return 0.0
    away = piece.xs - piece.xs.mean()
    return float(away @ piece.ys / (away @ away))


def _following(pieces: Sequence[_Piece]) -> list[int]:
    """For each piece, ordered by start, the index of the nearest piece that goes on with the same line, or -1."""
    starts = np.array([piece.xs[0] for piece in pieces])
    ends = np.array([piece.xs[-1] for piece in pieces])
    widths = np.array([len(piece.xs) for piece in pieces])
    heights = np.array([piece.height_px for piece in pieces])
    slopes = np.array([_slope(piece) for piece in pieces])
    x_middles = (starts + ends) / 2
    y_middles = np.array([piece.ys.mean() for piece in pieces])
    taken = np.zeros(len(pieces), bool)
    following = []
    for index in range(len(pieces)):
        taller = np.maximum(heights, heights[index])
        gap = starts - ends[index]
        slope = np.where(widths > widths[index], slopes, slopes[index])
        off = np.abs(y_middles - y_middles[index] - slope * (x_middles - x_middles[index]))
        fits = (gap > -taller) & (gap < _GAP_HEIGHTS * taller) & (starts > starts[index]) & ~taken
        fits &= (taller < 1.9 * np.minimum(heights, heights[index])) & (off < 0.55 * taller)
        if not fits.any():
            following.append(-1)
            continue
        nearest = int(np.where(fits, gap, np.inf).argmin())
        taken[nearest] = True
        following.append(nearest)
    return following


def _chains(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """Pieces joined left to right; each piece takes the nearest that follows it."""
    ordered = sorted(pieces, key=lambda piece: piece.xs[0])
    following = _following(ordered)
    chains = []
    for first in sorted(set(range(len(ordered))) - set(following)):
        chain, at = [], first
        while at >= 0:
            chain.append(ordered[at])
            at = following[at]
        chains.append(chain)
    return chains


def _polynomial(xs: NDArray[np.float64], ys: NDArray[np.float64], degree: int) -> NDArray[np.float64]:
    """Three coefficients, highest first, by least squares. Ten times faster than numpy.polyfit, which checks more."""
    powers = np.stack([xs**power for power in range(degree, -1, -1)])
    with_ridge = powers @ powers.T + 1e-9 * np.eye(degree + 1)
    return np.pad(np.linalg.solve(with_ridge, powers @ ys), (2 - degree, 0))


def _joined(chain: Sequence[_Piece]) -> PrintLine:
    xs = np.concatenate([piece.xs for piece in chain])
    ys = np.concatenate([piece.ys for piece in chain])
    height = float(np.average([piece.height_px for piece in chain], weights=[len(piece.xs) for piece in chain]))
    middle = float(xs.mean())
    kept = np.abs(ys - np.median(ys)) < 3 * height + 0.3 * len(xs)
    fit = np.zeros(3)
    for degree in (1, 2):
        straight, fit = fit, _polynomial(xs[kept] - middle, ys[kept], degree)
        error = np.abs(np.polyval(fit, xs - middle) - ys)
        kept = error <= max(2.0 * float(error.mean()), 0.75)
    sag = abs(fit[0]) * (np.ptp(xs) / 2) ** 2
    a2, a1, a0 = fit if sag < _MOST_SAG * height and np.ptp(xs) > 15 * height else straight
    curve = (float(a0 - a1 * middle + a2 * middle * middle), float(a1 - 2 * a2 * middle), float(a2))
    return PrintLine(float(xs.min()), float(xs.max()) + 1, curve, height)
