"""What a fault names on the wire, as whoever typed the command knows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_OF_FIELD: Final[Mapping[str, str]] = {
    "chunk": "FILE",
    "image": "IMAGE",
    "mrz_lines": "--mrz",
    "visa_mrz_lines": "--visa-mrz",
    "visual_zone": "--viz",
    "journey": "--journey",
    "reading_engine": "--engine",
    "header.source": "--source",
    "header.list_id": "--list",
    "header.request_id": "--request-id",
    "header.reason": "--reason",
    "name": "NAME",
    "names": "--name",
    "birth_dates": "--birth-date",
    "documents": "--document",
    "nationality": "--nationality",
    "reason_code": "--reason",
    "review_reason": "--reason",
    "reason": "--reason",
    "note": "--note",
    "start_time": "--from",
    "end_time": "--to",
    "page_size": "--limit",
    "months": "--months",
    "reference": "--reference",
    "valid_until": "--until",
}
# requests with one message inside, whose fields are options of the command
_INSIDE: Final = ("outcome.", "referral.", "call_back.", "tip.", "receipt.")
_OPTION: Final[Mapping[str, str]] = {
    "case": "CASE",
    "service": "SERVICE",
    "call_time": "--at",
    "receive_time": "--at",
    "parent_reached": "--reached",
    "confirms_journey": "--confirms",
    "number_source": "--number-from",
    "consent_paper": "--paper",
    "cues": "--cue",
    "counter_cues": "--counter-cue",
    "travel_date": "--travel-date",
}


def as_typed(field: str) -> str:
    """The option or argument that a field of a request came from; the field itself where it came from a file."""
    if (known := _OF_FIELD.get(field)) is not None:
        return known
    for prefix in _INSIDE:
        if field.startswith(prefix):
            own = field.removeprefix(prefix).partition("[")[0]
            return _OPTION.get(own, "--" + own.replace("_", "-"))
    for parent in ("visual_zone", "journey"):
        if field.startswith(f"{parent}."):
            return f"{_OF_FIELD[parent]} {field.removeprefix(parent + '.')}"
    return field


def message_as_typed(message: str, fields: tuple[tuple[str, str], ...]) -> str:
    """A fault's message that begins with its field, begun with what was typed instead."""
    for field, description in fields:
        if message == f"{field}: {description}":
            return f"{as_typed(field)}: {description}"
    return message
