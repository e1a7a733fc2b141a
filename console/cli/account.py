"""`lintas account`: who may sign in to the console. Works on the data base itself: whoever can reach it, rules it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.table import Table

from console.accounts.account import Account
from console.accounts.roster import Roster
from console.cli.plain import plain
from console.cli.session import Json, Session, session_of, told_plainly
from ledger.actor import Actor, Role
from ledger.text import Text

app = typer.Typer(help="Create, list, disable and reset accounts of the console.", no_args_is_help=True)
Name = Annotated[str, typer.Argument(metavar="NAME", help="Account name: a service number, never a personal name.")]

_TEMPORARY = Text(
    id="Kata sandi sementara (hanya ditampilkan sekali; harus diganti saat pertama masuk)",
    en="Temporary password (shown once; must be changed at the first sign-in)",
)


@contextmanager
def _roster(session: Session) -> Iterator[tuple[Roster, Actor]]:
    from console.wiring import open_accounts  # noqa: PLC0415 - loads the data base

    person = session.actor
    with told_plainly(), open_accounts(session.settings) as accounts:
        yield accounts.roster, Actor(person.device_id, person.officer_id, Role.SYSTEM)


@app.command()
def create(
    context: typer.Context,
    name: Name,
    role: Annotated[Role, typer.Option("--role", help="What the account may do.")],
    ask_password: Annotated[
        bool, typer.Option("--ask-password", help="Ask for the password instead of making a temporary one.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Create an account; prints a temporary password once.

    Example: lintas account create kepala.regu --role administrator
    """
    session = session_of(context)
    password = typer.prompt("Password", hide_input=True, confirmation_prompt=True) if ask_password else ""
    with _roster(session) as (roster, actor):
        account, given = roster.create(name, role, actor, password=password)
    _show(session, account, "" if password else given, as_json=as_json)


@app.command()
def reset(context: typer.Context, name: Name, as_json: Json = False) -> None:
    """Give a new temporary password, end one-time codes, close all sessions."""
    session = session_of(context)
    with _roster(session) as (roster, actor):
        account, given = roster.reset(name, actor)
    _show(session, account, given, as_json=as_json)


@app.command()
def disable(context: typer.Context, name: Name, as_json: Json = False) -> None:
    """Let nobody sign in with it any more; who is in is out at once."""
    session = session_of(context)
    with _roster(session) as (roster, actor):
        account = roster.disable(name, actor)
    _show(session, account, "", as_json=as_json)


@app.command()
def enable(context: typer.Context, name: Name, as_json: Json = False) -> None:
    """Let it sign in again."""
    session = session_of(context)
    with _roster(session) as (roster, actor):
        account = roster.enable(name, actor)
    _show(session, account, "", as_json=as_json)


@app.command()
def role(
    context: typer.Context,
    name: Name,
    new_role: Annotated[Role, typer.Argument(metavar="ROLE", help="What the account may do from now on.")],
    as_json: Json = False,
) -> None:
    """Change the role; holds from the next request on."""
    session = session_of(context)
    with _roster(session) as (roster, actor):
        account = roster.change_role(name, new_role, actor)
    _show(session, account, "", as_json=as_json)


@app.command("list")
def list_accounts(context: typer.Context, as_json: Json = False) -> None:
    """List all accounts."""
    session = session_of(context)
    with _roster(session) as (roster, _):
        accounts = roster.all()
    if as_json:
        for account in accounts:
            print(json.dumps(_row(account)))  # noqa: T201 - machines read it
        return
    if not accounts:
        session.out.print("no accounts yet: lintas account create NAME --role administrator")
        return
    table = Table("name", "role", "one-time codes", "state", "created", box=None)
    for account in accounts:
        state = "enabled" if account.is_enabled else "disabled"
        codes = "yes" if account.asks_code else "no"
        table.add_row(account.name, account.role.value, codes, state, f"{account.created_at:%Y-%m-%d}")
    session.out.print(table)


def _row(account: Account) -> dict[str, object]:
    return {
        "name": account.name,
        "role": account.role.value,
        "enabled": account.is_enabled,
        "one_time_codes": account.asks_code,
        "must_change_password": account.must_change_password,
        "created": account.created_at.isoformat(),
    }


def _show(session: Session, account: Account, password: str, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(_row(account) | ({"temporary_password": password} if password else {})))  # noqa: T201
        return
    state = "" if account.is_enabled else " (disabled)"
    session.out.print(f"{plain(account.name)}: {account.role.value}{state}")
    if password:
        session.out.print(f"{session.say(_TEMPORARY)}: [bold]{password}[/]")
