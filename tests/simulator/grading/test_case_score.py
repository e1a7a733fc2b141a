"""The composite: its parts, and what can never happen whatever a trainee does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.grading.case_score import score_case
from simulator.grading.model import Asked, Attempt, Harm, HarmKey, QuestionKey
from tests.simulator.grading.builders import INNOCENT, RELEASED, VICTIM, attempt, cite
from verifier.decision import Outcome

INDICATORS = [indicator.key for indicator in VICTIM.indicators]


@st.composite
def attempts(draw: st.DrawFn) -> Attempt:
    """Any attempt at VICTIM."""
    return attempt(
        draw(st.sampled_from([*Outcome, None])),
        confidence=draw(st.none() | st.floats(0, 1)),
        citations=cite(*draw(st.lists(st.sampled_from([*INDICATORS, ""]), max_size=6))),
        asked=tuple(Asked(QuestionKey("q"), cost) for cost in draw(st.lists(st.floats(0, 300), max_size=5))),
        necessary_missed=tuple(QuestionKey(key) for key in draw(st.lists(st.sampled_from("abcde"), max_size=5))),
        harms=tuple(Harm(HarmKey("h"), penalty) for penalty in draw(st.lists(st.floats(0, 1), max_size=2))),
        used_s=draw(st.floats(0, 3600)),
    )


def test_a_perfect_attempt_has_a_hundred_points() -> None:
    perfect = attempt(confidence=1.0, citations=cite("debt", "no_contract"), asked=(Asked(QuestionKey("q"), 120),))
    assert score_case(perfect, VICTIM).points == 100


def test_the_parts_add_up_as_documented() -> None:
    seen = attempt(
        Outcome.REFER,  # .6 of the decision
        confidence=0.7,  # Brier .09
        citations=cite("debt", "headscarf"),  # precision 2/3, recall 2/3.5 → F₁ = 8/13
        asked=(Asked(QuestionKey("a"), 100), Asked(QuestionKey("b"), 80)),  # 60 s over 120 → −.25
        necessary_missed=(QuestionKey("c"),),  # −.25
        harms=(Harm(HarmKey("loud"), 0.1),),
    )
    score = score_case(seen, VICTIM)
    assert score.evidence.score == pytest.approx(8 / 13)
    assert score.interview == pytest.approx(0.5)
    assert score.points == pytest.approx(100 * (0.5 * 0.6 + 0.25 * 8 / 13 + 0.1 * 0.91 + 0.15 * 0.5 - 0.1))


@pytest.mark.parametrize(
    ("citations", "precision", "recall", "score"),
    [
        ((), 1.0, 0.0, 0.0),
        (("debt", "no_contract"), 1.0, 1.0, 1.0),
        (("debt", "no_contract", "held_passport"), 1.0, 1.0, 1.0),  # true and not needed: right, not required
        (("debt", "debt", "debt"), 1.0, 2 / 3.5, 2 * (2 / 3.5) / (1 + 2 / 3.5)),  # said thrice counts once
        (("headscarf",), 0.0, 0.0, 0.0),
        (("debt", ""), 2 / 3, 2 / 3.5, 8 / 13),  # a link that shows nothing weighs 1
    ],
)
def test_evidence(citations: tuple[str, ...], precision: float, recall: float, score: float) -> None:
    evidence = score_case(attempt(citations=cite(*citations)), VICTIM).evidence
    assert (evidence.precision, evidence.recall) == pytest.approx((precision, recall))
    assert evidence.score == pytest.approx(score)


def test_in_a_case_with_nothing_to_see_citing_nothing_is_right() -> None:
    clear = attempt(Outcome.CLEAR, case=INNOCENT.case)
    assert score_case(clear, INNOCENT).evidence.score == 1
    assert score_case(replace(clear, citations=cite("nervous")), INNOCENT).evidence.score == 0


def test_the_same_two_facts_in_either_order_are_one_link() -> None:
    link = cite("")[0]
    turned = replace(link, facts=(link.facts[1], link.facts[0]))
    assert score_case(attempt(citations=(link, turned)), VICTIM).evidence.wrong == 1


@pytest.mark.parametrize(("confidence", "decision", "expected"), [(None, Outcome.CLEAR, 0.75), (0.0, Outcome.CLEAR, 1)])
def test_calibration(confidence: float | None, decision: Outcome, expected: float) -> None:
    assert score_case(attempt(decision, confidence=confidence), VICTIM).calibration == expected


def test_an_undecided_case_and_an_unlisted_decision() -> None:
    undecided = score_case(attempt(None, confidence=1.0, citations=cite("debt", "no_contract")), VICTIM)
    assert (undecided.points, undecided.is_answered, undecided.is_right, undecided.is_stopped) == (
        0,
        False,
        False,
        False,
    )
    assert score_case(attempt(Outcome.DEFER), VICTIM).credit == 0


@given(attempts())
def test_points_lie_between_0_and_100_and_time_never_counts(seen: Attempt) -> None:
    score = score_case(seen, VICTIM)
    assert 0 <= score.points <= 100
    assert score_case(replace(seen, used_s=0), VICTIM).points == score.points


@given(attempts(), attempts())
def test_who_released_a_victim_outscores_nobody(released: Attempt, other: Attempt) -> None:
    released = replace(released, harms=(*released.harms, RELEASED))
    assert score_case(released, VICTIM).points == 0
    assert score_case(other, VICTIM).points >= score_case(released, VICTIM).points


@given(attempts())
def test_clearing_a_victim_leaves_nothing_even_without_a_harm_planted(seen: Attempt) -> None:
    assert score_case(replace(seen, decision=Outcome.CLEAR), VICTIM).points == pytest.approx(0, abs=1e-9)


@given(attempts(), st.floats(0, 1))
def test_another_harm_never_helps(seen: Attempt, penalty: float) -> None:
    worse = replace(seen, harms=(*seen.harms, Harm(HarmKey("more"), penalty)))
    assert score_case(worse, VICTIM).points <= score_case(seen, VICTIM).points + 1e-9


@given(attempts())
def test_another_decoy_or_empty_link_never_helps(seen: Attempt) -> None:
    link = replace(cite("")[0], facts=("new.a", "new.b"))  # type: ignore[arg-type]  # plain strings do for a test
    for worse in ((*seen.citations, link), (*seen.citations, *cite("headscarf"))):
        without = score_case(seen, VICTIM).points
        assert score_case(replace(seen, citations=worse), VICTIM).points <= without + 1e-9
