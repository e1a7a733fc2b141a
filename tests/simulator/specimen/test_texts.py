"""What is printed: values, MRZ, and how defects change them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import LintasError
from simulator.specimen import Defect, DefectKind, Template
from simulator.specimen.texts import altered_date, genuine_texts, mrz_lines, printed_texts, spoken
from tests.simulator.specimen.documents import specimen, with_defect
from verifier.mrz.parse import parse
from verifier.mrz.record import MrzRecord
from watchlist.partial_date import PartialDate


def _read(lines: tuple[str, ...]) -> MrzRecord:
    return parse(lines, date(2026, 6, 1))


@pytest.mark.parametrize("template", list(Template))
def test_an_undamaged_document_has_a_right_mrz(template: Template) -> None:
    record = _read(mrz_lines(specimen(template, "XZC")))
    assert record.layout is template.layout
    assert record.wrong_digits == ()
    assert record.value("issuing_state") == "XZC"
    assert record.value("primary_identifier") == "VELMARIN"


@given(number=st.from_regex(r"[A-Z][0-9]{7}[A-Z0-9]", fullmatch=True), year=st.integers(1930, 2020))
def test_whatever_the_facts_the_digits_fit(number: str, year: int) -> None:
    spec = specimen(number=number)
    spec = replace(spec, holder=replace(spec.holder, birth_date=PartialDate(year, 2, 28)))
    record = _read(mrz_lines(spec))
    assert record.wrong_digits == ()
    assert record.value("document_number") == number


@pytest.mark.parametrize("field", ["document_number", "birth_date", "expiry_date", "composite"])
def test_a_wrong_check_digit_is_the_only_wrong_one(field: str) -> None:
    clean = mrz_lines(specimen())
    lines = mrz_lines(with_defect(DefectKind.WRONG_CHECK_DIGIT, field=field))
    assert sum(a != b for one, two in zip(clean, lines, strict=True) for a, b in zip(one, two, strict=True)) == 1
    assert field in _read(lines).wrong_digits


def test_an_altered_birth_date_differs_from_the_mrz() -> None:
    spec = with_defect(DefectKind.ALTERED_BIRTH_DATE, to="1981-10-05")
    assert printed_texts(spec, "")["birth_date"] == "05 OCT 1981"
    assert genuine_texts(spec, "")["birth_date"] == "05 OCT 1989"
    record = _read(mrz_lines(spec))
    assert record.value("birth_date") == "891005"
    assert record.wrong_digits == ()


def test_an_alteration_that_reaches_the_mrz_leaves_the_old_digit() -> None:
    spec = with_defect(DefectKind.ALTERED_EXPIRY, to="2038-02-14", mrz="yes")
    record = _read(mrz_lines(spec))
    assert record.value("expiry_date") == "380214"
    assert set(record.wrong_digits) >= {"expiry_date"}


def test_without_a_date_the_forger_chooses_one() -> None:
    assert altered_date(with_defect(DefectKind.ALTERED_BIRTH_DATE), "birth_date") == PartialDate(1983, 10, 5)
    assert altered_date(with_defect(DefectKind.ALTERED_EXPIRY), "expires") == PartialDate(2039, 2, 14)
    assert altered_date(specimen(), "expires") is None


def test_the_mrz_may_name_somebody_else() -> None:
    spec = with_defect(DefectKind.MRZ_DIFFERS, field="surname", value="ORBELLI")
    assert _read(mrz_lines(spec)).value("primary_identifier") == "ORBELLI"
    assert printed_texts(spec, "")["surname"] == "VELMARIN"


def test_a_wrong_issuer_stands_on_page_and_mrz() -> None:
    spec = with_defect(DefectKind.WRONG_ISSUER, code="XQX")
    assert printed_texts(spec, "")["code"] == "XQX"
    assert _read(mrz_lines(spec)).value("issuing_state") == "XQX"


def test_given_lines_and_texts_are_printed_as_they_are() -> None:
    lines = mrz_lines(specimen(Template.PASSPORT, "XZB"))
    spec = replace(specimen(), mrz=lines, printed=(("birth_place", "NOWHERE"),))
    assert mrz_lines(spec) == lines
    assert printed_texts(spec, "")["birth_place"] == "NOWHERE"


def test_what_the_mrz_cannot_hold_is_refused_by_name() -> None:
    with pytest.raises(LintasError) as refused:
        mrz_lines(specimen(number="TOO-LONG-BY-FAR-1"))
    assert any(each.field == "document_number" for each in refused.value.fields)


@pytest.mark.parametrize(
    ("day", "text"),
    [(PartialDate(1986, 10, 5), "05 OCT 1986"), (PartialDate(1986), "XX XXX 1986"), (PartialDate(), "XX XXX XXXX")],
)
def test_unknown_parts_of_a_date_are_crosses(day: PartialDate, text: str) -> None:
    assert spoken(day) == text


def test_parameters_are_found_by_name() -> None:
    defect = Defect.of(DefectKind.MRZ_DIFFERS, value="B", field="A")
    assert defect == Defect.of(DefectKind.MRZ_DIFFERS, field="A", value="B")
    assert (defect.value("field"), defect.value("nothing", "x")) == ("A", "x")
