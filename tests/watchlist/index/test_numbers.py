"""Document numbers: exact, changed without stopping, and surely not listed."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.index.growing_filter import GrowingFilter
from watchlist.index.key_filter import KeyFilter
from watchlist.index.number_index import NumberIndex


def test_numbers_lead_to_all_their_entries() -> None:
    index = NumberIndex.of([("A1", "x"), ("B2", "y"), ("A1", "z")])
    assert index.entries_with("A1") == ("x", "z")
    assert index.entries_with("C3") == ()
    assert len(index) == 3


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1 << 30))
def test_any_history_gives_the_same_as_building_anew(seed: int) -> None:
    chance = random.Random(seed)
    index = NumberIndex()
    held: dict[str, set[str]] = {}
    for _ in range(80):
        changed = {f"e{chance.randrange(200)}" for _ in range(chance.randrange(1, 120))}
        for entry_id in changed:
            held[entry_id] = {f"N{chance.randrange(300)}" for _ in range(chance.randrange(3))}
        index = index.changed(changed, [(number, entry_id) for entry_id in changed for number in held[entry_id]])
    for number in (f"N{n}" for n in range(300)):
        assert set(index.entries_with(number)) == {entry_id for entry_id, numbers in held.items() if number in numbers}


def test_the_filter_never_denies_what_it_holds_and_seldom_affirms_the_rest() -> None:
    keys = KeyFilter(20_000)
    held = [f"IDN/A{number:07d}" for number in range(20_000)]
    keys.add(held)
    assert keys.may_hold_each(held).all()
    assert keys.may_hold_each([f"IDN/B{number:07d}" for number in range(20_000)]).mean() < 0.02
    assert keys.size_bytes <= 2 * 20_000


@given(st.lists(st.text(max_size=12)))
def test_any_key_may_be_held(every: list[str]) -> None:
    keys = KeyFilter(1)
    keys.add(every)
    assert all(keys.may_hold(key) for key in every)


def test_an_empty_filter_denies_everything_and_needs_a_size() -> None:
    assert not KeyFilter(10).may_hold("A")
    with pytest.raises(ValueError, match="capacity"):
        KeyFilter(0)


def test_a_filter_that_grows_denies_nothing_and_stays_sharp() -> None:
    keys = GrowingFilter()
    before = keys.size_bytes
    for start in range(0, 300_000, 10_000):
        keys.add([f"A{number}" for number in range(start, start + 10_000)])
    assert all(keys.may_hold(f"A{number}") for number in range(0, 300_000, 999))
    assert sum(keys.may_hold(f"B{number}") for number in range(2_000)) < 60
    assert before < keys.size_bytes < 2_000_000
