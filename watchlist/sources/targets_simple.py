"""OpenSanctions' `targets.simple.csv`: one sanctioned person a row, several values in a cell divided by semicolons.

Format: https://www.opensanctions.org/docs/bulk/csv/. Persons only. It says why somebody is listed only where that is a
sanction, so a person without one is rejected: an office holder or a relative is no watchlist entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from watchlist.entry import Action, Category, DocumentKey, Entry, EntryKind, ListedName, NameStrength
from watchlist.sources import published
from watchlist.sources.identifiers import leading_number
from watchlist.sources.model import Rejected, Source, not_this_format
from watchlist.sources.open_sanctions import (
    IDENTIFIER,
    LONGEST_VALUE,
    MOST_VALUES,
    birth_dates,
    identity_numbers,
    nationalities,
)
from watchlist.sources.text_file import csv_rows, opened_text

COLUMNS: Final = (
    "id", "schema", "name", "aliases", "birth_date", "countries", "addresses", "identifiers", "sanctions", "phones",
    "emails", "dataset", "first_seen", "last_seen", "last_change",
)  # fmt: skip
_REQUIRED: Final = ("id", "schema", "name", "aliases", "birth_date", "countries", "identifiers", "sanctions", "dataset")
_LONGEST_CELL: Final = 100_000


def read(files: Sequence[Path], list_id: str) -> Iterator[Entry | Rejected]:
    """Persons, streaming; companies, ships and the like are passed over.

    Raises LintasError LIST_FORMAT where a column is missing. Columns that are not known are passed over: the
    publisher adds some now and then.
    """
    first_line: dict[str, int] = {}
    for path in files:
        with opened_text(path) as text:
            rows = csv_rows(text)
            columns = _columns(next(rows, (1, None))[1])
            for line, cells in rows:
                if cells is None or (cells and len(cells) != len(columns)):
                    yield Rejected(line, f"row: {len(columns)} columns expected; check the quotes")
                elif cells:
                    row = dict(zip(columns, cells, strict=True))
                    if row["schema"] == "Person":
                        yield _entry_or_rejected(row, line, list_id, first_line)


def _columns(heading: list[str] | None) -> list[str]:
    columns = [name.strip().lower() for name in heading or ()]
    if missing := [name for name in _REQUIRED if name not in columns]:
        raise not_this_format("targets-simple", f"columns missing: {', '.join(missing)}")
    return columns


def _entry_or_rejected(row: dict[str, str], line: int, list_id: str, first_line: dict[str, int]) -> Entry | Rejected:
    if reason := _fault(row):
        return Rejected(line, reason)
    if earlier := first_line.get(row["id"]):
        return Rejected(line, f"id: this id stands in line {earlier} already")
    first_line[row["id"]] = line
    try:
        return _entry(row, list_id)
    except ValueError:
        return Rejected(line, "birth_date: YYYY, YYYY-MM or YYYY-MM-DD, dates that exist")


def _fault(row: dict[str, str]) -> str:
    if not IDENTIFIER.fullmatch(row["id"]):
        return "id: letters, digits and . _ - only, at most 63"
    if not row["name"].strip():
        return "name: required"
    if not row["sanctions"].strip():
        return (
            "sanctions: empty, and this format tells no other ground; entities.ftm.json of the same list tells who is "
            "wanted, and passes over who is not to be listed"
        )
    if any(len(cell) > _LONGEST_CELL for cell in row.values()):
        return "row: a cell of more than 100,000 characters; check the quotes"
    return ""


def _entry(row: dict[str, str], list_id: str) -> Entry:
    identifiers = _values(row["identifiers"])
    name = row["name"].strip()
    aliases = (each for each in _values(row["aliases"]) if each != name)
    return Entry(
        entry_id=f"{list_id}:{row['id']}",
        list_id=list_id,
        kind=EntryKind.PERSON,
        category=Category.SANCTION,
        action=Action.VERIFY_IDENTITY,
        authority=row["dataset"].strip()[:LONGEST_VALUE] or "OpenSanctions",
        provenance=f"OpenSanctions {row['id']}",
        names=(ListedName(name), *(ListedName(alias, strength=NameStrength.STRONG) for alias in aliases)),
        birth_dates=birth_dates(_values(row["birth_date"])),
        nationalities=nationalities(_values(row["countries"])),
        # the format does not tell passports from other numbers, so each is looked for as either
        documents=tuple(
            dict.fromkeys(DocumentKey("", number) for each in identifiers if (number := leading_number(each)))
        ),
        identity_numbers=identity_numbers(identifiers),
        legal_ground=row["sanctions"].strip()[:LONGEST_VALUE],
    )


def _values(cell: str) -> list[str]:
    values = (value.strip() for value in cell.split(";", MOST_VALUES)[:MOST_VALUES])
    return [value for value in dict.fromkeys(values) if value]


def _recognises(sample: bytes) -> bool:
    heading = sample.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].lower().replace(b'"', b"").replace(b" ", b"")
    return heading.startswith(b"id,schema,name,aliases")


SOURCE: Final = Source(
    "targets-simple",
    "OpenSanctions targets.simple.csv, sanctioned persons",
    read,
    _recognises,
    published=published.of_targets,
)
