"""A trainer steers a running session: nothing is lost, nobody acts while it stands, and the log gives it all back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from ledger.actor import Actor, Role
from ledger.errors import LintasError
from simulator.grading.model import Seat
from simulator.session.action import Action, Ask, Cite, Decide, Scan
from simulator.session.clock import Clock
from simulator.session.exercises import Exercises, Place, load_session
from simulator.session.happening import AMOUNTS, LONGEST_WORDS, Happening, Kind
from simulator.session.plan import Dealing, Mode, Pace, Slot
from simulator.session.standing import QUIET_S, REFUSED_TIMES, Sign
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
from tests.simulator.session.rooms import BOY, PLAIN, cases, plan, room
from tests.simulator.session.rooms import Clock as Ticking
from verifier.decision import Outcome

TRAINER = Actor("r", "tono", Role.TRAINER)
Started = tuple[Exercises, tuple[Place, ...], MemorySessionStore]


def started(*names: str, slots: tuple[Slot, ...] = (), opened: int = 0, **changes: object) -> Started:
    """A room with these trainees; the trainer has opened the first case."""
    store = MemorySessionStore()
    rooms = room(store)
    values = {"pace": Pace.TRAINER, "trainer": TRAINER.officer_id} | changes
    code = rooms.open(plan(*slots, **values), cases()).code
    places = tuple(rooms.join(code, name) for name in names or ("Melati",))
    if values["pace"] is Pace.TRAINER:
        rooms.advance("s1", opened)
    return rooms, places, store


def reason(act: Callable[..., object], *given: object, **named: object) -> str:
    """Why it was refused."""
    with pytest.raises(LintasError) as caught:
        act(*given, **named)
    return caught.value.reason


def steer(rooms: Exercises, *steps: Steering) -> None:
    for each in steps:
        rooms.trainer.steer("s1", each)


def do(rooms: Exercises, who: Place, slot: int, *actions: Action) -> None:
    for action in actions:
        rooms.act("s1", who.trainee, slot, action, f"{who.trainee}-{rooms.session('s1').number}")


def happens(kind: Kind, amount: int = 0, words: str = "") -> Inject:
    return Inject(Happening(kind, amount, words))


@pytest.mark.parametrize(
    ("stop", "go", "hold", "refused"),
    [
        (Pause(), Resume(), Hold.PAUSED, "SESSION_PAUSED"),
        (Freeze(0), Unfreeze(), Hold.FROZEN, "SCREENS_FROZEN"),
        (StepBack(0, Purpose.DISCUSS), Return(), Hold.DISCUSSED, "UNDER_DISCUSSION"),
    ],
)
def test_while_it_stands_nobody_acts_and_nothing_is_lost(
    stop: Steering, go: Steering, hold: Hold, refused: str
) -> None:
    rooms, (melati,), store = started()
    do(rooms, melati, 0, Ask("greet"))
    steer(rooms, stop)
    for action in (Ask("separate"), Scan(), Decide(Outcome.CLEAR, 0.5)):
        assert reason(do, rooms, melati, 0, action) == refused
    view = rooms.view("s1", melati.trainee)
    assert (view.hold, len(view.said)) == (hold.value, 1)
    assert rooms.session("s1").clock.since is None
    assert load_session(store, "s1") == rooms.session("s1")  # a service that died comes back as it stood
    steer(rooms, go)
    do(rooms, melati, 0, Ask("separate"))
    assert len(rooms.view("s1", melati.trainee).said) == 2


@pytest.mark.parametrize(
    "order", [Pause(), Freeze(0), AddTrainer("rini"), Resume(), Unfreeze(), Return(), RemoveTrainer("nobody")]
)
def test_what_is_so_already_needs_no_entry(order: Steering) -> None:
    rooms, _, _ = started()
    steer(rooms, order)
    number = rooms.session("s1").number
    steer(rooms, order)
    assert rooms.session("s1").number == number


def test_the_same_request_happens_once() -> None:
    rooms, (melati,), store = started()
    for _ in range(2):
        rooms.trainer.steer("s1", happens(Kind.PHONE_CALL, words="Cepat!"), "r1")
    assert rooms.view("s1", melati.trainee).happened == (("phone_call", Happening(Kind.PHONE_CALL).told, "Cepat!"),)
    assert load_session(store, "s1") == rooms.session("s1")
    assert reason(rooms.trainer.steer, "s1", Pause(), "x" * 65) == "INVALID_FIELD"


def test_the_clock_of_the_class_stands_in_pauses() -> None:
    start = datetime(2026, 6, 1, 8, tzinfo=UTC)
    clock = Clock().turned(start, runs=True)
    standing = clock.turned(start + timedelta(seconds=30), runs=False)
    assert standing.at(start + timedelta(hours=1)) == 30
    again = standing.turned(start + timedelta(hours=1), runs=True)
    assert again.at(start + timedelta(hours=1, seconds=5)) == 35
    assert again.at(start) == 30  # set back
    assert again.turned(start, runs=True) is again


def test_another_try_is_kept_apart_and_not_counted() -> None:
    rooms, (melati,), store = started()
    do(rooms, melati, 0, Decide(Outcome.CLEAR, 0.9))
    rooms.advance("s1", 1)
    steer(rooms, StepBack(0, Purpose.RETRY))
    view = rooms.view("s1", melati.trainee)
    assert (view.case_number, view.try_number, view.is_over, view.said) == (1, 1, False, ())
    do(rooms, melati, 0, Ask("separate"), Decide(Outcome.PROTECT, 0.8))
    assert reason(do, rooms, melati, 0, Decide(Outcome.CLEAR, 0.8)) == "ALREADY_DECIDED"
    steer(rooms, Return())
    assert rooms.view("s1", melati.trainee).case_number == 2
    assert rooms.view("s1", melati.trainee, 0).decisions == (("solo", "clear", 0.9),)
    (attempt,) = rooms.workshop("s1").attempts
    assert attempt.decision is Outcome.CLEAR
    debrief = rooms.debrief("s1", melati.trainee)[0]
    assert debrief.parts.points == 0
    assert [(each.decision, each.credit) for each in debrief.tries] == [("protect", 1.0)]
    steer(rooms, StepBack(0, Purpose.RETRY))
    assert rooms.view("s1", melati.trainee).try_number == 2
    assert not rooms.view("s1", melati.trainee).is_over
    assert load_session(store, "s1") == rooms.session("s1")


def test_whoever_has_not_had_a_case_goes_on_while_others_look_back() -> None:
    rooms, (fast, slow), _ = started("Melati", "Dahlia", pace=Pace.SELF)
    assert reason(steer, rooms, StepBack(0, Purpose.DISCUSS)) == "CASE_NOT_PLAYED"
    do(rooms, fast, 0, Decide(Outcome.PROTECT, 0.9))
    steer(rooms, StepBack(0, Purpose.DISCUSS))
    assert rooms.view("s1", fast.trainee).hold == "discussed"
    assert rooms.view("s1", slow.trainee).hold == "none"
    do(rooms, slow, 0, Ask("greet"))
    steer(rooms, Return())
    assert rooms.view("s1", fast.trainee).case_number == 2


@pytest.mark.parametrize("order", [StepBack(1, Purpose.RETRY), Freeze(1), StepBack(9, Purpose.RETRY), Freeze(-1)])
def test_only_cases_that_were_had_come_again(order: Steering) -> None:
    rooms, _, _ = started()
    assert reason(steer, rooms, order) in {"CASE_NOT_PLAYED", "INVALID_FIELD"}


def test_the_next_case_ends_looking_back_and_the_board() -> None:
    rooms, (melati,), _ = started()
    steer(rooms, StepBack(0, Purpose.DISCUSS), Freeze(0))
    rooms.advance("s1", 1)
    assert rooms.view("s1", melati.trainee).hold == "none"
    assert rooms.view("s1", melati.trainee).case_number == 2


def test_a_closed_session_takes_boards_and_trainers_and_nothing_else() -> None:
    rooms, (melati,), store = started()
    do(rooms, melati, 0, Decide(Outcome.PROTECT, 0.9))
    steer(rooms, Pause())
    rooms.close("s1")
    for order in (Pause(), StepBack(0, Purpose.DISCUSS), happens(Kind.LINK_DOWN)):
        assert reason(steer, rooms, order) == "SESSION_CLOSED"
    steer(rooms, Freeze(0, reveals=True), AddTrainer("rini"))
    assert rooms.session("s1").frozen == Freeze(0, reveals=True)
    assert rooms.view("s1", melati.trainee, 0).hold == "closed"
    steer(rooms, Unfreeze())
    assert load_session(store, "s1") == rooms.session("s1")


def test_a_lost_link_and_an_old_list_show_in_later_scans_only() -> None:
    rooms, (melati,), store = started()
    do(rooms, melati, 0, Scan())
    steer(rooms, happens(Kind.LINK_DOWN), happens(Kind.LIST_STALE, 48))
    do(rooms, melati, 0, Scan())
    steer(rooms, happens(Kind.LINK_UP))
    do(rooms, melati, 0, Scan())
    scans = rooms.view("s1", melati.trainee).scans
    assert [(each.link_is_up, each.list_age_h) for each in scans] == [(True, 0), (False, 48), (True, 48)]
    rooms.advance("s1", 1)
    do(rooms, melati, 1, Scan())
    assert rooms.view("s1", melati.trainee).scans[0].link_is_up  # another case is another day
    assert load_session(store, "s1") == rooms.session("s1")


def test_a_companion_who_comes_back_can_be_sent_away_again_at_no_cost() -> None:
    rooms, (melati,), store = started(slots=(Slot((BOY,)),))
    do(rooms, melati, 0, Ask("separate"))
    before = rooms.view("s1", melati.trainee)
    assert "separate" not in {each.key for each in before.offers}
    steer(rooms, happens(Kind.COMPANION_APPEARS))
    after = rooms.view("s1", melati.trainee)
    assert {each.key: each.cost_s for each in after.offers}["separate"] == 0
    do(rooms, melati, 0, Ask("who_is_he"))
    assert rooms.session("s1").plays[("t01", 0)].heard[-1].overheard
    do(rooms, melati, 0, Ask("separate"))
    assert rooms.session("s1").plays[("t01", 0)].interview.value("alone")
    assert rooms.view("s1", melati.trainee).used_s == before.used_s + 20
    do(rooms, melati, 0, Decide(Outcome.PROTECT, 0.9))
    (attempt,) = rooms.workshop("s1").attempts
    assert [each.cost_s for each in attempt.asked if each.question == "separate"][-1] == 0
    assert load_session(store, "s1") == rooms.session("s1")


def test_what_happens_reaches_all_who_are_at_work_and_those_who_come_late() -> None:
    rooms, (first, done), _ = started("Melati", "Dahlia")
    do(rooms, first, 0, Ask("greet"))
    do(rooms, done, 0, Decide(Outcome.PROTECT, 0.9))
    steer(rooms, happens(Kind.QUEUE_GROWS, 30))
    late = rooms.join("CODE01", "Seroja")
    steer(rooms, happens(Kind.QUEUE_GROWS, 5))
    queue = {each: rooms.view("s1", each.trainee).queue for each in (first, done, late)}
    assert queue[first] - queue[done] == 35
    assert queue[late] == queue[first]
    do(rooms, late, 0, Ask("greet"))
    assert len(rooms.view("s1", late.trainee).happened) == 2
    assert {each.trainee for each in rooms.workshop("s1").attempts} == {each.trainee for each in (first, done, late)}


def test_what_happened_makes_no_attempt_of_an_empty_chair() -> None:
    rooms, (here, away), _ = started("Melati", "Dahlia")
    do(rooms, here, 0, Ask("greet"))
    steer(rooms, happens(Kind.LINK_DOWN))
    assert [each.trainee for each in rooms.workshop("s1").attempts] == [here.trainee]
    assert rooms.view("s1", away.trainee).happened


def test_in_another_try_it_happens_there() -> None:
    rooms, (melati,), store = started()
    do(rooms, melati, 0, Decide(Outcome.CLEAR, 0.9))
    steer(rooms, StepBack(0, Purpose.RETRY))
    do(rooms, melati, 0, Ask("greet"))
    steer(rooms, happens(Kind.HOTLINE_CALLS_BACK))
    assert len(rooms.view("s1", melati.trainee).happened) == 1
    steer(rooms, Return())
    assert rooms.view("s1", melati.trainee, 0).happened == ()
    assert load_session(store, "s1") == rooms.session("s1")


def test_nothing_happens_where_nobody_is_at_work() -> None:
    rooms, (melati,), _ = started(slots=(Slot((BOY,)),), pace=Pace.SELF)
    do(rooms, melati, 0, Decide(Outcome.PROTECT, 0.9))
    assert reason(steer, rooms, happens(Kind.LINK_DOWN)) == "NOBODY_AT_WORK"
    unopened, _, _ = started(opened=0)
    steer(unopened, StepBack(0, Purpose.DISCUSS))
    assert reason(steer, unopened, happens(Kind.LINK_DOWN)) == "NOBODY_AT_WORK"


@pytest.mark.parametrize(
    ("kind", "amount", "words"),
    [
        (Kind.LIST_STALE, 0, ""),
        (Kind.LIST_STALE, 241, ""),
        (Kind.QUEUE_GROWS, -1, ""),
        (Kind.LINK_DOWN, 1, ""),
        (Kind.PHONE_CALL, 0, "x" * (LONGEST_WORDS + 1)),
        (Kind.PHONE_CALL, 0, "two\nlines"),
        (Kind.PHONE_CALL, 0, "\x1b[31m"),
    ],
)
def test_odd_happenings_name_their_field(kind: Kind, amount: int, words: str) -> None:
    with pytest.raises(LintasError, match="inject"):
        Happening(kind, amount, words)


@pytest.mark.parametrize("kind", Kind)
def test_every_happening_is_told_in_both_languages(kind: Kind) -> None:
    told = Happening(kind, AMOUNTS.get(kind, (0, 0))[1]).told
    assert told.id
    assert told.en
    assert told.id != told.en
    assert "{" not in told.id + told.en


def test_only_who_holds_a_session_steers_it() -> None:
    rooms, _, store = started()
    rini = Actor("r", "rini", Role.TRAINER)
    assert rooms.trainer.check("s1", TRAINER).plan.session_id == "s1"
    rooms.trainer.check("s1", Actor("r", "TONO", Role.TRAINER))
    rooms.trainer.check("s1", Actor("r", "root", Role.ADMINISTRATOR))
    for other in (rini, Actor("r", "tono", Role.OFFICER), Actor("r", "sari", Role.SUPERVISOR)):
        assert reason(rooms.trainer.check, "s1", other) == "NOT_YOUR_SESSION"
    steer(rooms, AddTrainer("rini"))
    rooms.trainer.check("s1", rini)
    steer(rooms, RemoveTrainer("tono"))
    assert reason(rooms.trainer.check, "s1", TRAINER) == "NOT_YOUR_SESSION"
    assert reason(steer, rooms, RemoveTrainer("rini")) == "LAST_TRAINER"
    assert reason(steer, rooms, AddTrainer("no such\nname")) == "INVALID_FIELD"
    assert load_session(store, "s1").trainers == {"rini"}


def test_sessions_of_before_are_open_to_every_trainer() -> None:
    rooms, _, _ = started(trainer="")
    rooms.trainer.check("s1", TRAINER)
    assert reason(rooms.trainer.check, "s1", Actor("r", "sari", Role.OFFICER)) == "NOT_YOUR_SESSION"


def test_who_may_be_stuck_is_seen() -> None:
    ticking = Ticking()
    rooms, places, _ = _room_with(ticking)
    quiet, busy, refused, behind = places
    signs = {each.person.trainee: set(each.signs) for each in rooms.trainer.standings("s1")}
    assert not any(signs.values())
    for number in range(2):
        for each in (quiet, busy, refused):
            do(rooms, each, number, Decide(Outcome.REFER, 0.5))
    for _ in range(REFUSED_TIMES):
        reason(do, rooms, refused, 2, Ask("nothing"))
    ticking.at += timedelta(seconds=QUIET_S)
    do(rooms, busy, 2, Ask("greet"))
    signs = {each.person.trainee: set(each.signs) for each in rooms.trainer.standings("s1")}
    assert signs[busy.trainee] == set()
    assert signs[quiet.trainee] == {Sign.QUIET}
    assert signs[refused.trainee] == {Sign.QUIET, Sign.REFUSED}
    assert signs[behind.trainee] == {Sign.QUIET, Sign.BEHIND}
    do(rooms, refused, 2, Ask("greet"))
    assert Sign.REFUSED not in rooms.trainer.standings("s1")[2].signs


def test_nobody_is_called_slow_for_a_pause() -> None:
    ticking = Ticking()
    rooms, (quiet, *_), _ = _room_with(ticking)
    steer(rooms, Pause())
    ticking.at += timedelta(hours=1)
    assert rooms.trainer.standings("s1")[0].signs == ()
    for _ in range(REFUSED_TIMES):
        reason(do, rooms, quiet, 0, Ask("greet"))
    steer(rooms, Resume())
    standing = rooms.trainer.standings("s1")[0]
    assert standing.idle_s < QUIET_S
    assert standing.refused == 0
    assert rooms.trainer.clock_s("s1") < 60


def _room_with(ticking: Ticking) -> tuple[Exercises, tuple[Place, ...], MemorySessionStore]:
    from simulator.grading.model import Form  # noqa: PLC0415 - beside its use

    store = MemorySessionStore()
    rooms = room(store, now=ticking)
    three = (Slot((BOY,)), Slot((PLAIN,)), Slot((BOY,), form=Form.POST))
    code = rooms.open(plan(*three, trainer="tono"), cases()).code
    return rooms, tuple(rooms.join(code, name) for name in ("Melati", "Dahlia", "Seroja", "Teratai")), store


def test_a_rehearsal_is_played_by_its_trainer_alone_and_not_counted() -> None:
    rooms = room()
    code = rooms.open(plan(is_rehearsal=True, trainer="tono"), cases()).code
    assert reason(rooms.join, code, "Melati") == "SESSION_UNKNOWN"
    seat = rooms.rehearse("s1")
    do(rooms, seat, 0, Decide(Outcome.PROTECT, 0.9))
    again = rooms.rehearse("s1")
    assert again.trainee == seat.trainee
    assert reason(rooms.check, "s1", seat.trainee, seat.secret) == "NOT_YOU"
    rooms.check("s1", again.trainee, again.secret)
    assert reason(rooms.workshop, "s1") == "REHEARSAL"
    assert rooms.debrief("s1", seat.trainee)
    assert rooms.trainer.boards("s1", 0)[0].decisions
    rooms.delete("s1")
    assert list(rooms.list()) == []


def test_a_rehearsal_of_two_seats_takes_both() -> None:
    rooms = room()
    rooms.open(plan(is_rehearsal=True, mode=Mode.TWO_SEAT), cases())
    first, second = rooms.rehearse("s1", Seat.PRIMARY), rooms.rehearse("s1", Seat.SECONDARY)
    assert first.desk == second.desk
    do(rooms, first, 0, Decide(Outcome.REFER, 0.9))
    do(rooms, second, 0, Decide(Outcome.PROTECT, 0.9))
    assert reason(rooms.rehearse, "s1") == "SEAT_KIND"


def test_a_class_is_no_rehearsal() -> None:
    rooms, _, _ = started()
    assert reason(rooms.rehearse, "s1") == "NOT_A_REHEARSAL"


def test_cited_links_count_without_names() -> None:
    rooms, places, _ = started("Melati", "Dahlia", "Seroja")
    link = Cite("passport.page.dob", "passport.chip.dob")
    turned = Cite("passport.chip.dob", "passport.page.dob")
    for each, cite in zip(places, (link, turned, Cite("bearer.face", "bearer.face")), strict=True):
        do(rooms, each, 0, Scan(), cite)
    (early,) = rooms.trainer.boards("s1", 0)
    assert (early.decided, early.playing, early.is_withheld, early.decisions) == (0, 3, True, ())
    for each, (outcome, sure) in zip(
        places, ((Outcome.PROTECT, 0.95), (Outcome.PROTECT, 1.0), (Outcome.CLEAR, 0.1)), strict=True
    ):
        if each is places[-1]:
            assert rooms.trainer.boards("s1", 0)[0].is_withheld  # two are two persons
        do(rooms, each, 0, Decide(outcome, sure))
    (board,) = rooms.trainer.boards("s1", 0)
    assert [(each.outcome, each.count) for each in board.decisions] == [("protect", 2), ("clear", 1)]
    assert [(each.count, each.proves) for each in board.links] == [(2, True), (1, False)]
    assert board.confidence == (1, 0, 0, 0, 2)
    assert board.sure_and_right == (0, 0, 0, 0, 2)
    told = repr(board)
    assert not any(each in told for each in ("Melati", "Dahlia", "Seroja", "t01", "t02", "t03"))


def test_a_pair_has_two_boards() -> None:
    rooms, _, _ = started("Melati", "Dahlia", slots=(Slot((BOY, PLAIN), swapped="x"),))
    boards = rooms.trainer.boards("s1", 0)
    assert [(each.case_key, each.playing) for each in boards] == [(BOY, 1), (PLAIN, 1)]


def test_a_replay_shows_what_each_step_brought() -> None:
    rooms, (melati, other), _ = started("Melati", "Dahlia", slots=(Slot((BOY,)),))
    do(rooms, other, 0, Ask("greet"))
    do(rooms, melati, 0, Ask("separate"), Ask("who_is_he"))
    steer(rooms, Pause(), Resume(), happens(Kind.PHONE_CALL, words="Cepat"))
    do(rooms, melati, 0, Scan(), Cite("passport.page.dob", "passport.chip.dob"), Decide(Outcome.CLEAR, 0.7, "ya"))
    steps = rooms.trainer.replay("s1", melati.trainee, 0)
    assert [each.kind for each in steps] == [
        *("ask", "ask", "paused", "resumed", "happened", "scan", "cite", "decide"),
    ]
    assert steps[1].answered is not None
    assert steps[1].found
    assert (steps[4].words, steps[5].advice) == ("Cepat", "protect")
    assert [each.name for each in steps[6].facts] == ["passport.page.dob", "passport.chip.dob"]
    assert steps[6].found
    assert (steps[7].decision, steps[7].confidence, steps[7].words) == ("clear", 0.7, "ya")
    assert steps[7].harm is not None
    assert [each.at_s for each in steps] == sorted(each.at_s for each in steps)
    assert len(rooms.trainer.replay("s1", other.trainee, 0)) == 4  # what came from the trainer came to all
    assert reason(rooms.trainer.replay, "s1", "t99", 0) == "TRAINEE_UNKNOWN"
    assert reason(rooms.trainer.replay, "s1", melati.trainee, 7) == "INVALID_FIELD"


def test_a_replay_of_another_try_is_of_that_try() -> None:
    rooms, (melati,), _ = started()
    do(rooms, melati, 0, Decide(Outcome.CLEAR, 0.9))
    steer(rooms, StepBack(0, Purpose.RETRY))
    do(rooms, melati, 0, Ask("greet"), Decide(Outcome.PROTECT, 0.9))
    assert [each.kind for each in rooms.trainer.replay("s1", melati.trainee, 0)] == ["decide"]
    assert [each.kind for each in rooms.trainer.replay("s1", melati.trainee, 0, 1)] == ["ask", "decide"]


def test_adaptive_sessions_have_a_board_for_each_case_that_was_dealt() -> None:
    rooms = room()
    adaptive = plan(Slot(()), Slot(()), dealing=Dealing.ADAPTIVE, pool=(BOY, PLAIN), prevalence=0.5)
    code = rooms.open(adaptive, cases()).code
    people = [rooms.join(code, f"Bunga {number}") for number in range(4)]
    first = rooms.trainer.boards("s1", 0)
    assert sum(each.playing for each in first) == 4
    assert [each.playing for each in first] == sorted((each.playing for each in first), reverse=True)
    assert len(rooms.trainer.debriefs("s1", 0)) == len(first)
    assert rooms.trainer.boards("s1", 1) == ()
    do(rooms, people[0], 0, Decide(Outcome.PROTECT, 0.9))
    steer(rooms, happens(Kind.LINK_DOWN), StepBack(0, Purpose.DISCUSS))
    assert [each.playing for each in rooms.trainer.boards("s1", 1)] == [1]
    assert rooms.view("s1", people[0].trainee).hold == "discussed"
    assert rooms.view("s1", people[1].trainee).happened
