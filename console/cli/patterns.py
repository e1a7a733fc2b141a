"""`lintas patterns`: leads over recorded crossings, allowances, and the record itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from console.cli import patterns_allow, patterns_forget, patterns_run
from console.cli.session import session_of, told_plainly
from ledger.errors import invalid_field

app = typer.Typer(help="Leads over recorded crossings: questions for an analyst, never hits.", no_args_is_help=True)
app.command()(patterns_run.run)


@app.command()
def generate(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(file_okay=False, metavar="FOLDER")],
    crossings: Annotated[int, typer.Option("--crossings", min=1000, help="About how many.")] = 1_000_000,
    seed: Annotated[int, typer.Option("--seed", min=0, help="The same seed gives the same world.")] = 1,
) -> None:
    """Write a year of invented crossings with planted rings and innocent look-alikes, to try patterns on."""
    session = session_of(context)
    with told_plainly():
        from verifier.patterns.synthetic.world import generate as make  # noqa: PLC0415 - loads numpy and Arrow

        if any(folder.glob("*.parquet")):
            raise invalid_field("FOLDER", "holds Parquet files already; choose another")
        columns = (TextColumn("generated"), BarColumn(), TimeElapsedColumn())
        with Progress(*columns, console=session.err, transient=True, disable=not session.err.is_terminal) as progress:
            task = progress.add_task("", total=crossings)
            made = make(folder, crossings, seed, told=lambda rows: progress.advance(task, rows))
    kinds = len(made.rings) - len(made.left_out)
    session.out.print(
        f"{made.crossings} crossings, {made.contacts} contacts, {sum(made.rings.values())} rings of {kinds} kinds "
        f"in {folder}",
        highlight=False,
    )
    if made.left_out:
        told = ", ".join(f"{kind} (from {least} crossings on)" for kind, least in made.left_out.items())
        session.err.print(f"[yellow]![/] too small for rings of: {told}", highlight=False)


app.command()(patterns_allow.allow)
app.command()(patterns_allow.allowances)
app.command()(patterns_forget.forget)


@app.command()
def new_key(path: Annotated[Path, typer.Argument(metavar="FILE")]) -> None:
    """Make the secret of the keyed hashes (LINTAS_CONTACT_KEY_FILE). Crossings under two secrets never meet."""
    with told_plainly():
        from verifier.patterns.key_file import read_or_make_secret  # noqa: PLC0415 - only here

        if path.exists():
            raise invalid_field("FILE", "exists already; a key that is lost cannot be made again")
        read_or_make_secret(path)
    typer.echo(f"made {path}; keep a copy apart from copies of the data base")
