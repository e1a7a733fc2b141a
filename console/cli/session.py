"""What every command shares: language, settings, whom it acts for, and a client of the services."""

from __future__ import annotations

import getpass
import json
import os
import re
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated, Final

import typer
from google.protobuf.json_format import MessageToDict
from google.protobuf.message import Message
from pydantic import ValidationError
from rich.console import Console

from console.cli.plain import plain
from console.client import Client, ServiceError, connected
from console.settings import Settings
from ledger.actor import Actor, Role
from ledger.errors import LintasError
from ledger.text import Text

Server = Annotated[
    str,
    typer.Option(
        "--server",
        envvar="LINTAS_SERVER",
        metavar="HOST:PORT",
        help="Ask this service. Without it, the command does the work itself on the same data base.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Canonical JSON, one object a line, for machines.")]
_UNFIT: Final = re.compile(r"[^A-Za-z0-9._@:-]")


@dataclass(slots=True)
class Session:
    """Set up once for a command, from the options before its name."""

    settings: Settings
    language: str
    role: Role
    out: Console
    err: Console

    def say(self, text: Text) -> str:
        """The sentence in the chosen language."""
        return text.in_language(self.language)

    @property
    def actor(self) -> Actor:
        """Device and officer of the command line: host and account name, or LINTAS_DEVICE and LINTAS_OFFICER."""
        device = os.environ.get("LINTAS_DEVICE") or socket.gethostname()
        officer = os.environ.get("LINTAS_OFFICER") or _account()
        return Actor(_UNFIT.sub("-", device)[:64] or "cli", _UNFIT.sub("-", officer)[:64] or "cli", self.role)

    @contextmanager
    def client(self, server: str) -> Iterator[Client]:
        """A client of `server`, or of a service of our own on a free loopback port: the same path either way."""
        if server:
            with connected(server, self.actor) as client:
                yield client
            return
        # here, not above: `lintas --help` need not load the whole house
        from console.server import serving  # noqa: PLC0415
        from console.wiring import open_house  # noqa: PLC0415

        own = self.settings.model_copy(update={"listen": "127.0.0.1:0"})
        if "import_needs_review" not in self.settings.model_fields_set:
            # whoever works on the data base itself sets the house up; four eyes guard the service
            own = own.model_copy(update={"import_needs_review": False})
        with open_house(own) as house, serving(house, own) as address, connected(address, self.actor) as client:
            yield client


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "cli"  # as in a container, whose accounts have no names


def session_of(context: typer.Context) -> Session:
    """The session that the options before the command name set up."""
    session = context.find_object(Session)
    if session is None:
        raise RuntimeError("commands run below the lintas callback")
    return session


def print_json(message: Message) -> None:
    """One line of the proto's canonical JSON."""
    print(json.dumps(MessageToDict(message), ensure_ascii=False))  # noqa: T201 - machines read plain stdout


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turns every expected fault into a message on stderr and exit code 2 (1 where trying again may help)."""
    err = Console(stderr=True, highlight=False)
    try:
        yield
    except ServiceError as error:
        _print_fault(err, error.message, error.reason, error.fields)
        raise typer.Exit(1 if error.code in {"UNAVAILABLE", "RESOURCE_EXHAUSTED", "DEADLINE_EXCEEDED"} else 2) from None
    except LintasError as error:
        _print_fault(err, error.message, error.reason, tuple((f.field, f.description) for f in error.fields))
        raise typer.Exit(2) from None
    except ValidationError as error:
        for fault in error.errors(include_input=False, include_url=False):
            err.print(f"[red]setting LINTAS_{str(fault['loc'][0]).upper()}[/]: {fault['msg']}")
        raise typer.Exit(2) from None
    except BrokenPipeError:
        sys.stderr.close()  # the reader went away, as `| head` does
        raise typer.Exit(0) from None


def _print_fault(err: Console, message: str, reason: str, fields: tuple[tuple[str, str], ...]) -> None:
    err.print(f"[red]error:[/] {plain(message)}" + (f" [dim]({reason})[/]" if reason else ""))
    for field, description in fields:
        if field not in message and description not in message:
            err.print(f"  {plain(field)}: {plain(description)}")
