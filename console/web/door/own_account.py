"""One's own account: password and one-time codes."""

from __future__ import annotations

import io
from typing import Final

import segno
from markupsafe import Markup
from starlette.responses import Response

from console.accounts.one_time_code import enrolment_uri, new_secret
from console.accounts.password import SHORTEST
from console.web.navigation import ROLE_NAMES
from console.web.page import EVERYBODY, page
from console.web.visit import Visit
from ledger.errors import LintasError


def _account(visit: Visit) -> Response:
    account = visit.who.account
    return visit.page("door/account.html", account=account, role_name=ROLE_NAMES[account.role], error=None)


def _password(visit: Visit) -> Response:
    error = None
    if visit.request.method == "POST":
        form = visit.form
        try:
            if form.raw("new_password") != form.raw("new_password_again"):
                return _password_page(visit, None, differ=True)
            visit.world.roster.change_password(visit.who, form.raw("old_password"), form.raw("new_password"))
            return visit.go("/account", done="password_changed")
        except LintasError as refused:
            error = refused
    return _password_page(visit, error)


def _password_page(visit: Visit, error: LintasError | None, *, differ: bool = False) -> Response:
    return visit.page(
        "door/password.html",
        status=400 if error or differ else 200,
        must=visit.who.account.must_change_password,
        shortest=SHORTEST,
        error=error,
        differ=differ,
    )


def _codes(visit: Visit) -> Response:
    """Show a fresh secret; it counts only once a code of it comes back."""
    if visit.request.method == "GET":
        return _codes_page(visit, new_secret())
    secret = visit.form.text("secret")
    try:
        visit.world.roster.use_codes(visit.who, secret, visit.form.text("code"))
    except (LintasError, ValueError):  # ValueError: a secret that is no base 32, so none of ours
        return _codes_page(visit, secret if secret.isalnum() else new_secret(), is_wrong=True)
    return visit.go("/account", done="codes_begun")


def _codes_page(visit: Visit, secret: str, *, is_wrong: bool = False) -> Response:
    groups = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    qr = _qr(enrolment_uri(secret, visit.who.account.name))
    values = {"secret": secret, "groups": groups, "qr": qr, "is_wrong": is_wrong}
    return visit.page("door/codes.html", status=400 if is_wrong else 200, **values)


def _qr(text: str) -> Markup:
    drawn = io.BytesIO()
    segno.make(text, error="m").save(
        drawn, kind="svg", xmldecl=False, svgns=True, border=2, dark="#000", light="#fff", svgclass="qr", omitsize=True
    )
    return Markup(drawn.getvalue().decode())  # noqa: S704 - drawn by us: no text of anybody is in it


def _drop_codes(visit: Visit) -> Response:
    try:
        visit.world.roster.drop_codes(visit.who, visit.form.raw("password"))
    except LintasError as error:
        account = visit.who.account
        role_name = ROLE_NAMES[account.role]
        return visit.page("door/account.html", status=400, account=account, role_name=role_name, error=error)
    return visit.go("/account", done="codes_ended")


OWN_ROUTES: Final = (
    page("/account", _account, roles=EVERYBODY),
    page("/account/password", _password, roles=EVERYBODY, methods=("GET", "POST")),
    page("/account/codes", _codes, roles=EVERYBODY, methods=("GET", "POST")),
    page("/account/codes/end", _drop_codes, roles=EVERYBODY, methods=("POST",)),
)
