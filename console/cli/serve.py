"""`lintas serve`: the service, until somebody stops it."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from console.cli.session import Session, session_of, told_plainly
from console.settings import Settings

if TYPE_CHECKING:
    from console.wiring import House


def serve(
    context: typer.Context,
    listen: Annotated[
        str, typer.Option("--listen", metavar="HOST:PORT", help="Where to listen; see LINTAS_LISTEN.")
    ] = "",
) -> None:
    """Run the gRPC service and the console for browsers until Ctrl-C or SIGTERM; calls in progress are finished."""
    session = session_of(context)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    with told_plainly():
        settings = Settings(**(session.settings.model_dump() | ({"listen": listen} if listen else {})))
        from console.server import ListenError, serving  # noqa: PLC0415 - other commands need no server
        from console.wiring import open_house  # noqa: PLC0415

        try:
            with (
                open_house(settings) as house,
                serving(house, settings) as address,
                posts_or_centre(session, house, settings),
                console_for_browsers(session, house, settings, address),
            ):
                session.err.print(
                    f"gRPC on [bold]{address}[/], {house.lists.entry_count:,} list entries. Ctrl-C stops."
                )
                wait_for_signal(session)
        except ListenError as error:
            session.err.print(f"[red]error:[/] {error}")
            raise typer.Exit(1) from None


@contextmanager
def console_for_browsers(session: Session, house: House, settings: Settings, address: str) -> Iterator[None]:
    """The console beside the service, unless it is switched off. Raises ListenError where its port is taken."""
    if not settings.web_listen:
        yield
        return
    from console.web.server import web_serving  # noqa: PLC0415 - a service without a console need not load it

    with web_serving(house, settings, address) as url:
        session.err.print(f"Console on [bold]{url}[/]")
        if not house.accounts.roster.all():
            session.err.print("No account yet: [bold]lintas account create NAME --role administrator[/]")
        yield


@contextmanager
def posts_or_centre(session: Session, house: House, settings: Settings) -> Iterator[None]:
    """At a post the line to the centre; at a centre that has posts the service for them; else nothing.

    Raises ListenError where the port is taken, LintasError where a key is missing.
    """
    with ExitStack() as stack:
        if settings.sync_listen:
            from console.sync.centre import serving_posts  # noqa: PLC0415 - most services have no posts

            address = stack.enter_context(serving_posts(house.database, settings))
            session.err.print(f"Posts on [bold]{address}[/]")
        if settings.centre:
            from console.sync.post_side import post_line  # noqa: PLC0415 - only a post has a line

            stack.enter_context(
                post_line(
                    house.database,
                    house.list_database,
                    settings,
                    device_id=session.actor.device_id,
                    on_change=house.follow_list,
                    on_replacement=house.replace_list,
                )
            )
            session.err.print(f"Post of the centre at [bold]{settings.centre}[/]")
        yield


def wait_for_signal(session: Session) -> None:
    """Block until SIGINT or SIGTERM."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    # a bare wait() would not let the handler run on some platforms
    while not stop.wait(0.5):
        pass
    session.err.print("Stopping …")
