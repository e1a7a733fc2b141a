"""The beginning of an id: what it reaches, and what is no beginning."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.short_id import ids_from


@given(st.uuids(version=4), st.integers(8, 35))
def test_every_beginning_of_an_id_reaches_it(identifier: uuid.UUID, length: int) -> None:
    text = str(identifier)
    wanted = ids_from(text[:length])
    assert wanted is not None
    assert wanted.holds(text)


@given(st.uuids(version=4), st.uuids(version=4), st.integers(8, 35))
def test_it_reaches_only_what_begins_so(one: uuid.UUID, other: uuid.UUID, length: int) -> None:
    wanted = ids_from(str(one)[:length])
    assert wanted is not None
    assert wanted.holds(str(other)) == str(other).startswith(str(one)[:length].rstrip("-"))


@pytest.mark.parametrize(
    "text", ["", "3f2b8c1", "3f2b8c1g", "%_______", "3f2b8c1d-0000-4000-8000-000000000001", "nobody"]
)
def test_what_is_no_beginning(text: str) -> None:
    assert ids_from(text) is None


def test_large_letters_and_missing_hyphens_are_read() -> None:
    assert ids_from("3F2B8C1D0000") == ids_from("3f2b8c1d-0000")
