"""What a case leaves in the record of crossings."""

from __future__ import annotations

import re
from typing import Final

from verifier.case import Case
from verifier.model.journey import Booking, Direction, Journey
from verifier.patterns.crossing import Crossing
from verifier.patterns.identity import identity_of
from verifier.patterns.keys import KeyKind, Keyring

MOST_CONTACTS: Final = 20
_CASE_NAME: Final = re.compile(r"(?:cases/)?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})")


def crossing_of(case: Case, keyring: Keyring, *, post: str = "") -> Crossing | None:
    """The crossing of a case; None for a specimen, which nobody travels on.

    `post` is where the service stands; without one, the border's end of the route tells. `was_postponed_before` is left
    to the store, which knows other crossings.
    """
    if case.examination.is_specimen:
        return None
    shown, journey = case.presentation, case.presentation.journey
    booking = journey.booking or Booking()
    found = identity_of(case.examination.record, shown.visual_zone, case.created_at.date(), keyring)
    contacts = (keyring.contact_key(each) for each in booking.contact_hashes[:MOST_CONTACTS])
    return Crossing(
        crossing_id=case.case_id,
        crossed_at_s=int(case.created_at.timestamp()),
        key_id=keyring.key_id,
        port=post or border_end(journey) or None,
        direction=journey.direction,
        person_key=found.person_key,
        document_key=found.document_key,
        document_next_key=found.document_next_key,
        document_expires_day=found.document_expires_day,
        birth_year=found.birth_year,
        is_minor=found.is_minor,
        party_key=_party_key(case, booking, keyring),
        booking_key=keyring.key(KeyKind.BOOKING, booking.locator_hash.strip()),
        payer_key=keyring.key(KeyKind.PAYER, booking.payer_hash.strip()),
        agency_id=keyring.agency_id(booking.agency_licence, booking.agency),
        decision=case.outcome.value if case.outcome else "",
        contact_keys=tuple(dict.fromkeys(each for each in contacts if each is not None)),
    )


def party_references(case: Case) -> tuple[str, ...]:
    """Ids of the cases that this traveller's party names, without the case itself; other references lead nowhere."""
    named = (_CASE_NAME.fullmatch(each.reference.strip()) for each in case.presentation.journey.party)
    ids = (each[1].lower() for each in named if each is not None)
    return tuple(dict.fromkeys(each for each in ids if each != case.case_id.lower()))


def border_end(journey: Journey) -> str:
    """The place of the route that lies at this border; '' where nobody said which way it is crossed."""
    if not journey.legs:
        return ""
    if journey.direction is Direction.DEPARTURE:
        return journey.legs[0].origin.strip().upper()
    return journey.legs[-1].destination.strip().upper() if journey.direction is Direction.ARRIVAL else ""


def _party_key(case: Case, booking: Booking, keyring: Keyring) -> int | None:
    """A party of one's own: with those who were named, or alone where somebody said so. Else unknown."""
    journey = case.presentation.journey
    is_alone = journey.is_party_complete is True or booking.group_size == 1
    return keyring.key(KeyKind.PARTY, case.case_id.lower()) if journey.party or is_alone else None
