"""The copy of the list that a post keeps, and how it is kept up: what is taken in, what is refused."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, Protocol

from watchlist.freshness import AgeLimits, ListAge, age_of
from watchlist.replica.changes import ChangeBatch, check_batch
from watchlist.replica.faults import list_diverged, list_too_new
from watchlist.replica.row import Row
from watchlist.replica.snapshot import Snapshot
from watchlist.replica.stamp import Stamp
from watchlist.signing.keys import Trust


@dataclass(frozen=True, slots=True)
class CopyState:
    """How far a copy goes. Times are UTC by the centre's clock, None while it was never current.

    `as_of`: when it last was the centre's newest; `valid_until`: how long the centre lets it stand; `latest_seen`: the
    latest time that was ever seen here, behind which no clock can be set back. `is_diverged`: it was found not to be
    the centre's list, and only a snapshot mends that.
    """

    list_version: int = 0
    as_of: datetime | None = None
    valid_until: datetime | None = None
    latest_seen: datetime | None = None
    is_diverged: bool = False

    def after(self, stamp: Stamp) -> CopyState:
        """The state once the changes under `stamp` are in. Time never goes back, however old a stamp is.

        A stamp that makes the list younger also sets `latest_seen` right, should the post's own clock have run ahead.
        """
        is_newer = stamp.is_current and not self.is_diverged and (self.as_of is None or stamp.created_at > self.as_of)
        is_ahead = not is_newer and self.latest_seen is not None and self.latest_seen > stamp.created_at
        return CopyState(
            stamp.list_version,
            stamp.created_at if is_newer else self.as_of,
            stamp.valid_until if is_newer else self.valid_until,
            self.latest_seen if is_ahead else stamp.created_at,
            self.is_diverged,
        )

    def age(self, now: datetime, limits: AgeLimits) -> ListAge:
        """How old the copy is at `now`, by whichever is later: the clock, or the latest time ever seen."""
        return age_of(self.as_of, self.valid_until, now=max(now, self.latest_seen or now), limits=limits)


_SEEN_EVERY: Final = timedelta(minutes=1)


def aged(copy: ListCopy, now: datetime, limits: AgeLimits) -> ListAge:
    """How old the copy is at `now`. Remembers, once a minute, how late it was: setting a clock back then shows."""
    state = copy.state()
    if state.latest_seen is not None and now - state.latest_seen > _SEEN_EVERY:
        copy.see(now)
    return state.age(now, limits)


class ListCopy(Protocol):
    """Keeps a copy. What is acknowledged is on the disk; rows and state change together."""

    def state(self) -> CopyState:
        """How far it goes."""

    def apply(self, rows: Sequence[Row], state: CopyState, *, known_version: int) -> None:
        """Take in changed rows, and be in `state` then.

        Raises, and takes nothing: LintasError CHANGES_GAP where the copy is not at `known_version` any more, ValueError
        where an entry cannot be read.
        """

    def install(self, rows: Iterable[Row], state: CopyState) -> None:
        """Replace everything by `rows`; where they raise, everything stays as it was. Raises ValueError as `apply`."""

    def see(self, now: datetime) -> None:
        """Remember that it was this late once."""

    def list_digest(self) -> str:
        """SHA-256 (hex) over all rows, computed from what is really there."""


class CopyKeeper:
    """Takes in what is genuine, and nothing else. One keeper a copy."""

    def __init__(self, copy: ListCopy, trust: Trust, now: Callable[[], datetime]) -> None:
        """`now` gives the time, aware of its zone."""
        self._copy = copy
        self._trust = trust
        self._now = now

    def state(self) -> CopyState:
        """How far the copy goes."""
        return self._copy.state()

    def take(self, batches: Sequence[ChangeBatch]) -> CopyState:
        """Take in batches that follow each other, all in one commit; returns the new state.

        Raises LintasError CHANGES_TAMPERED, CHANGES_GAP or LIST_TOO_NEW, and nothing was taken then; LIST_DIVERGED
        where the centre's list has another digest than this copy, which has the changes then, but is not current.
        """
        state = self._copy.state()
        known_version = state.list_version
        latest: dict[int, Row] = {}
        for batch in batches:
            check_batch(batch, state.list_version, self._trust)
            latest.update((row.list_version, row) for row in batch.rows)
            state = state.after(batch.signed.stamp)
        try:
            self._copy.apply(tuple(latest.values()), state, known_version=known_version)
        except ValueError:
            raise list_too_new() from None
        told = batches[-1].signed.stamp.list_digest if batches else ""
        if told and told != self._copy.list_digest():
            self._copy.apply((), replace(state, as_of=None, is_diverged=True), known_version=state.list_version)
            raise list_diverged()
        return state

    def install(self, snapshot: Snapshot, *, may_go_back: bool = False) -> CopyState:
        """Replace the copy by a snapshot. `may_go_back`: a person decided that an older list, and this
        clock, are right.

        Raises LintasError SNAPSHOT_EXPIRED, SNAPSHOT_REPLAYED, SNAPSHOT_TRUNCATED, SNAPSHOT_TAMPERED or LIST_TOO_NEW,
        and the copy stays as it was then.
        """
        before = self._copy.state()
        now = self._now() if may_go_back else max(self._now(), before.latest_seen or self._now())
        snapshot.check_use(known_version=0 if may_go_back else before.list_version, now=now)
        state = CopyState(latest_seen=None if may_go_back else before.latest_seen).after(snapshot.stamp)
        try:
            self._copy.install(snapshot.rows(), state)
        except ValueError:
            deque(snapshot.rows(), maxlen=0)  # an entry that cannot be read: is the file damaged, or is it genuine?
            raise list_too_new() from None
        return state

    def is_equal(self, list_digest: str) -> bool:
        """Whether the copy is, row by row, the list of that digest."""
        return self._copy.list_digest() == list_digest
