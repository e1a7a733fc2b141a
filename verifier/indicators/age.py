"""How old the documents make the traveller; where they leave it open, the younger age counts (benefit of the doubt)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from verifier.mrz.check_digits import compute
from verifier.mrz.parse import parse
from verifier.mrz.record import MrzField, MrzRecord
from watchlist.partial_date import PartialDate

ADULT_YEARS: Final = 18
_OLDEST_WHO_MIGHT_BE_A_CHILD: Final = 25
_YOUNGEST_WHO_MIGHT_PASS: Final = 10


@dataclass(frozen=True, slots=True)
class AgeRange:
    """The ages in full years that a birth date of which parts may be unknown allows, both ends included."""

    youngest: int
    oldest: int

    @property
    def is_adult(self) -> bool:
        """Surely 18 or more."""
        return self.youngest >= ADULT_YEARS

    @property
    def is_child(self) -> bool:
        """Surely under 18."""
        return self.oldest < ADULT_YEARS


def age_on(birth: PartialDate, today: date) -> AgeRange | None:
    """None where the year is unknown or the birth lies ahead."""
    if not birth.year:
        return None
    latest = (birth.month or 12, birth.day or 31)
    earliest = (birth.month or 1, birth.day or 1)
    day = (today.month, today.day)
    youngest = today.year - birth.year - (day < latest)
    oldest = today.year - birth.year - (day < earliest)
    return AgeRange(max(youngest, 0), oldest) if oldest >= 0 else None


def ages(records: Iterable[MrzRecord | None], printed: PartialDate | None, today: date) -> tuple[AgeRange, ...]:
    """One range for the printed date and each record; a two-digit year is read as the other dates suggest."""
    known = [printed] if printed is not None else []
    for record in records:
        if record is not None and record.birth_dates:
            agreeing = [each for each in record.birth_dates if any(each.agrees_with(other) for other in known)]
            known.append((agreeing or list(record.birth_dates))[0])
    return tuple(found for birth in known if (found := age_on(birth, today)) is not None)


def ages_contradict(found: Iterable[AgeRange]) -> bool:
    """One makes an adult, another a child, whatever the unknown parts are."""
    ranges = tuple(found)
    return any(each.is_adult for each in ranges) and any(each.is_child for each in ranges)


def is_trusted(record: MrzRecord | None, *, was_read_again: bool) -> bool:
    """Its birth date may contradict another: the digit fits, or a second reading says that it is printed so."""
    return record is not None and (was_read_again or "birth_date" not in record.wrong_digits)


def digits_fit_a_child(record: MrzRecord, today: date) -> bool:
    """A young adult whose printed check digits were computed for another year, in which they are 10 to 17.

    The birth date's own digit and the composite weigh the year differently (9303-3 §4.9), so damage seldom satisfies
    both; a record that one other digit would repair is taken as damaged. Only for printed ages of 18 to 25: nobody else
    is made older to pass as an adult.
    """
    printed = age_on(record.birth_dates[0], today) if record.birth_dates else None
    if set(record.wrong_digits) != {"birth_date", "composite"} or printed is None:
        return False
    if not ADULT_YEARS <= printed.youngest <= _OLDEST_WHO_MIGHT_BE_A_CHILD:
        return False
    field = record.field_named("birth_date")
    if (
        field is None
        or len(field.spans) != 1
        or _is_whole(_with(record, field, field.raw + field.computed_digit), today)
    ):
        return False
    candidates = (f"{year % 100:02d}{field.raw[2:]}" for year in _years_of_children(today))
    fitting = (each for each in candidates if compute(each) == field.printed_digit)
    return any(_is_of_a_child(_with(record, field, each), today) for each in fitting)


def _years_of_children(today: date) -> range:
    return range(today.year - ADULT_YEARS, today.year - _YOUNGEST_WHO_MIGHT_PASS + 1)


def _with(record: MrzRecord, field: MrzField, text: str) -> tuple[str, ...]:
    """The lines with `text` where the birth date stands; text one longer replaces its digit too."""
    at, start = field.spans[0].line, field.spans[0].start
    line = record.lines[at]
    changed = line[:start] + text + line[start + len(text) :]
    return (*record.lines[:at], changed, *record.lines[at + 1 :])


def _is_whole(lines: tuple[str, ...], today: date) -> bool:
    return not parse(lines, today).wrong_digits


def _is_of_a_child(lines: tuple[str, ...], today: date) -> bool:
    changed = parse(lines, today)
    found = age_on(changed.birth_dates[0], today) if changed.birth_dates and not changed.wrong_digits else None
    return found is not None and found.is_child
