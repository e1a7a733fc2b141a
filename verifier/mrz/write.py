"""From a document to the lines of its MRZ, with all check digits: the reverse of `parse`."""

from __future__ import annotations

from typing import Final

from verifier.mrz import check_digits
from verifier.mrz.document import MrzDocument
from verifier.mrz.document_faults import NUMBER_WIDTH, overflow, refuse_faults
from verifier.mrz.layout import FILLER, FieldRule, LayoutRule, rules
from verifier.mrz.name_field import french_name_fields, name_field
from verifier.mrz.record import Layout, Span
from watchlist.entry import Sex
from watchlist.partial_date import PartialDate

_SEX: Final = {Sex.FEMALE: "F", Sex.MALE: "M", Sex.UNSPECIFIED: FILLER}


def write(document: MrzDocument) -> tuple[str, ...]:
    """The lines of the document's layout: `parse` gives the same fields back.

    Names are transliterated (9303-3 §6, recommended forms) and cut where they are too long (9303-4 §4.2.3); a number
    of more than nine characters goes on in the optional data of a TD1 or TD2 (9303-5 and -6, §4.2.2.2).

    Raises: LintasError (INVALID) with every field that the layout cannot hold.
    """
    refuse_faults(document)
    rule = rules()[document.layout]
    lines = [FILLER * rule.width] * rule.lines
    for span, text in zip(rule.names, _names(document, rule), strict=True):
        _put(lines, span, text)
    texts = _texts(document)
    for field in rule.fields:
        if field.name in texts:
            _put(lines, field.span, texts[field.name])
    for field in rule.fields:
        if field.digit is not None:
            _put(lines, field.digit, _digit(lines, field, document))
    if rule.composite is not None:
        covered = "".join(lines[span.line][span.start : span.end] for span in rule.composite.covers)
        _put(lines, rule.composite.digit, check_digits.compute(covered))
    return tuple(lines)


def _put(lines: list[str], span: Span, text: str) -> None:
    line = lines[span.line]
    filled = text.replace(" ", FILLER).ljust(span.end - span.start, FILLER)
    lines[span.line] = line[: span.start] + filled + line[span.end :]


def _names(document: MrzDocument, rule: LayoutRule) -> tuple[str, ...]:
    widths = [span.end - span.start for span in rule.names]
    if document.layout is Layout.FRENCH_ID:
        return french_name_fields(document.surname, document.given_names, (widths[0], widths[1]))
    return (name_field(document.surname, document.given_names, widths[0]),)


def _texts(document: MrzDocument) -> dict[str, str]:
    rest, number = overflow(document), document.document_number
    optional = document.optional_data
    if rest:
        # Doc 9303 leaves open whether the filler between the parts counts; most issuers leave it out
        optional = f"{rest}{check_digits.compute(number)} {optional}"
    return {
        "document_code": document.document_code,
        "issuing_state": document.issuing_state,
        "document_number": number[:NUMBER_WIDTH] if rest else number,
        "nationality": document.nationality,
        "birth_date": _date(document.birth_date),
        "sex": _SEX[document.sex],
        "expiry_date": _date(document.expiry_date or PartialDate()),
        "optional_data": optional,
        "optional_data_2": document.optional_data_2,
        "department": document.department,
        "office": document.office,
    }


def _date(day: PartialDate) -> str:
    """YYMMDD; unknown parts are fillers (9303-3 §4.8)."""
    year = f"{day.year % 100:02d}" if day.year else FILLER * 2
    return year + "".join(f"{part:02d}" if part else FILLER * 2 for part in (day.month, day.day))


def _digit(lines: list[str], rule: FieldRule, document: MrzDocument) -> str:
    raw = lines[rule.span.line][rule.span.start : rule.span.end]
    if rule.name == "document_number" and overflow(document):
        return FILLER
    # 9303-4 §4.2.2.2: 0 or a filler where there is no optional data
    return FILLER if rule.name == "optional_data" and not raw.strip(FILLER) else check_digits.compute(raw)
