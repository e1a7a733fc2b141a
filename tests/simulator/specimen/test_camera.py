"""Cameras and scanners."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from simulator.specimen import Camera, photograph
from simulator.specimen.camera import Device

_PAGE = np.full((200, 300, 3), 200, np.uint8)
_PAGE[80:120, 100:200] = 30


def test_the_same_seed_takes_the_same_picture() -> None:
    assert np.array_equal(photograph(_PAGE, Camera(seed=4)), photograph(_PAGE, Camera(seed=4)))
    assert not np.array_equal(photograph(_PAGE, Camera(seed=4)), photograph(_PAGE, Camera(seed=5)))


@pytest.mark.parametrize("scale", [0.5, 1.0, 1.5])
def test_the_margin_is_seen_around_the_page(scale: float) -> None:
    taken = photograph(_PAGE, Camera(scale=scale, margin=0.1))
    margin = round(0.1 * 300 * scale)
    assert taken.shape == (round(200 * scale) + 2 * margin, round(300 * scale) + 2 * margin, 3)


def test_a_perfect_camera_changes_nothing() -> None:
    perfect = Camera(skew_deg=0, blur_px=0, shade=0, noise=0, jpeg=100, margin=0)
    assert np.abs(photograph(_PAGE, perfect).astype(int) - _PAGE).max() <= 2


_PLAIN = Camera(noise=0)


@pytest.mark.parametrize(
    "changed",
    [
        replace(_PLAIN, blur_px=3.0),
        replace(_PLAIN, motion_px=15),
        replace(_PLAIN, glare=0.8),
        replace(_PLAIN, shade=0.6),
        replace(_PLAIN, tilt=0.2),
        replace(_PLAIN, skew_deg=8.0),
        replace(_PLAIN, jpeg=20),
    ],
)
def test_each_effect_is_seen(changed: Camera) -> None:
    first, second = photograph(_PAGE, _PLAIN), photograph(_PAGE, changed)
    assert np.abs(first.astype(int) - second).mean() > 0.3


def test_scanners_have_dark_lids_and_tables_are_brown() -> None:
    scanner = photograph(_PAGE, Camera(margin=0.2))[:10, :10].mean()
    table = photograph(_PAGE, Camera(device=Device.CAMERA, margin=0.2))[:10, :10].mean()
    assert scanner < 40 < table
