"""Engraved lines carry as much ink as they are wide, in the right colours, and are no darker where they cross."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.specimen.box import Box
from simulator.specimen.engraving import Engraving, engrave
from simulator.specimen.ink import Ink, offset
from simulator.specimen.page import Pixels
from simulator.specimen.photo import Sight
from simulator.specimen.view import Light

_BLACK = Ink("#000000", "#000000", "")
_FIELD = Box(0, 0, 30, 20)


def _white(px_per_mm: float) -> Pixels:
    return np.full((round(20 * px_per_mm), round(30 * px_per_mm), 3), 255, np.uint8)


def _line(*ends: tuple[float, float]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.linspace(ends[0], ends[1], 25)


def _ink_mm2(pixels: Pixels, px_per_mm: float) -> float:
    return float((255 - pixels[..., 0].astype(float)).sum() / 255 / px_per_mm**2)


@pytest.mark.parametrize("px_per_mm", [10.0, 40.0])
@pytest.mark.parametrize("width_mm", [0.075, 0.08625, 0.09, 0.16])
@pytest.mark.parametrize("ends", [((3, 10.03), (27, 10.03)), ((3, 4), (27, 17)), ((15.02, 2), (15.02, 18))])
def test_a_line_has_the_ink_of_its_width(
    px_per_mm: float, width_mm: float, ends: tuple[tuple[float, float], tuple[float, float]]
) -> None:
    engraved = engrave(
        _white(px_per_mm), [Engraving((_line(*ends),), _BLACK, width_mm, 0.6)], Sight(_FIELD, px_per_mm, Light.VISIBLE)
    )
    long_mm = float(np.hypot(ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]))
    assert _ink_mm2(engraved, px_per_mm) == pytest.approx(0.6 * width_mm * long_mm, rel=0.07)


def test_it_lies_where_its_points_say_in_any_field() -> None:
    line = Engraving((_line((10, 12), (20, 12)),), _BLACK, 0.2, 1.0)
    engraved = engrave(_white(10), [line], Sight(Box(5, 10, 30, 20), 10, Light.VISIBLE))
    rows, columns = np.nonzero(engraved[..., 0] < 200)
    assert (rows.mean() + 0.5) / 10 == pytest.approx(2.0, abs=0.06)
    assert (columns.min() / 10, columns.max() / 10) == (pytest.approx(5, abs=0.2), pytest.approx(15, abs=0.2))


def test_lines_of_one_engraving_are_no_darker_where_they_cross_and_those_of_two_are() -> None:
    one, other = _line((5, 10), (25, 10)), _line((15, 2), (15, 18))
    sight = Sight(_FIELD, 10, Light.VISIBLE)
    together = engrave(_white(10), [Engraving((one, other), _BLACK, 0.5, 0.5)], sight)
    apart = engrave(_white(10), [Engraving((each,), _BLACK, 0.5, 0.5) for each in (one, other)], sight)
    assert together.min() >= 126
    assert apart.min() < 80


def test_an_iris_runs_from_colour_to_colour_by_daylight_only() -> None:
    iris = Engraving(
        (_line((0, 10), (30, 10)),), offset("#ff0000"), 0.6, 1.0, iris=("#ff0000", "#0000ff"), across=_FIELD
    )
    day = engrave(_white(10), [iris], Sight(_FIELD, 10, Light.VISIBLE))
    left, right = day[100, 5].tolist(), day[100, 294].tolist()
    assert (left[2] > 240, left[0] < 30) == (right[0] > 240, right[2] < 30) == (True, True)
    night = engrave(_white(10), [iris], Sight(_FIELD, 10, Light.UV))
    assert night[100, 5].tolist() == night[100, 294].tolist()


def test_what_shows_in_no_such_light_or_lies_outside_leaves_the_paper_alone() -> None:
    hidden = Engraving((_line((5, 10), (25, 10)),), _BLACK, 0.5, 1.0)
    outside = Engraving((_line((50, 40), (60, 45)),), _BLACK, 0.5, 1.0)
    paper = _white(10)
    assert np.array_equal(engrave(paper, [hidden], Sight(_FIELD, 10, Light.IR)), paper)
    assert np.array_equal(engrave(paper, [outside], Sight(_FIELD, 10, Light.VISIBLE)), paper)
    assert paper.min() == 255
