"""Dates of which parts may be unknown, as passports and lists hold them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A Gregorian date; 0 stands for an unknown part, as in `google.type.Date`.

    Refuses (ValueError): a day without a month, a month outside 1…12, a day that the month does not have.
    An unknown year with a known month is allowed, since ICAO 9303-3 §4.8 allows fillers in any part of a birth date.
    """

    year: int = 0
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.year <= 9999:
            raise ValueError("year must be 0 (unknown) or 1…9999")
        if not 0 <= self.month <= 12:
            raise ValueError("month must be 0 (unknown) or 1…12")
        if self.day and not self.month:
            raise ValueError("a day needs a month")
        if not 0 <= self.day <= (self._days_in_month() if self.month else 0):
            raise ValueError("the month has no such day")

    def _days_in_month(self) -> int:
        # an unknown year may be a leap year
        return calendar.monthrange(self.year or 2000, self.month)[1]

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """From `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `00` means unknown. Raises ValueError on anything else."""
        match = _ISO.fullmatch(text.strip())
        if match is None:
            raise ValueError("expected YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = (int(part or 0) for part in match.groups())
        return cls(year, month, day)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """From a full date."""
        return cls(day.year, day.month, day.day)

    @property
    def is_complete(self) -> bool:
        """Year, month and day are all known."""
        return bool(self.year and self.month and self.day)

    def as_date(self) -> date | None:
        """The full date, or None where a part is unknown."""
        return date(self.year, self.month, self.day) if self.is_complete else None

    def agrees_with(self, other: PartialDate) -> bool:
        """No known part contradicts; unknown parts agree with anything."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(a == b or not a or not b for a, b in pairs)

    def __str__(self) -> str:
        if self.day:
            return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
        if self.month:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}"
