"""Codes and words cannot be guessed for long, and a class is not shut out for mistyping."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from ledger.errors import Fault, LintasError
from simulator.session.exercises import Exercises
from tests.simulator.session.rooms import Clock, cases, plan, room

HERE, THERE = "192.168.1.7", "192.168.1.8"


def refused(act: Callable[..., object], *given: object, **named: object) -> LintasError:
    with pytest.raises(LintasError) as caught:
        act(*given, **named)
    return caught.value


def opened(now: Clock) -> tuple[Exercises, str]:
    rooms = room(now=now)
    return rooms, rooms.open(plan(), cases()).code


def test_wrong_codes_from_one_address_end_and_are_forgiven() -> None:
    now = Clock()
    rooms, code = opened(now)
    for _ in range(20):
        assert refused(rooms.join, "WRONG1", "A", address=HERE).reason == "SESSION_UNKNOWN"
    for given in ("WRONG1", code):
        error = refused(rooms.join, given, "A", address=HERE)
        assert (error.reason, error.fault) == ("JOIN_SLOW_DOWN", Fault.EXHAUSTED)
        assert "10 minutes" in error.message
        assert HERE not in error.message
    rooms.join(code, "Melati", address=THERE)
    assert rooms.session("s1").number == 1
    now.at += timedelta(minutes=10)
    rooms.join(code, "Dahlia", address=HERE)


def test_a_class_behind_one_address_may_mistype() -> None:
    rooms, code = opened(Clock())
    for number in range(15):
        refused(rooms.join, "WRONG1", "A", address=HERE)
        rooms.join(code, f"Bunga {number}", address=HERE)
    assert len(rooms.session("s1").people) == 15


def test_words_of_a_whole_session_cannot_be_tried_from_everywhere() -> None:
    rooms, code = opened(Clock())
    places = [rooms.join(code, f"Bunga {number}") for number in range(10)]
    for number in range(30):
        error = refused(rooms.rejoin, code, places[number // 4].trainee, word="XXXX", address=f"10.0.0.{number}")
        assert error.reason == "REJOIN_REFUSED"
    last = places[-1]
    error = refused(rooms.rejoin, code, last.trainee, word=last.word, address="10.0.1.1")
    assert error.reason == "JOIN_SLOW_DOWN"
    assert rooms.rejoin(code, last.trainee, secret=last.secret).trainee == last.trainee  # the phone itself comes back


def test_unknown_numbers_count_too() -> None:
    rooms, code = opened(Clock())
    for _ in range(20):
        refused(rooms.rejoin, code, "t99", word="XXXX", address=HERE)
    assert refused(rooms.rejoin, code, "t99", word="XXXX", address=HERE).reason == "JOIN_SLOW_DOWN"


def test_one_address_does_not_take_all_seats() -> None:
    rooms, code = opened(Clock())
    for number in range(150):
        rooms.join(code, f"Bunga {number}", address=HERE)
    assert refused(rooms.join, code, "One more", address=HERE).reason == "JOIN_SLOW_DOWN"
    rooms.join(code, "Melati", address=THERE)


@pytest.mark.parametrize("address", ["", "127.0.0.1", "::1", "unknown"])
def test_this_machine_may_fill_a_class(address: str) -> None:
    rooms, code = opened(Clock())
    for number in range(70):
        rooms.join(code, f"Bunga {number}", address=address)


def test_where_nobody_can_tell_the_address_nobody_is_shut_out() -> None:
    rooms, code = opened(Clock())
    for _ in range(25):
        assert refused(rooms.join, "WRONG1", "A").reason == "SESSION_UNKNOWN"
    rooms.join(code, "Melati")
