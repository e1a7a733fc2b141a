"""A mapping that is changed by laying over."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from watchlist.search.overlay import Overlay

KEYS = st.sampled_from("abcdefgh")
CHANGES = st.lists(st.dictionaries(KEYS, st.none() | st.integers(), max_size=5), max_size=8)


@given(st.dictionaries(KEYS, st.integers()), CHANGES)
def test_it_is_what_a_dict_would_be(base: dict[str, int], changes: list[dict[str, int | None]]) -> None:
    plain, laid = dict(base), Overlay[int](dict(base))
    for change in changes:
        laid = laid.with_changes(change)
        for key, value in change.items():
            plain.pop(key, None)
            if value is not None:
                plain[key] = value
    assert dict(laid) == plain
    assert len(laid) == len(plain)
    assert all((key in laid) == (key in plain) for key in "abcdefgh")


def test_many_changes_become_one_mapping_again() -> None:
    laid = Overlay[int]({})
    for number in range(9_000):
        laid = laid.with_changes({str(number): number})
    assert len(laid) == 9_000
    assert len(laid.changed) <= 4_000
    assert laid["17"] == 17
