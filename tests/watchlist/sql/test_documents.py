"""Listed documents that are found in the data base: the filter and the index say what memory would."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from ledger.sql import Database
from tests.watchlist.people import NOW, document, draft, person
from watchlist.entry import DocumentKey, Entry, EntryState, Grade, Subject
from watchlist.following import Following
from watchlist.search import Searcher
from watchlist.sql import SqlDocuments, SqlEntryStore
from watchlist.store import compare


@dataclass(slots=True)
class Post:
    """A post that searches one data base; a second one is another process on the same."""

    store: SqlEntryStore
    documents: SqlDocuments
    people: Searcher
    searcher: Following

    @classmethod
    def on(cls, database: Database) -> Post:
        store, documents = SqlEntryStore(database), SqlDocuments(database)
        version = store.list_version()
        people = Searcher(documents.held(), version, documents=documents)
        return cls(store, documents, people, Following(store, people, version, documents))

    def say(self, *entries: Entry) -> None:
        """Make the list say these."""
        self.store.apply(compare(self.store.current("test"), entries, now=NOW), draft())

    def found(self, number: str, issuer: str = "IDN") -> list[str]:
        hits = self.searcher.search(Subject(documents=(DocumentKey(issuer, number),)), NOW).hits
        return [hit.entry.entry_id for hit in hits]


@pytest.fixture
def post(database: Database) -> Post:
    return Post.on(database)


PASS = document("a", "IDN", "X1234567")


def test_a_listed_document_is_found_however_it_is_written(post: Post) -> None:
    post.say(PASS, document("b", "MYS", "X-1234567"), document("c", "IDN", "Y1"))
    assert post.found("x 1234567") == ["a"]
    assert post.found("X1234567", "MYS") == ["b"]
    assert sorted(post.found("X1234567", "")) == ["a", "b"]
    assert post.found("X1234568") == []
    assert post.found("<<<") == []


def test_it_is_not_held_in_memory_and_still_counted(post: Post) -> None:
    post.say(PASS, person("p", "ANNA CITRA"))
    result = post.searcher.search(Subject(documents=PASS.documents), NOW)
    assert result.searched_entries == 2
    assert [hit.comparison.grade for hit in result.hits] == [Grade.EXACT]
    assert [entry.entry_id for entry in post.documents.held()] == ["p"]
    assert len(post.documents) == 1
    assert post.searcher.entry_count == 2


def test_another_process_finds_what_was_added_changed_and_revoked(post: Post, database: Database) -> None:
    other = Post.on(database)
    post.say(PASS)
    assert other.found("X1234567") == ["a"]
    post.say(document("a", "IDN", "Z7"), document("b", "IDN", "X1"))
    assert (other.found("X1234567"), other.found("Z7"), other.found("X1")) == ([], ["a"], ["b"])
    assert len(other.documents) == 2
    post.say(document("b", "IDN", "X1"))
    assert other.found("Z7") == []
    assert len(other.documents) == 1
    assert post.store.get("a").state_at(NOW) is EntryState.REVOKED
    post.say(document("a", "IDN", "Z7"), document("b", "IDN", "X1"))
    assert other.found("Z7") == ["a"]


def test_an_entry_with_two_documents_is_held_and_moves_out_of_memory_when_it_has_one(post: Post) -> None:
    two = document("a", "IDN", "X1", documents=(DocumentKey("IDN", "X1"), DocumentKey("IDN", "X2")))
    post.say(two)
    assert (post.found("X1"), post.found("X2"), len(post.documents)) == (["a"], ["a"], 0)
    assert post.people.entry_count == 1
    post.say(document("a", "IDN", "X2"))
    assert (post.found("X1"), post.found("X2"), len(post.documents)) == ([], ["a"], 1)
    assert post.people.entry_count == 1
    post.say(two)
    assert (post.found("X1"), post.found("X2"), len(post.documents)) == (["a"], ["a"], 0)


def test_entries_from_before_there_were_numbers_are_held(post: Post, database: Database) -> None:
    post.say(PASS)
    database.write(lambda connection: connection.exec_driver_sql("UPDATE watchlist_entries SET number = ''"))
    assert Post.on(database).found("X1234567") == ["a"]


def test_a_start_reads_every_number(post: Post, database: Database) -> None:
    post.say(*(document(f"d{number:05}", "IDN", f"N{number}") for number in range(12_000)))
    fresh = SqlDocuments(database)
    assert all(fresh.may_hold(f"N{number}") for number in range(12_000))
    assert sum(fresh.may_hold(f"M{number}") for number in range(2_000)) < 100
