"""Persons as FollowTheMoney entities, one JSON object a line, for the tools of other authorities.

Schemata Person, Passport, Identification and Sanction (https://followthemoney.tech/explorer/). Left out, and counted by
whoever calls: documents without a holder, which the model has no place for, and protective alerts, which it could only
show as if they were accusations.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final

from watchlist.entry import Category, Entry, EntryKind, ListedName, NameStrength, Sex
from watchlist.issuers import issuers

_TOPICS: Final = {Category.WANTED: "wanted", Category.SANCTION: "sanction"}
_OTHER_TOPIC: Final = "poi"  # «person of interest»: bans and checks have no topic of their own
_GENDERS: Final = {Sex.MALE: "male", Sex.FEMALE: "female", Sex.UNSPECIFIED: "other"}


def has_ftm(entry: Entry) -> bool:
    """Whether the model has a place for it."""
    return entry.kind is EntryKind.PERSON and not entry.category.is_protective


def ftm_lines(entries: Iterable[Entry], dataset: str) -> Iterator[str]:
    """Each person, then what belongs to that person. All entries must have a place, see `has_ftm`."""
    for entry in entries:
        for schema, entity_id, caption, properties in _entities(entry):
            filled = {name: [*dict.fromkeys(values)] for name, values in properties.items() if values}
            entity = {
                "id": entity_id,
                "caption": caption,
                "schema": schema,
                "properties": filled,
                "datasets": [dataset],
            }
            yield json.dumps(entity, ensure_ascii=False, separators=(",", ":")) + "\n"


def _entities(entry: Entry) -> Iterator[tuple[str, str, str, dict[str, list[str]]]]:
    entity_id = entry.entry_id.removeprefix(f"{entry.list_id}:")
    yield "Person", entity_id, entry.names[0].full, _person(entry)
    for number, key in enumerate(entry.documents):
        schema = "Passport" if key.code in {"", "P"} else "Identification"
        properties = {"holder": [entity_id], "number": [key.number], "country": _countries([key.issuer])}
        if schema == "Passport":
            properties["type"] = ["Passport"]
        yield schema, f"{entity_id}-document-{number}", key.number, properties
    sanction = {
        "entity": [entity_id],
        "authority": [entry.authority],
        "program": [entry.legal_ground] if entry.legal_ground else [],
        "provisions": [entry.action.value],
        "startDate": [entry.valid_from.date().isoformat()] if entry.valid_from else [],
        "endDate": [entry.valid_until.date().isoformat()] if entry.valid_until else [],
    }
    yield "Sanction", f"{entity_id}-ground", entry.legal_ground or entry.authority, sanction


def _person(entry: Entry) -> dict[str, list[str]]:
    first = entry.names[0]
    return {
        "name": _names(entry.names, NameStrength.PRIMARY),
        "alias": _names(entry.names, NameStrength.STRONG),
        "weakAlias": _names(entry.names, NameStrength.WEAK),
        "lastName": [first.family] if first.family else [],
        "firstName": [first.given] if first.given else [],
        "birthDate": [str(date) for date in entry.birth_dates if date.year],
        "birthPlace": [*entry.birth_places],
        "gender": [_GENDERS[entry.sex]] if entry.sex else [],
        "nationality": _countries(entry.nationalities),
        "passportNumber": [key.number for key in entry.documents if key.code in {"", "P"}],
        "idNumber": [*entry.identity_numbers],
        "topics": [_TOPICS.get(entry.category, _OTHER_TOPIC)],
    }


def _names(names: Iterable[ListedName], strength: NameStrength) -> list[str]:
    return [name.full for name in names if name.strength is strength]


def _countries(codes: Iterable[str]) -> list[str]:
    known = (issuers().get(code) for code in codes)
    return [issuer.alpha_2.lower() for issuer in known if issuer and issuer.alpha_2]
