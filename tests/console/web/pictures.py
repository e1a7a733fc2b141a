"""Pictures of every page for docs/img, in both languages and both widths: `python -m tests.console.web.pictures`."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from console.client import connected, new_request_id
from console.server import serving
from console.settings import Settings
from console.web.server import web_serving
from console.wiring import open_house
from ledger.actor import Actor, Role
from lintas.v1 import watchlist_pb2
from tests.console.web.conftest import PASSWORD, PEOPLE, ROOT, SAMPLES
from tests.console.web.people_at_work import Desk

OUT = ROOT / "docs/img"
WIDTHS = {"wide": (1366, 850), "phone": (390, 844)}
LOCALES = {"id": "id-ID", "en": "en-GB"}
_SYSTEM = Actor("pictures", "pictures", Role.SYSTEM)
_COLOURS = 208


@contextmanager
def _console() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            database_url=f"sqlite:///{folder}/lintas.sqlite",
            listen="127.0.0.1:0",
            web_listen="127.0.0.1:0",
            import_needs_review=False,
        )
        with open_house(settings) as house, serving(house, settings) as address:
            for name, role in PEOPLE.items():
                house.accounts.roster.create(name, role, _SYSTEM, password=PASSWORD)
            header = watchlist_pb2.ImportHeader(request_id=new_request_id(), list_id="demo", source="lintas-csv")
            with connected(address, Actor("pictures", "pictures", Role.SUPERVISOR)) as client:
                client.import_entries(header, [[(SAMPLES / "demo_watchlist.csv").read_bytes()]])
            with web_serving(house, settings, address) as url:
                yield url


def _keep(page: Page, name: str) -> None:
    """As few colours as it needs: the pages are flat, and the repository stays small."""
    page.mouse.move(0, 0)
    page.wait_for_timeout(250)
    image = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    image.quantize(_COLOURS, dither=Image.Dither.NONE).save(OUT / f"console_{name}.png", optimize=True)


def _officer(at: Desk, keep: Callable[[str], None]) -> None:
    at.open("/login")
    keep("login")
    at.sign_in("sari")
    keep("start")
    at.examine("01_plain_passport.jpg")
    keep("case_clear")
    at.examine("02_altered_expiry.jpg")
    keep("case_retry")
    path = at.examine("04_watchlisted.jpg")
    at.page.evaluate("document.querySelectorAll('.hit details, .checks').forEach((each) => (each.open = true))")
    keep("case_refer")
    at.page.locator("input[name=outcome][value=hold]").check()
    at.page.select_option("#reason_code", "AUTHORITY_CALLED")
    at.page.locator(".decide button.primary").click()
    at.page.wait_for_selector(".notice.good")
    at.open(f"{path}/record")
    keep("record")
    at.open("/booth")
    keep("booth")
    at.page.keyboard.press("?")
    at.page.wait_for_selector("#keys[open]")
    keep("keys")
    at.page.keyboard.press("Escape")
    at.page.keyboard.press("F9")
    keep("neutral")
    at.page.keyboard.press("F9")
    for name, page in (("cases", "/booth/cases"), ("account", "/account"), ("password", "/account/password")):
        at.open(page)
        keep(name)
    at.open("/booth/cases/unknown")
    keep("fault")


def _protect(at: Desk, keep: Callable[[str], None]) -> None:
    first = at.examine("01_plain_passport.jpg")
    at.page.locator("#cues > summary").click()
    at.page.locator("input[name=cue][value=TIP-020]").check()
    at.page.locator("#again button.primary").last.click()
    at.page.wait_for_url(lambda url: "/booth/cases/" in url and not url.endswith(first))
    at.page.locator("#journey > summary").click()
    keep("case_protect")


def _second_and_root(at: Desk, keep: Callable[[str], None]) -> None:
    at.sign_in("budi")
    at.open("/booth/cases?view=awaiting")
    keep("awaiting")
    at.page.context.clear_cookies()
    at.sign_in("root")
    at.open("/accounts")
    keep("accounts")


def main() -> None:
    """Take them all."""
    with _console() as url, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for width, (width_px, height_px) in WIDTHS.items():
            for language, locale in LOCALES.items():
                context = chromium.new_context(viewport={"width": width_px, "height": height_px}, locale=locale)
                at = Desk(context.new_page(), url)

                def keep(name: str, at: Desk = at, ending: str = f"{language}_{width}") -> None:
                    _keep(at.page, f"{name}_{ending}")

                _officer(at, keep)
                _protect(at, keep)
                context.clear_cookies()
                _second_and_root(at, keep)
                context.close()
        dark = chromium.new_context(viewport={"width": 1366, "height": 850}, locale="id-ID", color_scheme="dark")
        at = Desk(dark.new_page(), url)
        at.sign_in("sari")
        at.examine("04_watchlisted.jpg")
        _keep(at.page, "case_refer_dark")
        chromium.close()
    print(f"{len(list(Path(OUT).glob('console_*.png')))} pictures in {OUT}")  # noqa: T201 - what it is run for


if __name__ == "__main__":
    main()
