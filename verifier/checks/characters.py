"""Two MRZs of one document held against each other, character by character."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.mrz.layout import rules
from verifier.mrz.record import DigitResult, MrzField, MrzRecord, Span

_OPTIONAL = ("optional_data", "optional_data_2")


def differing_fields(one: MrzRecord, other: MrzRecord) -> tuple[str, ...]:
    """Names of fields whose characters or check digits differ; the composite counts by its digit alone."""
    return tuple(
        field.name
        for field in one.fields
        if (counterpart := other.field_named(field.name)) is not None and _printed(field) != _printed(counterpart)
    )


def _printed(field: MrzField) -> tuple[str, str]:
    return ("" if field.name == "composite" else field.raw), field.printed_digit


def only_optional_data_differ(one: MrzRecord, other: MrzRecord) -> bool:
    """Every character outside the optional data is the same, but for right check digits that cover them.

    A digit that covers the optional data follows from them only where it is right in both; else it is a difference of
    its own.
    """
    if one.layout is None or one.layout is not other.layout:
        return False
    free = _free(one) & _free(other)
    return all(place in free for place in _differing_places(one.lines, other.lines))


def _differing_places(one: tuple[str, ...], other: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for line, (ours, theirs) in enumerate(zip(one, other, strict=True)):
        for column, (a, b) in enumerate(zip(ours, theirs, strict=True)):
            if a != b:
                yield line, column


def _free(record: MrzRecord) -> frozenset[tuple[int, int]]:
    """Places (line, column) that may differ: optional data, and right digits over them."""
    if record.layout is None:
        return frozenset()
    rule = rules()[record.layout]
    fields = [field for name in _OPTIONAL if (field := record.field_named(name)) is not None]
    spans = [span for field in fields for span in field.spans]
    digits = {name: found.digit for name in _OPTIONAL if (found := rule.field(name)) is not None}
    digits["composite"] = rule.composite.digit if rule.composite else None
    spans += [span for name, span in digits.items() if span is not None and _is_right(record, name)]
    return frozenset(place for span in spans for place in _places(span))


def _is_right(record: MrzRecord, name: str) -> bool:
    field = record.field_named(name)
    return field is not None and field.digit is not DigitResult.WRONG


def _places(span: Span) -> Iterator[tuple[int, int]]:
    return ((span.line, column) for column in range(span.start, span.end))
