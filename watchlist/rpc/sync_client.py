"""A post's way to the centre. A broken link is LinkLost, whatever broke it; a refusal is the centre's LintasError."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

import grpc
from google.rpc.error_details_pb2 import ErrorInfo
from grpc_status import rpc_status

from ledger.actor import Actor
from ledger.errors import LintasError
from ledger.outbox.deliver import LinkLost
from ledger.outbox.delivery import Delivery, Receipt
from ledger.rpc.caller import metadata_of
from ledger.rpc.status import CODES
from lintas.v1 import watchlist_sync_pb2 as wire
from lintas.v1 import watchlist_sync_pb2_grpc
from watchlist.replica.changes import ChangeBatch
from watchlist.rpc.sync_convert import batch_from_wire, delivery_to_wire, receipt_from_wire

# measured on 64 kbit/s with resets: 2 s and batches of 200 never got through (docs/decisions/0020)
CHANNEL_OPTIONS: Final = (
    ("grpc.keepalive_time_ms", 10_000),
    ("grpc.keepalive_timeout_ms", 15_000),
    ("grpc.http2.ping_timeout_ms", 15_000),  # without it, a minute, whatever stands above
    ("grpc.keepalive_permit_without_calls", 0),
    ("grpc.http2.max_pings_without_data", 0),
    ("grpc.http2.bdp_probe", 0),  # a window that grows fills the link's buffers, and pings wait behind
    ("grpc.initial_reconnect_backoff_ms", 500),
    ("grpc.max_reconnect_backoff_ms", 5_000),
    ("grpc.max_receive_message_length", 16 * 1024 * 1024),
)
SMALL_BATCH: Final = 20  # changes in one message: gets through where larger ones never do
LARGE_BATCH: Final = 200  # a third less work on a link that holds; the first break leads back to small ones
_MOST_AT_ONCE: Final = 2000  # changes in one commit
_AHEAD: Final = 200  # batches that wait for the disk
_SILENT_HEARTBEATS: Final = 9
_DELIVER_S: Final = 120.0
_CODES: Final = {code: fault for fault, code in CODES.items()}
_BROKEN: Final = frozenset(
    {
        grpc.StatusCode.UNAVAILABLE,
        grpc.StatusCode.DEADLINE_EXCEEDED,
        grpc.StatusCode.INTERNAL,
        grpc.StatusCode.UNKNOWN,
        grpc.StatusCode.CANCELLED,
        grpc.StatusCode.RESOURCE_EXHAUSTED,
    }
)


class SyncClient:
    """Calls the centre as one actor."""

    def __init__(
        self, channel: grpc.Channel, actor: Actor, *, batch_size: int = SMALL_BATCH, heartbeat_s: int = 10
    ) -> None:
        self._stub = watchlist_sync_pb2_grpc.WatchlistSyncServiceStub(channel)
        self._metadata = tuple(metadata_of(actor))
        self._batch_size = batch_size
        self._heartbeat_s = heartbeat_s

    @contextmanager
    def changes(self, from_version: int, *, compress: bool = True) -> Iterator[Iterator[Sequence[ChangeBatch]]]:
        """Batches after a version, as many at once as have arrived; endless until the link breaks.

        Iterating raises LinkLost, and LintasError where the centre refuses. Leaving the context ends the stream.
        """
        request = wire.WatchChangesRequest(
            from_version=from_version,
            batch_size=self._batch_size,
            heartbeat_seconds=self._heartbeat_s,
            compress=compress,
            with_list_digest=True,
        )
        call = self._stub.WatchChanges(request, metadata=self._metadata)
        arriving = _Arriving(call, _SILENT_HEARTBEATS * self._heartbeat_s, self._batch_size)
        try:
            yield iter(arriving)
        finally:
            arriving.leave()

    def fetch_snapshot(self, target: Path) -> None:
        """Fetch a snapshot into `target`, going on where an earlier attempt broke off. Raises LinkLost and LintasError.

        What lies in `target` is not to be trusted until `Snapshot` has read it.
        """
        part, mark = target.with_suffix(".part"), target.with_suffix(".version")
        version = int(mark.read_text()) if mark.exists() and part.exists() else 0
        request = wire.SnapshotRequest(list_version=version, offset=part.stat().st_size if version else 0)
        total = -1
        try:
            for message in self._stub.Snapshot(request, metadata=self._metadata):
                total = message.total_bytes
                if message.offset == 0:
                    mark.write_text(str(message.list_version))
                    part.write_bytes(b"")
                with part.open("r+b") as out:
                    out.seek(message.offset)
                    out.write(message.piece)
        except grpc.RpcError as error:
            raise told(error) from None
        if total < 0 or part.stat().st_size < total:
            raise LinkLost("the snapshot broke off")
        part.replace(target)
        mark.unlink()

    def deliver(self, delivery: Delivery) -> Receipt:
        """The `Carrier` port."""
        try:
            answer = self._stub.DeliverEvents(
                delivery_to_wire(delivery),
                metadata=self._metadata,
                timeout=_DELIVER_S,
                compression=grpc.Compression.Gzip,
            )
        except grpc.RpcError as error:
            raise told(error) from None
        return receipt_from_wire(answer)


@contextmanager
def linked(address: str, actor: Actor, *, batch_size: int = SMALL_BATCH, heartbeat_s: int = 10) -> Iterator[SyncClient]:
    """A client of the centre at `address`; connects when it is first used."""
    with grpc.insecure_channel(address, options=CHANNEL_OPTIONS) as channel:
        yield SyncClient(channel, actor, batch_size=batch_size, heartbeat_s=heartbeat_s)


class _Arriving:
    """Batches that have come in and wait to be taken. A thread reads the stream, so that many can be taken at once."""

    def __init__(self, call: Any, silence_s: float, batch_size: int) -> None:
        """`silence_s`: after so long without even a heartbeat the link is taken for dead."""
        self._call = call
        self._silence_s = silence_s
        self._batch_size = batch_size
        self._arrived: queue.Queue[ChangeBatch | Exception] = queue.Queue(_AHEAD)
        self._left = threading.Event()
        threading.Thread(target=self._receive, name="list-changes", daemon=True).start()

    def leave(self) -> None:
        """End the stream, and the thread with it."""
        self._left.set()
        self._call.cancel()
        with suppress(queue.Full):  # whoever waits, waits no longer
            self._arrived.put_nowait(LinkLost("the stream was left"))

    def __iter__(self) -> Iterator[Sequence[ChangeBatch]]:
        """All that has come in while the last was written to the disk comes as one: slow disks commit seldom."""
        ended: Exception | None = None
        while ended is None:
            taken = []
            for each in self._waiting():
                if isinstance(each, Exception):
                    ended = each
                    break
                taken.append(each)
            if taken:
                yield taken
        raise ended

    def _waiting(self) -> Iterator[ChangeBatch | Exception]:
        try:
            yield self._arrived.get(timeout=self._silence_s)
        except queue.Empty:
            yield LinkLost("nothing came for too long")
        for _ in range(max(1, _MOST_AT_ONCE // self._batch_size) - 1):
            if self._arrived.empty():
                return
            yield self._arrived.get()

    def _receive(self) -> None:
        try:
            for message in self._call:
                self._put(batch_from_wire(message))
            self._put(LinkLost("the centre ended the stream"))
        except grpc.RpcError as error:
            self._put(told(error))
        except Exception as error:
            self._put(error)

    def _put(self, each: ChangeBatch | Exception) -> None:
        while not self._left.is_set():
            with suppress(queue.Full):
                self._arrived.put(each, timeout=1)
                return


def told(error: Any) -> Exception:
    """LinkLost for whatever a link can do to a call, else the centre's own LintasError."""
    code = error.code()
    status = rpc_status.from_call(error)
    info = ErrorInfo()
    for packed in status.details if status is not None else ():
        if packed.Unpack(info):
            break
    if info.reason and code in _CODES:
        return LintasError(_CODES[code], info.reason, error.details() or info.reason)
    if code in _BROKEN or code is None:
        return LinkLost(f"the link to the centre broke ({code.name if code else 'no answer'})")
    return LinkLost(f"the centre answered {code.name}")
