"""MRZ dates: years of two digits, sometimes unknown parts. The century is never guessed: all possible dates come out.

Sources: ICAO Doc 9303-3 §4.8 (unknown parts are fillers), BSI TR-03135 (an expiry year from this one to fifteen years
on lies in the future, any other in the past).
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from watchlist.partial_date import PartialDate

_FUTURE_YEARS: Final = 15
_LONGEST_LIFE_YEARS: Final = 120
_PART = re.compile(r"[0-9]{2}|<<")


def _parts(raw: str) -> tuple[int | None, int, int] | None:
    """Two-digit year (None where unknown), month and day (0 where unknown); None where the text is no date at all."""
    pieces = [raw[0:2], raw[2:4], raw[4:6]]
    if len(raw) != 6 or not all(_PART.fullmatch(piece) for piece in pieces):
        return None
    year, month, day = (None if piece == "<<" else int(piece) for piece in pieces)
    # 00 is not among the lawful ways to say 'unknown', but issuers use it
    return year, month or 0, day or 0


def _dates(years: list[int], month: int, day: int) -> list[PartialDate]:
    found = []
    for year in years:
        try:
            found.append(PartialDate(year, month, day if month else 0))
        except ValueError:
            continue  # 29 February exists in one century and not in the other
    return found


def birth_dates(raw: str, today: date) -> tuple[PartialDate, ...]:
    """Every birth date that `raw` (YYMMDD) may mean, the latest first; none in the future.

    Empty where `raw` is no date. A year of two digits means at most two years in a life of 120.
    """
    parts = _parts(raw)
    if parts is None:
        return ()
    year, month, day = parts
    if year is None:
        return tuple(_dates([0], month, day)) if month else ()
    century = today.year - today.year % 100
    oldest = max(1, today.year - _LONGEST_LIFE_YEARS)
    # early in a century somebody of 101 was born two centuries before
    years = [
        each for each in (century + year, century - 100 + year, century - 200 + year) if oldest <= each <= today.year
    ]
    return tuple(found for found in _dates(years, month, day) if _earliest(found) <= today)


def _earliest(found: PartialDate) -> date:
    return date(found.year, found.month or 1, found.day or 1)


def expiry_dates(raw: str, today: date) -> tuple[PartialDate, ...]:
    """The expiry date that `raw` (YYMMDD) means by the rule of TR-03135; empty where it is no full date."""
    parts = _parts(raw)
    if parts is None or parts[0] is None or not parts[1] or not parts[2]:
        return ()
    _, month, day = parts
    return tuple(_dates([_expiry_year(parts[0], today)], month, day))


def _expiry_year(two_digits: int, today: date) -> int:
    ahead = (two_digits - today.year) % 100
    return today.year + ahead if ahead <= _FUTURE_YEARS else today.year + ahead - 100


def before_expiry(births: tuple[PartialDate, ...], expiries: tuple[PartialDate, ...]) -> tuple[PartialDate, ...]:
    """Births that lie before the document's end; all of them where that leaves none."""
    if not expiries:
        return births
    end = max(expiries)
    kept = tuple(birth for birth in births if not birth.year or birth <= end)
    return kept or births
