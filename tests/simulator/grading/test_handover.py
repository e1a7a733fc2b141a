"""Handovers: what arrived counts, what was lost counts, and the desk has one ledger of harm."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.grading.case_score import score_case
from simulator.grading.grades import grade
from simulator.grading.handover import grade_handovers
from simulator.grading.handover_findings import handover_findings
from simulator.grading.model import Attempt, Handover, IndicatorKey, Seat, TraineeId, Workshop
from simulator.grading.passing import weigh_handover
from tests.simulator.grading.builders import RELEASED, VICTIM, cite
from verifier.decision import Outcome

_KEYS = [IndicatorKey(each) for each in ("debt", "no_contract", "held_passport")]
_DECOY = IndicatorKey("headscarf")


def _sent(handover: Handover | None, *cited: str) -> Attempt:
    return Attempt(
        TraineeId("one"), VICTIM.case, Outcome.REFER, 0.8, citations=cite(*cited), seat=Seat.PRIMARY, handover=handover
    )


@given(st.sets(st.sampled_from(_KEYS), min_size=1), st.sampled_from(_KEYS), st.integers(0, 8))
def test_passing_on_one_more_never_costs_and_losing_one_more_never_pays(
    known: set[IndicatorKey], more: IndicatorKey, idle: int
) -> None:
    known.add(more)
    without = Handover(tuple(known - {more}), (more,), idle)
    with_it = Handover(tuple(known), (), idle)
    assert weigh_handover(with_it, VICTIM).score > weigh_handover(without, VICTIM).score


@pytest.mark.parametrize(
    ("handover", "score"),
    [
        (Handover(tuple(_KEYS)), 1.0),
        (Handover((), tuple(_KEYS)), 0.0),
        (Handover((_KEYS[0],), (_KEYS[1],)), 2 * (2 / 3.5) / (1 + 2 / 3.5)),  # 2 of 3.5 by weight, nothing beside it
        (Handover((*_KEYS, _DECOY)), 2 * (5 / 6) / (1 + 5 / 6)),
        (Handover(tuple(_KEYS), idle=4), 2 * (5 / 6) / (1 + 5 / 6)),  # four idle facts cost as much as one decoy
    ],
)
def test_it_is_weighed_like_evidence(handover: Handover, score: float) -> None:
    assert weigh_handover(handover, VICTIM).score == pytest.approx(score)


def test_half_of_the_evidences_share_is_for_the_handover_where_there_was_something_to_pass_on() -> None:
    well = score_case(_sent(Handover(tuple(_KEYS)), "debt", "no_contract"), VICTIM)
    badly = score_case(_sent(Handover((), tuple(_KEYS)), "debt", "no_contract"), VICTIM)
    nothing = score_case(_sent(Handover(), "debt", "no_contract"), VICTIM)
    none = score_case(_sent(None, "debt", "no_contract"), VICTIM)
    assert well.points == nothing.points == none.points
    assert well.points - badly.points == pytest.approx(12.5)


def test_harm_of_the_other_seat_is_subtracted_and_counted_once() -> None:
    second = replace(
        _sent(None), trainee=TraineeId("two"), seat=Seat.SECONDARY, decision=Outcome.CLEAR, harms=(RELEASED,)
    )
    first = replace(_sent(Handover(tuple(_KEYS))), harms=(replace(RELEASED, is_shared=True),))
    assert score_case(first, VICTIM).points == score_case(second, VICTIM).points == 0
    course = grade(Workshop("w", date(2026, 1, 5), "s" * 16, (VICTIM,), (first, second))).course
    assert (course.harms, course.terminal_harms) == (1, 1)
    assert [each.count for each in course.harm_counts] == [1]


def test_the_class_is_told_what_arrived_and_what_came_of_it() -> None:
    second = replace(_sent(None), trainee=TraineeId("two"), seat=Seat.SECONDARY, decision=Outcome.PROTECT)
    scores = [score_case(each, VICTIM) for each in (_sent(Handover((_KEYS[0],), (_KEYS[1], _KEYS[2]), 1)), second)]
    found = grade_handovers(scores)
    assert found is not None
    assert (found.referrals, found.lost) == (1, 2)
    assert found.arrived is not None
    assert found.arrived.value == pytest.approx(2 / 5)
    assert found.to_the_point is not None
    assert found.to_the_point.value == pytest.approx(2 / 2.25)
    assert found.after is not None
    assert found.after.value == 1
    findings = handover_findings(found)
    assert [each.key for each in findings] == ["handed_over", "to_the_point", "after_handover"]
    assert all(each.saying.id and each.saying.en and "{" not in each.saying.en for each in findings)
    assert handover_findings(None) == ()
    assert grade_handovers([scores[1]]) is None
