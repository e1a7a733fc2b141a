"""What every entry store promises: in memory, SQLite, PostgreSQL."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from console.migrations import upgrade
from ledger.errors import Fault, LintasError
from ledger.sql import Database, SqlLedger
from ledger.store import Ledger, MemoryLedger
from tests.watchlist.people import NOW, document, draft, person
from watchlist.codec import to_json
from watchlist.entry import Entry, EntryKind, EntryState
from watchlist.sql import SqlEntryStore
from watchlist.store import Changes, EntryFilter, EntryStore, MemoryEntryStore, compare
from watchlist.vouching import digest_of_versions, entry_digest


@dataclass(frozen=True, slots=True)
class Kept:
    """A store and the ledger that it writes."""

    entries: EntryStore
    ledger: Ledger


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kept]:
    if request.param == "memory":
        ledger = MemoryLedger()
        yield Kept(MemoryEntryStore(ledger), ledger)
        return
    is_sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path}/entries.sqlite" if is_sqlite else request.getfixturevalue("postgres_url")
    with Database(url) as database:
        upgrade(database)
        yield Kept(SqlEntryStore(database), SqlLedger(database))


ANNA = person("a", "ANNA CITRA", "1990-01-02")
BUDI = person("b", "BUDI HARTO", "1985")
PASS = document("c", "IDN", "X1234567")


def say(kept: Kept, *entries: Entry) -> Changes:
    """Make the list say these entries."""
    base_version = kept.entries.list_version()
    changes = compare(kept.entries.current("test"), entries, now=NOW)
    kept.entries.apply(changes, draft(), base_version=base_version)
    return changes


def test_starts_empty(kept: Kept) -> None:
    assert kept.entries.list_version() == 0
    assert list(kept.entries.all()) == []


def test_gives_back_what_was_imported(kept: Kept) -> None:
    say(kept, ANNA, BUDI, PASS)
    assert kept.entries.get("a") == ANNA
    assert {entry.entry_id for entry in kept.entries.all()} == {"a", "b", "c"}
    assert kept.entries.list_version() == 3
    assert [event.kind for event in kept.ledger.events()] == ["watchlist.imported"]


def test_a_new_version_of_the_list_adds_changes_and_revokes(kept: Kept) -> None:
    say(kept, ANNA, BUDI)
    other_anna = person("a", "ANNA CITRA", "1990-01-03")
    changes = say(kept, other_anna, PASS)
    assert [entry.entry_id for entry in changes.added] == ["c"]
    assert [entry.entry_id for entry in changes.changed] == ["a"]
    assert [entry.entry_id for entry in changes.removed] == ["b"]
    assert kept.entries.get("a") == replace(other_anna, version=2)
    assert kept.entries.get("b").state_at(NOW) is EntryState.REVOKED
    assert {entry.entry_id for entry in kept.entries.all()} == {"a", "c"}


def test_the_same_list_again_changes_nothing(kept: Kept) -> None:
    say(kept, ANNA, BUDI)
    assert compare(kept.entries.current("test"), [ANNA, BUDI], now=NOW).is_empty


def test_an_entry_that_comes_back_is_in_force_again(kept: Kept) -> None:
    say(kept, ANNA)
    say(kept, BUDI)
    say(kept, ANNA, BUDI)
    assert kept.entries.get("a").state_at(NOW) is EntryState.ACTIVE
    assert kept.entries.get("a").version == 3


def test_changes_since_misses_nothing(kept: Kept) -> None:
    say(kept, ANNA, BUDI)
    say(kept, ANNA)
    say(kept, ANNA, PASS)
    found = [(change.list_version, change.entry.entry_id) for change in kept.entries.changes_since(1)]
    assert found == [(3, "b"), (4, "c")]
    assert [change.entry.entry_id for change in kept.entries.changes_since(0)] == ["a", "b", "c"]


def test_versions_are_dense_under_many_writers(kept: Kept) -> None:
    def add(number: int) -> None:
        """As a caller does: work it out again whenever somebody else was faster."""
        changes = Changes((person(f"e{number:03}", "SOMEBODY"),), (), (), 0)
        for _ in range(1000):
            try:
                kept.entries.apply(changes, draft(), base_version=kept.entries.list_version())
            except LintasError as error:
                assert error.reason == "LIST_MOVED"  # noqa: PT017 - anything else is a failure
            else:
                return

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add, range(40)))
    assert [change.list_version for change in kept.entries.changes_since(0)] == list(range(1, 41))
    assert kept.ledger.head().sequence == 40


def test_the_second_of_two_changes_from_one_version_is_refused_whole(kept: Kept) -> None:
    kept.entries.apply(Changes((ANNA,), (), (), 0), draft(), base_version=0)
    with pytest.raises(LintasError) as caught:
        kept.entries.apply(Changes((BUDI,), (), (), 0), draft(), base_version=0)
    assert caught.value.reason == "LIST_MOVED"
    assert {entry.entry_id for entry in kept.entries.all()} == {"a"}
    assert kept.ledger.head().sequence == 1


def test_pages_by_id(kept: Kept) -> None:
    say(kept, *(person(f"e{number}", "SOMEBODY") for number in range(5)))
    first = kept.entries.page(EntryFilter(), now=NOW, page_size=2, page_token="")
    rest = kept.entries.page(EntryFilter(), now=NOW, page_size=9, page_token=first.next_token)
    assert [entry.entry_id for entry in (*first.entries, *rest.entries)] == [f"e{number}" for number in range(5)]
    assert rest.next_token == ""


def test_filters(kept: Kept) -> None:
    lapsed = person("l", "LAPSED", valid_until=NOW - timedelta(seconds=1))
    say(kept, ANNA, PASS, lapsed)

    def ids(which: EntryFilter) -> list[str]:
        return [entry.entry_id for entry in kept.entries.page(which, now=NOW, page_size=9, page_token="").entries]

    assert ids(EntryFilter(kind=EntryKind.DOCUMENT)) == ["c"]
    assert ids(EntryFilter(state=EntryState.LAPSED)) == ["l"]
    assert ids(EntryFilter(state=EntryState.ACTIVE)) == ["a", "c"]
    assert ids(EntryFilter(list_id="other")) == []


def test_unknown_entry(kept: Kept) -> None:
    with pytest.raises(LintasError) as caught:
        kept.entries.get("nobody")
    assert (caught.value.fault, caught.value.reason) == (Fault.NOT_FOUND, "ENTRY_UNKNOWN")


def test_more_than_a_batch(kept: Kept) -> None:
    say(kept, *(person(f"e{number:04}", f"PERSON {number}") for number in range(1001)))
    assert sum(1 for _ in kept.entries.all()) == 1001
    assert sum(1 for _ in kept.entries.changes_since(0)) == 1001


def test_an_entry_lapses_by_law_at_the_exact_instant() -> None:
    ban = person("x", "SOMEBODY", valid_from=NOW, valid_until=NOW + timedelta(days=180))
    assert ban.state_at(NOW - timedelta(microseconds=1)) is EntryState.NOT_YET_VALID
    assert ban.state_at(NOW) is EntryState.ACTIVE
    assert ban.state_at(NOW + timedelta(days=180, microseconds=-1)) is EntryState.ACTIVE
    assert ban.state_at(NOW + timedelta(days=180)) is EntryState.LAPSED


def test_every_version_is_kept_with_the_event_that_made_it(kept: Kept) -> None:
    say(kept, ANNA, BUDI)
    say(kept, replace(ANNA, remarks="seen"), BUDI)
    say(kept, BUDI)
    versions = kept.entries.history("a")
    assert [each.entry.version for each in versions] == [1, 2, 3]
    assert [each.entry.remarks for each in versions] == ["", "seen", "seen"]
    assert [each.event_sequence for each in versions] == [1, 2, 3]
    assert [each.list_version for each in versions] == [1, 3, 4]
    assert versions[-1].entry == kept.entries.get("a")
    assert len(kept.entries.history("b")) == 1


def test_the_history_of_nobody_is_refused(kept: Kept) -> None:
    with pytest.raises(LintasError) as caught:
        kept.entries.history("x")
    assert caught.value.reason == "ENTRY_UNKNOWN"


def test_the_event_vouches_for_what_was_written(kept: Kept) -> None:
    say(kept, ANNA, BUDI)
    (event,) = kept.ledger.events()
    rows = [(entry.entry_id, entry_digest(to_json(entry))) for entry in (BUDI, ANNA)]
    assert json.loads(event.body_json)["versions_sha256"] == digest_of_versions(rows)
