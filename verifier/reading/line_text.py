"""One rectified line, read: the strip, the grid over it, and for any count of characters their probabilities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from verifier.reading.alphabet import BLANK, COLUMN_STRIDE_PX
from verifier.reading.grid import Grid, character_probabilities, lay_grid
from verifier.reading.recognise import Columns, Recogniser
from verifier.reading.rectify import Rectified, turned

_FLOOR: Final = 1e-4
_CLEAR: Final = 0.75
_SHORTEST_RUN: Final = 10
_READABLE: Final = 0.5
_EDGE_PITCHES: Final = 1.3


@dataclass(frozen=True, slots=True)
class LineText:
    """What the recogniser saw on one strip. `is_turned` when it was read upside down."""

    rectified: Rectified
    columns: Columns
    grid: Grid
    is_turned: bool

    def score(self, count: int) -> float:
        """Log odds that `count` characters stand here."""
        return float(self.grid.scores[count]) if 0 < count < len(self.grid.scores) else -np.inf

    @property
    def likeliest_count(self) -> int:
        """The count that fits best, whatever the layouts say."""
        return int(np.argmax(self.grid.scores))

    @property
    def is_readable(self) -> bool:
        """Whether there is a run of characters at all, whatever their number."""
        return self.likeliest_count >= _SHORTEST_RUN and self.confidence(self.likeliest_count) >= _READABLE

    def probabilities(self, count: int) -> NDArray[np.float64]:
        """(count, 37): which character, times how surely one stands there at all."""
        centres = self.grid.centres(count)
        spread = character_probabilities(self.columns, centres, self.grid.pitch_at(centres))
        identity = spread / np.maximum(spread.sum(axis=1, keepdims=True), _FLOOR)
        ink = 1 - self.columns[BLANK].astype(np.float64)
        near = np.clip(np.round(centres)[:, None].astype(int) + np.array([-1, 0, 1]), 0, len(ink) - 1)
        return np.asarray(identity * ink[near].max(axis=1)[:, None], dtype=np.float64)

    def confidence(self, count: int) -> float:
        """Geometric mean of the likeliest characters' probabilities; 0.0 where so many do not fit on the strip."""
        if not np.isfinite(self.score(count)):
            return 0.0
        best = self.probabilities(count).max(axis=1)
        return float(np.exp(np.log(np.maximum(best, 1e-3)).mean()))

    def runs_on(self) -> tuple[bool, bool]:
        """Whether print goes on at the left and at the right edge of the strip as it lies in the view."""
        ink = 1 - self.columns[BLANK]
        at_left, at_right = (round(float(pitch) * _EDGE_PITCHES) for pitch in self.grid.pitch[[0, -1]])
        left, right = bool((ink[:at_left] > 0.5).any()), bool((ink[-at_right:] > 0.5).any())
        return (right, left) if self.is_turned else (left, right)

    def continues(self, count: int) -> bool:
        """Whether a clear character stands one pitch before the first or after the last of `count`."""
        ends = self.grid.centres(count)[[0, -1]]
        beyond = ends + self.grid.pitch_at(ends) * (-1, 1)
        beyond = beyond[(beyond > 0.5) & (beyond < self.columns.shape[1] - 1.5)]
        if not len(beyond):
            return False
        spread = character_probabilities(self.columns, beyond, self.grid.pitch_at(beyond))
        return bool((spread.max(axis=1) > _CLEAR).any())

    def ends_px(self, count: int) -> tuple[float, float]:
        """Left edge of the first and right edge of the last character, in view px along the line."""
        ends = self.grid.centres(count)[[0, -1]]
        halves = self.grid.pitch_at(ends) / 2
        first, last = (
            float(each) for each in (ends + halves * (-1, 1)) * COLUMN_STRIDE_PX + (COLUMN_STRIDE_PX - 1) / 2
        )
        if self.is_turned:
            width = self.rectified.strip.shape[1] - 1
            first, last = width - first, width - last
        return self.rectified.x_in_view(first), self.rectified.x_in_view(last)


def read_line(recogniser: Recogniser, rectified: Rectified, *, is_turned: bool) -> LineText | None:
    """Read one strip, upright or upside down; None where no regular print is."""
    strip = turned(rectified) if is_turned else rectified.strip
    columns = recogniser.recognise([strip])[0]
    grid = lay_grid(columns)
    return LineText(rectified, columns, grid, is_turned) if grid else None
