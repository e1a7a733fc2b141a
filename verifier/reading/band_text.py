"""Read a band: its lines in the right direction, of one length, with a line that the locator missed looked up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from verifier.reading.bands import Band
from verifier.reading.effort import Effort
from verifier.reading.line_text import LineText, read_line
from verifier.reading.locate import PrintLine
from verifier.reading.recognise import Recogniser
from verifier.reading.rectify import Rectified, rectify, rectify_all
from verifier.reading.view import Grey, View

CARD_WIDTH: Final = 30  # ICAO 9303-5: three lines
WIDTHS: Final = (30, 36, 44)
_UPRIGHT_ENOUGH: Final = 0.7  # confidence at which the other direction need not be tried
_READABLE: Final = 0.5
_EXTENSIONS_CAPS: Final = (8.0, 14.0, 20.0)  # so that a line found by a third is read whole
_WORTH_EXTENDING: Final = 0.8  # confidence
_GLANCE_COST: Final = 0.6
_LONGEST_ASPECT: Final = 60.0
_CUT_MARGIN: Final = 4.0  # log odds by which another count must win over every lawful one


@dataclass(frozen=True, slots=True)
class BandText:
    """Lines in reading order, each `width` characters. `is_lawful` when `width` and their number fit a layout."""

    view: View
    lines: tuple[LineText, ...]
    width: int
    is_lawful: bool

    @property
    def confidence(self) -> float:
        """Geometric mean over all lines."""
        return float(np.exp(np.mean([np.log(line.confidence(self.width)) for line in self.lines])))

    @property
    def weight(self) -> tuple[bool, float]:
        """For choosing between directions: a whole MRZ before a part, then how much of it was read how surely."""
        return self.is_lawful, self.confidence * self.width * len(self.lines)

    @property
    def runs_on(self) -> bool:
        """Whether a line goes on with the same pitch beyond the characters that were counted."""
        return any(line.continues(self.width) for line in self.lines)

    def probabilities(self) -> list[NDArray[np.float64]]:
        """Per line (width, 37)."""
        return [line.probabilities(self.width) for line in self.lines]


class BandReader:
    """Reads bands of one view of one image."""

    def __init__(self, recogniser: Recogniser, grey: Grey, view: View, effort: Effort) -> None:
        self._effort = effort
        self._recogniser = recogniser
        self._grey = grey
        self._view = view

    def glance(self, band: Band) -> float:
        """How surely the middle of the first line is OCR-B, in either direction (0…1): a tenth of a full reading."""
        line = band.lines[0]
        middle, half = (line.start_px + line.end_px) / 2, 5.0 * line.height_px
        part = replace(line, start_px=middle - half, end_px=middle + half)
        self._effort.spend(_GLANCE_COST)
        rectified = rectify(self._grey, self._view, part)
        sureness = []
        for strip in (rectified.strip, rectified.strip[::-1, ::-1]):
            columns = self._recogniser.recognise([np.ascontiguousarray(strip)])[0]
            inked = columns[:-1].max(axis=0)[columns[-1] < 0.5]
            sureness.append(float(inked.mean()) * min(1.0, 3.0 * len(inked) / columns.shape[1]) if len(inked) else 0.0)
        return max(sureness)

    def read(self, band: Band) -> BandText | None:
        """The band's text; None where there is none."""
        rectified = rectify_all(self._grey, self._view, band.lines)
        upright = self._directed(rectified, is_turned=False)
        if upright is not None and upright.is_lawful and upright.confidence >= _UPRIGHT_ENOUGH:
            return upright
        upside_down = self._directed(rectified, is_turned=True)
        found = [text for text in (upright, upside_down) if text is not None]
        return max(found, key=lambda text: text.weight, default=None)

    def _directed(self, rectified: Sequence[Rectified], *, is_turned: bool) -> BandText | None:
        order = reversed(rectified) if is_turned else rectified
        read = [self._line(each, is_turned=is_turned) for each in order]
        lines = [line for line in read if line is not None and line.is_readable]
        if not lines:
            return None
        width = _common_width(lines)
        lines = [line for line in lines if line.confidence(width) >= _READABLE]
        if not lines:
            return None
        if len(lines) < (3 if width == CARD_WIDTH else 2) and width in WIDTHS:
            lines = self._completed(lines, width, is_turned=is_turned)
        if width != CARD_WIDTH and len(lines) == 3:
            lines = max((lines[:2], lines[1:]), key=lambda pair: sum(line.confidence(width) for line in pair))
        is_lawful = width in WIDTHS and len(lines) == (3 if width == CARD_WIDTH else 2)
        return BandText(self._view, tuple(lines), width, is_lawful)

    def _line(self, rectified: Rectified, *, is_turned: bool) -> LineText | None:
        """One line; longer to either side as long as print goes on there."""
        self._effort.spend(1)
        line = read_line(self._recogniser, rectified, is_turned=is_turned)
        for caps in _EXTENSIONS_CAPS:
            if line is None or self._effort.is_spent or line.confidence(line.likeliest_count) < _WORTH_EXTENDING:
                break
            before, after = line.runs_on()
            if not (before or after) or line.rectified.line.length_px > _LONGEST_ASPECT * line.rectified.line.height_px:
                break
            print_line = line.rectified.line
            more = caps * print_line.height_px
            longer = replace(
                print_line,
                start_px=print_line.start_px - more * before,
                end_px=print_line.end_px + more * after,
                height_px=print_line.height_px + print_line.growth * more * (after - before) / 2,
            )
            self._effort.spend(1)
            line = read_line(self._recogniser, rectify(self._grey, self._view, longer), is_turned=is_turned)
        return line

    def _completed(self, lines: list[LineText], width: int, *, is_turned: bool) -> list[LineText]:
        """Look for the missing line: between two, or at the usual distances above and below."""
        wanted = 3 if width == CARD_WIDTH else 2
        # skewed lines are compared at one and the same x, for their own middles lie apart
        shared_px = float(np.mean([line.rectified.line.middle_px for line in lines]))
        known = sorted((line.rectified.line for line in lines), key=lambda line: line.y_at(shared_px))
        for place in _places(known, shared_px):
            rectified = rectify(self._grey, self._view, place)
            if self._effort.is_spent:
                break
            if any(_overlap(rectified.line, line.rectified.line, shared_px) for line in lines):
                continue
            line = self._line(rectified, is_turned=is_turned)
            if line is None or line.confidence(width) < _READABLE or line.score(width) < 0.5 * lines[0].score(width):
                continue
            lines = sorted([*lines, line], key=lambda each: each.rectified.line.y_at(shared_px), reverse=is_turned)
            if len(lines) == wanted:
                break
        return lines


def _common_width(lines: Sequence[LineText]) -> int:
    """The lawful length that fits all lines best, or another one when no lawful one comes near."""
    totals = {width: sum(line.score(width) for line in lines) for width in WIDTHS}
    best = max(WIDTHS, key=lambda width: totals[width])
    free = max(range(8, 47), key=lambda width: sum(line.score(width) for line in lines))
    free_total = sum(line.score(free) for line in lines)
    if not np.isfinite(totals[best]):
        return free
    return free if free_total - totals[best] > _CUT_MARGIN * len(lines) else best


def _overlap(first: PrintLine, second: PrintLine, x_px: float) -> bool:
    return abs(first.y_at(x_px) - second.y_at(x_px)) < 0.8 * max(first.height_px, second.height_px)


def _moved(line: PrintLine, down_px: float) -> PrintLine:
    c0, c1, c2 = line.curve
    return replace(line, curve=(c0 + down_px, c1, c2))


def _places(known: Sequence[PrintLine], x_px: float) -> list[PrintLine]:
    """Where the missing line may stand, likeliest first. `known` is ordered top to bottom."""
    height = float(np.mean([line.height_px for line in known]))
    if len(known) == 2:
        step = known[1].y_at(x_px) - known[0].y_at(x_px)
        if step > 2.7 * height:
            return [_moved(known[0], step / 2)]
        return [_moved(known[1], step), _moved(known[0], -step)]
    steps = (1.7, 2.4, 3.1)
    return [_moved(known[0], sign * step * height) for step in steps for sign in (1, -1)]
