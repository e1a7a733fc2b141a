"""What recorded crossings say about the traveller and the booking. Everything is optional; None is unknown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class History:
    """Counts and answers of the crossing records, as asked at the day of the crossing.

    `minors_escorted` over 365 days; `companions` and `returned_alone_percent` (0…100) over 180 days;
    `travellers_sharing_contact` over 30 days; `postponed_elsewhere_days_ago` is the age of a postponement at another
    post. `contact_in_confirmed_case` only ever speaks of confirmed cases.
    """

    other_live_passport: bool | None = None
    minors_escorted: int | None = None
    companions: int | None = None
    returned_alone_percent: int | None = None
    postponed_elsewhere_days_ago: int | None = None
    contact_in_confirmed_case: bool | None = None
    travellers_sharing_contact: int | None = None
    agency_is_licensed: bool | None = None
    returned_trips: int | None = None
