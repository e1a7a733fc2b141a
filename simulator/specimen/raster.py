"""From SVG to pixels, and layers laid over one another."""

from __future__ import annotations

import numpy as np
import resvg_py
from numpy.typing import NDArray

from simulator.specimen.box import Box
from simulator.specimen.fonts import Fonts
from simulator.specimen.page import Pixels
from simulator.specimen.sheet import Sheet
from verifier.reading.opencv import cv2

Rgba = NDArray[np.uint8]  # BGRA, height x width x 4, colours not premultiplied


def rasterise(sheet: Sheet, field_mm: Box, px_per_mm: float, fonts: Fonts) -> Rgba:
    """The part `field_mm` of a layer as BGRA uint8; where nothing is drawn it is transparent."""
    png = resvg_py.svg_to_bytes(
        svg_string=sheet.svg(field_mm, px_per_mm),
        skip_system_fonts=True,
        font_files=fonts.files(frozenset(sheet.faces)),
    )
    return np.asarray(cv2.imdecode(np.frombuffer(bytes(png), np.uint8), cv2.IMREAD_UNCHANGED), dtype=np.uint8)


def lay_over(ground: Pixels, layer: Rgba) -> Pixels:
    """`layer` over `ground`, both of one size."""
    alpha = layer[..., 3]
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    if len(rows) == 0:
        return ground.copy()
    part = (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
    share = cv2.merge([alpha[part]] * 3)
    above = cv2.multiply(layer[part][..., :3], share, scale=1 / 255)
    below = cv2.multiply(ground[part], 255 - share, scale=1 / 255)
    mixed = ground.copy()
    mixed[part] = cv2.add(above, below)
    return mixed
