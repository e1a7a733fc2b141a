"""Put lines of print together to bands: two or three lines of equal length, height and distance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import numpy as np

from verifier.reading.locate import PrintLine

_MOST_BANDS: Final = 8
_ASPECTS: Final = (22.0, 75.0)  # length : height of 30 to 44 characters, and room for glare and wrong heights


@dataclass(frozen=True, slots=True)
class Band:
    """Lines, top to bottom, and how much they look like an MRZ before anything is read (0…1)."""

    lines: tuple[PrintLine, ...]
    likeness: float


def find_bands(lines: Sequence[PrintLine]) -> list[Band]:
    """The likeliest bands, best first; no line stands in two."""
    longish = [line for line in lines if _ASPECTS[0] * 0.5 <= line.length_px / line.height_px <= _ASPECTS[1]]
    ordered = sorted(longish, key=lambda line: line.y_at((line.start_px + line.end_px) / 2))
    candidates: list[Band] = []
    for index, first in enumerate(ordered):
        for second in ordered[index + 1 :]:
            if not _stacked(first, second):
                continue
            candidates.append(Band((first, second), _likeness((first, second))))
            candidates += [
                Band((first, second, third), _likeness((first, second, third)))
                for third in ordered[index + 2 :]
                if third is not second and _stacked(second, third) and _even(first, second, third)
            ]
    return [_with_shared_ends(band) for band in _disjoint(sorted(candidates, key=lambda band: -band.likeness))]


def _with_shared_ends(band: Band) -> Band:
    """Lines of an MRZ begin and end together; where one seems shorter, its ends were pale."""
    slope = float(np.mean([line.slope for line in band.lines]))
    # along the print, so that skew does not count
    leans = [slope * line.y_at(line.middle_px) for line in band.lines]
    start = min(line.start_px + lean for line, lean in zip(band.lines, leans, strict=True))
    end = max(line.end_px + lean for line, lean in zip(band.lines, leans, strict=True))
    lines = tuple(
        replace(line, start_px=start - lean, end_px=end - lean) for line, lean in zip(band.lines, leans, strict=True)
    )
    return Band(lines, band.likeness)


def _disjoint(candidates: Sequence[Band]) -> list[Band]:
    chosen: list[Band] = []
    used: set[int] = set()
    for band in candidates:
        ids = {id(line) for line in band.lines}
        if not ids & used:
            chosen.append(band)
            used |= ids
    return chosen[:_MOST_BANDS]


def _distance(first: PrintLine, second: PrintLine) -> float:
    middle = (max(first.start_px, second.start_px) + min(first.end_px, second.end_px)) / 2
    return second.y_at(middle) - first.y_at(middle)


def _stacked(first: PrintLine, second: PrintLine) -> bool:
    """`second` may be the next line below `first`."""
    height = (first.height_px + second.height_px) / 2
    shared = min(first.end_px, second.end_px) - max(first.start_px, second.start_px)
    if shared < 0.6 * max(first.length_px, second.length_px):
        return False
    if max(first.height_px, second.height_px) > 1.7 * min(first.height_px, second.height_px):
        return False
    return 1.1 * height < _distance(first, second) < 5.0 * height


def _even(first: PrintLine, second: PrintLine, third: PrintLine) -> bool:
    upper, lower = _distance(first, second), _distance(second, third)
    return max(upper, lower) < 1.35 * min(upper, lower)


def _likeness(lines: Sequence[PrintLine]) -> float:
    length = max(line.length_px for line in lines)
    height = float(np.mean([line.height_px for line in lines]))
    starts = float(np.ptp([line.start_px for line in lines]))
    ends = float(np.ptp([line.end_px for line in lines]))
    aligned = float(np.exp(-12 * (starts + ends) / length))
    aspect = length / height
    slim = float(np.exp(-(max(24 - aspect, 0, aspect - 52) ** 2) / 50))
    # three lines are rarer by chance than two, and two of three must not win over all
    together = 1.0 if len(lines) == 3 else 0.75
    steps = [_distance(a, b) / height for a, b in pairwise(lines)]
    spaced = 1.0 if all(1.3 < step < 4.3 for step in steps) else 0.6
    return aligned * slim * together * spaced


def longest_lines(lines: Sequence[PrintLine], count: int) -> list[PrintLine]:
    """Single lines that might be an MRZ's, when no band was found."""
    fitting = [line for line in lines if _ASPECTS[0] <= line.length_px / line.height_px <= _ASPECTS[1]]
    return sorted(fitting, key=lambda line: -line.length_px)[:count]
