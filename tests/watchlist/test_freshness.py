"""How old a list may be."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.watchlist.people import NOW
from tests.watchlist.replica.lists import opened
from watchlist.freshness import AgeLimits, Freshness, age_of
from watchlist.replica.copy import CopyState, aged
from watchlist.replica.stamp import Stamp
from watchlist.sql.replica import SqlListCopy

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


def test_a_post_that_is_off_line_remembers_how_late_it_was(tmp_path: Path) -> None:
    database = opened(tmp_path / "copy.sqlite")
    copy = SqlListCopy(database)
    copy.apply((), CopyState(5, NOW, NOW + timedelta(hours=24), NOW), known_version=0)
    assert aged(copy, NOW + timedelta(hours=23), LIMITS).freshness is Freshness.STALE
    assert aged(copy, NOW + timedelta(minutes=5), LIMITS).freshness is Freshness.STALE  # the clock was set back
    assert copy.state().latest_seen == NOW + timedelta(hours=23)
    database.close()


def test_a_clock_that_ran_ahead_is_set_right_by_the_centre() -> None:
    state = CopyState(5, NOW, NOW + timedelta(hours=24), NOW + timedelta(days=4000))
    assert state.age(NOW + timedelta(minutes=1), LIMITS).freshness is Freshness.EXPIRED
    later = NOW + timedelta(minutes=2)
    stamp = Stamp(5, 5, 5, later, later + timedelta(hours=24), 0, "")
    assert state.after(stamp).age(later, LIMITS).freshness is Freshness.FRESH


def test_a_stamp_that_is_replayed_sets_no_clock() -> None:
    state = CopyState(5, NOW, NOW + timedelta(hours=24), NOW + timedelta(hours=23))
    again = Stamp(5, 5, 5, NOW, NOW + timedelta(hours=24), 0, "")
    assert state.after(again) == state
