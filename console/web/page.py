"""One page: who may see it, what it accepts, and the checks that stand before every one of them."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Final
from urllib.parse import urlencode, urlsplit

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from console.accounts.account import ROLES
from console.accounts.session import Visitor, fits_form
from console.web import cookies
from console.web.faults import fault_page
from console.web.form import read_form
from console.web.limit import bounded
from console.web.visit import Visit
from console.web.world import World
from ledger.actor import Role

Handler = Callable[[Visit], Response]
EVERYBODY: Final = frozenset(ROLES)
_SMALL_BYTES: Final = 64 * 1024
_CHANGE_PASSWORD: Final = "/account/password"  # noqa: S105 - a path
LANGUAGES: Final = ("id", "en")


class Page:
    """Knows who visits, refuses who may not, reads the form, runs the handler on a worker thread."""

    def __init__(self, handler: Handler, *, roles: Collection[Role] | None, largest_body_bytes: int) -> None:
        """`roles` None is open to everybody, also without an account."""
        self._handler = handler
        self._roles = frozenset(roles) if roles is not None else None
        self._largest_body_bytes = largest_body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, bounded(receive, self._largest_body_bytes), send)
        try:
            response = await self._answer(request)
        except Exception as error:  # whatever it is, the visitor gets a page and the log no personal data
            response = await to_thread.run_sync(fault_page, _stranger(request), error)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        world: World = request.app.state.world
        token = cookies.secret(request, cookies.SESSION)
        visitor = await to_thread.run_sync(world.gate.visitor, token)
        if self._roles is not None and (turned_away := self._turned_away(request, visitor)):
            return turned_away
        # before signing in, forms are tied to a cookie that is only for that
        door = "" if visitor else cookies.secret(request, cookies.DOOR) or secrets.token_urlsafe(32)
        visit = Visit(world, request, language_of(request), token if visitor else door, visitor)
        if request.method == "POST":
            _check_same_site(request)
            form = await read_form(request)
            if not fits_form(visit.token, form.raw("form_token")):
                raise HTTPException(403, "form")
            visit = replace(visit, form=form)
        response = await to_thread.run_sync(self._handler, visit)
        if door:
            cookies.set_secret(response, request, cookies.DOOR, door)
        return response

    def _turned_away(self, request: Request, visitor: Visitor | None) -> Response | None:
        if visitor is None:
            where = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            back = {"back": where} if request.method == "GET" and where != "/" else {}
            ended = {"done": "session_over"} if cookies.secret(request, cookies.SESSION) else {}
            query = urlencode(back | ended)
            return RedirectResponse(f"/login?{query}" if query else "/login", status_code=303)
        if visitor.account.must_change_password and request.url.path not in {_CHANGE_PASSWORD, "/logout"}:
            return RedirectResponse(_CHANGE_PASSWORD, status_code=303)
        if visitor.account.role not in (self._roles or ()):
            raise HTTPException(403, "role")
        return None


def _stranger(request: Request) -> Visit:
    """For faults: whoever it is, the page shows nothing of theirs."""
    return Visit(request.app.state.world, request, language_of(request), "")


def page(
    path: str,
    handler: Handler,
    *,
    roles: Collection[Role] | None,
    methods: Collection[str] = ("GET",),
    largest_body_bytes: int = _SMALL_BYTES,
) -> Route:
    """A route to a page. `roles` None is open to everybody."""
    return Route(
        path,
        Page(handler, roles=roles, largest_body_bytes=largest_body_bytes),
        methods=list(methods),
        name=f"{handler.__module__}.{handler.__name__}",
    )


def language_of(request: Request) -> str:
    """As chosen; else English for browsers that ask for English before Indonesian; else Indonesian."""
    chosen = request.cookies.get(cookies.LANGUAGE, "")
    if chosen in LANGUAGES:
        return chosen
    for part in request.headers.get("accept-language", "").lower().split(","):
        tag = part.partition(";")[0].strip().partition("-")[0]
        if tag in LANGUAGES:
            return tag
    return "id"


def _check_same_site(request: Request) -> None:
    """Browsers say where a form came from; ours come from here."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise HTTPException(403, "form")
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host", ""):
        raise HTTPException(403, "form")
