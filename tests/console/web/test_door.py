"""Signing in and out over HTTP: who comes in, who is turned away, what is said to whom."""

from __future__ import annotations

import re

import pyotp
import pytest

from console.accounts import demo
from console.accounts.lockout import PAIR_LIMIT
from console.settings import Settings
from console.web.server import web_serving
from ledger.actor import Actor, Role
from tests.console.web.browser import Browser
from tests.console.web.conftest import PASSWORD, PEOPLE, Console, SignedIn

_SYSTEM = Actor("tests", "tests", Role.SYSTEM)
# path → roles that may open it
PAGES = {
    "/": set(PEOPLE.values()),
    "/account": set(PEOPLE.values()),
    "/booth": {Role.OFFICER, Role.SECOND_OFFICER, Role.SUPERVISOR},
    "/booth/cases": {Role.OFFICER, Role.SECOND_OFFICER, Role.SUPERVISOR, Role.AUDITOR},
    "/accounts": {Role.ADMINISTRATOR},
}


@pytest.mark.parametrize("name", PEOPLE)
def test_every_role_opens_its_pages_and_no_others(signed_in: SignedIn, name: str) -> None:
    opened = signed_in(name)
    for path, roles in PAGES.items():
        answer = opened.get(path)
        assert answer.status == (200 if PEOPLE[name] in roles else 403), (name, path)


@pytest.mark.parametrize("path", [*PAGES, "/state", "/neutral", "/booth/cases/x", "/booth/cases/x/record"])
def test_strangers_are_sent_to_the_door(browser: Browser, path: str) -> None:
    assert browser.get(path).path.startswith("/login")
    assert browser.get("/events?topic=state").status == 401


def test_after_signing_in_people_are_where_they_wanted_to_be(browser: Browser) -> None:
    page = browser.get("/booth/cases?view=awaiting")
    fields = {
        "form_token": page.hidden("form_token"),
        "back": page.hidden("back"),
        "name": "sari",
        "password": PASSWORD,
    }
    assert browser.post("/login", fields).path == "/booth/cases?view=awaiting"


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "/\x01", "javascript:x"])
def test_nobody_is_led_elsewhere(console: Console, back: str) -> None:
    browser = Browser(console.url)
    token = browser.get("/login").hidden("form_token")
    fields = {"form_token": token, "back": back, "name": "sari", "password": PASSWORD}
    answer = browser.post("/login", fields, follow=False)
    assert (answer.status, answer.headers["location"]) == (303, "/")
    assert browser.get("/language/en?back=//evil.example", follow=False).headers["location"] == "/"


def test_cookies_are_out_of_reach_and_the_session_is_a_new_one(console: Console) -> None:
    browser = Browser(console.url)
    browser.cookies["lintas_session"] = "chosen-by-somebody-else"
    token = browser.get("/login").hidden("form_token")
    answer = browser.post("/login", {"form_token": token, "name": "sari", "password": PASSWORD}, follow=False)
    kept = answer.headers["set-cookie"]
    assert "HttpOnly" in kept
    assert "SameSite=strict" in kept
    assert browser.cookies["lintas_session"] != "chosen-by-somebody-else"


def test_with_https_cookies_are_kept_to_it(console: Console) -> None:
    browser = Browser(console.url)
    answer = browser.get("/login", headers={"X-Forwarded-Proto": "https"})
    assert answer.headers["set-cookie"].startswith("__Host-lintas_door=")
    assert "Secure" in answer.headers["set-cookie"]
    assert "strict-transport-security" in answer.headers


def test_wrong_and_unknown_are_told_alike_and_then_locked(console: Console) -> None:
    roster = console.house.accounts.roster
    roster.create("terkunci", Role.OFFICER, _SYSTEM, password=PASSWORD)
    browser = Browser(console.url)
    said = {browser.sign_in(name, "wrong").says for name in ("terkunci", "nobody-of-that-name")}
    assert len({text.replace("terkunci", "").replace("nobody-of-that-name", "") for text in said}) == 1
    answers = [browser.sign_in("terkunci", "wrong") for _ in range(PAIR_LIMIT - 1)]
    assert {answer.status for answer in answers} == {401}
    locked = browser.sign_in("terkunci", PASSWORD)
    assert locked.status == 429
    assert re.search(r"Try again in \d+ seconds", locked.says)
    assert browser.sign_in("sari", PASSWORD).status == 200


def test_a_temporary_password_opens_only_the_page_that_changes_it(console: Console) -> None:
    _, given = console.house.accounts.roster.create("baru", Role.OFFICER, _SYSTEM)
    browser = Browser(console.url)
    assert browser.sign_in("baru", given).path == "/account/password"
    assert browser.get("/booth").path == "/account/password"
    new = {"old_password": given, "new_password": "angin laut utara 77", "new_password_again": "angin laut utara 77"}
    wrong = {**new, "new_password_again": "angin laut utara 78"}
    assert "differ" in browser.form("/account/password", "/account/password", wrong).says
    assert browser.form("/account/password", "/account/password", new).path == "/account?done=password_changed"
    assert browser.get("/booth").status == 200


def test_one_time_codes_from_beginning_to_end(console: Console) -> None:
    console.house.accounts.roster.create("kode", Role.OFFICER, _SYSTEM, password=PASSWORD)
    browser = Browser(console.url)
    browser.sign_in("kode", PASSWORD)
    page = browser.get("/account/codes")
    assert "<svg" in page.text
    totp = pyotp.TOTP(page.hidden("secret"))
    fields = {"form_token": page.hidden("form_token"), "secret": totp.secret, "code": "000000"}
    assert browser.post("/account/codes", fields).status == 400
    assert browser.post("/account/codes", {**fields, "code": totp.now()}).path == "/account?done=codes_begun"
    other = Browser(console.url)
    half = other.sign_in("kode", PASSWORD)
    assert half.path.startswith("/login/code")
    assert other.get("/booth").path.startswith("/login")
    code = {"form_token": half.hidden("form_token"), "code": totp.now()}
    assert other.post("/login/code", code).status == 401  # used already when codes were begun
    account = console.house.accounts.roster.get("kode")
    later = totp.at((account.code_last_step + 1) * 30)
    assert other.post("/login/code", {**code, "code": later}).path == "/"
    assert other.form("/account", "/account/codes/end", {"password": "wrong"}).status == 400
    assert other.form("/account", "/account/codes/end", {"password": PASSWORD}).path == "/account?done=codes_ended"


def test_signing_out_ends_it_also_for_the_back_button(signed_in: SignedIn) -> None:
    opened = signed_in("dewi")
    page = opened.get("/booth")
    assert page.headers["cache-control"] == "no-store"
    kept = dict(opened.cookies)
    assert opened.form("/", "/logout", {}).path == "/login?done=signed_out"
    opened.cookies.update(kept)
    assert opened.get("/booth").path.startswith("/login")


def test_an_expired_session_says_so_and_leads_back(console: Console) -> None:
    browser = Browser(console.url)
    browser.cookies["lintas_session"] = "of-yesterday"
    answer = browser.get("/booth")
    assert answer.path == "/login?back=%2Fbooth&done=session_over"
    assert "session has ended" in answer.says


def test_administrators_make_change_and_close_accounts(console: Console, signed_in: SignedIn) -> None:
    root = signed_in("root")
    made = root.form("/accounts", "/accounts/new", {"name": "rina", "role": "officer"})
    (given,) = re.findall(r'handover"><code>([^<]+)', made.text)
    person = Browser(console.url)
    assert person.sign_in("rina", given).path == "/account/password"
    assert root.form("/accounts", "/accounts/new", {"name": "rina", "role": "officer"}).status == 400
    assert root.form("/accounts", "/accounts/new", {"name": "x2", "role": "system"}).status == 400
    root.form("/accounts", "/accounts/rina", {"what": "role", "role": "trainer"})
    assert console.house.accounts.roster.get("rina").role is Role.TRAINER
    root.form("/accounts", "/accounts/rina", {"what": "disable"})
    assert person.get("/account").path.startswith("/login")
    assert "last administrator" in root.form("/accounts", "/accounts/root", {"what": "disable"}).says.lower()
    assert root.form("/accounts", "/accounts/rina", {"what": "explode"}).status == 400


def test_the_language_is_kept(browser: Browser) -> None:
    assert '<html lang="en"' in browser.get("/login").text
    assert '<html lang="id"' in browser.get("/language/id?back=/login").text
    assert "Kata sandi" in browser.get("/login").says
    browser.cookies.clear()
    assert '<html lang="id"' in browser.get("/login", headers={"Accept-Language": "fr"}).text


def test_a_demonstration_says_so_on_every_page(console: Console) -> None:
    settings = Settings(web_listen="127.0.0.1:0")
    with web_serving(console.house, settings, console.grpc_address, is_demo=True) as url:
        browser = Browser(url)
        page = browser.get("/login")
        assert "demo-auditor" in page.says
        assert demo.PASSWORD in page.says
        assert "Demonstration." in browser.sign_in("demo-auditor", demo.PASSWORD).says
        assert "Demonstration." in browser.get("/booth/cases").says
    assert Browser(console.url).sign_in("demo-auditor", demo.PASSWORD).status == 401
    assert "Demonstration." not in Browser(console.url).get("/login").says
