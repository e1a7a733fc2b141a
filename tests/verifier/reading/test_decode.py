"""The decoder on made-up probabilities: what it may change, what it must leave."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.verifier.reading.print_shop import TD1, TD2, TD3, VISA
from verifier.mrz.record import Layout
from verifier.reading.alphabet import ALPHABET
from verifier.reading.decode import decode


def _probabilities(lines: tuple[str, ...]) -> list[NDArray[np.float64]]:
    """A sure eye: 0.98 for what is printed, the rest spread evenly."""
    spread = []
    for line in lines:
        rows = np.full((len(line), len(ALPHABET)), 0.02 / 36)
        rows[np.arange(len(line)), [ALPHABET.index(char) for char in line]] = 0.98
        spread.append(rows)
    return spread


def _doubt(rows: NDArray[np.float64], column: int, seen: str, other: str, odds: float) -> None:
    """Make the eye see `seen`, with `other` at `odds` of its probability."""
    rows[column] = 0.0005
    rows[column, ALPHABET.index(seen)] = 0.95 / (1 + odds)
    rows[column, ALPHABET.index(other)] = 0.95 * odds / (1 + odds)


def _lines(decoded_lines: object) -> tuple[str, ...]:
    return tuple("".join(character.chosen for character in line) for line in decoded_lines)  # type: ignore[attr-defined]  # Decoded.characters


@pytest.mark.parametrize(
    ("lines", "layout"),
    [(TD1, Layout.TD1), (TD2, Layout.TD2), (TD3, Layout.TD3), (VISA, Layout.MRV_A)],
)
def test_sure_print_is_kept_and_its_layout_named(lines: tuple[str, ...], layout: Layout) -> None:
    decoded = decode(_probabilities(lines))
    assert _lines(decoded.characters) == lines
    assert decoded.layout is layout
    assert decoded.right_digits == decoded.digits > 0
    assert decoded.misfit < 0.05


def test_a_doubtful_zero_in_a_name_becomes_the_letter_and_says_so() -> None:
    rows = _probabilities(TD3)
    _doubt(rows[0], 9, "0", "S", 0.3)  # position of S in ERIKSSON
    decoded = decode(rows)
    assert _lines(decoded.characters) == TD3
    assert (decoded.characters[0][9].seen, decoded.characters[0][9].chosen) == ("0", "S")
    assert decoded.characters[0][9].is_repaired


def test_a_clear_digit_in_a_name_stays() -> None:
    rows = _probabilities(TD3)
    _doubt(rows[0], 9, "8", "S", 0.01)
    assert decode(rows).characters[0][9].chosen == "8"


def test_a_doubtful_digit_is_settled_by_its_check_digit() -> None:
    rows = _probabilities(TD3)
    _doubt(rows[1], 14, "6", TD3[1][14], 0.6)
    decoded = decode(rows)
    assert _lines(decoded.characters) == TD3
    assert decoded.characters[1][14].is_repaired
    assert decoded.right_digits == decoded.digits


@pytest.mark.parametrize("column", [14, 19, 22, 27, 43])
def test_a_clear_wrong_digit_is_never_repaired(column: int) -> None:
    true = TD3[1][column]
    wrong = str((int(true) + 3) % 10)
    rows = _probabilities((TD3[0], TD3[1][:column] + wrong + TD3[1][column + 1 :]))
    _doubt(rows[1], column, wrong, true, 0.1)
    decoded = decode(rows)
    assert decoded.characters[1][column].chosen == wrong
    assert decoded.right_digits < decoded.digits


def test_two_equal_cures_are_left_alone() -> None:
    rows = _probabilities(TD2)
    # both positions of the number have weight 7: either could make its digit right
    true = TD2[1]
    for column in (3, 6):
        wrong = str((int(true[column]) + 1) % 10)
        _doubt(rows[1], column, true[column], wrong, 0.5)
    rows[1][9] = 0.0005
    rows[1][9, ALPHABET.index(str((int(true[9]) + 7) % 10))] = 0.95
    decoded = decode(rows)
    assert not any(character.is_repaired for character in decoded.characters[1][:10])


def test_other_print_misfits() -> None:
    assert (
        decode(_probabilities(("THEQUICKBROWNFOXJUMPSOVERTHELAZYDOGS", "PACKMYBOXWITHFIVEDOZENLIQUORJUGSNOWO"))).misfit
        > 0.15
    )


def test_part_of_a_layout_is_known_as_such() -> None:
    decoded = decode(_probabilities((TD3[0][:30], TD3[1][:30])))
    assert decoded.layout is not None
    assert decoded.misfit < 0.05
    assert decoded.digits == 0


def test_a_doubtful_name_lowers_only_its_own_confidence() -> None:
    rows = _probabilities(TD3)
    for column in range(5, 12):
        _doubt(rows[0], column, TD3[0][column], "Q", 0.9)
    decoded = decode(rows)
    assert decoded.name_confidence < decoded.confidence < 0.97
