"""What a trainee will see of a scenario, and what its author knows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import platformdirs
import typer

from console.cli.plain import plain
from console.cli.progress import with_progress
from console.cli.session import Session
from console.cli.terminal_picture import picture_sequence
from simulator.grading.model import Seat
from simulator.sandbox.pictures import BEARER, Pictures, spec_of
from simulator.scenario.document import Document, DocumentType
from simulator.scenario.lint.evidence import needed_s
from simulator.scenario.model import Scenario
from simulator.scenario.part import Line
from simulator.session.case import DealtCase
from simulator.session.play import start
from simulator.session.view import view_of
from simulator.specimen import View

_VIEWS = {"visible": View.VISIBLE, "uv": View.UV, "ir": View.IR, "inner": View.INNER}


def show(scenario: Scenario, session: Session, *, with_key: bool) -> None:
    """The first view; every step with its answers and the key only with `with_key`."""
    out = session.out

    def say(line: Line | None) -> str:
        return plain(session.say(line.text)) if line else ""

    case = DealtCase(scenario.meta.key, scenario)
    view = view_of(case, start(case), slot=0, of_cases=1, seat=Seat.SOLO.value)
    out.print(f"[bold]{plain(scenario.meta.key)}[/]  {scenario.meta.case.value} · {scenario.meta.topic.value}")
    out.print(say(scenario.briefing))
    out.print(f"{say(scenario.persona.demeanour)}\n")
    for fact in view.facts:
        out.print(f"  {plain(fact.name):<34} {plain(session.say(fact.text))}", soft_wrap=True)
    out.print()
    for offer in view.offers:
        out.print(f"  {offer.act}, {offer.cost_s} s: {plain(session.say(offer.text))}", soft_wrap=True)
    if with_key:
        _show_key(scenario, session)


def _show_key(scenario: Scenario, session: Session) -> None:
    out = session.out

    def say(line: Line | None) -> str:
        return plain(session.say(line.text)) if line else ""

    out.print(f"\n[bold]{say(scenario.meta.title)}[/] ({scenario.expected.signal.value})")
    for graded in sorted(scenario.expected.decisions, key=lambda each: -each.credit):
        out.print(f"  {graded.decision.value:<8} {graded.credit:+.1f}  {say(graded.why)}", soft_wrap=True)
    out.print(f"  minimum: {', '.join(scenario.expected.minimum) or '-'} (≥ {needed_s(scenario)} s)")
    for each in scenario.indicators:
        mark = "decoy" if each.decoy else each.side.value
        out.print(f"  {mark:<8} {plain(each.key)}: {say(each.text)} {say(each.explain)}", soft_wrap=True)
    for question in scenario.questions:
        out.print(f"  {plain(question.key)}: {say(question.text)}", soft_wrap=True)
        for answer in question.answers:
            when = f"[dim]{plain(answer.when)}[/] " if answer.when else ""
            reveals = f" → {', '.join(answer.reveals)}" if answer.reveals else ""
            out.print(f"      {when}{say(answer.text)}{reveals}", soft_wrap=True)
    out.print(say(scenario.debrief.description))


def pages_folder(key: str, seed: int) -> Path:
    """Where pictures lie when no folder was named: a cache of this user, which may be emptied at any time."""
    return Path(platformdirs.user_cache_dir("lintas")) / "previews" / (f"{key}.{seed}" if seed else key)


def draw_pages(
    scenario: Scenario, folder: Path, session: Session, environment: Mapping[str, str], *, with_key: bool
) -> None:
    """The face at the counter and every document in every light as PNG files; each defect close up `with_key`.

    Raises typer.BadParameter where nothing can be written there.
    """
    case = DealtCase(scenario.meta.key, scenario)
    pictures = Pictures()
    drawn = [_save(folder / "bearer.png", pictures.png(case, BEARER, "visible", None)[0])]
    wanted = [(document, name) for document in scenario.documents for name in _views(document)]
    for document, name in with_progress(wanted, session.err, "drawn"):
        png = pictures.page(spec_of(scenario, document), _VIEWS[name]).png()
        drawn.append(_save(folder / f"{document.key}_{name}.png", png))
        if name == "visible" and session.out.is_terminal:
            session.out.file.write(picture_sequence(png, environment))
    if with_key:
        for (page, defect), box in pictures.boxes(scenario).items():
            png, _, _ = pictures.png(case, page, "visible", box)
            drawn.append(_save(folder / f"{page}_{defect}.png", png))
    session.err.print(f"{plain(str(folder))}: {', '.join(path.name for path in drawn)}", soft_wrap=True)


def _views(document: Document) -> list[str]:
    return [name for name in _VIEWS if name != "inner" or document.type is DocumentType.PASSPORT]


def _save(path: Path, png: bytes) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(png)
    except OSError as error:
        message = f"{path.parent}: {error.strerror}; name another folder, or take --no-pictures"
        raise typer.BadParameter(message, param_hint="--pages") from None
    return path
