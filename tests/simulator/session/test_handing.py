"""What a primary seat passes on in a real exercise, and what the debrief and the log for grading say of it."""

from __future__ import annotations

import pytest

from simulator.grading.model import Handover, Seat
from simulator.session.action import Action, Ask, Decide, HandOver, Look, Scan
from simulator.session.exercises import Exercises
from simulator.session.plan import Mode, Slot
from tests.simulator.session.rooms import BOY, cases, plan, room
from verifier.decision import Outcome

_FOUND: tuple[Action, ...] = (
    Ask("greet"),
    Ask("separate"),
    Ask("who_is_he"),
    Ask("how_old"),
    Scan(),
    Look("passport"),
)


def _desk() -> tuple[Exercises, str, str]:
    rooms = room()
    code = rooms.open(plan(Slot((BOY,)), mode=Mode.TWO_SEAT), cases()).code
    first = rooms.join(code, "Melati", seat=Seat.PRIMARY, desk="one").trainee
    return rooms, first, rooms.join(code, "Kenanga", seat=Seat.SECONDARY, desk="one").trainee


def _do(rooms: Exercises, trainee: str, *actions: Action) -> None:
    for number, action in enumerate(actions):
        rooms.act("s1", trainee, 0, action, f"{trainee}-{number}")


def _handover(*facts: str) -> Handover:
    rooms, first, _ = _desk()
    _do(rooms, first, *_FOUND, HandOver(facts, "a note"), Decide(Outcome.REFER, 0.9))
    handed = rooms.workshop("s1").attempts[0].handover
    assert handed is not None
    return handed


@pytest.mark.parametrize(
    ("facts", "passed", "lost", "idle"),
    [
        ((), set(), {"stranger", "says_fifteen", "told_to_lie"}, 0),
        (("answer.who_is_he",), {"stranger"}, {"says_fifteen", "told_to_lie"}, 0),
        (("answer.who_is_he", "answer.how_old"), {"stranger", "says_fifteen", "told_to_lie"}, set(), 0),
        (("answer.greet", "passport.eye.1"), set(), {"stranger", "says_fifteen", "told_to_lie"}, 2),
        # what anybody sees or the machine said need not be told, and costs nothing
        (("bearer.face", "passport.mrz.dob", "answer.how_old"), {"says_fifteen", "told_to_lie"}, {"stranger"}, 0),
    ],
)
def test_only_what_the_first_seat_knew_alone_can_be_passed_on_or_lost(
    facts: tuple[str, ...], passed: set[str], lost: set[str], idle: int
) -> None:
    handed = _handover(*facts)
    assert (set(handed.passed), set(handed.lost), handed.idle, handed.has_note) == (passed, lost, idle, True)


def test_the_debrief_of_the_first_seat_names_what_was_lost() -> None:
    rooms, first, second = _desk()
    _do(rooms, first, *_FOUND, HandOver(("answer.how_old",)), Decide(Outcome.REFER, 0.9))
    _do(rooms, second, Decide(Outcome.PROTECT, 0.9))
    told = rooms.debrief("s1", first)[0].handover
    assert told is not None
    assert [each.en for each in told.lost] == ["Hardly knows the 'uncle'"]
    assert {each.en for each in told.passed} == {"Says he is fifteen", "Was told to say eighteen"}
    assert 0.5 < told.score < 1
    assert rooms.debrief("s1", second)[0].handover is None


def test_harm_by_either_seat_stands_in_the_ledger_of_both() -> None:
    rooms, first, second = _desk()
    _do(rooms, first, Ask("accuse"), Decide(Outcome.REFER, 0.9))
    _do(rooms, second, Decide(Outcome.CLEAR, 0.9))
    ledgers = {each.seat: {harm.key: harm.is_shared for harm in each.harms} for each in rooms.workshop("s1").attempts}
    assert ledgers[Seat.PRIMARY] == {"tipped_off": False, "sent_along": True}
    assert ledgers[Seat.SECONDARY] == {"sent_along": False, "tipped_off": True}
    assert [each.parts.points for each in (*rooms.debrief("s1", first), *rooms.debrief("s1", second))] == [0, 0]


def test_who_decides_alone_hands_nothing_over() -> None:
    rooms, first, _ = _desk()
    _do(rooms, first, *_FOUND, Decide(Outcome.PROTECT, 0.9))
    assert [each.handover for each in rooms.workshop("s1").attempts] == [None]
