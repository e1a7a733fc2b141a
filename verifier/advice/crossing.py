"""The crossing, as far as law and custom attach to it: when, which way, whose national, and how long papers last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from verifier.checks.dates import expiry_day
from verifier.model.journey import Direction
from verifier.model.presentation import Presentation
from verifier.mrz.record import MrzRecord
from watchlist.issuers import same_state

_RECENTLY_DAYS: Final = 365


@dataclass(frozen=True, slots=True)
class Crossing:
    """`today` is the day at the post; `expires_on` the document's last day, `permitted_until` that of the granted stay.

    None where nobody knows it. `visa_issuer` is the ICAO code of the state that issued the visa shown, '' for none.
    """

    today: date
    direction: Direction | None = None
    is_own_national: bool = False
    expires_on: date | None = None
    permitted_until: date | None = None
    visa_issuer: str = ""
    own_state: str = ""

    @property
    def is_expired(self) -> bool:
        """The last day is over."""
        return self.expires_on is not None and self.expires_on < self.today

    @property
    def is_coming_home(self) -> bool:
        """An own national arrives; a state never refuses them."""
        return self.direction is Direction.ARRIVAL and self.is_own_national

    @property
    def is_recent_expiry_at_home(self) -> bool:
        """Expired for a year at most, and coming home: to be helped. With older papers a person looks who it is."""
        if not self.is_coming_home or self.expires_on is None:
            return False
        return 0 < (self.today - self.expires_on).days <= _RECENTLY_DAYS

    @property
    def overstay_days(self) -> int:
        """Days beyond the stay that was granted here, on leaving or where the direction is unknown; else 0.

        Own nationals need no permit to stay, and whoever arrives has not stayed yet.
        """
        if self.permitted_until is None or self.direction is Direction.ARRIVAL or self.is_own_national:
            return 0
        return max((self.today - self.permitted_until).days, 0)

    @property
    def needs_no_visa(self) -> bool:
        """No visa is needed to come home, nor to leave the state that issued it: there it has done its work.

        An own national who leaves shows the visa of another state, and needs it where they go. Where the issuer is
        unknown, a visa shown on leaving may lawfully have lapsed.
        """
        if self.direction is Direction.DEPARTURE:
            is_of_this_state = not self.visa_issuer or same_state(self.visa_issuer, self.own_state)
            return not self.is_own_national or is_of_this_state
        return self.is_coming_home


def crossing_of(
    presentation: Presentation,
    record: MrzRecord | None,
    *,
    today: date,
    own_state: str = "",
    visa: MrzRecord | None = None,
) -> Crossing:
    """What is known of it. `own_state` is the post's ICAO code; '' where it has none. `visa` is the MRZ shown along."""
    page = presentation.visual_zone
    nationality = record.value("nationality") if record else page.nationality
    return Crossing(
        today=today,
        direction=presentation.journey.direction,
        is_own_national=bool(own_state and nationality) and same_state(nationality, own_state),
        expires_on=expiry_day(record, page),
        permitted_until=presentation.journey.permitted_until,
        visa_issuer=visa.value("issuing_state") if visa else "",
        own_state=own_state,
    )
