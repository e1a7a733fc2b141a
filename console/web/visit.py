"""One request of one person, as pages see it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from console.accounts.session import Visitor, form_token
from console.client import Client
from console.web import cookies
from console.web.form import Form
from console.web.navigation import items_for
from console.web.world import World
from ledger.actor import Role
from ledger.text import Text


@dataclass(frozen=True, slots=True)
class Visit:
    """`visitor` is None only on pages that are open to everybody. `token` is the secret that forms are tied to."""

    world: World
    request: Request
    language: str
    token: str
    visitor: Visitor | None = None
    form: Form = field(default_factory=Form)

    @property
    def who(self) -> Visitor:
        """The person who is signed in; only for pages that ask for a role."""
        if self.visitor is None:
            raise RuntimeError("this page is open to everybody: nobody is signed in")
        return self.visitor

    @property
    def role(self) -> Role | None:
        """Their role; None for nobody."""
        return self.visitor.account.role if self.visitor else None

    @property
    def address(self) -> str:
        """Address of their machine."""
        return self.request.client.host if self.request.client else "unknown"

    @contextmanager
    def services(self) -> Iterator[Client]:
        """The services, as this person. Raises ServiceError, which becomes a page by itself."""
        with self.world.client(self.who.actor) as client:
            yield client

    def say(self, text: Text) -> str:
        """In the language of this visit."""
        return text.in_language(self.language)

    def ask(self, name: str) -> str:
        """A value of the query string, '' where it is missing."""
        return self.request.query_params.get(name, "").strip()

    def page(self, template: str, *, status: int = 200, **values: Any) -> Response:
        """A whole page out of a template; all of them know `visit`, `navigation`, `state` and `form_token`."""
        path = self.request.url.path
        shared = {
            "visit": self,
            "language": self.language,
            "visitor": self.visitor,
            "navigation": items_for(self.role),
            "path": path,
            "here": path + (f"?{self.request.url.query}" if self.request.url.query else ""),
            "state": self.world.state.current,
            "is_shielded": self.visitor is not None and self.request.cookies.get(cookies.SHIELD) == "1",
            "done": self.ask("done"),
            "form_token": form_token(self.token),
        }
        html = self.world.renderer.render(self.language, template, shared | values)
        return HTMLResponse(html, status_code=status)

    def go(self, path: str, *, done: str = "") -> Response:
        """On to another page after a form; `done` names a sentence of the layout that says what happened."""
        query = f"?{urlencode({'done': done})}" if done else ""
        return RedirectResponse(path + query, status_code=303)


def own_path(text: str) -> str:
    """A path of this console, or '/' for anything that might lead elsewhere."""
    is_own = text.startswith("/") and not text.startswith("//") and "\\" not in text and text.isprintable()
    return text if is_own else "/"
