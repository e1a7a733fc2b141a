"""What a reader probably meant: offered to a person or a re-reading, never applied silently.

`clean_ocr_text` finds the MRZ in raw OCR text; `suggest_corrections` lists letters where only digits can stand and the
reverse (9303-3 §4.3: the forms of OCR-B that machines confuse), position by position.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from verifier.mrz.detect import detect
from verifier.mrz.layout import FILLER, CharacterClass, FieldRule, LayoutRule, rules
from verifier.mrz.normalise import normalise
from verifier.mrz.record import Span

_TO_DIGIT: Final = dict(zip("OQDILZASGTB", "00011245678", strict=True))
_TO_LETTER: Final = dict(zip("0124568", "OIZASGB", strict=True))
_HEAD: Final = 5  # document code and issuing state: letters on every layout

_MOST_LINES: Final = 200  # of raw text; more is no page with an MRZ
_LONGEST_LINE: Final = 200  # characters
_SHORTER: Final = 3  # characters that a line may lack
_LONGER: Final = 15  # characters of noise after a line
_FEWEST_FILLERS: Final = 3
_FIRST_LETTERS: Final = frozenset("ACIPV1L")  # 1 and L for a misread I


@dataclass(frozen=True, slots=True)
class Correction:
    """One character that cannot stand where it stands, and the one that looks like it and can."""

    line: int  # 0-based
    column: int  # 0-based
    original: str
    corrected: str
    field: str  # name of the field, as in MrzRecord; a check digit bears the name of what it covers


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The lines as they would be with every correction made; equal to the cleaned input where there is none."""

    lines: tuple[str, ...]
    corrections: tuple[Correction, ...] = ()


def suggest_corrections(lines: Sequence[str]) -> Suggestion:
    """Corrections by character class for the lines of one MRZ; none where they fit no layout.

    A field in which a wrong character has no look-alike is left alone: half a correction would only look right.
    """
    cleaned, _ = normalise(lines)
    if not cleaned:
        return Suggestion(())
    head = "".join(_TO_LETTER.get(character, character) for character in cleaned[0][:_HEAD])
    layout = detect((head + cleaned[0][_HEAD:], *cleaned[1:])).layout
    fitted = detect(cleaned).lines
    if layout is None:
        return Suggestion(cleaned)
    found = tuple(sorted(_corrections(fitted, rules()[layout]), key=lambda each: (each.line, each.column)))
    return Suggestion(_applied(fitted, found), found)


def _corrections(lines: tuple[str, ...], rule: LayoutRule) -> Iterator[Correction]:
    names = (FieldRule("primary_identifier", span, CharacterClass.LETTER_OR_FILLER) for span in rule.names)
    seen: set[tuple[int, int]] = set()
    for field in (*rule.fields, *names):
        yield from _in_span(lines, field.span, field.characters, field.name, seen)
        if field.digit is not None:
            lawful = CharacterClass.DIGIT_OR_FILLER if field.digit_may_be_filler else CharacterClass.DIGIT
            yield from _in_span(lines, field.digit, lawful, field.name, seen)
    if rule.composite is not None:
        yield from _in_span(lines, rule.composite.digit, CharacterClass.DIGIT, "composite", seen)


def _in_span(
    lines: tuple[str, ...], span: Span, lawful: CharacterClass, name: str, seen: set[tuple[int, int]]
) -> Iterator[Correction]:
    found = []
    for column in range(span.start, span.end):
        original = lines[span.line][column]
        if original in lawful.value or (span.line, column) in seen:
            continue
        corrected = _TO_DIGIT.get(original) or _TO_LETTER.get(original)
        if corrected is None or corrected not in lawful.value:
            return
        found.append(Correction(span.line, column, original, corrected, name))
    seen.update((each.line, each.column) for each in found)
    yield from found


def _applied(lines: tuple[str, ...], corrections: tuple[Correction, ...]) -> tuple[str, ...]:
    characters = [list(line) for line in lines]
    for each in corrections:
        characters[each.line][each.column] = each.corrected
    return tuple("".join(line) for line in characters)


def clean_ocr_text(raw: str) -> tuple[str, ...]:
    """The lines in raw OCR text that look most like one MRZ: upper case, without spaces and noise around them.

    Nothing is corrected or filled up. Empty where no run of lines has the shape of a layout.
    """
    pieces = [line[:_LONGEST_LINE] for line in raw.splitlines()[:_MOST_LINES] if line.strip()]
    lines, _ = normalise(pieces)
    shapes = {(rule.lines, rule.width) for rule in rules().values()}
    windows = [
        (_misfit(lines[start : start + count], width), start, count, width)
        for count, width in sorted(shapes)
        for start in range(len(lines) - count + 1)
        if _looks_like_mrz(lines[start : start + count], width)
    ]
    if not windows:
        return ()
    _, start, count, width = min(windows)
    return tuple(_without_noise(line, width) for line in lines[start : start + count])


def _misfit(lines: tuple[str, ...], width: int) -> int:
    return sum(abs(len(line) - width) for line in lines)


def _looks_like_mrz(lines: tuple[str, ...], width: int) -> bool:
    fits = all(width - _SHORTER <= len(line) <= width + _LONGER for line in lines)
    return fits and lines[0][0] in _FIRST_LETTERS and sum(line.count(FILLER) for line in lines) >= _FEWEST_FILLERS


def _without_noise(line: str, width: int) -> str:
    """Cut what follows a whole line; a line just a little too long stays, since a character may be doubled in it."""
    tail = line[width:]
    is_noise = len(tail) > _SHORTER or (line[width - 1 : width] == FILLER and FILLER not in tail)
    return line[:width] if tail and is_noise else line
