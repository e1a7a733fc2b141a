"""Packed entries are the entries, whatever is changed, and far smaller."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.watchlist.people import person
from watchlist.entry import Entry
from watchlist.search.packed import PackedEntries, Packer

IDS = st.sampled_from([f"p{number}" for number in range(12)])


def packed(entries: list[Entry]) -> PackedEntries:
    packer, passing = Packer.of(entries)
    assert list(passing) == entries
    return packer.packed()


@given(st.dictionaries(IDS, st.text(max_size=12)), st.dictionaries(IDS, st.none() | st.text(max_size=12)))
def test_it_is_the_mapping_that_was_packed_and_changed(names: dict[str, str], new: dict[str, str | None]) -> None:
    plain = {key: person(key, name) for key, name in names.items()}
    small = packed(list(plain.values()))
    assert dict(small) == plain
    changes = {key: None if name is None else person(key, name) for key, name in new.items()}
    after = small.with_changes(changes)
    expected = {key: entry for key, entry in {**plain, **changes}.items() if entry is not None}
    assert dict(after) == expected
    assert len(after) == len(expected)
    assert dict(small) == plain
    for key in ("p0", "p11", "p12"):
        assert (key in after) == (key in expected)
        assert after.get(key) == expected.get(key)


def test_what_is_not_there() -> None:
    with pytest.raises(KeyError):
        packed([])["p1"]
    assert "p1" not in packed([])


def test_an_id_that_stands_there_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="same id"):
        packed([person("p1", "ONE"), person("p1", "TWO")])


def test_it_is_a_fraction_of_its_text() -> None:
    people = [person(f"p{number}", f"BUDI {number:x} SANTOSO") for number in range(2_000)]
    small = packed(people)
    assert len(small.content) < 60 * len(people)
    assert sys.getsizeof(small.starts) + sys.getsizeof(small.hashes) + sys.getsizeof(small.places) < 24 * len(people)
