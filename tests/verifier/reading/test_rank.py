"""Order of readings: confidence first, check digits only between equals, one reading a place."""

from __future__ import annotations

from verifier.model.reading import Quad, ReadCharacter, Reading, ReadingNote
from verifier.mrz.record import Layout
from verifier.reading.decode import Decoded
from verifier.reading.rank import ranked, same_place


def _reading(text: str, confidence: float, y: float, *notes: ReadingNote) -> Reading:
    characters = (tuple(ReadCharacter(char, char, confidence) for char in text),)
    band = Quad(((0.0, y), (400.0, y), (400.0, y + 40), (0.0, y + 40)))
    return Reading((text,), characters, "ocrb", confidence, confidence, 1.0, band, notes=notes)


def _decoded(right: int) -> Decoded:
    return Decoded(Layout.TD3, (), 0.9, 0.9, 0.0, right, 5)


def test_a_sure_reading_with_wrong_digits_beats_an_unsure_one_with_right_digits() -> None:
    forged, guessed = _reading("FORGED", 0.98, 0), _reading("GUESSED", 0.7, 10)
    assert [each.lines for each in ranked([guessed, forged], [_decoded(5), _decoded(2)])] == [("FORGED",)]


def test_between_equals_the_digits_decide() -> None:
    first, second = _reading("FIRST", 0.951, 0), _reading("SECOND", 0.949, 10)
    [kept] = ranked([first, second], [_decoded(3), _decoded(5)])
    assert kept.lines == ("SECOND",)


def test_two_places_are_two_documents() -> None:
    kept = ranked([_reading("A", 0.9, 0), _reading("B", 0.99, 300)], [_decoded(5), _decoded(5)])
    assert [each.lines[0] for each in kept] == ["B", "A"]
    assert all(ReadingNote.SEVERAL_DOCUMENTS in each.notes for each in kept)


def test_scraps_beside_a_good_reading_are_dropped() -> None:
    scrap = _reading("SCRAP", 0.9, 300, ReadingNote.LOW_CONFIDENCE)
    [kept] = ranked([scrap, _reading("GOOD", 0.9, 0)], [_decoded(0), _decoded(5)])
    assert kept.lines == ("GOOD",)
    assert kept.notes == ()


def test_a_doubtful_reading_alone_is_kept() -> None:
    assert len(ranked([_reading("DOUBT", 0.6, 0, ReadingNote.LOW_CONFIDENCE)], [_decoded(1)])) == 1
    assert ranked([], []) == ()


def test_the_place_is_told_along_the_band_too() -> None:
    whole = _reading("WHOLE", 0.9, 0)
    part = Quad(((250.0, 0.0), (390.0, 0.0), (390.0, 40.0), (250.0, 40.0)))
    assert same_place(whole, Reading(("PART",), (), "ocrb", 0.9, 0.9, 1.0, part))
    assert not same_place(whole, _reading("BELOW", 0.9, 90))
