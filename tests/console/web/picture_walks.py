"""What is opened, pressed and filled in so that every page of a face is seen once, filled as in life."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from tests.console.web.people_at_work import Desk

_BOY = "boy_with_uncle"


class At(Protocol):
    """Somebody who takes pictures."""

    def person(self, name: str = "", **changes: object) -> Desk:
        """At a browser of their own."""

    def keep(self, at: Desk, name: str) -> None:
        """Take one."""


def _visit(at: At, who: Desk, **pages: str) -> None:
    for name, path in pages.items():
        who.open(path)
        at.keep(who, name)


def _unfold(who: Desk, selector: str = "main details") -> None:
    who.page.evaluate("(which) => document.querySelectorAll(which).forEach((each) => (each.open = true))", selector)


def _door(at: At) -> None:
    sari, root, nobody = at.person("sari"), at.person("root"), at.person()
    _visit(at, nobody, login="/login")
    nobody.page.fill("#name", "sari")
    nobody.page.fill("#password", "something else")
    nobody.page.keyboard.press("Enter")
    nobody.page.wait_for_selector(".notice")
    at.keep(nobody, "login_refused")
    _visit(at, sari, start="/", account="/account", password="/account/password", codes="/account/codes")
    _visit(at, root, start_administrator="/", accounts="/accounts")
    _visit(at, sari, not_found="/nowhere")
    sari.open("/booth")
    sari.page.keyboard.press("?")
    sari.page.wait_for_selector("#keys[open]")
    at.keep(sari, "keys")
    sari.page.keyboard.press("Escape")
    sari.page.keyboard.press("F9")
    at.keep(sari, "neutral")


def _booth(at: At) -> None:
    sari, budi = at.person("sari"), at.person("budi")
    for name, sample in (("case_clear", "01_plain_passport.jpg"), ("case_retry", "02_altered_expiry.jpg")):
        sari.examine(sample)
        at.keep(sari, name)
    path = sari.examine("04_watchlisted.jpg")
    _unfold(sari, ".hit details, .checks")
    at.keep(sari, "case_refer")
    sari.page.locator("input[name=outcome][value=hold]").check()
    sari.page.select_option("#reason_code", "AUTHORITY_CALLED")
    sari.page.locator(".decide button.primary").click()
    sari.page.wait_for_selector(".notice.good")
    _visit(at, sari, record=f"{path}/record")
    first = sari.examine("01_plain_passport.jpg")
    sari.page.locator("#cues > summary").click()
    sari.page.locator("input[name=cue][value=TIP-020]").check()
    sari.page.locator("#again button.primary").last.click()
    sari.page.wait_for_url(lambda url: "/booth/cases/" in url and not url.endswith(first))
    sari.page.locator("#journey > summary").click()
    at.keep(sari, "case_protect")
    _visit(at, sari, booth="/booth", cases="/booth/cases")
    _visit(at, budi, awaiting="/booth/cases?view=awaiting")


def _desk(at: At) -> None:
    wati, agus = at.person("wati"), at.person("agus")
    wati.open("/desk/list?list=demo")
    entry = str(wati.page.locator(".list th a").first.get_attribute("href"))
    _visit(at, wati, desk="/desk", search="/desk?q=KOVARICEK", list="/desk/list?list=demo", entry=entry)
    _visit(at, wati, correct=f"{entry}/correct")
    _fill_in(wati)
    at.keep(wati, "new")
    wati.page.locator("form button.primary").last.click()
    wati.page.wait_for_selector(".notice")
    at.keep(wati, "proposed")
    _visit(at, wati, proposals="/desk/proposals")
    waiting = wati.page.locator("#queue a[href^='/desk/proposals/']")
    if waiting.count():
        wati.open(str(waiting.first.get_attribute("href")))
        at.keep(wati, "proposal")
    _visit(at, wati, decided="/desk/proposals?state=approved", namesakes="/desk/namesakes")
    _visit(at, wati, try_a_name="/desk/try?q=KOVARICEK", imports="/desk/import")
    _visit(at, agus, entry_auditor=entry)


def _fill_in(wati: Desk) -> None:
    wati.open("/desk/new")
    for name, value in (
        ("kind", "ENTRY_KIND_PERSON"),
        ("category", "CATEGORY_TRAVEL_BAN"),
        ("action", "ACTION_REFUSE_DEPARTURE"),
        ("confidentiality", "CONFIDENTIALITY_OFFICIAL"),
        ("sex", "SEX_MALE"),
    ):
        wati.page.select_option(f"#{name}", value)
    for name, value in (
        ("authority", "Kejaksaan"),
        ("legal_ground", "UU 6/2011"),
        ("remarks", "-"),
        ("names", "BUDI SANTOSO"),
        ("birth_dates", "1985-03-12"),
        ("birth_places", "CURUP"),
        ("nationalities", "IDN"),
        ("identity_numbers", "1701011203850001"),
        ("documents", "IDN X1234567 P"),
        ("photo_reference", "kejaksaan/1"),
        ("valid_from", "2026-11-20"),
        ("valid_until", "2027-04-20"),
        ("reason", "12/2026"),
    ):
        wati.page.fill(f"#{name}", value)


def _classroom(at: At) -> None:
    tono, melati, dahlia = at.person("tono"), at.person(), at.person()
    _visit(at, tono, open="/classroom/open", library="/classroom/library", lint="/classroom/lint")
    tono.open("/classroom/open")
    tono.page.fill("#count", "99")
    tono.page.locator("button[value=open]").click()
    tono.page.wait_for_selector(".wrong")
    at.keep(tono, "open_refused")
    _visit(at, tono, preview=f"/classroom/library/{_BOY}", pack=f"/classroom/packs?scenario={_BOY}")
    tono.open(f"/classroom/open?scenario={_BOY}&scenario=namesake")
    tono.page.locator("button[value=open]").click()
    tono.page.wait_for_url("**/classroom/sessions/*")
    session, code = tono.page.url.removeprefix(tono.url), tono.page.inner_text(".code")
    at.keep(tono, "session_empty")
    _visit(at, tono, join_wall=f"{session}/join", start="/classroom")
    _visit(at, melati, join=f"/join?code={code}")
    for who, name in ((melati, "Melati"), (dahlia, "Dahlia")):
        who.open(f"/join?code={code}")
        who.page.fill("#nickname", name)
        who.page.locator("main button.primary").click()
        who.page.wait_for_url("**/play*")
    at.keep(melati, "seated")
    tono.open(session)
    tono.page.locator("button[value=next]").click()
    melati.page.wait_for_selector("button[value=scan]")
    dahlia.page.wait_for_selector("button[value=scan]")
    melati.page.locator("button.place").nth(5).click()
    melati.page.wait_for_selector("img.loupe")
    melati.page.locator("button[value=scan]").click()
    melati.page.wait_for_selector("#scan")
    for _ in range(2):
        melati.page.locator(".offers button").first.click()
        melati.page.wait_for_load_state("networkidle")
    at.keep(melati, "play")
    for who, outcome in ((melati, "protect"), (dahlia, "clear")):
        who.page.locator(f"input[name=outcome][value={outcome}]").check()
        who.page.locator("form[action='/play/decide'] button.primary").click()
        who.page.wait_for_selector("#play .notice.good")
    at.keep(melati, "decided")
    _visit(at, melati, debrief="/play/debrief")
    _visit(
        at, tono, session=session, board=f"{session}/board", wall=f"{session}/wall", class_debrief=f"{session}/debrief"
    )
    tono.open(session)
    tono.page.locator("button[value=close]").click()
    tono.page.wait_for_selector("button[value=delete]")
    at.keep(tono, "session_closed")


def _insight(at: At) -> None:
    wati, agus = at.person("wati"), at.person("agus")
    _visit(at, wati, insight="/insight?from=2026-10-01&to=2026-11-01", empty="/insight?from=2020-01-01&to=2020-02-01")
    _visit(at, wati, leads="/insight/leads")
    wati.open(str(wati.page.locator("main a[href^='/insight/leads/']").first.get_attribute("href")))
    at.keep(wati, "lead")
    _visit(at, agus, record="/insight/record")
    agus.page.locator("form[action='/insight/record/verify'] button").click()
    agus.page.wait_for_url("**/verify")
    at.keep(agus, "verified")


WALKS: dict[str, Callable[[At], None]] = {
    "door": _door,
    "booth": _booth,
    "desk": _desk,
    "classroom": _classroom,
    "insight": _insight,
}
