"""The tables that patterns are written over, as Ibis expressions bound to no data base."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import ibis

from verifier.model.journey import Direction
from verifier.patterns.crossing import CONTACT_COLUMNS, CROSSING_COLUMNS, NOT_CROSSED

DAY_S: Final = 86_400
ALLOWANCE_COLUMNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "allowance_id": "!string",
        "subject_kind": "!string",
        "subject_text": "string",
        "subject_key": "int64",
        "valid_from_s": "!int64",
        "valid_until_s": "!int64",
    }
)
# an Ibis table; its package ships no types that mypy could hold us to
IbisTable = Any


@dataclass(frozen=True, slots=True)
class Span:
    """From when until when crossings are looked at: seconds since 1970, the end not included."""

    since_s: int
    until_s: int


@dataclass(frozen=True, slots=True)
class Tables:
    """Crossings, their contacts, and the allowances, by the names that they have in every data base."""

    crossings: IbisTable
    contacts: IbisTable
    allowances: IbisTable

    def crossed(self, span: Span, *present: str, direction: Direction | None = None) -> IbisTable:
        """Crossings of the span that took place as far as is known, and where every column in `present` is known.

        This is the one way in: what is unknown never meets what is unknown.
        """
        rows = self.crossings.filter(
            self.crossings.crossed_at_s >= span.since_s,
            self.crossings.crossed_at_s < span.until_s,
            self.crossings.decision.notin(NOT_CROSSED),
            *(self.crossings[each].notnull() for each in present),
        )
        return rows if direction is None else rows.filter(rows.direction == direction.value)


def tables() -> Tables:
    """The three tables."""
    return Tables(
        crossings=ibis.table(dict(CROSSING_COLUMNS), name="crossings"),
        contacts=ibis.table(dict(CONTACT_COLUMNS), name="crossing_contacts"),
        allowances=ibis.table(dict(ALLOWANCE_COLUMNS), name="pattern_allowances"),
    )


def unit(rows: IbisTable) -> Any:
    """Who belongs together: the party; where it is unknown the booking; else everybody of that day.

    Travellers of whom nothing is known thus count as one, never as many strangers.
    """
    return ibis.coalesce(rows.party_key, rows.booking_key, -(rows.crossed_at_s // DAY_S) - 1)
