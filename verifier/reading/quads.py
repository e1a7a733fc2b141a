"""Where a band lies in the image."""

from __future__ import annotations

from typing import Final

from verifier.model.reading import Quad
from verifier.reading.band_text import BandText

_EDGE_SHARE: Final = 0.06  # of the band's length: how near to the image's edge a cut line ends


def band_quad(text: BandText) -> Quad:
    """Corners in the image, in the band's own reading direction."""
    first, last = text.lines[0], text.lines[-1]
    left, right = first.ends_px(text.width)
    lower_left, lower_right = last.ends_px(text.width)
    up = -0.8 if not first.is_turned else 0.8
    corners = (
        _corner(text, left, 0, up),
        _corner(text, right, 0, up),
        _corner(text, lower_right, -1, -up),
        _corner(text, lower_left, -1, -up),
    )
    return Quad(corners)


def _corner(text: BandText, x_px: float, line: int, heights: float) -> tuple[float, float]:
    printed = text.lines[line].rectified.line
    return text.view.point_in_image(x_px, printed.y_at(x_px) + heights * printed.height_at(x_px))


def touches_edge(quad: Quad, width_px: int, height_px: int) -> bool:
    """Whether a corner lies at or beyond the image's edge."""
    (x0, y0), (x1, y1), *_ = quad.corners_px
    near = _EDGE_SHARE * ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 + 2
    return any(x < near or y < near or x > width_px - 1 - near or y > height_px - 1 - near for x, y in quad.corners_px)
