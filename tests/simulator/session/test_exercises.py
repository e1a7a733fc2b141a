"""Sessions: joining, rejoining, pace, pairs, replay, degraded advice, what trainees may see."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import pytest

from ledger.errors import LintasError
from simulator.grading.grades import grade
from simulator.grading.model import Form, PairSide, Seat
from simulator.scenario.lines import lines_of
from simulator.scenario.model import Link
from simulator.session.action import Action, Ask, Cite, Decide, Look, Scan
from simulator.session.debrief import to_json
from simulator.session.exercises import Exercises, load_session
from simulator.session.leak import is_hidden
from simulator.session.plan import Feedback, Mode, Pace, Slot
from simulator.session.scan import Advice
from simulator.store import MemorySessionStore
from tests.simulator.session.rooms import BOY, PLAIN, cases, plan, room, scenarios
from verifier.decision import Outcome

_CAREFUL: tuple[Action, ...] = (
    Ask("greet"),
    Ask("separate"),
    Ask("who_is_he"),
    Ask("academy"),
    Scan(),
    Cite("passport.page.dob", "passport.chip.dob"),
    Cite("answer.who_is_he", "companion.uncle"),
    Decide(Outcome.PROTECT, 0.95, "anak, dokumen diubah"),
)


def _do(rooms: Exercises, trainee: str, slot: int, *actions: Action) -> None:
    for number, action in enumerate(actions):
        rooms.act("s1", trainee, slot, action, f"{trainee}-{slot}-{number}")


def _reason(caught: pytest.ExceptionInfo[LintasError]) -> str:
    return caught.value.reason


def test_a_careful_trainee_beats_a_fast_one() -> None:
    rooms = room()
    code = rooms.open(plan(Slot((BOY,))), cases()).code
    careful, fast = rooms.join(code, "Melati"), rooms.join(code, "Kenanga")
    _do(rooms, careful.trainee, 0, *_CAREFUL)
    _do(rooms, fast.trainee, 0, Decide(Outcome.CLEAR, 0.9))
    first, second = rooms.debrief("s1", careful.trainee)[0], rooms.debrief("s1", fast.trainee)[0]
    assert first.parts.points > 90
    assert second.parts.points == 0
    assert [each.key for each in second.harms] == ["sent_along"]
    grades = grade(rooms.workshop("s1"))
    assert len(grades.trainees) == 2


def test_replay_from_the_log_gives_the_same_bytes() -> None:
    store = MemorySessionStore()
    rooms = room(store)
    code = rooms.open(plan(), cases()).code
    trainee = rooms.join(code, "Melati").trainee
    _do(rooms, trainee, 0, Look("passport"), *_CAREFUL)
    _do(rooms, trainee, 1, Scan(), Decide(Outcome.CLEAR, 0.8))
    told = to_json(rooms.debrief("s1", trainee))
    assert load_session(store, "s1") == rooms.session("s1")
    assert to_json(room(store).debrief("s1", trainee)) == told


def test_a_repeated_request_changes_nothing() -> None:
    rooms = room()
    trainee = rooms.join(rooms.open(plan(), cases()).code, "Melati").trainee
    first = rooms.act("s1", trainee, 0, Ask("greet"), "r1")
    again = rooms.act("s1", trainee, 0, Ask("greet"), "r1")
    assert first == again
    assert rooms.session("s1").number == 2
    rooms.act("s1", trainee, 0, Decide(Outcome.PROTECT, 0.9), "r2")
    assert rooms.act("s1", trainee, 0, Decide(Outcome.PROTECT, 0.9), "r2").is_over


def test_two_decisions_are_refused_and_the_first_stands() -> None:
    rooms = room()
    trainee = rooms.join(rooms.open(plan(), cases()).code, "Melati").trainee
    rooms.act("s1", trainee, 0, Decide(Outcome.REFER, 0.6), "r1")
    with pytest.raises(LintasError) as caught:
        rooms.act("s1", trainee, 0, Decide(Outcome.CLEAR, 0.6), "r2")
    assert _reason(caught) == "ALREADY_DECIDED"
    assert rooms.view("s1", trainee, 0).decisions == (("solo", "refer", 0.6),)


def test_rejoining() -> None:
    rooms = room()
    code = rooms.open(plan(), cases()).code
    mine, other = rooms.join(code, "Melati"), rooms.join(code, "Kenanga")
    rooms.act("s1", mine.trainee, 0, Ask("greet"), "r1")
    assert rooms.rejoin(code, mine.trainee, secret=mine.secret).desk == mine.desk
    back = rooms.rejoin(code.lower(), mine.trainee, word=mine.word.lower())
    assert back.trainee == mine.trainee
    assert rooms.view("s1", mine.trainee).said
    rooms.check("s1", mine.trainee, back.secret)
    with pytest.raises(LintasError) as caught:
        rooms.check("s1", mine.trainee, mine.secret)  # the phone that was lost
    assert _reason(caught) == "NOT_YOU"
    for wrong in ({"secret": other.secret}, {"word": other.word}, {"secret": ""}, {"word": ""}):
        with pytest.raises(LintasError) as caught:
            rooms.rejoin(code, mine.trainee, **wrong)
        assert _reason(caught) == "REJOIN_REFUSED"
    with pytest.raises(LintasError) as caught:
        rooms.rejoin("WRONG1", mine.trainee, secret=mine.secret)
    assert _reason(caught) == "SESSION_UNKNOWN"
    with pytest.raises(LintasError) as caught:
        rooms.check("s1", mine.trainee, other.secret)
    assert _reason(caught) == "NOT_YOU"


def test_words_cannot_be_guessed_for_long() -> None:
    rooms = room()
    code = rooms.open(plan(), cases()).code
    mine = rooms.join(code, "Melati")
    for _ in range(5):
        with pytest.raises(LintasError):
            rooms.rejoin(code, mine.trainee, word="XXXX")
    with pytest.raises(LintasError):
        rooms.rejoin(code, mine.trainee, word=mine.word)
    assert rooms.rejoin(code, mine.trainee, secret=mine.secret).seat is Seat.SOLO


def test_cases_come_in_order() -> None:
    rooms = room()
    trainee = rooms.join(rooms.open(plan(), cases()).code, "Melati").trainee
    for slot in (1, -1, 7):
        with pytest.raises(LintasError) as caught:
            rooms.act("s1", trainee, slot, Ask("trip"), f"r{slot}")
        assert _reason(caught) == "CASE_NOT_OPEN"
        with pytest.raises(LintasError) as caught:
            rooms.view("s1", trainee, slot)
        assert _reason(caught) == "CASE_NOT_OPEN"
    assert rooms.session("s1").number == 1


def test_the_trainer_sets_the_pace() -> None:
    rooms = room()
    trainee = rooms.join(rooms.open(plan(pace=Pace.TRAINER), cases()).code, "Melati").trainee
    with pytest.raises(LintasError):
        rooms.view("s1", trainee)
    rooms.advance("s1", 0)
    assert rooms.view("s1", trainee).case_number == 1
    rooms.advance("s1", 1)
    with pytest.raises(LintasError) as caught:
        rooms.act("s1", trainee, 0, Ask("greet"), "r1")
    assert _reason(caught) == "CASE_NOT_OPEN"
    with pytest.raises(LintasError):
        rooms.advance("s1", 0)
    self_paced = room()
    self_paced.open(plan(), cases())
    with pytest.raises(LintasError) as caught:
        self_paced.advance("s1", 0)
    assert _reason(caught) == "SELF_PACED"


def test_debriefs_wait_for_the_end_where_the_plan_says_so() -> None:
    rooms = room()
    trainee = rooms.join(rooms.open(plan(Slot((BOY,)), feedback=Feedback.END), cases()).code, "Melati").trainee
    rooms.act("s1", trainee, 0, Decide(Outcome.PROTECT, 0.9), "r1")
    with pytest.raises(LintasError) as caught:
        rooms.debrief("s1", trainee)
    assert _reason(caught) == "DEBRIEF_LATER"
    assert rooms.debrief("s1", trainee, is_trainer=True)
    rooms.close("s1")
    assert rooms.debrief("s1", trainee)
    with pytest.raises(LintasError) as caught:
        rooms.join("CODE01", "Spät")
    assert _reason(caught) == "SESSION_CLOSED"


def test_an_undecided_case_has_no_debrief_yet() -> None:
    rooms = room()
    trainee = rooms.join(rooms.open(plan(), cases()).code, "Melati").trainee
    rooms.act("s1", trainee, 0, Ask("greet"), "r1")
    assert rooms.debrief("s1", trainee) == ()


def test_pairs_are_dealt_in_turn() -> None:
    rooms = room()
    code = rooms.open(plan(Slot((BOY, PLAIN), swapped="facts")), cases()).code
    one, two = rooms.join(code, "Melati"), rooms.join(code, "Kenanga")
    rooms.act("s1", one.trainee, 0, Decide(Outcome.PROTECT, 0.9), "r1")
    rooms.act("s1", two.trainee, 0, Decide(Outcome.CLEAR, 0.9), "r1")
    dealt = {str(each.trainee): each for each in rooms.workshop("s1").attempts}
    assert [dealt[each.trainee].case for each in (one, two)] == [BOY, PLAIN]
    sides = [dealt[each.trainee].pair for each in (one, two)]
    assert [each.side for each in sides if each] == [PairSide.ORIGINAL, PairSide.COUNTERFACTUAL]


def test_two_seats_share_a_desk() -> None:
    rooms = room()
    code = rooms.open(plan(Slot((BOY,)), mode=Mode.TWO_SEAT), cases()).code
    first = rooms.join(code, "Melati", seat=Seat.PRIMARY, desk="A")
    second = rooms.join(code, "Kenanga", seat=Seat.SECONDARY, desk="A")
    for wrong in ({"seat": Seat.PRIMARY, "desk": "A"}, {"seat": Seat.SOLO}):
        with pytest.raises(LintasError) as caught:
            rooms.join(code, "Anggrek", **wrong)
        assert _reason(caught) in {"SEAT_TAKEN", "SEAT_KIND"}
    with pytest.raises(LintasError) as caught:
        rooms.act("s1", second.trainee, 0, Ask("greet"), "r1")
    assert _reason(caught) == "NOT_YOUR_TURN"
    rooms.act("s1", first.trainee, 0, Decide(Outcome.REFER, 0.8), "r1")
    rooms.act("s1", second.trainee, 0, Decide(Outcome.PROTECT, 0.9), "r2")
    attempts = rooms.workshop("s1").attempts
    assert {(each.seat, each.decision) for each in attempts} == {
        (Seat.PRIMARY, Outcome.REFER),
        (Seat.SECONDARY, Outcome.PROTECT),
    }
    assert len(grade(rooms.workshop("s1")).trainees) == 2


def test_degraded_advice_is_wrong_and_its_checks_are_true() -> None:
    rooms = room()
    slot = Slot((BOY,), advice=Advice.WRONG, link=Link.DOWN, list_age_h=6)
    trainee = rooms.join(rooms.open(plan(slot), cases()).code, "Melati").trainee
    scan = rooms.act("s1", trainee, 0, Scan(), "r1").scans[0]
    assert (scan.advice, scan.link_is_up, scan.list_age_h) == ("clear", False, 6)
    assert "failed" in {each.result for each in scan.checks if each.check_id == "combined.mrz_dg1"}
    rooms.act("s1", trainee, 0, Decide(Outcome.PROTECT, 0.9), "r2")
    assert rooms.debrief("s1", trainee)[0].advice_true == ("protect",)


def test_trainees_never_see_the_key() -> None:
    rooms = room()
    trainee = rooms.join(rooms.open(plan(), cases()).code, "Melati").trainee
    actions = [*_CAREFUL[:-1], Scan(reports_findings=True), Look("passport")]
    for number, action in enumerate(actions):
        rooms.act("s1", trainee, 0, action, f"r{number}")
    seen = json.dumps(asdict(rooms.view("s1", trainee, 0)), ensure_ascii=False, default=str)
    scenario = scenarios()[BOY]
    hidden = [each for each in lines_of(scenario) if is_hidden(each.line_id, scenario)]
    assert len(hidden) > 20
    for each in hidden:
        assert each.line.en not in seen, each.line_id
        assert each.line.id not in seen, each.line_id
    for word in ("true_advice", "decoy", "true_match", "credit", 'weight"', "threatening", "rapport", "trust"):
        assert word not in seen


def test_watching_tells_what_is_new_and_ends() -> None:
    rooms = room()
    rooms.open(plan(), cases())
    rooms.join("CODE01", "Melati")
    rooms.close("s1")
    assert list(rooms.watch("s1", 0, wait_s=0.01, is_wanted=lambda: True)) == [2]
    assert list(rooms.watch("s1", 2, wait_s=0.01, is_wanted=lambda: True)) == []


def test_a_deleted_session_is_gone() -> None:
    rooms = room()
    rooms.open(plan(), cases())
    rooms.delete("s1")
    with pytest.raises(LintasError):
        rooms.session("s1")
    assert list(rooms.list()) == []


@pytest.mark.parametrize("name", ["", "  ", "x" * 50, "a\nb", "\x1b[31m"])
def test_odd_nicknames_are_refused(name: str) -> None:
    rooms = room()
    code = rooms.open(plan(), cases()).code
    with pytest.raises(LintasError):
        rooms.join(code, name)
    assert rooms.session("s1").number == 0


def test_a_plan_with_a_missing_case_is_refused() -> None:
    with pytest.raises(LintasError, match=r"slots\[0\]"):
        room().open(replace(plan(), slots=(Slot(("nobody",)),)), cases())


def test_the_same_case_twice_in_one_form_is_refused() -> None:
    with pytest.raises(LintasError, match=r"slots\[1\]"):
        plan(Slot((BOY,)), Slot((PLAIN, BOY)))
    assert len(plan(Slot((BOY,), form=Form.PRE), Slot((BOY,), form=Form.POST)).slots) == 2
