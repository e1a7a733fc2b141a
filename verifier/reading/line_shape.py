"""What may stand where in each layout, as far as a general OCR engine's text needs it to be told from other print.

One letter a position: `n` digit or filler, `a` letter or filler, `*` any of the 37. Sources: ICAO 9303-5 §4.2,
9303-6 §4.2, 9303-4 §4.2, 9303-7 §4.2; the French card by its decree of 1988.
"""

from __future__ import annotations

from dataclasses import dataclass

from verifier.mrz.record import Layout, Span


@dataclass(frozen=True, slots=True)
class LineShape:
    """A layout's lines as position classes, which first letters it has, and where its names stand."""

    layout: Layout
    lines: tuple[str, ...]
    first_letters: str
    names: tuple[Span, ...]


def _person_line(length: int) -> str:
    return "*" * 9 + "n" + "aaa" + "n" * 7 + "a" + "n" * 7 + "*" * (length - 28)


SHAPES: tuple[LineShape, ...] = (
    LineShape(
        Layout.TD1,
        ("a*aaa" + "*" * 25, "n" * 7 + "a" + "n" * 7 + "aaa" + "*" * 11 + "n", "a" * 30),
        "ACI",
        (Span(2, 0, 30),),
    ),
    LineShape(Layout.TD3, ("a*" + "a" * 42, _person_line(42) + "nn"), "P", (Span(0, 5, 44),)),
    LineShape(Layout.MRV_A, ("a*" + "a" * 42, _person_line(44)), "V", (Span(0, 5, 44),)),
    LineShape(Layout.TD2, ("a*" + "a" * 34, _person_line(35) + "n"), "ACI", (Span(0, 5, 36),)),
    LineShape(Layout.MRV_B, ("a*" + "a" * 34, _person_line(36)), "V", (Span(0, 5, 36),)),
    LineShape(
        Layout.FRENCH_ID,
        ("a" * 30 + "*" * 6, "n" * 4 + "*" * 8 + "n" + "a" * 14 + "n" * 7 + "an"),
        "I",
        (Span(0, 5, 30), Span(1, 13, 27)),
    ),
)
