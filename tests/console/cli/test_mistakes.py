"""Mistakes that people make at a terminal: each is told in their own words, with a code that scripts can rely on."""

from __future__ import annotations

import json
import re
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from console.cli import app
from console.cli.case import _table
from console.cli.session import Session
from console.settings import Settings
from ledger.actor import Role
from ledger.short_id import SHOWN_LENGTH
from lintas.v1 import verification_pb2
from tests.verifier.people import GOOD, UTOPIA


class Terminal:
    """The command, on a data base that may not be there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "lintas.sqlite"

    def __call__(self, *arguments: str, given: str | None = None, code: int = 0, wide: int = 200) -> Result:
        environment = {
            "LINTAS_DATABASE_URL": f"sqlite:///{self.path}",
            "LINTAS_OFFICER": "off-17",
            "COLUMNS": str(wide),
            "LANG": "C",
        }
        result = CliRunner().invoke(app, arguments, input=given, env=environment)
        assert result.exit_code == code, (arguments, result.stdout, result.stderr, result.exception)
        return result

    def said(self, *arguments: str, code: int = 2, given: str | None = None) -> str:
        """What stands on stderr, without frames and line ends."""
        return re.sub(r"[│╭╰─╮╯\s]+", " ", self(*arguments, code=code, given=given).stderr)


@pytest.mark.parametrize("name", ["\u0430ni", "\uff21\uff2e\uff29", "\u738b", "two words", "x" * 65])
def test_who_cannot_be_recorded_as_named_is_refused(tmp_path: Path, name: str) -> None:
    """Four eyes rest on names: respelled, one person would pass for two, or two for one."""
    path = tmp_path / "lintas.sqlite"
    environment = {"LINTAS_DATABASE_URL": f"sqlite:///{path}", "LINTAS_OFFICER": name}
    result = CliRunner().invoke(app, ["account", "list"], env=environment)
    assert result.exit_code == 2
    assert "LINTAS_OFFICER" in result.stderr
    assert name not in result.stderr
    assert not path.exists()


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


@pytest.mark.parametrize(
    "arguments",
    [
        ["case", "list"],
        ["case", "show", "3f2b8c1d"],
        ["case", "decide", "3f2b8c1d", "clear"],
        ["--role", "supervisor", "watchlist", "list"],
        ["watchlist", "search", "--name", "SOMEBODY"],
        ["--role", "supervisor", "watchlist", "pending"],
        ["--role", "supervisor", "watchlist", "revoke", "x", "-m", "y"],
        ["--role", "supervisor", "outcome", "list"],
        ["--role", "supervisor", "outcome", "indicators"],
        ["--role", "protection_officer", "referral", "list"],
        ["--role", "supervisor", "tip", "list"],
        ["--role", "supervisor", "insight", "report", "--json"],
        ["exclusion", "list"],
        ["audit", "verify"],
        ["audit", "query"],
        ["--role", "auditor", "audit", "export-subject", "--document", "X1", "-o", "nowhere.json"],
    ],
)
def test_a_mistyped_data_base_is_a_fault_and_is_not_made(terminal: Terminal, arguments: list[str]) -> None:
    said = terminal.said(*arguments)
    assert "there is no data base at" in said
    assert not list(terminal.folder.iterdir())


@pytest.mark.parametrize("arguments", [["indicators", "list"], ["referral", "directory"], ["doctor"]])
def test_what_needs_no_data_base_makes_none(terminal: Terminal, arguments: list[str]) -> None:
    terminal(*arguments)
    assert not terminal.path.exists()


def test_a_data_base_that_is_missing_is_told_in_indonesian(terminal: Terminal) -> None:
    assert "tidak ada basis data" in terminal.said("--language", "id", "case", "list")


def test_a_case_is_found_by_the_beginning_of_its_id(terminal: Terminal) -> None:
    case = json.loads(terminal("examine", "--mrz", "-", "--json", given="\n".join(GOOD)).stdout)
    short = case["name"].removeprefix("cases/")[:8]
    assert json.loads(terminal("case", "show", short, "--json").stdout)["name"] == case["name"]
    assert json.loads(terminal("case", "show", f"cases/{short.upper()}", "--json").stdout)["name"] == case["name"]
    assert json.loads(terminal("case", "decide", short, "clear", "--json").stdout)["outcome"] == "OUTCOME_CLEAR"
    terminal("outcome", "record", short, "not")
    told = json.loads(terminal("--role", "supervisor", "outcome", "list", "--case", short, "--json").stdout)
    assert told["case"] == case["name"]  # the whole id is what is kept
    events = terminal("audit", "query", "--subject", f"cases/{short}", "--json").stdout.splitlines()
    assert [json.loads(event)["kind"] for event in events] == ["case.examined", "case.decided"]
    assert "no such case" in terminal.said("case", "show", short[:7])  # too short to be meant


def test_a_beginning_that_several_share_names_nobody(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    fixed = iter(f"3f2b8c1d-0000-4000-8000-00000000000{each}" for each in range(9))
    monkeypatch.setattr("console.wiring.uuid.uuid4", lambda: next(fixed))
    for lines in (GOOD, UTOPIA):
        terminal("examine", "--mrz", "-", given="\n".join(lines))
    said = terminal.said("case", "show", "3f2b8c1d")
    assert "give more of the id" in said
    assert "CASE: several" not in said  # the argument is called NAME here
    said = terminal.said("outcome", "record", "3f2b8c1d", "not")
    assert "CASE: several begin so" in said


def test_lists_of_cases_hold_ids_that_can_be_used(terminal: Terminal) -> None:
    case = json.loads(terminal("examine", "--mrz", "-", "--json", given="\n".join(GOOD)).stdout)
    # a pipe gets the whole name, whatever the width
    assert case["name"] in terminal("case", "list", wide=40).stdout.replace("\n", "")


def test_a_narrow_terminal_shows_enough_of_an_id() -> None:
    out = Console(file=StringIO(), force_terminal=True, width=60)
    session = Session(Settings(), "en", Role.OFFICER, out, out)
    name = "cases/3f2b8c1d-1234-4567-89ab-0123456789ab"
    advice = verification_pb2.Advice(kind=verification_pb2.ADVICE_KIND_CLEAR)
    case = verification_pb2.Case(name=name, examination=verification_pb2.Examination(advice=advice))
    out.print(_table(session, [case]))
    assert isinstance(out.file, StringIO)
    told = out.file.getvalue()
    assert name.removeprefix("cases/")[:SHOWN_LENGTH] in told
    assert "…" not in told.split("3f2b8c1d")[1].split()[0]


def test_files_that_are_wrong_are_named(terminal: Terminal, tmp_path: Path) -> None:
    files = {
        "empty.yaml": b"",
        "binary.dat": bytes(range(128, 256)),
        "list.yaml": b"- a\n- b\n",
        "one.yaml": b"names: {full: ANNA CITRA}\n",
        "cut.json": b'{"surname": "X",',
        "typo.json": b'{"surnam": "X"}',
        "empty.jpg": b"",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)

    def said(*arguments: str) -> str:
        told = terminal.said(*(str(tmp_path / each) if each in files else each for each in arguments))
        for internal in ("NoneType", "UnicodeDecodeError", "object", "Traceback", "ANNA", "VisualZone", "(char"):
            assert internal not in told, arguments
        return told.replace(" ", "")

    assert "empty.yaml:thefileisempty" in said("watchlist", "propose", "empty.yaml", "-m", "x")
    assert "binary.dat:thisisnotext" in said("watchlist", "propose", "binary.dat", "-m", "x")
    assert "list.yaml:nofields" in said("watchlist", "propose", "list.yaml", "-m", "x")
    assert "one.yaml:names:alistisexpected" in said("watchlist", "propose", "one.yaml", "-m", "x")
    assert "cut.json:line1,column17:notJSON" in said("examine", "binary.dat", "--viz", "cut.json")
    assert "typo.json:nofieldsurnam;therearesurname," in said("examine", "binary.dat", "--viz", "typo.json")
    assert "cut.json:line1" in said("examine", "binary.dat", "--journey", "cut.json")
    assert "empty.jpg:thefileisempty" in said("examine", "empty.jpg")
    assert "FILE:thelistisempty" in said("--role", "supervisor", "watchlist", "import", "empty.yaml", "--list", "x")
    assert "IMAGE:isnotanimagefile" in said("examine", "binary.dat")


def test_one_bad_image_of_several_does_not_stop_the_others(terminal: Terminal, tmp_path: Path) -> None:
    for name, content in (("empty.jpg", b""), ("binary.jpg", bytes(range(128, 256)))):
        (tmp_path / name).write_bytes(content)
    result = terminal("examine", str(tmp_path / "empty.jpg"), str(tmp_path / "binary.jpg"), code=1)
    assert re.findall(r"(\w+)\.jpg: ", result.stderr) == ["empty", "binary"]


def test_a_folder_without_images_is_told(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    assert "no images in it" in terminal.said("read", str(folder))
    assert "tidak ada gambar" in terminal.said("--language", "id", "read", str(folder))


def test_a_file_that_is_no_data_base_is_named_as_such(terminal: Terminal) -> None:
    terminal.path.write_text("not a data base, but long enough to have a header of one" * 20)
    said = terminal.said("case", "list")
    assert "no SQLite data base" in said
    assert "Error" not in said
