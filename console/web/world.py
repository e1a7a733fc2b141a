"""What every page stands on. Built once, when the server starts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

import grpc

from console.accounts.gate import Gate
from console.accounts.roster import Roster
from console.client import Client
from console.web.assets import Assets
from console.web.classroom.pack_shelf import PackShelf
from console.web.hub import Hub
from console.web.insight.shelf import ReportShelf
from console.web.render import Renderer
from console.web.state import StateWatch
from ledger.actor import Actor
from verifier.indicators.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class World:
    """`channel` leads to the gRPC services on loopback; pages reach cases and lists in no other way."""

    channel: grpc.Channel
    gate: Gate
    roster: Roster
    assets: Assets
    renderer: Renderer
    hub: Hub
    state: StateWatch
    policy: Catalogue
    zone: ZoneInfo
    own_state: str
    now: Callable[[], datetime]
    call_timeout_s: float = 25.0
    is_demo: bool = False
    training: grpc.Channel | None = None  # the training room, where there is one
    reports: ReportShelf = field(default_factory=ReportShelf)
    packs: PackShelf = field(default_factory=PackShelf)
    idle_s: float = 1800.0

    @contextmanager
    def client(self, actor: Actor) -> Iterator[Client]:
        """The services, as that proven person."""
        yield Client(self.channel, actor, timeout_s=self.call_timeout_s)
