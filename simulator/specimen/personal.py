"""The holder's data and the MRZ: what is printed on the finished blank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.specimen import ocr_b
from simulator.specimen.box import Box
from simulator.specimen.fonts import Face, Fonts
from simulator.specimen.ink import DYE_BLACK, LASER, Ink, mixed
from simulator.specimen.layout import Format, mrz_box
from simulator.specimen.sheet import Sheet
from simulator.specimen.states import State
from simulator.specimen.texts import FIELDS

_LABEL_GAP = 0.55  # of the row: from the label's baseline to the value's


@dataclass(frozen=True, slots=True)
class Placed:
    """One field on the page: its value, where its baseline begins, at which size, and the room it has."""

    name: str
    value: str
    left_mm: float
    label_mm: float
    baseline_mm: float
    room_mm: float
    size_mm: float
    wide_mm: float  # of the value or its label, whichever is wider

    @property
    def box(self) -> Box:
        """The rectangle of label and value."""
        top = self.label_mm - 1.6
        return Box(self.left_mm - 0.4, top, self.wide_mm + 0.8, self.baseline_mm + 0.9 - top)


def placed_fields(form: Format, texts: dict[str, str], face: Face, fonts: Fonts) -> Iterator[Placed]:
    """Every field that the page shows, in reading order. Long values are set smaller."""
    for index, row in enumerate(form.rows):
        left = form.text.left_mm
        for name, share in row.fields:
            room = share * form.text.width_mm
            label_mm = form.text.top_mm + index * form.row_mm + form.label_mm
            size = fonts.fitting_mm(texts[name], face, form.value_mm, room - 1.2)
            baseline = label_mm + form.value_mm * 1.06
            wide = max(
                fonts.width_mm(texts[name], face, size),
                min(fonts.width_mm(_label(name), Face.SANS, form.label_mm), room - 0.8),
            )
            yield Placed(name, texts[name], left, label_mm, baseline, room, size, wide)
            left += room


def _label(name: str) -> str:
    return f"{FIELDS[name].id} / {FIELDS[name].en}"


def draw_labels(sheet: Sheet, fields: list[Placed], form: Format, state: State, fonts: Fonts) -> None:
    """The labels of the blank, Indonesian and English."""
    ink = Ink(mixed(state.accent, "#555555", 0.35), mixed("#1d1540", state.accent, 0.2), "")
    for each in fields:
        text = _label(each.name)
        size = fonts.fitting_mm(text, Face.SANS, form.label_mm, each.room_mm - 0.8)
        sheet.text(text, (each.left_mm, each.label_mm), Face.SANS, size, ink)


def draw_value(sheet: Sheet, each: Placed, face: Face, ink: Ink = LASER) -> None:
    """One value as the issuer prints it."""
    sheet.text(each.value, (each.left_mm, each.baseline_mm), face, each.size_mm, ink)


def draw_altered(
    sheet: Sheet, each: Placed, genuine: str, face: Face, severity: float, paper: Ink, fonts: Fonts
) -> None:
    """A value of which some characters were scratched out and printed anew: another face, lower, in dye.

    Around them the background's lines are gone; ultraviolet shows the rubbed paper, infrared no new characters.
    """
    wrong = Face.MONO_BOLD if face is not Face.MONO_BOLD else Face.SANS_BOLD
    x, down = each.left_mm, 0.08 + 0.34 * severity
    for index, character in enumerate(each.value):
        same = index < len(genuine) and genuine[index] == character
        step = fonts.width_mm(character, face, each.size_mm)
        if same:
            sheet.text(character, (x, each.baseline_mm), face, each.size_mm, LASER)
        else:
            patch = Box(x - 0.15, each.baseline_mm - each.size_mm * 0.92, step + 0.3, each.size_mm * 1.12)
            sheet.box(patch, paper, opacity=0.45 + 0.5 * severity, radius_mm=0.4)
            size = each.size_mm * (1.0 + 0.05 * severity)
            sheet.text(character, (x + 0.06, each.baseline_mm + down), wrong, size, DYE_BLACK)
        x += step


def draw_mrz(sheet: Sheet, lines: tuple[str, ...], form: Format, ink: Ink = LASER, *, face: Face | None = None) -> None:
    """The MRZ in OCR-B, or, as forgers do, in a typeface that only looks like it."""
    width = ocr_b.STROKE_UNITS * ocr_b.MM_A_UNIT
    for text, baseline in zip(lines, form.mrz_baselines_mm, strict=True):
        if face is None:
            sheet.path(ocr_b.line_path(text, form.mrz_left_mm, baseline), ink, width)
            continue
        for index, character in enumerate(text):
            x = form.mrz_left_mm + (index + 0.5) * ocr_b.PITCH_MM
            sheet.text(character, (x, baseline), face, 3.55, ink, anchor="middle")


def mrz_regions(form: Format, lines: tuple[str, ...]) -> dict[str, Box]:
    """`mrz` and `mrz.line1` …"""
    boxes = {f"mrz.line{row + 1}": mrz_box(form, row, 0, len(text)) for row, text in enumerate(lines)}
    first, last = boxes["mrz.line1"], boxes[f"mrz.line{len(lines)}"]
    boxes["mrz"] = Box(first.left_mm, first.top_mm, first.width_mm, last.bottom_mm - first.top_mm).grown(1)
    return boxes
