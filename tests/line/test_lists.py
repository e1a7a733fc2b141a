"""The list over the port: what is imported anywhere is found by the next search; odd names do no harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from console.cli import app
from console.client import Client, ServiceError, connected, new_request_id
from console.server import serving
from console.settings import Settings
from console.wiring import open_house
from lintas.v1 import watchlist_pb2 as wire
from tests.line.conftest import OFFICER, SUPERVISOR

HEADER = "entry_id,kind,category,action,authority,names,birth_dates\n"


def import_csv(client: Client, list_id: str, text: str) -> wire.ImportEntriesResponse:
    header = wire.ImportHeader(request_id=new_request_id(), list_id=list_id, source="lintas-csv")
    return client.import_entries(header, [[text.encode()]])


def search(client: Client, name: str, year: int, month: int, day: int) -> wire.SearchResponse:
    date = {"year": year, "month": month, "day": day}
    return client.search(wire.SearchRequest(names=[wire.SubjectName(full=name)], birth_dates=[date]))


def test_what_another_process_imports_is_found_by_the_next_search(tmp_path: Path) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path}/shared.sqlite", listen="127.0.0.1:0")
    with (
        open_house(settings) as one,
        open_house(settings) as other,
        serving(one, settings) as first,
        serving(other, settings) as second,
        connected(first, SUPERVISOR) as supervisor,
        connected(second, OFFICER) as officer,
    ):
        assert not search(officer, "PANDU HARJOSUMITRO", 1972, 3, 9).hits
        row = "1,person,travel_ban,refuse_departure,Authority,PANDU HARJOSUMITRO,1972-03-09\n"
        report = import_csv(supervisor, "bans", HEADER + row)
        found = search(officer, "PANDU HARJOSUMITRO", 1972, 3, 9)
        assert [hit.entry.name for hit in found.hits] == ["entries/bans:1"]
        assert found.watchlist_version == report.watchlist_version
        import_csv(supervisor, "bans", HEADER + row.replace("1,person", "2,person"))
        assert [hit.entry.name for hit in search(officer, "PANDU HARJOSUMITRO", 1972, 3, 9).hits] == ["entries/bans:2"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "LIST_EMPTY"), ("a,b\n1,2\n", "LIST_FORMAT"), (HEADER, "LIST_EMPTY")],
)
def test_lists_that_are_none_change_nothing(supervisor: Client, text: str, reason: str) -> None:
    with pytest.raises(ServiceError) as caught:
        import_csv(supervisor, "bad", text)
    assert caught.value.reason == reason


def test_names_that_look_like_markup_or_steer_a_terminal_are_shown_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(HEADER + "1,person,wanted,verify_identity,Auth [/red] x,JOKO [/bold] WIDODO\x1b[31m,1970-02-03\n")
    environment = {"LINTAS_DATABASE_URL": f"sqlite:///{tmp_path}/odd.sqlite", "COLUMNS": "160"}
    for arguments in (
        ("--role", "supervisor", "watchlist", "import", str(path)),
        ("--role", "supervisor", "watchlist", "list"),
        ("watchlist", "search", "--name", "JOKO WIDODO", "--birth-date", "1970-02-03", "--explain"),
        ("watchlist", "show", "odd:1"),
    ):
        result = CliRunner().invoke(app, arguments, env=environment)
        assert result.exit_code == 0, (arguments, result.stdout, result.stderr, result.exception)
        assert "\x1b[31m" not in result.stdout
    assert "[/bold]" in result.stdout
