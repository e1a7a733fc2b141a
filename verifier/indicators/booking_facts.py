"""What the booking says. Dates out of order are refused; times that cannot be compared are unknown."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from ledger.errors import invalid_field
from verifier.indicators.rule import FactValue
from verifier.model.journey import Booking, Journey

_SECONDS_PER_HOUR: Final = 3600


def of(journey: Journey) -> dict[str, FactValue | None]:
    """Facts by name. Raises LintasError (INVALID_FIELD) for legs or a booking out of order."""
    longest_stop_s = _longest_stop_s(journey)
    booking = journey.booking or Booking()
    return {
        "booking.is_one_way": booking.is_one_way,
        "booking.status": booking.status.value if booking.status else None,
        "booking.hours_ahead": _hours_ahead(journey, booking),
        "booking.is_paid_in_cash": booking.is_paid_in_cash,
        "booking.payer": booking.payer.value if booking.payer else None,
        "booking.is_route_own_choice": booking.is_route_own_choice,
        "booking.has_consecutive_documents": booking.has_consecutive_documents,
        # rounded down, so that 'at least 12' means twelve whole hours
        "booking.longest_stop_hours": None if longest_stop_s is None else int(longest_stop_s // _SECONDS_PER_HOUR),
    }


def _hours_ahead(journey: Journey, booking: Booking) -> int | None:
    first = next((leg.departs_at for leg in journey.legs if leg.departs_at is not None), None)
    seconds = _seconds_between(booking.booked_at, first)
    if seconds is None:
        return None
    if seconds < 0:
        raise invalid_field("journey.booking.book_time", "later than the departure")
    # rounded up, so that 'at most 48' means not a minute more
    return -int(-seconds // _SECONDS_PER_HOUR)


def _longest_stop_s(journey: Journey) -> float | None:
    """The longest wait between an arrival and the next departure; None where no two times tell."""
    latest: datetime | None = None
    stops = []
    for index, leg in enumerate(journey.legs):
        stop = _seconds_between(latest, leg.departs_at)
        if stop is not None and stop < 0:
            raise invalid_field(f"journey.legs[{index}].departure_time", "earlier than the leg before it")
        flown = _seconds_between(leg.departs_at, leg.arrives_at)
        if flown is not None and flown < 0:
            raise invalid_field(f"journey.legs[{index}].arrival_time", "earlier than its departure")
        if stop is not None and index and journey.legs[index - 1].arrives_at is not None:
            stops.append(stop)
        latest = leg.arrives_at or leg.departs_at or latest
    return max(stops, default=None)


def _seconds_between(earlier: datetime | None, later: datetime | None) -> float | None:
    """None where one is missing, or only one of them knows its time zone."""
    if earlier is None or later is None or (earlier.tzinfo is None) is not (later.tzinfo is None):
        return None
    return (later - earlier).total_seconds()
