"""A trainer's orders from the wire; whatever is wrong is named by its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from ledger.errors import invalid_field
from ledger.rpc.convert import enum_from_wire
from lintas.v1 import training_pb2 as wire
from simulator.session.happening import Happening, Kind
from simulator.session.steering import (
    AddTrainer,
    Freeze,
    Inject,
    Pause,
    Purpose,
    RemoveTrainer,
    Resume,
    Return,
    Steering,
    StepBack,
    Unfreeze,
)


def steering_from_wire(request: wire.SteerRequest) -> Steering:
    """Raises LintasError where no order is set, or it cannot be meant."""
    kind = request.WhichOneof("order")
    if kind is None:
        raise invalid_field("order", f"one of {', '.join(_ORDERS)}")
    return _ORDERS[kind](getattr(request, kind))


def _step_back(order: wire.StepBackOrder) -> StepBack:
    purpose = enum_from_wire(wire.RevisitPurpose, "REVISIT_PURPOSE", Purpose, order.purpose, "step_back.purpose")
    if purpose is None:
        raise invalid_field("step_back.purpose", "required: discuss or retry")
    return StepBack(order.slot, purpose)


def _inject(order: wire.InjectOrder) -> Inject:
    kind = enum_from_wire(wire.HappeningKind, "HAPPENING_KIND", Kind, order.kind, "inject.kind")
    if kind is None:
        raise invalid_field("inject.kind", "required")
    return Inject(Happening(kind, order.amount, order.words.strip()))


_ORDERS: Final[Mapping[str, Callable[[Any], Steering]]] = MappingProxyType(
    {
        "pause": lambda _: Pause(),
        "resume": lambda _: Resume(),
        "step_back": _step_back,
        "return_to_now": lambda _: Return(),
        "freeze": lambda order: Freeze(order.slot, order.reveals),
        "unfreeze": lambda _: Unfreeze(),
        "inject": _inject,
        "add_trainer": lambda order: AddTrainer(order.officer_id),
        "remove_trainer": lambda order: RemoveTrainer(order.officer_id),
    }
)
