"""`lintas train simulate`, `report`, `forget`: what is written, for whom, and what is said when something is wrong."""

from __future__ import annotations

import csv
import io
import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from console.cli import app

SCENARIOS = Path(__file__).resolve().parents[3] / "scenarios"


def lintas(*arguments: str, code: int = 0, given: str | None = None) -> Result:
    """The command, which needs no data base for any of this."""
    result = CliRunner().invoke(app, arguments, input=given, env={"COLUMNS": "160", "LANG": "C"})
    assert result.exit_code == code, (arguments, result.stdout, result.stderr, result.exception)
    return result


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small workshop's log."""
    path = tmp_path_factory.mktemp("train") / "log.json"
    lintas("train", "simulate", "--bots", "4", "--cases", "6", "--seed", "3", "-o", str(path))
    return path


def test_simulate_tells_people_and_machines_the_same() -> None:
    arguments = ("train", "simulate", "--bots", "8", "--cases", "10", "--seed", "5")
    told = json.loads(lintas(*arguments, "--json").stdout)
    shown = lintas("-l", "en", *arguments).stdout
    assert (told["bots"], told["cases"], told["seed"]) == (8, 10, 5)
    assert f"{told['spearman']['ability']:.3f}" in shown
    assert f"{told['class']['points']['value']:.0f}" in shown
    assert "The planted order" in shown
    assert "Urutan yang ditanam" in lintas("-l", "id", *arguments).stdout


def test_simulate_writes_the_same_log_for_the_same_seed_for_its_owner_alone(log: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.json"
    lintas("train", "simulate", "--bots", "4", "--cases", "6", "--seed", "3", "-o", str(again))
    assert again.read_bytes() == log.read_bytes()
    assert stat.S_IMODE(again.stat().st_mode) == 0o600


def test_simulate_plays_real_scenarios_and_tells_which_it_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "scenarios"
    folder.mkdir()
    (folder / "boy_with_uncle.yaml").write_bytes((SCENARIOS / "boy_with_uncle.yaml").read_bytes())
    (folder / "broken.yaml").write_text("schema: [")
    result = lintas("train", "simulate", "--scenarios", str(folder), "--bots", "3", "--json")
    assert json.loads(result.stdout)["cases"] == 1
    assert "left out" in result.stderr
    assert "broken.yaml" in result.stderr
    assert "SCENARIO_FOLDER" in lintas("train", "simulate", "--scenarios", str(tmp_path / "no"), code=2).stderr
    assert "--bias" in lintas("train", "simulate", "--scenarios", str(folder), "--bias", "1", code=2).stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("--cases", "7"), "cases"), (("--bots", "0"), "--bots"), (("-o", "/nowhere/at/all/log.json"), "/nowhere")],
)
def test_simulate_says_what_is_wrong(arguments: tuple[str, ...], said: str) -> None:
    assert said in lintas("train", "simulate", "--bots", "2", "--cases", "2", *arguments, code=2).stderr


@pytest.mark.parametrize(("kind", "start"), [("html", b"<!doctype html>"), ("pdf", b"%PDF-")])
def test_report_of_the_class(log: Path, tmp_path: Path, kind: str, start: bytes) -> None:
    path = tmp_path / f"class.{kind}"
    lintas("train", "report", str(log), "-f", kind, "-o", str(path))
    assert path.read_bytes().lstrip().startswith(start)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_report_to_standard_output_from_standard_input(log: Path) -> None:
    table = lintas("train", "report", "-", "-f", "csv", "-o", "-", given=log.read_text()).stdout
    assert len(list(csv.reader(io.StringIO(table)))) == 1 + 4 * 6
    statements = lintas("train", "report", str(log), "-f", "xapi", "-o", "-", "--home-page", "https://a.example").stdout
    assert json.loads(statements.splitlines()[0])["actor"]["account"]["homePage"] == "https://a.example"


def test_everybody_gets_a_file_of_their_own(log: Path, tmp_path: Path) -> None:
    lintas("train", "report", str(log), "--each", "-o", str(tmp_path / "own"), "--in", "en")
    files = sorted((tmp_path / "own").iterdir())
    assert [file.name for file in files] == [f"{place + 1:03}-bot-{place:03}.html" for place in range(4)]
    for place, file in enumerate(files):
        page = file.read_text()
        assert f"bot-{place:03}" in page
        assert all(f"bot-{other:03}" not in page for other in range(4) if other != place)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--trainee", "nobody"), "TRAINEE_UNKNOWN"),
        (("--each",), "--each"),
        (("-o", "/nowhere/at/all.html"), "/nowhere"),
        (("--trainee", "bot-001", "-f", "csv"), "trainee"),
        (("-f", "xapi", "--home-page", "nowhere"), "home_page"),
    ],
)
def test_report_says_what_is_wrong(log: Path, arguments: tuple[str, ...], said: str) -> None:
    assert said in lintas("train", "report", str(log), "-o", "-", *arguments, code=2).stderr


def test_a_log_that_is_none_is_named(log: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text(log.read_text()[:500])
    told = lintas("train", "report", str(log), str(broken), "-o", "-", code=2).stderr
    assert "broken.json" in told
    assert "WORKSHOP_MALFORMED" in told
    assert "No such file" in lintas("train", "report", str(tmp_path / "none.json"), "-o", "-", code=2).stderr
    assert "DECIDED_TWICE" in lintas("train", "report", str(log), str(log), "-o", "-", code=2).stderr


def test_forget_leaves_nothing_of_one_and_all_of_the_others(log: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.json"
    copy.write_bytes(log.read_bytes())
    assert "6 attempts" in lintas("-l", "en", "train", "forget", str(copy), "bot-002").stdout
    assert "bot-002" not in copy.read_text()
    assert len(json.loads(copy.read_text())["attempts"]) == 3 * 6
    assert "TRAINEE_UNKNOWN" in lintas("train", "forget", str(copy), "bot-002", code=2).stderr
    assert list(tmp_path.iterdir()) == [copy]


def test_forget_names_the_files_that_hold_something_of_one(log: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.json"
    copy.write_bytes(log.read_bytes())
    for name, options in (("class.csv", ["-f", "csv"]), ("own.xapi", ["-f", "xapi"])):
        lintas("train", "report", str(copy), *options, "-o", str(tmp_path / name))
    (tmp_path / "own.xapi").unlink()
    told = lintas("-l", "en", "train", "forget", str(copy), "bot-002").stdout
    assert f"{tmp_path / 'class.csv'}  csv" in told
    assert "the whole class; write it anew from the log: delete it" in told
    assert "no longer there: look for copies" in told
    assert "bot-002" not in copy.read_text()


def test_a_log_from_standard_input_notes_nothing_and_says_so(log: Path, tmp_path: Path) -> None:
    told = lintas("-l", "en", "train", "report", "-", "-f", "csv", "-o", str(tmp_path / "c.csv"), given=log.read_text())
    assert "could not be noted" in told.stderr


def test_other_commands_do_not_load_what_reports_need() -> None:
    script = (
        "import sys, console.cli; print([m for m in ('scipy', 'matplotlib', 'typst', 'jinja2') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603
    assert result.stdout.strip() == "[]"
