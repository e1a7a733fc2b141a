"""One recorded crossing: what patterns may look at. Whoever reads the rows learns no name, number or telephone.

Who a person is by law or belief has no column here: no nationality, sex, religion or origin can be asked for, because
there is nothing to ask (held by tests/verifier/patterns/test_protected.py).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from verifier.decision import Outcome
from verifier.model.journey import Direction

# whoever was decided so did not cross the border that day
NOT_CROSSED: Final = (Outcome.DEFER.value, Outcome.REFUSE.value, Outcome.HOLD.value)


@dataclass(frozen=True, slots=True)
class Crossing:
    """One traveller at one post. Every key is 64 bits of a keyed hash (verifier.patterns.keys); None is unknown.

    `crossed_at_s`: seconds since 1970-01-01T00:00Z. `crossing_id` is the case's id. `document_next_key` is the key that
    the next number of the same series would have: consecutive numbers are found without a number being stored.
    `document_expires_day`: days since 1970-01-01. `party_key`: who travels together, known also for somebody who is
    said to travel alone. `agency_id`: the licence number, which is public, or `~` and a keyed hash of the name.
    `was_postponed_before`: a departure was postponed at another post in the days before. `decision`: an `Outcome`, ''
    while nobody decided. `key_id` names the key that the hashes were made with: rows of two keys never meet.
    """

    crossing_id: str
    crossed_at_s: int
    key_id: str
    port: str | None = None
    direction: Direction | None = None
    person_key: int | None = None
    document_key: int | None = None
    document_next_key: int | None = None
    document_expires_day: int | None = None
    birth_year: int | None = None
    is_minor: bool | None = None
    party_key: int | None = None
    booking_key: int | None = None
    payer_key: int | None = None
    agency_id: str | None = None
    was_postponed_before: bool | None = None
    decision: str = ""
    contact_keys: tuple[int, ...] = ()

    @property
    def crossing_key(self) -> int:
        """The id in 64 bits: ten million of them are joined in a fraction of the time that texts take."""
        return int.from_bytes(hashlib.sha256(self.crossing_id.encode()).digest()[:8], "big", signed=True)

    @property
    def has_crossed(self) -> bool:
        """As far as is known: nobody postponed, refused or held the traveller."""
        return self.decision not in NOT_CROSSED


# Ibis types of the two tables; the contact keys have rows of their own, since a booking may name several
CROSSING_COLUMNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "crossing_id": "!string",
        "crossing_key": "!int64",
        "crossed_at_s": "!int64",
        "key_id": "!string",
        "port": "string",
        "direction": "string",
        "person_key": "int64",
        "document_key": "int64",
        "document_next_key": "int64",
        "document_expires_day": "int32",
        "birth_year": "int32",
        "is_minor": "boolean",
        "party_key": "int64",
        "booking_key": "int64",
        "payer_key": "int64",
        "agency_id": "string",
        "was_postponed_before": "boolean",
        "decision": "!string",
    }
)
CONTACT_COLUMNS: Final[Mapping[str, str]] = MappingProxyType(
    {"crossing_id": "!string", "crossing_key": "!int64", "crossed_at_s": "!int64", "contact_key": "!int64"}
)


def crossing_row(crossing: Crossing) -> dict[str, object]:
    """The row of the crossings table."""
    row = {name: getattr(crossing, name) for name in CROSSING_COLUMNS}
    row["direction"] = crossing.direction.value if crossing.direction else None
    return row


def contact_rows(crossing: Crossing) -> list[dict[str, object]]:
    """The rows of the contacts table, one a contact."""
    same = {name: getattr(crossing, name) for name in ("crossing_id", "crossing_key", "crossed_at_s")}
    return [{**same, "contact_key": each} for each in dict.fromkeys(crossing.contact_keys)]
