"""One layer of a page as SVG, seen in one light. Coordinates are millimetres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from simulator.specimen.box import Box
from simulator.specimen.fonts import Face
from simulator.specimen.ink import Ink
from simulator.specimen.view import Light

Points = Sequence[tuple[float, float]]


@dataclass(slots=True)
class Sheet:
    """Collects SVG elements. Inks that show nothing in `light` leave nothing behind."""

    light: Light
    pieces: list[str] = field(default_factory=list)
    faces: set[Face] = field(default_factory=set)

    def path(self, data: str, ink: Ink, width_mm: float, *, opacity: float = 1.0, cap: str = "round") -> None:
        """A stroked path."""
        colour = ink.under(self.light)
        if colour:
            self.pieces.append(
                f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{width_mm:.3f}" '
                f'stroke-linecap="{cap}" stroke-linejoin="round"{_faded("stroke", opacity)}/>'
            )

    def fill(self, data: str, ink: Ink, *, opacity: float = 1.0) -> None:
        """A filled path; holes by the even-odd rule."""
        colour = ink.under(self.light)
        if colour:
            self.pieces.append(f'<path d="{data}" fill="{colour}" fill-rule="evenodd"{_faded("fill", opacity)}/>')

    def line(self, points: Points, ink: Ink, width_mm: float, *, opacity: float = 1.0, closed: bool = False) -> None:
        """A polyline."""
        self.path(polyline(points, closed=closed), ink, width_mm, opacity=opacity)

    def box(self, box: Box, ink: Ink, *, opacity: float = 1.0, radius_mm: float = 0.0) -> None:
        """A filled rectangle."""
        colour = ink.under(self.light)
        if colour:
            self.pieces.append(
                f'<rect x="{box.left_mm:.3f}" y="{box.top_mm:.3f}" width="{box.width_mm:.3f}" '
                f'height="{box.height_mm:.3f}" rx="{radius_mm:g}" fill="{colour}"{_faded("fill", opacity)}/>'
            )

    def frame(self, box: Box, ink: Ink, width_mm: float, *, opacity: float = 1.0, radius_mm: float = 0.0) -> None:
        """A rectangle's outline."""
        colour = ink.under(self.light)
        if colour:
            self.pieces.append(
                f'<rect x="{box.left_mm:.3f}" y="{box.top_mm:.3f}" width="{box.width_mm:.3f}" '
                f'height="{box.height_mm:.3f}" rx="{radius_mm:g}" fill="none" stroke="{colour}" '
                f'stroke-width="{width_mm:.3f}"{_faded("stroke", opacity)}/>'
            )

    def circle(self, x_mm: float, y_mm: float, radius_mm: float, ink: Ink, *, opacity: float = 1.0) -> None:
        """A filled disc."""
        colour = ink.under(self.light)
        if colour:
            faded = _faded("fill", opacity)
            self.pieces.append(f'<circle cx="{x_mm:.3f}" cy="{y_mm:.3f}" r="{radius_mm:.3f}" fill="{colour}"{faded}/>')

    def text(
        self,
        text: str,
        at_mm: tuple[float, float],
        face: Face,
        size_mm: float,
        ink: Ink,
        *,
        anchor: str = "start",
        spacing_mm: float = 0.0,
        turn_deg: float = 0.0,
        opacity: float = 1.0,
    ) -> None:
        """One line of text on its baseline."""
        colour = ink.under(self.light)
        if not colour or not text:
            return
        self.faces.add(face)
        family, weight, style, _ = face.value
        x_mm, y_mm = at_mm
        turned = f' transform="rotate({turn_deg:g} {x_mm:.3f} {y_mm:.3f})"' if turn_deg else ""
        faded = _faded("fill", opacity)
        spaced = f' letter-spacing="{spacing_mm:.3f}"' if spacing_mm else ""
        self.pieces.append(
            f'<text x="{x_mm:.3f}" y="{y_mm:.3f}" font-family="{family}" font-weight="{weight}" font-style="{style}" '
            f'font-size="{size_mm:.3f}" text-anchor="{anchor}" fill="{colour}"{spaced}{turned}{faded}>'
            f"{escape(text)}</text>"
        )

    def gradient(self, name: str, colours: Sequence[str], left_mm: float, right_mm: float) -> None:
        """A left to right run of colours that inks name as `url(#name)`: rainbow printing."""
        stops = "".join(
            f'<stop offset="{index / (len(colours) - 1):.3f}" stop-color="{each}"/>'
            for index, each in enumerate(colours)
        )
        self.pieces.append(
            f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{left_mm:g}" y1="0" x2="{right_mm:g}" '
            f'y2="0">{stops}</linearGradient>'
        )

    def group(self, content: Sequence[str], *, clip: Box | None = None, transform: str = "") -> None:
        """Elements of another sheet, moved or cut to a rectangle."""
        turned = f' transform="{transform}"' if transform else ""
        if clip is None:
            self.pieces.append(f"<g{turned}>{''.join(content)}</g>")
            return
        name = f"c{len(self.pieces)}"
        self.pieces.append(
            f'<clipPath id="{name}"><rect x="{clip.left_mm:.3f}" y="{clip.top_mm:.3f}" width="{clip.width_mm:.3f}" '
            f'height="{clip.height_mm:.3f}"/></clipPath><g clip-path="url(#{name})"{turned}>{"".join(content)}</g>'
        )

    def svg(self, field_mm: Box, px_per_mm: float) -> str:
        """The whole layer as an SVG document that shows `field_mm` at `px_per_mm`."""
        width, height = round(field_mm.width_mm * px_per_mm), round(field_mm.height_mm * px_per_mm)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="{field_mm.left_mm:g} {field_mm.top_mm:g} {field_mm.width_mm:g} {field_mm.height_mm:g}">'
            f"{''.join(self.pieces)}</svg>"
        )


def polyline(points: Points, *, closed: bool = False) -> str:
    """Path data of straight lines through `points` (mm)."""
    data = "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points)
    return data + "Z" if closed else data


def _faded(what: str, opacity: float) -> str:
    # not `opacity`: that would be drawn on a layer of its own, at several times the cost
    return "" if opacity >= 1 else f' {what}-opacity="{opacity:.3g}"'
