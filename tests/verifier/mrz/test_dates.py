"""Dates of two-digit years: both centuries, unknown parts, the rule for expiry, leap days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from verifier.mrz.dates import before_expiry, birth_dates, expiry_dates
from watchlist.partial_date import PartialDate

TODAY = date(2026, 11, 24)


def _dates(*texts: str) -> tuple[PartialDate, ...]:
    return tuple(PartialDate.parse(text) for text in texts)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("740812", _dates("1974-08-12")),
        ("200101", _dates("2020-01-01", "1920-01-01")),  # a child or a very old person: both are said
        ("261124", _dates("2026-11-24", "1926-11-24")),  # born today
        ("261125", _dates("1926-11-25")),  # nobody is born tomorrow
        ("060101", _dates("2006-01-01", "1906-01-01")),
        ("050101", _dates("2005-01-01")),  # 121 years is no age
        ("040229", _dates("2004-02-29")),
        ("000229", _dates("2000-02-29")),  # 1900 had no such day, nor would it be a living person's
        ("120229", _dates("2012-02-29", "1912-02-29")),
        ("110229", ()),
        ("741301", ()),
        ("740832", ()),
        ("74<<<<", _dates("1974")),
        ("7408<<", _dates("1974-08")),
        ("740000", _dates("1974")),  # zeros for unknown: not in the book, but printed
        ("<<0812", (PartialDate(0, 8, 12),)),
        ("<<0229", (PartialDate(0, 2, 29),)),
        ("<<13<<", ()),
        ("<<2100", ()),
        ("<<<<<<", ()),
        ("74<<12", _dates("1974")),  # a day without a month says nothing
        ("7408", ()),
        ("7<0812", ()),
        ("74O812", ()),
        ("٧٤٠٨١٢", ()),  # digits of another script are no MRZ digits
    ],
)
def test_birth_dates(raw: str, expected: tuple[PartialDate, ...]) -> None:
    assert birth_dates(raw, TODAY) == expected


@pytest.mark.parametrize(
    ("raw", "today", "expected"),
    [
        ("261231", TODAY, "2026-12-31"),
        ("260101", TODAY, "2026-01-01"),  # this year, already past
        ("411231", TODAY, "2041-12-31"),  # the fifteenth year ahead
        ("420101", TODAY, "1942-01-01"),  # the sixteenth lies behind
        ("251231", TODAY, "2025-12-31"),
        ("991231", TODAY, "1999-12-31"),
        ("101231", date(1996, 1, 1), "2010-12-31"),  # across the century
        ("961231", date(1996, 1, 1), "1996-12-31"),
        ("121231", date(1996, 1, 1), "1912-12-31"),
        ("280229", TODAY, "2028-02-29"),
    ],
)
def test_expiry_dates(raw: str, today: date, expected: str) -> None:
    assert expiry_dates(raw, today) == _dates(expected)


@pytest.mark.parametrize("raw", ["270229", "2612<<", "<<1231", "261300", "260000", "<<<<<<", "ABCDEF", ""])
def test_no_expiry_date(raw: str) -> None:
    assert expiry_dates(raw, TODAY) == ()


@pytest.mark.parametrize(
    ("births", "expiries", "expected"),
    [
        (("2020-01-01", "1920-01-01"), ("2015-01-01",), ("1920-01-01",)),  # the document ended before 2020
        (("2020-01-01", "1920-01-01"), ("2030-01-01",), ("2020-01-01", "1920-01-01")),
        (("2020-06-01", "1920-06-01"), ("2020-01-01",), ("1920-06-01",)),  # later in the same year
        (("2020", "1920"), ("2020-01-01",), ("2020", "1920")),
        (("2020-01-01",), ("2015-01-01",), ("2020-01-01",)),  # absurd, and still said
        (("2020-01-01",), (), ("2020-01-01",)),
        ((), ("2015-01-01",), ()),
    ],
)
def test_births_before_the_end(births: tuple[str, ...], expiries: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert before_expiry(_dates(*births), _dates(*expiries)) == _dates(*expected)


DAYS = st.dates(date(1, 1, 1), date(9980, 12, 31))


@example(date(1899, 6, 1), date(2000, 6, 1))
@given(DAYS, st.dates(date(1950, 1, 1), date(2200, 1, 1)))
def test_the_true_birth_date_is_among_them(born: date, today: date) -> None:
    found = birth_dates(born.strftime("%y%m%d"), today)
    assert all(each <= PartialDate.of(today) for each in found)
    if born <= today and today.year - born.year <= 120:
        assert PartialDate.of(born) in found


@given(st.text("0123456789<", min_size=6, max_size=6) | st.text(max_size=8), DAYS)
def test_nothing_raises(raw: str, today: date) -> None:
    births, expiries = birth_dates(raw, today), expiry_dates(raw, today)
    assert len(births) <= 2
    assert len(expiries) <= 1
    assert set(before_expiry(births, expiries)) <= set(births)
    assert all(today.year - 84 <= each.year <= today.year + 15 for each in expiries)
