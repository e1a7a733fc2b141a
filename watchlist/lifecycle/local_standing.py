"""Decisions of supervisors on an entry: in it where it is theirs, beside it where a publisher's list says it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from watchlist.entry import Entry
from watchlist.standing import LOCAL_LIST, LocalStanding, Objection, Override, OverrideKind


def revoked(entry: Entry, now: datetime) -> Entry:
    """Revoked for good where it was decided here; overridden where it comes again with the next version of its list."""
    if entry.list_id == LOCAL_LIST:
        return replace(entry, revoked_at=now)
    return overridden(entry, Override(OverrideKind.REVOKED, now))


def overridden(entry: Entry, override: Override | None) -> Entry:
    """The entry with this decision, or without any."""
    return _with(entry, replace(entry.local or LocalStanding(), override=override))


def objections_here(entry: Entry) -> tuple[Objection, ...]:
    """Objections that were registered here, and are decided here."""
    if entry.list_id == LOCAL_LIST:
        return entry.objections
    return entry.local.objections if entry.local else ()


def with_objections(entry: Entry, objections: tuple[Objection, ...]) -> Entry:
    """The entry with these objections in place of `objections_here`."""
    if entry.list_id == LOCAL_LIST:
        return replace(entry, objections=objections)
    return _with(entry, replace(entry.local or LocalStanding(), objections=objections))


def _with(entry: Entry, local: LocalStanding) -> Entry:
    return replace(entry, local=local if local != LocalStanding() else None)
