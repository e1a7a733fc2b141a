"""`lintas insight report` over the real service, and what its pages say."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from console.cli import app
from console.migrations import upgrade
from ledger.sql import Database
from tests.verifier.insight.months import START, month
from tests.verifier.people import draft, key
from verifier.sql import SqlCaseStore

SPAN = ("--from", "2026-10-01", "--to", "2026-11-01")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A month of cases."""
    url = f"sqlite:///{tmp_path_factory.mktemp('insight')}/lintas.sqlite"
    with Database(url) as database:
        upgrade(database)
        store = SqlCaseStore(database)
        for number, case in enumerate(month()):
            store.record(case, draft(case), key(number))
    return url


def run(url: str, *arguments: str, code: int = 0, role: str = "supervisor") -> str:
    env = {"LINTAS_DATABASE_URL": url, "LINTAS_TIME_ZONE": "Asia/Jakarta"}
    result = CliRunner().invoke(app, ["--role", role, "insight", "report", *arguments], env=env)
    assert result.exit_code == code, (result.stdout, result.stderr, result.exception)
    return result.stdout


def test_the_figures_as_json(url: str) -> None:
    told = json.loads(run(url, *SPAN, "--json"))
    assert sum(int(day["examined"]) for day in told["days"]) == 120
    assert told["outcomes"]["OUTCOME_REFER"] == "12"
    assert {rate["grouping"] for rate in told["groups"]} == {"sex", "age", "nationality"}
    later = json.loads(run(url, "--from", "2027-01-01", "--to", "2027-02-01", "--json"))
    assert "days" not in later


@pytest.mark.parametrize("voice", ["id", "en", "both"])
def test_a_page_that_fetches_nothing_and_names_nobody(url: str, tmp_path: Path, voice: str) -> None:
    out = tmp_path / "october.html"
    run(url, *SPAN, "-o", str(out), "--voice", voice)
    html = out.read_text()
    assert ("Laporan Pos" in html) == (voice != "en")
    assert ("Treated alike?" in html) == (voice != "id")
    assert html.count("data:image/svg+xml") >= 5
    assert not re.search(r"<script|https?://(?!www\.w3\.org)", html)
    assert "SANTOSO" not in html
    assert "X0000001" not in html


def test_a_pdf(url: str, tmp_path: Path) -> None:
    out = tmp_path / "october.pdf"
    run(url, *SPAN, "-o", str(out))
    assert out.read_bytes().startswith(b"%PDF-")


def test_an_empty_period_is_told_in_words(url: str, tmp_path: Path) -> None:
    out = tmp_path / "empty.html"
    run(url, "--from", "2030-01-01", "--to", "2030-02-01", "-o", str(out), "--voice", "en")
    assert "There is nothing in this period." in out.read_text()


@pytest.mark.parametrize(
    "arguments",
    [(), ("-o", "x.docx"), ("--from", "soon", "--json"), ("--from", "2026-02-01", "--to", "2026-01-01", "--json")],
)
def test_what_makes_no_sense_is_refused(url: str, arguments: tuple[str, ...]) -> None:
    run(url, *arguments, code=2)


def test_officers_do_not_read_it(url: str) -> None:
    run(url, *SPAN, "--json", code=2, role="officer")


def test_the_month_is_a_month() -> None:
    assert all(START <= case.created_at < START + timedelta(days=30) for case in month(5))
