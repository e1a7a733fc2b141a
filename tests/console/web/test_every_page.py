"""Every page of every face, as the pictures in docs/img show them: no barrier, nothing wider than the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import BrowserContext

from tests.console.web.people_at_work import Desk
from tests.console.web.picture_walks import WALKS
from tests.console.web.pictures import WIDTHS, a_console
from tests.console.web.test_barriers import AXE, barriers

pytestmark = pytest.mark.skipif(not AXE.exists(), reason="no axe-core: run tests/console/web/fetch_axe.sh")


@pytest.fixture(scope="module")
def url(quick_hashing: None) -> Iterator[str]:
    with a_console() as bound:
        yield bound


class Inspector:
    """Walks as a photographer does, and looks for faults instead."""

    def __init__(self, chromium: Chromium, url: str, context: dict[str, Any]) -> None:
        self._chromium, self._url, self._context = chromium, url, context
        self.open: list[BrowserContext] = []
        self.people: list[Desk] = []
        self.faults: list[str] = []

    def person(self, name: str = "", **changes: Any) -> Desk:
        opened = self._chromium.new_context(**self._context | changes)
        self.open.append(opened)
        at = Desk(opened.new_page(), self._url)
        at.page.set_default_timeout(60000)
        at.watch()
        self.people.append(at)
        if name:
            at.sign_in(name)
        return at

    def keep(self, at: Desk, name: str) -> None:
        self.faults += [f"{name}: {each}" for each in barriers(at)]
        wide = at.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            self.faults.append(f"{name}: {wide} px wider than the screen")


@pytest.mark.parametrize("face", WALKS)
@pytest.mark.parametrize(("width", "scheme"), [("phone", "light")])  # wide and by night: test_barriers
def test_every_page_in_indonesian(chromium: Chromium, url: str, face: str, width: str, scheme: str) -> None:
    inspector = Inspector(chromium, url, {**WIDTHS[width], "locale": "id-ID", "color_scheme": scheme})
    try:
        WALKS[face](inspector)
        assert inspector.faults == []
        assert [each.complaints for each in inspector.people if each.complaints] == []
    finally:
        for each in inspector.open:
            each.close()
