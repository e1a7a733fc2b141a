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
