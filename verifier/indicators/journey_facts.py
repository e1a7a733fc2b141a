"""What the declared journey says: purpose, stay, visa, registry, and who holds what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from ledger.errors import invalid_field
from verifier.indicators.rule import FactValue
from verifier.model.journey import Journey, Purpose, Visa, VisaClass

# all three alike: a pilgrim, a tourist and a cousin get the same answers
_VISITS: Final = frozenset({Purpose.TOURISM, Purpose.FAMILY, Purpose.RELIGION})


def of(journey: Journey, today: date) -> dict[str, FactValue | None]:
    """Facts by name. Raises LintasError (INVALID_FIELD) for a stay that ended before it began."""
    stay_days = _stay_days(journey, today)
    permitted = journey.permitted_until
    return {
        "journey.is_visit": _is_visit(journey.purpose),
        "journey.is_for_work": _is_for_work(journey.purpose),
        "journey.stay_days": stay_days,
        "journey.receiver_is_verified": journey.is_receiver_verified,
        "journey.was_deported": journey.was_deported,
        "journey.is_overstay": None if permitted is None else today > permitted,
        "placement.is_registered": journey.is_placement_registered,
        "document.is_issued_far_from_home": journey.is_passport_issued_far_from_home,
        "visa.is_for_work": _visa_is_for_work(journey.visa),
        "visa.days_beyond": _days_beyond(journey.visa, stay_days),
    }


def touches(journey: Journey, places: frozenset[str]) -> bool:
    """The route starts, passes or ends there."""
    return any(place.strip().upper() in places for leg in journey.legs for place in (leg.origin, leg.destination))


def holds_documents(journey: Journey) -> bool | None:
    """Whether a member of the party holds the traveller's documents, where anybody looked."""
    return _any_known(member.holds_documents_of_traveller for member in journey.party)


def has_consent_paper(journey: Journey) -> bool | None:
    """Whether a member of the party showed a consent paper, where anybody asked."""
    return _any_known(member.consent_paper for member in journey.party)


def _any_known(answers: Iterable[bool | None]) -> bool | None:
    given = [each for each in answers if each is not None]
    return any(given) if given else None


def _is_visit(purpose: Purpose | None) -> bool | None:
    return None if purpose in {None, Purpose.OTHER} else purpose in _VISITS


def _is_for_work(purpose: Purpose | None) -> bool | None:
    return None if purpose in {None, Purpose.OTHER} else purpose is Purpose.WORK


def _visa_is_for_work(visa: Visa | None) -> bool | None:
    """A residence permit may or may not allow work."""
    if visa is None or visa.visa_class in {None, VisaClass.RESIDENCE}:
        return None
    return visa.visa_class is VisaClass.WORK


def _stay_days(journey: Journey, today: date) -> int | None:
    if journey.stay_until is None:
        return None
    days = (journey.stay_until - today).days
    if days < 0:
        raise invalid_field("journey.stay_until", "the stay cannot end before today")
    return days


def _days_beyond(visa: Visa | None, stay_days: int | None) -> int | None:
    if visa is None or visa.max_stay_days is None or stay_days is None:
        return None
    if visa.max_stay_days < 0:
        raise invalid_field("journey.visa.max_stay_days", "at least 0")
    return stay_days - visa.max_stay_days
