"""How sure against how often right."""

from __future__ import annotations

from typing import Any, Final

from ledger.text import Text
from simulator.grading.calibration import Calibration
from simulator.report.plots.canvas import FAINT, INK, QUIET, STRONG, draw
from simulator.report.voice import Voice

_X: Final = Text(id="seberapa yakin", en="how sure")
_Y: Final = Text(id="seberapa sering benar", en="how often right")
_TOO_SURE: Final = Text(id="terlalu yakin", en="too sure")
_NOT_SURE: Final = Text(id="kurang yakin", en="not sure enough")


def calibration_plot(calibration: Calibration, voice: Voice) -> bytes:
    """SVG, 2.9 × 2.8 in. A point for each fifth of the scale, with its 95 % interval and its number of decisions."""

    def paint(axes: Any) -> None:
        axes.plot([0, 1], [0, 1], color=FAINT, linewidth=1.4, zorder=1)
        axes.text(
            0.97,
            0.04,
            voice.lines(_TOO_SURE),
            ha="right",
            va="bottom",
            color=QUIET,
            fontsize=8.5,
            style="italic",
            zorder=0,
        )
        axes.text(
            0.03, 0.96, voice.lines(_NOT_SURE), ha="left", va="top", color=QUIET, fontsize=8.5, style="italic", zorder=0
        )
        for each in calibration.bins:
            right = each.right
            bars = axes.errorbar(
                each.mean_confidence,
                right.value,
                yerr=[[right.value - right.low], [right.high - right.value]],
                fmt="o",
                color=STRONG,
                markeredgecolor=INK,
                markeredgewidth=0.6,
                markersize=6.5,
                capsize=2.5,
                elinewidth=1.4,
                zorder=3,
            )
            bars[0].set_clip_on(False)
            axes.text(each.mean_confidence, 1.04, str(right.n), ha="center", fontsize=8.5, color=QUIET)
        if calibration.bins:
            axes.text(-0.04, 1.04, "n =", ha="right", fontsize=8.5, color=QUIET)
        ticks = [0, 0.25, 0.5, 0.75, 1]
        axes.set(xlim=(0, 1), ylim=(0, 1), xlabel=voice.line(_X), ylabel=voice.line(_Y), aspect="equal")
        axes.set_xticks(ticks, ["0", "25", "50", "75", "100 %"])
        axes.set_yticks(ticks, ["0", "25", "50", "75", "100 %"])

    return draw(2.9, 2.8, paint)
