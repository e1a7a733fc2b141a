"""The 37 MRZ characters and the geometry of a rectified line, shared by the reader and by the training script."""

from __future__ import annotations

from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"  # ICAO 9303-3 §4.3
BLANK: Final = len(ALPHABET)  # the class "no character's middle here"

STRIP_HEIGHT_PX: Final = 24
CAP_HEIGHT_PX: Final = 16  # capitals stand in the middle of the strip, 4 px above and below
COLUMN_STRIDE_PX: Final = 4  # the model answers once per 4 px of strip width
