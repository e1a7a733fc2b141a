"""The centre's side: a gRPC server on asyncio, on a port and a thread of its own, beside the one for terminals.

Streams that wait cost nothing there, and nothing that happens there takes a thread from an examination
(docs/decisions/0020).
"""

from __future__ import annotations

import asyncio
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import grpc
from grpc_health.v1 import health, health_pb2, health_pb2_grpc

from console.authorisation import PERMISSIONS
from console.server import ListenError
from console.settings import Settings
from ledger.errors import Fault, LintasError
from ledger.rpc.async_guard import AsyncGuard
from ledger.sql import Database
from ledger.sql.inbox import SqlInbox
from lintas.v1 import watchlist_sync_pb2, watchlist_sync_pb2_grpc
from watchlist.replica.log import ChangeFeed
from watchlist.replica.shelf import SnapshotShelf
from watchlist.rpc.sync_service import Bell, WatchlistSyncService
from watchlist.signing.ed25519 import Ed25519Signer
from watchlist.sql.change_log import SqlChangeLog
from watchlist.sql.wake import ListWatch

SYNC_SERVICE: Final = watchlist_sync_pb2.DESCRIPTOR.services_by_name["WatchlistSyncService"].full_name
_READERS: Final = 4
_LARGEST_MESSAGE_BYTES: Final = 16 * 1024 * 1024
_OPTIONS: Final = (
    ("grpc.max_receive_message_length", _LARGEST_MESSAGE_BYTES),
    ("grpc.so_reuseport", 0),
    # posts ping every 10 s, also while nothing flows; a post that is gone is noticed as fast
    ("grpc.http2.min_recv_ping_interval_without_data_ms", 5_000),
    ("grpc.http2.max_ping_strikes", 0),
    ("grpc.keepalive_time_ms", 10_000),
    ("grpc.keepalive_timeout_ms", 15_000),
    ("grpc.http2.ping_timeout_ms", 15_000),
    ("grpc.http2.max_pings_without_data", 0),
    ("grpc.http2.bdp_probe", 0),
)


def feed_of(database: Database, settings: Settings) -> ChangeFeed:
    """The list of this data base, signed. Raises LintasError SYNC_KEY_MISSING or SIGNING_KEY."""
    if settings.sync_key is None:
        raise LintasError(
            Fault.PRECONDITION,
            "SYNC_KEY_MISSING",
            "posts need a signed list: set LINTAS_SYNC_KEY (lintas post new-key)",
        )
    signer = Ed25519Signer.load(settings.sync_key)
    return ChangeFeed(SqlChangeLog(database), signer, _now, timedelta(hours=settings.list_expired_hours))


@contextmanager
def serving_posts(database: Database, settings: Settings) -> Iterator[str]:
    """Serve posts until the context ends; gives the address that is bound.

    Raises ListenError where the port is taken, LintasError SYNC_KEY_MISSING or SIGNING_KEY.
    """
    feed = feed_of(database, settings)
    bound: Future[str] = Future()
    with (
        tempfile.TemporaryDirectory(prefix="lintas-snapshots-") as folder,
        ThreadPoolExecutor(_READERS, thread_name_prefix="sync") as readers,
    ):
        shelf = SnapshotShelf(Path(folder), SqlChangeLog(database), feed, _now)
        centre = _Centre(database, feed, shelf, readers, settings)
        thread = threading.Thread(target=centre.run, args=(bound,), name="sync-server", daemon=True)
        thread.start()
        address = bound.result()
        try:
            yield address
        finally:
            centre.stop()
            thread.join()


class _Centre:
    """One event loop with one server."""

    def __init__(
        self,
        database: Database,
        feed: ChangeFeed,
        shelf: SnapshotShelf,
        readers: ThreadPoolExecutor,
        settings: Settings,
    ) -> None:
        self._database = database
        self._feed = feed
        self._shelf = shelf
        self._readers = readers
        self._settings = settings
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping: asyncio.Event | None = None

    def run(self, bound: Future[str]) -> None:
        """The thread: until `stop`."""
        try:
            asyncio.run(self._serve(bound))
        except BaseException as error:  # whoever waits for the address must hear of it
            if not bound.done():
                bound.set_exception(error)
            else:
                raise

    def stop(self) -> None:
        """From another thread: end all streams, finish deliveries that are being written."""
        if self._loop is not None and self._stopping is not None:
            self._loop.call_soon_threadsafe(self._stopping.set)

    async def _serve(self, bound: Future[str]) -> None:
        self._loop, self._stopping = asyncio.get_running_loop(), asyncio.Event()
        bell = Bell()
        service = WatchlistSyncService(
            feed=self._feed,
            shelf=self._shelf,
            inbox=SqlInbox(self._database, _now),
            bell=bell,
            executor=self._readers,
        )
        server = grpc.aio.server(interceptors=[AsyncGuard(PERMISSIONS)], options=_OPTIONS)
        watchlist_sync_pb2_grpc.add_WatchlistSyncServiceServicer_to_server(service, server)
        state = health.aio.HealthServicer()
        health_pb2_grpc.add_HealthServicer_to_server(state, server)
        address = _bind(server, self._settings.sync_listen)
        await server.start()
        for name in ("", SYNC_SERVICE):
            await state.set(name, health_pb2.HealthCheckResponse.SERVING)
        # not on this loop: asking the data base blocks
        watch = await asyncio.to_thread(ListWatch, self._database, lambda _: bell.ring())
        with watch:
            bound.set_result(address)
            await self._stopping.wait()
        await server.stop(1.0)


def _bind(server: grpc.aio.Server, listen: str) -> str:
    try:
        port = server.add_insecure_port(listen)
    except RuntimeError:
        port = 0
    if port == 0:
        raise ListenError(f"cannot listen on {listen}: is another service there? Choose another LINTAS_SYNC_LISTEN")
    return f"{listen.rpartition(':')[0]}:{port}"


def _now() -> datetime:
    return datetime.now(UTC)
