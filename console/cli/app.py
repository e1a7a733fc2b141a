"""The `lintas` command and the options before its sub-commands."""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer
from rich.console import Console

from console.cli import (
    account,
    audit,
    case,
    exclusion,
    indicators,
    insight,
    outcome,
    patterns,
    post,
    referral,
    scenario,
    tip,
    train,
    watchlist,
)
from console.cli.cards import cards
from console.cli.demo import demo
from console.cli.doctor import doctor
from console.cli.examine import examine
from console.cli.read import read
from console.cli.serve import serve
from console.cli.session import Session, told_plainly
from console.settings import Settings
from console.version import version
from ledger.actor import Role

app = typer.Typer(
    help="Read travel documents, check them, search watchlists, advise. A person decides.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # a traceback with local variables would show personal data
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"lintas {version()}")  # noqa: T201 - what --version is for
        raise typer.Exit


@app.callback()
def main(
    context: typer.Context,
    language: Annotated[str, typer.Option("--language", "-l", help="id or en; see LINTAS_LANGUAGE.")] = "",
    database: Annotated[
        str, typer.Option("--database", metavar="URL", help="Data base; see LINTAS_DATABASE_URL.")
    ] = "",
    role: Annotated[Role, typer.Option("--role", envvar="LINTAS_ROLE", help="Role to act in.")] = Role.OFFICER,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Set up what all commands share."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter gets a question mark, not a crash
    given = {name: value for name, value in (("language", language), ("database_url", database)) if value}
    with told_plainly():
        settings = Settings(**given)  # type: ignore[arg-type]  # validated by the class itself
    session = Session(
        settings=settings,
        language=settings.language,
        role=role,
        out=Console(highlight=False),
        err=Console(stderr=True, highlight=False),
    )
    with told_plainly():
        _ = session.actor  # whoever cannot be recorded as named is told before anything is done
    context.obj = session


app.command()(serve)
app.command()(examine)
app.command()(read)
app.add_typer(watchlist.app, name="watchlist")
app.add_typer(case.app, name="case")
app.add_typer(exclusion.app, name="exclusion")
app.add_typer(insight.app, name="insight")
app.add_typer(audit.app, name="audit")
app.add_typer(patterns.app, name="patterns")
app.add_typer(post.app, name="post")
app.add_typer(scenario.app, name="scenario")
app.add_typer(train.app, name="train")
app.add_typer(account.app, name="account")
app.add_typer(referral.app, name="referral")
app.add_typer(outcome.app, name="outcome")
app.add_typer(indicators.app, name="indicators")
app.add_typer(tip.app, name="tip")
app.command()(cards)
app.command()(doctor)
app.command()(demo)
