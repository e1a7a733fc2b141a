"""A searcher whose every answer says how old the list is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from ledger.text import Text
from watchlist.entry import Entry, SearchResult, Subject
from watchlist.following import SearcherPort
from watchlist.freshness import EXPIRED_TEXT, STALE_TEXT, Freshness, ListAge


class KeptUpSearcher(SearcherPort, Protocol):
    """A searcher that can be told to look for what is new."""

    def refresh(self) -> None:
        """Take in every change up to now."""


class Dated:
    """The `SearcherPort` of another, with the age of its list in each answer."""

    def __init__(self, searcher: KeptUpSearcher, age: Callable[[datetime], ListAge]) -> None:
        """`age(now)`: see `CopyState.age` at a post, `of_the_centre` where the list itself is asked."""
        self._searcher = searcher
        self._age = age

    def swap(self, searcher: KeptUpSearcher) -> None:
        """Search another list from now on, since the whole list was replaced."""
        self._searcher = searcher

    def search(self, subject: Subject, now: datetime) -> SearchResult:
        """Hits, best first."""
        age = self._age(now)  # first: what comes in meanwhile makes the list younger, not older
        found = self._searcher.search(subject, now)
        return replace(found, age=age, notes=(*found.notes, *_notes(age)))

    def follow(self, entries: Sequence[Entry], list_version: int) -> None:
        """As the other does."""
        self._searcher.follow(entries, list_version)

    def refresh(self) -> None:
        """As the other does."""
        self._searcher.refresh()

    @property
    def entry_count(self) -> int:
        """Entries that are searched."""
        return self._searcher.entry_count


def _notes(age: ListAge) -> tuple[Text, ...]:
    if age.freshness is Freshness.FRESH:
        return ()
    return (EXPIRED_TEXT if age.freshness is Freshness.EXPIRED else STALE_TEXT,)


def of_the_centre(now: datetime) -> ListAge:
    """At the centre the list itself is asked, so it is as of now."""
    return ListAge(now, Freshness.FRESH)
