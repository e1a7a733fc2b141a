"""Order the readings of one image: the recogniser's confidence first, check digits only where it is the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from verifier.model.reading import Quad, Reading, ReadingNote
from verifier.reading.decode import Decoded

_SAME: Final = 0.02  # confidences this close say nothing about which is better


def ranked(readings: Sequence[Reading], decoded: Sequence[Decoded]) -> tuple[Reading, ...]:
    """Best first, one reading a place; several places are said to be SEVERAL_DOCUMENTS."""
    kept: list[Reading] = []
    for index in _ordered(readings, decoded):
        if not any(same_place(readings[index], other) for other in kept):
            kept.append(readings[index])
    whole = [reading for reading in kept if ReadingNote.LOW_CONFIDENCE not in reading.notes]
    if whole:
        kept = whole  # scraps beside a good reading are other print
    if len(kept) > 1:
        kept = [replace(each, notes=(*each.notes, ReadingNote.SEVERAL_DOCUMENTS)) for each in kept]
    return tuple(kept)


def _ordered(readings: Sequence[Reading], decoded: Sequence[Decoded]) -> list[int]:
    """Indices, surest first; among those about as sure as the surest left, the one with most digits right."""
    left = sorted(range(len(readings)), key=lambda index: -readings[index].confidence)
    order: list[int] = []
    while left:
        surest = readings[left[0]].confidence
        equals = [index for index in left if readings[index].confidence >= surest - _SAME]
        order += sorted(equals, key=lambda index: -_share_right(decoded[index]))
        left = [index for index in left if index not in equals]
    # whole layouts before parts of one
    return sorted(order, key=lambda index: decoded[index].digits == 0 and decoded[index].layout is None)


def _share_right(decoded: Decoded) -> float:
    return decoded.right_digits / decoded.digits if decoded.digits else 0.0


def _centre(quad: Quad) -> tuple[float, float]:
    return sum(x for x, _ in quad.corners_px) / 4, sum(y for _, y in quad.corners_px) / 4


def same_place(first: Reading, second: Reading) -> bool:
    """Whether the centre of one band lies on the other, or nearly so."""
    if first.band is None or second.band is None:
        return first.lines == second.lines
    return _holds(first.band, _centre(second.band)) or _holds(second.band, _centre(first.band))


def _holds(band: Quad, point: tuple[float, float]) -> bool:
    """Whether `point` lies within the band's length and within one and a half times its depth."""
    (x0, y0), (x1, y1), _, (x3, y3) = band.corners_px
    centre = _centre(band)
    away = (point[0] - centre[0], point[1] - centre[1])
    along, down = (x1 - x0, y1 - y0), (x3 - x0, y3 - y0)
    return _share(away, along) <= 0.5 and _share(away, down) <= 0.75


def _share(away: tuple[float, float], side: tuple[float, float]) -> float:
    """How far `away` reaches along `side`, in lengths of it."""
    square = max(side[0] ** 2 + side[1] ** 2, 1e-9)
    return abs(away[0] * side[0] + away[1] * side[1]) / square
