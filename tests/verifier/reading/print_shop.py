"""Prints MRZ pages for tests from a sheet of 37 glyphs that our own script rendered (`ocrb_glyphs.png`)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from verifier.reading.alphabet import ALPHABET
from verifier.reading.opencv import cv2

Grey = NDArray[np.uint8]
_SHEET: Final = Path(__file__).with_name("ocrb_glyphs.png")
_PITCH_PX: Final = 31.3
_CAP_PX: Final = 32

TD3: Final = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
TD2: Final = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")
TD1: Final = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")
VISA: Final = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<")


def page(lines: Sequence[str], *, cap_px: float = 20.0, above: float = 6.0, margin: float = 2.5) -> Grey:
    """A light page with `lines` at its foot, characters `cap_px` high; margins in character heights."""
    sheet = np.asarray(cv2.imread(str(_SHEET), cv2.IMREAD_GRAYSCALE), dtype=np.uint8)
    height, cell = sheet.shape[0], sheet.shape[1] // len(ALPHABET)
    step = (1.75 if len(lines) == 3 else 2.5) * _CAP_PX
    width = round(max(map(len, lines)) * _PITCH_PX + 2 * margin * _CAP_PX)
    depth = round((above + 2.0) * _CAP_PX + (len(lines) - 1) * step)
    ink = np.zeros((depth, width), np.uint8)
    for row, text in enumerate(lines):
        top = round(above * _CAP_PX + row * step - height / 2)
        for column, char in enumerate(text):
            left = round(margin * _CAP_PX + (column + 0.5) * _PITCH_PX - cell / 2)
            index = ALPHABET.index(char)
            target = ink[top : top + height, left : left + cell]
            np.maximum(target, sheet[:, index * cell : (index + 1) * cell], out=target)
    large = 235 - 190.0 * ink / 255
    scale = cap_px / _CAP_PX
    size = (round(width * scale), round(depth * scale))
    return np.asarray(cv2.resize(large, size, interpolation=cv2.INTER_AREA), dtype=np.float64).astype(np.uint8)


def turned(image: Grey, degrees: float) -> Grey:
    """Turned counter-clockwise on a canvas that holds every corner."""
    height, width = image.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    cos, sin = abs(matrix[0, 0]), abs(matrix[0, 1])
    size = (int(width * cos + height * sin) + 2, int(width * sin + height * cos) + 2)
    matrix[:, 2] += ((size[0] - width) / 2, (size[1] - height) / 2)
    return np.asarray(cv2.warpAffine(image, matrix, size, borderValue=235), dtype=np.uint8)
