"""The watchlist desk in real browsers: two supervisors at their screens, and the officer who meets the entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect

from tests.console.web.conftest import Console
from tests.console.web.people_at_work import Desk, desk
from tests.verifier.people import GOOD

SCRIPT = '<img src=x onerror="alert(1)">'


@pytest.fixture
def wati(chromium: Chromium, console: Console) -> Iterator[Desk]:
    """The supervisor who proposes."""
    yield from _at_work(chromium, console, "wati")


@pytest.fixture
def yuni(chromium: Chromium, console: Console) -> Iterator[Desk]:
    """The supervisor who decides."""
    yield from _at_work(chromium, console, "yuni")


@pytest.fixture
def sari(chromium: Chromium, console: Console) -> Iterator[Desk]:
    """The officer at the counter."""
    yield from _at_work(chromium, console, "sari")


def _at_work(chromium: Chromium, console: Console, name: str) -> Iterator[Desk]:
    with desk(chromium, console.url) as opened:
        opened.sign_in(name)
        yield opened
        assert opened.complaints == []


def _fill_in(at: Desk, name: str, number: str) -> None:
    """A person of the MRZ that tests examine, with everything that a travel ban needs by law."""
    at.open("/desk/new")
    for field, value in (
        ("kind", "ENTRY_KIND_PERSON"),
        ("category", "CATEGORY_TRAVEL_BAN"),
        ("action", "ACTION_REFUSE_DEPARTURE"),
        ("confidentiality", "CONFIDENTIALITY_OFFICIAL"),
        ("sex", "SEX_MALE"),
    ):
        at.page.select_option(f"#{field}", value)
    today = datetime.now(UTC).date()
    for field, value in {
        "authority": "Kejaksaan",
        "legal_ground": "UU 6/2011",
        "remarks": "a case",
        "names": name,
        "birth_dates": "1985-03-12",
        "birth_places": "CURUP",
        "nationalities": "IDN",
        "identity_numbers": number,
        "documents": "IDN X1234567 P",
        "photo_reference": "kejaksaan/1",
        "valid_from": (today - timedelta(days=1)).isoformat(),
        "valid_until": (today + timedelta(days=150)).isoformat(),
        "reason": "letter 12",
    }.items():
        at.page.fill(f"#{field}", value)


def _propose(at: Desk, name: str, number: str) -> str:
    """Gives the path of the proposal."""
    _fill_in(at, name, number)
    at.page.get_by_role("button", name="Propose", exact=True).click()
    expect(at.page.locator(".notice.good")).to_contain_text("Proposed.")
    return at.page.url.removeprefix(at.url).partition("?")[0]


def test_one_proposes_another_approves_and_the_counter_meets_the_entry(wati: Desk, yuni: Desk, sari: Desk) -> None:
    yuni.open("/desk/proposals")
    path = _propose(wati, "BUDI SANTOSO", "1701011203850001")
    came = yuni.page.locator(f"#queue a[href='{path}']")
    expect(came).to_be_visible()  # without asking again
    came.click()
    expect(yuni.page.locator(".diff")).to_contain_text("BUDI SANTOSO")
    yuni.page.keyboard.press("a")
    expect(yuni.page.locator(".notice.good")).to_contain_text("Approved and carried out")
    yuni.open("/desk")
    yuni.page.keyboard.press("s")
    expect(yuni.page.locator("#q")).to_be_focused()
    yuni.page.keyboard.type("budi santoso", delay=10)
    expect(yuni.page.locator("#results .hits")).to_contain_text("BUDI SANTOSO")
    sari.open("/booth")
    sari.page.keyboard.type("\n".join((*GOOD, "")), delay=3)
    sari.page.wait_for_url("**/booth/cases/*")
    expect(sari.page.locator("#verdict")).to_have_text("REFER")
    assert "BUDI SANTOSO" in sari.text(".hit")


def test_nobody_is_offered_to_approve_their_own(wati: Desk) -> None:
    path = _propose(wati, "SOMEBODY OWN", "1701011203850002")
    wati.open(path)
    assert "another supervisor must decide" in wati.text()
    expect(wati.page.locator("button[value=approve]")).to_have_count(0)
    wati.page.keyboard.press("a")  # the key of a button that is not there
    withdraw = wati.page.get_by_role("button", name="Withdraw")
    expect(withdraw).to_be_visible()
    withdraw.evaluate("(button) => { button.value = 'approve'; }")  # who forces it is refused by the service
    withdraw.click()
    expect(wati.page.locator("#alerts")).not_to_be_empty()
    wati.open("/desk/proposals?state=approved")
    assert "SOMEBODY OWN" not in wati.text()
    wati.open("/desk/try?q=SOMEBODY+OWN")
    assert "Nobody on the list is found by it." in wati.text()


def test_what_is_not_whole_stays_as_it_was_typed(wati: Desk) -> None:
    _fill_in(wati, "TYPED NAME", "1701011203850003")
    wati.page.fill("#photo_reference", "")
    wati.page.get_by_role("button", name="Propose", exact=True).click()
    expect(wati.page.locator(".notice.bad, #alerts .notice")).to_contain_text("photo_reference")
    expect(wati.page.locator("#names")).to_have_value("TYPED NAME")
    expect(wati.page.locator("#category")).to_have_value("CATEGORY_TRAVEL_BAN")


def test_the_law_of_the_category_is_shown_as_it_is_chosen(wati: Desk) -> None:
    wati.open("/desk/new")
    law = wati.page.locator("#law p:visible")
    expect(law).to_have_count(0)
    wati.page.select_option("#category", "CATEGORY_TRAVEL_BAN")
    expect(law).to_have_count(1)
    assert re.search(r"at most \d+ months", law.inner_text())


def test_a_listed_name_is_text_wherever_it_is_shown(wati: Desk, yuni: Desk) -> None:
    path = _propose(wati, SCRIPT, "1701011203850004")
    yuni.open(path)
    yuni.page.get_by_role("button", name="Approve").click()
    expect(yuni.page.locator(".notice.good")).to_contain_text("Approved and carried out")
    for page in ("/desk", "/desk/list?list=local&state=active", "/desk/proposals?state=approved"):
        yuni.open(page)
        expect(yuni.page.locator("img[src=x]")).to_have_count(0)
    yuni.open("/desk")
    yuni.page.fill("#q", "img src onerror alert")
    yuni.page.wait_for_url("**/desk?q=img**")
    expect(yuni.page.locator("img[src=x]")).to_have_count(0)
