"""Before and after: two means with their intervals."""

from __future__ import annotations

from typing import Any, Final

from ledger.text import Text
from simulator.grading.gain import Gain
from simulator.report.plots.canvas import FAINT, INK, QUIET, STRONG, draw
from simulator.report.voice import Voice

_PRE: Final = Text(id="sebelum", en="before")
_POST: Final = Text(id="sesudah", en="after")
_POINTS: Final = Text(id="nilai", en="score")


def gain_plot(gain: Gain, voice: Voice) -> bytes:
    """SVG, 2.9 × 2.8 in. Means of the two forms on 0…100 with 95 % intervals."""

    def paint(axes: Any) -> None:
        estimates = (gain.pre, gain.post)
        axes.plot([0, 1], [each.value for each in estimates], color=STRONG, linewidth=1.6, zorder=2)
        for place, each in enumerate(estimates):
            axes.errorbar(
                place,
                each.value,
                yerr=[[each.value - each.low], [each.high - each.value]],
                fmt="o",
                color=STRONG,
                markeredgecolor=INK,
                markeredgewidth=0.6,
                markersize=7,
                capsize=3,
                elinewidth=1.4,
                zorder=3,
            )
            axes.annotate(
                f"{each.value:.0f}",
                (place, each.value),
                xytext=(-9, 4) if place == 0 else (9, 4),
                textcoords="offset points",
                ha="right" if place == 0 else "left",
                fontsize=12,
            )
        axes.axhline(100, color=FAINT, linewidth=1)
        axes.set_xticks([0, 1], [voice.lines(_PRE), voice.lines(_POST)])
        axes.set(xlim=(-0.45, 1.45), ylim=(0, 103), ylabel=voice.line(_POINTS))
        axes.yaxis.label.set_color(QUIET)
        axes.grid(axis="y", color=FAINT, linewidth=0.6)
        axes.set_axisbelow(True)

    return draw(2.9, 2.8, paint)
