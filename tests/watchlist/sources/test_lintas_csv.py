"""Our own CSV: what is read, what is rejected and why, what is refused."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.errors import LintasError
from tests.watchlist.sources.files import DOCUMENT, PERSON, csv_text, written
from watchlist.entry import Action, Category, DocumentKey, Entry, EntryKind, ListedName, NameStrength, Sex
from watchlist.partial_date import PartialDate
from watchlist.sources import Rejected
from watchlist.sources.lintas_csv import COLUMNS, TEMPLATE, read

FULL = PERSON | {
    "names": "CITRA ANNA|ANA ĆITRA",
    "family": "CITRA",
    "given": "ANNA",
    "birth_dates": "1990-02-28|1990",
    "birth_places": "KEDIRI|BLITAR",
    "sex": "f",
    "nationalities": "IDN|hrv",
    "documents": "IDN:P:x1234567|::A99",
    "identity_numbers": "3506014407900001",
    "legal_ground": "UU 6/2011",
    "valid_from": "2026-01-15T07:00:00+07:00",
    "valid_until": "2026-07-15",
    "remarks": "a remark, with a comma",
}


def one(folder: Path, row: dict[str, str]) -> Entry | Rejected:
    (found,) = read([written(folder, csv_text(row))], "l")
    return found


def test_every_column(tmp_path: Path) -> None:
    assert one(tmp_path, FULL) == Entry(
        entry_id="l:T-1",
        list_id="l",
        kind=EntryKind.PERSON,
        category=Category.TRAVEL_BAN,
        action=Action.REFUSE_DEPARTURE,
        authority="Authority",
        provenance="l T-1",
        names=(ListedName("CITRA ANNA", "CITRA", "ANNA"), ListedName("ANA ĆITRA", strength=NameStrength.STRONG)),
        birth_dates=(PartialDate(1990, 2, 28), PartialDate(1990)),
        birth_places=("KEDIRI", "BLITAR"),
        sex=Sex.FEMALE,
        nationalities=("IDN", "HRV"),
        documents=(DocumentKey("IDN", "X1234567", "P"), DocumentKey("", "A99")),
        identity_numbers=("3506014407900001",),
        legal_ground="UU 6/2011",
        valid_from=datetime(2026, 1, 15, tzinfo=UTC),
        valid_until=datetime(2026, 7, 15, tzinfo=UTC),
        remarks="a remark, with a comma",
    )


def test_the_template_is_a_list(tmp_path: Path) -> None:
    (entry,) = read([written(tmp_path, TEMPLATE)], "l")
    assert isinstance(entry, Entry)


def test_semicolons_as_spreadsheets_write_them_here(tmp_path: Path) -> None:
    path = written(tmp_path, csv_text(FULL, DOCUMENT, delimiter=";"))
    assert [type(row) for row in read([path], "l")] == [Entry, Entry]


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"entry_id": ""}, "entry_id"),
        ({"entry_id": "a b"}, "entry_id"),
        ({"entry_id": "a/b"}, "entry_id"),
        ({"entry_id": "a" * 64}, "entry_id"),
        ({"kind": "vessel"}, "kind"),
        ({"category": "ban"}, "category"),
        ({"category": "lost_document"}, "category"),
        ({"action": "shoot"}, "action"),
        ({"action": "protect_person"}, "action"),
        ({"category": "missing_person"}, "action"),
        ({"authority": " "}, "authority"),
        ({"names": ""}, "names"),
        ({"birth_dates": "1990-02-30"}, "birth_dates"),
        ({"birth_dates": "30/01/1990"}, "birth_dates"),
        ({"sex": "male"}, "sex"),
        ({"nationalities": "Indonesia"}, "nationalities"),
        ({"documents": "X1234567"}, "documents"),
        ({"documents": "QQQ:P:X1"}, "documents"),
        ({"documents": "IDN:P:"}, "documents"),
        ({"valid_from": "yesterday"}, "valid_from"),
        ({"valid_until": "9999-12-31T23:59:59-12:00"}, "valid_until"),
        ({"valid_from": "2026-02-01", "valid_until": "2026-01-01"}, "valid_until"),
        ({"remarks": "x" * 10_001}, "row"),
    ],
)
def test_a_bad_cell_rejects_its_row_and_names_the_column(tmp_path: Path, change: dict[str, str], column: str) -> None:
    found = one(tmp_path, PERSON | change)
    assert isinstance(found, Rejected)
    assert found.line == 2
    assert found.reason.startswith(f"{column}: ")
    assert "ANNA" not in found.reason


def test_a_document_needs_a_number(tmp_path: Path) -> None:
    found = one(tmp_path, DOCUMENT | {"documents": ""})
    assert isinstance(found, Rejected)
    assert found.reason.startswith("documents: ")


def test_a_bad_row_stops_no_other(tmp_path: Path) -> None:
    path = written(tmp_path, csv_text(PERSON, PERSON | {"entry_id": ""}, DOCUMENT) + "\n\nT-9,person\n")
    assert [row.line if isinstance(row, Rejected) else row.entry_id for row in read([path], "l")] == [
        "l:T-1", 3, "l:T-2", 7,
    ]  # fmt: skip


def test_more_cells_than_columns(tmp_path: Path) -> None:
    path = written(tmp_path, csv_text(PERSON).rstrip("\n") + ",more\n")
    assert [type(row) for row in read([path], "l")] == [Rejected]


def test_an_open_quote_cannot_eat_the_rest_of_the_list_unseen(tmp_path: Path) -> None:
    rows = [PERSON | {"entry_id": f"E-{number}"} for number in range(3_000)]
    path = written(tmp_path, csv_text().rstrip("\n") + '\nT-0,"person,\n' + csv_text(*rows).partition("\n")[2])
    assert any(isinstance(row, Rejected) for row in read([path], "l"))


def test_an_id_stands_once_over_all_files(tmp_path: Path) -> None:
    files = [written(tmp_path, csv_text(PERSON), "one"), written(tmp_path, csv_text(PERSON), "two")]
    first, second = read(files, "l")
    assert isinstance(first, Entry)
    assert second == Rejected(2, "entry_id: this id stands in line 2 of file 1 already")


def test_an_id_that_stands_twice_is_rejected_with_both_lines(tmp_path: Path) -> None:
    found = list(read([written(tmp_path, csv_text(PERSON, DOCUMENT, PERSON))], "l"))
    assert found[2] == Rejected(4, "entry_id: this id stands in line 2 already")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "columns missing"),
        ("name,date\nANNA,1990\n", "columns missing: entry_id"),
        (csv_text(PERSON).replace("birth_dates", "birthdates"), "1 columns unknown"),
        (csv_text(PERSON).replace("remarks", "names"), "twice"),
        ("\x00\x01\x02", "columns missing"),
    ],
)
def test_a_file_of_another_form_is_refused(tmp_path: Path, content: str, told: str) -> None:
    with pytest.raises(LintasError, match=told) as caught:
        list(read([written(tmp_path, content)], "l"))
    assert caught.value.reason == "LIST_FORMAT"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(st.text(max_size=30), min_size=1, max_size=20), max_size=5))
def test_any_rows_are_entries_or_rejected(tmp_path: Path, rows: list[list[str]]) -> None:
    body = "\n".join(",".join(cells) for cells in rows)
    path = written(tmp_path, f"{','.join(COLUMNS)}\n{body}".encode("utf-8", "replace"))
    assert all(isinstance(row, Entry | Rejected) for row in read([path], "l"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tail=st.binary(max_size=200))
def test_any_bytes_after_a_good_row_raise_nothing(tmp_path: Path, tail: bytes) -> None:
    found = list(read([written(tmp_path, csv_text(PERSON).encode() + tail)], "l"))
    assert isinstance(found[0], Entry)
