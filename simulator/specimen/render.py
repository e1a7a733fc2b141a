"""`render`: one specification, one view, one picture."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from simulator.specimen.box import Box
from simulator.specimen.fonts import Face, installed_fonts
from simulator.specimen.ink import SPECIMEN_RED, Ink
from simulator.specimen.layout import FORMATS
from simulator.specimen.page import Page
from simulator.specimen.personal import draw_labels, draw_mrz, draw_value, mrz_regions, placed_fields
from simulator.specimen.raster import lay_over, rasterise
from simulator.specimen.sheet import Sheet
from simulator.specimen.spec import DocumentSpec
from simulator.specimen.states import state_of
from simulator.specimen.texts import mrz_lines, printed_texts
from simulator.specimen.view import View

PX_PER_MM = 10.0


def render(spec: DocumentSpec, view: View) -> Page:
    """Draw one view of a document. The same arguments give the same pixels.

    Raises LintasError (INVALID) where the MRZ cannot hold the data, or the loupe is put on an unknown region.
    """
    fonts, state, form = installed_fonts(), state_of(spec.issuer, spec.design), FORMATS[spec.template]
    lines, texts = mrz_lines(spec), printed_texts(spec, state.authority)
    fields = list(placed_fields(form, texts, state.data_face, fonts))
    sheet = Sheet(view.light)
    for side in form.sides:
        sheet.box(side, Ink(state.papers[0], "#1d1540", "#d6d6d6"), radius_mm=2)
    sheet.box(form.photo, Ink("#c8ccd2", "#2a2350", "#aaaaaa"))
    sheet.box(form.header, Ink(state.accent, "#251a4a", ""))
    sheet.text(state.name, (5, 6), state.title_face, 4.2, Ink("#ffffff", "", ""))
    draw_labels(sheet, fields, form, state, fonts)
    for each in fields:
        draw_value(sheet, each, state.data_face)
    draw_mrz(sheet, lines, form)
    sheet.text("SPECIMEN", (60, 50), Face.SANS_BOLD, 8, SPECIMEN_RED, opacity=0.5)
    whole = form.whole
    drawn = rasterise(sheet, whole, PX_PER_MM, fonts)
    ground = np.full((*drawn.shape[:2], 3), 255, np.uint8)
    pixels = lay_over(ground, drawn)
    pixels.setflags(write=False)
    boxes: dict[str, Box] = {each.name: each.box for each in fields}
    boxes |= {"photo": form.photo, "ghost": form.ghost, "page": whole, **mrz_regions(form, lines)}
    return Page(pixels, view, PX_PER_MM, (0.0, 0.0), MappingProxyType(boxes), lines)
