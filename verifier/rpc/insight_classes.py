"""Figures of classes from the wire and back."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

from google.type.date_pb2 import Date

from ledger.actor import Actor
from ledger.errors import invalid_field
from ledger.rpc.convert import actor_to_wire, instant_to_wire
from lintas.v1 import insight_pb2 as wire
from verifier.classes.result import FIGURES, ClassResult, Figure


def result_from_wire(told: wire.TrainingResult, actor: Actor, now: datetime) -> ClassResult:
    """What was handed over; who and when is ours to say. Raises LintasError for a date that is none."""
    own = wire.TrainingResult()
    own.CopyFrom(told)
    for field in ("name", "create_time", "actor"):
        own.ClearField(field)
    if not own.HasField("held_on"):
        raise invalid_field("result.held_on", "required")
    try:
        held_on = date(own.held_on.year, own.held_on.month, own.held_on.day)
    except ValueError:
        raise invalid_field("result.held_on", "not a day") from None
    return ClassResult(
        record_id="",
        created_at=now,
        actor=actor,
        held_on=held_on,
        trainees=own.trainees,
        cases=own.cases,
        decisions=own.decisions,
        harms=own.harms,
        source_sha256=hashlib.sha256(own.SerializeToString(deterministic=True)).hexdigest(),
        **{name: _figure(getattr(own, name)) if own.HasField(name) else None for name in FIGURES},  # type: ignore[arg-type]  # FIGURES names ClassFigure fields only
    )


def result_to_wire(result: ClassResult) -> wire.TrainingResult:
    """As it was handed over, with who and when."""
    day = result.held_on
    told = wire.TrainingResult(
        name=result.name,
        create_time=instant_to_wire(result.created_at),
        actor=actor_to_wire(result.actor),
        held_on=Date(year=day.year, month=day.month, day=day.day),
        trainees=result.trainees,
        cases=result.cases,
        decisions=result.decisions,
        harms=result.harms,
    )
    for name in FIGURES:
        if (figure := getattr(result, name)) is not None:
            own = wire.ClassFigure(value=figure.value, low=figure.low, high=figure.high, of=figure.of)
            getattr(told, name).CopyFrom(own)
    return told


def _figure(told: wire.ClassFigure) -> Figure:
    return Figure(told.value, told.low, told.high, told.of)
