"""Order the readings of one image: the recogniser's confidence first, check digits only where it is the same."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from verifier.model.reading import Quad, Reading, ReadingNote
from verifier.reading.decode import Decoded

_SAME: Final = 0.02  # confidences this close say nothing about which is better


def ranked(readings: Sequence[Reading], decoded: Sequence[Decoded]) -> tuple[Reading, ...]:
    """Best first, one reading a place; several places are said to be SEVERAL_DOCUMENTS."""
    order = sorted(range(len(readings)), key=lambda index: _key(readings[index], decoded[index]), reverse=True)
    kept: list[Reading] = []
    for index in order:
        if not any(same_place(readings[index], other) for other in kept):
            kept.append(readings[index])
    whole = [reading for reading in kept if ReadingNote.LOW_CONFIDENCE not in reading.notes]
    if whole:
        kept = whole  # scraps beside a good reading are other print
    if len(kept) > 1:
        kept = [replace(each, notes=(*each.notes, ReadingNote.SEVERAL_DOCUMENTS)) for each in kept]
    return tuple(kept)


def _key(reading: Reading, decoded: Decoded) -> tuple[float, float, float]:
    complete = decoded.digits > 0 or decoded.layout is not None
    share = decoded.right_digits / decoded.digits if decoded.digits else 0.0
    return (complete, round(reading.confidence / _SAME), share)


def _centre(quad: Quad) -> tuple[float, float]:
    return sum(x for x, _ in quad.corners_px) / 4, sum(y for _, y in quad.corners_px) / 4


def same_place(first: Reading, second: Reading) -> bool:
    """Whether one's centre lies near the other's, measured by the smaller band's depth."""
    if first.band is None or second.band is None:
        return first.lines == second.lines
    (x0, y0), (x1, y1) = _centre(first.band), _centre(second.band)
    depth = min(_depth(first.band), _depth(second.band))
    return math.hypot(x1 - x0, y1 - y0) < 1.5 * depth


def _depth(quad: Quad) -> float:
    (x0, y0), _, _, (x3, y3) = quad.corners_px
    return math.hypot(x3 - x0, y3 - y0)
