"""Runs the console beside the gRPC service, in the same process."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import grpc
import uvicorn
from grpc_health.v1 import health_pb2, health_pb2_grpc

from console.accounts.demo import make_demo_accounts
from console.server import ListenError
from console.settings import Settings
from console.web.app import make_app
from console.web.assets import Assets
from console.web.hub import Hub
from console.web.render import Renderer
from console.web.state import Probes, StateWatch
from console.web.world import World
from console.wiring import House
from ledger.errors import LintasError
from verifier.indicators.policy_folder import load_catalogue
from watchlist.freshness import Freshness, ListAge

_LARGEST_MESSAGE_BYTES: Final = 16 * 1024 * 1024
_HEALTH_TIMEOUT_S: Final = 2.0


@contextmanager
def web_serving(house: House, settings: Settings, grpc_address: str, *, is_demo: bool = False) -> Iterator[str]:
    """Serve browsers until the context ends; gives the URL. Raises ListenError where the port is taken.

    `is_demo` makes accounts that everybody knows, and says so on every page.
    """
    bound = _bind(settings.web_listen)
    options = [("grpc.max_receive_message_length", _LARGEST_MESSAGE_BYTES)]
    with grpc.insecure_channel(grpc_address, options=options) as channel, _training(settings) as training:
        world = replace(_world(house, settings, channel, is_demo=is_demo), training=training)
        config = uvicorn.Config(
            make_app(world),
            log_level="warning",
            access_log=False,  # addresses of cases are nobody's business
            lifespan="off",
            server_header=False,
            timeout_graceful_shutdown=3,
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, name="web", daemon=True)
        world.state.start()
        thread.start()
        try:
            host, port = bound.getsockname()[:2]
            yield f"http://{f'[{host}]' if ':' in host else host}:{port}"
        finally:
            server.should_exit = True
            world.hub.close()
            thread.join(10)
            world.state.stop()
            bound.close()


@contextmanager
def _training(settings: Settings) -> Iterator[grpc.Channel | None]:
    """A training room on its own file, and the way to it; None where the classroom is off."""
    if not settings.training:
        yield None
        return
    # here, not above: a booth without a classroom need not load the simulator
    from console.cli.train_room import scenario_folder  # noqa: PLC0415
    from console.training import default_training_file, open_training, training_serving  # noqa: PLC0415

    file = (
        Path(settings.training_file)
        if settings.training_file
        else default_training_file().with_name("classroom.sqlite")
    )
    with (
        open_training(file, scenario_folder(None), settings.own_scenarios) as room,
        training_serving(room, settings, "127.0.0.1:0") as address,
        grpc.insecure_channel(address, options=[("grpc.max_receive_message_length", _LARGEST_MESSAGE_BYTES)]) as way,
    ):
        yield way


def _world(house: House, settings: Settings, channel: grpc.Channel, *, is_demo: bool) -> World:
    if is_demo:
        make_demo_accounts(house.accounts.roster)
    zone = ZoneInfo(settings.time_zone)
    assets, hub = Assets(Path(__file__).parent / "static"), Hub()
    return World(
        channel=channel,
        gate=house.accounts.gate.open_to_all() if is_demo else house.accounts.gate,
        roster=house.accounts.roster,
        assets=assets,
        renderer=Renderer(zone=zone, asset=assets.url),
        hub=hub,
        state=StateWatch(_probes(house, channel), hub, old_after=timedelta(hours=settings.list_old_hours)),
        policy=load_catalogue(),
        zone=zone,
        own_state=settings.own_state,
        now=lambda: datetime.now(UTC),
        call_timeout_s=settings.examine_seconds + 5,
        is_demo=is_demo,
        idle_s=settings.web_idle_minutes * 60,
    )


def _probes(house: House, channel: grpc.Channel) -> Probes:
    health: Any = health_pb2_grpc.HealthStub(channel)  # its stubs leave out what is generated

    def is_service_up() -> bool:
        try:
            answer = health.Check(health_pb2.HealthCheckRequest(), timeout=_HEALTH_TIMEOUT_S)
        except grpc.RpcError:
            return False
        return bool(answer.status == health_pb2.HealthCheckResponse.SERVING)

    last_change: list[datetime | None] = [None]
    last_age = [ListAge(None, Freshness.FRESH)]

    # while the data base is away, what was known stays; the service says itself that it is down
    def list_changed_at() -> datetime | None:
        with suppress(LintasError):
            last_change[0] = house.list_changed_at()
        return last_change[0]

    def list_age() -> ListAge:
        with suppress(LintasError):
            last_age[0] = house.list_age()
        return last_age[0]

    return Probes(
        is_service_up=is_service_up,
        list_entries=lambda: house.lists.entry_count,
        list_changed_at=list_changed_at,
        list_age=list_age,
        now=lambda: datetime.now(UTC),
    )


def _bind(listen: str) -> socket.socket:
    host, _, port = listen.rpartition(":")
    host = host.strip("[]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, int(port)))
        bound.listen(256)
    except OSError:
        bound.close()
        message = f"cannot serve the console on {listen}: is another one there? Set LINTAS_WEB_LISTEN, or '' for none"
        raise ListenError(message) from None
    return bound
