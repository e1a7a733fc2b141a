"""A post's line to the centre: keeps the copy of the list up, and delivers the record, for as long as it is open.

The link may break at any time and for days. Nothing here stops the post from working meanwhile.
"""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from ledger.actor import Actor
from ledger.errors import Fault, LintasError
from ledger.outbox.deliver import LinkLost, Outbox, deliveries
from watchlist.replica.copy import CopyKeeper
from watchlist.replica.snapshot import Snapshot
from watchlist.rpc.sync_client import LARGE_BATCH, SMALL_BATCH, SyncClient, linked
from watchlist.signing.ed25519 import Ed25519Trust

_LOG = logging.getLogger("lintas.sync")
_FIRST_WAIT_S: Final = 0.5
_LONGEST_WAIT_S: Final = 15.0
_DELIVERY_EVERY_S: Final = 2.0
_REFUSED_WAIT_S: Final = 30.0
_PASSING: Final = frozenset({Fault.UNAVAILABLE, Fault.EXHAUSTED, Fault.OVERDUE})
_ANEW: Final = frozenset({"LIST_DIVERGED", "CHANGES_GAP"})


@dataclass(frozen=True, slots=True)
class LineState:
    """What the line last knew. `trouble` is the reason of the last fault, '' while all is well."""

    is_linked: bool = False
    trouble: str = ""
    delivered: int = 0


class PostLine:
    """Two threads: one follows the list, one delivers. Use it as a context manager."""

    def __init__(
        self,
        *,
        address: str,
        actor: Actor,
        keeper: CopyKeeper,
        trust: Ed25519Trust,
        snapshot: Path,
        outbox: Outbox,
        on_change: Callable[[], None],
        on_replacement: Callable[[], None],
    ) -> None:
        """`snapshot`: where one may be fetched to. `on_change` is called after changes were taken in, `on_replacement`
        after the whole list was."""
        self._address = address
        self._actor = actor
        self._keeper = keeper
        self._trust = trust
        self._snapshot = snapshot
        self._outbox = outbox
        self._on_change = on_change
        self._on_replacement = on_replacement
        self._stopping = threading.Event()
        self._leaving: Callable[[], None] = lambda: None
        self._state = LineState()
        self._threads = [
            threading.Thread(target=self._again_and_again, args=(step, name), name=f"post-{name}", daemon=True)
            for step, name in ((self._follow, "follow"), (self._deliver, "deliver"))
        ]

    @property
    def state(self) -> LineState:
        """As of now."""
        return self._state

    def __enter__(self) -> PostLine:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._leaving()
        for thread in self._threads:
            thread.join(timeout=5)

    def _again_and_again(self, step: Callable[[SyncClient], Iterator[None]], name: str) -> None:
        wait_s, batch_size = _FIRST_WAIT_S, LARGE_BATCH
        while not self._stopping.is_set():
            trouble = ""
            try:
                with linked(self._address, self._actor, batch_size=batch_size) as client:
                    for _ in step(client):
                        wait_s = _FIRST_WAIT_S  # it gets somewhere, however often it breaks
            except LinkLost as error:
                trouble, batch_size = "LINK_LOST", SMALL_BATCH
                _LOG.info("%s: %s", name, error)
            except LintasError as error:
                trouble = error.reason
                _LOG.warning("%s: %s (%s)", name, error.message, error.reason)
                if error.fault not in _PASSING and error.reason not in _ANEW:
                    wait_s = _REFUSED_WAIT_S
            except Exception as error:
                trouble = "INTERNAL"
                # its text may quote an entry
                _LOG.error("%s: unexpected %s", name, type(error).__name__)
            self._note(is_linked=False, trouble=trouble)
            # not all posts at once when the centre comes back
            self._stopping.wait(wait_s * random.uniform(0.5, 1.0))  # noqa: S311
            wait_s = min(2 * wait_s, _LONGEST_WAIT_S)

    def _note(self, **changed: object) -> None:
        self._state = replace(self._state, **changed)  # type: ignore[arg-type]  # names are checked by replace

    def _follow(self, client: SyncClient) -> Iterator[None]:
        if bring_up(client, self._keeper, self._trust, self._snapshot):
            self._on_replacement()
        with ExitStack() as stack:
            batches = stack.enter_context(client.changes(self._keeper.state().list_version))
            self._leaving = stack.close
            for arrived in batches:
                if self._stopping.is_set():
                    return
                self._keeper.take(arrived)
                self._note(is_linked=True, trouble="")
                yield
                if any(batch.rows for batch in arrived):
                    self._on_change()

    def _deliver(self, client: SyncClient) -> Iterator[None]:
        while not self._stopping.is_set():
            if self._outbox.pending_count():
                for delivered in deliveries(self._outbox, client):
                    self._note(delivered=self._state.delivered + delivered)
                    yield
            self._stopping.wait(_DELIVERY_EVERY_S)


def bring_up(client: SyncClient, keeper: CopyKeeper, trust: Ed25519Trust, snapshot: Path) -> bool:
    """Begin an empty copy, or one that is not the centre's any more, with a snapshot; says whether it did.

    Raises LinkLost, and LintasError as `CopyKeeper.install` does.
    """
    state = keeper.state()
    if state.list_version and not state.is_diverged:
        return False
    client.fetch_snapshot(snapshot)
    try:
        # a diverged copy may even go back: the centre's list is the right one, and it was just fetched
        keeper.install(Snapshot(snapshot, trust), may_go_back=state.is_diverged)
    finally:
        snapshot.unlink(missing_ok=True)
    return True
