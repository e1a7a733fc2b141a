"""FollowTheMoney JSON lines, with invented people."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.errors import LintasError
from tests.watchlist.sources.files import entity, ftm_person, written
from watchlist.entry import Category, DocumentKey, Entry, ListedName, NameStrength, Sex
from watchlist.partial_date import PartialDate
from watchlist.sources import Rejected
from watchlist.sources.follow_the_money import read


def rows(folder: Path, *lines: str) -> list[Entry | Rejected]:
    return list(read([written(folder, "".join(lines))], "os"))


def one(folder: Path, *lines: str) -> Entry:
    (found,) = rows(folder, *lines)
    assert isinstance(found, Entry)
    return found


def test_names_in_scripts_and_weak_ones(tmp_path: Path) -> None:
    person = entity(
        "Person",
        "Q1",
        {
            "name": ["АННА ЦИТРА", "Anna Citra"],
            "alias": ["Ana Citra", "Anna Citra"],
            "weakAlias": ["Ani"],
            "firstName": ["Anna"],
            "lastName": ["Citra"],
            "topics": ["sanction"],
        },
        caption="Anna Citra",
    )
    assert one(tmp_path, person).names == (
        ListedName("Anna Citra", "Citra", "Anna"),
        ListedName("АННА ЦИТРА", strength=NameStrength.STRONG),
        ListedName("Ana Citra", strength=NameStrength.STRONG),
        ListedName("Ani", strength=NameStrength.WEAK),
    )


def test_what_is_known_of_a_person(tmp_path: Path) -> None:
    found = one(
        tmp_path,
        ftm_person(
            birthDate=["1965-05-01", "1966"],
            birthPlace=["Kediri"],
            gender=["female"],
            nationality=["id", "eu"],
            citizenship=["my"],
            country=["ru"],
            passportNumber=["A 123456"],
            idNumber=["3506-01"],
            taxNumber=["77 01"],
        ),
    )
    assert found.birth_dates == (PartialDate(1965, 5, 1), PartialDate(1966))
    assert (found.birth_places, found.sex, found.nationalities) == (("Kediri",), Sex.FEMALE, ("IDN", "MYS"))
    assert found.documents == (DocumentKey("", "A123456", "P"),)
    assert found.identity_numbers == ("350601", "7701")
    assert (found.entry_id, found.provenance) == ("os:xx-1", "OpenSanctions xx-1")


@pytest.mark.parametrize("is_before", [True, False])
def test_passports_papers_and_grounds_on_other_lines(tmp_path: Path, is_before: bool) -> None:  # noqa: FBT001 - a case
    linked = [
        entity("Passport", "p1", {"holder": ["xx-1"], "number": ["A123456"], "country": ["id"]}),
        entity("Identification", "p2", {"holder": ["xx-1"], "number": ["99-123"], "type": ["National ID"]}),
        entity("Identification", "p3", {"holder": ["xx-1"], "number": ["B7654321"], "type": ["Diplomatic Passport"]}),
        entity("Passport", "p4", {"holder": ["somebody"], "number": ["C123456"]}),
        entity("Sanction", "s1", {"entity": ["xx-1"], "authority": ["Council"], "program": ["2014/145"]}),
        entity("Vessel", "v1", {"name": ["SHIP"], "topics": ["sanction"]}),
    ]
    person = ftm_person(passportNumber=["A123456"])
    found = one(tmp_path, person, *linked) if not is_before else one(tmp_path, *linked, person)
    assert found.documents == (DocumentKey("IDN", "A123456", "P"), DocumentKey("", "B7654321", "P"))
    assert found.identity_numbers == ("99123",)
    assert (found.authority, found.legal_ground) == ("Council", "2014/145")


@pytest.mark.parametrize(
    ("topics", "category"),
    [
        (["sanction"], Category.SANCTION),
        (["wanted"], Category.WANTED),
        (["sanction", "wanted", "role.pep"], Category.WANTED),
        (["role.pep"], None),
        (["role.rca"], None),
        (["sanction.linked"], None),
        (["debarment"], None),
        ([], None),
    ],
)
def test_only_who_is_wanted_or_sanctioned_is_listed(
    tmp_path: Path, topics: list[str], category: Category | None
) -> None:
    found = rows(tmp_path, ftm_person(topics=topics))
    assert [row.category for row in found if isinstance(row, Entry)] == ([category] if category else [])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{broken\n", "row: broken JSON"),
        ("[" * 100_000 + "\n", "row: broken JSON"),
        ('{"id": ' + "9" * 5_000 + "}\n", "row: broken JSON"),
        ("[]\n", "row: an object"),
        ("{}\n", "row: id, schema"),
        ('{"id": 7, "schema": "Person", "properties": {}}\n', "row: id, schema"),
        (ftm_person("a b"), "id: letters"),
        (ftm_person("xx-2", name=[]), "name: "),
        (ftm_person("xx-2", birthDate=["1965-02-30"]), "birthDate: "),
        (ftm_person("xx-2", birthDate=["1965-13"]), "birthDate: "),
        (ftm_person("xx-1"), "id: this id stands in line 1 already"),
    ],
)
def test_a_bad_line_is_rejected_with_its_number_and_stops_no_other(tmp_path: Path, line: str, told: str) -> None:
    found = rows(tmp_path, ftm_person(), line, ftm_person("xx-3"))
    assert [type(row) for row in found] == [Entry, Rejected, Entry]
    assert isinstance(found[1], Rejected)
    assert found[1].line == 2
    assert found[1].reason.startswith(told)
    assert "CITRA" not in found[1].reason


def test_properties_of_another_kind_are_left_out(tmp_path: Path) -> None:
    person = entity("Person", "a", {"topics": ["wanted"], "name": ["ANNA", 7, None, "x" * 1001, " "]})  # type: ignore[list-item]  # as a hostile file has it
    assert one(tmp_path, person).names == (ListedName("ANNA"),)


@pytest.mark.parametrize("content", ["", "\n", "entry_id,kind\n", "{}", "<xml/>"])
def test_a_file_of_another_form_is_refused_or_empty(tmp_path: Path, content: str) -> None:
    if not content.strip():
        assert rows(tmp_path, content) == []
        return
    with pytest.raises(LintasError, match="line 1") as caught:
        rows(tmp_path, content)
    assert caught.value.reason == "LIST_FORMAT"


def test_a_line_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LintasError, match="million"):
        rows(tmp_path, ftm_person(), "{" + " " * (1 << 20))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(tail=st.binary(max_size=200))
def test_any_bytes_after_a_good_line_raise_nothing(tmp_path: Path, tail: bytes) -> None:
    found = list(read([written(tmp_path, ftm_person().encode() + tail)], "os"))
    assert isinstance(found[0], Entry)
