"""`lintas indicators`: the protection policy in force, a copy to change, and whether the copy is right."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from console.cli.plain import plain
from console.cli.session import Json, Server, print_json, session_of, told_plainly
from lintas.v1 import protection_pb2

app = typer.Typer(help="See the protection policy in force; copy it, change it, check it.", no_args_is_help=True)


@app.command("list")
def list_indicators(context: typer.Context, server: Server = "", as_json: Json = False) -> None:
    """List all indicators with their class and where they come from."""
    session = session_of(context)
    with told_plainly(), session.policy_client(server) as client:
        found = client.list_indicators()
    if as_json:
        print_json(found)
        return
    table = Table("indicator", "class", "seen by", "", box=None)
    for each in found.indicators:
        weight = protection_pb2.IndicatorWeight.Name(each.weight).removeprefix("INDICATOR_WEIGHT_").lower()
        mark = " [yellow](evaluatory)[/]" if each.evaluatory else " [dim](asks only)[/]" if each.asks_only else ""
        seen_by = "rule" if each.has_rule else each.observed_by
        name = each.name.id if session.language == "id" else each.name.en
        table.add_row(f"[bold]{each.indicator_id}[/]", weight, seen_by, plain(name) + mark)
    session.out.print(table)
    session.out.print(f"[dim]version {found.policy_version}, {found.policy_sha256}[/]")
    if found.due_for_review:
        session.out.print(f"[yellow]due for review: {', '.join(found.due_for_review)}[/]")


@app.command()
def copy(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder that is not there yet.")],
) -> None:
    """Copy the policy files that come with Lintas, to be changed and named in LINTAS_PROTECTION_POLICY."""
    session = session_of(context)
    if folder.exists():
        raise typer.BadParameter(f"{folder} is there already", param_hint="FOLDER")
    try:
        with resources.as_file(resources.files("verifier.indicators") / "policy") as source:
            shutil.copytree(source, folder)
    except OSError as error:
        raise typer.BadParameter(f"{folder}: {error.strerror}", param_hint="FOLDER") from None
    session.out.print(f"{plain(str(folder))}: change it, raise the version in policy.yaml, then")
    session.out.print(f"  lintas indicators check {plain(str(folder))}")


@app.command()
def check(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", exists=True, file_okay=False, help="Policy files.")],
) -> None:
    """Say whether a policy folder is right: every fault names file, line and field."""
    session = session_of(context)
    # here, not above: reading policies is this command's alone
    from verifier.indicators.indicator import Mode  # noqa: PLC0415
    from verifier.indicators.policy_folder import load_catalogue  # noqa: PLC0415

    with told_plainly():
        ours, theirs = load_catalogue(), load_catalogue(folder)
    indicators = theirs.indicators.values()
    on_trial = [each.indicator_id for each in indicators if each.mode is Mode.EVALUATORY]
    rules = sum(each.rule is not None for each in indicators)
    session.out.print(
        f"right: {len(indicators)} indicators, {rules} rules, {len(theirs.counter_indicators)} counter-indicators; "
        f"version {theirs.version}, {theirs.digest}"
    )
    if on_trial:
        session.out.print(f"evaluatory, without effect: {', '.join(on_trial)}")
    if theirs.version == ours.version and theirs.digest != ours.digest:
        session.err.print("[yellow]! the files differ from those of this version: raise it in policy.yaml[/]")
    if due := theirs.due_for_review(datetime.now(UTC).date()):
        session.err.print(f"[yellow]! due for review: {', '.join(due)}[/]")
