"""Whatever trainees do, in whatever order: refused by name or taken, and the log gives the session back."""

from __future__ import annotations

import json
from dataclasses import asdict

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.errors import LintasError
from simulator.scenario.document import Tool
from simulator.scenario.lines import lines_of
from simulator.session.action import Action, Ask, Cite, Decide, HandOver, Look, Scan, Withdraw, Write
from simulator.session.debrief import to_json
from simulator.session.exercises import load_session
from simulator.session.leak import is_hidden
from simulator.session.log import entry_from_json, entry_to_json
from simulator.session.plan import Slot
from simulator.session.result import workshop_of
from simulator.store import MemorySessionStore
from tests.simulator.session.rooms import BOY, PLAIN, cases, plan, room, scenarios
from verifier.decision import Outcome

_QUESTIONS = [each.key for each in scenarios()[BOY].questions] + ["trip", "nothing"]
_FACTS = [
    *("passport.page.dob", "passport.mrz.dob", "passport.chip.dob", "answer.who_is_he", "answer.greet"),
    *("shown.nervous", "bearer.face", "hit.namesake", "passport.loupe.1", "nothing"),
]
_FACT = st.sampled_from(_FACTS)
_PART = st.floats(-0.2, 1.2) | st.just(float("nan"))
_ACTION: st.SearchStrategy[Action] = st.one_of(
    st.builds(Ask, st.sampled_from(_QUESTIONS)),
    st.builds(
        Look, st.sampled_from(["passport", "visa"]), st.sampled_from(Tool), st.tuples(_PART, _PART, _PART, _PART)
    ),
    st.builds(Scan, st.booleans()),
    st.builds(Cite, _FACT, _FACT),
    st.builds(Withdraw, _FACT, _FACT),
    st.builds(Write, st.text(max_size=20)),
    st.builds(HandOver, st.tuples(_FACT)),
    st.builds(Decide, st.sampled_from(Outcome), st.floats(-1, 2)),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(-1, 2), _ACTION), max_size=25))
def test_any_play_is_taken_or_refused_and_replays(actions: list[tuple[int, Action]]) -> None:
    store = MemorySessionStore()
    rooms = room(store)
    trainee = rooms.join(rooms.open(plan(Slot((BOY,)), Slot((PLAIN,))), cases()).code, "Melati").trainee
    taken = 0
    for number, (slot, action) in enumerate(actions):
        before = rooms.session("s1")
        try:
            rooms.act("s1", trainee, slot, action, f"r{number}")
            taken += 1
        except LintasError:
            assert rooms.session("s1") is before  # a refusal changes nothing
    session = rooms.session("s1")
    assert session.number == 1 + taken
    again = load_session(store, "s1")
    assert again == session
    assert to_json(rooms.debrief("s1", trainee, is_trainer=True)) == to_json(
        room(store).debrief("s1", trainee, is_trainer=True)
    )
    assert workshop_of(again) == workshop_of(session)
    for text in store.load("s1")[1]:
        assert entry_to_json(entry_from_json(text)) == text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_ACTION, max_size=20))
def test_no_play_shows_the_key(actions: list[Action]) -> None:
    rooms = room()
    trainee = rooms.join(rooms.open(plan(Slot((BOY,))), cases()).code, "Melati").trainee
    scenario = scenarios()[BOY]
    hidden = [each.line for each in lines_of(scenario) if is_hidden(each.line_id, scenario)]
    for number, action in enumerate(actions):
        if isinstance(action, Write | HandOver):
            continue  # what trainees write themselves is no leak
        try:
            view = rooms.act("s1", trainee, 0, action, f"r{number}")
        except LintasError:
            continue
        seen = json.dumps(asdict(view), ensure_ascii=False, default=str)
        assert not [line for line in hidden if line.en in seen or line.id in seen]
