"""Hits against false referrals: one point with its interval among lines of equal d′."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from scipy.special import ndtr, ndtri

from ledger.text import Text
from simulator.grading.estimate import Estimate
from simulator.report.plots.canvas import FAINT, INK, MAIN, QUIET, STRONG, draw
from simulator.report.voice import Voice

_X: Final = Text(id="keliru dihentikan", en="wrongly stopped")
_Y: Final = Text(id="tepat dihentikan", en="rightly stopped")


@dataclass(frozen=True, slots=True)
class RocPoint:
    """Rates of one trainee or of a class."""

    label: Text
    hit_rate: Estimate
    false_referral_rate: Estimate
    is_main: bool = True


def roc_plot(points: tuple[RocPoint, ...], voice: Voice) -> bytes:
    """SVG, 2.9 × 2.8 in. Crosses are 95 % intervals; grey lines join points of equal d′ (0, 1, 2, 3)."""

    def paint(axes: Any) -> None:
        _equal_d_primes(axes)
        for point in points:
            _cross(axes, point, voice)
        axes.set(xlim=(0, 1), ylim=(0, 1), xlabel=voice.line(_X), ylabel=voice.line(_Y), aspect="equal")
        ticks = [0, 0.25, 0.5, 0.75, 1]
        axes.set_xticks(ticks, ["0", "25", "50", "75", "100 %"])
        axes.set_yticks(ticks, ["0", "25", "50", "75", "100 %"])
        if len(points) > 1:
            axes.legend(loc="lower right", handletextpad=0.3)

    return draw(2.9, 2.8, paint)


def _equal_d_primes(axes: Any) -> None:
    false = np.linspace(0.001, 0.999, 300)
    for d_prime in (0, 1, 2, 3):
        hits = ndtr(ndtri(false) + d_prime)
        axes.plot(false, hits, color=FAINT, linewidth=1.2, zorder=1)
        at = float(ndtr(-d_prime / 2))  # where the line crosses the other diagonal
        axes.annotate(
            f"d′ = {d_prime}" if d_prime == 0 else f"{d_prime}",
            (at, 1 - at),
            xytext=(3, -9),
            textcoords="offset points",
            fontsize=8.5,
            color=QUIET,
            zorder=2,
        )


def _cross(axes: Any, point: RocPoint, voice: Voice) -> None:
    colour = STRONG if point.is_main else MAIN
    hit, false = point.hit_rate, point.false_referral_rate
    axes.errorbar(
        false.value,
        hit.value,
        xerr=[[false.value - false.low], [false.high - false.value]],
        yerr=[[hit.value - hit.low], [hit.high - hit.value]],
        fmt="o" if point.is_main else "s",
        markersize=6 if point.is_main else 5,
        color=colour,
        markerfacecolor=colour if point.is_main else "white",
        ecolor=colour,
        elinewidth=1.4 if point.is_main else 1.0,
        capsize=2.5,
        label=voice.line(point.label),
        zorder=4 if point.is_main else 3,
        markeredgecolor=INK if point.is_main else colour,
        markeredgewidth=0.6 if point.is_main else 1.2,
    )
