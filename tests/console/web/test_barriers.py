"""No barriers: axe finds nothing serious or critical on any page, by day and by night, in both languages."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser as Chromium

from ledger.actor import Actor, Role
from tests.console.web.conftest import Console
from tests.console.web.people_at_work import Desk, desk

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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["en-GB", "id-ID"])
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
