"""What a post needs to stand in line with the centre: its copy, its outbox, its name."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from console.settings import Settings
from console.sync.local_copy import keeper_of, limits_of, open_copy, trust_of
from console.sync.post_line import PostLine, bring_up
from ledger.actor import Actor, Role
from ledger.errors import Fault, LintasError
from ledger.outbox.deliver import LinkLost, deliver_all
from ledger.sql import Database
from ledger.sql.outbox import SqlOutbox
from verifier.sql.outgoing import records_between
from watchlist.freshness import ListAge
from watchlist.replica.copy import CopyState
from watchlist.replica.snapshot import Snapshot
from watchlist.rpc.sync_client import LARGE_BATCH, SMALL_BATCH, SyncClient, linked
from watchlist.sql.replica import SqlListCopy


def post_actor(device_id: str) -> Actor:
    """The post itself, as it calls the centre."""
    return Actor(device_id, "post", Role.POST)


def outbox_of(database: Database) -> SqlOutbox:
    """The outbox of the post's own ledger."""
    return SqlOutbox(database, records_between, lambda: str(uuid.uuid4()))


@contextmanager
def post_line(
    database: Database,
    copy: Database,
    settings: Settings,
    *,
    device_id: str,
    on_change: Callable[[], None],
    on_replacement: Callable[[], None],
) -> Iterator[PostLine]:
    """The line to the centre, for as long as the context lasts. Raises LintasError where keys are missing."""
    with PostLine(
        address=centre_of(settings),
        actor=post_actor(device_id),
        keeper=keeper_of(copy, settings),
        trust=trust_of(settings),
        snapshot=_snapshot_beside(settings),
        outbox=outbox_of(database),
        on_change=on_change,
        on_replacement=on_replacement,
    ) as line:
        yield line


@dataclass(frozen=True, slots=True)
class Synced:
    """What one run of `sync_once` did."""

    state: CopyState
    age: ListAge
    delivered: int


def sync_once(
    database: Database,
    settings: Settings,
    *,
    device_id: str,
    longest_s: float,
    on_progress: Callable[[int, int], None],
) -> Synced:
    """Bring the copy up to the centre's newest version, and deliver everything; goes on over a link that breaks.

    `on_progress(version, newest)`. Raises LinkLost where the link was too bad for `longest_s`, LintasError as centre
    and copy do.
    """
    ends = time.monotonic() + longest_s
    with open_copy(settings) as copy:
        keeper, trust = keeper_of(copy, settings), trust_of(settings)
        delivered, batch_size = 0, LARGE_BATCH
        while True:
            try:
                with linked(centre_of(settings), post_actor(device_id), batch_size=batch_size) as client:
                    delivered += deliver_all(outbox_of(database), client)
                    bring_up(client, keeper, trust, _snapshot_beside(settings))
                    state = _follow_until_current(client, keeper.state().list_version, keeper.take, on_progress, ends)
                    return Synced(state, state.age(datetime.now(UTC), limits_of(settings)), delivered)
            except LinkLost:
                batch_size = SMALL_BATCH
                if time.monotonic() >= ends:
                    raise
                time.sleep(min(1.0, max(0.0, ends - time.monotonic())))
            except LintasError as error:
                if error.reason != "LIST_DIVERGED":
                    raise  # else the copy knows, and begins anew with a snapshot


def _follow_until_current(
    client: SyncClient,
    version: int,
    take: Callable[..., CopyState],
    on_progress: Callable[[int, int], None],
    ends: float,
) -> CopyState:
    with client.changes(version) as batches:
        for arrived in batches:
            state = take(arrived)
            stamp = arrived[-1].signed.stamp
            on_progress(stamp.list_version, stamp.head_version)
            if stamp.is_current:
                return state
            if time.monotonic() >= ends:
                break
    raise LinkLost("the time was over before everything had come in")


def install_file(settings: Settings, path: Path, *, may_go_back: bool) -> CopyState:
    """Take a snapshot that came as a file. Raises LintasError as `Snapshot` and `CopyKeeper.install` do."""
    with open_copy(settings) as copy:
        return keeper_of(copy, settings).install(Snapshot(path, trust_of(settings)), may_go_back=may_go_back)


@dataclass(frozen=True, slots=True)
class PostStatus:
    """How a post stands, without asking anybody."""

    state: CopyState
    age: ListAge
    pending_events: int
    list_digest: str


def status_of_post(database: Database, settings: Settings) -> PostStatus:
    """Reads only what is here."""
    with open_copy(settings) as copy:
        held = SqlListCopy(copy)
        state = held.state()
        age = state.age(datetime.now(UTC), limits_of(settings))
        return PostStatus(state, age, outbox_of(database).pending_count(), held.list_digest())


def centre_of(settings: Settings) -> str:
    """Raises LintasError CENTRE_MISSING where this is no post."""
    if not settings.centre:
        raise LintasError(
            Fault.PRECONDITION, "CENTRE_MISSING", "this is no post: set LINTAS_CENTRE to the centre's HOST:PORT"
        )
    return settings.centre


def _snapshot_beside(settings: Settings) -> Path:
    return settings.list_copy.with_suffix(".lintas-snapshot")
