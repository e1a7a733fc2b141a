"""The layouts as tables: which field stands where, which characters it may hold, what its check digit covers.

Sources: ICAO Doc 9303-4 §4.2 (TD3), 9303-5 §4.2 (TD1), 9303-6 §4.2 (TD2), 9303-7 §4.1 and §4.2 (visas), and the
French identity card of 1988 (Journal officiel, as parsed by public suites).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

from verifier.mrz.record import Layout, Span

LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS: Final = "0123456789"
FILLER: Final = "<"


class CharacterClass(Enum):
    """What may stand at one position; the value is the set of characters."""

    LETTER = LETTERS
    LETTER_OR_FILLER = LETTERS + FILLER
    DIGIT = DIGITS
    DIGIT_OR_FILLER = DIGITS + FILLER
    SEX = "MF" + FILLER
    ANY = LETTERS + DIGITS + FILLER


@dataclass(frozen=True, slots=True)
class FieldRule:
    """One field of a layout. `digit` is where its check digit stands, `digit_may_be_filler` where `<` is lawful."""

    name: str
    span: Span
    characters: CharacterClass
    digit: Span | None = None
    digit_may_be_filler: bool = False


@dataclass(frozen=True, slots=True)
class CompositeRule:
    """The check digit over several pieces of the lines."""

    covers: tuple[Span, ...]
    digit: Span


@dataclass(frozen=True, slots=True)
class LayoutRule:
    """One layout: `lines` lines of `width` characters."""

    layout: Layout
    lines: int
    width: int
    fields: tuple[FieldRule, ...]
    names: tuple[Span, ...]  # where the name stands; two pieces on the French card
    composite: CompositeRule | None = None

    def field(self, name: str) -> FieldRule | None:
        """The rule of that name, or None where the layout has no such field."""
        return next((rule for rule in self.fields if rule.name == name), None)

    def classes(self) -> tuple[tuple[CharacterClass, ...], ...]:
        """The class of every position, a tuple a line."""
        grid = [[CharacterClass.ANY] * self.width for _ in range(self.lines)]
        for rule in self.fields:
            for column in range(rule.span.start, rule.span.end):
                grid[rule.span.line][column] = rule.characters
            if rule.digit is not None:
                lawful = CharacterClass.DIGIT_OR_FILLER if rule.digit_may_be_filler else CharacterClass.DIGIT
                grid[rule.digit.line][rule.digit.start] = lawful
        for span in self.names:
            for column in range(span.start, span.end):
                grid[span.line][column] = CharacterClass.LETTER_OR_FILLER
        if self.composite is not None:
            grid[self.composite.digit.line][self.composite.digit.start] = CharacterClass.DIGIT
        return tuple(tuple(line) for line in grid)

    def digit_rules(self) -> tuple[CompositeRule, ...]:
        """All check digits as (what is covered, where the digit stands), the composite last."""
        simple = tuple(CompositeRule((rule.span,), rule.digit) for rule in self.fields if rule.digit is not None)
        return (*simple, self.composite) if self.composite else simple


def _at(line: int, start: int, end: int) -> Span:
    return Span(line, start, end)


def _rule(
    name: str,
    line: int,
    start: int,
    end: int,
    characters: CharacterClass,
    *,
    digit: int | None = None,
    filler_digit: bool = False,
) -> FieldRule:
    at = _at(line, digit, digit + 1) if digit is not None else None
    return FieldRule(name, _at(line, start, end), characters, at, filler_digit)


_C = CharacterClass


def _second_line(
    *, optional_end: int, optional_digit: int | None = None, long_number: bool = False
) -> tuple[FieldRule, ...]:
    """The second line that TD2, TD3 and both visas share (9303-4 §4.2.2.2)."""
    return (
        # on a TD2, a filler for the digit says that the number goes on in the optional data (9303-6 §4.2.2.2)
        _rule("document_number", 1, 0, 9, _C.ANY, digit=9, filler_digit=long_number),
        _rule("nationality", 1, 10, 13, _C.LETTER_OR_FILLER),
        _rule("birth_date", 1, 13, 19, _C.DIGIT_OR_FILLER, digit=19),
        _rule("sex", 1, 20, 21, _C.SEX),
        _rule("expiry_date", 1, 21, 27, _C.DIGIT, digit=27),
        _rule("optional_data", 1, 28, optional_end, _C.ANY, digit=optional_digit, filler_digit=True),
    )


def _first_line() -> tuple[FieldRule, ...]:
    return (
        _rule("document_code", 0, 0, 2, _C.LETTER_OR_FILLER),
        _rule("issuing_state", 0, 2, 5, _C.LETTER_OR_FILLER),
    )


@cache
def rules() -> dict[Layout, LayoutRule]:
    """All layouts."""
    td1 = LayoutRule(
        Layout.TD1,
        3,
        30,
        (
            *_first_line(),
            _rule("document_number", 0, 5, 14, _C.ANY, digit=14, filler_digit=True),
            _rule("optional_data", 0, 15, 30, _C.ANY),
            _rule("birth_date", 1, 0, 6, _C.DIGIT_OR_FILLER, digit=6),
            _rule("sex", 1, 7, 8, _C.SEX),
            _rule("expiry_date", 1, 8, 14, _C.DIGIT, digit=14),
            _rule("nationality", 1, 15, 18, _C.LETTER_OR_FILLER),
            _rule("optional_data_2", 1, 18, 29, _C.ANY),
        ),
        names=(_at(2, 0, 30),),
        composite=CompositeRule((_at(0, 5, 30), _at(1, 0, 7), _at(1, 8, 15), _at(1, 18, 29)), _at(1, 29, 30)),
    )
    td2 = LayoutRule(
        Layout.TD2,
        2,
        36,
        (*_first_line(), *_second_line(optional_end=35, long_number=True)),
        names=(_at(0, 5, 36),),
        composite=CompositeRule((_at(1, 0, 10), _at(1, 13, 20), _at(1, 21, 35)), _at(1, 35, 36)),
    )
    td3 = LayoutRule(
        Layout.TD3,
        2,
        44,
        (*_first_line(), *_second_line(optional_end=42, optional_digit=42)),
        names=(_at(0, 5, 44),),
        composite=CompositeRule((_at(1, 0, 10), _at(1, 13, 20), _at(1, 21, 43)), _at(1, 43, 44)),
    )
    mrv_a = LayoutRule(
        Layout.MRV_A,
        2,
        44,
        (*_first_line(), *_second_line(optional_end=44)),
        names=(_at(0, 5, 44),),
    )
    mrv_b = LayoutRule(
        Layout.MRV_B,
        2,
        36,
        (*_first_line(), *_second_line(optional_end=36)),
        names=(_at(0, 5, 36),),
    )
    return {rule.layout: rule for rule in (td1, td2, td3, mrv_a, mrv_b, _french())}


def _french() -> LayoutRule:
    """Surname on the first line, given names on the second, one composite over everything before it."""
    return LayoutRule(
        Layout.FRENCH_ID,
        2,
        36,
        (
            *_first_line(),
            _rule("department", 0, 30, 33, _C.ANY),
            _rule("office", 0, 33, 36, _C.ANY),
            _rule("issue_date", 1, 0, 4, _C.DIGIT),
            _rule("document_number", 1, 0, 12, _C.ANY, digit=12),
            _rule("birth_date", 1, 27, 33, _C.DIGIT_OR_FILLER, digit=33),
            _rule("sex", 1, 34, 35, _C.SEX),
        ),
        names=(_at(0, 5, 30), _at(1, 13, 27)),
        composite=CompositeRule((_at(0, 0, 36), _at(1, 0, 35)), _at(1, 35, 36)),
    )
