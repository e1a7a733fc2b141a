"""Whether the journey can be meant as it stands, asked before anything costly is done for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from ledger.errors import invalid_field
from verifier.indicators import booking_facts, journey_facts
from verifier.indicators.catalogue import Catalogue
from verifier.indicators.stated_party import StatedParty, stated_party
from verifier.model.journey import Journey

_MOST_CUES: Final = 500


def check_journey(journey: Journey, catalogue: Catalogue | None, today: date) -> StatedParty:
    """Refuses a journey that contradicts itself; whatever is merely unknown passes. Gives the party as it was stated.

    Raises LintasError: INVALID_FIELD for party links that cannot all be true, a party of more than 200, dates out of
    order; INDICATOR_UNKNOWN for a cue id that the catalogue does not have. The field is named as in the proto.
    """
    if catalogue is not None:
        check_cues(journey.officer_cues, journey.counter_cues, catalogue)
    booking_facts.of(journey)
    journey_facts.of(journey, today)
    return stated_party(journey)


def check_cues(
    cues: tuple[str, ...],
    counter_cues: tuple[str, ...],
    catalogue: Catalogue,
    fields: tuple[str, str] = ("journey.officer_cues", "journey.counter_cues"),
) -> None:
    """Raises LintasError (INDICATOR_UNKNOWN); the field says which one."""
    _check_ids(fields[0], cues, catalogue.indicators)
    _check_ids(fields[1], counter_cues, catalogue.counter_indicators)


def _check_ids(field: str, ids: tuple[str, ...], known: Mapping[str, object]) -> None:
    if len(ids) > _MOST_CUES:
        raise invalid_field(field, f"at most {_MOST_CUES}")
    for index, each in enumerate(ids):
        if each not in known:
            raise invalid_field(f"{field}[{index}]", "no such id in the catalogue", reason="INDICATOR_UNKNOWN")
