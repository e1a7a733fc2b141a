"""Notes that accuse nobody: when they appear, and on which day they stop."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.indicators.policy_notes import months_after, policy_notes
from verifier.model.journey import Direction

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("expires_on", "days"),
    [
        (date(2026, 11, 23), None),  # expired: a check says so, not a note
        (date(2026, 11, 24), 0),
        (date(2027, 5, 23), 180),
        (date(2027, 5, 24), None),
        (date(2036, 11, 24), None),
        (None, None),
    ],
)
def test_six_months(expires_on: date | None, days: Any) -> None:
    notes = policy_notes(TODAY, expires_on=expires_on)
    assert [note.days for note in notes] == ([] if days is None else [days])


@pytest.mark.parametrize(
    ("permitted_until", "direction", "days"),
    [
        (date(2026, 11, 24), Direction.DEPARTURE, None),
        (date(2026, 11, 23), Direction.DEPARTURE, 1),
        (date(2026, 11, 23), None, 1),
        (date(2026, 11, 23), Direction.ARRIVAL, None),
        (None, Direction.DEPARTURE, None),
    ],
)
def test_overstay(permitted_until: date | None, direction: Direction | None, days: Any) -> None:
    notes = policy_notes(TODAY, expires_on=None, permitted_until=permitted_until, direction=direction)
    assert [note.days for note in notes] == ([] if days is None else [days])


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 31), 12, date(2027, 1, 31)),
    ],
)
def test_months(day: date, months: int, expected: date) -> None:
    assert months_after(day, months) == expected


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(-400, 400))
def test_both_languages_say_the_number(today: date, days: int) -> None:
    notes = policy_notes(today, expires_on=today + timedelta(days), permitted_until=today - timedelta(days))
    for note in notes:
        assert str(note.days) in note.text.id
        assert str(note.days) in note.text.en
        assert note.text.id != note.text.en
