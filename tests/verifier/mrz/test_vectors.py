"""All vectors of ../shared/data/mrz/vectors.json: every one agrees, or says here why it does not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from verifier.mrz.parse import parse
from verifier.mrz.record import DigitResult, Layout, MrzRecord, Severity
from verifier.mrz.suggest import clean_ocr_text, suggest_corrections
from watchlist.entry import Sex
from watchlist.names.transliteration import could_be
from watchlist.partial_date import PartialDate

TODAY = date(2026, 11, 24)
_FILE = Path(__file__).parents[4] / "shared" / "data" / "mrz" / "vectors.json"

pytestmark = pytest.mark.skipif(not _FILE.exists(), reason="needs ../shared/data/mrz/vectors.json")

_SWISS = "the Swiss driving licence (9, 30 and 30 characters) is no travel document: it fits no layout"
_LONG = (
    "a long number on a TD2: the script behind the vectors takes nine characters, Doc 9303-6 §4.2.2.2 the whole number"
)
_UTOPIA = "the source refuses UTO as a state; parsing reads it, and the line marks it as a specimen"
_LEAP = "29 February 2011: a specimen's day that does not exist; the source looks only at digits"
_ZEROS = "a specimen with zeros for every date: the source looks only at digits"

# where the digits that we call right are not those of the vector
DIGITS_DIFFER = {
    "v028": "a '?' in the number: no digit can be computed over it, so number and composite are wrong here",
    "v040": _LONG,
    "v061": _LONG,
    "v062": _LONG,
    "v066": _LONG,
}
# where the source says 'valid' or 'invalid' and we do not
VALIDITY_DIFFERS = {
    "v007": _UTOPIA,
    "v008": _UTOPIA,
    "v009": _UTOPIA,
    "v016": _UTOPIA,
    "v019": _UTOPIA,
    "v031": _SWISS,
    "v085": "the source does not know the state ASU; whether a state exists is a check of its own (verifier/checks)",
    "v183": "the nationality is printed as 132, digits where letters belong; the source looks only at digits",
    "v255": _LEAP,
    "v256": _LEAP,
    "v257": _LEAP,
    "v277": _ZEROS,
    "v278": _ZEROS,
}
# where the source reads other fields than we do
FIELDS_DIFFER = {"v031": _SWISS, "v032": _SWISS}
CORRECTIONS_DIFFER = {"v034": _SWISS}

_LAYOUTS = {
    "TD1": Layout.TD1,
    "TD2": Layout.TD2,
    "TD3": Layout.TD3,
    "MRVA": Layout.MRV_A,
    "MRVB": Layout.MRV_B,
    "FRID": Layout.FRENCH_ID,
    "FRENCH_NATIONAL_ID": Layout.FRENCH_ID,
}
_DIGITS = {
    "num": "document_number",
    "dob": "birth_date",
    "exp": "expiry_date",
    "opt": "optional_data",
    "comp": "composite",
}
_NO_DIGIT = DigitResult.NOT_APPLICABLE
_SEXES = {"male": Sex.MALE, "female": Sex.FEMALE, "F": Sex.FEMALE, "M": Sex.MALE}


def _vectors(*kinds: str) -> list[Any]:
    if not _FILE.exists():
        return []
    vectors = json.loads(_FILE.read_text("utf-8"))["vectors"]
    return [pytest.param(vector, id=vector["id"]) for vector in vectors if vector["kind"] in kinds]


def test_every_kind_has_a_test() -> None:
    kinds = ("parse", "image_truth", "reject", "name_field", "autocorrect", "ocr_cleanup")
    assert len(_vectors(*kinds)) == 300


def _digits(record: MrzRecord) -> dict[str, bool]:
    """Right or wrong for every check digit that the layout has."""
    fields = {key: record.field_named(name) for key, name in _DIGITS.items()}
    digits = {key: field.digit for key, field in fields.items() if field is not None}
    return {key: digit is not DigitResult.WRONG for key, digit in digits.items() if digit is not _NO_DIGIT}


def _is_clean(record: MrzRecord) -> bool:
    """What the sources call valid: a layout, right digits, and nothing worse than notes."""
    worse = [finding for finding in record.findings if finding.severity is not Severity.NOTE]
    return record.layout is not None and not record.wrong_digits and not worse


@pytest.mark.parametrize("vector", _vectors("parse", "image_truth"))
def test_layout_and_check_digits(vector: dict[str, Any]) -> None:
    record = parse(vector["lines"], TODAY)
    if vector["format"] in _LAYOUTS:
        assert record.layout is _LAYOUTS[vector["format"]]
    theirs = {key: value for key, value in vector["check_digits_computed"].items() if key in _DIGITS}
    assert (_digits(record) != theirs) is (vector["id"] in DIGITS_DIFFER)


def _judged_by_their_source() -> list[Any]:
    both = _vectors("parse", "image_truth")
    return [param for param in both if param.values[0]["valid_per_source"] is not None]


@pytest.mark.parametrize("vector", _judged_by_their_source())
def test_validity(vector: dict[str, Any]) -> None:
    is_clean = _is_clean(parse(vector["lines"], TODAY))
    assert (is_clean is not vector["valid_per_source"]) is (vector["id"] in VALIDITY_DIFFERS)


def _values(record: MrzRecord) -> dict[str, str | None]:
    """Our fields under the sources' names; the French number falls into the sources' three pieces."""
    fields = {name: record.field_named(name) for name in _DIGITS.values()}
    printed = {name: field.printed_digit if field else "" for name, field in fields.items()}
    number = fields["document_number"]
    birth, expiry = record.field_named("birth_date"), record.field_named("expiry_date")
    values: dict[str, str | None] = {
        "documentCode": record.value("document_code"),
        "issuingState": record.value("issuing_state"),
        "nationality": record.value("nationality"),
        "documentNumber": record.value("document_number"),
        "documentNumberCheckDigit": printed["document_number"],
        "birthDate": birth.raw if birth else None,
        "birthDateCheckDigit": printed["birth_date"],
        "expirationDate": expiry.raw if expiry else None,
        "expirationDateCheckDigit": printed["expiry_date"],
        "optional": record.value("optional_data"),
        "personalNumber": record.value("optional_data"),
        "personalNumberCheckDigit": printed["optional_data"],
        "optional2": record.value("optional_data_2"),
        "compositeCheckDigit": printed["composite"],
        "lastName": record.value("primary_identifier"),
        "firstName": record.value("secondary_identifier"),
        "sex": record.sex.value if record.sex else None,
        "administrativeCode": record.value("department") + record.value("office"),
        "issueDate": record.value("issue_date"),
    }
    if record.layout is Layout.FRENCH_ID and number is not None:
        values |= {"documentNumber": number.raw[7:12], "administrativeCode2": number.raw[4:7]}
    return values


_OTHER_NAMES = {
    "type": "documentCode",
    "country": "issuingState",
    "number": "documentNumber",
    "document_number": "documentNumber",
    "date_of_birth": "birthDate",
    "expiration_date": "expirationDate",
    "names": "firstName",
    "surname": "lastName",
    "personal_number": "personalNumber",
}


def _expected(vector: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What the source expects; where it says null it refused the field, which the tests on validity hold."""
    for name, value in vector["expect"].items():
        key = _OTHER_NAMES.get(name, name)
        if key == "sex":
            yield key, _SEXES[value].value if value in _SEXES else ""
        elif key == "optional1":
            # the source leaves the overflow of a long number in the optional data; we move it to the number
            overflow = parse(vector["lines"], TODAY).value("document_number")[9:]
            yield "optional", "" if overflow else value
        elif value is not None and key != "valid_check_digits":
            yield key, value


@pytest.mark.parametrize("vector", _vectors("parse"))
def test_fields(vector: dict[str, Any]) -> None:
    values = _values(parse(vector["lines"], TODAY))
    differing = [key for key, value in _expected(vector) if (values.get(key) or "") != value]
    assert bool(differing) is (vector["id"] in FIELDS_DIFFER), differing


def test_the_check_digits_of_the_austrian_specimen() -> None:
    """The source gives a list of results, in this order."""
    vector = next(param.values[0] for param in _vectors("parse") if param.id == "v111")
    digits = _digits(parse(vector["lines"], TODAY))
    assert [digits[key] for key in ("num", "dob", "exp", "comp")] == vector["expect"]["valid_check_digits"]


@pytest.mark.parametrize("vector", _vectors("reject"))
def test_rejects(vector: dict[str, Any]) -> None:
    """A record comes out of everything, but never one that looks right."""
    record = parse(vector["lines"], TODAY)
    assert not _is_clean(record)
    assert any(finding.severity is not Severity.NOTE for finding in record.findings)
    if vector["notes"] == "wrong total length: must be rejected":
        assert record.layout is None


@pytest.mark.parametrize("vector", _vectors("name_field"))
def test_name_fields(vector: dict[str, Any]) -> None:
    """Every truncation that Doc 9303 gives as an example agrees with the name it was made of."""
    layout = _LAYOUTS[vector["format"]]
    line = vector["mrz_name_line"]
    rest = {
        Layout.TD1: ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6"),
        Layout.TD2: ("D231458907UTO7408122F1204159<<<<<<<6",),
        Layout.TD3: ("L898902C36UTO7408122F1204159ZE184226B<<<<<10",),
        Layout.MRV_A: ("L8988901C4XXX4009078F96121096ZE184226B<<<<<<",),
        Layout.MRV_B: ("L8988901C4XXX4009078F9612109<<<<<<<<",),
    }[layout]
    record = parse((*rest, line) if layout is Layout.TD1 else (line, *rest), TODAY)
    assert record.layout is layout
    surname, _, given_names = vector["viz"].partition(", ")
    cut = record.names_truncated
    assert could_be(record.value("primary_identifier"), surname, truncated=cut)
    assert could_be(record.value("secondary_identifier"), given_names, truncated=cut) or not given_names
    assert not could_be(record.value("primary_identifier"), "SOMEBODY ELSE", truncated=cut)
    if "truncations" in vector["notes"]:
        assert cut


@pytest.mark.parametrize("vector", _vectors("autocorrect"))
def test_corrections(vector: dict[str, Any]) -> None:
    suggestion = suggest_corrections(vector["lines"])
    ours = [
        {"line": each.line, "column": each.column, "original": each.original, "corrected": each.corrected}
        for each in suggestion.corrections
    ]
    agrees = ours == vector["expect"]["autocorrect"] and list(suggestion.lines) == vector["expect"]["corrected_lines"]
    assert agrees is (vector["id"] not in CORRECTIONS_DIFFER)


@pytest.mark.parametrize("vector", _vectors("ocr_cleanup"))
def test_raw_text(vector: dict[str, Any]) -> None:
    """The source corrects while it cleans; here the two are separate steps, and only together do they agree."""
    suggestion = suggest_corrections(clean_ocr_text(vector["raw"]))
    assert suggestion.corrections
    expected = vector["expect"]
    assert set(expected.get("lines", expected.get("lines_contain"))) <= set(suggestion.lines)
    assert len(suggestion.lines) == len(expected.get("lines", suggestion.lines))


def test_the_german_example_resolves() -> None:
    """One vector looked at as a whole: D<<, no optional data, and both centuries of a birth year."""
    vector = next(param.values[0] for param in _vectors("parse") if param.id == "v021")
    record = parse(vector["lines"], TODAY)
    assert record.value("issuing_state") == record.value("nationality") == "D"
    assert record.birth_dates == (PartialDate(1964, 8, 12),)
    assert record.expiry_dates == (PartialDate(2017, 10, 31),)
