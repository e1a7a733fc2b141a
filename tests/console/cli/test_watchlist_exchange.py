"""Lists in and out on the command line: the preview, signatures, what is said when something is wrong."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ledger.sql import Database
from tests.console.cli.test_commands import Lintas
from tests.watchlist.sources.files import DOCUMENT, LOST, LOST_HEADING, PERSON, csv_text
from watchlist.imports.record import ImportMark
from watchlist.imports.staging import this_machine
from watchlist.sql import SqlListStore

OTHER = PERSON | {"entry_id": "T-3", "names": "BUDI HARTO"}
_DESK = ("--role", "supervisor", "watchlist")


@pytest.fixture
def lintas(tmp_path: Path) -> Lintas:
    return Lintas(f"sqlite:///{tmp_path}/lintas.sqlite")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bans.csv"
    path.write_text(csv_text(PERSON, DOCUMENT, OTHER))
    return path


def test_the_preview_shows_what_would_change_and_writes_nothing(lintas: Lintas, file: Path) -> None:
    lintas(*_DESK, "import", str(file))
    file.write_text(csv_text(PERSON | {"birth_dates": "1990"}, DOCUMENT, DOCUMENT | {"entry_id": "T-4"}))
    told = lintas(*_DESK, "import", str(file), "--dry-run").stdout
    for expected in (
        "would change bans (lintas-csv): 1 added, 1 changed, 1 removed, 1 unchanged, 0 rejected",
        "+ IDN P X1234567  entries/bans:T-4",
        "~ ANNA CITRA  entries/bans:T-1",
        "birth_dates: - → 1990",
        "- BUDI HARTO  entries/bans:T-3",
    ):
        assert expected in told
    assert "akan mengubah" in lintas("-l", "id", *_DESK, "import", str(file), "--dry-run").stdout
    (report,) = lintas.json(*_DESK, "import", str(file), "--dry-run", "--show", "1")
    assert [each["kind"] for each in report["differences"]] == [
        "DIFFERENCE_KIND_CHANGED", "DIFFERENCE_KIND_REMOVED", "DIFFERENCE_KIND_ADDED",
    ]  # fmt: skip
    assert report["differences"][0]["fields"] == [{"field": "birth_dates", "after": ["1990"]}]
    assert int(report["watchlistVersion"]) == 3


def test_only_the_first_are_shown_and_rejected_rows_have_line_and_reason(lintas: Lintas, tmp_path: Path) -> None:
    path = tmp_path / "lost.csv"
    path.write_text(LOST_HEADING + "".join(LOST.replace("1234567", f"{n}") for n in range(30)) + LOST + LOST)
    told = lintas(*_DESK, "import", str(path), "--dry-run", "--show", "3", code=1).stdout
    assert "added (the first 3 of 31)" in told
    assert told.count("+ IDN P X") == 3
    assert "line 33: number: this document stands in line 32 already" in told


def test_a_request_id_with_another_file_is_a_conflict(lintas: Lintas, file: Path) -> None:
    lintas(*_DESK, "import", str(file), "--request-id", "request-1")
    file.write_text(csv_text(PERSON))
    assert "REQUEST_ID_REUSED" in lintas(*_DESK, "import", str(file), "--request-id", "request-1", code=2).stderr


def test_from_one_house_to_another(lintas: Lintas, file: Path, tmp_path: Path) -> None:
    lintas(*_DESK, "import", str(file), "--list", "bans")
    out, key = tmp_path / "out.csv", tmp_path / "house.pem"
    lintas("watchlist", "keygen", str(key))
    lintas(*_DESK, "export", "--list", "bans", "-o", str(out), "--key", str(key))
    public = ("--public-key", f"{key}.pub")
    assert "genuine: list bans, version 3, 3 entries" in lintas("watchlist", "verify", str(out), *public).stdout
    (stamp,) = lintas.json("watchlist", "verify", str(out), f"{out}.sig", *public)
    assert (stamp["list_version"], stamp["entries"]) == (3, 3)
    theirs = Lintas(f"sqlite:///{tmp_path}/theirs.sqlite")
    (report,) = theirs.json(*_DESK, "import", str(out), "--list", "bans")
    assert report["added"] == "3"
    again = tmp_path / "again.csv"
    theirs(*_DESK, "export", "--list", "bans", "-o", str(again))
    assert again.read_bytes() == out.read_bytes()


def test_an_altered_export_is_not_genuine(lintas: Lintas, file: Path, tmp_path: Path) -> None:
    lintas(*_DESK, "import", str(file))
    out, key = tmp_path / "out.csv", tmp_path / "house.pem"
    lintas("watchlist", "keygen", str(key))
    lintas(*_DESK, "export", "--list", "bans", "-o", str(out), "--key", str(key))
    out.write_text(out.read_text().replace("BUDI", "RUDI"))
    assert "EXPORT_TAMPERED" in lintas("watchlist", "verify", str(out), "--public-key", f"{key}.pub", code=3).stderr
    assert "SIGNING_KEY" in lintas("watchlist", "keygen", str(key), code=2).stderr


def test_follow_the_money_for_other_tools(lintas: Lintas, file: Path, tmp_path: Path) -> None:
    lintas(*_DESK, "import", str(file))
    out = tmp_path / "out.ftm.json"
    told = lintas(*_DESK, "export", "--list", "bans", "--format", "ftm", "-o", str(out)).stdout
    assert "left out: 1, no place in this format" in told
    assert "not signed" in told
    assert [json.loads(line)["schema"] for line in out.read_text().splitlines()] == ["Person", "Sanction"] * 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--role", "officer", "watchlist", "export", "--list", "bans"), "ROLE_NOT_ALLOWED"),
        (("--role", "auditor", "watchlist", "export", "--list", "bans", "--restricted"), "RESTRICTED_EXPORT"),
        ((*_DESK, "export", "--list", "nobody"), "LIST_UNKNOWN"),
        ((*_DESK, "export", "--list", "bans", "--format", "xml"), "csv or ftm"),
    ],
)
def test_what_is_refused_leaves_no_file(
    lintas: Lintas, file: Path, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    lintas(*_DESK, "import", str(file))
    before = sorted(tmp_path.iterdir())
    assert told in lintas(*arguments, "-o", str(tmp_path / "out"), code=2).stderr
    assert not [each for each in tmp_path.iterdir() if each not in before and "out" in each.name]


def test_the_template_of_documents_is_a_list(lintas: Lintas, tmp_path: Path) -> None:
    path = tmp_path / "lost-documents.csv"
    path.write_text(lintas("watchlist", "template", "--documents").stdout)
    (report,) = lintas.json(*_DESK, "import", str(path))
    assert (report["added"], report["source"]) == ("1", "lost-documents-csv")


def test_an_older_list_is_refused_and_the_lists_are_told_with_their_dates(lintas: Lintas, file: Path) -> None:
    newer, older = file.with_name("bans-2026-05-20.csv"), file.with_name("bans-2026-05-01.csv")
    newer.write_bytes(file.read_bytes())
    older.write_text(csv_text(PERSON))
    assert "published 2026-05-20" in lintas(*_DESK, "import", str(newer), "--list", "bans").stdout
    told = lintas(*_DESK, "import", str(older), "--list", "bans", code=2).stderr
    assert "2026-05-01" in told
    assert "2026-05-20" in told
    assert "--allow-older" in told
    lintas(*_DESK, "import", str(older), "--list", "bans", "--published", "2026-05-21", "--dry-run")
    assert "2 removed" in lintas(*_DESK, "import", str(older), "--list", "bans", "--allow-older").stdout
    (found,) = lintas.json(*_DESK, "lists")
    (record,) = found["lists"]
    assert (record["listId"], record["publishedDate"], record["entries"]) == ("bans", "2026-05-01", "1")
    assert "2026-05-01" in lintas(*_DESK, "lists").stdout


def test_an_import_that_was_cut_off_is_told_with_what_to_do(lintas: Lintas, file: Path, tmp_path: Path) -> None:
    lintas(*_DESK, "import", str(file))
    with Database(f"sqlite:///{tmp_path}/lintas.sqlite") as database:
        mark = ImportMark("bans", datetime(2026, 5, 1, tzinfo=UTC), this_machine(), "/nowhere/lintas-import-x")
        SqlListStore(database).begin(mark)
    told = lintas(*_DESK, "lists").stdout
    assert "an import of bans that began 2026-0" in told
    assert "import the same files again" in told
    assert "cut off; nothing of it stands" in lintas(*_DESK, "import", str(file)).stdout
    assert "cut off" not in lintas(*_DESK, "lists").stdout
