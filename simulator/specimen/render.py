"""`render`: one specification, one view, one picture; drawn once, then kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from ledger.errors import invalid_field
from simulator.specimen import printing
from simulator.specimen.blank_raster import blank, paper
from simulator.specimen.box import Box
from simulator.specimen.defect import DefectKind
from simulator.specimen.engraving import engrave
from simulator.specimen.fonts import installed_fonts
from simulator.specimen.inner import WHOLE, draw_inner, engraved_inner
from simulator.specimen.layers import draw_overlay, spoiled, with_portraits
from simulator.specimen.layout import FORMATS, Format
from simulator.specimen.marks import ovd_box, training_band
from simulator.specimen.page import Page, Pixels, Placement
from simulator.specimen.personal import Placed, mrz_regions, placed_fields
from simulator.specimen.photo import Sight
from simulator.specimen.planted import planted_at
from simulator.specimen.raster import lay_over, rasterise
from simulator.specimen.sheet import Sheet
from simulator.specimen.spec import DocumentSpec, Template
from simulator.specimen.states import state_of
from simulator.specimen.texts import mrz_lines, printed_texts
from simulator.specimen.view import Light, Part, View
from verifier.reading.opencv import cv2

PX_PER_MM: Final = 10.0
LOUPE_PX_PER_MM: Final = 40.0
LOUPE_FIELD_MM: Final = (24.0, 18.0)
_KEPT: Final = 128  # pages, as PNG of about 2 MB each

_K = DefectKind


@lru_cache(maxsize=_KEPT)
def render(spec: DocumentSpec, view: View) -> Page:
    """Draw one view of a document, or take it from the cache. The same arguments give the same pixels.

    Raises LintasError (INVALID) where the MRZ cannot hold the data, the portrait is unknown, the loupe is put on an
    unknown region, or a document other than a passport is asked for its inner page.
    """
    placed = placement(spec, view)
    field = Box(*placed.origin_mm, placed.width_px / placed.px_per_mm, placed.height_px / placed.px_per_mm)
    sight = Sight(field, placed.px_per_mm, view.light)
    pixels = _inner(spec, sight) if view.part is Part.INNER else _data(spec, sight, placed.boxes)
    if view.loupe is not None:
        pixels = printing.offset_print(pixels, sight.px_per_mm, spec.seed)
    return Page(
        encoded=cv2.imencode(".png", pixels, [cv2.IMWRITE_PNG_COMPRESSION, 1])[1].tobytes(),
        width_px=placed.width_px,
        height_px=placed.height_px,
        view=view,
        px_per_mm=placed.px_per_mm,
        origin_mm=placed.origin_mm,
        boxes=placed.boxes,
        mrz=mrz_lines(spec),
        planted=placed.planted,
    )


def placement(spec: DocumentSpec, view: View) -> Placement:
    """Where everything stands on that view, without drawing it: some milliseconds. Raises as `render` does."""
    if view.part is Part.INNER:
        _, boxes = _inner_sheet(spec, view.light)
    else:
        form = FORMATS[spec.template]
        boxes = _boxes(form, _fields(spec, form), mrz_lines(spec))
    field, scale = _looked_at(view, boxes)
    return Placement(
        width_px=round(field.width_mm * scale),
        height_px=round(field.height_mm * scale),
        view=view,
        px_per_mm=scale,
        origin_mm=(field.left_mm, field.top_mm),
        boxes=MappingProxyType(boxes),
        planted=tuple(planted_at(spec, view.part, boxes, FORMATS[spec.template])),
    )


def prepare(specs: Iterable[DocumentSpec], on_progress: Callable[[int, int], None] = lambda done, of: None) -> None:
    """Draw the whole-page views of a session's documents beforehand; `on_progress` hears how many of how many.

    Raises what `render` raises.
    """
    wanted = [(spec, view) for spec in specs for view in page_views(spec)]
    for done, (spec, view) in enumerate(wanted, start=1):
        render(spec, view)
        on_progress(done, len(wanted))


def page_views(spec: DocumentSpec) -> tuple[View, ...]:
    """The whole-page views that this document has."""
    views = (View.VISIBLE, View.UV, View.IR)
    return (*views, View.INNER) if spec.template is Template.PASSPORT else views


def _data(spec: DocumentSpec, sight: Sight, boxes: Mapping[str, Box]) -> Pixels:
    form = FORMATS[spec.template]
    pixels = with_portraits(blank(spec, sight), spec, form, sight)
    overlay = Sheet(sight.light)
    draw_overlay(overlay, spec, form, _fields(spec, form), mrz_lines(spec))
    pixels = lay_over(pixels, rasterise(overlay, sight.field, sight.px_per_mm, installed_fonts()))
    return spoiled(pixels, spec, sight, form.whole, boxes)


def _fields(spec: DocumentSpec, form: Format) -> list[Placed]:
    state = state_of(spec.issuer, spec.design)
    texts = printed_texts(spec, state.authority)
    return list(placed_fields(form, texts, state.data_face, installed_fonts()))


def _boxes(form: Format, fields: list[Placed], lines: tuple[str, ...]) -> dict[str, Box]:
    radius = form.rosette_radius_mm
    x, y = form.rosette_mm
    boxes = {each.name: each.box for each in fields}
    boxes |= {
        "page": form.whole,
        "photo": form.photo,
        "ghost": form.ghost,
        "header": form.header,
        "emblem": Box(form.emblem_mm[0] - 5, form.emblem_mm[1] - 5, 10, 10),
        "rosette": Box(x - radius, y - radius, 2 * radius, 2 * radius),
        "microprint": form.microprint.grown(0.3),
        "ovd": ovd_box(form),
        "training_mark": training_band(form),
    }
    return boxes | mrz_regions(form, lines)


def _looked_at(view: View, boxes: Mapping[str, Box]) -> tuple[Box, float]:
    """The field in mm and the scale of a view."""
    if view.loupe is None:
        return boxes["page"], PX_PER_MM
    if isinstance(view.loupe, str) and view.loupe not in boxes:
        raise invalid_field("loupe", f"no such region; there are {', '.join(sorted(boxes))}")
    target = boxes[view.loupe] if isinstance(view.loupe, str) else view.loupe
    wide, tall = LOUPE_FIELD_MM
    x, y = target.middle_mm
    if target.width_mm > wide:  # long regions are looked at where they begin
        x = target.left_mm + wide / 2 - 0.5
    page = boxes["page"]
    left = min(max(x - wide / 2, page.left_mm), max(page.right_mm - wide, page.left_mm))
    top = min(max(y - tall / 2, page.top_mm), max(page.bottom_mm - tall, page.top_mm))
    return Box(left, top, wide, tall), LOUPE_PX_PER_MM


def _inner(spec: DocumentSpec, sight: Sight) -> Pixels:
    state = state_of(spec.issuer, spec.design)
    sheet, _ = _inner_sheet(spec, sight.light)
    ground = paper(state, (WHOLE,), sight, brightened=spec.defect(_K.MISSING_UV) is not None)
    ground = engrave(ground, engraved_inner(state), sight)
    return lay_over(ground, rasterise(sheet, sight.field, sight.px_per_mm, installed_fonts()))


def _inner_sheet(spec: DocumentSpec, light: Light) -> tuple[Sheet, dict[str, Box]]:
    if spec.template is not Template.PASSPORT:
        raise invalid_field("view", "only passports have an inner page")
    resewn, sheet = spec.defect(_K.RESEWN_STITCHING), Sheet(light)
    boxes = draw_inner(
        sheet,
        state_of(spec.issuer, spec.design),
        _inner_number(spec),
        resewn=resewn.severity if resewn else None,
        no_uv=spec.defect(_K.MISSING_UV) is not None,
        seed=spec.seed,
    )
    return sheet, boxes


def _inner_number(spec: DocumentSpec) -> str:
    """What is perforated: the document's number, the one given, or one that differs in two digits."""
    other = spec.defect(_K.PAGE_NUMBER_MISMATCH)
    given = spec.inner_number or (other.value("number") if other else spec.number)
    if given:
        return given
    changed = list(spec.number)
    for place in [index for index, each in enumerate(spec.number) if each.isdigit()][-3:-1]:
        changed[place] = str((int(spec.number[place]) + 4) % 10)
    return "".join(changed)
