"""WatchlistSyncService on asyncio: a stream that waits costs a task here, and no thread of anybody."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Executor
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, TypeVar

import grpc

from ledger.errors import invalid_field
from ledger.outbox.deliver import Inbox
from ledger.rpc.caller import actor_from
from lintas.v1 import watchlist_sync_pb2 as wire
from lintas.v1 import watchlist_sync_pb2_grpc
from watchlist.replica.changes import ChangeBatch
from watchlist.replica.log import ChangeFeed
from watchlist.replica.shelf import SnapshotShelf
from watchlist.rpc.sync_convert import batch_to_wire, delivery_from_wire, receipt_to_wire

T = TypeVar("T")
Context = grpc.aio.ServicerContext[Any, Any]
_BATCH: Final = 20
_LARGEST_BATCH: Final = 1000
_PAGE: Final = 1000
_HEARTBEAT_S: Final = 10
_LONGEST_HEARTBEAT_S: Final = 60
_DIGEST_EVERY_S: Final = 600.0
_PIECE_BYTES: Final = 32 * 1024


class Bell:
    """Wakes every stream of one event loop when the list moves. `ring` may come from any thread."""

    def __init__(self) -> None:
        """Made inside the loop that it belongs to."""
        self._loop = asyncio.get_running_loop()
        self._next = asyncio.Event()

    def ring(self) -> None:
        """Wake all who wait."""
        with suppress(RuntimeError):  # the loop has ended meanwhile, and with it all who waited
            self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        woken, self._next = self._next, asyncio.Event()
        woken.set()

    def next(self) -> asyncio.Event:
        """The next ring. Take it before looking at the list, and no change can fall in between."""
        return self._next


class WatchlistSyncService(watchlist_sync_pb2_grpc.WatchlistSyncServiceServicer):
    """Thin: reads on an executor of its own, signs, streams. Faults are told by the guard."""

    def __init__(self, *, feed: ChangeFeed, shelf: SnapshotShelf, inbox: Inbox, bell: Bell, executor: Executor) -> None:
        self._feed = feed
        self._shelf = shelf
        self._inbox = inbox
        self._bell = bell
        self._executor = executor

    async def _aside(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._executor, work)

    async def WatchChanges(
        self, request: wire.WatchChangesRequest, context: Context
    ) -> AsyncIterator[wire.WatchChangesResponse]:
        size = _within(request.batch_size or _BATCH, 1, _LARGEST_BATCH, "batch_size")
        heartbeat_s = _within(request.heartbeat_seconds or _HEARTBEAT_S, 1, _LONGEST_HEARTBEAT_S, "heartbeat_seconds")
        version = _within(request.from_version, 0, 2**62, "from_version")
        if request.compress:
            context.set_compression(grpc.Compression.Gzip)
        loop = asyncio.get_running_loop()
        digest_due, digested = loop.time(), -1
        while True:
            ring = self._bell.next()
            is_due = request.with_list_digest and loop.time() >= digest_due and digested != version
            batches = await self._aside(lambda v=version, due=is_due: self._batches(v, size, with_digest=due))  # type: ignore[misc]  # mypy cannot infer a lambda with defaults
            for batch in batches:
                yield batch_to_wire(batch)
            stamp = batches[-1].signed.stamp
            version = stamp.list_version
            if stamp.list_digest:
                digest_due, digested = loop.time() + _DIGEST_EVERY_S, version
            if stamp.is_current:
                with suppress(TimeoutError):
                    await asyncio.wait_for(ring.wait(), heartbeat_s)

    def _batches(self, version: int, size: int, *, with_digest: bool) -> list[ChangeBatch]:
        return self._feed.batches(version, size=size, page=_PAGE, with_digest=with_digest)

    async def Snapshot(self, request: wire.SnapshotRequest, context: Context) -> AsyncIterator[wire.SnapshotResponse]:
        wanted = _within(request.list_version, 0, 2**62, "list_version")
        offset = _within(request.offset, 0, 2**62, "offset")
        kept = await self._aside(lambda: self._shelf.get(wanted))
        if kept.list_version != wanted:
            offset = 0
        total = kept.path.stat().st_size
        while True:
            piece = await self._aside(lambda at=offset: _read(kept.path, at))  # type: ignore[misc]  # as above
            yield wire.SnapshotResponse(list_version=kept.list_version, total_bytes=total, offset=offset, piece=piece)
            offset += len(piece)
            if offset >= total or not piece:
                return

    async def DeliverEvents(self, request: wire.DeliverEventsRequest, context: Context) -> wire.DeliverEventsResponse:
        actor = actor_from(context.invocation_metadata() or ())
        delivery = delivery_from_wire(request)
        return receipt_to_wire(await self._aside(lambda: self._inbox.receive(delivery, actor)))


def _read(path: Path, offset: int) -> bytes:
    with path.open("rb") as stream:
        stream.seek(offset)
        return stream.read(_PIECE_BYTES)


def _within(number: int, least: int, most: int, field: str) -> int:
    if not least <= number <= most:
        raise invalid_field(field, f"{least} to {most}")
    return number
