"""An entry as a supervisor's form sends it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal, TypeVar

from google.type.date_pb2 import Date

from ledger.errors import invalid_field
from ledger.rpc.convert import enum_from_wire, instant_from_wire
from ledger.rpc.request import id_from_name
from lintas.v1 import watchlist_pb2 as wire
from watchlist.entry import Action, Category, DocumentKey, Entry, EntryKind, ListedName, NameStrength
from watchlist.rpc.convert import bounded, date_from_wire, sex_from_wire
from watchlist.standing import Confidentiality, EntryLink, LinkKind

T = TypeVar("T")
_LONGEST_TEXT = 4000
_MOST = 100  # names, documents and so on of one entry


def entry_from_wire(message: wire.Entry, field: str) -> Entry:
    """What a person may say of an entry; what only the service sets (state, versions, objections) is not read.

    Raises LintasError naming the field that is wrong.
    """
    for name in ("names", "birth_dates", "birth_places", "nationalities", "documents", "identity_numbers", "links"):
        if len(getattr(message, name)) > _MOST:
            raise invalid_field(f"{field}.{name}", f"at most {_MOST}", reason="TOO_MANY")
    return Entry(
        entry_id=id_from_name(message.name, "entries", f"{field}.name") if message.name else "",
        list_id="",
        kind=_needed(
            enum_from_wire(wire.EntryKind, "ENTRY_KIND", EntryKind, message.kind, f"{field}.kind"), field, "kind"
        ),
        category=_needed(
            enum_from_wire(wire.Category, "CATEGORY", Category, message.category, f"{field}.category"),
            field,
            "category",
        ),
        action=_needed(
            enum_from_wire(wire.Action, "ACTION", Action, message.action, f"{field}.action"), field, "action"
        ),
        authority=bounded(message.authority, f"{field}.authority", _LONGEST_TEXT),
        provenance=bounded(message.provenance, f"{field}.provenance", _LONGEST_TEXT),
        names=tuple(_name(name, f"{field}.names[{i}]") for i, name in enumerate(message.names)),
        birth_dates=tuple(
            date_from_wire(each, f"{field}.birth_dates[{i}]") for i, each in enumerate(message.birth_dates)
        ),
        birth_places=_texts(message.birth_places, f"{field}.birth_places"),
        sex=sex_from_wire(message.sex, f"{field}.sex"),
        nationalities=tuple(each.upper() for each in _texts(message.nationalities, f"{field}.nationalities", 3)),
        documents=tuple(_document(each, f"{field}.documents[{i}]") for i, each in enumerate(message.documents)),
        identity_numbers=_texts(message.identity_numbers, f"{field}.identity_numbers", 64),
        legal_ground=bounded(message.legal_ground, f"{field}.legal_ground", _LONGEST_TEXT),
        remarks=bounded(message.remarks, f"{field}.remarks", _LONGEST_TEXT),
        valid_from=instant_from_wire(message.valid_from, f"{field}.valid_from")
        if message.HasField("valid_from")
        else None,
        valid_until=instant_from_wire(message.valid_until, f"{field}.valid_until")
        if message.HasField("valid_until")
        else None,
        confidentiality=_confidentiality(message, field),
        review_on=_day(message.review_date, f"{field}.review_date") if message.HasField("review_date") else None,
        photo_reference=bounded(message.photo_reference, f"{field}.photo_reference"),
        links=tuple(_link(link, f"{field}.links[{i}]") for i, link in enumerate(message.links)),
    )


def _kind(message: wire.Entry, field: str) -> EntryKind:
    found = enum_from_wire(wire.EntryKind, "ENTRY_KIND", EntryKind, message.kind, f"{field}.kind")
    return _needed(found, field, "kind")


def _category(message: wire.Entry, field: str) -> Category:
    found = enum_from_wire(wire.Category, "CATEGORY", Category, message.category, f"{field}.category")
    return _needed(found, field, "category")


def _action(message: wire.Entry, field: str) -> Action:
    found = enum_from_wire(wire.Action, "ACTION", Action, message.action, f"{field}.action")
    return _needed(found, field, "action")


def _confidentiality(message: wire.Entry, field: str) -> Confidentiality:
    number, place = message.confidentiality, f"{field}.confidentiality"
    found = enum_from_wire(wire.Confidentiality, "CONFIDENTIALITY", Confidentiality, number, place)
    return found or Confidentiality.OFFICIAL


def _instant(message: wire.Entry, name: Literal["valid_from", "valid_until"], field: str) -> datetime | None:
    if not message.HasField(name):
        return None
    return instant_from_wire(getattr(message, name), f"{field}.{name}")


def _needed(value: T | None, field: str, name: str) -> T:
    if value is None:
        raise invalid_field(f"{field}.{name}", "required")
    return value


def _texts(values: Iterable[str], field: str, longest: int = 1000) -> tuple[str, ...]:
    return tuple(bounded(each, f"{field}[{i}]", longest) for i, each in enumerate(values))


def _name(message: wire.ListedName, field: str) -> ListedName:
    full = message.full or f"{message.given} {message.family}".strip()
    if not full.strip():
        raise invalid_field(field, "empty name")
    strength = enum_from_wire(wire.NameStrength, "NAME_STRENGTH", NameStrength, message.strength, f"{field}.strength")
    return ListedName(
        bounded(full, field),
        family=bounded(message.family, f"{field}.family"),
        given=bounded(message.given, f"{field}.given"),
        strength=strength or NameStrength.PRIMARY,
        script=bounded(message.script, f"{field}.script", 4),
    )


def _document(message: wire.DocumentKey, field: str) -> DocumentKey:
    if not message.number.strip():
        raise invalid_field(f"{field}.number", "empty number")
    return DocumentKey(
        bounded(message.issuer, f"{field}.issuer", 3).upper(),
        bounded(message.number, f"{field}.number", 64).upper(),
        bounded(message.code, f"{field}.code", 2).upper(),
    )


def _link(message: wire.EntryLink, field: str) -> EntryLink:
    kind = enum_from_wire(wire.LinkKind, "LINK_KIND", LinkKind, message.kind, f"{field}.kind")
    return EntryLink(_needed(kind, field, "kind"), id_from_name(message.entry, "entries", f"{field}.entry"))


def _day(message: Date, field: str) -> date:
    try:
        return date(message.year, message.month, message.day)
    except ValueError:
        raise invalid_field(field, "not a date", reason="INVALID_DATE") from None
