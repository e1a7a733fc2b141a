"""What a birth date says. Years alone, swapped day and month, and one wrong digit say less, but not nothing."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from watchlist.partial_date import PartialDate


class DateMatch(Enum):
    """From agreeing to contradicting."""

    EQUAL = "equal"
    SWAPPED = "swapped"
    ONE_DIGIT = "one_digit"
    YEAR = "year"
    NEAR_YEAR = "near_year"
    FEW_YEARS = "few_years"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


_ORDER = list(DateMatch)
_FEW_YEARS = 3  # lists that say 'circa' are off by that much


def match(seen: Sequence[PartialDate], listed: Sequence[PartialDate]) -> DateMatch:
    """The best that any pair of possible dates gives; UNKNOWN where one side has none."""
    if not seen or not listed:
        return DateMatch.UNKNOWN
    if len(seen) == 1 and len(listed) == 1:
        return _pair(seen[0], listed[0])
    return min((_pair(a, b) for a in seen for b in listed), key=_ORDER.index)


def _pair(a: PartialDate, b: PartialDate) -> DateMatch:
    if not a.year or not b.year:
        return DateMatch.UNKNOWN
    if a.is_complete and b.is_complete:
        return _complete(a, b)
    if a.year == b.year:
        contradicts = a.month and b.month and a.month != b.month
        return DateMatch.NEAR_YEAR if contradicts else DateMatch.YEAR
    return _years(a, b)


def _complete(a: PartialDate, b: PartialDate) -> DateMatch:
    if a == b:
        return DateMatch.EQUAL
    if a.year == b.year and (a.month, a.day) == (b.day, b.month):
        return DateMatch.SWAPPED
    if _differ_in_one_digit(a, b):
        return DateMatch.ONE_DIGIT
    # 1 January is what registries write for 'some day of that year'
    if a.year == b.year and (1, 1) in {(a.month, a.day), (b.month, b.day)}:
        return DateMatch.YEAR
    return _years(a, b)


def _differ_in_one_digit(a: PartialDate, b: PartialDate) -> bool:
    """Of YYYYMMDD, for complete dates."""
    apart = [(x, y) for x, y in ((a.year, b.year), (a.month, b.month), (a.day, b.day)) if x != y]
    if len(apart) != 1:
        return False
    x, y = apart[0]
    digits = 0
    while x or y:
        digits += x % 10 != y % 10
        x, y = x // 10, y // 10
    return digits == 1


def _years(a: PartialDate, b: PartialDate) -> DateMatch:
    apart = abs(a.year - b.year)
    if apart <= 1:
        return DateMatch.NEAR_YEAR
    return DateMatch.FEW_YEARS if apart <= _FEW_YEARS else DateMatch.DIFFERENT
