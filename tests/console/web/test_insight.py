"""Reports and the record over HTTP."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.server import serving
from console.settings import Settings
from console.web.server import web_serving
from console.wiring import open_house
from ledger.actor import Actor, Role
from ledger.sql import Database
from tests.console.web.browser import Browser
from tests.console.web.conftest import PASSWORD, PEOPLE
from tests.console.web.insight_filled import fill
from tests.verifier.insight.months import month
from tests.verifier.people import draft, key
from verifier.sql import SqlCaseStore

SPAN = "from=2026-10-01&to=2026-11-01"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, quick_hashing: None) -> Iterator[str]:
    """A console over a month of cases."""
    folder: Path = tmp_path_factory.mktemp("insight")
    database_url = f"sqlite:///{folder}/lintas.sqlite"
    settings = Settings(database_url=database_url, listen="127.0.0.1:0", web_listen="127.0.0.1:0", reading_workers=1)
    with open_house(settings) as house, serving(house, settings) as address:
        for name, role in PEOPLE.items():
            house.accounts.roster.create(name, role, Actor("t", "t", Role.SYSTEM), password=PASSWORD)
        with Database(database_url) as database:
            store = SqlCaseStore(database)
            for number, case in enumerate(month()):
                store.record(case, draft(case), key(number))
        fill(house)
        with web_serving(house, settings, address) as bound:
            yield bound


def signed_in(url: str, name: str) -> Browser:
    browser = Browser(url)
    browser.sign_in(name, PASSWORD)
    return browser


def test_a_supervisor_reads_the_month_with_its_plots(url: str) -> None:
    wati = signed_in(url, "wati")
    page = wati.get(f"/insight?{SPAN}")
    assert "Report of the Post" in page.says
    assert "Travellers 120" in page.says
    plots = re.findall(r'src="(/insight/plot/[^"]+)"', page.text)
    assert len(plots) >= 5
    for plot in plots:
        answer = wati.get(plot.replace("&amp;", "&"))
        assert (answer.status, answer.headers["content-type"]) == (200, "image/svg+xml")
        assert answer.body.lstrip().startswith(b"<?xml")
    assert wati.get(f"/insight/plot/none.svg?{SPAN}").status == 404
    pdf = wati.get(f"/insight/report.pdf?{SPAN}")
    assert pdf.body.startswith(b"%PDF-")
    assert "20261001" in pdf.headers["content-disposition"]


@pytest.mark.parametrize(
    ("query", "field", "said"),
    [
        ("from=soon", "from", "Not a date"),
        ("from=2026-02-01&to=2026-01-01", "to", "Must be later than the first day"),
        ("from=1990-01-01&to=2026-01-01", "from", "At most 731 days"),
    ],
)
def test_a_span_that_makes_no_sense_is_told_beside_its_field(url: str, query: str, field: str, said: str) -> None:
    wati = signed_in(url, "wati")
    answer = wati.get(f"/insight?{query}")
    assert answer.status == 400
    assert re.search(rf'id="{field}-fault">{said}', answer.text)
    if "to=2026-01-01" in query:
        assert 'value="2026-01-01"' in answer.text  # what was typed stays
    assert wati.get(f"/insight/report.pdf?{query}").status == 400


def test_an_empty_month_says_so(url: str) -> None:
    assert (
        "There is nothing in this period." in signed_in(url, "wati").get("/insight?from=2020-01-01&to=2020-02-01").says
    )


def test_an_auditor_searches_the_record_and_verifies_it(url: str) -> None:
    agus = signed_in(url, "agus")
    found = agus.get("/insight/record?kind=case.")
    assert "case.examined" in found.says
    assert "account." not in found.text.partition("<tbody>")[2]
    assert "No such events" in agus.get("/insight/record?officer=nobody").says
    done = agus.form("/insight/record", "/insight/record/verify", {"heads": ""})
    assert "Whole: all" in done.says
    head = re.search(r"\d+:[0-9a-f]{64}", done.says)
    assert head is not None
    again = agus.form("/insight/record", "/insight/record/verify", {"heads": head[0]})
    assert "Whole: all" in again.says
    forged = agus.form("/insight/record", "/insight/record/verify", {"heads": f"1:{'0' * 64}"})
    assert "1 fault" in forged.says
    assert agus.form("/insight/record", "/insight/record/verify", {"heads": "nonsense"}).status == 400


def test_a_supervisor_searches_but_does_not_verify(url: str) -> None:
    wati = signed_in(url, "wati")
    assert "/record/verify" not in wati.get("/insight/record").text
    assert wati.post("/insight/record/verify", {"form_token": "x"}).status == 403


@pytest.mark.parametrize("name", ["sari", "budi", "tono"])
@pytest.mark.parametrize("path", ["/insight", "/insight/record", "/insight/report.pdf"])
def test_others_are_kept_out(url: str, name: str, path: str) -> None:
    assert signed_in(url, name).get(path).status == 403
