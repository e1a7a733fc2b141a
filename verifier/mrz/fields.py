"""From the lines of a known layout to its fields with their check digits."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.mrz import check_digits
from verifier.mrz.layout import DIGITS, FILLER, CompositeRule, FieldRule, LayoutRule
from verifier.mrz.names import Names, split
from verifier.mrz.record import DigitResult, Layout, MrzField, Span

_OVERFLOWING = frozenset({Layout.TD1, Layout.TD2})  # only these let a long number go on (9303-5 and -6, §4.2.2.2)


def cut(lines: tuple[str, ...], span: Span) -> str:
    """The characters of a span."""
    return lines[span.line][span.start : span.end]


def read(lines: tuple[str, ...], rule: LayoutRule) -> tuple[tuple[MrzField, ...], Names]:
    """All fields in the order of the layout, then the two identifiers, then the composite digit."""
    fields = [_field(lines, each) for each in rule.fields]
    if rule.layout in _OVERFLOWING:
        fields = list(_with_overflow(lines, rule, fields))
    names = _names(lines, rule)
    fields.extend(_identifiers(lines, rule, names))
    if rule.composite is not None:
        fields.append(_composite(lines, rule.composite))
    return tuple(fields), names


def _field(lines: tuple[str, ...], rule: FieldRule) -> MrzField:
    raw = cut(lines, rule.span)
    if rule.digit is None:
        return MrzField(rule.name, raw, value_of(raw), (rule.span,))
    printed, computed = cut(lines, rule.digit), check_digits.compute(raw)
    # in optional data a filler may stand for the digit 0 (9303-4 §4.2.2.2); a document number without any has none
    may_be_absent = rule.digit_may_be_filler and (rule.name == "optional_data" or not value_of(raw))
    lawfully_absent = may_be_absent and printed == FILLER and computed == "0"
    digit = DigitResult.ABSENT if lawfully_absent else _judge(printed, computed)
    return MrzField(rule.name, raw, value_of(raw), (rule.span,), digit, printed, computed)


def _judge(printed: str, computed: str) -> DigitResult:
    return DigitResult.VALID if printed == computed and computed else DigitResult.WRONG


def value_of(raw: str) -> str:
    """Without fillers at the ends; those inside become single spaces."""
    return " ".join(piece for piece in raw.split(FILLER) if piece)


def _with_overflow(lines: tuple[str, ...], rule: LayoutRule, fields: list[MrzField]) -> Iterator[MrzField]:
    """A number longer than nine characters: a filler for its digit, the rest and the digit in the optional data."""
    number = next(field for field in fields if field.name == "document_number")
    optional = next(field for field in fields if field.name == "optional_data")
    tail = optional.raw.partition(FILLER)[0]
    overflows = number.printed_digit == FILLER and FILLER not in number.raw and tail.endswith(tuple(DIGITS))
    if not overflows:
        yield from fields
        return
    whole, printed = number.raw + tail[:-1], tail[-1]
    start, line = optional.spans[0].start, optional.spans[0].line
    spans = (*number.spans, Span(line, start, start + len(tail) - 1))
    # Doc 9303 leaves open whether the filler between the parts counts: Portugal leaves it out, Belgium counts it
    accepted = (check_digits.compute(whole), check_digits.compute(number.raw + FILLER + tail[:-1]))
    computed = printed if printed in accepted else accepted[0]
    rest = optional.raw[len(tail) :]
    for field in fields:
        if field is number:
            yield MrzField(field.name, whole, whole, spans, _judge(printed, computed), printed, computed)
        elif field is optional:
            span = Span(line, start + len(tail), optional.spans[0].end)
            yield MrzField(field.name, rest, value_of(rest), (span,))
        else:
            yield field


def _names(lines: tuple[str, ...], rule: LayoutRule) -> Names:
    if rule.layout is Layout.FRENCH_ID:
        surname, given = (split(cut(lines, span)) for span in rule.names)
        given_names = " ".join(piece for piece in (given.primary, given.secondary) if piece)
        return Names(surname.primary, given_names, surname.is_truncated or given.is_truncated)
    return split(cut(lines, rule.names[0]))


def _identifiers(lines: tuple[str, ...], rule: LayoutRule, names: Names) -> Iterator[MrzField]:
    first, last = rule.names[0], rule.names[-1]
    if first is not last:
        yield MrzField("primary_identifier", cut(lines, first), names.primary, (first,))
        yield MrzField("secondary_identifier", cut(lines, last), names.secondary, (last,))
        return
    raw = cut(lines, first)
    divider = raw.find(FILLER * 2)
    middle = first.start + (divider if divider >= 0 else len(raw))
    primary, secondary = Span(first.line, first.start, middle), Span(first.line, min(middle + 2, first.end), first.end)
    yield MrzField("primary_identifier", cut(lines, primary), names.primary, (primary,))
    yield MrzField("secondary_identifier", cut(lines, secondary), names.secondary, (secondary,))


def _composite(lines: tuple[str, ...], rule: CompositeRule) -> MrzField:
    covered = "".join(cut(lines, span) for span in rule.covers)
    printed, computed = cut(lines, rule.digit), check_digits.compute(covered)
    return MrzField("composite", covered, "", rule.covers, _judge(printed, computed), printed, computed)
