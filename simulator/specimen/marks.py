"""What lies over the page: the loud marks of training, the foil on the photo, fibres in the paper."""

from __future__ import annotations

import numpy as np

from simulator.specimen import guilloche
from simulator.specimen.blank import guilloche_path
from simulator.specimen.box import Box
from simulator.specimen.fonts import Face, Fonts
from simulator.specimen.ink import SPECIMEN_RED, Ink
from simulator.specimen.layout import Format
from simulator.specimen.sheet import Sheet
from simulator.specimen.states import State
from simulator.specimen.view import Light

TRAINING_MARK = "FIKTIF · HANYA UNTUK PELATIHAN  /  FICTIONAL · TRAINING ONLY"


def draw_marks(sheet: Sheet, form: Format, fonts: Fonts) -> None:
    """SPECIMEN across the page and over the photo, and the line in both languages; in every light."""
    x, y = form.text.middle_mm
    wide = form.text.width_mm
    size = fonts.fitting_mm("SPECIMEN", Face.SANS_BOLD, 30, wide * 0.92)
    sheet.text(
        "SPECIMEN",
        (x - 1, y + size * 0.36),
        Face.SANS_BOLD,
        size,
        SPECIMEN_RED,
        anchor="middle",
        turn_deg=-16,
        opacity=0.23,
    )
    photo = form.photo
    small = fonts.fitting_mm("SPECIMEN", Face.SANS_BOLD, 6, photo.width_mm * 0.8)
    sheet.text(
        "SPECIMEN",
        (photo.middle_mm[0], photo.bottom_mm - 1.6),
        Face.SANS_BOLD,
        small,
        SPECIMEN_RED,
        anchor="middle",
        opacity=0.6,
    )
    band = training_band(form)
    size = fonts.fitting_mm(TRAINING_MARK, Face.SANS_BOLD, band.height_mm * 0.72, band.width_mm - 6)
    sheet.box(band, SPECIMEN_RED, opacity=0.9)
    white = Ink("#ffffff", "#c9a9b4", "#f2f2f2")
    base = band.bottom_mm - (band.height_mm - size * 0.73) / 2
    sheet.text(TRAINING_MARK, (band.middle_mm[0], base), Face.SANS_BOLD, size, white, anchor="middle")


def training_band(form: Format) -> Box:
    """The red band over the MRZ's zone, at the foot of the data."""
    height = 2.7 if len(form.sides) == 1 else 2.5
    side = form.sides[0]
    top = form.mrz_zone.top_mm - height - 0.25 if len(form.sides) == 1 else side.bottom_mm - height - 0.8
    return Box(side.left_mm, top, side.width_mm, height)


def ovd_box(form: Format) -> Box:
    """Where the foil lies: the photo's lower right corner."""
    size = form.photo.width_mm * 0.42
    return Box(form.photo.right_mm - size * 0.62, form.photo.bottom_mm - size * 1.45, size, size)


def draw_foil(sheet: Sheet, state: State, form: Format) -> None:
    """An optically variable star that overlaps photo and page: rainbow in daylight, dark in the infrared."""
    box = ovd_box(form)
    x, y = box.middle_mm
    radius = box.width_mm / 2
    colours = ("#ff5f6d", "#ffc371", "#7bed9f", "#70a1ff", "#c56cf0", "#ff5f6d")
    sheet.gradient("foil", colours, box.left_mm, box.right_mm)
    foil = Ink("url(#foil)", "#2b2250", "#8f8f8f")
    silver = Ink("#e9eef6", "#3a2f66", "#9c9c9c")
    body = guilloche_path(guilloche.star((x, y), radius, radius * 0.80, 24), closed=True)
    sheet.fill(body, silver, opacity=0.38)
    rays = guilloche.rosette((x, y), radius * 1.02, max(state.petals, 8), rings=9, depth=0.09, points=260)
    sheet.path("".join(guilloche_path(each, closed=True) for each in rays), foil, 0.11, opacity=0.85)
    for points, outer in ((8, 0.62), (4, 0.42)):
        curve = guilloche.star((x, y), radius * outer, radius * outer * 0.42, points)
        sheet.fill(guilloche_path(curve, closed=True), foil, opacity=0.32)
        sheet.path(guilloche_path(curve, closed=True), silver, 0.12, opacity=0.9)


def draw_fibres(sheet: Sheet, whole: Box, seed: int) -> None:
    """Short threads in the paper: few and faint in daylight, red, green and yellow under ultraviolet."""
    if sheet.light is Light.IR:
        return
    rng = np.random.default_rng(seed)
    tones = (("#c43a4a", "#ff4b3a"), ("#3a6fc4", "#4bff7a"), ("#b9a63a", "#fff04b"))
    for number in range(46):
        visible, glow = tones[number % 3]
        start = np.array([rng.uniform(0, whole.width_mm), rng.uniform(0, whole.height_mm)])
        angle, bend, long = rng.uniform(0, 2 * np.pi), rng.normal(0, 0.9), rng.uniform(1.6, 3.6)
        t = np.linspace(0, 1, 9)[:, None]
        course = np.stack((np.cos(angle + bend * t), np.sin(angle + bend * t)), axis=-1)[:, 0]
        curve = start + np.cumsum(course, axis=0) * long / 9
        shown = number < 14 or sheet.light is Light.UV
        if shown:
            sheet.path(
                guilloche_path(curve), Ink(visible, glow), 0.12, opacity=0.45 if sheet.light is Light.VISIBLE else 1
            )
