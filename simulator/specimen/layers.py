"""The layers over the blank: portraits, the holder's data with what was altered, and what happened to the page."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.specimen import photo, portrait_store, printing, wear
from simulator.specimen.box import Box
from simulator.specimen.defect import DefectKind
from simulator.specimen.fonts import Face, installed_fonts
from simulator.specimen.ink import Ink, mixed
from simulator.specimen.layout import Format
from simulator.specimen.marks import draw_fibres, draw_foil, draw_marks
from simulator.specimen.page import Pixels
from simulator.specimen.personal import Placed, draw_altered, draw_mrz, draw_value
from simulator.specimen.photo import Sight
from simulator.specimen.sheet import Sheet
from simulator.specimen.spec import DocumentSpec
from simulator.specimen.states import state_of
from simulator.specimen.texts import genuine_texts

_K = DefectKind
_ALTERED: Final = MappingProxyType({"birth_date": _K.ALTERED_BIRTH_DATE, "expires": _K.ALTERED_EXPIRY})


def with_portraits(pixels: Pixels, spec: DocumentSpec, form: Format, sight: Sight) -> Pixels:
    """Photo and ghost image. Raises LintasError (INVALID) for an unknown portrait."""
    state = state_of(spec.issuer, spec.design)
    own = portrait_store.picture(spec.portrait) if spec.portrait else portrait_store.outline()
    swapped = spec.defect(_K.PHOTO_SUBSTITUTION)
    pixels = photo.within(
        pixels, form.photo, sight, lambda part, where: photo.printed_into(part, own, form.photo, where)
    )
    if swapped is not None:
        other = portrait_store.picture(swapped.value("portrait")) if swapped.value("portrait") else own
        severity = swapped.severity
        pixels = photo.within(
            pixels, form.photo, sight, lambda part, where: photo.stuck_on(part, other, form.photo, where, severity)
        )
    if spec.defect(_K.MISSING_GHOST) is None:
        pixels = photo.within(
            pixels, form.ghost, sight, lambda part, where: photo.ghost(part, own, form.ghost, where, state.accent)
        )
    return pixels


def draw_overlay(sheet: Sheet, spec: DocumentSpec, form: Format, fields: list[Placed], lines: tuple[str, ...]) -> None:
    """Fibres, foil, marks, values and MRZ."""
    state, fonts = state_of(spec.issuer, spec.design), installed_fonts()
    if spec.defect(_K.MISSING_UV) is None:
        draw_fibres(sheet, form.whole, spec.seed)
    if spec.defect(_K.PHOTO_SUBSTITUTION) is None:
        draw_foil(sheet, state, form)
    draw_marks(sheet, form, fonts)
    genuine = genuine_texts(spec, state.authority)
    paper = Ink(mixed(state.papers[0], "#ffffff", 0.45), "#5d6fc0", "#e4e4e4")
    for each in fields:
        altered = spec.defect(_ALTERED[each.name]) if each.name in _ALTERED else None
        if altered is not None:
            draw_altered(sheet, each, genuine[each.name], state.data_face, altered.severity, paper, fonts)
        else:
            draw_value(sheet, each, state.data_face)
    wrong = spec.defect(_K.WRONG_MRZ_TYPEFACE)
    draw_mrz(sheet, lines, form, face=Face.MONO if wrong else None)


def spoiled(pixels: Pixels, spec: DocumentSpec, sight: Sight, whole: Box, boxes: Mapping[str, Box]) -> Pixels:
    """What happened to the page after it was printed."""
    field = sight.field
    for defect in spec.defects:
        if defect.kind is _K.INK_BLEED:
            region = boxes.get(defect.value("region", "number"), boxes["number"])
            place = region.grown(0.6).in_px(sight.px_per_mm, (field.left_mm, field.top_mm))
            pixels = printing.bled(pixels, place, defect.severity, sight.px_per_mm, spec.seed)
        elif defect.kind is _K.DAMAGED_PAGE:
            pixels = wear.stained(pixels, field, whole, defect.severity, spec.seed, sight.light)
            pixels = wear.creased(pixels, field, whole, defect.severity, spec.seed)
            if defect.severity > 0.6:
                pixels = wear.torn(pixels, field, whole, defect.severity, spec.seed)
        elif defect.kind is _K.GENUINE_WEAR:
            pixels = wear.scuffed(pixels, field, whole, defect.severity, spec.seed)
    return pixels
