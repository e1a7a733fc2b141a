"""Whatever a trainer orders and trainees do, in whatever order: refused by name or taken, and the log gives it back."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.errors import LintasError
from simulator.session.action import Action, Ask, Cite, Decide, Scan
from simulator.session.debrief import to_json
from simulator.session.exercises import load_session
from simulator.session.happening import Happening, Kind
from simulator.session.log import entry_from_json, entry_to_json
from simulator.session.plan import Mode, Pace
from simulator.session.play import Play
from simulator.session.replay import to_json as replay_to_json
from simulator.session.result import workshop_of
from simulator.session.steering import (
    AddTrainer,
    Freeze,
    Hold,
    Inject,
    Pause,
    Purpose,
    RemoveTrainer,
    Resume,
    Return,
    Steering,
    StepBack,
    Unfreeze,
)
from simulator.store import MemorySessionStore
from tests.simulator.session.rooms import cases, plan, room
from verifier.decision import Outcome

_SLOT = st.integers(-1, 2)
_HAPPENING = st.builds(
    Happening,
    st.sampled_from([each for each in Kind if each not in {Kind.LIST_STALE, Kind.QUEUE_GROWS}]),
    words=st.sampled_from(["", "Cepat!"]),
) | st.builds(Happening, st.sampled_from([Kind.LIST_STALE, Kind.QUEUE_GROWS]), st.integers(1, 100))
_STEERING: st.SearchStrategy[Steering] = st.one_of(
    st.just(Pause()),
    st.just(Resume()),
    st.builds(StepBack, _SLOT, st.sampled_from(Purpose)),
    st.just(Return()),
    st.builds(Freeze, _SLOT, st.booleans()),
    st.just(Unfreeze()),
    st.builds(Inject, _HAPPENING),
    st.builds(AddTrainer, st.sampled_from(["rini", "", "a b"])),
    st.builds(RemoveTrainer, st.sampled_from(["rini", "tono"])),
)
_ACTION: st.SearchStrategy[Action] = st.one_of(
    st.builds(Ask, st.sampled_from(["greet", "separate", "who_is_he", "trip", "nothing"])),
    st.just(Scan()),
    st.just(Cite("passport.page.dob", "passport.chip.dob")),
    st.builds(Decide, st.sampled_from(Outcome), st.floats(0, 1)),
)
_STEP = st.one_of(
    st.tuples(st.just("act"), st.integers(0, 1), _SLOT, _ACTION),
    st.tuples(st.just("steer"), _STEERING),
    st.tuples(st.just("advance"), st.integers(0, 2)),
    st.tuples(st.just("join"), st.just("Late")),
    st.tuples(st.just("close")),
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(Pace), st.lists(_STEP, max_size=30))
def test_any_steering_is_taken_or_refused_and_replays(pace: Pace, steps: list[tuple[object, ...]]) -> None:
    store = MemorySessionStore()
    rooms = room(store)
    code = rooms.open(plan(pace=pace, trainer="tono"), cases()).code
    people = [rooms.join(code, name).trainee for name in ("Melati", "Dahlia")]
    for number, step in enumerate(steps):
        before = rooms.session("s1")
        try:
            if step[0] == "act":
                _, who, slot, action = step
                held = before.hold(before.person(people[who]).desk)  # type: ignore[call-overload]  # as drawn
                rooms.act("s1", people[who], slot, action, f"r{number}")  # type: ignore[arg-type, call-overload]
                assert held is Hold.NONE  # nobody acts while it stands
            elif step[0] == "steer":
                rooms.trainer.steer("s1", step[1])  # type: ignore[arg-type]  # as drawn
            elif step[0] == "advance":
                rooms.advance("s1", step[1])  # type: ignore[arg-type]  # as drawn
            elif step[0] == "join":
                rooms.join(code, "Late")
            else:
                rooms.close("s1")
        except LintasError:
            assert rooms.session("s1") is before  # a refusal changes nothing
            continue
        _counted_answers_stay(before.plays, rooms.session("s1").plays)
    session, again = rooms.session("s1"), load_session(store, "s1")
    assert again == session
    assert workshop_of(again) == workshop_of(session)
    for who in people:
        told = to_json(rooms.debrief("s1", who, is_trainer=True))
        assert told == to_json(room(store).debrief("s1", who, is_trainer=True))
        for slot in range(2):
            seen = replay_to_json(rooms.trainer.replay("s1", who, slot))
            assert seen == replay_to_json(room(store).trainer.replay("s1", who, slot))
            rooms.trainer.boards("s1", slot)
    for text in store.load("s1")[1]:
        assert entry_to_json(entry_from_json(text)) == text
    rooms.trainer.standings("s1")


def _counted_answers_stay(before: Mapping[tuple[str, int], Play], after: Mapping[tuple[str, int], Play]) -> None:
    """Whatever a trainer does, no decision that counts is ever changed or lost."""
    for place, play in before.items():
        if play.is_over:
            assert after[place] == play


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 1), _ACTION) | _STEERING, max_size=15))
def test_two_seats_stand_still_together(steps: list[tuple[int, Action] | Steering]) -> None:
    from simulator.grading.model import Seat  # noqa: PLC0415 - beside its use

    store = MemorySessionStore()
    rooms = room(store)
    code = rooms.open(plan(mode=Mode.TWO_SEAT, pace=Pace.SELF), cases()).code
    pair = [rooms.join(code, seat.value, seat=seat, desk="A").trainee for seat in (Seat.PRIMARY, Seat.SECONDARY)]
    for number, step in enumerate(steps):
        try:
            if isinstance(step, tuple):
                rooms.act("s1", pair[step[0]], 0, step[1], f"r{number}")
            else:
                rooms.trainer.steer("s1", step)
        except LintasError:
            pass
        views = [rooms.view("s1", who, 0) for who in pair]
        assert views[0].hold == views[1].hold
        assert views[0].happened == views[1].happened
    assert load_session(store, "s1") == rooms.session("s1")
