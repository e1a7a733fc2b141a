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


def lay_over(ground: Pixels, layer: Rgba, *, multiply: bool = False) -> Pixels:
    """`layer` over `ground`, both of one size. `multiply` lets what is below show through, as transparent inks do."""
    alpha = layer[..., 3:].astype(np.uint16)
    colour = layer[..., :3].astype(np.uint16)
    below = ground.astype(np.uint16)
    if multiply:
        colour = (colour * below + 127) // 255
    return ((below * (255 - alpha) + colour * alpha + 127) // 255).astype(np.uint8)
