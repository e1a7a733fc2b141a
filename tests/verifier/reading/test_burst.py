"""Frames vote."""

from __future__ import annotations

from verifier.model.reading import ReadCharacter, Reading, ReadingNote
from verifier.reading.burst import vote


def _reading(text: str, probabilities: float | list[float], seen: str | None = None) -> Reading:
    each = probabilities if isinstance(probabilities, list) else [probabilities] * len(text)
    characters = tuple(ReadCharacter(s, c, p) for s, c, p in zip(seen or text, text, each, strict=True))
    mean = sum(each) / len(each)
    return Reading((text,), (characters,), "ocrb", mean, mean, 5.0)


def test_the_surer_majority_wins_character_by_character() -> None:
    frames = [[_reading("P<UTOX", 0.9)], [_reading("P<UTOY", 0.6)], [_reading("P<UT0X", 0.5)]]
    [voted] = vote(frames)
    assert voted.lines == ("P<UTOX",)
    assert voted.characters[0][5].probability == round((0.9 + 0.5) / 3, 4)
    assert voted.elapsed_ms == 15.0


def test_one_sure_frame_outweighs_two_unsure_ones() -> None:
    [voted] = vote([[_reading("ABCDEF", 0.95)], [_reading("ABCDEX", 0.4)], [_reading("ABCDEX", 0.4)]])
    assert voted.lines == ("ABCDEF",)
    assert ReadingNote.LOW_CONFIDENCE in voted.notes


def test_a_repair_stays_marked() -> None:
    [voted] = vote([[_reading("AOB", 0.9, seen="A0B")], [_reading("AOB", 0.9, seen="A0B")]])
    assert voted.characters[0][1].is_repaired
    assert ReadingNote.REPAIRED in voted.notes


def test_different_documents_are_kept_apart_the_steadier_first() -> None:
    one, two = _reading("AAAAAAAA", 0.9), _reading("BBBBBBBB", 0.9)
    assert [each.lines[0][0] for each in vote([[two, one], [one], [one]])] == ["A", "B"]


def test_no_frames_give_nothing() -> None:
    assert vote([]) == ()
    assert vote([[], []]) == ()
