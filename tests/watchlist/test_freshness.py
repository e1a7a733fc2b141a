"""How old a list may be."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.watchlist.people import NOW
from watchlist.freshness import AgeLimits, Freshness, age_of
from watchlist.replica.copy import CopyState

LIMITS = AgeLimits(stale_after=timedelta(minutes=15), expired_after=timedelta(hours=24))
TICK = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (timedelta(0), Freshness.FRESH),
        (timedelta(minutes=15) - TICK, Freshness.FRESH),
        (timedelta(minutes=15), Freshness.STALE),
        (timedelta(hours=24) - TICK, Freshness.STALE),
        (timedelta(hours=24), Freshness.EXPIRED),
        (timedelta(days=400), Freshness.EXPIRED),
        (-timedelta(minutes=15), Freshness.FRESH),  # clocks differ a little
        (-timedelta(minutes=15) - TICK, Freshness.EXPIRED),  # or the clock was set back: nobody knows the age
    ],
)
def test_the_age_at_the_exact_instant(age: timedelta, expected: Freshness) -> None:
    assert age_of(NOW - age, None, now=NOW, limits=LIMITS).freshness is expected


def test_what_the_centre_signed_ends_it_earlier() -> None:
    until = NOW + timedelta(minutes=5)
    assert age_of(NOW, until, now=until - TICK, limits=LIMITS).freshness is Freshness.FRESH
    assert age_of(NOW, until, now=until, limits=LIMITS).freshness is Freshness.EXPIRED


def test_a_list_that_never_was_current_allows_no_full_check() -> None:
    assert age_of(None, None, now=NOW, limits=LIMITS).freshness is Freshness.EXPIRED


def test_setting_the_clock_back_makes_no_list_younger() -> None:
    state = CopyState(5, NOW, NOW + timedelta(hours=48), NOW + timedelta(hours=25))
    assert state.age(NOW + timedelta(minutes=1), LIMITS).freshness is Freshness.EXPIRED


@pytest.mark.parametrize("stale", [timedelta(0), timedelta(hours=25)])
def test_limits_that_make_no_sense(stale: timedelta) -> None:
    with pytest.raises(ValueError, match="stale first"):
        AgeLimits(stale, timedelta(hours=24))
