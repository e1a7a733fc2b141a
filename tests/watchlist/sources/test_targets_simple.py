"""OpenSanctions' simple CSV, with invented people."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.errors import LintasError
from tests.watchlist.sources.files import SIMPLE_HEADING, simple, written
from watchlist.entry import Action, Category, DocumentKey, Entry, EntryKind, ListedName, NameStrength
from watchlist.partial_date import PartialDate
from watchlist.sources import Rejected
from watchlist.sources.targets_simple import read


def one(folder: Path, **cells: str) -> Entry | Rejected:
    (found,) = read([written(folder, simple(**cells))], "eu")
    return found


def test_every_column_that_is_taken(tmp_path: Path) -> None:
    found = one(
        tmp_path,
        aliases="Ана ЦИТРА;A. Citra;Anna CITRA",
        birth_date="1965-05-01;1966",
        countries="id;suhh;gb",
        identifiers="A 123456;x",
        sanctions="EU 2014/145 - 2022-03-09",
        dataset="EU Financial Sanctions;Other List",
    )
    assert found == Entry(
        entry_id="eu:xx-1",
        list_id="eu",
        kind=EntryKind.PERSON,
        category=Category.SANCTION,
        action=Action.VERIFY_IDENTITY,
        authority="EU Financial Sanctions;Other List",
        provenance="OpenSanctions xx-1",
        names=(
            ListedName("Anna CITRA"),
            ListedName("Ана ЦИТРА", strength=NameStrength.STRONG),
            ListedName("A. Citra", strength=NameStrength.STRONG),
        ),
        birth_dates=(PartialDate(1965, 5, 1), PartialDate(1966)),
        nationalities=("IDN", "GBR"),
        documents=(DocumentKey("", "A123456"),),
        identity_numbers=("A123456",),
        legal_ground="EU 2014/145 - 2022-03-09",
    )


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"id": ""}, "id"),
        ({"id": "a b"}, "id"),
        ({"id": "x" * 64}, "id"),
        ({"name": " "}, "name"),
        ({"sanctions": ""}, "sanctions"),
        ({"birth_date": "1965-02-30"}, "birth_date"),
        ({"birth_date": "May 1965"}, "birth_date"),
        ({"addresses": "x" * 100_001}, "row"),
    ],
)
def test_a_bad_cell_rejects_its_row_and_names_the_column(tmp_path: Path, cells: dict[str, str], column: str) -> None:
    found = one(tmp_path, **cells)
    assert isinstance(found, Rejected)
    assert (found.line, found.reason.split(":")[0]) == (2, column)
    assert "CITRA" not in found.reason


def test_companies_and_ships_are_passed_over(tmp_path: Path) -> None:
    assert list(read([written(tmp_path, simple(schema="Vessel"))], "eu")) == []


def test_an_id_that_stands_twice_is_rejected_with_both_lines(tmp_path: Path) -> None:
    path = written(
        tmp_path, simple() + "\n" + simple(id="xx-2").partition("\n")[2] + "\n" + simple().partition("\n")[2]
    )
    assert list(read([path], "eu"))[2] == Rejected(4, "id: this id stands in line 2 already")


def test_a_broken_line_is_rejected_with_its_number(tmp_path: Path) -> None:
    path = written(tmp_path, simple() + "\nxx-2,Person\n" + simple(id="xx-3").partition("\n")[2])
    assert [row.line for row in read([path], "eu") if isinstance(row, Rejected)] == [3]


def test_new_columns_of_the_publisher_are_passed_over_missing_ones_refused(tmp_path: Path) -> None:
    heading, row = simple().split("\n")
    (entry,) = read([written(tmp_path, f"{heading},program_ids\n{row},X")], "eu")
    assert isinstance(entry, Entry)
    with pytest.raises(LintasError, match="columns missing: sanctions") as caught:
        list(read([written(tmp_path, SIMPLE_HEADING.replace("sanctions", "sanction"))], "eu"))
    assert caught.value.reason == "LIST_FORMAT"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(tail=st.binary(max_size=200))
def test_any_bytes_after_a_good_row_raise_nothing(tmp_path: Path, tail: bytes) -> None:
    found = list(read([written(tmp_path, simple().encode() + b"\n" + tail)], "eu"))
    assert isinstance(found[0], Entry)
