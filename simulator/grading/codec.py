"""A workshop as JSON and back: what `lintas train report` reads."""

from __future__ import annotations

from functools import cache
from typing import Final

from pydantic import TypeAdapter, ValidationError

from ledger.errors import Fault, LintasError, invalid_field
from simulator.grading.model import Workshop

MAX_BYTES: Final = 64 * 2**20


@cache
def _adapter() -> TypeAdapter[Workshop]:
    return TypeAdapter(Workshop)


def to_json(workshop: Workshop) -> str:
    """The whole workshop, values at their defaults left out; the same workshop gives the same bytes."""
    return _adapter().dump_json(workshop, exclude_defaults=True, indent=1).decode()


def from_json(text: str | bytes) -> Workshop:
    """The inverse.

    Raises LintasError: WORKSHOP_MALFORMED naming the first wrong field (never its value), TOO_LARGE above 64 MiB, and
    whatever the model refuses.
    """
    if len(text) > MAX_BYTES:
        raise LintasError(Fault.EXHAUSTED, "TOO_LARGE", f"a workshop log of more than {MAX_BYTES // 2**20} MiB")
    try:
        return _adapter().validate_json(text)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "log"
        raise invalid_field(where, first["msg"], reason="WORKSHOP_MALFORMED") from None
    except RecursionError:
        raise invalid_field("log", "nested too deeply", reason="WORKSHOP_MALFORMED") from None
