"""The way from a page to what only trainers may read."""

from __future__ import annotations

from starlette.exceptions import HTTPException

from console.trainer_client import TrainerClient
from console.web.visit import Visit


def trainers_room(visit: Visit) -> TrainerClient:
    """Scenarios with their answers and codes, as the trainer who is signed in; the service looks at the role again."""
    if visit.world.training is None:
        raise HTTPException(404)
    return TrainerClient(visit.world.training, visit.who.actor, timeout_s=visit.world.call_timeout_s)
