"""`lintas patterns` as people and machines use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from console.cli import app
from ledger.sql import Database
from tests.verifier.patterns.travellers import World, fill_sql


@pytest.fixture
def lintas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setenv("LINTAS_DATABASE_URL", f"sqlite:///{tmp_path}/l.sqlite")
    monkeypatch.setenv("LINTAS_LANGUAGE", "en")
    return tmp_path


ALLOWED = (
    "allow",
    "--kind",
    "institution",
    "--contact",
    "0812 3456 7890",
    "--ground",
    "letter",
    "--until",
    "2027-05-01",
)


def call(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.mark.usefixtures("lintas")
def test_a_world_is_generated_and_looked_through(tmp_path: Path) -> None:
    world = str(tmp_path / "world")
    made = call("patterns", "generate", world, "--crossings", "100000", "--seed", "5")
    assert made.exit_code == 0, made.output
    assert "8 rings of 8 kinds" in made.output
    again = call("patterns", "generate", world, "--crossings", "100000")
    assert again.exit_code == 2
    result = call("patterns", "run", "--parquet", world, "--only", "same_contact", "--json")
    assert result.exit_code == 0, result.output
    *leads, report = [json.loads(line) for line in result.stdout.splitlines()]
    assert report["report"]["crossings"] > 90_000
    assert report["report"]["leads"] + report["report"]["suppressed"] == len(leads) > 0
    assert {lead["pattern"] for lead in leads} == {"same_contact"}
    assert all(lead["text"]["id"] and lead["text"]["en"] and lead["crossings"] for lead in leads)


@pytest.mark.usefixtures("lintas")
def test_a_small_world_says_which_rings_it_is_too_small_for(tmp_path: Path) -> None:
    made = call("patterns", "generate", str(tmp_path / "world"), "--crossings", "1000")
    assert (made.exit_code, "3 rings of 3 kinds" in made.output) == (0, True), made.output
    assert "same_agency (from 5000" in " ".join(made.output.split())


@pytest.mark.usefixtures("lintas")
def test_the_live_record_may_be_empty() -> None:
    """As long as it is there: a path where there is none is told as such."""
    assert "there is no data base" in call("patterns", "run").output
    assert call("--role", "supervisor", "patterns", *ALLOWED).exit_code == 0
    result = call("patterns", "run", "--only", "other_passport")
    assert result.exit_code == 0, result.output
    assert "0 leads in 0 crossings" in result.output


@pytest.mark.usefixtures("lintas")
def test_allowances_are_a_supervisors_and_have_an_end() -> None:
    given = ("patterns", "allow", "--kind", "licensed_agency", "--agency", "ppiu 7", "--ground", "PPIU 7/2026")
    assert "supervisor" in call(*given, "--until", "2027-05-01").output
    too_long = call("--role", "supervisor", *given, "--until", "2040-01-01")
    assert (too_long.exit_code, "at most 1098 days" in too_long.output) == (2, True)
    done = call("--role", "supervisor", *given, "--until", "2027-05-01")
    assert done.exit_code == 0, done.output
    (row,) = [json.loads(line) for line in call("patterns", "allowances", "--json").stdout.splitlines()]
    assert (row["subject"], row["kind"], row["ground"]) == ("PPIU7", "licensed_agency", "PPIU 7/2026")


@pytest.mark.usefixtures("lintas")
def test_an_allowance_names_one_subject_and_keeps_no_telephone(tmp_path: Path) -> None:
    given = ("--role", "supervisor", "patterns", "allow", "--kind", "institution", "--ground", "letter")
    for extra in ((), ("--agency", "A", "--payer", "B")):
        refused = call(*given, "--until", "2027-05-01", *extra)
        assert (refused.exit_code, "give one of" in refused.output) == (2, True)
    assert call("--role", "supervisor", "patterns", *ALLOWED).exit_code == 0
    assert b"81234567890" not in (tmp_path / "l.sqlite").read_bytes()


@pytest.mark.usefixtures("lintas")
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--only", "nonsense"), "one of same_payer"),
        (("--since", "2026-05-02", "--until", "2026-05-01"), "before --until"),
        (("--parquet", "."), "has no crossings.parquet"),
    ],
)
def test_what_cannot_be_meant_is_refused(arguments: tuple[str, ...], says: str) -> None:
    result = call("patterns", "run", *arguments)
    assert (result.exit_code, says in result.output) == (2, True), result.output


@pytest.mark.usefixtures("lintas")
def test_a_key_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    assert call("patterns", "new-key", str(path)).exit_code == 0
    assert path.stat().st_mode & 0o777 == 0o600
    assert call("patterns", "new-key", str(path)).exit_code == 2


@pytest.mark.usefixtures("lintas")
def test_crossings_are_forgotten_by_a_supervisor(tmp_path: Path) -> None:
    assert "there is no data base" in call("--role", "supervisor", "patterns", "forget").output
    assert call("--role", "supervisor", "patterns", *ALLOWED).exit_code == 0
    with Database(f"sqlite:///{tmp_path}/l.sqlite") as database:
        world = World()
        world.cross(0, 1, contact_keys=(7, 8))
        fill_sql(database, world)
    forget = ("patterns", "forget", "--before", "2026-09-01", "--json")
    assert json.loads(call(*forget, "--dry-run").stdout) == {"crossings": 1, "contacts": 2, "removed": False}
    assert "supervisor" in call(*forget).output
    assert json.loads(call("--role", "supervisor", *forget).stdout) == {"crossings": 1, "contacts": 2, "removed": True}
    assert json.loads(call("--role", "supervisor", *forget).stdout)["crossings"] == 0
    assert "would be removed: 0" in call("patterns", "forget", "--dry-run").output
    both = call("--role", "supervisor", *forget, "--case", "c000001")
    assert (both.exit_code, "--before" in both.output) == (2, True)
