"""Every command: what people see, what machines get, and what is said when something is wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from console.cli import app
from console.cli.demo import samples
from tests.verifier.people import GOOD, UTOPIA

SAMPLES = Path(__file__).resolve().parents[3] / "console/samples"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return f"sqlite:///{tmp_path_factory.mktemp('cli')}/lintas.sqlite"


class Lintas:
    """The command with a data base of its own."""

    def __init__(self, url: str) -> None:
        self._url = url

    def __call__(self, *arguments: str, given: str | None = None, code: int = 0, officer: str = "off-17") -> Result:
        environment = {"LINTAS_DATABASE_URL": self._url, "LINTAS_OFFICER": officer, "COLUMNS": "160", "LANG": "C"}
        result = CliRunner().invoke(app, arguments, input=given, env=environment)
        assert result.exit_code == code, (arguments, result.stdout, result.stderr, result.exception)
        return result

    def json(self, *arguments: str, given: str | None = None, code: int = 0, officer: str = "off-17") -> list[dict]:  # type: ignore[type-arg]  # whatever JSON holds
        result = self(*arguments, "--json", given=given, code=code, officer=officer)
        return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def lintas(url: str) -> Lintas:
    return Lintas(url)


def test_examine_text_from_stdin_for_people(lintas: Lintas) -> None:
    result = lintas("examine", "--mrz", "-", given="\n".join(GOOD))
    for expected in ("CLEAR", "SANTOSO", "BUDI", "1985-03-12", "Document not expired", "The officer decides."):
        assert expected in result.stdout


def test_examine_speaks_indonesian(lintas: Lintas) -> None:
    result = lintas("--language", "id", "examine", "--mrz", "-", given="\n".join(UTOPIA))
    for expected in ("PERIKSA LANJUTAN", "spesimen", "Tanggal lahir", "Keputusan ada pada petugas."):
        assert expected in result.stdout


def test_examine_images_as_one_json_object_a_line(lintas: Lintas) -> None:
    files = [str(SAMPLES / sample.file) for sample in samples()][:3]
    cases = lintas.json("examine", *files)
    assert [case["examination"]["mrz"]["layout"] for case in cases] == ["TD3"] * 3
    assert all(case["name"].startswith("cases/") for case in cases)


def test_examine_with_page_and_journey_from_files(lintas: Lintas, tmp_path: Path) -> None:
    page, journey = tmp_path / "viz.json", tmp_path / "journey.json"
    page.write_text('{"surname": "SANTOSO", "givenNames": "BUDI", "birthDate": {"year": 1985, "month": 3, "day": 13}}')
    journey.write_text('{"direction": "DIRECTION_DEPARTURE", "purpose": "PURPOSE_WORK"}')
    (case,) = lintas.json("examine", "--mrz", "-", "--viz", str(page), "--journey", str(journey), given="\n".join(GOOD))
    (outcome,) = [each for each in case["examination"]["checks"]["outcomes"] if each["checkId"] == "combined.mrz_viz"]
    assert (outcome["result"], outcome["fields"]) == ("CHECK_RESULT_FAILED", ["birth_date"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["examine"], "IMAGE"),
        (["examine", "nowhere.jpg"], "nowhere.jpg"),
        (["examine", "--mrz", "nowhere.txt"], "nowhere.txt"),
        (["examine", "--mrz", "-", "--viz", '{"surnam": "X"}'], "surnam"),
        (["examine", "--mrz", "-", "--engine", "crystal-ball"], "--engine"),
        (["watchlist", "search"], "--name"),
        (["watchlist", "search", "--name", "X", "--birth-date", "31.12.1999"], "YYYY"),
        (["watchlist", "search", "--name", "X", "--sex", "Q"], "F, M or X"),
        (["watchlist", "show", "nobody"], "no such entry"),
        (["case", "show", "nobody"], "no such case"),
        (["case", "decide", "nobody", "maybe"], "clear, refer"),
        (["audit", "verify", "--head", "7"], "SEQUENCE:DIGEST"),
        (["--language", "fr", "case", "list"], "LANGUAGE"),
        (["--database", "mysql://u:secret@h/d", "case", "list"], "sqlite and postgresql"),
        (["--database", "sqlite:////proc/nowhere/x.sqlite", "examine", "--mrz", "-"], "folder"),
        (["--database", f"sqlite:///{__file__}", "case", "list"], "no SQLite data base"),
        (["--database", "postgresql+psycopg://u:secret@127.0.0.1:1/x", "case", "list"], "data base cannot be used"),
        (["case", "list", "--server", "127.0.0.1:1"], "lintas serve"),
        (["read", "nowhere"], "no such file"),
    ],
)
def test_what_is_wrong_is_said(lintas: Lintas, arguments: list[str], said: str) -> None:
    code = 1 if any("127.0.0.1:1" in each for each in arguments) else 2  # it may be there later
    result = lintas(*arguments, given="\n".join(GOOD), code=code)
    told = re.sub(r"[│╭╰─╮╯\s]+", " ", result.stderr)
    assert said in told
    assert "Traceback" not in told
    assert "secret" not in told


def test_decide_and_confirm(lintas: Lintas) -> None:
    departing = '{"direction": "DIRECTION_DEPARTURE"}'
    (case,) = lintas.json("examine", "--mrz", "-", "--journey", departing, given="\n".join(GOOD))
    (waiting,) = lintas.json("case", "decide", case["name"], "refuse", "--reason", "document_false")
    decision = waiting["decisions"][0]["decisionId"]
    lintas("case", "decide", case["name"], "refuse", "--confirms", decision, code=2)
    (done,) = lintas.json("case", "decide", case["name"], "refuse", "--confirms", decision, officer="off-18")
    assert done["outcome"] == "OUTCOME_REFUSE"
    assert "refuse" in lintas("case", "show", case["name"].removeprefix("cases/")).stdout


def test_case_list(lintas: Lintas) -> None:
    (newest,) = lintas.json("examine", "--mrz", "-", given="\n".join(GOOD))
    assert [case["name"] for case in lintas.json("case", "list", "--limit", "1")] == [newest["name"]]
    assert newest["name"] in lintas("case", "list", "--undecided").stdout


def test_import_search_show(lintas: Lintas, tmp_path: Path) -> None:
    arguments = ("watchlist", "import", str(SAMPLES / "demo_watchlist.csv"), "--list", "demo")
    assert "role officer may not call ImportEntries" in lintas(*arguments, code=2).stderr
    (dry,) = lintas.json("--role", "supervisor", *arguments, "--dry-run")
    assert dry["dryRun"]
    (report,) = lintas.json("--role", "supervisor", *arguments)
    assert int(report["added"]) == int(dry["added"]) >= 5
    (again,) = lintas.json("--role", "supervisor", *arguments)
    assert int(again["unchanged"]) == int(report["added"])
    listed = lintas.json("--role", "supervisor", "watchlist", "list", "--list", "demo")
    assert len(listed) == int(report["added"])
    person = next(entry for entry in listed if entry.get("names") and entry.get("birthDates"))
    date = person["birthDates"][0]
    born = f"{date['year']:04d}-{date['month']:02d}-{date['day']:02d}"
    (answer,) = lintas.json("watchlist", "search", "--name", person["names"][0]["full"], "--birth-date", born)
    assert answer["hits"][0]["entry"]["name"] == person["name"]
    assert answer["hits"][0]["probability"] > 0.5
    told = lintas("watchlist", "search", "--name", person["names"][0]["full"], "--birth-date", born, "--explain").stdout
    assert "birth_date" in told
    assert person["names"][0]["full"] in lintas("watchlist", "show", person["name"]).stdout


def test_import_names_rejected_rows(lintas: Lintas, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("entry_id,kind,category,action,authority,names\n1,person,zebra,verify_identity,A,SOMEBODY\n")
    result = lintas("--role", "supervisor", "watchlist", "import", str(path), code=1)
    assert "line 2: category" in result.stdout


def test_template_can_be_imported_as_it_is(lintas: Lintas, tmp_path: Path) -> None:
    path = tmp_path / "template.csv"
    path.write_text(lintas("watchlist", "template").stdout)
    (report,) = lintas.json("--role", "supervisor", "watchlist", "import", str(path))
    assert report == {"added": "1", "source": "lintas-csv", "watchlistVersion": report["watchlistVersion"]}


def test_read_images_and_folders(lintas: Lintas) -> None:
    answers = lintas.json("read", str(SAMPLES))
    assert len(answers) == len(list(samples()))
    assert all(answer["readings"][0]["lines"] for answer in answers)
    assert "confidence" in lintas("read", str(SAMPLES / next(iter(samples())).file)).stdout


def test_read_goes_on_after_a_bad_file(lintas: Lintas, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no image")
    result = lintas("read", str(bad), str(SAMPLES / next(iter(samples())).file), code=1)
    assert "bad.jpg" in result.stderr
    assert "confidence" in result.stdout


def test_doctor(lintas: Lintas) -> None:
    findings = {each["name"]: each for each in lintas.json("doctor")}
    assert all(each["ok"] for each in findings.values()), findings
    assert {"reading engine ocrb", "reading engine tesseract", "reading engine passporteye", "ledger"} <= set(findings)


def test_version_and_help(lintas: Lintas) -> None:
    assert lintas("--version").stdout.startswith("lintas ")
    help_text = lintas("--help").stdout
    for command in ("serve", "examine", "read", "watchlist", "case", "audit", "doctor", "demo"):
        assert command in help_text
