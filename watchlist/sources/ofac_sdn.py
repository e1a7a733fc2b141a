"""OFAC's list of Specially Designated Nationals: sdn.csv, with alt.csv and the comments file beside it where given.

Format: OFAC's "SDN list data formats" (legacy delimited files), in the 2021 layout without header and the later one
with a header. Persons only: vessels and companies do not travel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from watchlist.entry import Action, Category, DocumentKey, Entry, EntryKind, ListedName, NameStrength, Sex
from watchlist.issuers import code_of
from watchlist.partial_date import PartialDate
from watchlist.sources.dates import english_date, every_year
from watchlist.sources.identifiers import leading_number
from watchlist.sources.model import Rejected, Source, not_this_format, versions_mixed
from watchlist.sources.text_file import csv_rows, opened_text

_EMPTY: Final = "-0-"
_Aliases: TypeAlias = dict[str, list[str]]
_Comments: TypeAlias = dict[str, str]
# the closing quote stands before a divider: names such as AL-MA'IDA hold quotes of their own
_WEAK_ALIAS = re.compile(r"(?:a|f|n)\.k\.a\. '(.+?)'(?=\s*(?:[;,.(]|$))")
_PASSPORT = re.compile(
    r"(?:alt\. )?(?:Diplomatic |British National Overseas |Stateless Person )?Passport #?"
    r"(?P<number>[^(]+)(?:\((?P<country>[^)]+)\))?"
)
_IDENTITY = re.compile(
    r"(?:alt\. )?(?:National ID No\.|Identification Number|National Foreign ID Number|Cedula No\.|C\.U\.R\.P\."
    r"|Personal ID Card|D\.N\.I\.|Tax ID No\.|R\.F\.C\.|SSN) (?P<number>.+)"
)
_SPAN = re.compile(r"(?:circa )?(.*\d{4})(?: to |-)(.*\d{4})")


def read(files: Sequence[Path], list_id: str) -> Iterator[Entry | Rejected]:
    """Persons. The first file is sdn.csv; alt.csv and comments among the others are recognised by their content.

    Aliases and comments are held in memory (2 MB for OFAC's own); sdn.csv streams. Raises LintasError
    LIST_VERSIONS_MIXED at the end where they tell of somebody whom sdn.csv does not have.
    """
    aliases, comments = _beside(files[1:])
    unseen = aliases.keys() | comments.keys()
    seen: dict[str, int] = {}
    line = 0
    with opened_text(files[0]) as text:
        for line, row in csv_rows(text):
            cells = [cell.strip() for cell in row or ()]
            unseen.discard(cells[0] if cells else "")
            if line == 1 and not _is_first_row(cells):
                raise not_this_format("ofac-sdn", "rows of twelve columns expected, the first a number")
            if row is None or (len(cells) < 12 and any(cell.strip("\x1a") for cell in cells)):
                yield Rejected(line, "row: twelve columns expected")
            elif len(cells) >= 12 and cells[2] == "individual":
                yield _entry_or_rejected(cells, line, list_id, seen, aliases, comments)
    if line == 0:
        raise not_this_format("ofac-sdn", "the file is empty")
    if unseen:
        raise versions_mixed("ofac-sdn", f"{len(unseen):,} entries of alt.csv or comments are not in sdn.csv")


def _is_first_row(cells: Sequence[str]) -> bool:
    return len(cells) >= 12 and (cells[0] == "ID" or cells[0].isdecimal())


def _entry_or_rejected(
    cells: list[str], line: int, list_id: str, seen: dict[str, int], aliases: _Aliases, comments: _Comments
) -> Entry | Rejected:
    number = cells[0]
    if not number.isdecimal() or len(number) > 18 or not cells[1]:
        return Rejected(line, "ID, Name: a number and a name required")
    if earlier := seen.get(number):
        return Rejected(line, f"ID: this id stands in line {earlier} already")
    seen[number] = line
    return _entry(cells, list_id, aliases.get(number, ()), comments.get(number, ""))


def _beside(files: Sequence[Path]) -> tuple[_Aliases, _Comments]:
    aliases: _Aliases = {}
    comments: _Comments = {}
    for path in files:
        with opened_text(path) as text:
            for _line, row in csv_rows(text):
                if row and len(row) >= 4 and row[3].strip():
                    aliases.setdefault(row[0].strip(), []).append(row[3].strip())
                elif row and len(row) == 2:
                    comments[row[0].strip()] = row[1]
    return aliases, comments


def _entry(cells: list[str], list_id: str, aliases: Sequence[str], more: str) -> Entry:
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
        documents=tuple(dict.fromkeys(_passports(parts))),
        identity_numbers=tuple(dict.fromkeys(_identity_numbers(parts))),
        legal_ground="" if cells[3] == _EMPTY else cells[3],
    )


def _names(name: str, aliases: Sequence[str], remarks: str) -> Iterator[ListedName]:
    yield _listed(name, NameStrength.PRIMARY)
    for alias in aliases:
        yield _listed(alias, NameStrength.STRONG)
    for alias in _WEAK_ALIAS.findall(remarks):
        yield _listed(alias, NameStrength.WEAK)


def _listed(text: str, strength: NameStrength) -> ListedName:
    family, comma, given = text.partition(",")
    if not comma:
        return ListedName(text, strength=strength)
    return ListedName(f"{given.strip()} {family.strip()}", family.strip(), given.strip(), strength)


def _passports(parts: Sequence[str]) -> Iterator[DocumentKey]:
    for part in parts:
        if (match := _PASSPORT.match(part)) and (number := leading_number(match["number"])):
            yield DocumentKey(issuer=code_of(match["country"] or ""), number=number, code="P")


def _identity_numbers(parts: Sequence[str]) -> Iterator[str]:
    for part in parts:
        if (match := _IDENTITY.match(part)) and (number := leading_number(match["number"])):
            yield number


def _birth_dates(part: str) -> Iterator[PartialDate]:
    if not part.startswith(("DOB ", "alt. DOB ")):
        return
    text = part.split("DOB ", 1)[1]
    if span := _SPAN.fullmatch(text):
        first, last = english_date(span[1]), english_date(span[2])
        if first and last:
            yield from every_year(first.year, last.year)
    elif found := english_date(text):
        yield found


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
