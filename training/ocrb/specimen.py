"""Whole synthetic document pages with a valid MRZ, for sweeps and forgery tests. Never used for training.

Nothing on them is a real document's design: a tinted page, a grey oval for a portrait, some print, and the MRZ.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from training.ocrb.glyphs import CELL_HEIGHT_PX, CELL_WIDTH_PX, MASTER_CAP_PX, MASTER_PITCH_PX
from verifier.mrz.check_digits import compute
from verifier.mrz.layout import LayoutRule, rules
from verifier.mrz.record import Layout
from verifier.reading.alphabet import ALPHABET
from verifier.reading.opencv import cv2

_SURNAMES: Final = (
    "SUPARMAN",
    "WIJAYA<KUSUMA",
    "DE<LA<CRUZ",
    "OKONKWO",
    "NGUYEN",
    "VAN<DEN<BERG",
    "HADIWIJONO",
    "QUIROZ",
)
_GIVEN: Final = ("SITI<NUR", "BUDI", "MARIA<TERESA", "XAVIER", "LINH", "JOHANNES", "YOLANDA<F", "ZAKI")
_STATES: Final = ("UTO", "XXA", "XXB", "D<<", "XOM")


@dataclass(frozen=True, slots=True)
class Specimen:
    """A page (height, width) grey with characters `cap_px` high, and the lines printed on it."""

    page: NDArray[np.uint8]
    lines: tuple[str, ...]
    layout: Layout
    cap_px: float


def draw_lines(rng: np.random.Generator, layout: Layout) -> tuple[str, ...]:
    """A person's MRZ with right check digits."""
    rule = rules()[layout]
    grid = [["<"] * rule.width for _ in range(rule.lines)]
    state = _STATES[int(rng.integers(0, len(_STATES)))]
    number = "".join(ALPHABET[i] for i in rng.integers(0, 36, 9))
    written = {
        "document_code": {Layout.TD3: "P<", Layout.MRV_A: "V<", Layout.MRV_B: "V<"}.get(layout, "I<"),
        "issuing_state": state,
        "document_number": number,
        "nationality": state,
        "birth_date": f"{rng.integers(40, 100)}{rng.integers(1, 13):02}{rng.integers(1, 29):02}",
        "sex": "MF<"[int(rng.integers(0, 3))],
        "expiry_date": f"{rng.integers(25, 36)}{rng.integers(1, 13):02}{rng.integers(1, 29):02}",
        "optional_data": "".join(ALPHABET[i] for i in rng.integers(0, 10, int(rng.integers(0, 9)))),
    }
    for name, text in written.items():
        field = rule.field(name)
        if field is not None:
            _write(grid, field.span.line, field.span.start, text[: field.span.end - field.span.start])
    surname, given = (names[int(rng.integers(0, len(names)))] for names in (_SURNAMES, _GIVEN))
    span = rule.names[0]
    _write(grid, span.line, span.start, f"{surname}<<{given}"[: span.end - span.start])
    _write_digits(grid, rule)
    return tuple("".join(line) for line in grid)


def _write(grid: Sequence[list[str]], line: int, column: int, text: str) -> None:
    grid[line][column : column + len(text)] = list(text)


def _write_digits(grid: Sequence[list[str]], rule: LayoutRule) -> None:
    for check in rule.digit_rules():
        covered = "".join("".join(grid[span.line][span.start : span.end]) for span in check.covers)
        grid[check.digit.line][check.digit.start] = compute(covered)


def draw_page(
    rng: np.random.Generator, masks: NDArray[np.uint8], lines: Sequence[str], layout: Layout, cap_px: float
) -> Specimen:
    """The page with `lines` at the foot, drawn large and brought to `cap_px` by area averaging."""
    pitch, line_step = MASTER_PITCH_PX, (1.75 if len(lines) == 3 else 2.5) * MASTER_CAP_PX
    width = round(max(map(len, lines)) * pitch + 5 * MASTER_CAP_PX)
    height = round(width * 0.66)
    page = np.full((height, width), int(rng.integers(205, 250)), np.uint8)
    _furnish(rng, page)
    ink = np.zeros_like(page)
    for row, text in enumerate(lines):
        y = height - 1.8 * MASTER_CAP_PX - (len(lines) - 1 - row) * line_step
        for column, char in enumerate(text):
            left, top = (
                round(2.5 * MASTER_CAP_PX + column * pitch + (pitch - CELL_WIDTH_PX) / 2),
                round(y - CELL_HEIGHT_PX / 2),
            )
            target = ink[top : top + CELL_HEIGHT_PX, left : left + CELL_WIDTH_PX]
            np.maximum(target, masks[ALPHABET.index(char)], out=target)
    inked = page.astype(np.float32) * (1 - ink.astype(np.float32) / 255 * 0.85)
    scale = cap_px / MASTER_CAP_PX
    size = (round(width * scale), round(height * scale))
    small = cv2.resize(inked, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    return Specimen(np.clip(small, 0, 255).astype(np.uint8), tuple(lines), layout, cap_px)


def _furnish(rng: np.random.Generator, page: NDArray[np.uint8]) -> None:
    """A portrait-like oval, wavy lines, and some print in OpenCV's stroke faces."""
    height, width = page.shape
    x = np.arange(0, width, 12)
    for offset in range(0, height, 36):
        y = offset + 14 * np.sin(x / rng.uniform(60, 120))
        points = np.stack((x, y), axis=1).astype(np.int32)
        cv2.polylines(page, [points], isClosed=False, color=int(page[0, 0]) - 18, thickness=2, lineType=cv2.LINE_AA)
    centre = (round(width * 0.16), round(height * 0.38))
    cv2.ellipse(
        page,
        centre,
        (round(width * 0.08), round(height * 0.17)),
        0,
        0,
        360,
        int(rng.integers(60, 140)),
        -1,
        cv2.LINE_AA,
    )
    for row in range(6):
        words = "".join("abcdefghij KLMNOP RSTU 0123456789"[i] for i in rng.integers(0, 33, 22))
        place = (round(width * 0.32), round(height * (0.14 + 0.085 * row)))
        cv2.putText(page, words, place, cv2.FONT_HERSHEY_SIMPLEX, width / 1500, 60, max(width // 700, 1), cv2.LINE_AA)
