"""Posts for tests."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from console.settings import Settings
from console.sync.local_copy import open_copy
from console.sync.post_side import post_line
from ledger.sql import Database
from tests.watchlist.replica.lists import Centre, opened
from watchlist.replica.copy import CopyState
from watchlist.sql import SqlEntryStore
from watchlist.sql.change_log import digest_of_list
from watchlist.sql.replica import SqlListCopy


@dataclass(frozen=True, slots=True)
class Served:
    """A centre and its address."""

    centre: Centre
    address: str
    public_key: Path
    folder: Path

    def settings(self, name: str = "post", address: str = "") -> Settings:
        """Of a post."""
        return Settings(
            database_url=f"sqlite:///{self.folder}/{name}.sqlite",
            list_copy=self.folder / f"{name}_copy.sqlite",
            centre=address or self.address,
            centre_keys=self.public_key,
        )

    @property
    def digest(self) -> str:
        """Of the centre's list."""
        return self.centre.database.read(digest_of_list)


@dataclass(slots=True)
class LivePost:
    """A post whose line is up."""

    database: Database
    copy: Database
    changes: int = 0
    replacements: int = 0

    @property
    def state(self) -> CopyState:
        """Of its copy."""
        return SqlListCopy(self.copy).state()

    @property
    def digest(self) -> str:
        """Of its copy."""
        return SqlListCopy(self.copy).list_digest()

    @property
    def entries(self) -> SqlEntryStore:
        """What it searches."""
        return SqlEntryStore(self.copy)

    def changed(self) -> None:
        """Something came in."""
        self.changes += 1

    def replaced(self) -> None:
        """Everything came in."""
        self.replacements += 1


@contextmanager
def live_post(served: Served, name: str = "post", address: str = "") -> Iterator[LivePost]:
    """A post that follows the centre."""
    settings = served.settings(name, address)
    database = opened(served.folder / f"{name}.sqlite")
    with open_copy(settings) as copy:
        post = LivePost(database, copy)
        with post_line(database, copy, settings, device_id=name, on_change=post.changed, on_replacement=post.replaced):
            yield post
    database.close()


def wait_for(truth: Callable[[], bool], seconds: float = 30.0) -> None:
    """Until it is true. Raises AssertionError where it never is."""
    ends = time.monotonic() + seconds
    while not truth():
        assert time.monotonic() < ends, "waited in vain"
        time.sleep(0.02)
