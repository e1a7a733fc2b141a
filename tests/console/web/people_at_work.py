"""A person at a real browser: signs in, and remembers everything that the page complained about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Dialog, Page, Request

from tests.console.web.conftest import PASSWORD, SAMPLES


@dataclass
class Desk:
    """One page of one person. `complaints`: script errors, broken policy, dialogs, requests that leave the host."""

    page: Page
    url: str
    complaints: list[str] = field(default_factory=list)

    def watch(self) -> None:
        host = urlsplit(self.url).netloc

        def seen(request: Request) -> None:
            where = urlsplit(request.url)
            if where.scheme not in {"blob", "data"} and where.netloc != host:
                self.complaints.append(f"left the host: {where.netloc}")

        self.page.on("request", seen)
        self.page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        self.page.on("dialog", self._dismiss)
        self.page.on("console", lambda message: self._hear(message.type, message.text))

    def _dismiss(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _hear(self, kind: str, text: str) -> None:
        # a refused form or an unreachable service is told by the browser as well: that is no fault of the page
        if kind == "error" and not text.startswith("Failed to load resource"):
            self.complaints.append(text)

    def sign_in(self, name: str) -> None:
        self.page.goto(f"{self.url}/login")
        self.page.fill("#name", name)
        self.page.fill("#password", PASSWORD)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(f"{self.url}/")

    def open(self, path: str) -> None:
        self.page.goto(f"{self.url}{path}")

    def examine(self, sample: str = "01_plain_passport.jpg") -> str:
        """Choose a picture at the booth; gives the path of the case."""
        self.open("/booth")
        self.page.set_input_files("input[name=image]", SAMPLES / sample)
        self.page.wait_for_url("**/booth/cases/*")
        self.page.wait_for_selector("#verdict")
        return urlsplit(self.page.url).path

    def text(self, selector: str = "#main") -> str:
        return " ".join(self.page.inner_text(selector).split())


@contextmanager
def desk(chromium: Chromium, url: str, **context: Any) -> Iterator[Desk]:
    """A browser window of its own, with its own cookies."""
    opened = chromium.new_context(**({"viewport": {"width": 1366, "height": 800}, "locale": "en-GB"} | context))
    try:
        at = Desk(opened.new_page(), url)
        at.watch()
        yield at
    finally:
        opened.close()
