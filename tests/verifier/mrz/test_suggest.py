"""Suggestions: look-alikes by character class, MRZs out of noisy text, and nothing applied silently."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.verifier.mrz.documents import TODAY, documents
from verifier.mrz.document import MrzDocument
from verifier.mrz.parse import parse
from verifier.mrz.record import Layout
from verifier.mrz.suggest import Correction, clean_ocr_text, suggest_corrections
from verifier.mrz.write import write

TD3 = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
TD1 = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")
FRENCH = ("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "9409923102854CORINNE<<<<<<<6512068F4")


def _misread(lines: tuple[str, ...], line: int, column: int, character: str) -> tuple[str, ...]:
    changed = lines[line][:column] + character + lines[line][column + 1 :]
    return (*lines[:line], changed, *lines[line + 1 :])


@pytest.mark.parametrize(
    ("lines", "correction"),
    [
        (TD3, Correction(1, 14, "A", "4", "birth_date")),
        (TD3, Correction(1, 19, "Z", "2", "birth_date")),  # its check digit
        (TD3, Correction(1, 21, "I", "1", "expiry_date")),
        (TD3, Correction(1, 43, "O", "0", "composite")),
        (TD3, Correction(0, 4, "0", "O", "issuing_state")),
        (TD3, Correction(0, 9, "5", "S", "primary_identifier")),
        (TD3, Correction(1, 12, "0", "O", "nationality")),
        (TD1, Correction(1, 29, "G", "6", "composite")),
        (TD1, Correction(2, 2, "1", "I", "primary_identifier")),
        (FRENCH, Correction(0, 0, "1", "I", "document_code")),  # and still known as the French card
        (FRENCH, Correction(1, 1, "A", "4", "issue_date")),
    ],
)
def test_one_look_alike(lines: tuple[str, ...], correction: Correction) -> None:
    misread = _misread(lines, correction.line, correction.column, correction.original)
    suggestion = suggest_corrections(misread)
    assert suggestion.corrections == (correction,)
    assert suggestion.lines == lines
    assert parse(misread, TODAY).lines == misread  # parsing itself corrects nothing


@pytest.mark.parametrize(
    ("line", "column", "character"),
    [
        (1, 2, "B"),  # a document number may hold letters and digits: no class decides
        (1, 30, "O"),  # nor in optional data
        (1, 20, "X"),  # X looks like neither F nor M
        (1, 14, "W"),  # nothing that looks like W is a digit
        (0, 9, "3"),  # and 3 looks like no letter
    ],
)
def test_no_suggestion(line: int, column: int, character: str) -> None:
    misread = _misread(TD3, line, column, character)
    assert suggest_corrections(misread).corrections == ()
    assert suggest_corrections(misread).lines == misread


def test_no_half_corrections() -> None:
    """B could be 8, but W beside it can be no digit."""
    misread = _misread(_misread(TD3, 1, 16, "B"), 1, 14, "W")
    assert suggest_corrections(misread).corrections == ()


@pytest.mark.parametrize("lines", [(), ("",), ("P<UTO",), ("HELLO", "WORLD")])
def test_lines_of_no_layout(lines: tuple[str, ...]) -> None:
    assert suggest_corrections(lines).corrections == ()


@pytest.mark.parametrize("layout", list(Layout))
@settings(max_examples=40, deadline=None)
@given(choices=st.data())
def test_right_lines_need_no_correction(layout: Layout, choices: st.DataObject) -> None:
    document: MrzDocument = choices.draw(documents(layout))
    assert suggest_corrections(write(document)).corrections == ()


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        ("\n".join(TD3), TD3),
        ("PASSPORT\nRepublic of Utopia\n\n" + "\n".join(TD3) + "\n\f", TD3),
        ("  " + TD1[0] + " \n" + TD1[1].lower() + "\n" + TD1[2][:20] + "  " + TD1[2][20:], TD1),
        (TD3[0] + "extrachars\n" + TD3[1], TD3),
        ("a line of thirty characters ok\n" * 3 + "\n".join(TD1), TD1),
        ("\n".join(TD1) + "\n" + "<" * 30, TD1),
        # not ours to fill up: the parser does it and says so
        (TD3[0][:-1] + "\n" + TD3[1], (TD3[0][:-1], TD3[1])),
        ("", ()),
        ("Only a page of text,\nwith some lines in it.\n" * 20, ()),
        (TD3[0], ()),
    ],
)
def test_raw_text(raw: str, lines: tuple[str, ...]) -> None:
    assert clean_ocr_text(raw) == lines


@given(st.text(max_size=300) | st.lists(st.text("AIPV<1O08Z Bé\n", max_size=95), max_size=6).map("\n".join))
def test_nothing_raises(raw: str) -> None:
    found = clean_ocr_text(raw)
    assert len(found) in {0, 2, 3}
    suggestion = suggest_corrections(found)
    assert [len(line) for line in suggestion.lines] == [len(line) for line in parse(found, TODAY).lines]
    suggest_corrections(raw.splitlines())
