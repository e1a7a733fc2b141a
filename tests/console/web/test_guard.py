"""What stands before every page: headers, form tokens, limits, and faults that tell nothing of the inside."""

from __future__ import annotations

import gzip
import http.client
import json
import re
import socket
from urllib.parse import urlsplit

import pytest

from console.web.messages import WEB
from console.web.security import CONTENT_SECURITY_POLICY
from tests.console.web.browser import Browser
from tests.console.web.conftest import PASSWORD, Console, SignedIn


@pytest.mark.parametrize("path", ["/login", "/nowhere", "/healthz", "/booth", "/static/x/none.css", "/favicon.ico"])
def test_every_answer_carries_the_headers(browser: Browser, path: str) -> None:
    headers = browser.get(path, follow=False).headers
    assert headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"
    assert "server" not in headers


def test_assets_are_kept_for_good_under_their_own_name(browser: Browser) -> None:
    page = browser.get("/login")
    (style,) = re.findall(r'href="(/static/[^"]+\.css)"', page.text)
    answer = browser.get(style)
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"].startswith("text/css")
    assert browser.get(style.replace(style.split("/")[2], "old")).headers["cache-control"] == "no-cache"
    assert browser.get(style.replace("lintas.css", "../app.py")).status == 404


def test_style_and_first_page_are_small(browser: Browser) -> None:
    styles = sum(path.stat().st_size for path in (WEB / "static").rglob("*.css"))
    assert styles < 30_000
    page = browser.get("/login", headers={"Accept-Encoding": "gzip"})
    html = gzip.decompress(page.body).decode()
    paths = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', html))
    scripts = {
        f"{next(p for p in paths if p.endswith('.js')).rpartition('/')[0]}/{name}.js"
        for name in ("swap", "follow", "idle", "shield", "keys")
    }
    whole = len(page.body) + sum(len(browser.get(p, headers={"Accept-Encoding": "gzip"}).body) for p in paths | scripts)
    assert whole <= 100_000


FORGED = [
    ("no token", {}, {}),
    ("wrong token", {"form_token": "x.y"}, {}),
    ("empty token", {"form_token": ""}, {}),
    ("another site's form", {"form_token": "own"}, {"Sec-Fetch-Site": "cross-site"}),
    ("another origin", {"form_token": "own"}, {"Origin": "https://evil.example"}),
    ("no origin that can be named", {"form_token": "own"}, {"Origin": "null"}),
]


@pytest.mark.parametrize(("how", "fields", "headers"), FORGED, ids=[each[0] for each in FORGED])
@pytest.mark.parametrize("path", ["/logout", "/booth/examine", "/account/password", "/booth/cases/x/decide"])
def test_forged_forms_change_nothing(
    officer: Browser, path: str, how: str, fields: dict[str, str], headers: dict[str, str]
) -> None:
    if fields.get("form_token") == "own":
        fields = {"form_token": officer.get("/account").hidden("form_token")}
    answer = officer.post(path, fields, headers=headers, follow=False)
    assert answer.status == 403, how
    assert officer.get("/account").path == "/account"


def test_a_token_of_somebody_else_is_worth_nothing(signed_in: SignedIn) -> None:
    one, other = signed_in("sari"), signed_in("dewi")
    token = one.get("/account").hidden("form_token")
    assert other.post("/logout", {"form_token": token}, follow=False).status == 403


def test_another_sessions_id_is_of_no_use_without_its_form_token(signed_in: SignedIn) -> None:
    one, other = signed_in("sari"), signed_in("dewi")
    token = other.get("/account").hidden("form_token")
    other.cookies.update(one.cookies)
    assert other.post("/logout", {"form_token": token}, follow=False).status == 403


def test_signing_in_by_a_forged_form_is_refused(browser: Browser) -> None:
    assert browser.post("/login", {"name": "sari", "password": PASSWORD}, follow=False).status == 403
    other = Browser(browser.url)
    token = other.get("/login").hidden("form_token")
    assert browser.post("/login", {"name": "sari", "password": PASSWORD, "form_token": token}).status == 403


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/json", b"{}", 415),
        ("text/plain", b"form_token=x", 415),
        ("multipart/form-data", b"no boundary", 400),
        ("multipart/form-data; boundary=x", b"--x\r\nnonsense", 403),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\nv\r\n--x--", 400),
        ("application/x-www-form-urlencoded", b"%ff%fe=%00", 403),
        ("application/x-www-form-urlencoded", b"&".join(b"a=1" for _ in range(5000)), 400),
    ],
)
def test_what_is_no_form_is_told_so(officer: Browser, kind: str, body: bytes, status: int) -> None:
    answer = officer._send("POST", "/booth/examine", body, {"Content-Type": kind}, follow=False)
    assert answer.status == status
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(("path", "mebibytes"), [("/booth/examine", 11), ("/logout", 1), ("/login", 40)])
def test_too_much_is_refused(officer: Browser, path: str, mebibytes: int) -> None:
    fields = {"form_token": officer.get("/account").hidden("form_token")}
    answer = officer.post(path, fields, files={"image": ("page.jpg", b"x" * (mebibytes << 20))}, follow=False)
    assert answer.status == 413
    assert "too large" in answer.says


def test_too_much_is_refused_also_when_its_length_is_not_told(officer: Browser) -> None:
    where = urlsplit(officer.url)
    connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=30)
    start = b'--x\r\nContent-Disposition: form-data; name="image"; filename="a"\r\n\r\n'
    pieces = (piece for piece in [start, *[b"x" * 65536] * 400])
    headers = {"Content-Type": "multipart/form-data; boundary=x", "Cookie": cookie(officer)}
    try:
        connection.request("POST", "/booth/examine", pieces, headers, encode_chunked=True)
        with connection.getresponse() as response:
            assert response.status == 413
    except (BrokenPipeError, ConnectionResetError):
        pass  # closed while we were still sending: refused as well
    finally:
        connection.close()


def test_half_a_request_keeps_nobody_waiting(console: Console, browser: Browser) -> None:
    where = urlsplit(console.url)
    with socket.create_connection((where.hostname, where.port)) as slow:
        slow.sendall(b"POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\nform")
        assert browser.get("/login").status == 200


@pytest.mark.parametrize(
    "path", ["/nowhere", "/booth/cases/%00", "/booth/cases/..%2f..", "/%ff", "/booth/cases/x?page=%00"]
)
def test_faults_are_pages_without_traces(officer: Browser, path: str) -> None:
    answer = officer.get(path)
    assert answer.status in {400, 404}
    assert "Traceback" not in answer.text
    assert "console/web" not in answer.text
    assert 'id="fault"' in answer.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_other_methods_are_refused(officer: Browser, method: str) -> None:
    answer = officer._send(method, "/booth", b"", {}, follow=False)
    assert answer.status == 405


def test_health_is_for_machines(browser: Browser) -> None:
    assert json.loads(browser.get("/healthz").body) == {"service": True, "list_entries": 5, "list_old": False}


def test_events_say_only_that_something_changed(console: Console, officer: Browser) -> None:
    where = urlsplit(console.url)
    connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=20)
    connection.request("GET", "/events?topic=state&topic=cases", headers={"Cookie": cookie(officer)})
    stream = connection.getresponse()
    assert stream.headers["content-type"].startswith("text/event-stream")
    assert event(stream)["event"] == "open"
    fields = {"request_id": "11111111-2222-3333", "mrz_lines": "P<IDNSANTOSO<<BUDI<<<<<<<<<<<<<<<<<<<<<<<<<<"}
    officer.form("/booth", "/booth/examine", fields)
    told = event(stream)
    assert told["event"] == "changed"
    assert json.loads(told["data"])["topic"] == "cases"
    assert "SANTOSO" not in told["data"]
    connection.close()


def test_nobody_follows_what_is_not_theirs(signed_in: SignedIn) -> None:
    trainer = signed_in("tono")
    assert trainer.get("/events?topic=cases").status == 403
    assert trainer.get("/events?topic=case:x").status == 403
    assert trainer.get("/events?topic=everything").status == 403
    assert trainer.get("/events?" + "&".join("topic=state" for _ in range(11))).status == 403


def cookie(browser: Browser) -> str:
    return "; ".join(f"{name}={value}" for name, value in browser.cookies.items())


def event(stream: http.client.HTTPResponse) -> dict[str, str]:
    found: dict[str, str] = {}
    while line := stream.readline().decode().rstrip("\n"):
        name, _, value = line.partition(": ")
        found[name] = value
    return found
