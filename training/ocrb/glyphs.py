"""Bitmaps of the 37 characters from installed fonts: OCR-B first, other fixed-pitch faces for odd prints.

Fonts are read from the machine that trains and are never copied into the repository.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from verifier.reading.alphabet import ALPHABET

MASTER_CAP_PX: Final = 32
MASTER_PITCH_PX: Final = 31.3  # OCR-B: 723 font units to 740 units of mean character height
CELL_HEIGHT_PX: Final = 48
CELL_WIDTH_PX: Final = 44

_OCR_B: Final = (
    ("/usr/share/fonts/opentype/ocr-b/OCRB.otf", 0.62),
    ("/usr/share/fonts/opentype/ocr-b/OCRBS.otf", 0.26),
)
_OTHER: Final = (
    ("/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf", 0.02),
    ("/usr/share/fonts/truetype/liberation/LiberationMono-Bold.ttf", 0.02),
    ("/usr/share/fonts/opentype/courier-prime/Courier Prime.otf", 0.01),
    ("/usr/share/fonts/opentype/courier-prime/Courier Prime Bold.otf", 0.015),
    ("/usr/share/fonts/truetype/freefont/FreeMonoBold.ttf", 0.015),
    ("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf", 0.01),
    ("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf", 0.015),
    ("/usr/share/fonts/truetype/gnutypewriter/GNUTypewriter.ttf", 0.015),
)


@dataclass(frozen=True, slots=True)
class GlyphSet:
    """Ink masks (37, 48, 44), 0 paper … 255 ink, each character centred on its cell, and how often the face is used."""

    masks: NDArray[np.uint8]
    weight: float


def _fitting_size(path: str) -> int:
    """The font size at which the mean height of H and 8 is MASTER_CAP_PX."""
    font = ImageFont.truetype(path, 200)
    heights = [font.getbbox(char)[3] - font.getbbox(char)[1] for char in "H8"]
    return round(200 * MASTER_CAP_PX / (sum(heights) / 2))


def _draw(path: str) -> NDArray[np.uint8]:
    font = ImageFont.truetype(path, _fitting_size(path))
    top = min(font.getbbox(char)[1] for char in "H08")
    bottom = max(font.getbbox(char)[3] for char in "H08")
    baseline_shift = CELL_HEIGHT_PX / 2 - (top + bottom) / 2
    masks = np.zeros((len(ALPHABET), CELL_HEIGHT_PX, CELL_WIDTH_PX), np.uint8)
    for index, char in enumerate(ALPHABET):
        cell = Image.new("L", (CELL_WIDTH_PX, CELL_HEIGHT_PX), 0)
        # by the advance, not the ink, so that each glyph keeps its own place in the pitch
        left = (CELL_WIDTH_PX - font.getlength(char)) / 2
        ImageDraw.Draw(cell).text((left, baseline_shift), char, fill=255, font=font)
        masks[index] = np.asarray(cell)
    return masks


def load_glyph_sets() -> Sequence[GlyphSet]:
    """All faces that are installed. Raises FileNotFoundError without OCR-B (Debian: fonts-ocr-b)."""
    for path, _ in _OCR_B:
        if not Path(path).exists():
            raise FileNotFoundError(f"OCR-B is not installed at {path}: install the package fonts-ocr-b")
    return [GlyphSet(_draw(path), weight) for path, weight in (*_OCR_B, *_OTHER) if Path(path).exists()]
