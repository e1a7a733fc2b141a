"""When something is away, nobody can miss it: the service, the list, the console itself."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect

from console.server import serving
from console.settings import Settings
from console.web.hub import Hub
from console.web.server import web_serving
from console.web.state import Probes, StateWatch
from console.wiring import open_house
from ledger.actor import Actor, Role
from tests.console.web.browser import Browser
from tests.console.web.conftest import PASSWORD, SAMPLES
from tests.console.web.people_at_work import desk
from watchlist.freshness import Freshness, ListAge

_SYSTEM = Actor("tests", "tests", Role.SYSTEM)


class Post:
    """A house whose parts can be taken away one by one."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.settings = Settings(
            database_url=f"sqlite:///{folder}/lintas.sqlite",
            listen="127.0.0.1:0",
            web_listen="127.0.0.1:0",
            reading_workers=1,
            grace_seconds=0,
        )
        self.house = stack.enter_context(open_house(self.settings))
        self.house.accounts.roster.create("sari", Role.OFFICER, _SYSTEM, password=PASSWORD)
        self.service = ExitStack()
        self.address = self.service.enter_context(serving(self.house, self.settings))
        stack.push(self.service)
        self.console = ExitStack()
        self.url = self.console.enter_context(web_serving(self.house, self.settings, self.address))
        stack.push(self.console)

    def open_console_again(self) -> None:
        again = self.settings.model_copy(update={"web_listen": self.url.removeprefix("http://")})
        self.console.enter_context(web_serving(self.house, again, self.address))


def test_a_service_that_is_away_is_told_at_once_and_everywhere(
    tmp_path: Path, chromium: Chromium, quick_hashing: None
) -> None:
    with ExitStack() as stack:
        post = Post(tmp_path, stack)
        with desk(chromium, post.url) as at:
            at.sign_in("sari")
            at.open("/booth")
            expect(at.page.locator("#state")).to_contain_text("The watchlist is empty.")
            post.service.close()
            # the open page hears of it by itself
            expect(at.page.locator("#state")).to_contain_text("The examination service is down.", timeout=15_000)
            at.page.set_input_files("input[name=image]", SAMPLES / "01_plain_passport.jpg")
            expect(at.page.locator("#alerts")).to_contain_text("does not answer", timeout=40_000)
            assert at.page.url.endswith("/booth")
            assert at.complaints == []
        plain = Browser(post.url)
        plain.sign_in("sari", PASSWORD)
        assert plain.get("/healthz").status == 503
        assert plain.get("/booth/cases").status == 503
        assert "Examine documents by hand" in plain.get("/booth").says


def test_a_console_that_is_away_is_told_and_comes_back(tmp_path: Path, chromium: Chromium, quick_hashing: None) -> None:
    with ExitStack() as stack:
        post = Post(tmp_path, stack)
        with desk(chromium, post.url) as at:
            at.sign_in("sari")
            at.open("/booth")
            post.console.close()
            expect(at.page.locator("#alerts")).to_contain_text("has lost the service", timeout=20_000)
            post.open_console_again()
            expect(at.page.locator("#alerts")).to_be_empty(timeout=20_000)
            # nobody has to sign in again: sessions outlive the process
            at.examine()


NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("age_hours", "entries", "is_up", "freshness", "degraded", "unreliable"),
    [
        (1, 5, True, Freshness.FRESH, False, False),
        (47, 5, True, Freshness.FRESH, False, False),
        (49, 5, True, Freshness.FRESH, True, False),
        (1, 5, True, Freshness.STALE, True, False),
        (1, 5, True, Freshness.EXPIRED, True, True),
        (1, 0, True, Freshness.FRESH, True, True),
        (1, 5, False, Freshness.FRESH, True, True),
    ],
)
def test_what_counts_as_degraded(
    age_hours: int, entries: int, freshness: Freshness, *, is_up: bool, degraded: bool, unreliable: bool
) -> None:
    probes = Probes(
        is_service_up=lambda: is_up,
        list_entries=lambda: entries,
        list_changed_at=lambda: NOW - timedelta(hours=age_hours),
        list_age=lambda: ListAge(NOW - timedelta(hours=age_hours), freshness),
        now=lambda: NOW,
    )
    state = StateWatch(probes, Hub(), old_after=timedelta(hours=48)).look()
    assert (state.is_degraded, state.is_unreliable) == (degraded, unreliable)
