"""OFAC's list of Specially Designated Nationals: sdn.csv, with alt.csv and the comments file beside it where given.

Format: OFAC's "SDN list data formats" (legacy delimited files), in the 2021 layout without header and the later one
with a header. Persons only: vessels and companies do not travel.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from watchlist.entry import Action, Category, DocumentKey, Entry, EntryKind, ListedName, NameStrength, Sex
from watchlist.issuers import code_of
from watchlist.partial_date import PartialDate
from watchlist.sources.model import Rejected, Source, not_this_format
from watchlist.sources.text_file import opened_text

_EMPTY: Final = "-0-"
_MONTHS: Final = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_DATE = re.compile(r"(?:circa )?(?:(?:(\d{1,2}) )?([A-Za-z]{3}) )?(\d{4})")
_WEAK_ALIAS = re.compile(r"(?:a|f)\.k\.a\. '([^']+)'")
_PASSPORT = re.compile(r"(?:alt\. )?Passport ([^\s(;]+)(?: \(([^)]+)\))?")
_IDENTITY = re.compile(
    r"(?:alt\. )?(?:National ID No\.|Identification Number|National Foreign ID Number|Cedula No\.|C\.U\.R\.P\."
    r"|Personal ID Card|D\.N\.I\.|Tax ID No\.|R\.F\.C\.|SSN) ([^\s(;]+)"
)
_LONGEST_SPAN_YEARS: Final = 10


def read(files: Sequence[Path], list_id: str) -> Iterator[Entry | Rejected]:
    """Persons. The first file is sdn.csv; alt.csv and comments among the others are recognised by their content."""
    aliases, comments = _beside(files[1:])
    with opened_text(files[0]) as text:
        for line, row in enumerate(csv.reader(text), start=1):
            cells = [cell.strip() for cell in row]
            if line == 1 and cells[0] == "ID":
                continue
            if len(cells) < 12:
                if line == 1:
                    raise not_this_format("ofac-sdn", "rows of twelve columns expected")
                if any(cell.strip("\x1a") for cell in cells):
                    yield Rejected(line, "row: twelve columns expected")
                continue
            if cells[2] == "individual":
                yield _entry(cells, list_id, aliases.get(cells[0], ()), comments.get(cells[0], ""))


def _beside(files: Sequence[Path]) -> tuple[dict[str, list[tuple[str, str]]], dict[str, str]]:
    aliases: dict[str, list[tuple[str, str]]] = {}
    comments: dict[str, str] = {}
    for path in files:
        with opened_text(path) as text:
            for row in csv.reader(text):
                if len(row) >= 4:
                    aliases.setdefault(row[0].strip(), []).append((row[2].strip(), row[3].strip()))
                elif len(row) == 2:
                    comments[row[0].strip()] = row[1]
    return aliases, comments


def _entry(cells: list[str], list_id: str, aliases: Sequence[tuple[str, str]], more: str) -> Entry:
    # a long remark is cut mid-word and goes on in the comments file
    remarks = ("" if cells[11] == _EMPTY else cells[11]) + more
    parts = [part.strip().rstrip(".") for part in remarks.split(";")]
    return Entry(
        entry_id=f"{list_id}:{cells[0]}",
        list_id=list_id,
        kind=EntryKind.PERSON,
        category=Category.SANCTION,
        action=Action.VERIFY_IDENTITY,
        authority="OFAC",
        provenance=f"OFAC SDN {cells[0]}",
        names=tuple(_names(cells[1], aliases, remarks)),
        birth_dates=tuple(dict.fromkeys(date for part in parts for date in _birth_dates(part))),
        birth_places=tuple(part.split("POB ", 1)[1] for part in parts if part.startswith(("POB ", "alt. POB "))),
        sex=_sex(parts),
        nationalities=tuple(dict.fromkeys(code for part in parts if (code := _nationality(part)))),
        documents=tuple(
            DocumentKey(issuer=code_of(country or ""), number=number.upper(), code="P")
            for number, country in _PASSPORT.findall(remarks)
        ),
        identity_numbers=tuple(dict.fromkeys(_IDENTITY.findall(remarks))),
        legal_ground="" if cells[3] == _EMPTY else cells[3],
    )


def _names(name: str, aliases: Sequence[tuple[str, str]], remarks: str) -> Iterator[ListedName]:
    yield _listed(name, NameStrength.PRIMARY)
    for _kind, alias in aliases:
        yield _listed(alias, NameStrength.STRONG)
    for alias in _WEAK_ALIAS.findall(remarks):
        yield _listed(alias, NameStrength.WEAK)


def _listed(text: str, strength: NameStrength) -> ListedName:
    family, comma, given = text.partition(",")
    if not comma:
        return ListedName(text, strength=strength)
    return ListedName(f"{given.strip()} {family.strip()}", family.strip(), given.strip(), strength)


def _birth_dates(part: str) -> Iterator[PartialDate]:
    if not part.startswith(("DOB ", "alt. DOB ")):
        return
    text = part.split("DOB ", 1)[1]
    ends = [found for piece in text.split(" to ") if (found := _date(piece)) is not None]
    if len(ends) == 2:
        span = range(ends[0].year, ends[1].year + 1)
        yield from (PartialDate(year) for year in span[: _LONGEST_SPAN_YEARS + 1])
    else:
        yield from ends


def _date(text: str) -> PartialDate | None:
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    day, month, year = match.groups()
    try:
        return PartialDate(int(year), _MONTHS.get((month or "").lower(), 0), int(day or 0))
    except ValueError:
        return PartialDate(int(year))


def _sex(parts: list[str]) -> Sex | None:
    if "Gender Male" in parts:
        return Sex.MALE
    return Sex.FEMALE if "Gender Female" in parts else None


def _nationality(part: str) -> str:
    for word in ("nationality ", "citizen ", "alt. nationality ", "alt. citizen "):
        if part.startswith(word):
            return code_of(part.removeprefix(word))
    return ""


def _recognises(sample: bytes) -> bool:
    first = sample.split(b"\n", 1)[0]
    return first.startswith(b"ID,Name,Type,") or (first[:1].isdigit() and first.count(b"-0-") >= 5)


SOURCE: Final = Source(
    "ofac-sdn", "OFAC SDN: sdn.csv, then alt.csv and comments where you have them", read, _recognises
)
