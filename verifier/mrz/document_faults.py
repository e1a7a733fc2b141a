"""What cannot be written into an MRZ, by field. The faults never repeat a value."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from ledger.errors import Fault, FieldFault, LintasError
from verifier.mrz.document import MrzDocument
from verifier.mrz.layout import LayoutRule, rules
from verifier.mrz.record import Layout
from watchlist.names.transliteration import to_mrz
from watchlist.names.transliteration_table import letter_forms

# the first letter of the document code: 9303-4, -5, -6 and -7, §4.2.2
_FIRST_LETTERS: Final = {
    Layout.TD1: "ACI",
    Layout.TD2: "ACI",
    Layout.TD3: "P",
    Layout.MRV_A: "V",
    Layout.MRV_B: "V",
    Layout.FRENCH_ID: "I",
}
_LETTERS: Final = frozenset({"Lu", "Ll", "Lt", "Lo"})  # Unicode categories
_CODE: Final = re.compile(r"[A-Z]{1,2}")
_STATE: Final = re.compile(r"[A-Z]{1,3}")
_DATA: Final = re.compile(r"[A-Z0-9]+( [A-Z0-9]+)*")
_FRENCH_NUMBER: Final = re.compile(r"[0-9]{4}[A-Z0-9]{8}")
NUMBER_WIDTH: Final = 9  # characters; longer ones overflow into the optional data on TD1 and TD2
_OVERFLOW_EXTRA: Final = 2  # the check digit and the filler after it


def refuse_faults(document: MrzDocument) -> None:
    """Raises LintasError (INVALID) naming every field that cannot be written."""
    faults = tuple(_faults(document, rules()[document.layout]))
    if faults:
        message = "; ".join(f"{fault.field}: {fault.description}" for fault in faults)
        raise LintasError(Fault.INVALID, "INVALID_FIELD", message, fields=faults)


def _faults(document: MrzDocument, rule: LayoutRule) -> Iterator[FieldFault]:
    yield from _code_faults(document)
    yield from _name_faults(document)
    yield from _number_faults(document, rule)
    yield from _date_faults(document, rule)
    for name in ("nationality", "optional_data", "optional_data_2", "department", "office"):
        text = getattr(document, name)
        if text and rule.field(name) is None:
            yield FieldFault(name, "this layout has no such field")
        elif text and name != "nationality":
            yield from _data_faults(name, text, _room(name, document, rule))


def _code_faults(document: MrzDocument) -> Iterator[FieldFault]:
    letters = _FIRST_LETTERS[document.layout]
    if not _CODE.fullmatch(document.document_code) or document.document_code[0] not in letters:
        yield FieldFault("document_code", f"one or two letters, the first one of {', '.join(letters)}")
    if not _STATE.fullmatch(document.issuing_state):
        yield FieldFault("issuing_state", "one to three letters, A to Z")
    is_french = document.document_code == "ID" and document.issuing_state == "FRA"
    if document.layout is Layout.FRENCH_ID:
        if not is_french:
            yield FieldFault("issuing_state", "this layout is only for ID of FRA")
    elif not _STATE.fullmatch(document.nationality):
        yield FieldFault("nationality", "one to three letters, A to Z")
    elif document.layout is Layout.TD2 and is_french:
        yield FieldFault("layout", "two lines with IDFRA are the French card; use that layout")


def _name_faults(document: MrzDocument) -> Iterator[FieldFault]:
    for name in ("surname", "given_names"):
        text = getattr(document, name)
        if any(_has_no_form(character) for character in text):
            yield FieldFault(name, "a character has no form in an MRZ; digits are to be written as words")
        elif text and not to_mrz(text):
            yield FieldFault(name, "no letter in it")
    if not document.surname and not document.given_names:
        yield FieldFault("surname", "a name is needed")


def _has_no_form(character: str) -> bool:
    category = unicodedata.category(character)
    # modifier letters (Lm) are apostrophes and the like: they are left out
    return category.startswith("N") or (category in _LETTERS and not any(letter_forms(character)))


def _number_faults(document: MrzDocument, rule: LayoutRule) -> Iterator[FieldFault]:
    number = document.document_number
    if document.layout is Layout.FRENCH_ID:
        if not _FRENCH_NUMBER.fullmatch(number):
            yield FieldFault("document_number", "twelve characters; the first four are year and month of issue")
        return
    yield from _data_faults("document_number", number, longest_number(rule))
    if overflow(document) and " " in number:
        yield FieldFault("document_number", "no spaces where it is longer than nine characters")


def longest_number(rule: LayoutRule) -> int:
    """The longest document number that the layout can hold, in characters (9303-5 and -6, §4.2.2.2)."""
    number, optional = rule.field("document_number"), rule.field("optional_data")
    if number is None or optional is None or not number.digit_may_be_filler:
        return NUMBER_WIDTH
    return NUMBER_WIDTH + optional.span.end - optional.span.start - _OVERFLOW_EXTRA


def overflow(document: MrzDocument) -> str:
    """What of the document number goes on in the optional data; '' where it fits, or the layout has no such rule."""
    return document.document_number[NUMBER_WIDTH:] if document.layout in {Layout.TD1, Layout.TD2} else ""


def _room(name: str, document: MrzDocument, rule: LayoutRule) -> int:
    field = rule.field(name)
    width = field.span.end - field.span.start if field else 0
    rest = overflow(document)
    return width - len(rest) - _OVERFLOW_EXTRA if name == "optional_data" and rest else width


def _data_faults(name: str, text: str, room: int) -> Iterator[FieldFault]:
    if not _DATA.fullmatch(text):
        yield FieldFault(name, "A to Z, 0 to 9 and single spaces between them")
    elif len(text) > room:
        yield FieldFault(name, f"at most {max(room, 0)} characters")


def _date_faults(document: MrzDocument, rule: LayoutRule) -> Iterator[FieldFault]:
    expiry = document.expiry_date
    if rule.field("expiry_date") is None:
        if expiry is not None:
            yield FieldFault("expiry_date", "this layout has no such field")
    elif expiry is None or not expiry.is_complete:
        yield FieldFault("expiry_date", "year, month and day are needed")
