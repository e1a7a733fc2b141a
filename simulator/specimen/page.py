"""A rendered view: pixels, and where everything stands on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.specimen.box import Box
from simulator.specimen.defect import DefectKind, Tool
from simulator.specimen.view import View
from verifier.reading.opencv import cv2

Pixels = NDArray[np.uint8]  # BGR, height x width x 3
PxBox = tuple[int, int, int, int]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class PlantedAt:
    """A defect that this document carries: where (mm), and the tool that shows it."""

    kind: DefectKind
    region: str
    box: Box
    tool: Tool


@dataclass(frozen=True, slots=True, eq=False)
class Placement:
    """Where everything stands on one view of one document; known before anything is drawn.

    `boxes` are the named regions in mm on the document, also those outside a loupe's field; `region_px` gives them in
    pixels of this view.
    """

    width_px: int
    height_px: int
    view: View
    px_per_mm: float
    origin_mm: tuple[float, float]
    boxes: Mapping[str, Box]
    planted: tuple[PlantedAt, ...]

    def region_px(self, name: str) -> PxBox:
        """left, top, right, bottom of a named region in this view. Raises KeyError for an unknown name."""
        return self.boxes[name].in_px(self.px_per_mm, self.origin_mm)

    @property
    def regions_px(self) -> dict[str, PxBox]:
        """All named regions in pixels of this view."""
        return {name: self.region_px(name) for name in self.boxes}

    def fraction(self, name: str) -> tuple[float, float, float, float]:
        """left, top, right, bottom of a region as fractions of this picture. Raises KeyError for an unknown name."""
        left, top, right, bottom = self.region_px(name)
        return left / self.width_px, top / self.height_px, right / self.width_px, bottom / self.height_px


@dataclass(frozen=True, slots=True, eq=False)
class Page(Placement):
    """The view itself, kept as PNG: a page of pixels takes twice the memory. `mrz` are the lines as printed."""

    encoded: bytes
    mrz: tuple[str, ...]

    @property
    def pixels(self) -> Pixels:
        """The picture as read-only BGR uint8, height x width x 3; decoded at each call, some 30 ms."""
        decoded = cv2.imdecode(np.frombuffer(self.encoded, np.uint8), cv2.IMREAD_COLOR)
        pixels = np.asarray(decoded, dtype=np.uint8)
        pixels.setflags(write=False)
        return pixels

    def png(self) -> bytes:
        """The picture as PNG."""
        return self.encoded

    def jpeg(self, quality: int = 90) -> bytes:
        """The picture as JPEG."""
        return bytes(cv2.imencode(".jpg", self.pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])[1].tobytes())
