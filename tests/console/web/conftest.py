"""A real service with a real console on free ports, accounts of every role, and a browser where there is one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import sync_playwright

from console.accounts.password import Passwords
from console.client import connected, new_request_id
from console.server import serving
from console.settings import Settings
from console.web.server import web_serving
from console.wiring import House, open_house
from ledger.actor import Actor, Role
from lintas.v1 import watchlist_pb2
from tests.console.web.browser import Browser

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "console/samples"
PASSWORD = "jembatan merah di pagi hari"
PEOPLE = {
    "sari": Role.OFFICER,
    "dewi": Role.OFFICER,
    "budi": Role.SECOND_OFFICER,
    "wati": Role.SUPERVISOR,
    "yuni": Role.SUPERVISOR,
    "tono": Role.TRAINER,
    "agus": Role.AUDITOR,
    "root": Role.ADMINISTRATOR,
}
_SYSTEM = Actor("tests", "tests", Role.SYSTEM)


@dataclass(frozen=True, slots=True)
class Console:
    """Where it is, and the house behind it."""

    url: str
    house: House
    grpc_address: str


@pytest.fixture(scope="module")
def quick_hashing() -> Iterator[None]:
    """The real algorithm with the least work: the tests of accounts measure the rest."""
    with pytest.MonkeyPatch.context() as patch:
        quick = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        patch.setattr("console.wiring.Passwords", lambda _hasher: quick)
        yield


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory, quick_hashing: None) -> Iterator[Console]:
    folder: Path = tmp_path_factory.mktemp("web")
    settings = Settings(
        database_url=f"sqlite:///{folder}/lintas.sqlite",
        listen="127.0.0.1:0",
        web_listen="127.0.0.1:0",
        import_needs_review=False,
        reading_workers=1,
    )
    with open_house(settings) as house, serving(house, settings) as address:
        for name, role in PEOPLE.items():
            house.accounts.roster.create(name, role, _SYSTEM, password=PASSWORD)
        _import_demo_list(address)
        with web_serving(house, settings, address) as url:
            yield Console(url, house, address)


def _import_demo_list(address: str) -> None:
    header = watchlist_pb2.ImportHeader(request_id=new_request_id(), list_id="demo", source="lintas-csv")
    with connected(address, Actor("tests", "tests", Role.SUPERVISOR)) as client:
        client.import_entries(header, [[(SAMPLES / "demo_watchlist.csv").read_bytes()]])


SignedIn = Callable[[str], Browser]


@pytest.fixture
def browser(console: Console) -> Browser:
    return Browser(console.url)


@pytest.fixture
def signed_in(console: Console) -> SignedIn:
    def sign_in(name: str) -> Browser:
        opened = Browser(console.url)
        assert opened.sign_in(name, PASSWORD).path == "/"
        return opened

    return sign_in


@pytest.fixture
def officer(signed_in: SignedIn) -> Browser:
    return signed_in("sari")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    """Debian's chromium, driven by playwright. `LINTAS_CHROMIUM` names another.

    Not for the whole session: while playwright is open, no other test can run an event loop of its own.
    """
    program = os.environ.get("LINTAS_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("no chromium: apt-get install chromium, or name one in LINTAS_CHROMIUM")
    with sync_playwright() as playwright:
        # as root, chromium needs its sandbox off; it shows only pages of ours
        opened = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield opened
        opened.close()
