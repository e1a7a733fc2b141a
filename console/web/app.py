"""The application: every face behind the same headers, limits and error pages."""

from __future__ import annotations

from anyio import to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from console.web import cookies
from console.web.faces import FACES
from console.web.faults import fault_page
from console.web.navigation import may_follow
from console.web.page import language_of
from console.web.security import SecurityHeaders
from console.web.visit import Visit
from console.web.world import World

_MOST_TOPICS = 10


def make_app(world: World) -> ASGIApp:
    """The whole console, ready for a server."""
    app = Starlette(
        routes=[
            Route("/healthz", _health),
            Route("/events", _events),
            Route("/favicon.ico", _favicon),
            Route("/static/{fingerprint}/{name:path}", world.assets.serve),
            *(route for face in FACES for route in face.routes),
        ],
        exception_handlers={HTTPException: _http_fault},
    )
    app.state.world = world
    return SecurityHeaders(GZipMiddleware(app, minimum_size=600))


async def _health(request: Request) -> Response:
    """For machines: 200 while the service can be relied on, 503 while it cannot."""
    state = request.app.state.world.state.current
    body = {"service": state.is_service_up, "list_entries": state.list_entries, "list_old": state.is_list_old}
    return JSONResponse(body, status_code=200 if state.is_service_up else 503)


async def _events(request: Request) -> Response:
    """The one stream of a tab: `?topic=…&topic=…`."""
    world: World = request.app.state.world
    visitor = await to_thread.run_sync(world.gate.visitor, cookies.secret(request, cookies.SESSION))
    topics = request.query_params.getlist("topic")
    if visitor is None:
        return Response(status_code=401)
    if len(topics) > _MOST_TOPICS or not all(may_follow(topic, visitor.account.role) for topic in topics):
        return Response(status_code=403)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(world.hub.stream(topics), media_type="text/event-stream", headers=headers)


async def _favicon(request: Request) -> Response:
    world: World = request.app.state.world
    return Response(status_code=308, headers={"Location": world.assets.url("mark.svg")})


async def _http_fault(request: Request, error: Exception) -> Response:
    visit = Visit(request.app.state.world, request, language_of(request), "")
    return await to_thread.run_sync(fault_page, visit, error)
