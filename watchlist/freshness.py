"""How old the list is that was searched, and whether that is recent enough for a full check."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from ledger.text import Text


class Freshness(Enum):
    """FRESH: a full check. STALE: valid, but later changes are not known here. EXPIRED: to be checked by hand."""

    FRESH = "fresh"
    STALE = "stale"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class ListAge:
    """`as_of` (UTC): when the searched list was last known to be the centre's newest; None where it never was."""

    as_of: datetime | None
    freshness: Freshness


@dataclass(frozen=True, slots=True)
class AgeLimits:
    """Ages at which a list becomes STALE and EXPIRED. Raises ValueError where it would expire before it is stale."""

    stale_after: timedelta
    expired_after: timedelta

    def __post_init__(self) -> None:
        if not timedelta(0) < self.stale_after <= self.expired_after:
            raise ValueError("a list becomes stale first, and expires then")


STALE_TEXT: Final = Text(
    id="Daftar pantau di pos ini sudah agak lama; perubahan sesudahnya belum diketahui di sini.",
    en="The watchlist at this post is some time old; changes since then are not known here.",
)
EXPIRED_TEXT: Final = Text(
    id="Daftar pantau di pos ini kedaluwarsa: ini bukan pemeriksaan penuh. Periksa secara manual.",
    en="The watchlist at this post has expired: this is no full check. Check by hand.",
)


def age_of(as_of: datetime | None, valid_until: datetime | None, *, now: datetime, limits: AgeLimits) -> ListAge:
    """The age at `now`. Expired at the exact instant of `valid_until`, whatever the limits allow.

    A list from the future (the clock was set back) is of unknown age, so it is taken as expired once it is off by more
    than it may be stale; whoever knows a later time than the clock (`latest_seen`) passes that as `now`.
    """
    if as_of is None:
        return ListAge(None, Freshness.EXPIRED)
    age = now - as_of
    if (valid_until is not None and now >= valid_until) or age >= limits.expired_after or -age > limits.stale_after:
        return ListAge(as_of, Freshness.EXPIRED)
    return ListAge(as_of, Freshness.STALE if age >= limits.stale_after else Freshness.FRESH)
