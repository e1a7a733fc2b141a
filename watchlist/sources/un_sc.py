"""The UN Security Council Consolidated List (XML). Persons only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from watchlist.entry import Action, Category, DocumentKey, Entry, EntryKind, ListedName, NameStrength, Sex
from watchlist.issuers import code_of
from watchlist.partial_date import PartialDate
from watchlist.sources.model import Rejected, Source, not_this_format
from watchlist.sources.text_file import opened_bytes

_NAME_PARTS: Final = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_LONGEST_SPAN_YEARS: Final = 10
_PASSPORT = re.compile(r"pass?e?port|pasaporte", re.IGNORECASE)


def read(files: Sequence[Path], list_id: str) -> Iterator[Entry | Rejected]:
    """Persons, streaming: one element is in memory at a time. Entity bombs and broken XML are refused."""
    with opened_bytes(files[0]) as stream:
        try:
            yield from _persons(stream, list_id)
        except DefusedXmlException:
            raise not_this_format("un-sc", "the XML declares entities, which no such list does") from None
        except ParseError as error:
            raise not_this_format("un-sc", f"broken XML at line {error.position[0]}") from None


def _persons(stream: Any, list_id: str) -> Iterator[Entry | Rejected]:
    root = None
    number = 0
    for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=True):
        if root is None:
            root = element
            if element.tag != "CONSOLIDATED_LIST":
                raise not_this_format("un-sc", "the root element CONSOLIDATED_LIST expected")
        if event == "end" and element.tag == "INDIVIDUAL":
            number += 1
            yield _entry(element, list_id) if _text(element, "DATAID") else Rejected(number, "DATAID: required")
            element.clear()


def _text(element: Any, path: str) -> str:
    return (element.findtext(path) or "").strip()


def _entry(person: Any, list_id: str) -> Entry:
    return Entry(
        entry_id=f"{list_id}:{_text(person, 'DATAID')}",
        list_id=list_id,
        kind=EntryKind.PERSON,
        category=Category.SANCTION,
        action=Action.VERIFY_IDENTITY,
        authority=f"UN Security Council ({_text(person, 'UN_LIST_TYPE')})",
        provenance=f"UN {_text(person, 'REFERENCE_NUMBER')}",
        names=tuple(_names(person)),
        birth_dates=tuple(dict.fromkeys(_birth_dates(person))),
        birth_places=tuple(place for place in map(_place, person.findall("INDIVIDUAL_PLACE_OF_BIRTH")) if place),
        sex={"Male": Sex.MALE, "Female": Sex.FEMALE}.get(_text(person, "GENDER")),
        nationalities=tuple(
            dict.fromkeys(code for value in person.findall("NATIONALITY/VALUE") if (code := code_of(value.text or "")))
        ),
        documents=tuple(_passports(person)),
        identity_numbers=tuple(_identity_numbers(person)),
        legal_ground=_text(person, "UN_LIST_TYPE"),
    )


def _names(person: Any) -> Iterator[ListedName]:
    parts = [part for name in _NAME_PARTS if (part := _text(person, name))]
    yield ListedName(" ".join(parts))
    if original := _text(person, "NAME_ORIGINAL_SCRIPT"):
        yield ListedName(original, strength=NameStrength.STRONG)
    for alias in person.findall("INDIVIDUAL_ALIAS"):
        if name := _text(alias, "ALIAS_NAME"):
            weak = _text(alias, "QUALITY") == "Low"
            yield ListedName(name, strength=NameStrength.WEAK if weak else NameStrength.STRONG)


def _birth_dates(person: Any) -> Iterator[PartialDate]:
    for element in person.findall("INDIVIDUAL_DATE_OF_BIRTH"):
        first, last = _text(element, "FROM_YEAR"), _text(element, "TO_YEAR")
        if first.isdecimal() and last.isdecimal():
            span = range(int(first), int(last) + 1)
            yield from (PartialDate(year) for year in span[: _LONGEST_SPAN_YEARS + 1])
            continue
        text = _text(element, "DATE")[:10] or _text(element, "YEAR")
        try:
            date = PartialDate.parse(text)
        except ValueError:
            continue  # free text such as 'between 1960 and 1965, in Kandahar'
        approximate = _text(element, "TYPE_OF_DATE") == "APPROXIMATELY"
        yield PartialDate(date.year) if approximate else date


def _place(element: Any) -> str:
    return ", ".join(part for tag in ("CITY", "STATE_PROVINCE", "COUNTRY") if (part := _text(element, tag)))


def _passports(person: Any) -> Iterator[DocumentKey]:
    for element in person.findall("INDIVIDUAL_DOCUMENT"):
        number = "".join(_text(element, "NUMBER").upper().split())
        if number and _PASSPORT.search(_text(element, "TYPE_OF_DOCUMENT")):
            country = _text(element, "ISSUING_COUNTRY") or _text(element, "COUNTRY_OF_ISSUE")
            yield DocumentKey(issuer=code_of(country), number=number, code="P")


def _identity_numbers(person: Any) -> Iterator[str]:
    for element in person.findall("INDIVIDUAL_DOCUMENT"):
        if (number := _text(element, "NUMBER")) and "Identification" in _text(element, "TYPE_OF_DOCUMENT"):
            yield number


def _recognises(sample: bytes) -> bool:
    return b"<CONSOLIDATED_LIST" in sample


SOURCE: Final = Source("un-sc", "UN Security Council Consolidated List, XML", read, _recognises)
