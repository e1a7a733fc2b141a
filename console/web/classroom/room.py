"""The way from a page to the training room."""

from __future__ import annotations

from typing import Final

from starlette.exceptions import HTTPException

from console.training_client import TrainingClient
from console.web.visit import Visit
from ledger.actor import Actor, Role

TRAINERS: Final = frozenset({Role.TRAINER})
STEERERS: Final = frozenset({Role.TRAINER, Role.ADMINISTRATOR})  # whose session it is, the training room knows
_DEVICE: Final = "classroom"


def as_trainer(visit: Visit) -> TrainingClient:
    """The room, as the trainer who is signed in."""
    return _client(visit, visit.who.actor)


def as_trainee(visit: Visit) -> TrainingClient:
    """The room, as somebody with nothing but a seat."""
    return _client(visit, Actor(_DEVICE, "trainee", Role.OFFICER))


def _client(visit: Visit, actor: Actor) -> TrainingClient:
    if visit.world.training is None:
        raise HTTPException(404)
    timeout_s = visit.world.call_timeout_s
    return TrainingClient(visit.world.training, actor, timeout_s=timeout_s, address=visit.address)
