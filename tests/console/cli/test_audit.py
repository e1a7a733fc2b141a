"""`lintas audit verify` finds whatever somebody with access to the data base did to the record."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from console.cli import app
from tests.verifier.people import GOOD


@pytest.fixture(scope="module")
def three_cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cases") / "lintas.sqlite"
    for _ in range(3):
        run(path, "examine", "--mrz", "-", given="\n".join(GOOD))
    return path


@pytest.fixture
def path(three_cases: Path, tmp_path: Path) -> Path:
    """A copy, to be spoilt."""
    return Path(shutil.copy(three_cases, tmp_path))


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


@pytest.fixture(scope="module")
def two_versions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list of two versions, and an entry that two supervisors decided."""
    tmp_path = tmp_path_factory.mktemp("listed")
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


@pytest.fixture
def listed(two_versions: Path, tmp_path: Path) -> Path:
    """A copy, to be spoilt."""
    return Path(shutil.copy(two_versions, tmp_path))


def test_an_untouched_list_is_whole(listed: Path) -> None:
    assert json.loads(run(listed, "audit", "verify", "--json"))["ok"]


COPY = (
    "CREATE TEMP TABLE copy AS SELECT * FROM watchlist_entries WHERE entry_id = 'bans:2';"
    "UPDATE copy SET entry_id = 'bans:3', list_version = 99;"
)
PUT_IN = "INSERT INTO watchlist_entries SELECT * FROM copy"
LIST_ATTACKS = {
    "name changed": "UPDATE watchlist_entries SET entry = replace(entry, 'BUDI', 'RUDI')",
    "name and digest changed": "UPDATE watchlist_entries SET entry = replace(entry, 'BUDI', 'RUDI'),"
    " entry_digest = 'x'",
    "entry hidden": "UPDATE watchlist_entries SET revoked_at = '2020-01-01T00:00:00.000000Z' WHERE entry_id = 'bans:2'",
    "entry removed": "DELETE FROM watchlist_entries WHERE entry_id = 'bans:2'",
    "all entries removed": "DELETE FROM watchlist_entries",
    "entry put in": f"{COPY}{PUT_IN}",
    "entry put in as if from before": f"{COPY}UPDATE copy SET entry_digest = '', event_sequence = 0;{PUT_IN}",  # noqa: S608 - our own text
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


def test_a_query_tells_who_did_what(listed: Path) -> None:
    told = [json.loads(line) for line in run(listed, "audit", "query", "--kind", "watchlist.", "--json").splitlines()]
    assert [event["kind"] for event in told] == [
        "watchlist.imported",
        "watchlist.imported",
        "watchlist.proposed",
        "watchlist.approved",
    ]
    (event,) = run(listed, "audit", "query", "--officer", "TONO", "--json").splitlines()
    assert json.loads(event)["officer"] == "tono"
    assert run(listed, "audit", "query", "--until", "2001-01-01") == "no such events\n"
    assert "watchlist.approved" in run(listed, "audit", "query", "--limit", "1")
    run(listed, "audit", "query", "--since", "yesterday", code=2)


def test_a_person_gets_all_that_is_kept_on_them(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "bans.csv"
    file.write_text(LIST + "1,person,travel_ban,refuse_departure,A,BUDI SANTOSO,1985-03-12\n")
    run(path, "--role", "supervisor", "watchlist", "import", str(file))
    out = tmp_path / "budi.json"
    asked = ("audit", "export-subject", "--name", "SANTOSO Budi", "--birth-date", "1985-03-12", "-o", str(out))
    run(path, *asked, code=2)
    run(path, "--role", "auditor", *asked)
    found = json.loads(out.read_text())
    assert (len(found["cases"]), len(found["entries"])) == (3, 1)
    assert {event["kind"] for event in found["events"]} == {"case.examined"}
    assert found["entries"][0][0]["entry"]["names"][0]["full"] == "BUDI SANTOSO"
    assert out.stat().st_mode & 0o077 == 0
    told = run(path, "audit", "query", "--kind", "audit.", "--json")
    assert json.loads(told)["body"]["cases"] == 3
    assert "SANTOSO" not in told
    run(path, "--role", "auditor", *asked, code=2)
    assert json.loads(run(path, "audit", "verify", "--json"))["ok"]


@pytest.mark.parametrize(
    "asked",
    [("--name", "BUDI SANTOSO", "--birth-date", "1985-03-13"), ("--document", "X9999999"), ("--identity", "1")],
)
def test_a_namesake_gets_nothing(path: Path, tmp_path: Path, asked: tuple[str, ...]) -> None:
    out = tmp_path / "other.json"
    run(path, "--role", "auditor", "audit", "export-subject", *asked, "-o", str(out))
    assert json.loads(out.read_text())["cases"] == []


@pytest.mark.parametrize("asked", [(), ("--name", "BUDI"), ("--birth-date", "1985-03-12")])
def test_an_applicant_who_is_nobody_in_particular_is_refused(
    path: Path, tmp_path: Path, asked: tuple[str, ...]
) -> None:
    out = tmp_path / "none.json"
    run(path, "--role", "auditor", "audit", "export-subject", *asked, "-o", str(out), code=2)
    assert not out.exists()
