"""No barriers, by night and in English: axe finds nothing serious or critical. By day, on phones: test_every_page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect

from ledger.actor import Actor, Role
from tests.console.web.class_at_work import open_session, phone
from tests.console.web.conftest import Console
from tests.console.web.people_at_work import Desk, desk
from tests.console.web.rooms import training_console

AXE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "lintas-tests/axe.min.js"
_SYSTEM = Actor("tests", "tests", Role.SYSTEM)
_LIKE_US = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

pytestmark = pytest.mark.skipif(not AXE.exists(), reason="no axe-core: run tests/console/web/fetch_axe.sh")


def barriers(at: Desk) -> list[str]:
    """What axe finds serious or critical on the page that is open."""
    # not as a script of the page: its policy would rightly refuse it
    at.page.evaluate(AXE.read_text())
    found: dict[str, Any] = at.page.evaluate("(options) => axe.run(document, options)", _LIKE_US)
    return [
        f"{at.page.url}: {each['id']} ({each['impact']}): {each['nodes'][0]['html'][:120]}"
        for each in found["violations"]
        if each["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("scheme", ["dark"])
@pytest.mark.parametrize("locale", ["en-GB"])
def test_officers_meet_no_barrier(
    chromium: Chromium, console: Console, scheme: Literal["light", "dark"], locale: str
) -> None:
    with desk(chromium, console.url, color_scheme=scheme, locale=locale) as at:
        at.open("/login")
        found = barriers(at)
        at.sign_in("sari")
        for path in ("/", "/booth", "/booth/cases", "/booth/cases?view=awaiting", "/account", "/account/password"):
            at.open(path)
            found += barriers(at)
        at.open("/account/codes")
        found += barriers(at)
        for sample in ("02_altered_expiry.jpg", "04_watchlisted.jpg"):
            case = at.examine(sample)
            at.page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
            found += barriers(at)
        at.open(f"{case}/record")
        found += barriers(at)
        at.open("/nowhere")
        found += barriers(at)
        at.open("/booth")
        at.page.keyboard.press("?")
        at.page.wait_for_selector("#keys[open]")
        found += barriers(at)
        at.page.keyboard.press("F9")
        at.page.wait_for_selector("body.shielded")
        found += barriers(at)
        assert found == []


def test_administrators_meet_no_barrier(chromium: Chromium, console: Console) -> None:
    with desk(chromium, console.url) as at:
        at.sign_in("root")
        at.open("/accounts")
        assert barriers(at) == []


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory, quick_hashing: None) -> Iterator[str]:
    """A console with a classroom and a month to report."""
    folder: Path = tmp_path_factory.mktemp("rooms")
    with training_console(folder, has_month=True) as url:
        yield url


@pytest.mark.parametrize("scheme", ["dark"])
def test_trainers_and_trainees_meet_no_barrier(
    chromium: Chromium, rooms: str, scheme: Literal["light", "dark"]
) -> None:
    with desk(chromium, rooms, color_scheme=scheme) as at, phone(chromium, rooms, color_scheme=scheme) as melati:
        at.sign_in("tono")
        at.open("/classroom")
        at.page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        found = barriers(at)
        trainer = open_session(at, ("boy_with_uncle",))
        melati.at.open("/join")
        melati.at.page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
        found += barriers(melati.at)
        melati.join(trainer.code, "Melati")
        found += barriers(melati.at)
        trainer.next_case()
        melati.sees("Case 1 of 1")
        melati.look()
        melati.scan()
        melati.ask()
        found += barriers(melati.at) + barriers(at)
        melati.decide("protect")
        found += barriers(melati.at)
        melati.at.open("/play/debrief")
        at.open(f"{trainer.path}/board")
        found += barriers(melati.at) + barriers(at)
        assert found == []


@pytest.mark.parametrize("scheme", ["dark"])
def test_a_class_that_is_steered_meets_no_barrier(
    chromium: Chromium, rooms: str, scheme: Literal["light", "dark"]
) -> None:
    with ExitStack() as kept:
        at = kept.enter_context(desk(chromium, rooms, color_scheme=scheme))
        phones = [kept.enter_context(phone(chromium, rooms, color_scheme=scheme)) for _ in range(3)]
        at.sign_in("tono")
        trainer = open_session(at, ("boy_with_uncle",))
        for number, each in enumerate(phones):
            each.join(trainer.code, f"Bunga {number}")
        trainer.next_case()
        first = phones[0]
        first.sees("Case 1 of 1")
        first.ask()
        found: list[str] = []
        for what, words in (("inject", "telephone"), ("pause", "Paused.")):
            at.page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
            if what == "inject":
                at.page.select_option("#kind", "phone_call")
            at.page.locator(f"#steer button[value={what}]").click()
            expect(first.at.page.locator("#play")).to_contain_text(words)
            found += barriers(at) + barriers(first.at)
        at.page.locator("#steer button[value=resume]").click()
        for each in phones:
            each.decide("protect")
        at.page.locator("#steer button[value=freeze]").click()
        at.page.locator("#steer button[value=reveal]").click()
        first.sees("Look at the board")
        found += barriers(at) + barriers(first.at)
        for path in ("/wall", "/board?case=0&reveal=1", "/debrief?case=0", "/replay?case=0&desk=A"):
            at.open(trainer.path + path)
            at.page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
            found += barriers(at)
        first.at.open("/play/replay?slot=0")
        found += barriers(first.at)
        assert found == []


@pytest.mark.parametrize("scheme", ["dark"])
def test_supervisors_and_auditors_meet_no_barrier(
    chromium: Chromium, rooms: str, console: Console, scheme: Literal["light", "dark"]
) -> None:
    with desk(chromium, console.url, color_scheme=scheme) as at:
        at.sign_in("wati")
        at.open("/desk/list?list=demo")
        entry = at.page.locator(".list th a").first.get_attribute("href")
        found: list[str] = []
        for path in ("/desk?q=KOVARI", "/desk/list?list=demo", "/desk/proposals", "/desk/namesakes", "/desk/new"):
            at.open(path)
            found += barriers(at)
        for path in ("/desk/try?q=KOVARI", "/desk/import", str(entry)):
            at.open(path)
            at.page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
            found += barriers(at)
        assert found == []
    with desk(chromium, rooms, color_scheme=scheme) as at:
        at.sign_in("agus")
        for path in ("/insight?from=2026-10-01&to=2026-11-01", "/insight/leads?state=all", "/insight/record"):
            at.open(path)
            found += barriers(at)
        at.page.get_by_role("button", name="Verify").click()
        at.page.wait_for_url("**/verify")
        found += barriers(at)
        assert found == []
    with desk(chromium, rooms, color_scheme=scheme) as at:
        at.sign_in("wati")
        at.open("/insight/leads")
        at.page.locator(".lead h2 a").first.click()
        at.page.get_by_label("Set aside").check()
        at.page.get_by_role("button", name="Record it").click()
        at.page.wait_for_selector("#reason-fault")  # with a fault beside its field
        found += barriers(at)
        assert found == []
