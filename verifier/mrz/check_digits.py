"""The 7-3-1 check digit of ICAO Doc 9303-3 §4.9."""

from __future__ import annotations

from typing import Final

_WEIGHTS: Final = (7, 3, 1)
# 0–9 count as themselves, A–Z as 10–35, the filler as 0
_VALUES: Final = {character: value for value, character in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")} | {"<": 0}


def compute(text: str) -> str:
    """The check digit over `text`; '' where it holds a character that no MRZ can hold."""
    total = 0
    for position, character in enumerate(text):
        value = _VALUES.get(character)
        if value is None:
            return ""
        total += value * _WEIGHTS[position % 3]
    return str(total % 10)
