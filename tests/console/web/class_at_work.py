"""A trainer and trainees at real browsers: what each of them presses in an exercise."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect

from tests.console.web.people_at_work import Desk, desk

PHONE: Final[dict[str, Any]] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
_MARK: Final = "lintasTest"


@dataclass(frozen=True, slots=True)
class Trainer:
    """Has one session open."""

    at: Desk
    code: str
    path: str

    def next_case(self) -> None:
        self.at.page.locator("button[value=next]").click()

    def trainee(self, number: int) -> str:
        """What the session's page tells of one trainee."""
        return self.at.text(f".people li:nth-child({number})")


def open_session(at: Desk, scenarios: tuple[str, ...], pace: str = "trainer") -> Trainer:
    """By the form, as a trainer who chose the cases."""
    at.open("/classroom/open")
    at.page.fill("#title", "Friday")
    at.page.select_option("#pace", pace)
    at.page.check("#cases-choose")
    for each in scenarios:
        at.page.check(f"input[name=scenario][value={each}]")
    at.page.locator("button[value=open]").click()
    at.page.wait_for_url("**/classroom/sessions/*")
    return Trainer(at, at.page.inner_text(".code"), at.page.url.removeprefix(at.url).partition("?")[0])


@dataclass(frozen=True, slots=True)
class Phone:
    """One trainee."""

    at: Desk

    def join(self, code: str, nickname: str) -> None:
        self.at.open(f"/join?code={code}")
        field = self.at.page.locator("[name=nickname]")
        field.evaluate("(input) => input.removeAttribute('maxlength')")  # the service refuses, not the field
        field.fill(nickname)
        self.at.page.get_by_role("button", name="Sit down").click()
        self.at.page.wait_for_url("**/play?*")

    def sees(self, words: str) -> None:
        expect(self.at.page.locator("#play h1")).to_contain_text(words)

    def mark(self) -> None:
        """From here on a page that is loaded again is noticed."""
        self.at.page.evaluate(f"window.{_MARK} = true")

    def was_never_reloaded(self) -> bool:
        return bool(self.at.page.evaluate(f"window.{_MARK} === true"))

    def look(self) -> None:
        self.at.page.locator("button.place").nth(5).click()
        expect(self.at.page.locator("img.loupe")).to_be_visible()
        self.at.page.wait_for_function("document.querySelector('img.loupe').naturalWidth > 0")

    def scan(self) -> None:
        self.at.page.locator("button[value=scan]").click()
        expect(self.at.page.get_by_role("heading", name="The engine says")).to_be_visible()

    def ask(self) -> str:
        """The first question that is offered; gives the question."""
        asked = self.at.page.locator(".said dt")
        count = asked.count()
        self.at.page.locator(".offers button").first.click()
        expect(asked).to_have_count(count + 1)
        return asked.last.inner_text()

    def decide(self, outcome: str) -> None:
        self.at.page.locator(f"input[name=outcome][value={outcome}]").check()
        self.at.page.get_by_role("button", name="Decide, once").click()
        expect(self.at.page.locator("#play")).to_contain_text("Decided.")


@contextmanager
def phone(chromium: Chromium, url: str, **context: Any) -> Iterator[Phone]:
    """Somebody's phone, which has nothing to complain about when it is put away."""
    with desk(chromium, url, **PHONE, **context) as at:
        yield Phone(at)
        assert at.complaints == []
