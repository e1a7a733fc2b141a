"""Our own CSV: one entry a row, the columns of `TEMPLATE`, several values in a cell divided by |."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Final, TypeVar

from watchlist.entry import Action, Category, DocumentKey, Entry, EntryKind, ListedName, NameStrength, Sex
from watchlist.issuers import is_known
from watchlist.partial_date import PartialDate
from watchlist.sources.model import Rejected, Source, not_this_format
from watchlist.sources.text_file import opened_text

E = TypeVar("E", bound=Enum)

COLUMNS: Final = (
    "entry_id", "kind", "category", "action", "authority", "names", "family", "given", "birth_dates", "birth_places",
    "sex", "nationalities", "documents", "identity_numbers", "legal_ground", "valid_from", "valid_until", "remarks",
)  # fmt: skip
_REQUIRED: Final = ("entry_id", "kind", "category", "action", "authority")
TEMPLATE: Final = (
    ",".join(COLUMNS)
    + "\nEXAMPLE-1,person,travel_ban,refuse_departure,Name of the authority,SURNAME GIVEN|OTHER SPELLING,SURNAME,GIVEN,"
    "1979-11-23|1979,PLACE,M,IDN,IDN:P:X1234567,,Legal ground,2026-01-15T00:00:00Z,2026-07-15T00:00:00Z,\n"
)
_LONGEST_CELL: Final = 10_000


class _UnfitError(ValueError):
    """A cell that cannot be understood; the text names column and remedy, not the value."""


def read(files: Sequence[Path], list_id: str) -> Iterator[Entry | Rejected]:
    """Entries and rejected rows, streaming. Raises LintasError LIST_FORMAT where required columns are missing."""
    for path in files:
        with opened_text(path) as text:
            rows = csv.DictReader(text)
            missing = [name for name in _REQUIRED if name not in (rows.fieldnames or ())]
            if missing:
                raise not_this_format("lintas-csv", f"columns missing: {', '.join(missing)}")
            seen: set[str] = set()
            for row in rows:
                yield _entry_or_rejected(row, rows.line_num, list_id, seen)


def _entry_or_rejected(row: dict[str, str], line: int, list_id: str, seen: set[str]) -> Entry | Rejected:
    try:
        entry = _entry(row, list_id)
    except _UnfitError as fault:
        return Rejected(line, str(fault))
    if entry.entry_id in seen:
        return Rejected(line, "entry_id: this id stands in an earlier row")
    seen.add(entry.entry_id)
    return entry


def _entry(row: dict[str, str], list_id: str) -> Entry:
    cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
    if None in row or any(len(cell) > _LONGEST_CELL for cell in cells.values()):
        raise _UnfitError("row: more cells than columns, or a cell of more than 10,000 characters; check the quotes")
    for name in _REQUIRED:
        if not cells[name]:
            raise _UnfitError(f"{name}: required")
    entry = Entry(
        entry_id=f"{list_id}:{cells['entry_id']}",
        list_id=list_id,
        kind=_member(EntryKind, cells, "kind"),
        category=_member(Category, cells, "category"),
        action=_member(Action, cells, "action"),
        authority=cells["authority"],
        provenance=f"{list_id} {cells['entry_id']}",
        names=_names(cells),
        birth_dates=tuple(_birth_date(text) for text in _values(cells["birth_dates"])),
        birth_places=_values(cells["birth_places"]),
        sex=_member(Sex, {"sex": cells["sex"].upper()}, "sex") if cells["sex"] else None,
        nationalities=tuple(_state(text, "nationalities") for text in _values(cells["nationalities"])),
        documents=tuple(_document(text) for text in _values(cells["documents"])),
        identity_numbers=_values(cells["identity_numbers"]),
        legal_ground=cells["legal_ground"],
        remarks=cells["remarks"],
        valid_from=_instant(cells, "valid_from"),
        valid_until=_instant(cells, "valid_until"),
    )
    _check_whole(entry)
    return entry


def _check_whole(entry: Entry) -> None:
    if entry.kind is EntryKind.PERSON and not entry.names:
        raise _UnfitError("names: a person needs a name")
    if entry.kind is EntryKind.DOCUMENT and not entry.documents:
        raise _UnfitError("documents: a document entry needs ISSUER:CODE:NUMBER")
    if entry.valid_from and entry.valid_until and entry.valid_from >= entry.valid_until:
        raise _UnfitError("valid_until: must be after valid_from")


def _values(cell: str) -> tuple[str, ...]:
    return tuple(text.strip() for text in cell.split("|") if text.strip())


def _member(kind: type[E], cells: dict[str, str], column: str) -> E:
    try:
        return kind(cells[column] if kind is Sex else cells[column].lower())
    except ValueError:
        known = ", ".join(str(member.value) for member in kind)
        raise _UnfitError(f"{column}: one of {known}") from None


def _names(cells: dict[str, str]) -> tuple[ListedName, ...]:
    names = _values(cells["names"])
    family, given = cells["family"], cells["given"]
    if not names and (family or given):
        names = (f"{given} {family}".strip(),)
    return tuple(
        ListedName(name, family, given) if number == 0 else ListedName(name, strength=NameStrength.STRONG)
        for number, name in enumerate(names)
    )


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
    parts = [part.strip().upper() for part in text.split(":")]
    if len(parts) != 3 or not parts[2]:
        raise _UnfitError("documents: ISSUER:CODE:NUMBER")
    return DocumentKey(issuer=_state(parts[0], "documents") if parts[0] else "", number=parts[2], code=parts[1])


def _instant(cells: dict[str, str], column: str) -> datetime | None:
    if not cells[column]:
        return None
    try:
        instant = datetime.fromisoformat(cells[column])
    except ValueError:
        raise _UnfitError(f"{column}: a time such as 2026-01-15T00:00:00Z") from None
    return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)


def _recognises(sample: bytes) -> bool:
    return b"entry_id" in sample.splitlines()[0] if sample.strip() else False


SOURCE: Final = Source("lintas-csv", "our own CSV, see `lintas watchlist template`", read, _recognises)
