"""`lintas audit verify` finds whatever somebody with access to the data base did to the record."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from console.cli import app
from tests.verifier.people import GOOD


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "lintas.sqlite"
    for _ in range(3):
        run(path, "examine", "--mrz", "-", given="\n".join(GOOD))
    return path


def run(path: Path, *arguments: str, given: str | None = None, code: int = 0, officer: str = "sup-1") -> str:
    env = {"LINTAS_DATABASE_URL": f"sqlite:///{path}", "LINTAS_OFFICER": officer}
    result = CliRunner().invoke(app, arguments, input=given, env=env)
    assert result.exit_code == code, (result.stdout, result.stderr, result.exception)
    return result.stdout


def test_an_untouched_record_is_whole(path: Path) -> None:
    assert "3 events, the chain and all records are whole" in run(path, "audit", "verify")


ATTACKS = {
    "advice changed in an event": "UPDATE ledger_events SET body = replace(body, 'clear', 'refer') WHERE sequence = 2",
    "officer changed in an event": "UPDATE ledger_events SET officer_id = 'somebody' WHERE sequence = 2",
    "event removed": "DELETE FROM ledger_events WHERE sequence = 2",
    "last event removed": "DELETE FROM ledger_events WHERE sequence = 3",
    "events swapped": "UPDATE ledger_events SET sequence = CASE sequence WHEN 1 THEN -2 ELSE -1 END WHERE sequence < 3;"
    "UPDATE ledger_events SET sequence = -sequence WHERE sequence < 0",
    "record changed": "UPDATE case_records SET record = replace(record, 'SANTOSO', 'SANTOSA')"
    " WHERE case_id = (SELECT case_id FROM cases WHERE event_sequence = 2)",
    "case removed": "DELETE FROM case_records; DELETE FROM case_requests; DELETE FROM cases",
    "role that does not exist": "UPDATE ledger_events SET role = 'boss' WHERE sequence = 2",
    "time that is none": "UPDATE ledger_events SET recorded_at = 'garbage' WHERE sequence = 2",
    "body of another form": "UPDATE ledger_events SET body = '[]' WHERE sequence = 2",
    "record that is no text": "UPDATE case_records SET record = x'ff00'",
    "columns beside the record": "UPDATE cases SET outcome = 'clear', officer_id = 'someone-else'",
    "event put in": "INSERT INTO ledger_events SELECT 4, kind, device_id, officer_id, role, subject, body, recorded_at,"
    " previous_digest, digest FROM ledger_events WHERE sequence = 3",
}


LIST = "entry_id,kind,category,action,authority,names,birth_dates\n"


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A list of two versions, and an entry that two supervisors decided."""
    path, file = tmp_path / "listed.sqlite", tmp_path / "bans.csv"
    for rows in (
        "1,person,travel_ban,refuse_departure,A,ANNA,1980-01-02\n",
        "1,person,travel_ban,refuse_departure,A,ANA,\n",
    ):
        file.write_text(LIST + rows + "2,person,travel_ban,refuse_departure,A,BUDI,\n")
        run(path, "--role", "supervisor", "watchlist", "import", str(file))
    (tmp_path / "lost.yaml").write_text(
        "kind: ENTRY_KIND_DOCUMENT\ncategory: CATEGORY_LOST_DOCUMENT\naction: ACTION_SEIZE_DOCUMENT\n"
        "authority: Imigrasi\ndocuments: [{issuer: IDN, number: X1234567}]\n"
    )
    as_rina = ("--role", "supervisor", "watchlist")
    told = run(path, *as_rina, "propose", str(tmp_path / "lost.yaml"), "-m", "report", "--json", officer="rina")
    run(path, *as_rina, "review", json.loads(told)["name"], "approve", officer="tono")
    return path


def test_an_untouched_list_is_whole(listed: Path) -> None:
    assert json.loads(run(listed, "audit", "verify", "--json"))["ok"]


COPY = (
    "CREATE TEMP TABLE copy AS SELECT * FROM watchlist_entries WHERE entry_id = 'bans:2';"
    "UPDATE copy SET entry_id = 'bans:3', list_version = 99;"
)
LIST_ATTACKS = {
    "name changed": "UPDATE watchlist_entries SET entry = replace(entry, 'BUDI', 'RUDI')",
    "name and digest changed": "UPDATE watchlist_entries SET entry = replace(entry, 'BUDI', 'RUDI'),"
    " entry_digest = 'x'",
    "entry hidden": "UPDATE watchlist_entries SET revoked_at = '2020-01-01T00:00:00.000000Z' WHERE entry_id = 'bans:2'",
    "entry removed": "DELETE FROM watchlist_entries WHERE entry_id = 'bans:2'",
    "all entries removed": "DELETE FROM watchlist_entries",
    "entry put in": COPY + "INSERT INTO watchlist_entries SELECT * FROM copy",
    "entry put in as if from before": COPY
    + "UPDATE copy SET entry_digest = '', event_sequence = 0; INSERT INTO watchlist_entries SELECT * FROM copy",
    "older version changed": "UPDATE watchlist_history SET entry = replace(entry, 'ANNA', 'HANNA')",
    "older version masked by nobody": "UPDATE watchlist_history SET entry = '{}', masked_at = '2026-01-01T00:00:00Z'",
    "older version removed": "DELETE FROM watchlist_history",
    "reviewer changed": "UPDATE watchlist_proposals SET reviewer_id = 'boss'",
    "proposal changed": "UPDATE watchlist_proposals SET proposal = replace(proposal, 'report', 'rapport')",
    "proposal removed": "DELETE FROM watchlist_proposals",
}


@pytest.mark.parametrize("statement", LIST_ATTACKS.values(), ids=LIST_ATTACKS.keys())
def test_every_attack_on_the_list_is_found(listed: Path, statement: str) -> None:
    with sqlite3.connect(listed) as connection:
        connection.executescript(statement)
        assert connection.total_changes > 0
    report = json.loads(run(listed, "audit", "verify", "--json", code=3))
    assert not report["ok"]


@pytest.mark.parametrize("statement", ATTACKS.values(), ids=ATTACKS.keys())
def test_every_attack_is_found(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.executescript(statement)
    report = json.loads(run(path, "audit", "verify", "--json", code=3))
    assert not report["ok"]
    assert report["faults"]


def test_a_chain_cut_together_with_its_head_is_found_by_a_noted_head(path: Path) -> None:
    noted = json.loads(run(path, "audit", "verify", "--json"))["head"]
    with sqlite3.connect(path) as connection:
        connection.executescript(
            "DELETE FROM case_requests WHERE case_id = (SELECT case_id FROM cases WHERE event_sequence = 3);"
            "DELETE FROM case_records WHERE case_id = (SELECT case_id FROM cases WHERE event_sequence = 3);"
            "DELETE FROM cases WHERE event_sequence = 3; DELETE FROM ledger_events WHERE sequence = 3;"
            "UPDATE ledger_head SET sequence = 2, digest = (SELECT digest FROM ledger_events WHERE sequence = 2)"
        )
    assert json.loads(run(path, "audit", "verify", "--json"))["ok"]
    report = json.loads(run(path, "audit", "verify", "--json", "--head", noted, code=3))
    assert [fault["kind"] for fault in report["faults"]] == ["shortened"]
