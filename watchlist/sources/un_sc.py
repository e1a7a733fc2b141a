"""The UN Security Council Consolidated List (XML). Persons only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from watchlist.entry import Action, Category, DocumentKey, Entry, EntryKind, ListedName, NameStrength, Sex
from watchlist.issuers import code_of
from watchlist.partial_date import PartialDate
from watchlist.sources import published
from watchlist.sources.dates import english_date, every_year
from watchlist.sources.identifiers import leading_number
from watchlist.sources.model import Rejected, Source, not_this_format, versions_mixed
from watchlist.sources.text_file import opened_bytes

_NAME_PARTS: Final = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_PASSPORT = re.compile(r"pass?e?port|pasaporte", re.IGNORECASE)


def read(files: Sequence[Path], list_id: str) -> Iterator[Entry | Rejected]:
    """Persons, streaming: one element is in memory at a time. Entity bombs and broken XML are refused.

    The line of a rejected row is the person's place in the list, from 1.
    """
    if len(files) > 1:
        raise versions_mixed("un-sc", "the list is one file")
    seen: dict[str, int] = {}
    with opened_bytes(files[0]) as stream:
        for number, person in enumerate(_persons(stream), start=1):
            data_id, names = _text(person, "DATAID"), tuple(_names(person))
            if not data_id.isdecimal() or len(data_id) > 18:
                yield Rejected(number, "DATAID: a number required")
            elif earlier := seen.get(data_id):
                yield Rejected(number, f"DATAID: this id stands at person {earlier} already")
            elif not names:
                yield Rejected(number, "FIRST_NAME: a name required")
            else:
                seen[data_id] = number
                yield _entry(person, names, list_id)


def _persons(stream: BinaryIO) -> Iterator[Any]:
    root = None
    try:
        for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=True):
            if root is None:
                root = element
                if element.tag != "CONSOLIDATED_LIST":
                    raise not_this_format("un-sc", "the root element CONSOLIDATED_LIST expected")
            if event == "end" and element.tag in {"INDIVIDUAL", "ENTITY"}:
                if element.tag == "INDIVIDUAL":
                    yield element
                element.clear()
    except DefusedXmlException:
        raise not_this_format("un-sc", "the XML has a document type or entities, which no such list has") from None
    except ParseError as error:
        raise not_this_format("un-sc", f"broken XML at line {error.position[0]}") from None
    except (LookupError, ValueError):
        raise not_this_format("un-sc", "the XML names an encoding that cannot be read") from None


def _text(element: Any, path: str) -> str:
    return (element.findtext(path) or "").strip()


def _entry(person: Any, names: tuple[ListedName, ...], list_id: str) -> Entry:
    return Entry(
        entry_id=f"{list_id}:{_text(person, 'DATAID')}",
        list_id=list_id,
        kind=EntryKind.PERSON,
        category=Category.SANCTION,
        action=Action.VERIFY_IDENTITY,
        authority=f"UN Security Council ({_text(person, 'UN_LIST_TYPE')})",
        provenance=f"UN {_text(person, 'REFERENCE_NUMBER')}",
        names=names,
        birth_dates=tuple(dict.fromkeys(_birth_dates(person))),
        birth_places=tuple(place for place in map(_place, person.findall("INDIVIDUAL_PLACE_OF_BIRTH")) if place),
        sex={"Male": Sex.MALE, "Female": Sex.FEMALE}.get(_text(person, "GENDER")),
        nationalities=tuple(
            dict.fromkeys(code for value in person.findall("NATIONALITY/VALUE") if (code := code_of(value.text or "")))
        ),
        documents=tuple(dict.fromkeys(_passports(person))),
        identity_numbers=tuple(dict.fromkeys(_identity_numbers(person))),
        legal_ground=_text(person, "UN_LIST_TYPE"),
    )


def _names(person: Any) -> Iterator[ListedName]:
    parts = [part for name in _NAME_PARTS if (part := _text(person, name))]
    if parts:
        yield ListedName(" ".join(parts))
    if original := _text(person, "NAME_ORIGINAL_SCRIPT"):
        yield ListedName(original, strength=NameStrength.STRONG)
    for alias in person.findall("INDIVIDUAL_ALIAS"):
        strength = NameStrength.WEAK if _text(alias, "QUALITY") == "Low" else NameStrength.STRONG
        # some rows hold several names
        names = (name.strip() for name in _text(alias, "ALIAS_NAME").split(";"))
        yield from (ListedName(name, strength=strength) for name in names if name)


def _birth_dates(person: Any) -> Iterator[PartialDate]:
    for element in person.findall("INDIVIDUAL_DATE_OF_BIRTH"):
        first, last = _text(element, "FROM_YEAR"), _text(element, "TO_YEAR")
        if first.isdecimal() and last.isdecimal():
            yield from every_year(int(first), int(last))
        elif date := _birth_date(element):
            yield PartialDate(date.year) if _text(element, "TYPE_OF_DATE") == "APPROXIMATELY" else date


def _birth_date(element: Any) -> PartialDate | None:
    text = _text(element, "DATE")[:10] or _text(element, "YEAR")
    try:
        return PartialDate.parse(text)
    except ValueError:
        # a month without a day stands in the note; other free text is no date
        return english_date(_text(element, "NOTE"))


def _place(element: Any) -> str:
    return ", ".join(part for tag in ("CITY", "STATE_PROVINCE", "COUNTRY") if (part := _text(element, tag)))


def _passports(person: Any) -> Iterator[DocumentKey]:
    for element in person.findall("INDIVIDUAL_DOCUMENT"):
        number = leading_number(_text(element, "NUMBER"))
        if number and _PASSPORT.search(_text(element, "TYPE_OF_DOCUMENT")):
            country = _text(element, "ISSUING_COUNTRY") or _text(element, "COUNTRY_OF_ISSUE")
            yield DocumentKey(issuer=code_of(country), number=number, code="P")


def _identity_numbers(person: Any) -> Iterator[str]:
    for element in person.findall("INDIVIDUAL_DOCUMENT"):
        number = leading_number(_text(element, "NUMBER"))
        if number and "Identification" in _text(element, "TYPE_OF_DOCUMENT"):
            yield number


def _recognises(sample: bytes) -> bool:
    return b"<CONSOLIDATED_LIST" in sample


SOURCE: Final = Source(
    "un-sc", "UN Security Council Consolidated List, XML", read, _recognises, published=published.of_un
)
