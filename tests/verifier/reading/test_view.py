"""Views: a point goes back to where it was taken from, whatever the pose; and the likeliest pose is found."""

from __future__ import annotations

import numpy as np
import pytest

from tests.verifier.reading.print_shop import TD1, TD3, page, turned
from verifier.reading.opencv import cv2
from verifier.reading.view import Pose, guess_poses, look


@pytest.mark.parametrize("quarter", [0, 1, 2, 3])
@pytest.mark.parametrize("skew", [0.0, 8.0, -13.0])
@pytest.mark.parametrize("scale", [1.0, 0.5])
def test_points_go_back_to_the_image(quarter: int, skew: float, scale: float) -> None:
    image = np.zeros((300, 440), np.uint8)
    cv2.circle(image, (310, 90), 6, 255, -1)
    view = look(image, Pose(quarter, skew), scale)
    y, x = (float(each.mean()) for each in np.nonzero(view.grey > 100))
    assert view.point_in_image(x, y) == pytest.approx((310, 90), abs=1.5)
    assert view.rotation_deg == quarter * 90 + skew


@pytest.mark.parametrize(("degrees", "quarter"), [(0, 0), (6, 0), (-12, 0), (90, 1), (98, 1), (270, 1)])
def test_the_pose_along_the_lines_levels_them(degrees: float, quarter: int) -> None:
    # which axis is likelier can't be told from two lines alone: both are looked at
    [pose] = [each for each in guess_poses(turned(page(TD3), degrees)) if each.quarter_turns == quarter]
    # upside down is as level as upright
    assert (90 * pose.quarter_turns + pose.skew_deg - degrees + 90) % 180 - 90 == pytest.approx(0, abs=2.1)


def test_poses_are_ordered_by_strength() -> None:
    first, second = guess_poses(page(TD1))
    assert first.strength > second.strength
    assert {first.quarter_turns, second.quarter_turns} == {0, 1}
