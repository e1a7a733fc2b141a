"""OCR text to MRZ lines: what is recognised as an MRZ, what is repaired and marked, what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.mrz.record import Layout
from verifier.reading.alphabet import ALPHABET
from verifier.reading.line_shape import SHAPES
from verifier.reading.text_lines import best_candidate, text_line, text_lines

TD3 = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
TD1 = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")
TD2 = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")
MRV_A = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<")
MRV_B = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<")
FRENCH = ("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "9409923102854CORINNE<<<<<<<6512068F4")
ALL = [
    (TD3, Layout.TD3),
    (TD1, Layout.TD1),
    (TD2, Layout.TD2),
    (MRV_A, Layout.MRV_A),
    (MRV_B, Layout.MRV_B),
    (FRENCH, Layout.FRENCH_ID),
]  # vectors of Doc 9303 parts 4 to 7; the French one is the decree's


@pytest.mark.parametrize(("lines", "layout"), ALL)
def test_sound_text_comes_through_unchanged(lines: tuple[str, ...], layout: Layout) -> None:
    found = best_candidate(text_lines("\n".join(lines)))
    assert found is not None
    assert (found.layout, found.lines, found.misfit) == (layout, lines, 0)


@pytest.mark.parametrize(("lines", "layout"), ALL)
def test_it_is_found_among_other_print_and_spaces(lines: tuple[str, ...], layout: Layout) -> None:
    spaced = "\n\n".join(" ".join((line[:9], line[9:20], line[20:])) for line in lines)
    found = best_candidate(text_lines(f"PASSPORT No. 12\nDate of issue / Date de délivrance\n{spaced}\n~ 3"))
    assert found is not None
    assert (found.layout, found.lines) == (layout, lines)


def test_look_alikes_are_exchanged_where_the_class_demands_it_and_marked() -> None:
    found = best_candidate(text_lines(f"{TD3[0].replace('ANNA', '4NNA')}\n{TD3[1].replace('UTO740812', 'UT07A0B12')}"))
    assert found is not None
    assert found.lines == (TD3[0], TD3[1].replace("740812", "7A0812")), "A is no look-alike of a digit: it stays"
    seen = [(each.seen, each.chosen) for line in found.characters for each in line if each.is_repaired]
    assert seen == [("4", "A"), ("0", "O"), ("B", "8")]
    assert found.misfit == pytest.approx(4 / 88)


def test_a_wrong_check_digit_stays_wrong() -> None:
    wrong = TD3[1][:9] + "7" + TD3[1][10:43] + "9"
    found = best_candidate(text_lines(f"{TD3[0]}\n{wrong}"))
    assert found is not None
    assert found.lines[1] == wrong
    assert found.misfit == 0


@pytest.mark.parametrize("change", [-7, -3, -1, 1, 3, 7])
def test_a_miscounted_run_of_fillers_is_brought_to_length_and_counted(change: int) -> None:
    run = "<" * (19 + change)
    found = best_candidate(text_lines(f"P<UTOERIKSSON<<ANNA<MARIA{run}\n{TD3[1]}"))
    assert found is not None
    assert found.lines == TD3
    assert found.misfit == pytest.approx(abs(change) / 88)
    assert sum(each.is_repaired for each in found.characters[0]) == max(0, -change)


def test_fillers_written_as_quotation_marks() -> None:
    found = best_candidate(text_lines("\n".join(TD3).replace("<<", "«")))
    assert found is not None
    assert found.lines == TD3


def test_confidence_is_the_geometric_mean_and_the_name_has_its_own() -> None:
    lines = [text_line([(TD3[0][:5], 1.0), (TD3[0][5:], 0.25)]), text_line([(TD3[1], 1.0)])]
    found = best_candidate(lines)
    assert found is not None
    assert found.name_confidence == pytest.approx(0.25)
    assert found.confidence == pytest.approx(0.25 ** (39 / 88))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<<<<\n<<<<",
        "THIS IS A PAGE OF A BOOK AND NOT A TRAVEL DOCUMENT\nIT HAS LONG LINES OF CAPITAL LETTERS TOO",
        TD3[0],
        TD3[1] + "\n" + TD3[0],
        "1234567890123456789012345678901234567890\n1234567890123456789012345678901234567890",
    ],
)
def test_other_text_is_no_mrz(text: str) -> None:
    assert best_candidate(text_lines(text)) is None


@given(st.text(max_size=300))
def test_any_text_gives_lines_of_a_layout_or_none(text: str) -> None:
    found = best_candidate(text_lines(text))
    assert found is None or [len(line) for line in found.lines] in [[len(s) for s in shape.lines] for shape in SHAPES]


@given(st.lists(st.text(ALPHABET, min_size=20, max_size=52), min_size=2, max_size=4))
def test_what_was_seen_is_what_the_engine_gave(lines: list[str]) -> None:
    found = best_candidate([text_line([(line, 0.5)]) for line in lines])
    for chosen in found.characters if found else ():
        seen = "".join(each.seen for each in chosen)
        assert any(seen.replace("<", "") == line.replace("<", "") for line in lines)
