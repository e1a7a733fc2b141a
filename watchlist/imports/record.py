"""What is known of a list beside its entries: when it was published, when it came in, whether an import was cut off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from ledger.errors import Fault, FieldFault, LintasError, invalid_field
from watchlist.imports.staging import is_at_work, this_machine

_DATED: Final = re.compile(r"(?<!\d)(20\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class ListRecord:
    """The latest version of a list. `published` is YYYY-MM-DD, '' where nobody told it."""

    list_id: str
    source: str
    published: str
    imported_at: datetime
    list_version: int
    entries: int  # that its files brought


@dataclass(frozen=True, slots=True)
class ImportMark:
    """An import that has begun. It goes in the transaction that writes the list, or when the import gives up."""

    list_id: str
    begun_at: datetime
    machine: str
    folder: str  # see `watchlist.imports.staging`

    def is_cut_off(self, machine: str | None = None, *, works: Callable[[Path], bool] = is_at_work) -> bool | None:
        """Whether its process is gone; None where it ran on another machine, of which nothing is known here."""
        if self.machine != (this_machine() if machine is None else machine):
            return None
        return not works(Path(self.folder))


@dataclass(frozen=True, slots=True)
class Landing:
    """What is written with a list: its record, the mark that goes with it, and whether an older one may come in."""

    record: ListRecord
    mark: ImportMark
    allows_older: bool = False


def check_order(published: str, standing: str, *, allows_older: bool) -> str:
    """The date that the list has afterwards. A list that does not tell its date leaves the one that was known.

    Raises LintasError LIST_OLDER, naming both dates, where the list was published before the one that stands.
    """
    if published and standing and published < standing and not allows_older:
        description = f"published on {published}, but the one that stands on {standing}"
        told = f"this list is older: {description}; take the newest, or allow an older one (--allow-older)"
        field = FieldFault("header.published_date", description)
        raise LintasError(Fault.PRECONDITION, "LIST_OLDER", told, fields=(field,))
    return published or standing


def checked_date(text: str, today: date) -> str:
    """A date as it was given, '' for none. Raises LintasError INVALID_FIELD where it is none, or lies in the future."""
    if not text:
        return ""
    try:
        published = date.fromisoformat(text)
    except ValueError:
        raise invalid_field("header.published_date", "YYYY-MM-DD, a date that exists") from None
    if (published - today).days > 1:  # a day on, since it is tomorrow already elsewhere
        raise invalid_field("header.published_date", "lies in the future")
    return published.isoformat()


def date_in_names(names: Iterable[str]) -> str:
    """The date in the names of a list's files, such as `bans-2026-05-01.csv` or `bans_20260501.csv`.

    The earliest where they differ: files of different days are no newer than the oldest of them. '' where a name has
    none, or more than one.
    """
    found = [[each for each in map(_date_of, _DATED.findall(name)) if each] for name in names]
    return min((dates[0] for dates in found), default="") if all(len(dates) == 1 for dates in found) else ""


def _date_of(parts: tuple[str, str, str, str]) -> str:
    year, _, month, day = parts
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def told_date(texts: Sequence[str], today: date) -> str:
    """The latest date that a list's own files tell; '' where none of them can be one."""
    found = []
    for text in texts:
        try:
            published = date.fromisoformat(text[:10])
        except ValueError:
            continue
        if (published - today).days <= 1:
            found.append(published.isoformat())
    return max(found, default="")
