"""The cascade: who is asked, in which order, and what is said about it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from numpy.typing import NDArray

from ledger.errors import Fault, LintasError
from verifier.model.reading import ReadCharacter, Reading, ReadingNote
from verifier.reading.cascade import CascadeReader
from verifier.reading.deadline import overdue

_IMAGE = np.zeros((10, 10, 3), np.uint8)


def _reading(text: str, engine: str, confidence: float) -> Reading:
    characters = (tuple(ReadCharacter(char, char, confidence) for char in text),)
    return Reading((text,), characters, engine, confidence, confidence, 1.0)


@dataclass
class _Fake:
    name: str
    readings: tuple[Reading, ...] = ()
    fault: LintasError | None = None
    asked: list[int] = field(default_factory=list)

    def read(self, image: NDArray[np.uint8]) -> tuple[Reading, ...]:
        self.asked.append(image.size)
        if self.fault:
            raise self.fault
        return self.readings


_SURE = _reading("ABC", "own", 0.99)
_DOUBTFUL = _reading("ABC", "own", 0.5)
_OTHER = _reading("ABD", "other", 0.9)
_MISSING = LintasError(Fault.PRECONDITION, "READER_NOT_INSTALLED", "no such engine here")


def test_a_sure_reading_asks_nobody() -> None:
    other = _Fake("other", (_OTHER,))
    assert CascadeReader(_Fake("own", (_SURE,)), [other]).read(_IMAGE) == (_SURE,)
    assert other.asked == []


def test_a_doubtful_reading_gets_a_second_opinion_that_disagrees() -> None:
    own, second = CascadeReader(_Fake("own", (_DOUBTFUL,)), [_Fake("other", (_OTHER,))]).read(_IMAGE)
    assert (own.engine, own.notes) == ("own", (ReadingNote.SECOND_OPINION_DISAGREES,))
    assert second.engine == "other"
    assert set(second.notes) == {ReadingNote.SECOND_OPINION, ReadingNote.SECOND_OPINION_DISAGREES}


def test_agreement_leaves_the_own_reading() -> None:
    same = replace(_OTHER, lines=("ABC",))
    assert CascadeReader(_Fake("own", (_DOUBTFUL,)), [_Fake("other", (same,))]).read(_IMAGE) == (_DOUBTFUL,)


def test_low_confidence_is_doubtful_whatever_the_number() -> None:
    noted = replace(_SURE, notes=(ReadingNote.LOW_CONFIDENCE,))
    assert len(CascadeReader(_Fake("own", (noted,)), [_Fake("other", (_OTHER,))]).read(_IMAGE)) == 2


def test_where_nothing_is_seen_the_next_engine_is_asked_and_so_on() -> None:
    blind, missing = _Fake("blind"), _Fake("missing", fault=_MISSING)
    [found] = CascadeReader(_Fake("own"), [missing, blind, _Fake("other", (_OTHER,))]).read(_IMAGE)
    assert found.engine == "other"
    assert ReadingNote.SECOND_OPINION in found.notes
    assert blind.asked == missing.asked == [300]


def test_no_engine_sees_anything() -> None:
    assert CascadeReader(_Fake("own"), [_Fake("other")]).read(_IMAGE) == ()


def test_a_late_second_opinion_does_not_lose_the_first() -> None:
    late = _Fake("late", fault=overdue())
    assert CascadeReader(_Fake("own", (_DOUBTFUL,)), [late]).read(_IMAGE) == (_DOUBTFUL,)
    with pytest.raises(LintasError, match="deadline"):
        CascadeReader(_Fake("own"), [late]).read(_IMAGE)


def test_the_threshold_is_a_share() -> None:
    with pytest.raises(ValueError, match="threshold"):
        CascadeReader(_Fake("own"), [], threshold=85)
