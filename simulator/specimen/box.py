"""Rectangles on a document, in millimetres from its top left corner."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: x right, y down, millimetres."""

    left_mm: float
    top_mm: float
    width_mm: float
    height_mm: float

    @property
    def right_mm(self) -> float:
        """The x of the right edge."""
        return self.left_mm + self.width_mm

    @property
    def bottom_mm(self) -> float:
        """The y of the lower edge."""
        return self.top_mm + self.height_mm

    @property
    def middle_mm(self) -> tuple[float, float]:
        """x and y of the middle."""
        return self.left_mm + self.width_mm / 2, self.top_mm + self.height_mm / 2

    def moved(self, right_mm: float, down_mm: float) -> Box:
        """The same rectangle elsewhere."""
        return Box(self.left_mm + right_mm, self.top_mm + down_mm, self.width_mm, self.height_mm)

    def grown(self, by_mm: float) -> Box:
        """Larger on every side by `by_mm`; smaller when it is negative."""
        return Box(self.left_mm - by_mm, self.top_mm - by_mm, self.width_mm + 2 * by_mm, self.height_mm + 2 * by_mm)

    def in_px(self, px_per_mm: float, origin_mm: tuple[float, float] = (0.0, 0.0)) -> tuple[int, int, int, int]:
        """left, top, right, bottom in whole pixels of an image whose top left corner lies at `origin_mm`."""
        x, y = origin_mm
        edges = (self.left_mm - x, self.top_mm - y, self.right_mm - x, self.bottom_mm - y)
        left, top, right, bottom = (round(each * px_per_mm) for each in edges)
        return left, top, right, bottom
