"""A debrief on the terminal, in the order of PEARLS."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console

from console.cli import train_words as words
from console.cli.plain import plain
from ledger.text import Text
from simulator.session.debrief import CaseDebrief, EvidenceTold


def tell(debrief: CaseDebrief, out: Console, language: str) -> None:
    """Reactions first, before anything is explained; then description, analysis, application."""

    def say(text: Text) -> str:
        return plain(text.in_language(language))

    def part(heading: Text, lines: Iterable[str]) -> None:
        out.print(f"\n[bold]{say(heading)}[/]")
        for line in lines:
            out.print(f"  {line}")

    part(words.HOW_IT_FELT, (say(each) for each in debrief.reactions))
    part(words.WHAT_WAS_GOING_ON, [say(debrief.description)])
    graded = sorted(debrief.decisions, key=lambda each: -each.credit)
    part(
        words.DECISIONS,
        (
            f"{'[bold]→[/]' if each.chosen else ' '} {each.decision:<8} {each.credit:+.1f}  {say(each.why)}"
            for each in graded
        ),
    )
    part(words.EVIDENCE, (_evidence(each, language) for each in debrief.evidence))
    if debrief.stray_citations:
        out.print(f"  {say(words.STRAY)}: {debrief.stray_citations}")
    if debrief.defects:
        part(
            words.PLANTED,
            (
                f"{'✓' if each.found else '·'} {plain(each.document)} ({each.tool}): {say(each.explain)}"
                for each in debrief.defects
            ),
        )
    if debrief.handover is not None:
        passed = [f"[green]✓[/] {say(each)}" for each in debrief.handover.passed]
        lost = [f"[yellow]· {say(words.LOST)}:[/] {say(each)}" for each in debrief.handover.lost]
        idle = [f"  {say(words.IDLE)}: {debrief.handover.idle}"] if debrief.handover.idle else []
        part(words.HANDED_OVER, [*passed, *lost, *idle])
    if debrief.harms:
        part(words.HARM, (f"[red]{say(each.text)}[/]" for each in debrief.harms))
    if debrief.advice_shown != debrief.advice_true:
        out.print(f"\n[yellow]{say(words.ADVICE_WAS_WRONG)}[/]")
    part(words.WHAT_COULD_BE_SEEN, (say(each) for each in debrief.analysis))
    part(words.TO_TAKE_ALONG, (say(each) for each in debrief.application))
    out.print(
        f"\n[bold]{say(words.POINTS)} {debrief.parts.points:.0f}[/]   "
        f"{say(words.TIME)}: {debrief.used_s} s / {debrief.budget_s} s (≥ {debrief.needed_s} s)"
    )


def _evidence(each: EvidenceTold, language: str) -> str:
    text = plain(each.text.in_language(language))
    if each.decoy:
        why = f" — {plain(each.explain.in_language(language))}" if each.explain else ""
        mark = f"[red]✗ {words.CITED.in_language(language)}[/]" if each.cited else " "
        return f"{mark} [dim]{text} ({words.DECOY.in_language(language)}){why}[/]"
    if each.cited:
        return f"[green]✓[/] {text}"
    missed = f" [yellow]({words.MISSED.in_language(language)})[/]" if each.needed else ""
    return f"· {text}{missed}"
