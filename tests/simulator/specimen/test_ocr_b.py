"""The strokes of OCR-B."""

from __future__ import annotations

import pytest

from simulator.specimen import ocr_b
from verifier.reading.alphabet import ALPHABET


def test_all_characters_of_an_mrz_are_drawn() -> None:
    assert set(ocr_b.STROKES) == set(ALPHABET)


@pytest.mark.parametrize("character", ALPHABET)
def test_strokes_stay_inside_their_cell(character: str) -> None:
    x: list[float] = []
    y: list[float] = []
    for letter, numbers in ocr_b.commands(character):
        assert letter in "MLHVCZ"
        if letter == "H":
            x.extend(numbers)
        elif letter == "V":
            y.extend(numbers)
        else:
            assert len(numbers) % 2 == 0
            x.extend(numbers[::2])
            y.extend(numbers[1::2])
    half = ocr_b.STROKE_UNITS / 2
    assert min(x) - half >= 10
    assert max(x) + half <= ocr_b.UNITS_A_PITCH - 10
    assert min(y) - half >= -120
    assert max(y) + half <= 3


def test_every_path_begins_with_a_move() -> None:
    assert all(ocr_b.commands(each)[0][0] == "M" for each in ALPHABET)


def test_other_characters_are_refused() -> None:
    with pytest.raises(KeyError):
        ocr_b.path("é", 0, 0)


def test_characters_stand_a_tenth_of_an_inch_apart() -> None:
    assert ocr_b.line_path("II", 0, 0) == ocr_b.path("I", 0, 0) + ocr_b.path("I", 2.54, 0)
