"""One data page or card: where everything stands, in millimetres as Doc 9303 gives it, and the print itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from console.samples.documents import SampleDocument
from console.samples.security_print import Pixels, guilloche, portrait

PIXELS_PER_MM = 8.8  # about 220 dots an inch: what a full-page reader gives, halved
_PITCH_MM = 2.54  # OCR-B size 1, ten characters an inch (9303-3 §4.2)
_LINE_MM = 6.35  # from one line of the MRZ to the next
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_SANS = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
_BOLD = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf")
_INK = (24, 26, 34)
_LABEL_INK = (92, 96, 108)


@dataclass(frozen=True, slots=True)
class Format:
    """A page's size and where photo, text and MRZ stand, in mm from its top left."""

    width_mm: float
    height_mm: float
    photo_mm: tuple[float, float, float, float]  # left, top, width, height
    text_left_mm: float
    text_top_mm: float
    row_mm: float
    mrz_left_mm: float
    mrz_top_mm: float


FORMATS = {
    "TD3": Format(125, 88, (5, 17, 33, 42), 43, 19, 8.0, 6.6, 68.5),  # 9303-4 §3
    "TD1": Format(86, 128, (5, 16, 25, 34), 34, 16, 8.0, 4.9, 104.5),  # 9303-5 §3, front above back
}


def draw_page(document: SampleDocument, mrz: tuple[str, ...], ocr_b: Path, seed: int) -> Pixels:
    """The document as RGB pixels, straight and clean."""
    form = FORMATS[document.layout]
    width_px, height_px = _px(form.width_mm), _px(form.height_mm)
    page = Image.fromarray(guilloche(height_px, width_px, document.look, seed))
    draw = ImageDraw.Draw(page)
    _head(draw, document, form)
    left, top, photo_width, photo_height = form.photo_mm
    photo = portrait(_px(photo_height), _px(photo_width), document.look)
    page.paste(Image.fromarray(photo), (_px(left), _px(top)))
    frame = (_px(left), _px(top), _px(left + photo_width), _px(top + photo_height))
    draw.rectangle(frame, outline=document.look.accent, width=2)
    if document.layout == "TD3":
        _ghost(page, photo, form)
    _fields(draw, document, form)
    _mrz(page, mrz, form, ocr_b)
    return np.asarray(page, dtype=np.uint8)


def _px(length_mm: float) -> int:
    return round(length_mm * PIXELS_PER_MM)


def _font(path: Path, height_mm: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), height_mm * PIXELS_PER_MM)


def _head(draw: ImageDraw.ImageDraw, document: SampleDocument, form: Format) -> None:
    accent = document.look.accent
    draw.rectangle((0, 0, _px(form.width_mm), _px(12.5)), fill=accent)
    fits = min(4.2, 1.25 * (form.width_mm - 12) / len(document.state_name))
    draw.text((_px(5), _px(1.6)), document.state_name, font=_font(_BOLD, fits), fill=(250, 250, 246))
    draw.text((_px(5), _px(7.4)), document.title, font=_font(_SANS, 2.6), fill=(236, 238, 232))
    mark = _font(_BOLD, 2.3)
    draw.text((_px(form.width_mm - 5), _px(9.2)), "SYNTHETIC SAMPLE", font=mark, fill=(255, 226, 120), anchor="ra")
    if document.layout == "TD1":
        draw.rectangle((0, _px(60), _px(form.width_mm), _px(68)), fill=(222, 224, 226))
        note = "SYNTHETIC SAMPLE · front above, back below"
        draw.text((_px(form.width_mm / 2), _px(64)), note, font=_font(_SANS, 2.4), fill=(110, 112, 116), anchor="mm")


def _ghost(page: Image.Image, photo: Pixels, form: Format) -> None:
    """The small second portrait that data pages carry, pale."""
    small = Image.fromarray(photo).resize((_px(13), _px(16.5))).convert("L").convert("RGB")
    at = (_px(form.width_mm - 18.5), _px(26))
    under = page.crop((*at, at[0] + small.width, at[1] + small.height))
    page.paste(Image.blend(under, small, 0.35), at)


def _fields(draw: ImageDraw.ImageDraw, document: SampleDocument, form: Format) -> None:
    label, value = _font(_SANS, 1.75), _font(_BOLD, 3.0)
    for row, pairs in enumerate(_rows(document)):
        top_mm = form.text_top_mm + row * form.row_mm
        step_mm = (form.width_mm - form.text_left_mm - 4) / len(pairs)
        for column, (name, text) in enumerate(pairs):
            left_px = _px(form.text_left_mm + column * step_mm)
            draw.text((left_px, _px(top_mm)), name, font=label, fill=_LABEL_INK)
            draw.text((left_px, _px(top_mm + 2.3)), text, font=value, fill=_INK)


def _rows(document: SampleDocument) -> list[list[tuple[str, str]]]:
    rows = [
        [("Type / Jenis", document.code.replace("<", "")), ("Code", document.issuing_state.replace("<", ""))],
        [("Surname / Nama keluarga", document.surname)],
        [("Given names / Nama", document.given_names)] if document.given_names else [],
        [("Date of birth", _spoken(document.birth_date)), ("Place of birth", document.birth_place)],
        [("Date of issue", _spoken(document.issue_date)), ("Date of expiry", _spoken(printed_expiry(document)))],
    ]
    rows[0].append(("Document No.", document.number))
    if document.layout == "TD3":
        rows[3].insert(1, ("Sex", document.sex))
        rows[4].insert(0, ("Nationality", document.nationality.replace("<", "")))
    return [each for each in rows if each]


def printed_expiry(document: SampleDocument) -> str:
    """The date of expiry that the visual zone shows (ISO)."""
    return document.printed_expiry_date or document.expiry_date


def _spoken(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day:02} {_MONTHS[day.month - 1]} {day.year}"


def _mrz(page: Image.Image, lines: tuple[str, ...], form: Format, ocr_b: Path) -> None:
    """The zone on its white ground, one character every 2.54 mm. Drawn at four times the size for even strokes."""
    scale, step_mm = 4, _LINE_MM if form.width_mm > 100 else 5.9
    top_mm = form.mrz_top_mm - 2.5
    zone = (0, _px(top_mm), page.width, min(page.height, _px(form.mrz_top_mm + len(lines) * step_mm + 1.5)))
    ground = Image.blend(page.crop(zone), Image.new("RGB", (zone[2], zone[3] - zone[1]), (252, 252, 250)), 0.72)
    page.paste(ground, zone[:2])
    ink = Image.new("L", (page.width * scale, ground.height * scale))
    draw = ImageDraw.Draw(ink)
    font = ImageFont.truetype(str(ocr_b), 3.5 * PIXELS_PER_MM * scale)  # advance 0.723 em = 2.53 mm
    for row, line in enumerate(lines):
        for column, letter in enumerate(line):
            left = (form.mrz_left_mm + column * _PITCH_MM) * PIXELS_PER_MM * scale
            top = (form.mrz_top_mm - top_mm + row * step_mm + 2.8) * PIXELS_PER_MM * scale
            draw.text((left, top), letter, font=font, fill=255, anchor="ls")
    mask = ink.resize((page.width, ground.height), Image.Resampling.LANCZOS)
    page.paste(Image.new("RGB", mask.size, (18, 18, 22)), zone[:2], mask)
