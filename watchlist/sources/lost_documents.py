"""Lost, stolen and revoked travel documents as CSV: one document a row, millions of rows, read as a stream."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b, sha256
from operator import itemgetter
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from watchlist.codec import to_json
from watchlist.compare.document import bare
from watchlist.entry import Action, Category, DocumentKey, Entry, EntryKind
from watchlist.issuers import is_known
from watchlist.partial_date import PartialDate
from watchlist.sources.model import ID_PLACE, NUMBER_PLACE, Encoded, Pattern, Rejected, Source, not_this_format
from watchlist.sources.repeated_keys import RepeatedKeys, place_of
from watchlist.sources.text_file import csv_rows, opened_text

COLUMNS: Final = ("issuer", "code", "number", "status", "reported_on", "authority")
TEMPLATE: Final = ",".join(COLUMNS) + "\nIDN,P,X1234567,stolen,2026-01-15,Name of the authority\n"
_REQUIRED: Final = ("issuer", "number", "status", "authority")
_CATEGORIES: Final = {
    "lost": Category.LOST_DOCUMENT,
    "stolen": Category.STOLEN_DOCUMENT,
    "stolen_blank": Category.STOLEN_BLANK_DOCUMENT,
    "revoked": Category.REVOKED_DOCUMENT,
}
_NUMBER: Final = re.compile(r"[A-Z0-9](?:[A-Z0-9 ./<-]{0,30}[A-Z0-9<])?")
_CODE: Final = re.compile(r"[A-Z][A-Z0-9<]?|")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST_AUTHORITY: Final = 200
_LONGEST_NUMBER: Final = 32
_NOT_A_ROW: Final = f"row: {len(COLUMNS)} columns expected; check the quotes"
_NOT_A_NUMBER: Final = f"number: 1 to {_LONGEST_NUMBER} letters and digits"

_Places: TypeAlias = tuple[int, ...]
_DAYS_REMEMBERED: Final = 1 << 14
_RESTS_REMEMBERED: Final = 1 << 14


class _Row(NamedTuple):
    """The cells of one row, trimmed and in upper case where case says nothing. A tuple, since there are millions."""

    issuer: str
    code: str
    number: str
    status: str
    reported_on: str
    authority: str

    @property
    def key(self) -> str:
        """What makes it this document: issuer, type, number (ICAO 9303-3 §4: nobody else issues the same)."""
        return f"{self.issuer}/{self.code}/{bare(self.number)}"


def read(files: Sequence[Path], list_id: str) -> Iterator[Entry | Rejected]:
    """Documents, streaming, in eight bytes of memory a row; each file is read twice to find keys that repeat.

    Raises LintasError LIST_FORMAT where a required column is missing or a column is unknown.
    """
    for row in _checked(files):
        yield row if isinstance(row, Rejected) else _entry(row, list_id)


def read_encoded(files: Sequence[Path], list_id: str) -> Iterator[Encoded | Rejected]:
    """The same in a quarter of the time, each file read once; documents that stand twice are left to the import."""
    rest: dict[tuple[str, ...], _Rest] = {}
    for file, path in enumerate(files):
        with _opened(path) as (rows, places, width):
            pick = itemgetter(*places)
            for line, cells in rows:
                if cells is None or (cells and not width <= len(cells) <= len(COLUMNS)):
                    yield Rejected(line, _NOT_A_ROW, file)
                    continue
                if not cells:
                    continue
                cells.append("")  # where a column that is not there is looked up
                issuer, code, number, *report = pick(cells)
                shared = (issuer, code, *report)
                known = rest.get(shared)
                if known is None:
                    if len(rest) == _RESTS_REMEMBERED:
                        rest.clear()
                    known = rest[shared] = _rest_of(_row(cells, places), list_id)
                yield _encoded(number, known, line, file)


def _checked(files: Sequence[Path]) -> Iterator[_Row | Rejected]:
    repeated = RepeatedKeys(key for path in files for key in _keys(path))
    for number, path in enumerate(files):
        for line, row in _rows(path):
            if row is None:
                yield Rejected(line, _NOT_A_ROW)
            elif reason := _fault(row):
                yield Rejected(line, reason)
            elif earlier := repeated.earlier(row.key, place_of(line, number, len(files))):
                yield Rejected(line, f"number: this document stands in {earlier} already")
            else:
                yield row


def _keys(path: Path) -> Iterator[str]:
    """Of every row that can be read: what `_Row.key` says, in a third of the time."""
    with _opened(path) as (rows, (issuer, code, number, *_), width):
        for _, cells in rows:
            if cells and width <= len(cells):
                kind = cells[code].strip().upper() if code >= 0 else ""
                yield f"{cells[issuer].strip().upper()}/{kind}/{bare(cells[number])}"


def _rows(path: Path) -> Iterator[tuple[int, _Row | None]]:
    with _opened(path) as (rows, places, width):
        for line, cells in rows:
            if cells is None or (cells and not (width <= len(cells) <= len(COLUMNS))):
                yield line, None
            elif cells:
                yield line, _row(cells, places)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[Iterator[tuple[int, list[str] | None]], _Places, int]]:
    """Rows below the heading, where each column stands (-1: nowhere), and how many cells a row needs."""
    with opened_text(path) as text:
        delimiter = ";" if ";" in text.readline(1000) else ","
    with opened_text(path) as text:
        rows = csv_rows(text, delimiter=delimiter)
        places = _places(next(rows, (1, None))[1])
        yield rows, places, max(places) + 1


def _places(heading: list[str] | None) -> _Places:
    names = [name.strip().lower() for name in heading or ()]
    if missing := [name for name in _REQUIRED if name not in names]:
        raise not_this_format("lost-documents-csv", f"columns missing: {', '.join(missing)}")
    if set(names) - set(COLUMNS) or len(set(names)) != len(names):
        raise not_this_format("lost-documents-csv", f"a column is unknown or doubled; known are {', '.join(COLUMNS)}")
    return tuple(names.index(name) if name in names else -1 for name in COLUMNS)


def _row(cells: list[str], places: _Places) -> _Row:
    issuer, code, number, status, day, authority = [cells[at].strip() if at >= 0 else "" for at in places]
    return _Row(issuer.upper(), code.upper(), number.upper(), status.lower(), day, authority)


def _fault(row: _Row) -> str:
    """What to mend, '' where nothing is wrong."""
    return _fault_of_issuer(row) or _fault_of_number(row) or _fault_of_report(row)


def _fault_of_issuer(row: _Row) -> str:
    if not is_known(row.issuer):
        return "issuer: a three-letter ICAO code"
    if not _CODE.fullmatch(row.code):
        return "code: the document code as in the MRZ, such as P, or nothing"
    return ""


def _fault_of_number(row: _Row) -> str:
    return "" if _NUMBER.fullmatch(row.number) else _NOT_A_NUMBER


def _fault_of_report(row: _Row) -> str:
    if row.status not in _CATEGORIES:
        return f"status: one of {', '.join(_CATEGORIES)}"
    if row.reported_on and not _is_day(row.reported_on):
        return "reported_on: YYYY-MM-DD, a date that exists"
    if not 0 < len(row.authority) <= _LONGEST_AUTHORITY:
        return f"authority: required, at most {_LONGEST_AUTHORITY} characters"
    return ""


@lru_cache(maxsize=_DAYS_REMEMBERED)
def _is_day(text: str) -> bool:
    try:
        return _DAY.fullmatch(text) is not None and PartialDate.parse(text).is_complete
    except ValueError:
        return False


class _Rest(NamedTuple):
    """A row but for its number, which is all that tells most rows of a list apart."""

    fault_before: str  # what to mend left of the number, '' where nothing is wrong
    fault_after: str
    key: str  # the document's key up to its number
    list_id: str
    head: str  # the entry's text up to its id, from there to the number, and from there on
    middle: str
    tail: str
    pattern: Pattern


def _rest_of(row: _Row, list_id: str) -> _Rest:
    before, after = _fault_of_issuer(row), _fault_of_report(row)
    if before or after:
        return _Rest(before, after, "", "", "", "", "", Pattern("", "", ""))
    code = f',"code":"{row.code}"' if row.code else ""
    common = _middle(list_id, row.status, row.reported_on, row.authority)
    head, tail = '{"entry_id":"', f'"{code}}}]}}'
    middle = f'",{common},"documents":[{{"issuer":"{row.issuer}","number":"'
    text = f"{head}{ID_PLACE}{middle}{NUMBER_PLACE}{tail}"
    pattern = Pattern(EntryKind.DOCUMENT.value, _CATEGORIES[row.status].value, text)
    return _Rest("", "", f"{row.issuer}/{row.code}/", list_id, head, middle, tail, pattern)


def _encoded(number: str, rest: _Rest, line: int, file: int) -> Encoded | Rejected:
    """What `to_json` makes of `_entry`. All that is written here without escaping was checked letter by letter."""
    before, after, key, list_id, head, middle, tail, pattern = rest
    if before:
        return Rejected(line, before, file)
    if number.isalnum() and number.isascii() and len(number) <= _LONGEST_NUMBER:  # nearly always
        number = number.upper()
    else:
        number = number.strip().upper()
        if not _NUMBER.fullmatch(number):
            return Rejected(line, _NOT_A_NUMBER, file)
        number = bare(number)
    if after:
        return Rejected(line, after, file)
    entry_id = f"{list_id}:{_identifier(key + number)}"
    digest = sha256(f"{head}{entry_id}{middle}{number}{tail}".encode()).hexdigest()
    return Encoded(entry_id, number, digest, pattern, line, file)


@lru_cache(maxsize=_DAYS_REMEMBERED)
def _middle(list_id: str, status: str, reported_on: str, authority: str) -> str:
    """What many rows have in common."""
    entry = _entry(_Row("", "", "", status, reported_on, authority), list_id)
    text = to_json(replace(entry, documents=()))
    return text.partition(",")[2].removesuffix("}")


def _entry(row: _Row, list_id: str) -> Entry:
    reported = f", reported {row.reported_on}" if row.reported_on else ""
    return Entry(
        entry_id=f"{list_id}:{_identifier(row.key)}",
        list_id=list_id,
        kind=EntryKind.DOCUMENT,
        category=_CATEGORIES[row.status],
        action=Action.SEIZE_DOCUMENT,
        authority=row.authority,
        provenance=f"{list_id}{reported}",
        documents=(DocumentKey(issuer=row.issuer, number=bare(row.number), code=row.code),),
    )


def _identifier(key: str) -> str:
    """Twenty hexadecimal digits of the key: a document's number is personal, and ids stand in records for good."""
    return blake2b(key.encode(), digest_size=10).hexdigest()


def _recognises(sample: bytes) -> bool:
    heading = sample.split(b"\n", 1)[0].lower()
    return all(name in heading for name in (b"issuer", b"number", b"status"))


SOURCE: Final = Source(
    "lost-documents-csv",
    "lost, stolen and revoked documents: " + ",".join(COLUMNS),
    read,
    _recognises,
    read_encoded,
    key="number: this document",
)
