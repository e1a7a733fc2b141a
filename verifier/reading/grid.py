"""Lay the fixed pitch of OCR-B over a recognised strip: where each character stands, and how many there are.

Dynamic programming over columns. A run of fillers can't be miscounted this way: the geometry counts, not the eye.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from verifier.reading.alphabet import BLANK
from verifier.reading.recognise import Columns

MOST_CHARACTERS: Final = 46
_PITCH_RANGE: Final = (2.9, 5.6)  # columns; OCR-B's 2.54 mm to a height of 2.6 mm gives 3.9
_STEPS: Final = 2  # places per column
_CLIP: Final = 4.0  # no single place outweighs the rest by more than e^4
_UNEVEN_COST: Final = 0.35  # per step^2 off the pitch


@dataclass(frozen=True, slots=True)
class Grid:
    """The best places for every count of characters. `scores[n]` is the log odds that n characters stand there."""

    pitch_columns: float
    scores: NDArray[np.float64]
    _odds: NDArray[np.float64]
    _back: NDArray[np.int16]
    _totals: NDArray[np.float64]

    def centres(self, count: int) -> NDArray[np.float64]:
        """Column (fractional) of the middle of each of `count` characters."""
        place = int(self._totals[count].argmax())
        places = [place]
        for index in range(count, 1, -1):
            place -= int(self._back[index, place])
            places.append(place)
        return np.array(places[::-1], np.float64) / _STEPS


def lay_grid(columns: Columns) -> Grid | None:
    """The grid over one strip's columns; None where no regular print is."""
    ink = 1.0 - columns[BLANK].astype(np.float64)
    pitch = _pitch(ink)
    if pitch is None:
        return None
    log_odds = np.clip(np.log(ink + 1e-4) - np.log(1 - ink + 1e-4), -_CLIP, _CLIP)
    fine = np.interp(np.arange(len(ink) * _STEPS) / _STEPS, np.arange(len(ink)), log_odds)
    between = np.interp(np.arange(len(ink) * _STEPS) / _STEPS, np.arange(len(ink)), np.minimum(-log_odds, 0))
    return _solve(fine, between, pitch)


def _pitch(ink: NDArray[np.float64]) -> float | None:
    """Period of the ink along the line, in columns."""
    inked = np.flatnonzero(ink > 0.5)
    if len(inked) < 20:
        return None
    part = ink[inked[0] : inked[-1] + 1]
    part = (part - part.mean()) * np.hanning(len(part))
    size = 4096
    spectrum = np.abs(np.fft.rfft(part, size))
    low, high = int(size / _PITCH_RANGE[1]), int(size / _PITCH_RANGE[0])
    best = low + int(spectrum[low:high].argmax())
    return size / best


def _solve(odds: NDArray[np.float64], between: NDArray[np.float64], pitch: float) -> Grid:
    target = pitch * _STEPS
    strides = range(max(int(np.floor(target * 0.86)), 2), int(np.ceil(target * 1.14)) + 1)
    totals = np.full((MOST_CHARACTERS + 1, len(odds)), -np.inf)
    back = np.zeros((MOST_CHARACTERS + 1, len(odds)), np.int16)
    totals[1] = odds
    costs = {stride: _UNEVEN_COST * (stride - target) ** 2 for stride in strides}
    for count in range(2, MOST_CHARACTERS + 1):
        best = np.full(len(odds), -np.inf)
        for stride in strides:
            middle = stride // 2
            arriving = totals[count - 1, :-stride] + 0.5 * between[middle : len(odds) - stride + middle] - costs[stride]
            better = arriving > best[stride:]
            best[stride:][better] = arriving[better]
            back[count, stride:][better] = stride
        totals[count] = best + odds
    return Grid(pitch, totals.max(axis=1), odds, back, totals)


def character_probabilities(
    columns: Columns, centres: NDArray[np.float64], pitch_columns: float
) -> NDArray[np.float64]:
    """(characters, 37): the columns about each middle, by closeness. What is missing to 1 is "nothing there"."""
    places = np.arange(columns.shape[1])
    weights = np.maximum(1 - np.abs(places[None, :] - centres[:, None]) / (0.42 * pitch_columns), 0)
    weights /= np.maximum(weights.sum(axis=1, keepdims=True), 1e-9)
    return np.asarray(weights @ columns[:BLANK].T.astype(np.float64), dtype=np.float64)
