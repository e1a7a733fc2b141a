"""Cases by difficulty beside trainees by ability, on one scale (a Wright map)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from ledger.text import Text
from simulator.grading.estimate import Estimate
from simulator.grading.items import ItemGrade
from simulator.report.plots.canvas import FAINT, INK, MAIN, QUIET, STRONG, draw
from simulator.report.voice import Voice

_AXIS: Final = Text(id="logit: kiri mudah, kanan sulit", en="logits: easy on the left, hard on the right")
_SIGNAL: Final = Text(id="perlu dihentikan", en="to be stopped")
_INNOCENT: Final = Text(id="tanpa masalah", en="innocent")
_PEOPLE: Final = Text(id="peserta", en="trainees")
_BIN: Final = 0.5


def item_map(numbered: Sequence[tuple[int, ItemGrade]], abilities: Sequence[Estimate], voice: Voice) -> bytes:
    """SVG, 7.4 in wide. Cases by their number in the report, hardest on top, with 95 % intervals.

    The histogram at the bottom counts trainees in steps of half a logit, so that nobody stands out by name.
    """
    known = [(number, item, item.difficulty) for number, item in numbered if item.difficulty is not None]
    known.sort(key=lambda row: (row[2].value, row[0]))
    highest = max(3.0, len(known) * 0.16)

    def paint(axes: Any) -> None:
        deepest = _people(axes, abilities)
        for place, (number, item, difficulty) in enumerate(known):
            colour, marker = (STRONG, "o") if item.is_signal else (MAIN, "s")
            axes.plot(
                [difficulty.low, difficulty.high], [place, place], color=colour, linewidth=1.2, alpha=0.55, zorder=2
            )
            axes.plot(
                difficulty.value, place, marker, color=colour, markersize=5.5, markeredgecolor=INK, markeredgewidth=0.5
            )
            axes.annotate(
                str(number), (difficulty.high, place), xytext=(4, -3), textcoords="offset points", fontsize=8.5
            )
        axes.axvline(0, color=FAINT, linewidth=1, zorder=1)
        axes.plot([], [], "o", color=STRONG, markeredgecolor=INK, markeredgewidth=0.5, label=voice.line(_SIGNAL))
        axes.plot([], [], "s", color=MAIN, markeredgecolor=INK, markeredgewidth=0.5, label=voice.line(_INNOCENT))
        axes.legend(loc="upper left")
        axes.set(xlabel=voice.line(_AXIS), xlim=(-3.2, 3.2), ylim=(deepest - 0.6, len(known) + 0.4))
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        if abilities:
            axes.text(-3.15, deepest / 2 - 0.5, voice.lines(_PEOPLE), fontsize=9, color=QUIET, va="center")

    return draw(7.4, highest + 1.1, paint)


def _people(axes: Any, abilities: Sequence[Estimate]) -> float:
    """Draws the histogram downwards from −1; returns where it ends."""
    counts: dict[int, int] = {}
    for each in abilities:
        place = int(each.value // _BIN)
        counts[place] = counts.get(place, 0) + 1
    if not counts:
        return -0.5
    tallest = max(counts.values())
    unit = 4.0 / tallest
    for place, count in sorted(counts.items()):
        axes.bar(
            (place + 0.5) * _BIN,
            -count * unit,
            width=_BIN * 0.94,
            bottom=-1,
            color=FAINT,
            edgecolor=QUIET,
            linewidth=0.6,
        )
        axes.text((place + 0.5) * _BIN, -1.25, str(count), ha="center", va="top", fontsize=8.5, color=INK)
    return -1.0 - 4.0
