"""Plots of the smallest and strangest figures are still plots."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree as ET

import pytest

from ledger.text import Text
from simulator.grading.calibration import Calibration, ConfidenceBin
from simulator.grading.equity import compare_pairs
from simulator.grading.estimate import Estimate
from simulator.grading.gain import class_gain
from simulator.report.plots.calibration import calibration_plot
from simulator.report.plots.equity import equity_plot
from simulator.report.plots.gain import gain_plot
from simulator.report.plots.item_map import item_map
from simulator.report.plots.roc import RocPoint, roc_plot
from simulator.report.voice import Voice

CORNER = Estimate(1.0, 0.3, 1.0, 1)
NAME = Text(id="$x_1$ & <b>", en="$\\frac{")


def is_svg(plot: bytes) -> bool:
    """A whole SVG file."""
    return ET.fromstring(plot).tag.endswith("svg")  # noqa: S314 - our own file


@pytest.mark.parametrize("voice", list(Voice))
def test_plots_at_the_edges(voice: Voice) -> None:
    assert is_svg(roc_plot((RocPoint(NAME, CORNER, Estimate(0.0, 0.0, 0.7, 1)), RocPoint(NAME, CORNER, CORNER)), voice))
    bins = (ConfidenceBin(0.8, 1.0, 1.0, CORNER),)
    assert is_svg(calibration_plot(Calibration(None, None, bins, 0), voice))
    assert is_svg(calibration_plot(Calibration(None, None, (), 0), voice))
    assert is_svg(equity_plot(compare_pairs([]), lambda _: NAME, voice))
    assert is_svg(item_map([], [], voice))
    gain = class_gain([(0.0, 100.0)])
    assert gain is not None
    assert is_svg(gain_plot(gain, voice))


def test_plots_drawn_at_once_do_not_mix() -> None:
    gain = class_gain([(40.0, 70.0), (50.0, 60.0), (30.0, 80.0)])
    assert gain is not None
    alone = gain_plot(gain, Voice.BOTH)
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: gain_plot(gain, Voice.BOTH), range(8))) == {alone}


def test_the_same_plot_has_the_same_bytes_and_another_has_not() -> None:
    points = (RocPoint(NAME, CORNER, CORNER),)
    assert roc_plot(points, Voice.BOTH) == roc_plot(points, Voice.BOTH)
    other = (RocPoint(NAME, CORNER, Estimate(0.5, 0.2, 0.8, 4)),)
    assert roc_plot(points, Voice.BOTH) != roc_plot(other, Voice.BOTH)
