"""`lintas train play`: one whole exercise in the terminal. Nothing is kept."""

from __future__ import annotations

import os
import random
import shlex
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from console.cli.session import Json, Session, session_of, told_plainly
from console.cli.train_room import Scenarios, scenario_folder

if TYPE_CHECKING:
    from console.cli.train_table import Table


def play(
    context: typer.Context,
    scenario: Annotated[str, typer.Argument(metavar="[SCENARIO]", help="Key of a scenario; any one without it.")] = "",
    seed: Annotated[int, typer.Option("--seed", min=0, help="Variant: 0 is the scenario as written.")] = 0,
    wrong_advice: Annotated[
        bool, typer.Option("--wrong-advice", help="Turn the engine's advice round, as in an automation-bias drill.")
    ] = False,
    pictures: Annotated[
        Path | None, typer.Option("--pictures", file_okay=False, help="Save what is looked at as PNG in this folder.")
    ] = None,
    scenarios: Scenarios = None,
    as_json: Json = False,
) -> None:
    """Play an exercise: look, scan, ask, cite, decide, and be debriefed. Type `help` for the commands.

    Commands can also come from standard input, a line each. With --json only the debrief is printed, as JSON.
    """
    session = session_of(context)
    with told_plainly():
        table = _lay(session, scenario, seed, scenarios, pictures, is_advice_wrong=wrong_advice, is_quiet=as_json)
        table.show_case()
        _talk(table)
        if not table.is_over:
            table.leave()
            raise typer.Exit(3)
        table.debrief(as_json=as_json)


def _lay(
    session: Session,
    key: str,
    seed: int,
    scenarios: Path | None,
    pictures: Path | None,
    *,
    is_advice_wrong: bool,
    is_quiet: bool,
) -> Table:
    """A room of one's own with one case."""
    # here, not above: `lintas --help` need not load the simulator
    from console.cli.train_table import Table  # noqa: PLC0415
    from console.training import room_on  # noqa: PLC0415
    from simulator.session.scan import Advice  # noqa: PLC0415
    from simulator.session.setup import Order, OrderedSlot, set_up  # noqa: PLC0415
    from simulator.store import MemorySessionStore  # noqa: PLC0415

    room = room_on(MemorySessionStore(), scenario_folder(scenarios))
    library = room.library()
    chosen = key or random.choice(sorted(library.scenarios) or [""])  # noqa: S311 - an exercise, no secret
    slot = OrderedSlot((chosen,), seed, advice=Advice.WRONG if is_advice_wrong else Advice.TRUE)
    plan, cases = set_up(
        Order("play", (slot,)),
        library,
        session_id="play",
        salt="nothing is kept of this",
        opened_on=datetime.now(UTC).date(),
        drawn_at=room.pictures.boxes,
    )
    place = room.exercises.join(room.exercises.open(plan, cases).code, "player")
    return Table(room, place, session, pictures, is_quiet=is_quiet, environment=os.environ)


def _talk(table: Table) -> None:
    """One command a line until the case is decided or the input ends."""
    while not table.is_over:
        if sys.stdin.isatty():
            table.prompt()
        line = sys.stdin.readline()
        if not line:
            return
        try:
            parts = shlex.split(line)
        except ValueError:
            parts = line.split()
        if parts[:1] == ["quit"]:
            return
        if parts:
            table.do(parts)
