"""OCR-B drawn by ourselves: the 37 characters of an MRZ as centre lines of a pen of constant width.

The shapes follow ISO 1073-2 size 1 as ICAO Doc 9303-3 §4.2 asks for it. Coordinates are units of which 108.4 make the
pitch of 2.54 mm: x right from the left edge of the character's cell, y down from the baseline.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import Final

PITCH_MM: Final = 2.54
UNITS_A_PITCH: Final = 108.4
MM_A_UNIT: Final = PITCH_MM / UNITS_A_PITCH
STROKE_UNITS: Final = 15.0

STROKES: Final = MappingProxyType(
    {
        "A": "M25 -7 L48 -99 H60 L84 -7 M33 -38 H76",
        "B": "M24 -98 H56 C72 -98 82 -89 82 -76 C82 -63 74 -54 58 -54 H24 M58 -54 C76 -54 84 -44 84 -32 "
        "C84 -16 74 -8 58 -8 H24 V-98",
        "C": "M78 -88 C75 -96 69 -100 60 -100 C42 -100 32 -80 32 -54 C32 -27 42 -7 60 -7 C70 -7 78 -11 78 -20",
        "D": "M32 -98 C62 -98 81 -76 81 -52 C81 -25 64 -8 32 -8 Z",
        "E": "M83 -98 H31 V-8 H83 M31 -54 H76",
        "F": "M80 -98 H39 V-6 M39 -54 H74",
        "G": "M81 -89 C76 -96 69 -100 58 -100 C38 -100 25 -80 25 -54 C25 -27 40 -7 60 -7 C70 -7 78 -10 82 -14 V-50 H57",
        "H": "M29 -100 V-6 M80 -100 V-6 M29 -53 H80",
        "I": "M36 -98 H73 M54 -98 V-8 M33 -8 H76",
        "J": "M66 -100 V-32 C66 -16 58 -7 48 -7 C36 -7 28 -16 27 -29",
        "K": "M26 -100 V-6 M82 -100 L36 -54 L85 -6",
        "L": "M29 -100 V-8 H84",
        "M": "M24 -6 V-99 H34 L54.5 -38 L75 -99 H85 V-6",
        "N": "M27 -6 V-99 H33 L76 -7 H82 V-100",
        "O": "M54 -100 C35 -100 24 -78 24 -54 C24 -29 35 -7 54 -7 C73 -7 84 -29 84 -54 C84 -78 73 -100 54 -100 Z",
        "P": "M29 -6 V-98 H56 C74 -98 84 -89 84 -75 C84 -60 74 -50 56 -50 H29",
        "Q": "M53 -100 C34 -100 24 -79 24 -56 C24 -28 36 -13 53 -13 C70 -13 81 -28 81 -56 C81 -79 72 -100 53 -100 Z "
        "M53 -47 L84 -6",
        "R": "M31 -6 V-98 H52 C66 -97 76 -92 80 -84 C81 -62 74 -50 58 -50 H31 M60 -50 L83 -6",
        "S": "M78 -85 C74 -95 66 -100 56 -100 C41 -100 31 -91 31 -79 C31 -67 40 -62 54 -56 C70 -49 79 -43 79 -29 "
        "C79 -15 69 -6 54 -6 C41 -6 32 -12 29 -24",
        "T": "M24 -98 H84 M54 -98 V-6",
        "U": "M27 -100 V-34 C27 -14 36 -7 55 -7 C74 -7 83 -14 83 -34 V-100",
        "V": "M24 -100 L49 -7 H59 L84 -100",
        "W": "M24 -100 C25 -60 29 -30 34 -7 H38 L54 -58 L70 -7 H74 C79 -30 83 -60 84 -100",
        "X": "M28 -100 L83 -6 M81 -100 L26 -6",
        "Y": "M28 -100 L54 -52 L81 -100 M54 -52 V-6",
        "Z": "M27 -98 H76 L28 -8 H80",
        "0": "M54 -108 C32 -108 24 -90 24 -57 C24 -22 32 -6 54 -6 C76 -6 85 -22 85 -57 C85 -90 76 -108 54 -108 Z",
        "1": "M29 -85 L57 -108 H61 V-6",
        "2": "M26 -100 C32 -105 42 -108 53 -108 C71 -108 80 -99 80 -85 C80 -68 64 -58 48 -46 C33 -35 28 -27 28 -8 H81",
        "3": "M24 -107 H81 V-100 L44 -66 C70 -68 83 -56 83 -37 C83 -16 68 -7 48 -7 C38 -7 31 -8 25 -11",
        "4": "M57 -109 L24 -36 V-32 H85 M69 -58 V-6",
        "5": "M78 -107 H33 L31 -69 C60 -73 79 -62 79 -40 C79 -18 62 -5 28 -5",
        "6": "M66 -109 L43 -77 C30 -60 25 -50 25 -38 C25 -18 37 -6 54 -6 C72 -6 84 -18 84 -36 C84 -54 73 -66 57 -66 "
        "C45 -66 35 -60 30 -50",
        "7": "M24 -107 H84 C84 -86 72 -76 60 -60 C48 -44 43 -30 43 -6",
        "8": "M54 -108 C70 -108 79 -98 79 -85 C79 -74 70 -68 54 -61 C36 -53 24 -46 24 -30 C24 -15 36 -6 54 -6 "
        "C72 -6 84 -15 84 -30 C84 -46 72 -53 54 -61 C38 -68 29 -74 29 -85 C29 -98 38 -108 54 -108 Z",
        "9": "M43 -5 L66 -37 C79 -54 84 -64 84 -76 C84 -96 72 -108 54 -108 C36 -108 24 -96 24 -78 C24 -60 35 -48 "
        "52 -48 C64 -48 74 -54 79 -64",
        "<": "M85 -97 L25 -57 L85 -17",
    }
)


@cache
def commands(character: str) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """The strokes of one character as path commands: letter (M, L, H, V, C, Z), absolute numbers in units.

    Raises KeyError for anything but A to Z, 0 to 9 and the filler.
    """
    found: list[tuple[str, tuple[float, ...]]] = []
    for word in STROKES[character].split():
        if word[0].isalpha():
            found.append((word[0], (float(word[1:]),) if len(word) > 1 else ()))
        else:
            letter, numbers = found[-1]
            found[-1] = (letter, (*numbers, float(word)))
    return tuple(found)


def path(character: str, left_mm: float, baseline_mm: float) -> str:
    """SVG path data of one character, in mm, with its cell's left edge and baseline where asked."""
    pieces = []
    for letter, numbers in commands(character):
        if letter == "H":
            placed = [left_mm + numbers[0] * MM_A_UNIT]
        elif letter == "V":
            placed = [baseline_mm + numbers[0] * MM_A_UNIT]
        else:
            placed = [
                (left_mm if index % 2 == 0 else baseline_mm) + number * MM_A_UNIT
                for index, number in enumerate(numbers)
            ]
        pieces.append(letter + " ".join(f"{each:.3f}" for each in placed))
    return "".join(pieces)


def line_path(text: str, left_mm: float, baseline_mm: float) -> str:
    """SVG path data of one line of an MRZ, one character every 2.54 mm."""
    return "".join(path(each, left_mm + index * PITCH_MM, baseline_mm) for index, each in enumerate(text))
