"""A training room put together: exercises on their own file, drawings, a training counter, and the server for them."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final

import grpc
import platformdirs
from grpc_health.v1 import health, health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection

from console.authorisation import PERMISSIONS
from console.server import bind
from console.settings import Settings
from console.wiring import open_readers
from ledger.rpc.guard import Guard
from lintas.v1 import (
    trainer_pb2,
    trainer_pb2_grpc,
    training_pb2,
    training_pb2_grpc,
    verification_pb2,
    verification_pb2_grpc,
)
from simulator.library import Library, Shelf
from simulator.rpc.service import TrainingService
from simulator.rpc.trainer import TrainerService
from simulator.sandbox.desk import training_desk
from simulator.sandbox.packs import Packs
from simulator.sandbox.pictures import Pictures
from simulator.sandbox.preview import Previews
from simulator.sandbox.scanner import Scanner
from simulator.session.exercises import Exercises
from simulator.sql import SqlSessionStore, TrainingFile
from simulator.store import SessionStore
from verifier.desk import Desk
from verifier.indicators.catalogue import Catalogue
from verifier.indicators.policy_folder import load_catalogue
from verifier.rpc.service import VerificationService

# without letters and digits that are mistaken for each other when read out
_ALPHABET: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_CONSONANTS: Final = "BDFGKLMNPRSTWZ"
_VOWELS: Final = "AEIOU"
_CODE_LENGTH: Final = 6
_WATCHERS: Final = 64  # a stream holds a thread as long as somebody watches
SERVICES: Final = (
    training_pb2.DESCRIPTOR.services_by_name["TrainingService"].full_name,
    trainer_pb2.DESCRIPTOR.services_by_name["TrainerService"].full_name,
    verification_pb2.DESCRIPTOR.services_by_name["VerificationService"].full_name,
)


class SystemRandomness:
    """Codes and secrets from the operating system."""

    def code(self) -> str:
        """Six letters and digits: a thousand million codes, valid for one session."""
        return "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))

    def secret(self) -> str:
        """192 bits."""
        return secrets.token_urlsafe(24)

    def word(self) -> str:
        """Four letters that can be spoken; good for five tries."""
        return "".join(secrets.choice(each) for each in (_CONSONANTS, _VOWELS, _CONSONANTS, _VOWELS))


@dataclass(frozen=True, slots=True)
class TrainingRoom:
    """A training room with its doors open. `library` sees what authors changed meanwhile."""

    exercises: Exercises
    library: Callable[[], Library]
    pictures: Pictures
    policy: Callable[[], Catalogue]


def default_training_file() -> Path:
    """Beside the live data base, never the same file."""
    return Path(platformdirs.user_data_dir("lintas")) / "training.sqlite"


def room_on(store: SessionStore, scenarios: Path, own: Path | None = None) -> TrainingRoom:
    """A room on any store; `own` is the folder of the trainer's own scenarios."""
    policy = cache(load_catalogue)
    exercises = Exercises(
        store=store, scanner=Scanner(policy), now=lambda: datetime.now(UTC), randomness=SystemRandomness()
    )
    return TrainingRoom(exercises, Shelf(scenarios, own).library, Pictures(), policy)


@contextmanager
def open_training(path: Path, scenarios: Path, own: Path | None = None) -> Iterator[TrainingRoom]:
    """A room on a training file. Raises LintasError NOT_A_TRAINING_FILE for any other file that is there."""
    with TrainingFile(path) as file:
        yield room_on(SqlSessionStore(file), scenarios, own)


def training_service(room: TrainingRoom) -> TrainingService:
    """The service of a room."""
    return TrainingService(
        room.exercises,
        room.library,
        room.pictures,
        new_id=lambda: str(uuid.uuid4()),
        today=lambda: datetime.now(UTC).date(),
    )


def trainer_service(room: TrainingRoom) -> TrainerService:
    """What trainers alone may read."""
    return TrainerService(room.exercises, Previews(room.library, room.pictures, room.policy), packs_of(room))


def packs_of(room: TrainingRoom) -> Packs:
    """Packs on paper, of this room's sessions and scenarios."""
    return Packs(room.exercises, room.library, room.pictures, room.policy, today=lambda: datetime.now(UTC).date())


@contextmanager
def open_training_desk(room: TrainingRoom, settings: Settings) -> Iterator[tuple[Desk, tuple[str, ...]]]:
    """The training counter with its reading engines."""
    with open_readers(settings) as readers:
        desk = training_desk(
            room.library().scenarios.values(),
            policy=room.policy(),
            reading=readers,
            new_id=lambda: str(uuid.uuid4()),
        )
        yield desk, readers.names


@contextmanager
def training_serving(room: TrainingRoom, settings: Settings, listen: str) -> Iterator[str]:
    """TrainingService and a VerificationService on the sandbox, at a port of their own; gives the address.

    Raises ListenError where the port is taken.
    """
    with open_training_desk(room, settings) as (desk, engines):
        threads = settings.concurrent_calls + _WATCHERS
        server = grpc.server(
            ThreadPoolExecutor(threads, thread_name_prefix="training"),
            interceptors=[Guard(PERMISSIONS)],
            maximum_concurrent_rpcs=threads,
            options=[("grpc.max_receive_message_length", 9 * 1024 * 1024), ("grpc.so_reuseport", 0)],
        )
        training_pb2_grpc.add_TrainingServiceServicer_to_server(training_service(room), server)
        trainer_pb2_grpc.add_TrainerServiceServicer_to_server(trainer_service(room), server)
        verification_pb2_grpc.add_VerificationServiceServicer_to_server(
            VerificationService(desk, longest_examination_s=settings.examine_seconds, reading_engines=engines), server
        )
        state = health.HealthServicer()
        health_pb2_grpc.add_HealthServicer_to_server(state, server)
        reflection.enable_server_reflection((*SERVICES, health.SERVICE_NAME, reflection.SERVICE_NAME), server)
        address = bind(server, listen)
        server.start()
        for name in ("", *SERVICES):
            state.set(name, health_pb2.HealthCheckResponse.SERVING)
        try:
            yield address
        finally:
            state.enter_graceful_shutdown()
            server.stop(settings.grace_seconds).wait()
