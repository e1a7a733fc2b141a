"""The next case: near the trainee's ability, kinds in balance, twins apart, the same for the same history."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import LintasError
from simulator.grading.dealing import Candidate, Content, Dealt, contents_of, next_case
from simulator.grading.model import CaseKey, ItemKey

_KINDS = (Content.INNOCENT, Content.VICTIM, Content.INNOCENT, Content.OTHER)


def _pool(size: int) -> tuple[Candidate, ...]:
    """Neighbours of a kind share a family: each innocent has a twin."""
    return tuple(
        Candidate(CaseKey(f"c{i:03}"), ItemKey(f"i{i:03}"), _KINDS[i % 4], f"f{i // 4}.{_KINDS[i % 4].value}")
        for i in range(size)
    )


def _difficulty(pool: tuple[Candidate, ...]) -> dict[ItemKey, float]:
    return {each.item: (int(each.item[1:]) * 37 % 41 - 20) / 10 for each in pool}


def _deal(pool: tuple[Candidate, ...], count: int, seed: str, abilities: list[float]) -> Dealt:
    order, dealt = contents_of(count, 0.5, pool, seed), Dealt(seed)
    for place in range(count):
        chosen = next_case(pool, dealt, order, abilities[place], _difficulty(pool))
        assert chosen.content is order[place]
        dealt = Dealt(seed, (*dealt.cases, chosen))
    return dealt


@given(st.text(max_size=9), st.lists(st.floats(-3, 3), min_size=20, max_size=20))
def test_nobody_gets_a_case_twice_nor_a_twin_after_its_twin(seed: str, abilities: list[float]) -> None:
    had = _deal(_pool(64), 20, seed, abilities).cases
    assert len({each.case for each in had}) == 20
    assert all(one.family != other.family for one, other in pairwise(had))
    assert Counter(each.content for each in had) == {Content.INNOCENT: 10, Content.VICTIM: 5, Content.OTHER: 5}


@given(st.text(max_size=9), st.lists(st.floats(-3, 3), min_size=12, max_size=12))
def test_the_same_history_deals_the_same_cases(seed: str, abilities: list[float]) -> None:
    assert _deal(_pool(64), 12, seed, abilities) == _deal(tuple(reversed(_pool(64))), 12, seed, abilities)


def test_who_can_more_gets_harder_cases() -> None:
    pool = _pool(64)

    def mean(ability: float) -> float:
        had = _deal(pool, 12, "seed", [ability] * 12).cases
        return sum(_difficulty(pool)[each.item] for each in had) / 12

    assert mean(-1.5) < mean(0.0) < mean(1.5)


def test_one_of_the_three_nearest_is_taken_and_neighbours_part_ways() -> None:
    pool = _pool(64)
    order = (Content.INNOCENT,)
    near = sorted(
        (each for each in pool if each.content is Content.INNOCENT), key=lambda each: abs(_difficulty(pool)[each.item])
    )[:3]
    taken = {next_case(pool, Dealt(f"desk {number}"), order, 0.0, _difficulty(pool)) for number in range(40)}
    assert taken == set(near)


def test_kinds_come_in_an_order_that_differs_from_desk_to_desk() -> None:
    pool = _pool(64)
    orders = {contents_of(12, 0.5, pool, str(desk)) for desk in range(10)}
    assert len(orders) == 10
    assert all(Counter(order)[Content.INNOCENT] == 6 for order in orders)


@pytest.mark.parametrize(("count", "prevalence", "innocents"), [(20, 0.02, 20), (20, 0.1, 18), (10, 0.5, 5)])
def test_the_share_to_be_stopped_is_the_one_ordered(count: int, prevalence: float, innocents: int) -> None:
    assert Counter(contents_of(count, prevalence, _pool(64), "s"))[Content.INNOCENT] == innocents


def test_a_set_with_too_few_of_a_kind_is_refused_by_field() -> None:
    with pytest.raises(LintasError) as caught:
        contents_of(20, 0.5, _pool(16), "s")
    assert caught.value.fields[0].field == "deal_count"
    with pytest.raises(LintasError):
        contents_of(4, 0.5, [each for each in _pool(64) if each.content is Content.INNOCENT], "s")


def test_only_a_twin_is_left() -> None:
    pool = _pool(64)
    twins = tuple(each for each in pool if each.family == pool[0].family)
    assert len(twins) == 2
    first = next_case(twins, Dealt("s"), [Content.INNOCENT] * 2, 0.0, {})
    second = next_case(twins, Dealt("s", (first,)), [Content.INNOCENT] * 2, 0.0, {})
    assert second.case != first.case
    with pytest.raises(ValueError, match="nothing of that kind"):
        next_case(twins, Dealt("s", (first,)), [Content.INNOCENT, Content.VICTIM], 0.0, {})
