"""The bots' workshop: what was planted is what is found, as far as so few cases allow."""

from __future__ import annotations

from statistics import fmean

import pytest
from scipy.stats import spearmanr

from ledger.errors import LintasError
from simulator.bots.bank import bank
from simulator.bots.course import BotCourse, citing_of, simulate, truth_of
from simulator.bots.recovery import rank_correlation
from simulator.grading.case_score import CaseScore, score_case
from simulator.grading.codec import from_json, to_json
from simulator.grading.detection import detect
from simulator.grading.grades import Grades, grade
from simulator.grading.model import Form
from verifier.decision import Outcome


def order_found(setup: BotCourse, grades: Grades) -> float:
    """Spearman's correlation of the planted d′ with the ability found."""
    truth = truth_of(setup)
    found = [one.ability.value for one in grades.trainees if one.ability is not None]
    return float(spearmanr([truth[one.trainee] for one in grades.trainees], found).statistic)


def test_the_bank_holds_half_of_each_kind_and_every_text_twice() -> None:
    assert len({case.key for case in bank()}) == len(bank()) == 20
    assert [case.is_signal for case in bank()] == [True, False] * 10
    for case in bank():
        key = case.answer_key()
        texts = [key.title, *key.debrief.key_points, *(each.text for each in key.indicators)]
        assert all(text.id and text.en and text.id != text.en for text in texts), case.key
        assert max(key.decisions, key=lambda graded: graded.credit).decision is case.best
        assert case.is_signal or all(each.is_decoy for each in key.indicators)
        assert not case.is_victim or case.best is Outcome.PROTECT


def test_the_same_seed_plays_the_same_workshop_and_another_does_not() -> None:
    assert to_json(simulate(BotCourse(seed=7))) == to_json(simulate(BotCourse(seed=7)))
    assert simulate(BotCourse(seed=7)) != simulate(BotCourse(seed=8))
    assert from_json(to_json(simulate(BotCourse(seed=7)))) == simulate(BotCourse(seed=7))


def test_names_say_nothing_of_skill() -> None:
    setup = BotCourse(seed=3)
    truth = truth_of(setup)
    assert sorted(truth.values()) == sorted(setup.planted().values())
    assert abs(spearmanr(range(24), [truth[name] for name in sorted(truth)]).statistic) < 0.6


def test_the_planted_order_is_found() -> None:
    """The bar: 0.9 or more, on every seed here and not only on average."""
    found = [order_found(setup, grade(simulate(setup))) for setup in (BotCourse(seed=seed) for seed in range(100, 112))]
    assert fmean(found) >= 0.9
    assert min(found) >= 0.87


@pytest.mark.parametrize("agreement", [0.5, 0.0])
def test_citing_that_is_a_skill_of_its_own_leaves_the_order_that_decisions_give(agreement: float) -> None:
    """Not the bar of 0.9: twenty decisions alone give some 0.8, and other people's skill adds nothing to that."""
    setups = [BotCourse(seed=seed, agreement=agreement) for seed in range(100, 108)]
    grades = [grade(simulate(setup)) for setup in setups]
    pairs = list(zip(setups, grades, strict=True))
    alone = fmean(rank_correlation(each, truth_of(setup), "d_prime") or 0.0 for setup, each in pairs)
    found = fmean(order_found(setup, each) for setup, each in pairs)
    assert alone - 0.05 < found < 0.9
    assert fmean(each.scale.evidence_slope for each in grades) < 0.8


@pytest.mark.parametrize("agreement", [1.0, 0.5, 0.0])
def test_the_two_skills_go_together_as_far_as_was_planted(agreement: float) -> None:
    found = []
    for seed in range(60):
        setup = BotCourse(seed=seed, agreement=agreement)
        deciding, citing = truth_of(setup), citing_of(setup)
        assert sorted(citing.values()) == sorted(deciding.values())
        found.append(spearmanr([deciding[name] for name in deciding], [citing[name] for name in deciding]).statistic)
    assert fmean(found) == pytest.approx(agreement, abs=0.07)


def test_evidence_found_orders_the_skill_of_citing_and_not_that_of_deciding() -> None:
    citing, deciding = [], []
    for seed in range(100, 106):
        setup = BotCourse(seed=seed, agreement=0.0)
        grades = grade(simulate(setup))
        citing.append(rank_correlation(grades, citing_of(setup), "recall") or 0.0)
        deciding.append(rank_correlation(grades, truth_of(setup), "recall") or 0.0)
    assert fmean(citing) > 0.75
    assert abs(fmean(deciding)) < 0.35


def test_a_bot_is_as_good_at_telling_apart_as_it_was_made() -> None:
    """Pooled over many seeds, the best bot's decisions have the d′ of 3 that was planted, and the worst's have 0."""
    found: dict[float, list[CaseScore]] = {0.0: [], 3.0: []}
    for seed in range(160):
        setup = BotCourse(bots=2, seed=seed)
        workshop, truth = simulate(setup), truth_of(setup)
        keys = {key.case: key for key in workshop.cases}
        for each in workshop.attempts:
            found[truth[each.trainee]].append(score_case(each, keys[each.case]))
    for planted, scores in found.items():
        pooled = detect(scores).d_prime
        assert pooled is not None
        assert pooled.value == pytest.approx(planted, abs=0.25)  # criteria differ by bot, which pooling blurs a little


def test_unfairness_that_was_planted_is_found_and_none_is_not() -> None:
    fair, unfair = (grade(simulate(BotCourse(seed=5, bots=48, bias=bias))).course.equity for bias in (0.0, 1.2))
    assert fair.overall.p_value is not None
    assert unfair.overall.p_value is not None
    assert fair.overall.pairs == unfair.overall.pairs == 24 * 5
    assert fair.overall.p_value > 0.05
    assert unfair.overall.p_value < 0.001
    assert unfair.overall.gap is not None
    assert unfair.overall.gap.low > 0


def test_learning_that_was_planted_is_found() -> None:
    gain = grade(simulate(BotCourse(seed=5, learning=1.5))).course.gain
    assert gain is not None
    assert gain.difference.low > 0
    assert {attempt.form for attempt in simulate(BotCourse()).attempts} == set(Form)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"bots": 0}, "bots"),
        ({"cases": 22}, "cases"),
        ({"cases": 7}, "cases"),
        ({"learning": -1}, "learning"),
        ({"seed": -1}, "seed"),
        ({"agreement": 2}, "agreement"),
    ],
)
def test_a_course_that_cannot_be_is_refused_by_field(wrong: dict[str, int], field: str) -> None:
    with pytest.raises(LintasError) as caught:
        BotCourse(**wrong)  # any of the fields
    assert caught.value.fields[0].field == field


@pytest.mark.parametrize("setup", [BotCourse(bots=1, cases=2), BotCourse(bots=2, cases=20), BotCourse(bots=3, cases=4)])
def test_the_smallest_courses_can_be_graded(setup: BotCourse) -> None:
    grades = grade(simulate(setup))
    assert len(grades.trainees) == setup.bots
    assert grades.course.attempts == setup.bots * setup.cases
