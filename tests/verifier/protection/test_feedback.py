"""What came of cases, counted the same in memory and in SQL, and what it says of an indicator."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.verifier.people import GOOD, NOW, OFFICER, NoReader, draft, key, plenty
from tests.verifier.protection.kept import House, call_back, outcome, referral, tip, told
from verifier.case import Case, Decision
from verifier.decision import Outcome
from verifier.engine import Engine, Request
from verifier.indicators.policy_folder import load_catalogue
from verifier.model.journey import Journey
from verifier.model.presentation import Presentation
from verifier.outcome.case_outcome import Stage
from verifier.outcome.feedback import Funnel, IndicatorTally, Period, Workload
from verifier.outcome.performance import ENOUGH_CASES, Alert, performance, wilson
from verifier.referral.call_back import Answer
from verifier.referral.terms import DecisionMaker, TraffickingStatus
from watchlist.search import Searcher

CATALOGUE = load_catalogue()
EVER = Period(NOW - timedelta(days=1), NOW + timedelta(days=1))
POSSIBLE, ACTUAL, NOT = TraffickingStatus.POSSIBLE, TraffickingStatus.ACTUAL, TraffickingStatus.NOT
ENGINE = Engine(reading=NoReader(), watchlist=Searcher(()), version="test", policy=CATALOGUE)


def examined(house: House, number: int, *cues: str, counter_cues: tuple[str, ...] = ()) -> Case:
    at = NOW + timedelta(minutes=number)
    shown = Presentation(mrz_lines=GOOD, journey=Journey(officer_cues=cues, counter_cues=counter_cues))
    case = Case(f"c-{number}", at, OFFICER, shown, ENGINE.examine(shown, Request(at, plenty)))
    return house.cases.record(case, draft(case), key(number))


def decided(house: House, case: Case, word: Outcome, number: int) -> Case:
    decision = Decision(f"d-{number}", word, OFFICER, case.created_at, is_emergency=word is Outcome.PROTECT)
    after = case.decided(decision)
    return house.cases.change(case, after, draft(after, "case.decided"), key(100 + number))


def came_of(house: House, case: Case, status: TraffickingStatus, number: int, **changes: object) -> None:
    made = outcome(number, status, case_id=case.case_id, record_id=f"o-{number}", **changes)
    house.outcomes.record(made, told(made), key(200 + number))


def tally(house: House, identifier: str, period: Period = EVER) -> IndicatorTally:
    found = {each.indicator_id: each for each in house.feedback.tallies(period)}
    return found.get(identifier, IndicatorTally(identifier))


def test_fired_referred_confirmed_false(house: House) -> None:
    one = examined(house, 1, "TIP-001", "TIP-002")
    two = examined(house, 2, "TIP-001")
    three = examined(house, 3, "TIP-001", counter_cues=("CTR-02",))
    examined(house, 4)
    decided(house, decided(house, one, Outcome.REFER, 1), Outcome.CLEAR, 2)
    came_of(house, one, ACTUAL, 1)
    came_of(house, two, NOT, 2)
    decided(house, three, Outcome.PROTECT, 3)
    assert tally(house, "TIP-001") == IndicatorTally(
        "TIP-001", fired=3, counted=2, cancelled=1, referred=3, actual=1, refuted=1
    )
    assert tally(house, "TIP-001").is_open == 1
    assert tally(house, "TIP-002") == IndicatorTally("TIP-002", fired=1, counted=1, referred=1, actual=1)
    assert house.feedback.funnel(EVER) == Funnel(
        examined=4,
        advised_refer=0,
        advised_protect=0,
        referred=3,
        with_outcome=2,
        actual=1,
        refuted=1,
    )


def test_the_last_word_counts(house: House) -> None:
    case = examined(house, 1, "TIP-020")
    came_of(house, case, POSSIBLE, 1)
    came_of(house, case, NOT, 2, stage=Stage.LATER, decided_by=DecisionMaker.POLICE)
    assert tally(house, "TIP-020") == IndicatorTally("TIP-020", fired=1, counted=1, referred=1, refuted=1)
    came_of(house, case, ACTUAL, 3, stage=Stage.LATER, decided_by=DecisionMaker.COURT_OR_PROSECUTION)
    assert tally(house, "TIP-020").actual == 1
    assert tally(house, "TIP-020").refuted == 0


def test_what_secondary_found_counts_for_the_indicator(house: House) -> None:
    case = examined(house, 1, "TIP-014")
    came_of(house, case, POSSIBLE, 1, cues=("TIP-014", "TIP-010", "TIP-010"))
    assert tally(house, "TIP-010") == IndicatorTally("TIP-010", fired=1, counted=1, referred=1, possible=1)
    assert tally(house, "TIP-014").fired == 1


def test_rules_and_questions_are_told_apart(house: House) -> None:
    examined(house, 1, "TIP-071", "TIP-020")
    assert (tally(house, "TIP-071").asking, tally(house, "TIP-071").counted) == (1, 0)
    assert tally(house, "TIP-020").by_rule == 0


def test_only_the_period_counts(house: House) -> None:
    case = examined(house, 5, "TIP-020")
    before = Period(NOW, case.created_at)
    from_then = Period(case.created_at, case.created_at + timedelta(seconds=1))
    assert (tally(house, "TIP-020", before).fired, tally(house, "TIP-020", from_then).fired) == (0, 1)
    assert (house.feedback.funnel(before).examined, house.feedback.funnel(from_then).examined) == (0, 1)


def test_an_empty_house_has_figures_too(house: House) -> None:
    assert house.feedback.tallies(EVER) == ()
    assert house.feedback.funnel(EVER) == Funnel()


def test_the_work_of_a_period(house: House) -> None:
    for number, made in enumerate((call_back(1), call_back(2, confirms_journey=Answer.NO), call_back(3)), 1):
        house.call_backs.record(made, told(made), key(300 + number))
    for number, gone in enumerate((referral(1), referral(2)), 1):
        house.referrals.record(gone, told(gone), key(310 + number))
    house.tips.record(tip(1), told(tip(1)), key(320))
    for number, minutes in enumerate((30, 10, None, 20), 1):
        came = outcome(number, NOT if number < 4 else ACTUAL, minutes=minutes)
        house.outcomes.record(came, told(came), key(330 + number))
    assert house.feedback.workload(EVER) == Workload(
        {"settling": 2, "alarming": 1}, {"sent": 2}, {"not": 3, "actual": 1}, {"new": 1}
    )
    assert house.feedback.minutes_kept(EVER) == {"not": (10, 30), "actual": (20,)}
    nothing = Period(NOW - timedelta(days=9), NOW - timedelta(days=8))
    assert house.feedback.workload(nothing) == Workload({}, {}, {}, {})
    assert house.feedback.minutes_kept(nothing) == {}


def alerts(**counts: int) -> tuple[Alert, ...]:
    found = performance([IndicatorTally("TIP-060", **counts)], CATALOGUE)
    return next(each.alerts for each in found if each.tally.indicator_id == "TIP-060")


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"fired": 100, "referred": 100, "refuted": ENOUGH_CASES}, (Alert.NEVER_HELPS,)),
        ({"fired": 100, "referred": 100, "refuted": ENOUGH_CASES - 1}, ()),
        ({"fired": 100, "referred": 100, "refuted": 500, "possible": 1}, ()),
        ({"fired": 40, "cancelled": 40}, (Alert.ALWAYS_CANCELLED,)),
        ({"fired": 41, "cancelled": 40}, ()),
        ({"fired": 10, "cancelled": 10}, ()),
    ],
)
def test_a_rule_that_never_helps_is_told(counts: dict[str, int], expected: tuple[Alert, ...]) -> None:
    assert alerts(**counts) == expected


def test_every_indicator_is_there_with_alerts_first() -> None:
    tallies = [
        IndicatorTally("TIP-060", fired=500),
        IndicatorTally("TIP-065", fired=31, referred=31, refuted=31),
        IndicatorTally("TIP-999", fired=7),  # of an older policy
    ]
    found = performance(tallies, CATALOGUE, due=["TIP-049"])
    assert {each.tally.indicator_id for each in found} == set(CATALOGUE.indicators)
    assert [each.tally.indicator_id for each in found[:3]] == ["TIP-065", "TIP-049", "TIP-060"]
    assert found[2].helped_share is None


def test_a_share_of_none_and_of_all_is_not_certain() -> None:
    none, everything = wilson(0, 30), wilson(30, 30)
    assert none is not None
    assert everything is not None
    assert (none.low, round(none.high, 3)) == (0.0, 0.114)
    assert (round(everything.low, 3), everything.high) == (0.886, 1.0)
    assert wilson(0, 0) is None


@given(st.integers(1, 5000), st.data())
def test_the_interval_holds_the_share(of: int, data: st.DataObject) -> None:
    share = wilson(data.draw(st.integers(0, of)), of)
    assert share is not None
    assert 0 <= share.low <= share.value <= share.high <= 1


def test_a_case_never_waits_for_the_index(house: House) -> None:
    """Cases without any cue leave no rows, and a change of theirs none either."""
    quiet = examined(house, 1)
    decided(house, decided(house, quiet, Outcome.REFER, 1), Outcome.CLEAR, 2)
    assert house.feedback.tallies(EVER) == ()
    assert house.feedback.funnel(EVER).referred == 1


def test_outcomes_of_unknown_cases_count_for_nothing(house: House) -> None:
    made = replace(outcome(1, ACTUAL), case_id="gone", cues=("TIP-001",))
    house.outcomes.record(made, told(made), key(1))
    assert house.feedback.tallies(EVER) == ()
