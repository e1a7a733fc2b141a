"""`lintas train play`: one whole exercise in the terminal. Nothing is kept."""

from __future__ import annotations

import os
import random
import shlex
import sys
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from console.cli.session import Json, Session, session_of, told_plainly
from console.cli.train_room import Scenarios, scenario_folder

if TYPE_CHECKING:
    from console.cli.train_table import Table
    from simulator.session.setup import Order


class Deal(Enum):
    """Which cases come."""

    ONE = "one"
    ADAPTIVE = "adaptive"


def play(
    context: typer.Context,
    scenario: Annotated[str, typer.Argument(metavar="[SCENARIO]", help="Key of a scenario; any one without it.")] = "",
    seed: Annotated[int, typer.Option("--seed", min=0, help="Variant: 0 is the scenario as written.")] = 0,
    deal: Annotated[
        Deal,
        typer.Option("--deal", help="one case; or adaptive: the next one suits what you have shown so far."),
    ] = Deal.ONE,
    cases: Annotated[int, typer.Option("--cases", min=1, max=200, help="How many, with --deal adaptive.")] = 8,
    wrong_advice: Annotated[
        bool, typer.Option("--wrong-advice", help="Turn the engine's advice round, as in an automation-bias drill.")
    ] = False,
    pictures: Annotated[
        Path | None, typer.Option("--pictures", file_okay=False, help="Save what is looked at as PNG in this folder.")
    ] = None,
    scenarios: Scenarios = None,
    as_json: Json = False,
) -> None:
    """Play an exercise, or several: look, scan, ask, cite, decide, and be debriefed. Type `help` for the commands.

    Commands can also come from standard input, a line each. With --json only the debrief is printed, as JSON.
    """
    session = session_of(context)
    if deal is Deal.ADAPTIVE and (scenario or wrong_advice):
        raise typer.BadParameter(
            "it chooses the cases itself, without SCENARIO and --wrong-advice", param_hint="--deal"
        )
    with told_plainly():
        if deal is Deal.ADAPTIVE:
            order = _adaptive(cases, seed)
        else:
            order = _one(scenario, seed, scenarios, is_advice_wrong=wrong_advice)
        table = _lay(session, order, scenarios, pictures, is_quiet=as_json)
        while True:
            table.show_case()
            _talk(table)
            if not table.is_over:
                table.leave()
                raise typer.Exit(3)
            table.debrief(as_json=as_json)
            if not table.next_case():
                return


def _one(key: str, seed: int, scenarios: Path | None, *, is_advice_wrong: bool) -> Order:
    """One case: the named one, or any."""
    # here, not above: `lintas --help` need not load the simulator
    from simulator.library import Shelf  # noqa: PLC0415
    from simulator.session.scan import Advice  # noqa: PLC0415
    from simulator.session.setup import Order, OrderedSlot  # noqa: PLC0415

    keys = [key] if key else sorted(Shelf(scenario_folder(scenarios)).library().scenarios)
    chosen = random.choice(keys or [""])  # noqa: S311 - an exercise, no secret
    return Order("play", (OrderedSlot((chosen,), seed, advice=Advice.WRONG if is_advice_wrong else Advice.TRUE),))


def _adaptive(cases: int, seed: int) -> Order:
    """So many cases that follow what the player shows; another order each time, unless a seed is named."""
    from simulator.session.plan import Dealing  # noqa: PLC0415
    from simulator.session.setup import Order  # noqa: PLC0415

    chosen = seed or random.randrange(1, 10**6)  # noqa: S311 - an exercise, no secret
    return Order("play", deal_count=cases, dealing=Dealing.ADAPTIVE, seed=chosen)


def _lay(session: Session, order: Order, scenarios: Path | None, pictures: Path | None, *, is_quiet: bool) -> Table:
    """A room of one's own."""
    from console.cli.train_table import Table  # noqa: PLC0415 - see above
    from console.training import room_on  # noqa: PLC0415
    from simulator.session.setup import set_up  # noqa: PLC0415
    from simulator.store import MemorySessionStore  # noqa: PLC0415

    room = room_on(MemorySessionStore(), scenario_folder(scenarios))
    plan, cases = set_up(
        order,
        room.library(),
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
