"""The engine works for nobody who has stopped waiting, and reads no more than it must."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ledger.errors import Fault, LintasError
from tests.verifier.people import GOOD, NOW, NoReader, engine, plenty
from tests.watchlist.people import person
from verifier.engine import Request
from verifier.model.presentation import Presentation
from verifier.model.reading import ReadCharacter, Reading
from verifier.model.visual_zone import VisualZone
from watchlist.entry import Grade
from watchlist.partial_date import PartialDate


def running_out(*left: float) -> Callable[[], float]:
    remaining = list(left)
    return lambda: remaining.pop(0) if len(remaining) > 1 else remaining[0]


def seen(lines: tuple[str, ...] = GOOD) -> Reading:
    characters = tuple(tuple(ReadCharacter(c, c, 0.99) for c in line) for line in lines)
    return Reading(lines, characters, "test", 0.99, 0.99, 1.0)


def test_a_passed_deadline_is_told_before_anything_costly() -> None:
    reader = NoReader((seen(),))
    with pytest.raises(LintasError) as caught:
        engine(reader=reader).examine(Presentation(image=b"x"), Request(NOW, running_out(0.0)))
    assert (caught.value.fault, caught.value.reason, reader.asked) == (Fault.OVERDUE, "DEADLINE_PASSED", 0)


def test_a_deadline_that_passes_while_reading_is_told_too() -> None:
    reader = NoReader((seen(),))
    with pytest.raises(LintasError):
        engine(reader=reader).examine(Presentation(image=b"x"), Request(NOW, running_out(5.0, 5.0, 0.0)))
    assert reader.asked == 1


def test_lines_from_the_terminal_are_not_read_again() -> None:
    reader = NoReader((seen(),))
    found = engine(reader=reader).examine(Presentation(image=b"x", mrz_lines=GOOD), Request(NOW, plenty))
    assert (reader.asked, found.reading) == (0, None)
    assert len(found.provenance.image_sha256) == 64


def test_what_was_read_is_what_is_parsed_and_searched() -> None:
    listed = person("a", "BUDI SANTOSO", "1985-03-12")
    found = engine(listed, reader=NoReader((seen(),))).examine(Presentation(image=b"x"), Request(NOW, plenty))
    assert found.record is not None
    assert found.record.lines == GOOD
    assert [hit.entry.entry_id for hit in found.search.hits] == ["a"]
    assert found.search.hits[0].comparison.grade is Grade.EXACT


def test_other_readings_are_kept_apart() -> None:
    other = seen(("P<UTO", "X"))
    found = engine(reader=NoReader((seen(), other))).examine(Presentation(image=b"x"), Request(NOW, plenty))
    assert found.other_readings == (other,)


def test_without_an_mrz_the_page_is_searched() -> None:
    listed = person("a", "BUDI SANTOSO", "1985-03-12")
    page = VisualZone(surname="Santoso", given_names="Budi", birth_date=PartialDate(1985, 3, 12))
    found = engine(listed).examine(Presentation(image=b"x", visual_zone=page), Request(NOW, plenty))
    assert found.record is None
    assert [hit.entry.entry_id for hit in found.search.hits] == ["a"]
