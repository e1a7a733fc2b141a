"""The first page, the language switch, the state of the system, and the neutral view without script."""

from __future__ import annotations

from typing import Final

from starlette.responses import RedirectResponse, Response

from console.web import cookies
from console.web.page import EVERYBODY, LANGUAGES, page
from console.web.visit import Visit, own_path


def _start(visit: Visit) -> Response:
    """What there is to do for this role."""
    return visit.page("door/start.html")


def _language(visit: Visit) -> Response:
    """Keep the choice, and go back to where the visitor was."""
    language = visit.request.path_params["language"]
    response = RedirectResponse(own_path(visit.ask("back")), status_code=303)
    if language in LANGUAGES:
        cookies.set_choice(response, visit.request, cookies.LANGUAGE, language)
    return response


def _state(visit: Visit) -> Response:
    """The banner alone: open pages fetch it when the state changed."""
    return visit.page("state.html")


def _neutral(visit: Visit) -> Response:
    """A page that reveals nothing, for who has no script."""
    return visit.page("neutral.html", back=own_path(visit.ask("back")))


START_ROUTES: Final = (
    page("/", _start, roles=EVERYBODY),
    page("/language/{language}", _language, roles=None),
    page("/state", _state, roles=EVERYBODY),
    page("/neutral", _neutral, roles=EVERYBODY),
)
