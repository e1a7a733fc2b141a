"""The gRPC server: the services with their limits, health and reflection, and an orderly end."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import grpc
from google.protobuf.internal import api_implementation
from grpc_health.v1 import health, health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection

from console.authorisation import PERMISSIONS
from console.rpc.audit import AuditService
from console.settings import Settings
from console.wiring import House
from ledger.rpc.guard import Guard
from lintas.v1 import (
    audit_pb2,
    audit_pb2_grpc,
    exclusions_pb2,
    exclusions_pb2_grpc,
    insight_pb2,
    insight_pb2_grpc,
    protection_pb2,
    protection_pb2_grpc,
    supervision_pb2,
    supervision_pb2_grpc,
    verification_pb2,
    verification_pb2_grpc,
    watchlist_pb2,
    watchlist_pb2_grpc,
)
from verifier.rpc.insight import InsightService, ListState
from verifier.rpc.protection import ProtectionService
from verifier.rpc.service import VerificationService
from watchlist.imports.leftovers import sweep
from watchlist.rpc.exclusions import ExclusionService
from watchlist.rpc.service import WatchlistService
from watchlist.rpc.supervision import SupervisionService

_LARGEST_MESSAGE_BYTES: Final = 9 * 1024 * 1024  # an image of 8 MiB and what goes with it
SERVICES: Final = (
    verification_pb2.DESCRIPTOR.services_by_name["VerificationService"].full_name,
    watchlist_pb2.DESCRIPTOR.services_by_name["WatchlistService"].full_name,
    exclusions_pb2.DESCRIPTOR.services_by_name["ExclusionService"].full_name,
    audit_pb2.DESCRIPTOR.services_by_name["AuditService"].full_name,
    insight_pb2.DESCRIPTOR.services_by_name["InsightService"].full_name,
    supervision_pb2.DESCRIPTOR.services_by_name["SupervisionService"].full_name,
    protection_pb2.DESCRIPTOR.services_by_name["ProtectionService"].full_name,
)


class ListenError(Exception):
    """The port cannot be had."""


@contextmanager
def serving(house: House, settings: Settings) -> Iterator[str]:
    """Serve until the context ends; gives the address that is bound. Running calls get `grace_seconds` to finish.

    Raises ListenError where the port is taken, RuntimeError where protobuf runs without its fast implementation.
    """
    if api_implementation.Type() != "upb":
        raise RuntimeError("protobuf runs in pure Python, a hundred times slower; reinstall the protobuf wheel")
    sweep(Path(tempfile.gettempdir()), time.time())  # lists that a killed service was at work on
    server = grpc.server(
        ThreadPoolExecutor(settings.concurrent_calls, thread_name_prefix="rpc"),
        interceptors=[Guard(PERMISSIONS)],
        maximum_concurrent_rpcs=settings.concurrent_calls,
        options=[
            ("grpc.max_receive_message_length", _LARGEST_MESSAGE_BYTES),
            ("grpc.so_reuseport", 0),  # two servers on one port would share the terminals between them
        ],
    )
    verification = VerificationService(
        house.desk, longest_examination_s=settings.examine_seconds, reading_engines=house.reading_engines
    )
    verification_pb2_grpc.add_VerificationServiceServicer_to_server(verification, server)
    watchlist_pb2_grpc.add_WatchlistServiceServicer_to_server(
        WatchlistService(house.lists, house.subject_of_mrz, house.exports, house.reviewed_imports), server
    )
    audit_pb2_grpc.add_AuditServiceServicer_to_server(AuditService(house.audit), server)
    exclusions_pb2_grpc.add_ExclusionServiceServicer_to_server(ExclusionService(house.exclusions), server)
    insight_pb2_grpc.add_InsightServiceServicer_to_server(
        InsightService(
            house.insight,
            house.protection,
            lambda: _list_state(house),
            leads=house.leads,
            classes=house.classes,
        ),
        server,
    )
    supervision_pb2_grpc.add_SupervisionServiceServicer_to_server(SupervisionService(house.supervisors), server)
    protection_pb2_grpc.add_ProtectionServiceServicer_to_server(ProtectionService(house.protection), server)
    state = health.HealthServicer()
    health_pb2_grpc.add_HealthServicer_to_server(state, server)
    reflection.enable_server_reflection((*SERVICES, health.SERVICE_NAME, reflection.SERVICE_NAME), server)
    address = bind(server, settings.listen)
    server.start()
    for name in ("", *SERVICES):
        state.set(name, health_pb2.HealthCheckResponse.SERVING)
    try:
        yield address
    finally:
        state.enter_graceful_shutdown()
        server.stop(settings.grace_seconds).wait()


def bind(server: grpc.Server, listen: str) -> str:
    """The address that the server got. Raises ListenError where the port is taken."""
    try:
        port = server.add_insecure_port(listen)
    except RuntimeError:
        port = 0
    if port == 0:
        raise ListenError(f"cannot listen on {listen}: is another service there? Choose another with --listen")
    return f"{listen.rpartition(':')[0]}:{port}"


def _list_state(house: House) -> ListState:
    return ListState(house.lists.list_version, house.lists.entry_count, house.list_changed_at())
