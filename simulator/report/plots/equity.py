"""The gap between the halves of matched pairs, all together and by what was swapped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from ledger.text import Text
from simulator.grading.equity import Equity, PairTable
from simulator.report.plots.canvas import FAINT, INK, MAIN, QUIET, STRONG, draw
from simulator.report.voice import Voice

_AXIS: Final = Text(
    id="selisih dihentikan: kembaran dikurangi asli, poin persen", en="stopped, twin less original, percentage points"
)
_DIFFERING: Final = Text(id="berbeda/pasangan", en="differing/pairs")
_ALL: Final = Text(id="semua pasangan", en="all pairs")


def equity_plot(equity: Equity, name_of: Callable[[str], Text], voice: Voice) -> bytes:
    """SVG, 7.4 in wide. One row an attribute: the gap with its 95 % interval, pairs and pairs that differ."""
    rows: list[tuple[Text, PairTable]] = [(_ALL, equity.overall)]
    rows += [(name_of(table.swapped), table) for table in equity.by_attribute]

    def paint(axes: Any) -> None:
        axes.axvline(0, color=QUIET, linewidth=1, zorder=1)
        for place, (_, table) in enumerate(reversed(rows)):
            gap = table.gap
            if gap is None:
                continue
            colour = STRONG if table is equity.overall else MAIN
            axes.plot([gap.low, gap.high], [place, place], color=colour, linewidth=1.6, zorder=2)
            axes.plot(gap.value, place, "D", color=colour, markersize=6, markeredgecolor=INK, markeredgewidth=0.5)
            axes.text(1.04, place, f"{table.differing}/{table.pairs}", va="center", fontsize=9, color=QUIET)
        axes.text(1.04, len(rows) - 0.45, voice.lines(_DIFFERING), va="bottom", fontsize=8.5, color=QUIET)
        axes.set_yticks(range(len(rows)), [voice.line(name) for name, _ in reversed(rows)])
        ticks = [-1, -0.5, 0, 0.5, 1]
        axes.set_xticks(ticks, ["−100", "−50", "0", "+50", "+100"])
        axes.set(xlim=(-1, 1), ylim=(-0.6, len(rows) - 0.4), xlabel=voice.line(_AXIS))
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
        axes.grid(axis="x", color=FAINT, linewidth=0.6)
        axes.set_axisbelow(True)

    return draw(7.4, 1.1 + 0.36 * len(rows), paint)
