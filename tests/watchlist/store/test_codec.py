"""Entries as text and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.sql import Database
from tests.watchlist.people import NOW, draft, person
from watchlist.codec import content_digest, from_json, to_json
from watchlist.entry import Action, Category, DocumentKey, Entry, EntryKind, ListedName, NameStrength, Sex
from watchlist.partial_date import PartialDate
from watchlist.sql import SqlEntryStore
from watchlist.store import compare

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
INSTANTS = st.none() | st.datetimes(timezones=st.just(UTC))


def tuples_of(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


DATES = st.dates().map(PartialDate.of) | st.builds(PartialDate, st.integers(0, 9999))
ENTRIES = st.builds(
    Entry,
    entry_id=TEXTS,
    list_id=TEXTS,
    kind=st.sampled_from(EntryKind),
    category=st.sampled_from(Category),
    action=st.sampled_from(Action),
    authority=TEXTS,
    provenance=TEXTS,
    names=tuples_of(st.builds(ListedName, TEXTS, TEXTS, TEXTS, st.sampled_from(NameStrength))),
    birth_dates=tuples_of(DATES),
    birth_places=tuples_of(TEXTS),
    sex=st.none() | st.sampled_from(Sex),
    nationalities=tuples_of(TEXTS),
    documents=tuples_of(st.builds(DocumentKey, TEXTS, TEXTS, TEXTS)),
    identity_numbers=tuples_of(TEXTS),
    legal_ground=TEXTS,
    remarks=TEXTS,
    valid_from=INSTANTS,
    valid_until=INSTANTS,
    revoked_at=INSTANTS,
    version=st.integers(1, 2**31 - 1),
)


@given(ENTRIES)
def test_what_is_written_is_read(entry: Entry) -> None:
    assert from_json(to_json(entry)) == entry


@given(ENTRIES, st.integers(1, 99), INSTANTS)
def test_the_digest_is_of_what_the_list_says(entry: Entry, version: int, revoked_at: datetime | None) -> None:
    assert content_digest(replace(entry, version=version, revoked_at=revoked_at)) == content_digest(entry)


@given(ENTRIES, ENTRIES)
def test_other_content_has_another_digest(one: Entry, other: Entry) -> None:
    said, also_said = (replace(entry, version=1, revoked_at=None) for entry in (one, other))
    assert (content_digest(one) == content_digest(other)) == (said == also_said)


def test_the_same_instant_in_another_zone_reads_as_the_same() -> None:
    jakarta = NOW.astimezone(timezone(timedelta(hours=7)))
    entry = person("a", "ANNA", valid_until=jakarta)
    assert from_json(to_json(entry)).valid_until == NOW


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"entry_id": "a"}'])
def test_what_is_no_entry_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_json(text)


@pytest.mark.parametrize("name", ["NUL\x00", "آنا", "安娜", "Ć\u0301", "🙂", "'; DROP TABLE cases; --", "100%s :x"])
def test_any_character_is_kept_by_both_data_bases(database: Database, name: str) -> None:
    store = SqlEntryStore(database)
    entry = person("a", name, remarks=name)
    store.apply(compare({}, [entry], now=NOW), draft())
    assert store.get("a") == entry
