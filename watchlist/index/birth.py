"""Birth dates as numbers, so that a hundred thousand rows are ranked at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from watchlist.index.vocabulary import Ints
from watchlist.partial_date import PartialDate

# rough worth in nats when candidates are ranked; the scorer weighs the date again, exactly
_EQUAL: Final = 8.0
_YEAR: Final = 1.5
_NEAR_YEAR: Final = 0.5
_SAME_DAY: Final = 1.0  # day and month agree, the year does not
_DIFFERENT: Final = -2.0


def packed(date: PartialDate) -> int:
    """A date as one number, YYYYMMDD with zeros for unknown parts."""
    return date.year * 10_000 + date.month * 100 + date.day


def swapped(date: int) -> int:
    """A packed date with day and month changed round; 0 where that makes no other date."""
    year, month, day = date // 10_000, date // 100 % 100, date % 100
    return year * 10_000 + day * 100 + month if year and 0 < day <= 12 and month and day != month else 0


def worth(listed: Ints, seen: Sequence[int]) -> NDArray[np.float32]:
    """Nats for every packed date (`yyyymmdd`), best over the dates seen; 0 where one side is unknown."""
    known = [date for date in seen if date // 10_000]
    best = np.full(len(listed), _DIFFERENT if known else 0.0, np.float32)
    for date in known[:3]:
        np.maximum(best, _worth_of(listed, date), out=best)
    best[listed < 10_000] = 0.0  # no date, several, or none with a year
    return best


def _worth_of(listed: Ints, date: int) -> NDArray[np.float32]:
    years = listed // 10_000
    found = np.full(len(listed), _DIFFERENT, np.float32)
    found[np.abs(years - date // 10_000) <= 1] = _NEAR_YEAR
    if date % 10_000:
        found[listed - years * 10_000 == date % 10_000] = _SAME_DAY
    found[years == date // 10_000] = _YEAR
    found[listed == date] = _EQUAL
    return found


def near(years: NDArray[np.int16], seen: Sequence[int]) -> NDArray[np.bool_]:
    """Rows born in a year that was seen, in the one before or after, or in an unknown year (0)."""
    found: NDArray[np.bool_] = years == 0
    for year in {date // 10_000 for date in seen}:
        # shifted so that one unsigned comparison does for three years
        found |= (years - np.int16(year - 1)).view(np.uint16) <= 2
    return found
