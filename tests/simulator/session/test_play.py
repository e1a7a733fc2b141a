"""One case: what can be done, in which order, what it brings out, and what is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger.errors import LintasError
from simulator.grading.model import Seat
from simulator.sandbox.scanner import Scanner
from simulator.scenario.document import Tool
from simulator.scenario.load import load_scenario
from simulator.session.action import Action, Ask, Cite, Decide, HandOver, Look, Scan, Withdraw, Write
from simulator.session.case import DealtCase
from simulator.session.plan import Slot
from simulator.session.play import Play, act, known, start
from simulator.session.written import are_shown
from tests.simulator.session.rooms import BOY, scenarios
from verifier.decision import Outcome
from verifier.indicators.policy_folder import load_catalogue

_LIBRARY = Path(__file__).parents[3] / "scenarios"
_CASE = DealtCase(BOY, scenarios()[BOY], {("passport", "page_dob"): (0.3, 0.4, 0.5, 0.45)})


def _played(*actions: Action, seat: Seat = Seat.SOLO) -> Play:
    play = start(_CASE, has_two_seats=seat is not Seat.SOLO)
    scanner = Scanner(load_catalogue)
    for action in actions:
        seen = scanner.scan(_CASE, play, Slot((BOY,)), reports_findings=False) if isinstance(action, Scan) else None
        play = act(_CASE, play, action, play.seat if seat is not Seat.SOLO else seat, seen=seen)
    return play


def _reason(*actions: Action, seat: Seat = Seat.SOLO) -> str:
    with pytest.raises(LintasError) as caught:
        _played(*actions, seat=seat)
    return caught.value.reason


@pytest.mark.parametrize(
    ("look", "is_found"),
    [
        (Look("passport", Tool.LOUPE, (0.3, 0.38, 0.5, 0.48)), True),
        (Look("passport", Tool.LOUPE, (0.1, 0.1, 0.65, 0.7)), True),
        (Look("passport", Tool.EYE, (0.3, 0.38, 0.5, 0.48)), False),  # the wrong tool
        (Look("passport", Tool.LOUPE, (0.6, 0.38, 0.8, 0.48)), False),  # beside it
        (Look("passport", Tool.LOUPE, (0.0, 0.0, 1.0, 1.0)), False),  # pointing at everything
        (Look("passport", Tool.LOUPE, (0.3, 0.3, 0.31, 0.31)), False),
    ],
)
def test_a_look_finds_what_is_there(look: Look, *, is_found: bool) -> None:
    assert ("dob_altered" in known(_CASE, _played(look))) is is_found


def test_answers_come_by_trust_and_company() -> None:
    early = _played(Ask("who_is_he"))
    assert early.heard[0].answer == 1
    assert early.heard[0].overheard
    late = _played(Ask("greet"), Ask("separate"), Ask("who_is_he"), Ask("how_old"))
    assert {"stranger", "says_fifteen", "told_to_lie"} <= late.found
    assert not any(each.overheard for each in late.heard)
    assert late.used_s == 15 + 30 + 20 + 10


def test_a_threat_closes_the_mouth_and_does_harm() -> None:
    play = _played(Ask("accuse"), Ask("separate"))
    assert play.interview.value("alone") is False
    assert play.harms(Seat.SOLO) == ("tipped_off",)


def test_citing_needs_the_right_pair() -> None:
    play = _played(
        Scan(), Cite("passport.page.dob", "passport.chip.dob"), Cite("passport.page.dob", "passport.page.sex")
    )
    assert [each.indicators for each in play.cited] == [("chip_differs",), ()]


@pytest.mark.parametrize(
    ("scenario", "indicator", "fact", "other", "is_evidence"),
    [
        ("swapped_page", "other_number", "passport.page.inner_number", "passport.mrz.number", True),
        ("swapped_page", "other_number", "passport.page.inner_number", "passport.mrz.surname", False),
        ("swapped_page", "other_number", "passport.page.number", "passport.mrz.number", False),
        ("found_again", "listed", "hit.stolen_report", "passport.mrz.number", True),
        ("found_again", "listed", "hit.stolen_report", "passport.mrz.surname", False),
        ("boy_with_uncle", "chip_differs", "passport.mrz.dob", "passport.chip.dob", True),
        ("boy_with_uncle", "chip_differs", "passport.page.dob", "passport.mrz.dob", False),
    ],
)
def test_what_reads_alike_proves_alike(
    scenario: str, indicator: str, fact: str, other: str, *, is_evidence: bool
) -> None:
    """The number in the MRZ is as good as the same number on the page; another field of the same person is not."""
    case = DealtCase(scenario, load_scenario(_LIBRARY / f"{scenario}.yaml"), {})
    couples = next(each.between for each in case.scenario.indicators if each.key == indicator)
    assert are_shown(case, frozenset((fact, other)), couples) is is_evidence


def test_citing_an_answer_or_a_decoy() -> None:
    play = _played(
        Ask("greet"), Ask("separate"), Ask("how_old"), Cite("answer.how_old", "bearer.looks"),
        Cite("shown.nervous", "shown.nervous"),
    )  # fmt: skip
    assert [each.indicators for each in play.cited] == [("says_fifteen", "told_to_lie"), ("nervous",)]


def test_a_citation_can_be_taken_back() -> None:
    play = _played(Cite("shown.nervous", "bearer.face"), Withdraw("bearer.face", "shown.nervous"))
    assert play.cited == ()


@pytest.mark.parametrize(
    ("actions", "reason"),
    [
        ((Ask("nothing"),), "INVALID_FIELD"),
        ((Ask("check_academy"),), "NOT_OFFERED"),
        ((Ask("greet"), Ask("greet")), "NOT_OFFERED"),
        ((Look("visa"),), "INVALID_FIELD"),
        ((Look("passport", Tool.MRZ),), "INVALID_FIELD"),
        ((Look("passport", Tool.EYE, (0.5, 0.5, 0.4, 0.6)),), "INVALID_FIELD"),
        ((Look("passport", Tool.EYE, (-1, 0, 1, 1)),), "INVALID_FIELD"),
        ((Cite("passport.page.dob", "passport.chip.dob"),), "FACT_UNKNOWN"),  # not scanned yet
        ((Cite("answer.greet", "bearer.face"),), "FACT_UNKNOWN"),  # not asked yet
        ((Cite("bearer.face", "bearer.looks"), Cite("bearer.looks", "bearer.face")), "CITED_BEFORE"),
        ((Withdraw("bearer.face", "bearer.looks"),), "NOT_CITED"),
        ((Decide(Outcome.CLEAR, 1.5),), "INVALID_FIELD"),
        ((Decide(Outcome.CLEAR, float("nan")),), "INVALID_FIELD"),
        ((Decide(Outcome.PROTECT, 0.9), Decide(Outcome.CLEAR, 0.9)), "ALREADY_DECIDED"),
        ((Decide(Outcome.PROTECT, 0.9), Ask("greet")), "ALREADY_DECIDED"),
        ((Write("x" * 3000),), "INVALID_FIELD"),
        ((HandOver(()),), "ONE_SEAT"),
    ],
)
def test_refused_by_name(actions: tuple[Action, ...], reason: str) -> None:
    assert _reason(*actions) == reason


def test_primary_refers_and_hands_over() -> None:
    play = _played(
        Ask("separate"), Ask("who_is_he"), HandOver(("answer.who_is_he",), "anak?"), Decide(Outcome.REFER, 0.7),
        seat=Seat.PRIMARY,
    )  # fmt: skip
    assert play.seat is Seat.SECONDARY
    assert not play.is_over
    assert "answer.who_is_he" in play.facts
    assert "answer.separate" not in play.facts  # nobody told
    after = act(_CASE, play, Decide(Outcome.PROTECT, 0.9), Seat.SECONDARY)
    assert after.is_over


def test_out_of_turn_and_beyond_primary() -> None:
    play = start(_CASE, has_two_seats=True)
    with pytest.raises(LintasError) as caught:
        act(_CASE, play, Ask("greet"), Seat.SECONDARY)
    assert caught.value.reason == "NOT_YOUR_TURN"
    with pytest.raises(LintasError) as caught:
        act(_CASE, play, Decide(Outcome.REFUSE, 0.9), Seat.PRIMARY)
    assert caught.value.reason == "NOT_AT_PRIMARY"
    assert act(_CASE, play, Decide(Outcome.PROTECT, 0.9), Seat.PRIMARY).is_over


@pytest.mark.parametrize(
    ("page", "is_found"), [("passport.inner", True), ("passport", False)], ids=["on the page", "on the other page"]
)
def test_a_defect_of_the_inner_page_is_found_there(page: str, *, is_found: bool) -> None:
    case = DealtCase(BOY, scenarios()[BOY], {("passport.inner", "page_dob"): (0.3, 0.4, 0.5, 0.45)})
    play = act(case, start(case), Look(page, Tool.LOUPE, (0.3, 0.38, 0.5, 0.48)), Seat.SOLO)
    assert ("dob_altered" in play.found) is is_found
    assert play.looks[0].fact == f"{page}.loupe.1"


def test_only_passports_have_an_inner_page() -> None:
    assert _CASE.has_page("passport.inner")
    assert not _CASE.has_page("passport.outer")
    assert not _CASE.has_page("card.inner")
