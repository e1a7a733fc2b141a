"""`lintas account`: what it prints, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from console.cli import app
from console.settings import Settings
from console.wiring import open_audit
from ledger.sql import Database, SqlLedger


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/lintas.sqlite"


def run(url: str, *arguments: str, code: int = 0, given: str | None = None) -> Result:
    environment = {"LINTAS_DATABASE_URL": url, "LINTAS_OFFICER": "root", "COLUMNS": "160", "LANG": "C"}
    result = CliRunner().invoke(app, ["account", *arguments], input=given, env=environment)
    assert result.exit_code == code, (result.stdout, result.stderr, result.exception)
    return result


def test_the_first_administrator_and_what_follows(url: str) -> None:
    assert "lintas account create" in run(url, "list").stdout
    made = json.loads(run(url, "create", "Kepala.Regu", "--role", "administrator", "--json").stdout)
    assert (made["name"], made["role"], made["must_change_password"]) == ("kepala.regu", "administrator", True)
    assert len(made["temporary_password"]) == 19
    run(url, "create", "sari", "--role", "officer")
    assert json.loads(run(url, "role", "sari", "supervisor", "--json").stdout)["role"] == "supervisor"
    assert "disabled" in run(url, "disable", "sari").stdout
    assert not json.loads(run(url, "list", "--json").stdout.splitlines()[1])["enabled"]
    run(url, "enable", "sari")
    again = json.loads(run(url, "reset", "sari", "--json").stdout)
    assert again["temporary_password"] != made["temporary_password"]
    with Database(url) as database:
        events = list(SqlLedger(database).events())
    assert [event.kind.removeprefix("account.") for event in events] == [
        "created", "created", "role_changed", "disabled", "enabled", "password_reset",
    ]  # fmt: skip
    assert {event.actor.role.value for event in events} == {"system"}
    with open_audit(Settings(database_url=url)) as audit:
        assert audit.verify().faults == ()


def test_a_password_of_ones_own(url: str) -> None:
    typed = "jembatan merah di pagi\n" * 2
    made = run(url, "create", "root", "--role", "administrator", "--ask-password", given=typed)
    assert "Temporary" not in made.stdout
    assert "jembatan" not in made.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("create", "a b", "--role", "officer"), "ACCOUNT_NAME"),
        (("create", "ghost", "--role", "system"), "ACCOUNT_ROLE"),
        (("disable", "nobody"), "ACCOUNT_UNKNOWN"),
        (("disable", "root"), "LAST_ADMINISTRATOR"),
        (("create", "root", "--role", "officer"), "ACCOUNT_EXISTS"),
        (("create", "x1", "--role", "officer", "--ask-password"), "PASSWORD_WEAK"),
    ],
)
def test_what_is_refused_says_why(url: str, arguments: tuple[str, ...], says: str) -> None:
    run(url, "create", "root", "--role", "administrator")
    assert says in run(url, *arguments, code=2, given="short\nshort\n").stderr
