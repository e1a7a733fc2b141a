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
    """`today` is the day at the post; `expires_on` the document's last day, None where nobody knows it."""

    today: date
    direction: Direction | None = None
    is_own_national: bool = False
    expires_on: date | None = None

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


def crossing_of(presentation: Presentation, record: MrzRecord | None, *, today: date, own_state: str = "") -> Crossing:
    """What is known of it. `own_state` is the post's ICAO code; '' where it has none."""
    page = presentation.visual_zone
    nationality = record.value("nationality") if record else page.nationality
    return Crossing(
        today=today,
        direction=presentation.journey.direction,
        is_own_national=bool(own_state and nationality) and same_state(nationality, own_state),
        expires_on=expiry_day(record, page),
    )
