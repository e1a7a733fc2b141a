"""The grid on made-up columns: it counts by geometry, under perspective too."""

from __future__ import annotations

import numpy as np
import pytest

from verifier.reading.alphabet import ALPHABET, BLANK
from verifier.reading.grid import character_probabilities, lay_grid
from verifier.reading.recognise import Columns


def _columns(text: str, pitches: np.ndarray[tuple[int], np.dtype[np.float64]], start: float = 6.0) -> Columns:
    """What a sure net answers when the characters of `text` stand `pitches` columns apart."""
    centres = start + np.concatenate(([0.0], np.cumsum((pitches[1:] + pitches[:-1]) / 2)))
    places = np.arange(int(centres[-1]) + 8)
    columns = np.full((BLANK + 1, len(places)), 0.0005, np.float32)
    distance = np.abs(places[:, None] - centres[None, :]) / pitches[None, :]
    nearest = distance.argmin(axis=1)
    for place, index in enumerate(nearest):
        ink = float(np.clip((0.5 - distance[place, index]) * 5, 0, 1))
        columns[ALPHABET.index(text[index]), place] += ink
        columns[BLANK, place] += 1 - ink
    return np.asarray(columns / columns.sum(axis=0, keepdims=True), dtype=np.float32)


@pytest.mark.parametrize("count", [30, 36, 44])
@pytest.mark.parametrize("pitch", [3.2, 3.9, 4.7])
def test_fillers_are_counted_by_geometry(count: int, pitch: float) -> None:
    grid = lay_grid(_columns("P<UTOA" + "<" * (count - 6), np.full(count, pitch)))
    assert grid is not None
    assert int(np.argmax(grid.scores)) == count


def test_perspective_is_followed() -> None:
    text = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
    pitches = np.linspace(3.4, 4.6, len(text))
    columns = _columns(text, pitches)
    grid = lay_grid(columns)
    assert grid is not None
    centres = grid.centres(len(text))
    read = character_probabilities(columns, centres, grid.pitch_at(centres)).argmax(axis=1)
    assert "".join(ALPHABET[index] for index in read) == text


def test_nothing_regular_gives_no_grid() -> None:
    empty = np.zeros((BLANK + 1, 60), np.float32)
    empty[BLANK] = 1.0
    assert lay_grid(empty) is None


def test_a_strip_too_short_for_the_count_says_so() -> None:
    grid = lay_grid(_columns("ABCDEFGHIJ", np.full(10, 4.0)))
    assert grid is not None
    assert not np.isfinite(grid.scores[44])
