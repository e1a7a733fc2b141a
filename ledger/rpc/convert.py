"""Conversions between wire and domain that all services share."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import Enum
from typing import TypeVar

from google.protobuf.internal.enum_type_wrapper import EnumTypeWrapper
from google.protobuf.timestamp_pb2 import Timestamp

from ledger.actor import Actor, Role
from ledger.errors import invalid_field
from ledger.text import Text
from lintas.v1 import common_pb2 as wire

E = TypeVar("E", bound=Enum)


def enum_to_wire(prefix: str, member: Enum | None) -> str | None:
    """The wire name of a member: its own name behind `prefix`; None stays unspecified."""
    return None if member is None else f"{prefix}_{member.name}"


def enum_from_wire(wrapper: EnumTypeWrapper, prefix: str, kind: type[E], number: int, field: str) -> E | None:
    """The member of that wire number; None for 0. Raises LintasError naming `field` for numbers of no known name."""
    if number == 0:
        return None
    try:
        return kind[wrapper.Name(number).removeprefix(f"{prefix}_")]
    except (ValueError, KeyError):
        raise invalid_field(field, "unknown value; see docs/api.md", reason="UNKNOWN_ENUM") from None


def text_to_wire(text: Text) -> wire.Text:
    """Both languages."""
    return wire.Text(id=text.id, en=text.en)


def instant_to_wire(instant: datetime | None) -> Timestamp | None:
    """UTC instant; None stays absent."""
    if instant is None:
        return None
    stamp = Timestamp()
    stamp.FromDatetime(instant.astimezone(UTC))
    return stamp


def instant_from_wire(stamp: Timestamp, field: str) -> datetime:
    """Aware UTC time. Raises LintasError naming `field` outside the years 1 to 9999."""
    try:
        return stamp.ToDatetime(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise invalid_field(field, "not a time between the years 1 and 9999") from None


def actor_to_wire(actor: Actor) -> wire.Actor:
    """Device, officer, role."""
    return wire.Actor(device_id=actor.device_id, officer_id=actor.officer_id, role=enum_to_wire("ROLE", actor.role))


def role_from_wire(number: int, field: str) -> Role | None:
    """None for unspecified; raises for unknown numbers."""
    return enum_from_wire(wire.Role, "ROLE", Role, number, field)
