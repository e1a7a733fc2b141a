"""The lists that come with the checks are refused by file, row and field where they are wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ledger.errors import LintasError
from verifier.checks.catalogue import catalogue, catalogue_of
from verifier.checks.known_defects import known_defects, known_defects_of
from verifier.checks.packaged import packaged

CATALOGUE = """
checks:
- id: optical.vendor
  section: "5.5.4.3"
  group: optical
  computed_by: terminal
  results: [successful, failed]
  name: {en: "Vendor", id: "Pemasok"}
- id: overall.document
  section: "5.4"
  group: overall
  computed_by: service
  results: [failed]
  name: {en: "Overall", id: "Keseluruhan"}
"""
DEFECTS = """
defects:
- issuer: USA
  document_code: C1
  fields: [composite]
  note: {en: "Note.", id: "Catatan."}
  source: "seen"
- issuer: XZD
  document_code: ""
  fields: [composite]
  note: {en: "Note.", id: "Catatan."}
  source: "seen"
"""


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("group: overall", "group: magic", "checks[1].group"),
        ("[failed]", "[failed, perhaps]", "checks[1].results[1]"),
        ("[failed]", "[]", "checks[1].results"),
        ("computed_by: terminal", "computed_by: fate", "checks[0].computed_by"),
        ("computed_by: service", "computed_by: terminal", "checks[1].computed_by"),
        ("id: overall.document", "id: optical.document", "checks[1].id"),
        ("id: overall.document", "id: optical.vendor", "checks[1].id"),
        ("id: optical.vendor", "id: Vendor", "checks[0].id"),
        ('section: "5.4"', "section: 5.4", "checks[1].section"),
        ('  section: "5.4"\n', "", "checks[1].section"),
        ('{en: "Overall", id: "Keseluruhan"}', '{en: "Overall", id: " "}', "checks[1].name.id"),
        ('{en: "Overall", id: "Keseluruhan"}', '{en: "Overall"}', "checks[1].name.id"),
        ("results: [failed]", "resluts: [failed]", "checks[1].resluts"),
        ("checks:", "cheques:", "cheques"),
        ("checks:", "checks: [", "line"),
    ],
)
def test_a_wrong_catalogue_names_file_row_and_field(old: str, new: str, place: str) -> None:
    assert set(catalogue_of(CATALOGUE)) == {"optical.vendor", "overall.document"}
    names_the_place(catalogue_of, CATALOGUE.replace(old, new), f"catalogue.yaml: {place}")


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("issuer: XZD", "issuer: QQQ", "defects[1].issuer"),
        ("fields: [composite]", "fields: [sex]", "defects[0].fields[0]"),
        ("fields: [composite]", "fields: []", "defects[0].fields"),
        ("document_code: C1", "document_code: C12", "defects[0].document_code"),
        ('issuer: XZD\n  document_code: ""', "issuer: USA\n  document_code: C1", "defects[1].document_code"),
        ('source: "seen"', 'source: ""', "defects[0].source"),
        ('note: {en: "Note.", id: "Catatan."}', "note: Note", "defects[0].note"),
        ("defects:", "- defects:", "(file)"),
        ("defects:", "defects: [", "line"),
    ],
)
def test_a_wrong_list_of_known_defects_names_file_row_and_field(old: str, new: str, place: str) -> None:
    assert [defect.issuer for defect in known_defects_of(DEFECTS)] == ["USA", "XZD"]
    names_the_place(known_defects_of, DEFECTS.replace(old, new), f"known_defects.yaml: {place}")


def names_the_place(load: Callable[[str], object], text: str, place: str) -> None:
    with pytest.raises(LintasError) as caught:
        load(text)
    assert caught.value.reason == "INVALID_FIELD"
    assert caught.value.fields[0].field.startswith(place)


@pytest.mark.parametrize("load", [catalogue_of, known_defects_of])
@pytest.mark.parametrize("text", ["", "- a", "5", "\x07"])
def test_what_is_no_list_is_refused_by_file(load: Callable[[str], object], text: str) -> None:
    with pytest.raises(LintasError, match=r"^(catalogue|known_defects)\.yaml: "):
        load(text)


def test_the_lists_in_the_package_are_these() -> None:
    assert catalogue() == catalogue_of(packaged("catalogue.yaml"))
    assert known_defects() == known_defects_of(packaged("known_defects.yaml"))
