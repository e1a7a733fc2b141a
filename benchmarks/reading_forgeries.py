"""Does the reader repair a forger's slip? `python -m benchmarks.reading_forgeries --count 300`

Pages are rendered with one digit of a checked field, or a check digit, altered after all check digits were computed;
then they are made small, blurred and packed as JPEG, from easy to barely legible. A reading that shows the digit as it
was before the forgery is a repair: silent when it carries neither REPAIRED on that character nor LOW_CONFIDENCE.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from rich.table import Table

from training.ocrb.glyphs import load_glyph_sets
from training.ocrb.specimen import draw_lines, draw_page
from verifier.model.reading import Reading, ReadingNote
from verifier.mrz.layout import rules
from verifier.mrz.record import Layout
from verifier.reading.ocrb import OcrbReader
from verifier.reading.opencv import cv2

_LAYOUTS = (Layout.TD1, Layout.TD2, Layout.TD3, Layout.MRV_A, Layout.MRV_B)
_LEVELS = (
    (20.0, 0.5, 90),
    (12.0, 0.7, 70),
    (9.0, 0.8, 50),
    (8.0, 1.0, 35),
    (7.0, 1.2, 25),
)  # height px, sigma px, JPEG


@dataclass(slots=True)
class Tally:
    """Counts at one level of quality."""

    pages: int = 0
    as_printed: int = 0
    reported_repairs: int = 0
    silent_repairs: int = 0
    other_errors: int = 0
    not_read: int = 0


def forge(rng: np.random.Generator, lines: tuple[str, ...], layout: Layout) -> tuple[tuple[str, ...], int, int]:
    """The lines with one digit altered that some check digit covers or is; and its line and column."""
    places = {
        (span.line, column)
        for check in rules()[layout].digit_rules()
        for span in (*check.covers, check.digit)
        for column in range(span.start, span.end)
        if lines[span.line][column].isdigit()
    }
    line, column = sorted(places)[int(rng.integers(0, len(places)))]
    digit = str((int(lines[line][column]) + int(rng.integers(1, 10))) % 10)
    changed = list(lines)
    changed[line] = lines[line][:column] + digit + lines[line][column + 1 :]
    return tuple(changed), line, column


def spoil(page: NDArray[np.uint8], sigma_px: float, quality: int) -> NDArray[np.uint8]:
    """Blur and pack."""
    soft = cv2.GaussianBlur(page, (0, 0), sigma_px)
    _, packed = cv2.imencode(".jpg", soft, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)


def note(tally: Tally, readings: tuple[Reading, ...], printed: tuple[str, ...], true: tuple[str, ...]) -> None:
    """Count one page."""
    tally.pages += 1
    if not readings:
        tally.not_read += 1
        return
    reading = readings[0]
    if reading.lines == printed:
        tally.as_printed += 1
    elif reading.lines != true:
        tally.other_errors += 1
    elif reading.repaired_count or ReadingNote.LOW_CONFIDENCE in reading.notes:
        tally.reported_repairs += 1
    else:
        tally.silent_repairs += 1


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=23)
    options = parser.parse_args()
    console = Console()
    reader, masks = OcrbReader(), load_glyph_sets()[0].masks
    tallies = [Tally() for _ in _LEVELS]
    for index in track(range(options.count), console=console):
        rng = np.random.default_rng((options.seed, index))
        layout = _LAYOUTS[index % len(_LAYOUTS)]
        true = draw_lines(rng, layout)
        printed, _, _ = forge(rng, true, layout)
        level = (index // len(_LAYOUTS)) % len(_LEVELS)
        height_px, sigma_px, quality = _LEVELS[level]
        page = draw_page(rng, masks, printed, layout, height_px).page
        note(tallies[level], reader.read(spoil(page, sigma_px, quality)), printed, true)
    table = Table(
        "height, blur, JPEG", "pages", "as printed", "repaired, said so", "repaired silently", "other", "not read"
    )
    for (height_px, sigma_px, quality), t in zip(_LEVELS, tallies, strict=True):
        counts = (t.pages, t.as_printed, t.reported_repairs, t.silent_repairs, t.other_errors, t.not_read)
        table.add_row(f"{height_px:g} px, {sigma_px:g} px, {quality}", *map(str, counts))
    console.print(table)


if __name__ == "__main__":
    main()
