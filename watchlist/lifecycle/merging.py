"""Two entries made one, and personal data taken out of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from watchlist.entry import Entry, ListedName, NameStrength
from watchlist.standing import EntryLink, LinkKind

T = TypeVar("T")


def merged(kept: Entry, duplicate: Entry) -> Entry:
    """`kept` with everything that only the duplicate knows. Category, action, ground and period stay those of `kept`.

    The duplicate's main names become strong aliases: which name is the main one was decided in `kept`.
    """
    names = tuple(
        replace(name, strength=NameStrength.STRONG) if name.strength is NameStrength.PRIMARY else name
        for name in duplicate.names
        if name.full not in {each.full for each in kept.names}
    )
    return replace(
        kept,
        names=(*kept.names, *names),
        birth_dates=_union(kept.birth_dates, duplicate.birth_dates),
        birth_places=_union(kept.birth_places, duplicate.birth_places),
        sex=kept.sex or duplicate.sex,
        nationalities=_union(kept.nationalities, duplicate.nationalities),
        documents=_union(kept.documents, duplicate.documents),
        identity_numbers=_union(kept.identity_numbers, duplicate.identity_numbers),
        photo_reference=kept.photo_reference or duplicate.photo_reference,
        links=_union(kept.links, duplicate.links),
        objections=_union(kept.objections, duplicate.objections),
    )


def absorbed(duplicate: Entry, into: str, now: datetime) -> Entry:
    """The duplicate after the merge: revoked, and pointing at the entry that goes on."""
    return replace(duplicate, revoked_at=now, links=(*duplicate.links, EntryLink(LinkKind.ALIAS_OF, into)))


def masked(entry: Entry, now: datetime) -> Entry:
    """Who it was is gone; that there was an entry, by whom and why, stays for the statistics and the audit."""
    return replace(
        entry,
        names=(ListedName("[masked]"),) if entry.names else (),
        birth_dates=(),
        birth_places=(),
        sex=None,
        nationalities=(),
        documents=(),
        identity_numbers=(),
        photo_reference="",
        remarks="",
        masked_at=entry.masked_at or now,
    )


def erased(entry: Entry, now: datetime) -> Entry:
    """Nothing but that it was there: id, kind, category and its end."""
    return replace(
        masked(entry, now), authority="", provenance="", legal_ground="", links=(), objections=(), local=None
    )


def _union(one: tuple[T, ...], other: tuple[T, ...]) -> tuple[T, ...]:
    return (*one, *(value for value in other if value not in one))
