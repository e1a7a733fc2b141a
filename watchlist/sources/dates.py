"""Birth dates in the English of sanctions lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from watchlist.partial_date import PartialDate

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(r"(circa )?(?:(?:(\d{1,2}) )?([A-Za-z]{3})[a-z]*\.? )?(\d{4})")
_LONGEST_SPAN_YEARS: Final = 40


def english_date(text: str) -> PartialDate | None:
    """From `12 Mar 1960`, `March 1960`, `1960`, each with or without `circa`, which keeps the year only.

    None for any other text; a day that does not exist leaves the year.
    """
    match = _DATE.fullmatch(text.strip())
    if match is None or match[4] == "0000":
        return None
    circa, day, month, year = match.groups()
    if circa or not month:
        return PartialDate(int(year))
    short = month.lower()
    if short not in _MONTHS:
        return PartialDate(int(year))
    try:
        return PartialDate(int(year), _MONTHS.index(short) + 1, int(day or 0))
    except ValueError:
        return PartialDate(int(year))


def every_year(first: int, last: int) -> Iterator[PartialDate]:
    """Each year from first to last, any of which may be the one; nothing where the span says nothing (over 40)."""
    if 0 < first <= last <= 9999 and last - first <= _LONGEST_SPAN_YEARS:
        yield from (PartialDate(year) for year in range(first, last + 1))
