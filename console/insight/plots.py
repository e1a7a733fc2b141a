"""Plots of a period, as SVG in the one look of all reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from ledger.text import Text
from lintas.v1 import insight_pb2, protection_pb2
from simulator.report.plots.canvas import FAINT, INK, MAIN, QUIET, STRONG, draw
from simulator.report.voice import Voice

_CASES: Final = Text(id="pelintas", en="travellers")
_REFERRED: Final = Text(id="dirujuk petugas", en="referred by officers")
_HOUR: Final = Text(id="jam", en="hour of the day")
_SHARE: Final = Text(id="bagian yang dirujuk, %", en="share referred, %")
_ENGINE: Final = Text(id="saran mesin", en="engine's advice")
_PEOPLE: Final = Text(id="keputusan petugas", en="officers' decision")
_OTHER: Final = Text(id="lainnya", en="other")
_UNKNOWN: Final = Text(id="tidak diketahui", en="unknown")
_STOPPED: Final = Text(id="yang perlu dihentikan, dihentikan", en="to be stopped, and stopped")
_WRONGLY: Final = Text(id="tidak bersalah, tetapi dirujuk", en="innocent, and referred")
_TRAINEES: Final = Text(id="peserta", en="trainees")
_MOST_INDICATORS: Final = 14
_STEPS: Final = (
    ("examined", Text(id="diperiksa", en="examined")),
    ("advised", Text(id="disarankan rujuk/lindungi", en="advised: refer or protect")),
    ("referred", Text(id="dirujuk petugas", en="referred by officers")),
    ("with_outcome", Text(id="hasil tercatat", en="outcome recorded")),
    ("confirmed", Text(id="mungkin atau benar korban", en="possible or actual victims")),
)


def days_plot(days: Sequence[insight_pb2.DayFigures], voice: Voice) -> bytes:
    """Travellers a day as bars, those referred as a line above them on the same scale. SVG, 7.4 in wide."""

    def paint(axes: Any) -> None:
        when = [date(each.day.year, each.day.month, each.day.day) for each in days]
        axes.bar(when, [each.examined for each in days], color=MAIN, width=0.8, label=voice.line(_CASES))
        axes.plot(when, [each.decided for each in days], color=STRONG, linewidth=1.6, label=voice.line(_REFERRED))
        axes.legend(loc="upper left", ncols=2, bbox_to_anchor=(0, 1.16))
        axes.set_ylim(bottom=0)
        axes.grid(axis="y", color=FAINT, linewidth=0.6)
        axes.set_axisbelow(True)
        axes.figure.autofmt_xdate(rotation=0, ha="center")

    return draw(7.4, 2.6, paint)


def hours_plot(by_hour: Sequence[int], voice: Voice) -> bytes:
    """Travellers by hour of the day. SVG, 3.6 in wide."""

    def paint(axes: Any) -> None:
        axes.bar(range(24), by_hour, color=MAIN, width=0.85)
        axes.set_xticks(range(0, 24, 4))
        axes.set(xlabel=voice.line(_HOUR), xlim=(-0.6, 23.6))

    return draw(3.6, 2.4, paint)


def funnel_plot(funnel: protection_pb2.OutcomeFunnel, voice: Voice) -> bytes:
    """From travellers examined to victims found, each step as a bar with its number. SVG, 7.4 in wide."""
    counts = {
        "examined": funnel.examined,
        "advised": funnel.advised_refer + funnel.advised_protect,
        "referred": funnel.referred,
        "with_outcome": funnel.with_outcome,
        "confirmed": funnel.possible + funnel.actual,
    }

    def paint(axes: Any) -> None:
        most = max(counts.values(), default=0) or 1
        for place, (key, _) in enumerate(reversed(_STEPS)):
            axes.barh(place, counts[key], color=STRONG if key == "confirmed" else MAIN, height=0.62)
            share = f"  {counts[key]:,}"
            axes.text(counts[key] + most * 0.005, place, share, va="center", fontsize=9.5, color=INK)
        axes.set_yticks(range(len(_STEPS)), [voice.lines(name) for _, name in reversed(_STEPS)])
        axes.set(xlim=(0, most * 1.12), ylim=(-0.5, len(_STEPS) - 0.4))
        axes.set_xticks([])
        axes.spines["bottom"].set_visible(False)
        axes.tick_params(axis="y", length=0)

    return draw(7.4, 0.8 + 0.46 * len(_STEPS), paint)


def indicators_plot(indicators: Sequence[protection_pb2.IndicatorFigures], voice: Voice) -> bytes:
    """Of the settled cases of each indicator, the share in which there was something to it, with its interval."""
    rows = [each for each in indicators if each.HasField("helped_share")][:_MOST_INDICATORS]

    def paint(axes: Any) -> None:
        for place, each in enumerate(reversed(rows)):
            share = each.helped_share
            axes.plot([share.low * 100, share.high * 100], [place, place], color=MAIN, linewidth=1.8)
            axes.plot(share.value * 100, place, "o", color=MAIN, markersize=6)
            axes.text(103, place, f"n = {share.of}", va="center", fontsize=9, color=QUIET)
        names = [f"{each.indicator_id}  {_short(voice, each)}" for each in reversed(rows)]
        axes.set_yticks(range(len(rows)), names)
        axes.set(xlim=(0, 100), ylim=(-0.6, len(rows) - 0.4), xlabel="%")
        axes.grid(axis="x", color=FAINT, linewidth=0.6)
        axes.tick_params(axis="y", length=0)

    return draw(7.4, 0.8 + 0.3 * max(len(rows), 1), paint)


def groups_plot(rates: Sequence[insight_pb2.GroupRate], voice: Voice) -> bytes:
    """One row a group: engine and people, each with its 95 % interval. SVG, 7.4 in wide."""

    def paint(axes: Any) -> None:
        for place, rate in enumerate(reversed(rates)):
            for shift, share, colour in ((0.14, rate.advised, MAIN), (-0.14, rate.decided, STRONG)):
                axes.plot([share.low * 100, share.high * 100], [place + shift] * 2, color=colour, linewidth=1.6)
                axes.plot(share.value * 100, place + shift, "o", color=colour, markersize=5)
        for colour, name in ((MAIN, _ENGINE), (STRONG, _PEOPLE)):
            axes.plot([], [], "o-", color=colour, label=voice.line(name))
        names = [f"{group_name(rate.group, voice)}  ({rate.cases:,})" for rate in reversed(rates)]
        axes.set_yticks(range(len(rates)), names)
        axes.set(xlabel=voice.line(_SHARE), ylim=(-0.6, len(rates) - 0.4))
        axes.set_xlim(left=0)
        axes.legend(loc="upper left", ncols=2, bbox_to_anchor=(0, 1.0 + 0.6 / (1.1 + 0.4 * len(rates))))
        axes.grid(axis="x", color=FAINT, linewidth=0.6)
        axes.tick_params(axis="y", length=0)

    return draw(7.4, 1.1 + 0.4 * len(rates), paint)


def classes_plot(classes: Sequence[insight_pb2.TrainingResult], voice: Voice) -> bytes:
    """Each class with its hit rate and its rate of false referrals, with 95 % intervals. SVG, 7.4 in wide."""

    def paint(axes: Any) -> None:
        for place, each in enumerate(reversed(classes)):
            for shift, name, colour in ((0.14, "hit_rate", MAIN), (-0.14, "false_referral_rate", STRONG)):
                if not each.HasField(name):
                    continue
                share = getattr(each, name)
                axes.plot([share.low * 100, share.high * 100], [place + shift] * 2, color=colour, linewidth=1.6)
                axes.plot(share.value * 100, place + shift, "o", color=colour, markersize=5)
        for colour, label in ((MAIN, _STOPPED), (STRONG, _WRONGLY)):
            axes.plot([], [], "o-", color=colour, label=voice.line(label))
        names = [class_name(each, voice) for each in reversed(classes)]
        axes.set_yticks(range(len(classes)), names)
        axes.set(xlabel="%", xlim=(0, 100), ylim=(-0.6, len(classes) - 0.4))
        axes.legend(loc="upper left", ncols=2, bbox_to_anchor=(0, 1.0 + 0.6 / (1.1 + 0.4 * len(classes))))
        axes.grid(axis="x", color=FAINT, linewidth=0.6)
        axes.tick_params(axis="y", length=0)

    return draw(7.4, 1.1 + 0.4 * len(classes), paint)


def class_name(each: insight_pb2.TrainingResult, voice: Voice) -> str:
    """A class as people tell it apart: its day and how many it were."""
    day = each.held_on
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}  ({each.trainees} {voice.line(_TRAINEES)})"


def group_name(group: str, voice: Voice) -> str:
    """A group as people read it."""
    return voice.line(_OTHER if group == "other" else _UNKNOWN) if group in {"", "other"} else group


def _short(voice: Voice, each: protection_pb2.IndicatorFigures) -> str:
    name = each.name.en if voice is Voice.ENGLISH else each.name.id
    return name if len(name) <= 46 else f"{name[:45]}…"
