"""Where a house has its list from: its own data base at the centre, a local copy at a post."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from console.settings import Settings
from console.sync.local_copy import limits_of, open_copy
from ledger.sql import Database
from watchlist.freshness import ListAge
from watchlist.replica.copy import aged
from watchlist.replica.dated import of_the_centre
from watchlist.sql import SqlEntryStore, SqlProposalStore
from watchlist.sql.imports import SqlListStore
from watchlist.sql.replica import ReplicaEntryStore, ReplicaListStore, ReplicaProposalStore, SqlListCopy


@dataclass(frozen=True, slots=True)
class ListSide:
    """The list of a house: the data base that it stands in, its stores, and how old it is at any time."""

    database: Database
    entries: SqlEntryStore
    proposals: SqlProposalStore
    imports: SqlListStore
    age: Callable[[datetime], ListAge]
    as_of: Callable[[], datetime | None] | None = None  # None at the centre, where the list itself is


@contextmanager
def open_list(database: Database, settings: Settings) -> Iterator[ListSide]:
    """The list. At a post nothing of it can be changed: REPLICA_READ_ONLY."""
    if not settings.centre:
        yield ListSide(
            database, SqlEntryStore(database), SqlProposalStore(database), SqlListStore(database), of_the_centre
        )
        return
    limits = limits_of(settings)
    with open_copy(settings) as copy:
        held = SqlListCopy(copy)
        yield ListSide(
            copy,
            ReplicaEntryStore(copy),
            ReplicaProposalStore(database),
            ReplicaListStore(copy),
            lambda now: aged(held, now, limits),
            lambda: held.state().as_of,
        )
