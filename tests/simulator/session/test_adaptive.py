"""Adaptive sessions: each desk its own next case, worked out from the log alone."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ledger.errors import LintasError
from simulator.grading.grades import grade
from simulator.grading.model import Seat
from simulator.library import Library
from simulator.scenario.expected import Signal
from simulator.scenario.load import load_scenario
from simulator.session.action import Decide
from simulator.session.exercises import Exercises, load_session
from simulator.session.plan import Dealing, Mode, Pace
from simulator.session.setup import Order, OrderedSlot, set_up
from simulator.store import MemorySessionStore
from tests.simulator.session.rooms import room
from verifier.decision import Outcome

_FOLDER = Path(__file__).parents[3] / "scenarios"


@cache
def _library() -> Library:
    return Library({path.stem: load_scenario(path) for path in sorted(_FOLDER.glob("*.yaml"))})


def _order(count: int = 8, **changes: object) -> Order:
    values: dict[str, object] = {"deal_count": count, "dealing": Dealing.ADAPTIVE, "seed": 5} | changes
    return Order("A course", **values)  # type: ignore[arg-type]  # by name


def _open(order: Order, store: MemorySessionStore | None = None) -> tuple[Exercises, str]:
    plan, cases = set_up(
        order, _library(), session_id="s1", salt="s" * 16, opened_on=date(2026, 6, 1), drawn_at=lambda _: {}
    )
    rooms = room(store)
    return rooms, rooms.open(plan, cases).code


def _play(rooms: Exercises, trainee: str, *, is_skilled: bool) -> list[str]:
    """Decides every case rightly, or always wrongly; gives the scenarios in the order in which they came."""
    had = []
    session = rooms.session("s1")
    for slot in range(len(session.plan.slots)):
        case = rooms.session("s1").case_at(session.person(trainee).desk, slot)
        graded = sorted(case.scenario.expected.decisions, key=lambda each: each.credit)
        decision = graded[-1 if is_skilled else 0].decision
        rooms.act("s1", trainee, slot, Decide(decision, 0.8), f"{trainee}-{slot}")
        had.append(case.case_key)
    return had


def test_who_is_right_gets_harder_cases_than_who_is_wrong() -> None:
    rooms, code = _open(_order(12))
    skilled, lost = rooms.join(code, "Melati").trainee, rooms.join(code, "Kenanga").trainee
    first, second = _play(rooms, skilled, is_skilled=True), _play(rooms, lost, is_skilled=False)
    cases = rooms.session("s1").cases

    def late(had: list[str]) -> float:
        return sum(cases[key].scenario.difficulty for key in had[6:])

    assert late(first) > late(second) + 1
    for had in (first, second):
        assert len(set(had)) == 12
        assert sum(cases[key].scenario.expected.signal is Signal.SIGNAL for key in had) == 6


def test_the_log_alone_gives_the_same_cases() -> None:
    store = MemorySessionStore()
    rooms, code = _open(_order(), store)
    trainee = rooms.join(code, "Melati").trainee
    _play(rooms, trainee, is_skilled=True)
    assert load_session(store, "s1") == rooms.session("s1")
    assert len(grade(rooms.workshop("s1")).of(trainee).cases) == 8  # type: ignore[union-attr,arg-type]  # who joined


def test_a_case_that_is_not_dealt_yet_is_not_shown() -> None:
    rooms, code = _open(_order())
    trainee = rooms.join(code, "Melati").trainee
    assert rooms.view("s1", trainee).of_cases == 8
    for ask in (lambda: rooms.view("s1", trainee, 1), lambda: rooms.session("s1").case_at(trainee, 1)):
        with pytest.raises(LintasError) as caught:
            ask()
        assert caught.value.reason == "CASE_NOT_OPEN"


def test_the_secondary_seat_ends_the_case_and_the_desk_gets_its_next() -> None:
    rooms, code = _open(_order(mode=Mode.TWO_SEAT))
    first = rooms.join(code, "Melati", seat=Seat.PRIMARY, desk="one").trainee
    second = rooms.join(code, "Kenanga", seat=Seat.SECONDARY, desk="one").trainee
    rooms.act("s1", first, 0, Decide(Outcome.REFER, 0.8), "a")
    assert len(rooms.session("s1").dealt["one"]) == 1
    rooms.act("s1", second, 0, Decide(Outcome.HOLD, 0.8), "b")
    assert len(rooms.session("s1").dealt["one"]) == 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"pace": Pace.TRAINER}, "pace"),
        ({"deal_count": 0}, "deal_count"),
        ({"deal_count": 45}, "deal_count"),
        ({"deal_count": 40, "prevalence": 0.02}, "deal_count"),  # not so many innocents
        ({"prevalence": 0.9}, "prevalence"),
        ({"deal_count": 2, "slots": (OrderedSlot(("namesake",)), OrderedSlot(("namesake",)))}, "deal_count"),
        ({"deal_count": 2, "slots": (OrderedSlot(("namesake",), list_age_h=9),)}, "slots[0]"),
    ],
)
def test_what_does_not_go_together_is_named(changes: dict[str, object], field: str) -> None:
    with pytest.raises(LintasError) as caught:
        _open(_order(**changes))  # type: ignore[arg-type]  # by name
    assert caught.value.fields[0].field == field


def test_a_set_can_be_named() -> None:
    slots = (
        OrderedSlot(("namesake",)),
        OrderedSlot(("first_journey", "first_journey_twin")),
        OrderedSlot(("look_alike",)),
    )
    rooms, code = _open(_order(2, slots=slots))
    trainee = rooms.join(code, "Melati").trainee
    had = _play(rooms, trainee, is_skilled=True)
    assert set(had) <= {"namesake", "first_journey", "first_journey_twin", "look_alike"}
    assert "look_alike" in had
