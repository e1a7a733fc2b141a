"""Signing in and out."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlencode

from starlette.responses import RedirectResponse, Response

from console.accounts.demo import NAMES, PASSWORD
from console.accounts.gate import Opened, SignIn, SignInLockedError
from console.web import cookies
from console.web.page import page
from console.web.visit import Visit, own_path
from ledger.errors import LintasError

_UNFIT: Final = re.compile(r"[^A-Za-z0-9._@:-]")
_REFUSED: Final = 401
_LOCKED: Final = 429


def _login(visit: Visit) -> Response:
    if visit.request.method == "GET":
        return RedirectResponse("/", 303) if visit.visitor else _login_page(visit)
    form = visit.form
    attempt = SignIn(form.text("name"), form.raw("password"), _device(visit, form.text("device")), visit.address)
    try:
        opened = visit.world.gate.sign_in(attempt)
    except LintasError as error:
        return _login_page(visit, error)
    where = own_path(form.text("back"))
    if opened.visitor.session.is_code_due:
        where = f"/login/code?{urlencode({'back': where})}"
    response: Response = RedirectResponse(where, 303)
    cookies.set_choice(response, visit.request, cookies.DEVICE, attempt.device_id)
    return _with_session(visit, response, opened)


def _login_page(visit: Visit, error: LintasError | None = None) -> Response:
    device = visit.request.cookies.get(cookies.DEVICE, "")
    return visit.page(
        "door/login.html",
        status=_status(error),
        error=error,
        back=own_path(visit.form.text("back") or visit.ask("back")),
        name=visit.form.text("name"),
        device=visit.form.text("device") or device,
        demo_names=tuple(NAMES) if visit.world.is_demo else (),
        demo_password=PASSWORD,
    )


def _code(visit: Visit) -> Response:
    token = cookies.secret(visit.request, cookies.SESSION)
    if not visit.world.gate.awaits_code(token):
        return RedirectResponse("/login", 303)
    back = own_path(visit.form.text("back") or visit.ask("back"))
    if visit.request.method == "GET":
        return visit.page("door/code.html", error=None, back=back)
    try:
        opened = visit.world.gate.give_code(token, visit.form.text("code"), visit.address)
    except LintasError as error:
        return visit.page("door/code.html", status=_status(error), error=error, back=back)
    return _with_session(visit, RedirectResponse(back, 303), opened)


def _with_session(visit: Visit, response: Response, opened: Opened) -> Response:
    cookies.set_secret(response, visit.request, cookies.SESSION, opened.token)
    return response


def _logout(visit: Visit) -> Response:
    visit.world.gate.sign_out(cookies.secret(visit.request, cookies.SESSION))
    response = visit.go("/login", done="signed_out")
    cookies.drop_secret(response, visit.request, cookies.SESSION)
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def _status(error: LintasError | None) -> int:
    if error is None:
        return 200
    return _LOCKED if isinstance(error, SignInLockedError) or error.reason == "SIGN_IN_BUSY" else _REFUSED


def _device(visit: Visit, text: str) -> str:
    """As named on the form, else as remembered, else by the machine's address."""
    named = text or visit.request.cookies.get(cookies.DEVICE, "") or f"web-{visit.address}"
    return _UNFIT.sub("-", named)[:64]


SIGN_IN_ROUTES: Final = (
    page("/login", _login, roles=None, methods=("GET", "POST")),
    page("/login/code", _code, roles=None, methods=("GET", "POST")),
    page("/logout", _logout, roles=None, methods=("POST",)),
)
