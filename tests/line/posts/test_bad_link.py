"""64 kbit/s, resets, black holes: late, but no gap, equal digests, and the record delivered once.

LINTAS_BAD_LINK_SECONDS: how long the list goes on changing in the long run (30 where it is not set).
"""

from __future__ import annotations

import os
import time
from dataclasses import replace

import pytest

from benchmarks.bad_link import BadLink, Weather
from ledger.actor import Actor, Role
from ledger.event import EventDraft
from ledger.sql import SqlLedger
from ledger.sql.inbox import SqlInbox
from tests.line.posts.posts import LivePost, Served, live_post, wait_for
from tests.watchlist.people import NOW, person

OFFICER = Actor("booth-1", "off-17", Role.OFFICER)
LONG_RUN_S = float(os.environ.get("LINTAS_BAD_LINK_SECONDS", "30"))


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    """The centre on PostgreSQL: what an agency would run."""
    url: str = request.getfixturevalue("postgres_url")
    return url


def target_of(served: Served) -> tuple[str, int]:
    host, _, port = served.address.rpartition(":")
    return host, int(port)


def record(post: LivePost, number: int) -> None:
    """Something that the post did."""
    SqlLedger(post.database).append(EventDraft("test.done", OFFICER, f"tests/{number}", {"n": number}, NOW))


def is_equal(served: Served, post: LivePost) -> bool:
    """The copy is the list, row by row, and the centre has the post's whole chain, each event once."""
    inbox = SqlInbox(served.centre.database, lambda: NOW)
    arrived = [event for writer in inbox.writers() for event in inbox.events(writer)]
    return post.digest == served.digest and arrived == list(SqlLedger(post.database).events())


def rough(served: Served, weather: Weather, seconds: float, *, resets: int, holes: int = 0) -> None:
    """Changes and records while the link breaks again and again: for that long, and until it broke that often."""
    with BadLink(target_of(served), weather) as link, live_post(served, address=link.address) as post:
        ends, number = time.monotonic() + seconds, 0
        while time.monotonic() < ends or link.resets < resets or link.holes < holes:
            assert time.monotonic() < ends + 180, (link.resets, link.holes)
            number += 1
            served.centre.say(*(person(f"e{n % 7}", f"PERSON {n}") for n in range(number, number + 4)))
            record(post, number)
            time.sleep(0.3)
        wait_for(lambda: is_equal(served, post), 180)
        assert not list(SqlInbox(served.centre.database, lambda: NOW).verify())
        assert not post.state.is_diverged


def test_a_link_that_is_reset_all_the_time(served: Served) -> None:
    weather = Weather(bits_per_second=256_000, latency=0.05, resets_after=(0.3, 1.5))
    rough(served, weather, 4, resets=3)


def test_a_link_that_is_cut_for_a_while(served: Served) -> None:
    served.centre.add(20)
    with (
        BadLink(target_of(served), Weather(10_000_000, 0.0, None)) as link,
        live_post(served, address=link.address) as post,
    ):
        wait_for(lambda: post.state.list_version == 20)
        link.cut()
        served.centre.add(20, "f")
        record(post, 1)
        time.sleep(1)
        assert post.state.list_version == 20
        link.mend()
        wait_for(lambda: is_equal(served, post))


@pytest.mark.slow
def test_64_kbit_resets_and_black_holes(served: Served) -> None:
    served.centre.add(400)
    weather = Weather(resets_after=(4.0, 20.0), holes_after=(3.0, 25.0), hole=6.0)
    rough(served, weather, LONG_RUN_S, resets=3, holes=1)


@pytest.mark.slow
def test_a_hole_without_an_end_is_noticed(served: Served) -> None:
    """Nothing comes and nothing breaks: the ping finds out, within 25 s."""
    served.centre.add(5)
    weather = replace(Weather(10_000_000, 0.0, None), holes_after=(3.0, 3.0), hole=3600.0)
    with BadLink(target_of(served), weather) as link, live_post(served, address=link.address) as post:
        wait_for(lambda: post.state.list_version == 5)
        wait_for(lambda: link.holes > 0)
        served.centre.add(1, "f")
        link.weather = Weather(10_000_000, 0.0, None)  # the next connection is good
        wait_for(lambda: post.state.list_version == 6, 60)
