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
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Final

import typer
from google.protobuf.json_format import MessageToDict
from google.protobuf.message import Message
from pydantic import ValidationError
from rich.console import Console

from console.cli.field_words import as_typed, message_as_typed
from console.cli.plain import plain
from console.client import Client, ServiceError, connected
from console.settings import Settings
from ledger.actor import Actor, Role
from ledger.errors import Fault, LintasError, invalid_field
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
_LONGEST_ID: Final = 64
_NOTHING_THERE: Final = Text(
    id="tidak ada basis data di {path}. Periksa --database (LINTAS_DATABASE_URL); perintah pertama yang mencatat "
    "sesuatu, seperti `lintas examine`, membuatnya.",
    en="there is no data base at {path}. Look at --database (LINTAS_DATABASE_URL); the first command that records "
    "something, such as `lintas examine`, makes it.",
)
# whoever tries again may succeed
_PASSING: Final = frozenset({Fault.UNAVAILABLE, Fault.EXHAUSTED, Fault.OVERDUE})


def _given(setting: str) -> str:
    """What was set, '' for nothing. Raises LintasError where the ledger would have to spell it otherwise."""
    value = os.environ.get(setting, "")
    if _UNFIT.search(value) or len(value) > _LONGEST_ID:
        raise invalid_field(
            setting, f"at most {_LONGEST_ID} of the characters A-Z a-z 0-9 . _ @ : -, as staff numbers have"
        )
    return value


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
        """Device and officer of the command line: host and account name, or LINTAS_DEVICE and LINTAS_OFFICER.

        Raises LintasError where one of the two settings cannot be recorded as it was given: who acted must be told
        apart, so no character of a name is ever exchanged for another.
        """
        device = _given("LINTAS_DEVICE") or _UNFIT.sub("-", socket.gethostname())[:_LONGEST_ID] or "cli"
        officer = _given("LINTAS_OFFICER") or _UNFIT.sub("-", _account())[:_LONGEST_ID] or "cli"
        return Actor(device, officer, self.role)

    def check_database(self) -> None:
        """For commands that look at what is there: a mistyped path is a fault, and no empty data base is made.

        Raises LintasError DATABASE_MISSING where the SQLite file is not there.
        """
        path = self._missing_file()
        if path is not None:
            raise LintasError(Fault.NOT_FOUND, "DATABASE_MISSING", self.say(_NOTHING_THERE).format(path=path))

    def _missing_file(self) -> Path | None:
        """The SQLite file that is not there; None where it is. Of other data bases only their server can tell."""
        from sqlalchemy.engine import make_url  # noqa: PLC0415 - loads the data base
        from sqlalchemy.exc import ArgumentError  # noqa: PLC0415

        try:
            url = make_url(self.settings.database_url)
        except ArgumentError:
            return None  # whoever opens it says what is wrong
        path = Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None
        return path if path is not None and not path.exists() else None

    @contextmanager
    def policy_client(self, server: str) -> Iterator[Client]:
        """A client for what no data base holds: the policy in force, who can help. It makes none beside itself."""
        if server or self._missing_file() is None:
            with self.client(server) as client:
                yield client
            return
        with TemporaryDirectory(prefix="lintas-") as folder:
            nowhere = self.settings.model_copy(update={"database_url": f"sqlite:///{folder}/none.sqlite"})
            with replace(self, settings=nowhere).client("") as client:
                yield client

    @contextmanager
    def client(self, server: str, *, looks_only: bool = False) -> Iterator[Client]:
        """A client of `server`, or of a service of our own on a free loopback port: the same path either way.

        `looks_only`: what is asked about must be there already, so a data base that is not there is a fault.
        """
        if looks_only and not server:
            self.check_database()
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
    """Turns every expected fault into a message on stderr and exit code 2, or 1 where trying again may help."""
    err = Console(stderr=True, highlight=False)
    try:
        yield
    except ServiceError as error:
        _print_fault(err, error.message, error.reason, error.fields)
        raise typer.Exit(1 if error.code in {"UNAVAILABLE", "RESOURCE_EXHAUSTED", "DEADLINE_EXCEEDED"} else 2) from None
    except LintasError as error:
        _print_fault(err, error.message, error.reason, tuple((f.field, f.description) for f in error.fields))
        raise typer.Exit(1 if error.fault in _PASSING else 2) from None
    except ValidationError as error:
        for fault in error.errors(include_input=False, include_url=False):
            err.print(f"[red]setting LINTAS_{str(fault['loc'][0]).upper()}[/]: {fault['msg']}")
        raise typer.Exit(2) from None
    except BrokenPipeError:
        sys.stderr.close()  # the reader went away, as `| head` does
        raise typer.Exit(0) from None


def _print_fault(err: Console, message: str, reason: str, fields: tuple[tuple[str, str], ...]) -> None:
    told = message_as_typed(message, fields)
    err.print(f"[red]error:[/] {plain(told)}" + (f" [dim]({reason})[/]" if reason else ""))
    for field, description in fields:
        if field not in message and description not in message:
            err.print(f"  {plain(as_typed(field))}: {plain(description)}")
