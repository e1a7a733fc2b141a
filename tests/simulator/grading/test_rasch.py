"""The Rasch scale is a maximum, is unique, and finds what was planted; Elo follows it."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize, stats
from scipy.special import expit, log_expit

from simulator.grading.elo import EloTable, Rating
from simulator.grading.model import ItemKey, TraineeId
from simulator.grading.rasch import Response, fit_rasch


def response(trainee: int, item: int, *, is_right: bool) -> Response:
    """Trainee and item by number."""
    return Response(TraineeId(f"t{trainee:02}"), ItemKey(f"i{item:02}"), is_right)


def planted(seed: int, trainees: int, items: int) -> tuple[list[Response], np.ndarray, np.ndarray]:
    """Answers by the model itself."""
    generator = np.random.default_rng(seed)
    ability, difficulty = generator.normal(size=trainees), generator.normal(size=items)
    right = generator.random((trainees, items)) < expit(ability[:, None] - difficulty[None, :])
    cells = [response(t, i, is_right=bool(right[t, i])) for t in range(trainees) for i in range(items)]
    return cells, ability, difficulty


ANSWERS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()), min_size=1, max_size=40)


def test_it_is_the_maximum_that_a_general_optimiser_finds() -> None:
    responses, _, _ = planted(3, 6, 5)
    scale = fit_rasch(responses)
    who = np.array([int(r.trainee[1:]) for r in responses])
    what = np.array([int(r.item[1:]) for r in responses]) + 6
    sign = np.array([1 if r.is_right else -1 for r in responses])

    def cost(at: np.ndarray) -> float:
        return float(-np.sum(log_expit(sign * (at[who] - at[what]))) + np.sum(at**2) / 2)

    reference = optimize.minimize(cost, np.zeros(11), method="BFGS", options={"gtol": 1e-9}).x
    found = [each.value for each in (*scale.ability.values(), *scale.difficulty.values())]
    assert found == pytest.approx(reference.tolist(), abs=1e-5)


@settings(max_examples=40)
@given(ANSWERS, st.randoms())
def test_the_order_of_answers_does_not_matter_and_all_is_finite(
    answers: list[tuple[int, int, bool]], shuffler: random.Random
) -> None:
    responses = [response(t, i, is_right=right) for t, i, right in answers]
    shuffled = responses.copy()
    shuffler.shuffle(shuffled)
    first, second = fit_rasch(responses), fit_rasch(shuffled)
    assert first == second
    for estimate in (*first.ability.values(), *first.difficulty.values()):
        assert np.isfinite([estimate.low, estimate.high]).all()
        assert estimate.low < estimate.value < estimate.high


def test_all_right_and_all_wrong_have_an_answer() -> None:
    scale = fit_rasch([response(t, i, is_right=t == 1) for t in (0, 1) for i in range(10)])
    able, unable = scale.ability[TraineeId("t01")], scale.ability[TraineeId("t00")]
    assert able.value == pytest.approx(-unable.value)
    assert 1 < able.value < 3
    assert fit_rasch([]).ability == {}


def test_twenty_trainees_recover_the_planted_difficulties() -> None:
    found = []
    for seed in range(20):
        responses, _, difficulty = planted(seed, 20, 12)
        scale = fit_rasch(responses)
        estimates = [scale.difficulty[ItemKey(f"i{item:02}")].value for item in range(12)]
        found.append(stats.spearmanr(estimates, difficulty).statistic)
    assert np.mean(found) > 0.8


def test_a_trainee_with_harder_cases_is_not_ranked_by_the_share_right() -> None:
    """A half right on hard cases is worth more than on easy ones, which others' answers tell apart."""
    others = [response(t, i, is_right=i < 6) for t in range(2, 14) for i in range(12)]
    easy = [response(0, i, is_right=i % 2 == 0) for i in range(6)]
    hard = [response(1, i, is_right=i % 2 == 0) for i in range(6, 12)]
    scale = fit_rasch([*others, *easy, *hard])
    assert scale.ability[TraineeId("t01")].value > scale.ability[TraineeId("t00")].value + 0.5


def test_evidence_cited_by_chance_hardly_counts_and_evidence_cited_with_skill_does() -> None:
    decisions, ability, _ = planted(7, 24, 12)
    generator = np.random.default_rng(8)
    found = {}
    for word, skill in (("chance", 0.0), ("skill", 1.0)):
        right = generator.random((24, 40)) < expit(skill * ability[:, None])
        cited = [
            Response(TraineeId(f"t{t:02}"), ItemKey(f"e{e:02}"), bool(right[t, e]), is_evidence=True)
            for t in range(24)
            for e in range(40)
        ]
        scale = fit_rasch([*decisions, *cited])
        order = stats.spearmanr([scale.ability[TraineeId(f"t{t:02}")].value for t in range(24)], ability).statistic
        found[word] = (scale.evidence_slope, order)
    alone = fit_rasch(decisions)
    order = stats.spearmanr([alone.ability[TraineeId(f"t{t:02}")].value for t in range(24)], ability).statistic
    assert found["chance"][0] <= 0.25
    assert found["chance"][1] > order - 0.05
    assert found["skill"][0] >= 0.75
    assert found["skill"][1] > order


def test_elo_moves_both_ways_and_less_and_less() -> None:
    who, what = TraineeId("t"), ItemKey("i")
    first = EloTable().after(who, what, is_right=True)
    assert first.trainees[who].logit == -first.items[what].logit == pytest.approx(0.4)
    later = EloTable({who: Rating(0, 100)}).after(who, ItemKey("j"), is_right=True)
    assert 0 < later.trainees[who].logit < 0.1


def test_elo_picks_the_case_nearest_to_seventy_per_cent_always_the_same() -> None:
    items = {ItemKey(key): Rating(logit) for key, logit in {"easy": -3.0, "fit": -0.85, "hard": 2.0}.items()}
    table = EloTable({TraineeId("t"): Rating(0.0, 9)}, items)
    assert table.next_item(TraineeId("t"), list(items)) == "fit"
    assert table.next_item(TraineeId("t"), [ItemKey("hard"), ItemKey("easy")]) == "easy"
    assert table.next_item(TraineeId("new"), [ItemKey("b"), ItemKey("a")]) == "a"
    assert table.next_item(TraineeId("t"), []) is None


def test_elo_orders_planted_items() -> None:
    responses, _, difficulty = planted(5, 40, 12)
    table = EloTable()
    for each in responses:
        table = table.after(each.trainee, each.item, is_right=each.is_right)
    found = [table.items[ItemKey(f"i{item:02}")].logit for item in range(12)]
    assert stats.spearmanr(found, difficulty).statistic > 0.7


def test_who_was_dealt_harder_cases_is_not_taken_for_less_able() -> None:
    """Two trainees with the same share right, one on hard cases; the authors said which are hard."""
    authored = {ItemKey(f"{kind}{i}"): logit for kind, logit in (("e", -1.5), ("h", 1.5)) for i in range(6)}
    responses = [
        Response(TraineeId(who), ItemKey(f"{kind}{i}"), i % 2 == 0)
        for who, kind in (("a", "e"), ("b", "h"))
        for i in range(6)
    ]
    without, told = fit_rasch(responses).ability, fit_rasch(responses, authored).ability
    assert without[TraineeId("a")].value == pytest.approx(without[TraineeId("b")].value)
    assert told[TraineeId("b")].value > told[TraineeId("a")].value + 1
