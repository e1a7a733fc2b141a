"""What makes a call repeatable: sent again, it changes nothing and gives the same answer."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.errors import Fault, FieldFault, LintasError


@dataclass(frozen=True, slots=True)
class RequestKey:
    """The caller's id, and a digest of everything that the call said."""

    request_id: str
    digest: str


def request_reused() -> LintasError:
    """The same id with another body."""
    field = FieldFault("request_id", "this id came with another body before; choose a new one")
    return LintasError(Fault.CONFLICT, "REQUEST_ID_REUSED", f"request_id: {field.description}", fields=(field,))
