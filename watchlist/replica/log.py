"""What the centre gives away: pages of changes, or everything, each seen at one instant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from watchlist.replica.changes import ChangeBatch
from watchlist.replica.faults import list_ahead
from watchlist.replica.row import Row, digest_of
from watchlist.replica.snapshot import snapshot_stamp
from watchlist.replica.stamp import SignedStamp, Stamp, signed
from watchlist.signing.keys import Signer

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LogPage:
    """The next rows after a version, and the list's newest version at the same instant.

    `list_digest` is '' unless it was asked for and the rows lead to the newest version.
    """

    rows: tuple[Row, ...]
    head_version: int
    list_digest: str = ""


class ChangeLog(Protocol):
    """The list as a log of its latest states. Versions are given under a lock, so none appears below one seen."""

    def page(self, after_version: int, limit: int, *, with_digest: bool = False) -> LogPage:
        """At most `limit` rows, by list version."""

    def with_everything(self, use: Callable[[Iterator[Row]], T]) -> T:
        """What `use` makes of all rows as of one instant, by list version, in bounded memory."""

    def list_version(self) -> int:
        """The newest version."""


class ChangeFeed:
    """Signs what the log gives."""

    def __init__(self, log: ChangeLog, signer: Signer, now: Callable[[], datetime], validity: timedelta) -> None:
        """`validity`: how long a list may be used for full checks after the centre last said that it is current."""
        self._log = log
        self._signer = signer
        self._now = now
        self._validity = validity

    def batches(self, after_version: int, *, size: int, page: int, with_digest: bool = False) -> list[ChangeBatch]:
        """Up to `page` changes after a version, in batches of at most `size`; one empty batch where nothing is new.

        Raises LintasError LIST_AHEAD where the list does not have that version.
        """
        # the time is taken first: what is current was so at least then
        now = self._now()
        found = self._log.page(after_version, page, with_digest=with_digest)
        if found.head_version < after_version:
            raise list_ahead()
        parts = [found.rows[start : start + size] for start in range(0, len(found.rows), size)] or [()]
        is_whole = len(found.rows) < page
        batches, version = [], after_version
        for number, rows in enumerate(parts, start=1):
            is_last = number == len(parts)
            reached = found.head_version if is_last and is_whole else rows[-1].list_version
            digest = found.list_digest if is_last else ""
            stamp = Stamp(
                version, reached, found.head_version, now, now + self._validity, len(rows), digest_of(rows), digest
            )
            batches.append(ChangeBatch(signed(stamp, self._signer), rows))
            version = reached
        return batches

    def stamp_snapshot(self, list_version: int, count: int, digest: str) -> SignedStamp:
        """The stamp of a snapshot that was made just now."""
        now = self._now()
        stamp = snapshot_stamp(
            list_version=list_version, created_at=now, valid_until=now + self._validity, count=count, digest=digest
        )
        return signed(stamp, self._signer)
