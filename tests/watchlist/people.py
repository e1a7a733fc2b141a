"""Invented entries for tests."""

from __future__ import annotations

from datetime import UTC, datetime

from ledger.actor import Actor, Role
from ledger.event import EventDraft
from watchlist.entry import Action, Category, DocumentKey, Entry, EntryKind, ListedName
from watchlist.partial_date import PartialDate

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SUPERVISOR = Actor("desk-1", "sup-1", Role.SUPERVISOR)


def person(entry_id: str, name: str, born: str = "", **parts: object) -> Entry:
    """A listed person."""
    given = {
        "entry_id": entry_id,
        "list_id": "test",
        "kind": EntryKind.PERSON,
        "category": Category.TRAVEL_BAN,
        "action": Action.REFUSE_DEPARTURE,
        "authority": "Authority",
        "provenance": "test",
        "names": (ListedName(name),),
        "birth_dates": (PartialDate.parse(born),) if born else (),
    }
    return Entry(**(given | parts))  # type: ignore[arg-type]  # each part fits its field


def document(entry_id: str, issuer: str, number: str, **parts: object) -> Entry:
    """A listed document."""
    given: dict[str, object] = {
        "kind": EntryKind.DOCUMENT,
        "category": Category.STOLEN_DOCUMENT,
        "action": Action.SEIZE_DOCUMENT,
        "names": (),
        "documents": (DocumentKey(issuer, number),),
    }
    return person(entry_id, "", "", **(given | parts))


def draft() -> EventDraft:
    """The event of an import."""
    return EventDraft("watchlist.imported", SUPERVISOR, "lists/test", {"added": 1}, NOW)
