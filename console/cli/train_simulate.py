"""`lintas train simulate`: bots of known skill play a whole workshop, to see what the grading finds of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from console.cli.plain import plain
from console.cli.private_file import write_private
from console.cli.progress import with_progress
from console.cli.session import Json, Session, session_of, told_plainly
from ledger.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.bots.course import BotCourse
    from simulator.grading.finding import Finding
    from simulator.grading.model import TraineeId, Workshop

_PLAYING = Text(id="Bot bermain", en="Bots are playing")
_FIGURES = {
    "ability": Text(id="kemampuan (skala Rasch)", en="ability (Rasch scale)"),
    "points": Text(id="nilai", en="score"),
    "d_prime": Text(id="d′ dari putusan saja", en="d′ from decisions alone"),
    "recall": Text(id="bukti yang ditemukan", en="evidence found"),
}


def simulate(
    context: typer.Context,
    bots: Annotated[int, typer.Option("--bots", min=1, max=1000, help="How many; true d′ evenly from 0 to 3.")] = 24,
    cases: Annotated[int, typer.Option("--cases", min=2, max=20, help="Cases each, an even number.")] = 20,
    seed: Annotated[int, typer.Option("--seed", min=0, help="The same seed plays the same workshop.")] = 1,
    learning: Annotated[
        float, typer.Option("--learning", min=0, max=3, help="How much each bot's d′ rises until the form after.")
    ] = 0.0,
    scenarios: Annotated[
        Path | None,
        typer.Option(
            "--scenarios",
            metavar="FOLDER",
            help="Play all scenarios of this folder on the real exercise engine, in place of the built-in cases.",
        ),
    ] = None,
    bias: Annotated[
        float, typer.Option("--bias", min=0, max=3, help="How unfairly bots treat one half of matched pairs.")
    ] = 0.0,
    agreement: Annotated[
        float,
        typer.Option("--agreement", min=0, max=1, help="How far citing goes with deciding: 1 one skill, 0 two apart."),
    ] = 1.0,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the workshop's log for `train report`.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Let bots of known skill play a workshop, grade it, and show how much of what was planted is found."""
    session = session_of(context)
    with told_plainly():
        # here, not above: scipy takes longer to load than all other commands together
        from simulator.bots.course import BotCourse  # noqa: PLC0415
        from simulator.bots.recovery import rank_correlation  # noqa: PLC0415
        from simulator.grading.class_findings import class_findings  # noqa: PLC0415
        from simulator.grading.codec import to_json  # noqa: PLC0415
        from simulator.grading.grades import grade  # noqa: PLC0415

        setup = BotCourse(bots, cases, seed, learning=learning, bias=bias, agreement=agreement)
        if scenarios is not None and (learning or bias):
            raise typer.BadParameter("only with the built-in cases", param_hint="--learning, --bias")
        workshop, truth = _built_in(session, setup) if scenarios is None else _scenarios(session, setup, scenarios)
        grades = grade(workshop)
        found = {figure: rank_correlation(grades, truth, figure) for figure in _FIGURES}
        findings = class_findings(grades.course)
        if output is not None:
            write_private(output, to_json(workshop).encode())
    if as_json:
        dealt = len(grades.course.items)
        print(json.dumps(_plain(seed, bots, dealt, found, findings), ensure_ascii=False))  # noqa: T201 - for machines
    else:
        _show(session, found, findings)


def _built_in(session: Session, setup: BotCourse) -> tuple[Workshop, Mapping[TraineeId, float]]:
    from simulator.bots.course import course_of, play_course, truth_of  # noqa: PLC0415 - see above

    turns = zip(with_progress(range(setup.bots), session.err, session.say(_PLAYING)), play_course(setup), strict=False)
    return course_of(setup, tuple(attempts for _, attempts in turns)), truth_of(setup)


def _scenarios(session: Session, setup: BotCourse, folder: Path) -> tuple[Workshop, Mapping[TraineeId, float]]:
    from simulator.bots.training_room import TrainingRoom  # noqa: PLC0415 - see above
    from simulator.library import Shelf  # noqa: PLC0415

    library = Shelf(folder).library()
    for fault in library.faults:
        session.err.print(f"[yellow]left out:[/] {plain(fault.message)}")
    room = TrainingRoom(library, setup)
    for _ in zip(with_progress(range(setup.bots), session.err, session.say(_PLAYING)), room.play(), strict=False):
        pass
    return room.workshop(), room.truth()


def _plain(
    seed: int, bots: int, cases: int, found: Mapping[str, float | None], findings: tuple[Finding, ...]
) -> dict[str, object]:
    figures = {
        each.key: None
        if each.estimate is None
        else {"value": each.estimate.value, "low": each.estimate.low, "high": each.estimate.high, "n": each.estimate.n}
        for each in findings
    }
    return {"seed": seed, "bots": bots, "cases": cases, "spearman": dict(found), "class": figures}


def _show(session: Session, found: Mapping[str, float | None], findings: tuple[Finding, ...]) -> None:
    say = session.say
    order = Table(title=say(Text(id="Urutan yang ditanam, ditemukan kembali", en="The planted order, found again")))
    order.add_column(say(Text(id="menurut", en="by")))
    order.add_column("Spearman", justify="right")
    for figure, value in found.items():
        order.add_row(say(_FIGURES[figure]), "–" if value is None else f"{value:.3f}")
    session.out.print(order)
    figures = Table(title=say(Text(id="Kelas", en="The class")), show_lines=True)
    for heading in (
        Text(id="angka", en="figure"),
        Text(id="nilai", en="value"),
        Text(id="antara (95 %)", en="between (95 %)"),
    ):
        figures.add_column(say(heading))
    figures.add_column(say(Text(id="apa artinya", en="what it says")), overflow="fold")
    for each in findings:
        figures.add_row(say(each.name), say(each.value), say(each.interval), say(each.saying))
    session.out.print(figures)
