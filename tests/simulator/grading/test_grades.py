"""A whole workshop: who gets what, the edges, and that the same workshop gives the same grades."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from simulator.grading.case_score import score_case
from simulator.grading.class_findings import class_findings
from simulator.grading.finding import Finding
from simulator.grading.grades import Grades, grade, running_ratings
from simulator.grading.judgements import judgements
from simulator.grading.model import Attempt, Form, ItemKey, PairSide, TraineeId, Workshop
from simulator.grading.trainee_findings import trainee_findings
from tests.simulator.grading.builders import INNOCENT, RELEASED, VICTIM, attempt, cite, numbered, pair, workshop
from verifier.decision import Outcome

VICTIMS, INNOCENTS = numbered(VICTIM, 6), numbered(INNOCENT, 6)


def course(trainees: int, seed: int = 1) -> Workshop:
    """Random decisions, some undecided, some without a confidence, two forms."""
    chance = random.Random(seed)
    attempts = []
    for number in range(trainees):
        for place, key in enumerate((*VICTIMS, *INNOCENTS)):
            right = Outcome.PROTECT if key.is_signal else Outcome.CLEAR
            decision = right if chance.random() < 0.7 else chance.choice([Outcome.REFER, Outcome.CLEAR, None])
            attempts.append(
                attempt(
                    decision,
                    trainee=TraineeId(f"t{number:02}"),
                    case=key.case,
                    confidence=chance.choice([None, 0.5, 0.8, 1.0]),
                    citations=cite(*chance.sample(["debt", "headscarf", "nervous", ""], 2)),
                    form=Form.PRE if place % 2 else Form.POST,
                    pair=pair(f"p{place}", PairSide.ORIGINAL if number % 2 else PairSide.COUNTERFACTUAL),
                )
            )
    return workshop(attempts, (*VICTIMS, *INNOCENTS))


def all_findings(grades: Grades) -> list[Finding]:
    """Everything that is said of the class and of each trainee."""
    return [*class_findings(grades.course), *(each for one in grades.trainees for each in trainee_findings(one))]


def test_the_same_workshop_gives_the_same_grades_in_any_order_of_playing() -> None:
    played = course(12)
    shuffled = list(played.attempts)
    random.Random(2).shuffle(shuffled)
    first, second = grade(played), grade(replace(played, attempts=tuple(shuffled)))
    assert grade(played) == first
    assert first.scale == second.scale
    assert first.course.equity == second.course.equity
    assert first.course.points is not None
    assert second.course.points is not None
    assert first.course.points.value == pytest.approx(second.course.points.value, rel=1e-12)
    assert running_ratings(played) == running_ratings(played)


def test_nobody_came() -> None:
    empty = grade(workshop([]))
    assert empty.trainees == ()
    assert (empty.course.trainees, empty.course.attempts, empty.course.items) == (0, 0, ())
    assert all(finding.estimate is None and finding.value.en == "–" for finding in class_findings(empty.course))


def test_one_trainee_is_no_class_and_every_sentence_says_so() -> None:
    grades = grade(course(1))
    for finding in class_findings(grades.course)[:10]:
        assert finding.estimate is not None
        assert "not a class" in finding.saying.en, finding.key


def test_nobody_decided_anything() -> None:
    grades = grade(workshop([attempt(None), attempt(None, case=INNOCENT.case)]))
    (one,) = grades.trainees
    assert one.unanswered == 2
    assert one.points is not None
    assert one.points.value == 0
    assert (one.detection.d_prime, one.calibration.brier, one.interview, one.ability) == (None, None, None, None)
    assert [item.decisions for item in grades.course.items] == [((None, 1),), ((None, 1),)]
    assert [item.right for item in grades.course.items] == [None, None]


def test_all_right_for_everybody_is_not_certain_of_anything() -> None:
    attempts = [
        attempt(
            Outcome.PROTECT if key.is_signal else Outcome.CLEAR,
            trainee=TraineeId(f"t{number:02}"),
            case=key.case,
            confidence=1.0,
            citations=cite("debt", "no_contract") if key.is_signal else (),
        )
        for number in range(12)
        for key in (*VICTIMS, *INNOCENTS)
    ]
    course = grade(workshop(attempts, (*VICTIMS, *INNOCENTS))).course
    assert course.points is not None
    assert (course.points.value, course.points.low) == (100, 75)
    assert course.d_prime is not None
    assert course.d_prime.low < course.d_prime.value
    assert course.hit_rate is not None
    assert (course.hit_rate.value, course.hit_rate.low) == (1.0, 0.75)  # not pulled to one half by the correction
    assert all(item.rest_correlation is None for item in course.items)


def test_without_confidence_calibration_is_unknown_and_counted() -> None:
    calibration = grade(workshop([attempt(), attempt(Outcome.CLEAR, case=INNOCENT.case)])).course.calibration
    assert (calibration.brier, calibration.overconfidence, calibration.bins, calibration.unsaid) == (None, None, (), 2)


def test_harms_are_counted_per_class() -> None:
    found = grade(workshop([attempt(Outcome.CLEAR, harms=(RELEASED,)), attempt(trainee=TraineeId("t2"))])).course
    assert (found.harms, found.terminal_harms) == (1, 1)
    assert [(each.harm.key, each.count) for each in found.harm_counts] == [("released", 1)]


def test_a_trainee_who_skips_the_hard_cases_does_not_gain_by_it() -> None:
    dealt = [
        attempt(Outcome.REFER, trainee=TraineeId("tries")),
        attempt(Outcome.CLEAR, case=INNOCENT.case, trainee=TraineeId("tries")),
        attempt(None, trainee=TraineeId("skips")),
        attempt(Outcome.CLEAR, case=INNOCENT.case, trainee=TraineeId("skips")),
    ]
    skips, tries = grade(workshop(dealt)).trainees
    assert skips.points is not None
    assert tries.points is not None
    assert tries.points.value > skips.points.value


def test_items_gather_variants_and_show_who_decided_what() -> None:
    variants = tuple(replace(key, item=ItemKey("victim")) for key in VICTIMS[:2])
    decisions = [Outcome.CLEAR, Outcome.PROTECT, None, Outcome.CLEAR]
    attempts: list[Attempt] = [
        attempt(decision, trainee=TraineeId(f"t{place}"), case=variants[place % 2].case)
        for place, decision in enumerate(decisions)
    ]
    (item,) = grade(workshop(attempts, variants)).course.items
    assert item.item == "victim"
    assert item.decisions == ((Outcome.CLEAR, 2), (Outcome.PROTECT, 1), (None, 1))
    assert item.right is not None
    assert item.right.value == pytest.approx(1 / 3)
    assert item.right.n == 3


@pytest.mark.parametrize("trainees", [0, 1, 2, 3, 12, 40])
def test_every_figure_has_an_interval_and_a_sentence_in_both_languages(trainees: int) -> None:
    for finding in all_findings(grade(course(trainees))):
        for text in (finding.name, finding.saying):
            assert text.id
            assert text.en
            assert text.id != text.en or finding.key == "overall"
            assert "{" not in text.id + text.en
        if finding.estimate is not None:
            assert finding.estimate.low <= finding.estimate.value <= finding.estimate.high, finding.key
            assert finding.interval.en
            assert "." not in finding.value.id


def test_a_class_of_twelve_is_told_that_its_pairs_cannot_show_anything() -> None:
    equity = next(each for each in class_findings(grade(course(12)).course) if each.key == "equity")
    assert equity.estimate is not None
    d_prime = next(each for each in class_findings(grade(course(12)).course) if each.key == "d_prime")
    assert "never a certificate" in d_prime.saying.en
    assert "from 12 cases" in d_prime.saying.en.replace("One person's d′ ", "")


def test_every_decision_needed_indicator_and_decoy_is_a_judgement() -> None:
    seen = [score_case(attempt(citations=cite("debt", "headscarf")), VICTIM), score_case(attempt(None), VICTIM)]
    found = {response.item.partition("\x1f")[2]: response.is_right for response in judgements(seen)}
    assert found == {"": True, "debt": True, "no_contract": False, "headscarf": False}
