"""The UN Security Council list, with invented people."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from ledger.errors import LintasError
from tests.watchlist.sources.files import individual, un_list, written
from watchlist.entry import DocumentKey, Entry, ListedName, NameStrength, Sex
from watchlist.partial_date import PartialDate
from watchlist.sources import Rejected
from watchlist.sources.un_sc import read


def one(folder: Path, inner: str) -> Entry:
    (entry,) = read([written(folder, un_list(individual(inner)))], "l")
    assert isinstance(entry, Entry)
    return entry


def born(folder: Path, inner: str) -> list[PartialDate]:
    return list(one(folder, f"<INDIVIDUAL_DATE_OF_BIRTH>{inner}</INDIVIDUAL_DATE_OF_BIRTH>").birth_dates)


def test_a_person(tmp_path: Path) -> None:
    entry = one(
        tmp_path,
        "<SECOND_NAME>CITRA</SECOND_NAME><UN_LIST_TYPE>Test</UN_LIST_TYPE><REFERENCE_NUMBER>TEi.001</REFERENCE_NUMBER>"
        "<GENDER>Female</GENDER><NATIONALITY><VALUE>Iran (Islamic Republic of)</VALUE><VALUE>na</VALUE></NATIONALITY>"
        "<NAME_ORIGINAL_SCRIPT>آنا</NAME_ORIGINAL_SCRIPT>"
        "<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>ANA C; A. CITRA</ALIAS_NAME></INDIVIDUAL_ALIAS>"
        "<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Eagle</ALIAS_NAME></INDIVIDUAL_ALIAS>"
        "<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>"
        "<INDIVIDUAL_PLACE_OF_BIRTH><CITY>Kediri</CITY><COUNTRY>Indonesia</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>"
        "<INDIVIDUAL_PLACE_OF_BIRTH/>"
        "<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>A 123456</NUMBER>"
        "<ISSUING_COUNTRY>Indonesia</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>"
        "<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Número de pasaporte</TYPE_OF_DOCUMENT><NUMBER>B765432</NUMBER>"
        "<COUNTRY_OF_ISSUE>Croatia</COUNTRY_OF_ISSUE></INDIVIDUAL_DOCUMENT>"
        "<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>National Identification Number</TYPE_OF_DOCUMENT>"
        "<NUMBER>99-123</NUMBER></INDIVIDUAL_DOCUMENT>",
    )
    assert entry.names == (
        ListedName("ANNA CITRA"),
        ListedName("آنا", strength=NameStrength.STRONG),
        ListedName("ANA C", strength=NameStrength.STRONG),
        ListedName("A. CITRA", strength=NameStrength.STRONG),
        ListedName("The Eagle", strength=NameStrength.WEAK),
    )
    assert (entry.nationalities, entry.sex) == (("IRN",), Sex.FEMALE)
    assert entry.birth_places == ("Kediri, Indonesia",)
    assert entry.documents == (DocumentKey("IDN", "A123456", "P"), DocumentKey("HRV", "B765432", "P"))
    assert entry.identity_numbers == ("99123",)
    assert (entry.authority, entry.provenance) == ("UN Security Council (Test)", "UN TEi.001")


@pytest.mark.parametrize(
    ("inner", "dates"),
    [
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1960-02-03</DATE>", [PartialDate(1960, 2, 3)]),
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1960</YEAR>", [PartialDate(1960)]),
        ("<TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1960</YEAR>", [PartialDate(1960)]),
        ("<TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><DATE>1960-02-03</DATE>", [PartialDate(1960)]),
        ("<FROM_YEAR>1960</FROM_YEAR><TO_YEAR>1962</TO_YEAR>", [PartialDate(year) for year in (1960, 1961, 1962)]),
        ("<FROM_YEAR>1962</FROM_YEAR><TO_YEAR>1960</TO_YEAR>", []),
        ("<FROM_YEAR>0</FROM_YEAR><TO_YEAR>99999</TO_YEAR>", []),
        ("<NOTE>Nov. 1965</NOTE>", [PartialDate(1965, 11)]),
        ("<NOTE>August 1965 </NOTE>", [PartialDate(1965, 8)]),
        ("<NOTE>12/08/1375 (Hijri Calendar)</NOTE>", []),
        ("<DATE>1960-02-30</DATE>", []),
        ("<TYPE_OF_DATE/>", []),
    ],
)
def test_birth_dates(tmp_path: Path, inner: str, dates: list[PartialDate]) -> None:
    assert born(tmp_path, inner) == dates


def test_bad_people_are_rejected_with_their_place(tmp_path: Path) -> None:
    people = (individual(""), individual("", data_id="x"), individual(""), individual("", data_id="4", name=""))
    found = list(read([written(tmp_path, un_list(*people))], "l"))
    assert [row.line for row in found if isinstance(row, Rejected)] == [2, 3, 4]
    assert found[2] == Rejected(3, "DATAID: this id stands at person 1 already")


def test_two_files_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, un_list(individual("")))
    with pytest.raises(LintasError) as caught:
        list(read([path, path], "l"))
    assert caught.value.reason == "LIST_VERSIONS_MIXED"


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><CONSOLIDATED_LIST>&i;</CONSOLIDATED_LIST>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    "<CONSOLIDATED_LIST>&a;</CONSOLIDATED_LIST>"
)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (BOMB, "entities"),
        (OUTSIDE, "entities"),
        ("", "broken XML"),
        ("entry_id,kind\n", "broken XML"),
        (un_list(individual(""))[:-30], "broken XML"),
        ("<OTHER/>", "CONSOLIDATED_LIST"),
        ('<?xml version="1.0" encoding="klingon"?><CONSOLIDATED_LIST/>', "un-sc"),
        (b"\xff\xfe\x00<", "un-sc"),
    ],
)
def test_bombs_and_broken_files_are_refused(tmp_path: Path, content: str | bytes, told: str) -> None:
    with pytest.raises(LintasError, match=told) as caught:
        list(read([written(tmp_path, content)], "l"))
    assert caught.value.reason == "LIST_FORMAT"


def test_memory_does_not_grow_with_the_list(tmp_path: Path) -> None:
    people = (individual(f"<COMMENTS1>{'x' * 2_000}</COMMENTS1>", data_id=str(number)) for number in range(5_000))
    path = written(tmp_path, un_list(*people))
    tracemalloc.start()
    count = sum(1 for _ in read([path], "l"))
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 5_000
    assert peak_bytes < path.stat().st_size / 2
