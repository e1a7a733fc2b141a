"""Notes that are neither about authenticity nor about protection: validity under six months, a stay exceeded."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from ledger.text import Text
from verifier.model.journey import Direction

_MONTHS_WANTED: Final = 6


@dataclass(frozen=True, slots=True)
class PolicyNote:
    """A stable code, the days that it speaks of (left until expiry, or beyond the permitted stay), and a sentence."""

    code: str
    days: int
    text: Text


def policy_notes(
    today: date, *, expires_on: date | None, permitted_until: date | None = None, direction: Direction | None = None
) -> tuple[PolicyNote, ...]:
    """All notes that apply on that day at the post. Dates that are not known give no note.

    `expires_on` is the document's last day, `permitted_until` the last day of the stay that was granted.
    """
    return tuple(_notes(today, expires_on, permitted_until, direction))


def _notes(
    today: date, expires_on: date | None, permitted_until: date | None, direction: Direction | None
) -> Iterator[PolicyNote]:
    if expires_on is not None and today <= expires_on < months_after(today, _MONTHS_WANTED):
        yield _short_validity((expires_on - today).days)
    if permitted_until is not None and today > permitted_until and direction is not Direction.ARRIVAL:
        yield _overstay((today - permitted_until).days)


def months_after(day: date, months: int) -> date:
    """The same day `months` later, or the last day of a month that is too short."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _short_validity(days: int) -> PolicyNote:
    return PolicyNote(
        "VALID_UNDER_SIX_MONTHS",
        days,
        Text(
            id=f"Paspor masih berlaku {days} hari. Banyak negara mensyaratkan enam bulan; ini bukan tanda pemalsuan.",
            en=f"The passport is valid for {days} more days. Many states ask for six months; it is no sign of forgery.",
        ),
    )


def _overstay(days: int) -> PolicyNote:
    return PolicyNote(
        "STAY_EXCEEDED",
        days,
        Text(
            id=f"Izin tinggal terlampaui {days} hari. Tanyakan sebabnya; alasan kemanusiaan dicatat dengan kode.",
            en=f"The permitted stay was exceeded by {days} days. Ask why; humane circumstances get a coded reason.",
        ),
    )
