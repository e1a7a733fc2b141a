"""A real service on a free port, with a data base in a temporary folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from console.client import Client, connected
from console.server import serving
from console.settings import Settings
from console.wiring import House, open_house
from ledger.actor import Actor, Role

OFFICER = Actor("booth-1", "off-17", Role.OFFICER)
SECOND = Actor("desk-2", "off-18", Role.SECOND_OFFICER)
SUPERVISOR = Actor("desk-1", "sup-1", Role.SUPERVISOR)

ClientFor = Callable[[Actor], AbstractContextManager[Client]]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder: Path = tmp_path_factory.mktemp("line")
    return Settings(database_url=f"sqlite:///{folder}/lintas.sqlite", listen="127.0.0.1:0")


@pytest.fixture(scope="module")
def house(settings: Settings) -> Iterator[House]:
    with open_house(settings) as opened:
        yield opened


@pytest.fixture(scope="module")
def address(house: House, settings: Settings) -> Iterator[str]:
    with serving(house, settings) as bound:
        yield bound


@pytest.fixture
def client_for(address: str) -> ClientFor:
    @contextmanager
    def client(actor: Actor) -> Iterator[Client]:
        with connected(address, actor) as opened:
            yield opened

    return client


@pytest.fixture
def officer(client_for: ClientFor) -> Iterator[Client]:
    with client_for(OFFICER) as client:
        yield client


@pytest.fixture
def second(client_for: ClientFor) -> Iterator[Client]:
    with client_for(SECOND) as client:
        yield client


@pytest.fixture
def supervisor(client_for: ClientFor) -> Iterator[Client]:
    with client_for(SUPERVISOR) as client:
        yield client
