"""Lay the fixed pitch of OCR-B over a recognised strip: where each character stands, and how many there are.

Dynamic programming over columns. A run of fillers can't be miscounted this way: the geometry counts, not the eye.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from verifier.reading.alphabet import BLANK
from verifier.reading.opencv import cv2
from verifier.reading.recognise import Columns

MOST_CHARACTERS: Final = 46
_PITCH_RANGE: Final = (2.9, 5.6)  # columns; OCR-B's 2.54 mm to a height of 2.6 mm gives 3.9
_STEPS: Final = 12  # places per character
_CLIP: Final = 4.0  # no single place outweighs the rest by more than e^4
_UNEVEN_COST: Final = 60.0  # times the squared share by which a step differs from the pitch
_UNEVEN: Final = 0.2  # the most by which a step differs from the pitch
_UNITY: Final = 4.0  # weight of "one and the same character all about here"
_REACH: Final = 0.42  # of the pitch: how far from its middle a character's columns are asked
_SPECTRUM: Final = 4096

Line = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Grid:
    """The best places for every count of characters. `scores[n]` is the log odds that n characters stand there."""

    scores: Line
    pitch: Line  # columns per character, at each column: under perspective it changes along the line
    _places: Line  # column of each place
    _back: NDArray[np.int16]
    _totals: NDArray[np.float64]

    def centres(self, count: int) -> Line:
        """Column (fractional) of the middle of each of `count` characters."""
        place = int(self._totals[count].argmax())
        places = [place]
        for index in range(count, 1, -1):
            place -= int(self._back[index, place])
            places.append(place)
        return np.asarray(self._places[places[::-1]], dtype=np.float64)

    def pitch_at(self, columns: Line) -> Line:
        """Columns per character at fractional columns."""
        return np.asarray(np.interp(columns, np.arange(len(self.pitch)), self.pitch), dtype=np.float64)


def lay_grid(columns: Columns) -> Grid | None:
    """The grid over one strip's columns; None where no regular print is."""
    ink = 1.0 - columns[BLANK].astype(np.float64)
    pitch = _pitch(ink)
    if pitch is None:
        return None
    places = _places(pitch)
    log_odds = np.clip(np.log(ink + 1e-4) - np.log(1 - ink + 1e-4), -_CLIP, _CLIP)
    # half-way between two characters no single one holds the majority
    unity = cv2.blur(columns[:BLANK], (3, 1), borderType=cv2.BORDER_REPLICATE).max(axis=0)
    whole = np.arange(len(ink))
    odds = np.interp(places, whole, log_odds + _UNITY * np.log(np.maximum(unity, 0.05)))
    between = np.interp(places, whole, np.minimum(-log_odds, 0))
    totals, back = _solve(odds, between)
    return Grid(totals.max(axis=1), pitch, places, back, totals)


def _pitch(ink: Line) -> Line | None:
    """Period of the ink, in columns, at each column: measured on three overlapping halves, straight between."""
    inked = np.flatnonzero(ink > 0.5)
    if len(inked) < 20:
        return None
    first, last = int(inked[0]), int(inked[-1]) + 1
    overall = _period(ink[first:last], *_PITCH_RANGE)
    quarter = (last - first) / 4
    if quarter < 3 * overall:
        return np.full(len(ink), overall)
    middles = first + quarter * np.arange(1, 4)
    halves = [ink[round(middle - quarter) : round(middle + quarter)] for middle in middles]
    periods = np.array([_period(half, 0.75 * overall, 1.35 * overall) for half in halves])
    slope, level = np.polyfit(middles - middles[1], periods, 1)
    straight = np.abs(level + slope * (middles - middles[1]) - periods).max() < 0.06 * overall
    if not straight or abs(periods[2] - periods[0]) < 0.04 * overall:
        return np.full(len(ink), overall)
    along = level + slope * (np.arange(len(ink)) - middles[1])
    return np.asarray(np.clip(along, 0.7 * overall, 1.45 * overall), dtype=np.float64)


def _period(part: Line, shortest: float, longest: float) -> float:
    waves = (part - part.mean()) * np.hanning(len(part))
    spectrum = np.abs(np.fft.rfft(waves, _SPECTRUM))
    low, high = int(_SPECTRUM / longest), int(_SPECTRUM / shortest) + 1
    return _SPECTRUM / (low + int(spectrum[low:high].argmax()))


def _places(pitch: Line) -> Line:
    """Columns that lie a twelfth of a character apart."""
    characters = np.concatenate(([0.0], np.cumsum(1 / pitch)))[: len(pitch)]
    return np.asarray(np.interp(np.arange(0, characters[-1], 1 / _STEPS), characters, np.arange(len(pitch))))


def _solve(odds: Line, between: Line) -> tuple[NDArray[np.float64], NDArray[np.int16]]:
    """For every count and place of the last character: the best total, and how far back the one before stands."""
    strides = range(round(_STEPS * (1 - _UNEVEN)), round(_STEPS * (1 + _UNEVEN)) + 1)
    costs = np.array([_UNEVEN_COST * (stride / _STEPS - 1) ** 2 for stride in strides])
    size = len(odds)
    totals = np.full((MOST_CHARACTERS + 1, size), -np.inf)
    back = np.zeros((MOST_CHARACTERS + 1, size), np.int16)
    totals[1] = odds
    # what each step costs on its way, whatever the count
    ways = np.full((len(strides), size), -np.inf)
    for row, stride in enumerate(strides):
        if stride < size:
            middle = stride // 2
            ways[row, stride:] = 0.5 * between[middle : size - stride + middle] - costs[row]
    origins = np.maximum(np.arange(size)[None, :] - np.array(strides)[:, None], 0)
    for count in range(2, MOST_CHARACTERS + 1):
        arriving = totals[count - 1][origins] + ways
        best = arriving.argmax(axis=0)
        totals[count] = arriving[best, np.arange(size)] + odds
        back[count] = best + strides[0]
    return totals, back


def character_probabilities(columns: Columns, centres: Line, pitch: Line) -> NDArray[np.float64]:
    """(characters, 37): the columns about each middle, by closeness. What is missing to 1 is "nothing there".

    `centres` and `pitch` in columns, one each a character.
    """
    places = np.arange(columns.shape[1])
    weights = np.maximum(1 - np.abs(places[None, :] - centres[:, None]) / (_REACH * pitch)[:, None], 0)
    weights /= np.maximum(weights.sum(axis=1, keepdims=True), 1e-9)
    return np.asarray(weights @ columns[:BLANK].T.astype(np.float64), dtype=np.float64)
