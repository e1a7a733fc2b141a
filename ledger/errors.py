"""Faults of the caller or of the system. A bad document is never one of them: it is a result."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Fault(Enum):
    """What kind of fault, in terms that every shell (gRPC, command line, web) can translate."""

    INVALID = "invalid"  # the request itself is wrong; sending it again will not help
    NOT_FOUND = "not_found"
    CONFLICT = "conflict"  # the same request_id came with another body
    STALE = "stale"  # the etag is not the current one: read again, then decide
    UNAUTHENTICATED = "unauthenticated"  # nobody knows who is calling
    FORBIDDEN = "forbidden"  # this actor may not do this
    PRECONDITION = "precondition"  # right request, wrong moment
    EXHAUSTED = "exhausted"  # too big or too many
    OVERDUE = "overdue"  # the deadline passed before the answer was ready
    UNAVAILABLE = "unavailable"  # try again later


@dataclass(frozen=True, slots=True)
class FieldFault:
    """One wrong field of a request: its dotted path as in the proto, and what to do about it. Never the value."""

    field: str
    description: str


class LintasError(Exception):
    """A fault with a stable public reason; its text never holds personal data.

    `reason` is UPPER_SNAKE_CASE, stable across releases, and documented in docs/api.md.
    """

    def __init__(self, fault: Fault, reason: str, message: str, *, fields: tuple[FieldFault, ...] = ()) -> None:
        super().__init__(message)
        self.fault = fault
        self.reason = reason
        self.message = message
        self.fields = fields


def invalid_field(field: str, description: str, *, reason: str = "INVALID_FIELD") -> LintasError:
    """The most common fault: one field of the request is wrong."""
    return LintasError(Fault.INVALID, reason, f"{field}: {description}", fields=(FieldFault(field, description),))
