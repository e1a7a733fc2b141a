"""The blank: everything that a state prints before it knows the holder. The same for all documents of one kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from simulator.specimen import guilloche
from simulator.specimen.box import Box
from simulator.specimen.emblem import draw_emblem
from simulator.specimen.engraving import Engraving
from simulator.specimen.fonts import Face, Fonts
from simulator.specimen.ink import PAPER_UV, Ink, fluorescent, mixed, offset
from simulator.specimen.layout import Format
from simulator.specimen.sheet import Sheet
from simulator.specimen.spec import Template
from simulator.specimen.states import Motif, State

_LINE_MM: Final = 0.075
_MICRO_MM: Final = 0.42  # height of the microprint's letters


@dataclass(frozen=True, slots=True)
class Flaws:
    """What a counterfeit blank lacks."""

    no_uv: bool = False
    no_microprint: bool = False


def draw_blank(sheet: Sheet, state: State, template: Template, form: Format, fonts: Fonts, flaws: Flaws) -> None:
    """Emblem, header, microprint, fluorescent print; what is `engraved` lies under it."""
    _emblem_behind(sheet, state, form)
    _mrz_ground(sheet, state, form, flaws)
    _header(sheet, state, template, form, fonts)
    if template in {Template.VISA, Template.SMALL_VISA}:
        _visa_word(sheet, state, form)
    if len(form.sides) > 1:
        _card_back(sheet, state, form)
    _microprint(sheet, state, form, fonts, flaws)
    if not flaws.no_uv:
        draw_fluorescent(sheet, state, form.rosette_mm, form.rosette_radius_mm, form.whole)


def guilloche_path(curve: np.ndarray[tuple[int, int], np.dtype[np.float64]], *, closed: bool = False) -> str:
    """Path data of a curve (n, 2) in mm."""
    data = "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in curve.tolist())
    return data + "Z" if closed else data


def engraved(state: State, form: Format) -> Iterator[Engraving]:
    """The fine lines under everything else: waves and borders of each side, rosettes."""
    for number, side in enumerate(form.sides):
        yield from _background(state, side, number)
    yield from _rosettes(state, form)


def _background(state: State, side: Box, number: int) -> Iterator[Engraving]:
    one, two, three = state.lines
    rows = guilloche.waves(side, count=state.waves, swell_mm=3.4, gap_mm=1.5, phase=number * 1.3)
    yield Engraving(tuple(rows), offset(one), _LINE_MM, 0.62, iris=(one, two, three), across=side)
    against = guilloche.waves(side, count=state.waves * 1.7, swell_mm=2.2, gap_mm=2.1, phase=2.6 + number)
    yield Engraving(tuple(against), offset(two), _LINE_MM, 0.5)
    edge = side.grown(-1.1)
    for phase in (0.0, np.pi / 2, np.pi):
        curve = guilloche.border(edge, period_mm=3.1, swell_mm=0.55, phase=float(phase))
        yield Engraving((curve,), offset(one), 0.09, 0.55, closed=True)


def _rosettes(state: State, form: Format) -> Iterator[Engraving]:
    one, two, three = state.lines
    radius = form.rosette_radius_mm
    for ink, share, rings, depth, petals in (
        (offset(one), 1.0, 7, 0.10, state.petals),
        (offset(two), 0.72, 6, 0.13, state.petals + 2),
        (offset(three, ir="#bdbdbd"), 0.42, 5, 0.15, max(state.petals - 2, 5)),
    ):
        curves = guilloche.rosette(form.rosette_mm, radius * share, petals, rings=rings, depth=depth)
        yield Engraving(tuple(curves), ink, _LINE_MM * 1.15, 0.75, closed=True)
    left, top = form.photo.left_mm, form.photo.bottom_mm
    for corner in (
        (left, form.photo.top_mm),
        (form.photo.right_mm, top),
        (form.whole.right_mm - 5, form.header.bottom_mm + 4),
    ):
        curves = guilloche.rosette(corner, radius * 0.30, state.petals, rings=4, depth=0.16, points=220)
        yield Engraving(tuple(curves), offset(three), _LINE_MM, 0.6, closed=True)


def _emblem_behind(sheet: Sheet, state: State, form: Format) -> None:
    ink = offset(mixed(state.accent, state.papers[0], 0.45), ir="#c4c4c4")
    draw_emblem(sheet, state.motif, form.rosette_mm, form.rosette_radius_mm * 0.62, ink, width=0.022, opacity=0.5)


def _mrz_ground(sheet: Sheet, state: State, form: Format, flaws: Flaws) -> None:
    paper = mixed(state.papers[1], "#ffffff", 0.55)
    sheet.box(
        form.mrz_zone, Ink(paper, "" if flaws.no_uv else mixed(PAPER_UV, "#000000", 0.15), "#dedede"), opacity=0.80
    )
    top = form.mrz_zone.top_mm
    sheet.line([(0, top), (form.mrz_zone.right_mm, top)], offset(state.accent), 0.12, opacity=0.6)


def _header(sheet: Sheet, state: State, template: Template, form: Format, fonts: Fonts) -> None:
    """Three kinds of heading: a dark band, a centred title between rules, a band of lines."""
    box, word = form.header, _WORDS[template]
    local = state.words[{"P": 0, "I": 1, "V": 2}[template.code]]
    titles = dict.fromkeys((local, word[1], word[0]))
    title = "  ·  ".join(titles)
    unit = box.height_mm / 13
    is_band = state.motif in {Motif.SUN_WAVES, Motif.MOUNTAINS, Motif.LOTUS}
    accent = Ink(state.accent, mixed(PAPER_UV, state.accent, 0.35), "#9a9a9a")
    pale = Ink("#fbfaf4", mixed(PAPER_UV, "#ffffff", 0.12), "#e2e2e2")
    if is_band:
        sheet.box(box, accent)
        lines = guilloche.waves(box, count=9, swell_mm=0.9 * unit, gap_mm=0.62, phase=0.5, step_mm=0.6)
        sheet.path(
            "".join(guilloche_path(each) for each in lines), Ink(mixed(state.accent, "#ffffff", 0.28), "", ""), 0.06
        )
    else:
        for y, width in ((box.bottom_mm - 0.7, 0.35), (box.bottom_mm - 0.1, 0.12), (1.1, 0.12), (0.5, 0.35)):
            sheet.line([(3, y), (box.right_mm - 3, y)], accent, width)
    ink = pale if is_band else accent
    centred = state.motif in {Motif.COMPASS, Motif.GLOBE}
    room = box.width_mm - (58 if centred else 38) * unit
    size = fonts.fitting_mm(state.name, state.title_face, 4.7 * unit, room)
    x, anchor = (box.width_mm / 2, "middle") if centred else (5.2 * unit, "start")
    sheet.text(state.name, (x, 5.6 * unit), state.title_face, size, ink, anchor=anchor, spacing_mm=0.12 * unit)
    if state.english != state.name:
        sheet.text(state.english, (x, 8.5 * unit), Face.TIMES_ITALIC, 2.3 * unit, ink, anchor=anchor)
    title_size = fonts.fitting_mm(title, Face.SANS_BOLD, 2.15 * unit, room)
    sheet.text(title, (x, 11.5 * unit), Face.SANS_BOLD, title_size, ink, anchor=anchor, spacing_mm=0.06)
    draw_emblem(sheet, state.motif, form.emblem_mm, 5.2 * unit, ink, width=0.05)
    if centred:
        draw_emblem(
            sheet, state.motif, (box.width_mm - form.emblem_mm[0], form.emblem_mm[1]), 5.2 * unit, ink, width=0.05
        )
    if template in {Template.PASSPORT, Template.CARD}:
        _chip_symbol(
            sheet, (form.emblem_mm[0] - 12 * unit - (3 * unit if centred else 0), form.emblem_mm[1]), 4.4 * unit, ink
        )


_WORDS: Final = {
    Template.PASSPORT: ("PASPOR", "PASSPORT"),
    Template.CARD: ("KARTU IDENTITAS", "IDENTITY CARD"),
    Template.SMALL_CARD: ("KARTU IDENTITAS", "IDENTITY CARD"),
    Template.VISA: ("VISA", "VISA"),
    Template.SMALL_VISA: ("VISA", "VISA"),
}


def _chip_symbol(sheet: Sheet, middle_mm: tuple[float, float], height_mm: float, ink: Ink) -> None:
    """The mark of documents with a chip: a disc between two bars (9303-9)."""
    x, y = middle_mm
    half, wide = height_mm / 2, height_mm * 0.82
    sheet.frame(Box(x - wide, y - half, 2 * wide, height_mm), ink, 0.22, radius_mm=0.3)
    sheet.line([(x - wide, y), (x - 0.34 * height_mm, y)], ink, 0.22)
    sheet.line([(x + 0.34 * height_mm, y), (x + wide, y)], ink, 0.22)
    curve = guilloche.star((x, y), 0.26 * height_mm, 0.26 * height_mm, 18)
    sheet.path(guilloche_path(curve, closed=True), ink, 0.22)


def _visa_word(sheet: Sheet, state: State, form: Format) -> None:
    ink = offset(mixed(state.lines[0], state.papers[0], 0.25))
    x, y = form.rosette_mm
    sheet.text("VISA", (x, y + 6), Face.TIMES_BOLD, 19, ink, anchor="middle", spacing_mm=2.2, opacity=0.42)


def _card_back(sheet: Sheet, state: State, form: Format) -> None:
    back = form.sides[1]
    accent = offset(state.accent, ir="#9a9a9a")
    x, y = back.left_mm + 13, back.top_mm + 13
    draw_emblem(sheet, state.motif, (x, y), 8, accent, width=0.045, opacity=0.8)
    sheet.text(state.english, (back.left_mm + 25, back.top_mm + 8), Face.SANS_BOLD, 2.3, accent)
    notes = (
        "Kartu ini milik negara rekaan yang menerbitkannya.",
        "This card is the property of the fictional state that issued it.",
        "Tidak berlaku di mana pun · Valid nowhere",
    )
    for row, note in enumerate(notes):
        sheet.text(note, (back.left_mm + 25, back.top_mm + 13 + 3.4 * row), Face.SANS, 1.75, accent)
    sheet.box(Box(back.left_mm, back.top_mm + 25.5, back.width_mm, 4.6), Ink("#2c2622", "#07040f", "#3a3a3a"))


def micro_text(state: State) -> str:
    """The words of the microprint."""
    return f"{state.english} {state.code} SPECIMEN FIKTIF FICTIONAL "


def _microprint(sheet: Sheet, state: State, form: Format, fonts: Fonts, flaws: Flaws) -> None:
    """A line of tiny words below the data and one beside the photo. A copy has only a smear of dots there."""
    box, ink = form.microprint, offset(state.accent, ir="#a8a8a8")
    lines = [(box.left_mm, box.top_mm + _MICRO_MM, box.width_mm, 0.0)]
    lines.append((form.photo.right_mm + 1.1, form.photo.top_mm, form.photo.height_mm, 90.0))
    words = micro_text(state)
    for x, y, long, turn in lines:
        if flaws.no_microprint:
            end = (x + long, y - 0.2) if not turn else (x + 0.2, y + long)
            start = (x, y - 0.2) if not turn else (x + 0.2, y)
            sheet.line([start, end], ink, 0.30, opacity=0.75)
            continue
        each = fonts.width_mm(words, Face.SANS_BOLD, _MICRO_MM)
        whole = (words * (int(long / each) + 1))[: int(long / each * len(words))]
        sheet.text(whole, (x, y), Face.SANS_BOLD, _MICRO_MM, ink, turn_deg=turn)


def draw_fluorescent(sheet: Sheet, state: State, middle_mm: tuple[float, float], radius_mm: float, whole: Box) -> None:
    """Print that only ultraviolet shows: a rosette with the emblem, the state's code along the page."""
    first, second = (fluorescent(each) for each in state.glow)
    if not first.under(sheet.light):
        return
    curves = guilloche.rosette(middle_mm, radius_mm * 1.05, state.petals, rings=8, depth=0.11)
    sheet.path("".join(guilloche_path(each, closed=True) for each in curves), first, 0.16, opacity=0.9)
    draw_emblem(sheet, state.motif, middle_mm, radius_mm * 0.55, second, width=0.05)
    for row, x in enumerate(np.arange(10, whole.width_mm, 17)):
        y = whole.top_mm + (20 if row % 2 else 33)
        sheet.text(
            state.code,
            (float(x), float(y)),
            Face.SANS_BOLD,
            4.2,
            second if row % 2 else first,
            turn_deg=-12,
            opacity=0.8,
        )
