"""Paper and blank as pixels, kept for the next document of the same state and kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from simulator.specimen import printing
from simulator.specimen.blank import Flaws, draw_blank, engraved
from simulator.specimen.box import Box
from simulator.specimen.defect import DefectKind
from simulator.specimen.engraving import engrave
from simulator.specimen.fonts import Fonts, installed_fonts
from simulator.specimen.ink import BRIGHTENED_UV, PAPER_IR, PAPER_UV, mixed
from simulator.specimen.layout import FORMATS, Format
from simulator.specimen.page import Pixels
from simulator.specimen.personal import Placed, draw_labels, placed_fields
from simulator.specimen.photo import Sight
from simulator.specimen.raster import lay_over, rasterise
from simulator.specimen.sheet import Sheet
from simulator.specimen.spec import DocumentSpec, Template
from simulator.specimen.states import State, state_of
from simulator.specimen.view import Light

_CACHED_BLANKS: Final = 24  # 3.3 MB each at most


@dataclass(frozen=True, slots=True)
class BlankKey:
    """What decides a blank: the same for all documents of one state and kind."""

    state: State
    template: Template
    sight: Sight
    flaws: Flaws
    brightened: bool
    copied: bool


def blank(spec: DocumentSpec, sight: Sight) -> Pixels:
    """The document before the holder's data is printed on it; read-only."""
    no_uv = spec.defect(DefectKind.MISSING_UV) is not None
    flaws = Flaws(no_uv, spec.defect(DefectKind.MISSING_MICROPRINT) is not None)
    copied = spec.defect(DefectKind.INKJET_PRINT) is not None
    state = state_of(spec.issuer, spec.design)
    return drawn_blank(BlankKey(state, spec.template, sight, flaws, no_uv, copied))


@lru_cache(maxsize=_CACHED_BLANKS)
def drawn_blank(key: BlankKey) -> Pixels:
    """The blank that `key` decides; kept, so that only the first document of a kind pays for it."""
    form, fonts, sight = FORMATS[key.template], installed_fonts(), key.sight
    sheet = Sheet(sight.light)
    draw_blank(sheet, key.state, key.template, form, fonts, key.flaws)
    draw_labels(sheet, _label_places(form, fonts, key.state), form, key.state, fonts)
    ground = engrave(paper(key.state, form.sides, sight, brightened=key.brightened), engraved(key.state, form), sight)
    pixels = lay_over(ground, rasterise(sheet, sight.field, sight.px_per_mm, fonts))
    if key.copied and sight.light is Light.VISIBLE:
        pixels = printing.inkjet(pixels, sight.px_per_mm, 11, (sight.field.left_mm, sight.field.top_mm))
    pixels.setflags(write=False)
    return pixels


def _label_places(form: Format, fonts: Fonts, state: State) -> list[Placed]:
    names = {name: "" for row in form.rows for name, _ in row.fields}
    return list(placed_fields(form, names, state.data_face, fonts))


def paper(state: State, sides: tuple[Box, ...], sight: Sight, *, brightened: bool) -> Pixels:
    """The bare paper, from one tint to the other; between the sides of a card lies the scanner's lid."""
    field = sight.field
    height, width = (round(side * sight.px_per_mm) for side in (field.height_mm, field.width_mm))
    pixels = np.full((height, width, 3), 26, np.uint8)
    x = field.left_mm + (np.arange(width) + 0.5) / sight.px_per_mm
    for side in sides:
        share = np.clip((x - side.left_mm) / side.width_mm, 0, 1)[:, None]
        first, second = _tints(state, sight.light, brightened=brightened)
        row = np.array(first) * (1 - share) + np.array(second) * share
        left, top, right, bottom = side.in_px(sight.px_per_mm, (field.left_mm, field.top_mm))
        left, top, right, bottom = max(left, 0), max(top, 0), min(right, width), min(bottom, height)
        if left < right and top < bottom:
            pixels[top:bottom, left:right] = row[None, left:right].astype(np.uint8)
    return pixels


def _tints(state: State, light: Light, *, brightened: bool) -> tuple[list[int], list[int]]:
    if light is Light.IR:
        papers = (PAPER_IR, PAPER_IR)
    elif light is Light.UV:
        tone = mixed(PAPER_UV, BRIGHTENED_UV, 0.72) if brightened else PAPER_UV
        papers = (tone, tone)
    else:
        papers = state.papers
    first, second = (list(bytes.fromhex(each[1:]))[::-1] for each in papers)
    return first, second
