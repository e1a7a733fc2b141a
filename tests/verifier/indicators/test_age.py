"""Ages where dates are partial, records differ, or the digits tell another date than the print."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.verifier.indicators.travellers import TODAY, facts_of, passport
from verifier.indicators.age import AgeRange, age_on, digits_fit_a_child
from verifier.model.visual_zone import VisualZone
from verifier.mrz.parse import parse
from watchlist.partial_date import PartialDate


@pytest.mark.parametrize(
    ("birth", "expected"),
    [
        (PartialDate(2008, 11, 24), AgeRange(18, 18)),
        (PartialDate(2008, 11, 25), AgeRange(17, 17)),
        (PartialDate(2008, 11), AgeRange(17, 18)),
        (PartialDate(2008), AgeRange(17, 18)),
        (PartialDate(2026, 11, 24), AgeRange(0, 0)),
        (PartialDate(2026), AgeRange(0, 0)),
        (PartialDate(2027), None),
        (PartialDate(0, 5, 3), None),
        (PartialDate(2004, 2, 29), AgeRange(22, 22)),
    ],
)
def test_age(birth: PartialDate, expected: AgeRange | None) -> None:
    assert age_on(birth, TODAY) == expected


@given(st.dates(date(1910, 1, 1), TODAY))
def test_unknown_parts_only_widen(born: date) -> None:
    exact = age_on(PartialDate.of(born), TODAY)
    wide = age_on(PartialDate(born.year), TODAY)
    assert exact is not None
    assert wide is not None
    assert exact.youngest == exact.oldest
    assert wide.youngest <= exact.youngest <= wide.oldest


CHILD_PRINTED = VisualZone(birth_date=PartialDate(2010, 1, 2))


def test_a_page_that_makes_a_child_of_an_adult_contradicts() -> None:
    facts = facts_of(lines=passport(birth="000102"), visual_zone=CHILD_PRINTED)
    assert facts.values["traveller.ages_contradict"] is True
    assert facts.values["traveller.age_years"] == 16
    assert facts.is_child


def test_a_misread_year_contradicts_nobody_until_it_was_read_again() -> None:
    lines = passport(birth="000102", birth_digits_of="100102")
    adult = VisualZone(birth_date=PartialDate(1990, 1, 2))
    misread = (lines[0], passport(birth="100102", birth_digits_of="900102")[1])
    assert "traveller.ages_contradict" not in facts_of(lines=misread, visual_zone=adult).values
    assert facts_of(lines=misread, visual_zone=adult, is_retry=True).values["traveller.ages_contradict"] is True


def test_unknown_days_do_not_contradict() -> None:
    page = VisualZone(birth_date=PartialDate(2008))
    facts = facts_of(lines=passport(birth="080102"), visual_zone=page)
    assert facts.values["traveller.ages_contradict"] is False
    assert facts.values["traveller.age_years"] == 17  # benefit of the doubt


def test_a_century_is_read_as_the_page_says() -> None:
    page = VisualZone(birth_date=PartialDate(1920, 1, 2))
    facts = facts_of(lines=passport(birth="200102"), visual_zone=page)
    assert facts.values["traveller.ages_contradict"] is False
    assert facts.values["traveller.age_years"] == 106


@pytest.mark.parametrize(
    ("printed", "digits_of", "expected"),
    [
        ("080102", "100102", True),  # 18 as printed, 16 by the digits
        ("030502", "130502", True),  # 23 and 13
        ("080102", "080102", False),  # nothing wrong
        ("000102", "100102", False),  # 26: nobody needs to pass as that
        ("080102", "050102", False),  # another adult
        ("080102", "200102", False),  # a small child could never pass
        ("050102", "150102", True),
        ("100102", "120102", False),  # a child either way: no adult was made of it
    ],
)
def test_digits_computed_for_a_child(printed: str, digits_of: str, expected: bool) -> None:  # noqa: FBT001 - a table
    record = parse(passport(birth=printed, birth_digits_of=digits_of), TODAY)
    assert digits_fit_a_child(record, TODAY) is expected


@given(st.integers(2001, 2008), st.integers(1, 9))
def test_one_worn_digit_is_damage(year: int, added: int) -> None:
    """Whichever digit is worn: the birth date's own, which spoils the composite too, or the composite alone."""
    first, second = passport(birth=f"{year % 100:02d}0102")
    for place in (19, 43):
        worn = second[:place] + str((int(second[place]) + added) % 10) + second[place + 1 :]
        assert not digits_fit_a_child(parse((first, worn), TODAY), TODAY)
