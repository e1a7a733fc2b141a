"""Leads over HTTP: who sees them, what is decided, what is kept when something is missing; classes in the report."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.console.web.browser import Answer, Browser
from tests.console.web.conftest import PASSWORD
from tests.console.web.rooms import training_console


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, quick_hashing: None) -> Iterator[str]:
    with training_console(tmp_path_factory.mktemp("leads"), has_month=True) as bound:
        yield bound


def signed_in(url: str, name: str, language: str = "en") -> Browser:
    browser = Browser(url, language=language)
    browser.sign_in(name, PASSWORD)
    return browser


def waiting(browser: Browser) -> str:
    """Path of the only lead that waits."""
    (path,) = re.findall(r'<h2><a href="(/insight/leads/[^"]+)"', browser.get("/insight/leads").text)
    return str(path)


def decided(browser: Browser, path: str, **fields: str) -> Answer:
    page = browser.get(path)
    hidden = {name: page.hidden(name) for name in ("form_token", "request_id", "etag")}
    return browser.post(f"{path}/decide", hidden | fields)


def test_leads_say_what_they_are_and_what_they_are_not(url: str) -> None:
    wati = signed_in(url, "wati")
    listed = wati.get("/insight/leads").says
    assert "None of them is a hit" in listed
    assert "One payer paid for 9 departures" in listed
    assert "One payer paid for 5" not in listed  # set aside
    lead = wati.get(waiting(wati)).says
    assert "Employers, licensed placement agencies" in lead
    assert "9 crossings in all" in lead
    assert "-4471209953384770117" in lead
    aside = wati.get("/insight/leads?state=set_aside").says
    assert "contracts for all five" in aside
    explained = wati.get("/insight/leads?state=explained").says
    assert "SIP3MI 0042, seen on 1 September" in explained


def test_leads_in_indonesian(url: str) -> None:
    wati = signed_in(url, "wati", "id")
    said = wati.get(waiting(wati)).says
    for word in ("Pertanyaannya", "Siapa yang melakukan hal sama secara sah", "Satu pembayar membiayai", "baru"):
        assert word in said


@pytest.mark.parametrize("name", ["sari", "budi", "tono", "root"])
def test_leads_are_for_supervisors_and_auditors(url: str, name: str) -> None:
    browser = signed_in(url, name)
    assert browser.get("/insight/leads").status == 403
    assert "/insight/leads" not in browser.get("/insight").text


def test_an_auditor_looks_and_decides_nothing(url: str) -> None:
    agus = signed_in(url, "agus")
    page = agus.get(waiting(agus))
    assert page.status == 200
    assert "/decide" not in page.text
    token = agus.get("/account").hidden("form_token")
    assert agus.post(f"{waiting(agus)}/decide", {"form_token": token, "state": "looked_at"}).status == 403


def test_a_form_with_a_fault_is_kept_with_the_fault_beside_its_field(url: str) -> None:
    wati = signed_in(url, "wati")
    path = waiting(wati)
    answer = decided(wati, path, state="set_aside", reason="")
    assert answer.status == 400
    assert "Say why it is set aside" in answer.says
    assert re.search(r'value="set_aside" required checked', answer.text)
    assert re.search(r'aria-describedby="reason-hint reason-fault" aria-invalid="true"', answer.text)
    answer = decided(wati, path, state="", reason="typed a lot, chose nothing")
    assert (answer.status, "typed a lot, chose nothing" in answer.text) == (400, True)
    assert "state-fault" in answer.text
    assert waiting(wati) == path  # nothing was decided


def test_a_decision_is_recorded_and_stands_in_the_record(url: str) -> None:
    wati = signed_in(url, "wati")
    path = waiting(wati)
    stale = wati.get(path)
    answer = decided(wati, path, state="passed_on", reason="to the investigators <b>")
    assert "What you made of it is recorded." in answer.says
    assert "Passed on , wati" in answer.says
    assert "to the investigators &lt;b&gt;" in answer.text
    fields = {name: stale.hidden(name) for name in ("form_token", "request_id", "etag")}
    late = wati.post(f"{path}/decide", fields | {"state": "looked_at", "reason": ""})
    assert late.status == 409  # decided from a page that was open before
    events = signed_in(url, "agus").get("/insight/record?kind=lead.").says
    assert "lead.decided" in events
    assert "investigators" not in events


def test_the_report_tells_of_classes_without_anybody_in_them(url: str) -> None:
    wati = signed_in(url, "wati")
    page = wati.get("/insight?from=2026-10-01&to=2026-11-01")
    assert "What classes learned" in page.says
    assert "2026-10-20 (12 trainees): 93 decisions; points 66 (58–74) of 100" in page.says
    assert "tono" not in page.says
    plot = re.search(r'src="(/insight/plot/classes[^"]+)"', page.text)
    assert plot is not None
    assert wati.get(plot[1].replace("&amp;", "&")).status == 200
    assert "What classes learned" not in wati.get("/insight?from=2026-11-01&to=2026-12-01").says


@pytest.mark.parametrize(
    ("language", "label", "text"),
    [
        ("en", "Companion 1: age", "a number from 0 to 125"),
        ("id", "Teman seperjalanan 1: umur", "angka dari 0 sampai 125"),
    ],
)
def test_faults_speak_the_labels_of_the_form(url: str, language: str, label: str, text: str) -> None:
    sari = signed_in(url, "sari", language)
    token = sari.get("/booth").hidden("form_token")
    fields = {"form_token": token, "request_id": "12345678-a", "mrz_lines": "P<UTO", "direction": "DIRECTION_DEPARTURE"}
    said = sari.post("/booth/examine", fields | {"age_0": "old", "relation_0": "uncle"})
    assert said.status == 400
    assert f"{label}: {text}" in said.says
    assert 'data-field="age_0"' in said.text
    assert "age_years" not in said.text
