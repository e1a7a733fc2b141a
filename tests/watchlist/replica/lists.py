"""Lists, keys and clocks for tests of copies."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from console.migrations import upgrade
from ledger.sql import Database
from tests.watchlist.people import NOW, draft, person
from watchlist.entry import Entry
from watchlist.replica.copy import CopyKeeper
from watchlist.replica.log import ChangeFeed
from watchlist.replica.snapshot import write_snapshot
from watchlist.replica.stamp import SignedStamp
from watchlist.signing.ed25519 import Ed25519Signer, Ed25519Trust
from watchlist.sql import SqlEntryStore
from watchlist.sql.change_log import SqlChangeLog
from watchlist.sql.replica import SqlListCopy
from watchlist.store import Changes, compare

VALIDITY = timedelta(hours=24)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
SIGNER = Ed25519Signer(KEY)
TRUST = Ed25519Trust(KEY.public_key())


@dataclass(slots=True)
class Clock:
    """A clock that stands until it is set."""

    time: datetime = NOW

    def now(self) -> datetime:
        """The time."""
        return self.time

    def go(self, **parts: float) -> None:
        """Later, or earlier with negative parts."""
        self.time += timedelta(**parts)


@dataclass(slots=True)
class Centre:
    """A list that is changed and given away."""

    database: Database
    clock: Clock = field(default_factory=Clock)
    signer: Ed25519Signer = SIGNER

    @property
    def entries(self) -> SqlEntryStore:
        """The list."""
        return SqlEntryStore(self.database)

    @property
    def log(self) -> SqlChangeLog:
        """The list as a log."""
        return SqlChangeLog(self.database)

    @property
    def feed(self) -> ChangeFeed:
        """The log, signed."""
        return ChangeFeed(self.log, self.signer, self.clock.now, VALIDITY)

    def say(self, *entries: Entry) -> int:
        """Make the list say exactly these entries."""
        changes = compare(self.entries.current("test"), entries, now=self.clock.time)
        return self.entries.apply(changes, draft())

    def add(self, count: int, prefix: str = "e") -> int:
        """So many new entries."""
        added = tuple(person(f"{prefix}{number:05}", f"PERSON {prefix.upper()} {number}") for number in range(count))
        return self.entries.apply(Changes(added, (), (), 0), draft())

    def snapshot(self, path: Path) -> SignedStamp:
        """Written to `path`."""
        return self.log.with_everything(lambda rows: write_snapshot(path, rows, self.feed.stamp_snapshot))


@dataclass(slots=True)
class Post:
    """A copy and its keeper."""

    database: Database
    clock: Clock

    @property
    def copy(self) -> SqlListCopy:
        """The copy."""
        return SqlListCopy(self.database)

    @property
    def keeper(self) -> CopyKeeper:
        """Believes the centre's key."""
        return CopyKeeper(self.copy, TRUST, self.clock.now)

    def follow(self, centre: Centre, *, size: int = 20, page: int = 1000) -> None:
        """Take in all that the centre has."""
        while True:
            state = self.keeper.take(centre.feed.batches(self.copy.state().list_version, size=size, page=page))
            if state.list_version == centre.log.list_version():
                return


def opened(path: Path) -> Database:
    """A SQLite data base at the newest schema; close it."""
    database = Database(f"sqlite:///{path}")
    upgrade(database)
    return database
