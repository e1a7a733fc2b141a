"""Our own CSV: one entry a row, the columns of `TEMPLATE`, several values in a cell divided by |."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from watchlist.entry import Action, Category, DocumentKey, Entry, EntryKind, ListedName, Sex
from watchlist.issuers import is_known
from watchlist.partial_date import PartialDate
from watchlist.sources.csv_cells import detailed, divided, instant_of, link_of, named, objection_of
from watchlist.sources.model import Rejected, Source, not_this_format
from watchlist.sources.repeated_keys import RepeatedKeys, place_of
from watchlist.sources.text_file import csv_rows, opened_text
from watchlist.standing import Confidentiality

E = TypeVar("E", bound=Enum)
T = TypeVar("T")

COLUMNS: Final = (
    "entry_id", "kind", "category", "action", "authority", "names", "family", "given", "birth_dates", "birth_places",
    "sex", "nationalities", "documents", "identity_numbers", "legal_ground", "valid_from", "valid_until", "remarks",
    "weak_names", "provenance", "confidentiality", "review_date", "photo_reference", "name_details", "links",
    "objections", "extensions",
)  # fmt: skip
_REQUIRED: Final = ("entry_id", "kind", "category", "action", "authority")
_BEYOND_TEMPLATE: Final = 9  # columns that exports need and people seldom
TEMPLATE: Final = (
    ",".join(COLUMNS[:-_BEYOND_TEMPLATE])
    + "\nEXAMPLE-1,person,travel_ban,refuse_departure,Name of the authority,SURNAME GIVEN|OTHER SPELLING,SURNAME,GIVEN,"
    "1979-11-23|1979,PLACE,M,IDN,IDN:P:X1234567,,Legal ground,2026-01-15T00:00:00Z,2026-07-15T00:00:00Z,\n"
)
_LONGEST_CELL: Final = 10_000
_LONGEST_HEADER: Final = 10_000
_LONGEST_COUNT: Final = 3  # digits
_ENTRY_ID = re.compile(r"[A-Za-z0-9._-]{1,63}")
_PROTECT: Final = frozenset({Action.PROTECT_CHILD, Action.PROTECT_PERSON})
_OF_DOCUMENTS: Final = frozenset(
    {
        Category.LOST_DOCUMENT,
        Category.STOLEN_DOCUMENT,
        Category.STOLEN_BLANK_DOCUMENT,
        Category.REVOKED_DOCUMENT,
    }
)


class _UnfitError(ValueError):
    """A cell that cannot be understood; the text names column and remedy, not the value."""


def read(files: Sequence[Path], list_id: str) -> Iterator[Entry | Rejected]:
    """Entries and rejected rows, streaming; files are read twice to find ids that repeat, in eight bytes a row.

    Cells may be divided by commas or semicolons. Raises LintasError LIST_FORMAT where required columns are missing or
    a column is unknown: a mistyped heading would drop all its values without a word.
    """
    repeated = RepeatedKeys(key for path in files for key in _ids(path))
    for number, path in enumerate(files):
        with _opened(path) as (rows, columns):
            for line, cells in rows:
                if cells != []:
                    found = _entry_or_rejected(columns, cells, line, list_id)
                    yield _once(found, repeated, line, place_of(line, number, len(files)))


def _once(found: Entry | Rejected, repeated: RepeatedKeys, line: int, place: str) -> Entry | Rejected:
    if isinstance(found, Entry) and (earlier := repeated.earlier(found.entry_id.partition(":")[2], place)):
        return Rejected(line, f"entry_id: this id stands in {earlier} already")
    return found


def _ids(path: Path) -> Iterator[str]:
    with _opened(path) as (rows, columns):
        at = columns.index("entry_id")
        yield from (cells[at].strip() for _, cells in rows if cells and at < len(cells))


@contextmanager
def _opened(path: Path) -> Iterator[tuple[Iterator[tuple[int, list[str] | None]], list[str]]]:
    """Rows below the heading, and its columns."""
    with opened_text(path) as text:
        delimiter = ";" if ";" in text.readline(_LONGEST_HEADER) else ","
    with opened_text(path) as text:
        rows = csv_rows(text, delimiter=delimiter)
        yield rows, _columns(next(rows, (1, None))[1])


def _columns(heading: list[str] | None) -> list[str]:
    columns = [name.strip().lower() for name in heading or ()]
    if missing := [name for name in _REQUIRED if name not in columns]:
        raise not_this_format("lintas-csv", f"columns missing: {', '.join(missing)}")
    if unknown := sum(name not in COLUMNS for name in columns):
        raise not_this_format("lintas-csv", f"{unknown} columns unknown; known are {', '.join(COLUMNS)}")
    if len(set(columns)) != len(columns):
        raise not_this_format("lintas-csv", "a column stands there twice")
    return columns


def _entry_or_rejected(columns: list[str], cells: list[str] | None, line: int, list_id: str) -> Entry | Rejected:
    if cells is None or len(cells) > len(columns) or max(map(len, cells)) > _LONGEST_CELL:
        return Rejected(
            line, "row: more cells than columns, or a cell of more than 10,000 characters; check the quotes"
        )
    try:
        return _entry(dict(zip(columns, map(str.strip, cells), strict=False)), list_id)
    except _UnfitError as fault:
        return Rejected(line, str(fault))


def _entry(row: dict[str, str], list_id: str) -> Entry:
    cells = dict.fromkeys(COLUMNS, "") | row
    for name in _REQUIRED:
        if not cells[name]:
            raise _UnfitError(f"{name}: required")
    if not _ENTRY_ID.fullmatch(cells["entry_id"]):
        raise _UnfitError("entry_id: letters, digits and . _ - only, at most 63")
    entry = Entry(
        entry_id=f"{list_id}:{cells['entry_id']}",
        list_id=list_id,
        kind=_member(EntryKind, cells, "kind"),
        category=_member(Category, cells, "category"),
        action=_member(Action, cells, "action"),
        authority=cells["authority"],
        provenance=cells["provenance"] or f"{list_id} {cells['entry_id']}",
        names=_names(cells),
        birth_dates=tuple(_birth_date(text) for text in divided(cells["birth_dates"])),
        birth_places=divided(cells["birth_places"]),
        sex=_member(Sex, {"sex": cells["sex"].upper()}, "sex") if cells["sex"] else None,
        nationalities=tuple(_state(text, "nationalities") for text in divided(cells["nationalities"])),
        documents=tuple(_document(text) for text in divided(cells["documents"])),
        identity_numbers=divided(cells["identity_numbers"]),
        legal_ground=cells["legal_ground"],
        remarks=cells["remarks"],
        valid_from=_instant(cells, "valid_from"),
        valid_until=_instant(cells, "valid_until"),
        confidentiality=_confidentiality(cells),
        review_on=_review_date(cells["review_date"]),
        photo_reference=cells["photo_reference"],
        links=_made(cells, "links", partial(link_of, list_id=list_id), "KIND;ENTRY"),
        objections=_made(cells, "objections", objection_of, "STATE;FILED;DECIDED;REFERENCE"),
        extensions=_extensions(cells["extensions"]),
    )
    _check_whole(entry)
    return entry


def _check_whole(entry: Entry) -> None:
    if (entry.kind is EntryKind.DOCUMENT) != (entry.category in _OF_DOCUMENTS):
        raise _UnfitError(
            "category: lost, stolen, stolen blank and revoked go with kind document, all others with person"
        )
    if entry.category.is_protective != (entry.action in _PROTECT):
        # an alert for somebody's protection must never read as one against them
        raise _UnfitError("action: protect_child or protect_person for protective categories, and only for them")
    if entry.kind is EntryKind.PERSON and not entry.names:
        raise _UnfitError("names: a person needs a name")
    if entry.kind is EntryKind.DOCUMENT and not entry.documents:
        raise _UnfitError("documents: a document entry needs ISSUER:CODE:NUMBER")
    if entry.valid_from and entry.valid_until and entry.valid_from >= entry.valid_until:
        raise _UnfitError("valid_until: must be after valid_from")


def _member(kind: type[E], cells: dict[str, str], column: str) -> E:
    try:
        return kind(cells[column] if kind is Sex else cells[column].lower())
    except ValueError:
        known = ", ".join(str(member.value) for member in kind)
        raise _UnfitError(f"{column}: one of {known}") from None


def _names(cells: dict[str, str]) -> tuple[ListedName, ...]:
    names, weak = divided(cells["names"]), divided(cells["weak_names"])
    if not cells["name_details"]:
        return named(names, weak, cells["family"], cells["given"])
    try:
        return detailed(names, weak, divided(cells["name_details"]))
    except ValueError:
        raise _UnfitError("name_details: STRENGTH;SCRIPT;FAMILY;GIVEN for each name, or nothing at all") from None


def _made(cells: dict[str, str], column: str, make: Callable[[str], T], form: str) -> tuple[T, ...]:
    try:
        return tuple(make(text) for text in divided(cells[column]))
    except (ValueError, OverflowError):
        raise _UnfitError(f"{column}: {form}, as exports write it") from None


def _extensions(text: str) -> int:
    if text and not (text.isascii() and text.isdecimal() and len(text) <= _LONGEST_COUNT):
        raise _UnfitError("extensions: how often the entry was extended, a number")
    return int(text or 0)


def _confidentiality(cells: dict[str, str]) -> Confidentiality:
    if not cells["confidentiality"]:
        return Confidentiality.OFFICIAL
    return _member(Confidentiality, cells, "confidentiality")


def _review_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise _UnfitError("review_date: YYYY-MM-DD, a date that exists") from None


def _birth_date(text: str) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except ValueError:
        raise _UnfitError("birth_dates: YYYY, YYYY-MM or YYYY-MM-DD, a date that exists") from None


def _state(text: str, column: str) -> str:
    code = text.upper()
    if not is_known(code):
        raise _UnfitError(f"{column}: three-letter ICAO codes")
    return code


def _document(text: str) -> DocumentKey:
    parts = [part.strip().upper() for part in text.split(":", 2)]
    if len(parts) != 3 or not parts[2]:
        raise _UnfitError("documents: ISSUER:CODE:NUMBER")
    return DocumentKey(issuer=_state(parts[0], "documents") if parts[0] else "", number=parts[2], code=parts[1])


def _instant(cells: dict[str, str], column: str) -> datetime | None:
    if not cells[column]:
        return None
    try:
        return instant_of(cells[column])
    except (ValueError, OverflowError):
        raise _UnfitError(f"{column}: a time such as 2026-01-15T00:00:00Z") from None


def _recognises(sample: bytes) -> bool:
    return b"entry_id" in sample.split(b"\n", 1)[0].lower()


SOURCE: Final = Source("lintas-csv", "our own CSV, see `lintas watchlist template`", read, _recognises)
