"""Pictures of every page of every face, in both languages and at both widths: `python -m tests.console.web.pictures`.

Each face gives a contact sheet a language and width; the few pages that documents show stand beside them in full size.
`--face classroom` takes one face alone; `--raw FOLDER` also keeps every picture as it is, for looking closely.
"""

from __future__ import annotations

import argparse
import io
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import BrowserContext, Page, sync_playwright

from console.client import connected, new_request_id
from console.server import serving
from console.settings import Settings
from console.web.server import web_serving
from console.wiring import open_house
from ledger.actor import Actor, Role
from ledger.sql import Database
from lintas.v1 import watchlist_pb2
from tests.console.web.conftest import PASSWORD, PEOPLE, ROOT, SAMPLES
from tests.console.web.contact_sheet import full, sheet
from tests.console.web.insight_filled import fill
from tests.console.web.people_at_work import Desk
from tests.console.web.picture_walks import WALKS
from tests.verifier.insight.months import month
from tests.verifier.people import draft, key
from verifier.sql import SqlCaseStore

OUT = ROOT / "docs/img"
WIDTHS: dict[str, dict[str, Any]] = {
    "wide": {"viewport": {"width": 1280, "height": 800}},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
}
LOCALES = {"id": "id-ID", "en": "en-GB"}
_ALL = ("en_wide", "id_phone", "id_wide", "en_phone")
# shown by README.md and docs: face, page, language, width
SHOWN = {
    ("booth", "case_refer", "en", "wide"),
    ("booth", "booth", "id", "wide"),
    ("booth", "case_protect", "en", "wide"),
    ("booth", "awaiting", "en", "wide"),
    ("classroom", "open", "en", "wide"),
    ("classroom", "preview", "id", "wide"),
    ("classroom", "join_wall", "en", "wide"),
}
_LOAD = "for (const each of document.images) if (each.offsetParent) each.removeAttribute('loading')"
_LOADED = "[...document.images].every((each) => each.complete || !each.offsetParent)"
_PATIENCE = 400
_SYSTEM = Actor("pictures", "pictures", Role.SYSTEM)


@contextmanager
def a_console() -> Iterator[str]:
    """Everything that a page can show: a demo list, a month of cases, a classroom."""
    with tempfile.TemporaryDirectory() as folder:
        database_url = f"sqlite:///{folder}/lintas.sqlite"
        settings = Settings(
            database_url=database_url,
            training=True,
            training_file=f"{folder}/training.sqlite",
            listen="127.0.0.1:0",
            web_listen="127.0.0.1:0",
            import_needs_review=False,
            reading_workers=1,
        )
        with open_house(settings) as house, serving(house, settings) as address:
            for name, role in PEOPLE.items():
                house.accounts.roster.create(name, role, _SYSTEM, password=PASSWORD)
            header = watchlist_pb2.ImportHeader(request_id=new_request_id(), list_id="demo", source="lintas-csv")
            with connected(address, Actor("pictures", "pictures", Role.SUPERVISOR)) as client:
                client.import_entries(header, [[(SAMPLES / "demo_watchlist.csv").read_bytes()]])
            with Database(database_url) as database:
                store = SqlCaseStore(database)
                for number, case in enumerate(month()):
                    store.record(case, draft(case), key(number))
            fill(house)
            with web_serving(house, settings, address) as url:
                yield url


@dataclass(slots=True)
class Album:
    """Pictures of one face, in one language and at one width."""

    taken: list[tuple[str, Image.Image]] = field(default_factory=list)

    def keep(self, page: Page, name: str) -> None:
        """The whole page, once its pictures are there."""
        page.mouse.move(0, 0)
        page.evaluate(_LOAD)
        for _ in range(_PATIENCE):  # not wait_for_function: its polling is eval, which the pages' policy refuses
            if page.evaluate(_LOADED):
                break
            page.wait_for_timeout(200)
        page.wait_for_timeout(200)
        self.taken.append((name, Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")))


class Photographer:
    """Opens a browser for each person of a walk, at the same width and in the same language."""

    def __init__(self, chromium: Chromium, url: str, context: dict[str, Any]) -> None:
        self._chromium, self._url, self._context = chromium, url, context
        self._open: list[BrowserContext] = []
        self.album = Album()
        self.is_wide = not context.get("is_mobile")

    def person(self, name: str = "", **changes: Any) -> Desk:
        """Somebody at a browser of their own; signed in where there is a name."""
        opened = self._chromium.new_context(**self._context | changes)
        self._open.append(opened)
        at = Desk(opened.new_page(), self._url)
        at.page.set_default_timeout(60000)
        if name:
            at.sign_in(name)
        return at

    def keep(self, at: Desk, name: str) -> None:
        """Take a picture of what they see."""
        self.album.keep(at.page, name)

    def close(self) -> None:
        """Everybody goes home."""
        for each in self._open:
            each.close()


def take(faces: list[str], only: list[str], raw: Path | None) -> None:
    """All of them; `only` are languages with widths, such as `en_phone`."""
    with a_console() as url, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for asked in only:
            language, _, width = asked.partition("_")
            context = {**WIDTHS[width], "locale": LOCALES[language]}
            for face in faces:
                _face(face, WALKS[face], Photographer(chromium, url, context), language, width, raw)
        if "booth" in faces and "id_wide" in only:
            _by_night(Photographer(chromium, url, {**WIDTHS["wide"], "locale": "id-ID", "color_scheme": "dark"}))
        chromium.close()


def _by_night(at: Photographer) -> None:
    sari = at.person("sari")
    sari.examine("04_watchlisted.jpg")
    at.keep(sari, "case_refer_dark")
    full(at.album.taken[0][1], OUT / "console_case_refer_dark.png")
    at.close()


def _face(
    face: str,
    walk: Callable[[Photographer], None],
    at: Photographer,
    language: str,
    width: str,
    raw: Path | None,
) -> None:
    walk(at)
    at.close()
    sheet(at.album.taken, OUT / f"console_{face}_{language}_{width}.webp", is_wide=width == "wide")
    for name, image in at.album.taken:
        if (face, name, language, width) in SHOWN:
            full(image, OUT / f"console_{name}_{language}_{width}.png")
        if raw is not None:
            raw.mkdir(parents=True, exist_ok=True)
            image.save(raw / f"{face}_{name}_{language}_{width}.png")
    print(f"{face} {language} {width}: {len(at.album.taken)} pages", flush=True)  # noqa: T201 - what it is run for


def main() -> None:
    """Take them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--face", choices=list(WALKS), action="append", help="only this one")
    parser.add_argument("--only", choices=_ALL, action="append", help="only this language and width")
    parser.add_argument("--raw", type=Path, help="folder for every single picture")
    asked = parser.parse_args()
    take(asked.face or list(WALKS), asked.only or list(_ALL), asked.raw)


if __name__ == "__main__":
    main()
