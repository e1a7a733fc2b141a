"""Invented list entries in any number, each the same for the same number."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from ledger.actor import Actor, Role
from ledger.event import EventDraft
from watchlist.entry import Action, Category, DocumentKey, Entry, EntryKind, ListedName
from watchlist.partial_date import PartialDate

_FAMILY: Final = (
    "SANTOSO",
    "WIJAYA",
    "HARTONO",
    "LESTARI",
    "GUNAWAN",
    "SITORUS",
    "NASUTION",
    "TANOTO",
    "MAULANA",
    "RAHMAN",
)
_GIVEN: Final = ("BUDI", "ANNA", "CITRA", "DEWI", "EKO", "FAJAR", "GITA", "HADI", "INDAH", "JOKO", "KARTIKA", "LUKMAN")
_SYLLABLES: Final = ("BA", "CE", "DI", "FO", "GU", "HA", "KE", "LI", "MO", "NU", "PA", "RE", "SI", "TO", "WU", "YA")
_SUPERVISOR: Final = Actor("desk-1", "sup-1", Role.SUPERVISOR)


def listed(number: int, *, prefix: str = "person", name: str = "") -> Entry:
    """One listed person."""
    own = "".join(_SYLLABLES[(number >> shift) % 16] for shift in (0, 4, 8, 12))
    full = name or f"{_GIVEN[number % 12]} {own} {_FAMILY[number // 12 % 10]}"
    return Entry(
        entry_id=f"{prefix}-{number:07d}",
        list_id="bench",
        kind=EntryKind.PERSON,
        category=Category.TRAVEL_BAN,
        action=Action.REFUSE_DEPARTURE,
        authority="Invented authority",
        provenance="benchmark",
        names=(ListedName(full), ListedName(f"{full} BIN {_GIVEN[number // 7 % 12]}")),
        birth_dates=(PartialDate(1950 + number % 50, number % 12 + 1, number % 28 + 1),),
        nationalities=("IDN",),
        documents=(DocumentKey("IDN", f"X{number:07d}", "P"),),
        legal_ground="Invented ground",
    )


def changed(number: int) -> Entry:
    """The same person, in the next version."""
    return replace(listed(number), version=2, remarks="changed while the post was away")


def draft_of() -> EventDraft:
    """The event of a change."""
    return EventDraft("watchlist.imported", _SUPERVISOR, "lists/bench", {"added": 1}, datetime.now(UTC))
