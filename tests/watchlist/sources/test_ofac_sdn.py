"""OFAC's legacy files, with invented people."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger.errors import LintasError
from tests.watchlist.sources.files import sdn_line, written
from watchlist.entry import DocumentKey, Entry, ListedName, NameStrength, Sex
from watchlist.partial_date import PartialDate
from watchlist.sources import Rejected
from watchlist.sources.ofac_sdn import read


def one(folder: Path, remarks: str) -> Entry:
    (entry,) = read([written(folder, sdn_line("17", "DOE, Anna Q.", remarks))], "l")
    assert isinstance(entry, Entry)
    return entry


def test_a_person(tmp_path: Path) -> None:
    entry = one(
        tmp_path,
        "DOB 03 Mar 1971; alt. DOB Apr 1972; POB Kediri, Indonesia; nationality Indonesia; citizen Korea, North; "
        "Gender Female; Passport A123456 (Indonesia) expires 4 May 2010; National ID No. 99-123 (Iran); "
        "a.k.a. 'AL-MA'IDA'; f.k.a. 'OLD NAME'; (individual) [SDGT].",
    )
    assert entry.entry_id == "l:17"
    assert entry.names == (
        ListedName("Anna Q. DOE", "DOE", "Anna Q."),
        ListedName("AL-MA'IDA", strength=NameStrength.WEAK),
        ListedName("OLD NAME", strength=NameStrength.WEAK),
    )
    assert entry.birth_dates == (PartialDate(1971, 3, 3), PartialDate(1972, 4))
    assert entry.birth_places == ("Kediri, Indonesia",)
    assert entry.nationalities == ("IDN", "PRK")
    assert entry.sex is Sex.FEMALE
    assert entry.documents == (DocumentKey("IDN", "A123456", "P"),)
    assert entry.identity_numbers == ("99123",)


@pytest.mark.parametrize(
    ("remark", "dates"),
    [
        ("DOB 1960", [PartialDate(1960)]),
        ("DOB circa 1960", [PartialDate(1960)]),
        ("DOB circa 02 Feb 1960", [PartialDate(1960)]),
        ("DOB 1959 to 1961", [PartialDate(1959), PartialDate(1960), PartialDate(1961)]),
        ("DOB circa 1959-1960", [PartialDate(1959), PartialDate(1960)]),
        ("DOB 01 Jan 1959 to 31 Dec 1960", [PartialDate(1959), PartialDate(1960)]),
        ("DOB Jan 1959 to Mar 1959", [PartialDate(1959)]),
        ("DOB 30 Feb 1960", [PartialDate(1960)]),
        ("DOB 1961 to 1959", []),
        ("DOB 1800 to 1990", []),
        ("DOB unknown", []),
        ("Linked To: DOB 1960 LTD", []),
    ],
)
def test_birth_dates(tmp_path: Path, remark: str, dates: list[PartialDate]) -> None:
    assert list(one(tmp_path, f"{remark}; nationality Iran.").birth_dates) == dates


@pytest.mark.parametrize(
    ("remark", "keys"),
    [
        ("Passport L 123456 issued 3 Mar 1999", [DocumentKey("", "L123456", "P")]),
        ("Passport RL 1234567 (Lebanon)", [DocumentKey("LBN", "RL1234567", "P")]),
        ("alt. Passport A-123456 (India)", [DocumentKey("IND", "A123456", "P")]),
        ("Passport Booklet: A1234567 (Yemen)", [DocumentKey("YEM", "A1234567", "P")]),
        ("Diplomatic Passport D9012345", [DocumentKey("", "D9012345", "P")]),
        ("Passport #H9012345 (Iraq)", [DocumentKey("IRQ", "H9012345", "P")]),
        ("Passport A123456 (Atlantis)", [DocumentKey("", "A123456", "P")]),
        ("Passport issued in Sarajevo", []),
        ("Passport L", []),
    ],
)
def test_passports(tmp_path: Path, remark: str, keys: list[DocumentKey]) -> None:
    assert list(one(tmp_path, remark).documents) == keys


@pytest.mark.parametrize("country", ["possibly Palestinian", "Atlantis", ""])
def test_an_unknown_country_is_no_guess(tmp_path: Path, country: str) -> None:
    assert one(tmp_path, f"nationality {country}").nationalities == ()


def test_aliases_and_comments_from_the_files_beside(tmp_path: Path) -> None:
    main = written(tmp_path, sdn_line("17", "DOE, Anna", "DOB 1960; PO"), "sdn.csv")
    alt = written(tmp_path, '17,1,"aka","ROE, Ana",-0- \n', "alt.csv")
    comments = written(tmp_path, '17,"B Kediri; Gender Male."\n', "comments.csv")
    (entry,) = read([main, alt, comments], "l")
    assert isinstance(entry, Entry)
    assert entry.names[1] == ListedName("Ana ROE", "ROE", "Ana", NameStrength.STRONG)
    assert (entry.birth_places, entry.sex) == (("Kediri",), Sex.MALE)


def test_files_of_different_days_are_refused(tmp_path: Path) -> None:
    main = written(tmp_path, sdn_line("17", "DOE, Anna", "x") + sdn_line("18", "SHIP", "x", "vessel"), "sdn.csv")
    alt = written(tmp_path, '17,1,"aka","ROE, Ana",-0- \n18,2,"aka","S",-0- \n19,3,"aka","NEW",-0- \n', "alt.csv")
    with pytest.raises(LintasError, match="1 entries") as caught:
        list(read([main, alt], "l"))
    assert caught.value.reason == "LIST_VERSIONS_MIXED"


def test_an_id_that_stands_twice_is_rejected_with_both_lines(tmp_path: Path) -> None:
    line = sdn_line("17", "DOE, Anna", "x")
    found = list(read([written(tmp_path, line + sdn_line("18", "ROE", "x") + line)], "l"))
    assert found[2] == Rejected(3, "ID: this id stands in line 1 already")


def test_persons_only_and_the_end_mark_of_old_files(tmp_path: Path) -> None:
    content = sdn_line("1", "SHIP", "x", "vessel") + sdn_line("2", "DOE", "x") + "\x1a"
    (entry,) = read([written(tmp_path, content)], "l")
    assert isinstance(entry, Entry)
    assert entry.names == (ListedName("DOE"),)


def test_header_of_later_exports(tmp_path: Path) -> None:
    header = "ID,Name,Type,Country,Title,Col_F,Col_G,Col_H,Col_I,Col_J,Col_K,Details\n"
    assert len(list(read([written(tmp_path, header + sdn_line("2", "DOE", "x"))], "l"))) == 1


def test_bad_rows_are_rejected_with_their_line(tmp_path: Path) -> None:
    good = sdn_line("1", "DOE", "x")
    content = good + "broken,row\n" + sdn_line("x", "DOE", "x") + good + sdn_line("5", "", "x")
    found = list(read([written(tmp_path, content)], "l"))
    assert [row.line for row in found if isinstance(row, Rejected)] == [2, 3, 4, 5]


@pytest.mark.parametrize("content", ["", "a,b\n", "\n\n", "a,b,c,d,e,f,g,h,i,j,k,l\n", "<xml/>"])
def test_another_format_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(LintasError) as caught:
        list(read([written(tmp_path, content)], "l"))
    assert caught.value.reason == "LIST_FORMAT"
