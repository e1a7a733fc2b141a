"""The visa page that follows a passport's data page: perforated number, page number, seam and thread."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from simulator.specimen import guilloche, ocr_b
from simulator.specimen.box import Box
from simulator.specimen.emblem import draw_emblem
from simulator.specimen.engraving import Engraving
from simulator.specimen.fonts import Face
from simulator.specimen.ink import SPECIMEN_RED, Ink, fluorescent, mixed, offset
from simulator.specimen.marks import TRAINING_MARK, draw_fibres
from simulator.specimen.sheet import Sheet
from simulator.specimen.states import State

WHOLE = Box(0, 0, 125, 88)
SEAM = Box(0, 0, 125, 4.5)
PERFORATION = Box(34, 73, 57, 8.5)
PAGE_NUMBER = Box(112, 77, 8, 6)
_DOT = Ink("#2a2622", "#000000", "#303030")
_RIM = Ink("#b9b2a4", "#322a55", "#a0a0a0")


def draw_inner(
    sheet: Sheet, state: State, number: str, *, resewn: float | None, no_uv: bool, seed: int
) -> dict[str, Box]:
    """Draw the page; `resewn` is the severity of a seam that was opened, None where it never was."""
    _ground(sheet, state)
    draw_fibres(sheet, WHOLE, seed) if not no_uv else None
    _seam(sheet, resewn, seed)
    box = _perforation(sheet, number)
    accent = offset(state.accent, ir="#a0a0a0")
    sheet.text("7", (PAGE_NUMBER.left_mm + 3, PAGE_NUMBER.bottom_mm - 1), Face.TIMES_BOLD, 5, accent)
    sheet.text("VISA · VISAS", (WHOLE.middle_mm[0], 12.5), Face.SANS_BOLD, 3, accent, anchor="middle", spacing_mm=0.6)
    sheet.text("SPECIMEN", (62.5, 54), Face.SANS_BOLD, 19, SPECIMEN_RED, anchor="middle", turn_deg=-12, opacity=0.25)
    sheet.text(TRAINING_MARK, (62.5, 20), Face.SANS_BOLD, 2.2, SPECIMEN_RED, anchor="middle")
    return {"page": WHOLE, "seam": SEAM, "perforation": box, "page_number": PAGE_NUMBER}


def engraved_inner(state: State) -> Iterator[Engraving]:
    """The waves under everything else."""
    one, two, three = state.lines
    rows = guilloche.waves(WHOLE, count=state.waves * 0.7, swell_mm=5, gap_mm=1.7, phase=1.1)
    yield Engraving(tuple(rows), offset(two), 0.08, 0.6, iris=(two, three, one), across=WHOLE)


def _ground(sheet: Sheet, state: State) -> None:
    draw_emblem(
        sheet, state.motif, (62.5, 44), 21, offset(mixed(state.accent, state.papers[0], 0.5)), width=0.02, opacity=0.5
    )
    glow = fluorescent(state.glow[0])
    if glow.under(sheet.light):
        draw_emblem(sheet, state.motif, (62.5, 44), 14, glow, width=0.05)
        sheet.text("7", (18, 70), Face.TIMES_BOLD, 16, fluorescent(state.glow[1]))


def _seam(sheet: Sheet, resewn: float | None, seed: int) -> None:
    """A fold with the thread of the binding; sewn anew it has idle holes, uneven stitches and an ordinary thread."""
    rng = np.random.default_rng(seed + 5)
    sheet.line([(0, 1.6), (125, 1.6)], Ink("#8a8376", "#0c0820", "#9a9a9a"), 0.35, opacity=0.6)
    sheet.line([(0, 2.2), (125, 2.2)], Ink("#ffffff", "#2a2050", "#e8e8e8"), 0.4, opacity=0.6)
    genuine = Ink("#c9463d", "#ff7a3c", "#c0c0c0")
    ordinary = Ink("#e8e4dc", "#a9b8ff", "#dcdcdc")
    for number, x in enumerate(np.arange(5, 120, 7.0)):
        sheet.circle(float(x), 1.7, 0.32, _DOT)
        sheet.circle(float(x) + 4.6, 1.7, 0.32, _DOT)
        if resewn is None:
            sheet.line([(float(x), 1.7), (float(x) + 4.6, 1.7)], genuine, 0.5)
            continue
        drift = rng.normal(0, 0.25 + 0.35 * resewn, 4)
        ends = [(float(x) + drift[0] + 0.9, 1.7 + drift[1] * 0.6), (float(x) + 4.2 + drift[2], 1.7 + drift[3] * 0.6)]
        sheet.line(ends, ordinary, 0.42)
        sheet.circle(*ends[0], 0.36, _DOT)
        if number % 3 == 0:
            tear = [(ends[0][0], ends[0][1]), (ends[0][0] + 0.5, ends[0][1] + 0.9 + resewn)]
            sheet.line(tear, Ink("#6a6458", "#0c0820", "#808080"), 0.16)


def _perforation(sheet: Sheet, number: str) -> Box:
    """The document number in round holes along our OCR-B's strokes."""
    scale = 6.4 / 115
    left, base = PERFORATION.left_mm, PERFORATION.bottom_mm - 1
    for index, character in enumerate(number):
        for x, y in _along(character, 1.02 / scale):
            at = (left + index * 6.2 + x * scale, base + y * scale)
            sheet.circle(*at, 0.43, _RIM)
            sheet.circle(*at, 0.33, _DOT)
    return Box(left - 1, PERFORATION.top_mm - 0.5, len(number) * 6.2 + 2, PERFORATION.height_mm + 1)


def _along(character: str, step: float) -> list[tuple[float, float]]:
    """Points `step` units apart along a character's strokes, none nearer than that to another.

    Stems come first: a letter whose stem has gaps is taken for another.
    """
    strokes: list[np.ndarray[tuple[int, int], np.dtype[np.float64]]] = []
    place, first = np.zeros(2), np.zeros(2)
    for letter, numbers in ocr_b.commands(character):
        if letter == "M":
            place = first = np.array(numbers[:2])
            legs = [np.array([place])]
            rest = numbers[2:]
            legs += [np.linspace(place, np.array(rest[i : i + 2]), 40) for i in range(0, len(rest), 2)]
        else:
            legs = _legs(letter, numbers, place, first)
        strokes += legs
        place = legs[-1][-1]
    points: list[tuple[float, float]] = []
    for leg in sorted(strokes, key=_is_no_stem):
        for at in leg.tolist():
            if all((at[0] - x) ** 2 + (at[1] - y) ** 2 >= (step * 0.97) ** 2 for x, y in points):
                points.append((at[0], at[1]))
    return points


def _is_no_stem(leg: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> bool:
    return len(leg) < 2 or bool(np.ptp(leg[:, 0]) > 0)


def _legs(
    letter: str,
    numbers: tuple[float, ...],
    place: np.ndarray[tuple[int], np.dtype[np.float64]],
    first: np.ndarray[tuple[int], np.dtype[np.float64]],
) -> list[np.ndarray[tuple[int, int], np.dtype[np.float64]]]:
    if letter == "H":
        return [np.linspace(place, np.array([numbers[0], place[1]]), 40)]
    if letter == "V":
        return [np.linspace(place, np.array([place[0], numbers[0]]), 40)]
    if letter == "Z":
        return [np.linspace(place, first, 40)]
    legs, at = [], place
    if letter == "L":
        for i in range(0, len(numbers), 2):
            legs.append(np.linspace(at, np.array(numbers[i : i + 2]), 40))
            at = legs[-1][-1]
        return legs
    t = np.linspace(0, 1, 40)[:, None]
    for i in range(0, len(numbers), 6):
        one, two, end = (np.array(numbers[i + j : i + j + 2]) for j in (0, 2, 4))
        legs.append((1 - t) ** 3 * at + 3 * (1 - t) ** 2 * t * one + 3 * (1 - t) * t**2 * two + t**3 * end)
        at = end
    return legs
