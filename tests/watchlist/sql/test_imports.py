"""Importing whole lists into real data bases: all or nothing, told to the ledger, nobody revoked by a broken file."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from ledger.chain import verify
from ledger.errors import Fault, LintasError
from ledger.request_key import RequestKey
from ledger.sql import Database, SqlLedger
from tests.watchlist.people import NOW, SUPERVISOR, draft, person
from tests.watchlist.sources.files import DOCUMENT, LOST_HEADING, PERSON, csv_text, sdn_line, written
from watchlist.entry import Entry, EntryState, SearchResult, Sex, Subject
from watchlist.imports.comparison import Comparison
from watchlist.imports.record import ImportMark, Landing, ListRecord
from watchlist.imports.scratch import Scratch
from watchlist.lists import ImportOrder, ImportReport, Lists
from watchlist.sources import Encoded
from watchlist.sql import SqlEntryStore, SqlListStore
from watchlist.standing import LocalStanding, Override, OverrideKind
from watchlist.store import Changes, compare


@dataclass(slots=True)
class Follower:
    """Notes how often a searcher would look at the list anew."""

    heard: int = 0

    def search(self, subject: Subject, now: datetime) -> SearchResult:
        return SearchResult((), 0, 0)

    def follow(self, entries: Sequence[Entry], list_version: int) -> None:
        """Not asked by imports."""

    def refresh(self) -> None:
        self.heard += 1

    @property
    def entry_count(self) -> int:
        return 0


@dataclass(slots=True)
class Desk:
    """A supervisor's desk over one data base."""

    database: Database
    folder: Path
    now: datetime = NOW
    follower: Follower = field(default_factory=Follower)
    requests: int = 0

    @property
    def store(self) -> SqlEntryStore:
        return SqlEntryStore(self.database)

    def say(
        self, *rows: dict[str, str], dry_run: bool = False, content: str = "", request_id: str = "", shown: int = 0
    ) -> ImportReport:
        """Import a list that says these rows."""
        path = written(self.folder, content or csv_text(*rows), "list.csv")
        return self.take([path], dry_run=dry_run, request_id=request_id, shown=shown)

    def take(
        self, files: list[Path], *, list_id: str = "l", dry_run: bool = False, request_id: str = "", shown: int = 0
    ) -> ImportReport:
        """Import these files."""
        self.requests += 1
        order = ImportOrder(
            list_id, files, SUPERVISOR, request_id or f"request-{self.requests}", is_dry_run=dry_run, shown=shown
        )
        imports = SqlListStore(self.database)
        lists = Lists(store=self.store, imports=imports, searcher=self.follower, now=lambda: self.now)
        return lists.import_list(order)


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Desk:
    return Desk(database, tmp_path)


def counts(report: ImportReport) -> tuple[int, int, int, int, int]:
    return report.added, report.changed, report.removed, report.unchanged, len(report.rejected)


OTHER = PERSON | {"entry_id": "T-3", "names": "BUDI HARTO"}


def test_added_changed_removed_unchanged_rejected(desk: Desk) -> None:
    assert counts(desk.say(PERSON, DOCUMENT, OTHER)) == (3, 0, 0, 0, 0)
    desk.now += timedelta(days=1)
    assert counts(desk.say(PERSON | {"sex": "F"}, DOCUMENT)) == (0, 1, 1, 1, 0)
    gone = desk.store.get("l:T-3")
    assert gone.revoked_at == desk.now
    assert gone.state_at(desk.now - timedelta(microseconds=1)) is EntryState.ACTIVE
    assert gone.state_at(desk.now) is EntryState.REVOKED


def test_nobody_is_revoked_on_the_word_of_a_broken_file(desk: Desk) -> None:
    desk.say(PERSON, OTHER)
    assert counts(desk.say(PERSON | {"birth_dates": "1990-02-30"}, DOCUMENT)) == (1, 0, 0, 0, 1)
    assert desk.store.get("l:T-1").state_at(NOW) is EntryState.ACTIVE
    assert desk.store.get("l:T-3").state_at(NOW) is EntryState.ACTIVE


def test_a_doubled_id_is_rejected_and_does_not_break_the_import(desk: Desk) -> None:
    line = sdn_line("17", "DOE, Anna", "DOB 1960.")
    report = desk.say(content=line + line)
    assert counts(report) == (1, 0, 0, 0, 1)


def test_the_ledger_tells_of_it_without_names(desk: Desk) -> None:
    desk.say(PERSON, DOCUMENT, PERSON | {"entry_id": ""})
    (event,) = SqlLedger(desk.database).events()
    body = json.loads(event.body_json)
    assert (event.kind, event.subject, event.actor) == ("watchlist.imported", "lists/l", SUPERVISOR)
    assert body["file_sha256"] == [hashlib.sha256((desk.folder / "list.csv").read_bytes()).hexdigest()]
    assert (body["source"], body["added"], body["rejected"]) == ("lintas-csv", 2, 1)
    assert "ANNA" not in event.body_json
    assert list(verify(SqlLedger(desk.database).events())) == []


def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    report = desk.say(PERSON, dry_run=True)
    assert (report.added, report.list_version, report.is_dry_run) == (1, 0, True)
    assert list(desk.store.all()) == []
    assert list(SqlLedger(desk.database).events()) == []
    assert desk.follower.heard == 0


def test_the_same_file_again_writes_nothing(desk: Desk) -> None:
    desk.say(PERSON, DOCUMENT)
    report = desk.say(PERSON, DOCUMENT)
    assert (counts(report), report.list_version) == ((0, 0, 0, 2, 0), 2)
    assert SqlLedger(desk.database).head().sequence == 1


def test_an_empty_list_is_a_mistake_not_an_amnesty(desk: Desk) -> None:
    desk.say(PERSON)
    with pytest.raises(LintasError) as caught:
        desk.say()
    assert caught.value.reason == "LIST_EMPTY"
    assert desk.store.get("l:T-1").state_at(NOW) is EntryState.ACTIVE


def test_another_list_is_left_alone(desk: Desk) -> None:
    theirs = person("theirs:1", "SOMEBODY", list_id="theirs")
    desk.store.apply(compare({}, [theirs], now=NOW), draft())
    desk.say(PERSON)
    assert desk.store.get("theirs:1") == theirs


def test_nothing_is_written_where_the_ledger_cannot_be(desk: Desk) -> None:
    with desk.database.engine.begin() as connection:
        connection.execute(text("DROP TABLE ledger_events"))
    with pytest.raises(Exception, match=r"ledger_events|data base"):
        desk.say(PERSON)
    assert desk.store.list_version() == 0
    assert list(desk.store.all()) == []


def test_of_two_imports_from_one_version_the_second_is_told(desk: Desk) -> None:
    first, second = person("l:1", "ANNA", list_id="l"), person("l:1", "BUDI", list_id="l")
    changes = [compare(desk.store.current("l"), [entry], now=NOW) for entry in (first, second)]
    desk.store.apply(changes[0], draft(), base_version=0)
    with pytest.raises(LintasError) as caught:
        desk.store.apply(changes[1], draft(), base_version=0)
    assert (caught.value.fault, caught.value.reason) == (Fault.STALE, "LIST_MOVED")
    assert desk.store.get("l:1") == first
    assert SqlLedger(desk.database).head().sequence == 1


def test_of_many_at_once_one_wins_and_all_others_are_told(desk: Desk) -> None:
    def attempt(number: int) -> str:
        entry = person("l:1", f"PERSON {number}", list_id="l")
        try:
            desk.store.apply(compare({}, [entry], now=NOW), draft(), base_version=0)
        except LintasError as error:
            return error.reason
        return "written"

    with ThreadPoolExecutor(8) as pool:
        assert Counter(pool.map(attempt, range(16))) == {"written": 1, "LIST_MOVED": 15}
    assert desk.store.list_version() == 1


def test_versions_count_on_after_removal_and_return(desk: Desk) -> None:
    desk.say(PERSON, OTHER)
    desk.say(PERSON)
    desk.say(PERSON, OTHER)
    back = desk.store.get("l:T-3")
    assert (back.version, back.revoked_at) == (3, None)
    assert [(change.list_version, change.entry) for change in desk.store.changes_since(3)] == [(4, back)]


def test_the_preview_shows_some_of_each_kind_with_old_and_new(desk: Desk) -> None:
    desk.say(PERSON, OTHER)
    report = desk.say(PERSON | {"sex": "F"}, DOCUMENT, dry_run=True, shown=5)
    told = {each.kind.value: (each.before, each.after) for each in report.differences}
    assert set(told) == {"added", "changed", "removed"}
    assert told["added"][0] is None
    before, after = told["changed"]
    assert before is not None
    assert (before.sex, after.sex, after.version) == (None, Sex.FEMALE, 2)
    assert told["removed"][1].revoked_at == desk.now


def test_a_request_id_that_came_with_another_file_is_a_conflict(desk: Desk) -> None:
    desk.say(PERSON, request_id="request-a")
    assert counts(desk.say(PERSON, request_id="request-a")) == (0, 0, 0, 1, 0)
    with pytest.raises(LintasError) as caught:
        desk.say(PERSON, OTHER, request_id="request-a")
    assert (caught.value.fault, caught.value.reason) == (Fault.CONFLICT, "REQUEST_ID_REUSED")
    assert counts(desk.say(PERSON, OTHER, request_id="request-a", dry_run=True)) == (1, 0, 0, 1, 0)
    assert desk.store.list_version() == 1


@pytest.mark.parametrize(("list_id", "is_moved"), [("other", False), ("l", True)])
def test_only_a_change_of_this_list_meanwhile_moves_it(desk: Desk, list_id: str, is_moved: bool) -> None:  # noqa: FBT001 - a case
    imports = SqlListStore(desk.database)
    request = RequestKey("request-x", "digest")
    landing = Landing(ListRecord("l", "lintas-csv", "", NOW, 0, 1), ImportMark("l", NOW, "here", "folder"))
    somebody = person(f"{list_id}:1", "SOMEBODY", list_id=list_id)
    with Scratch(desk.folder) as scratch:
        scratch.fill([Encoded.of(person("l:2", "ANNA", list_id="l"))])
        comparison = Comparison(NOW, removes=True)
        scratch.note(comparison.run(scratch.incoming(), iter(()), scratch.text))
        desk.store.apply(compare({}, [somebody], now=NOW), draft())
        if is_moved:
            with pytest.raises(LintasError) as caught:
                imports.take_in(landing, scratch, draft(), request, base_version=0)
            assert caught.value.reason == "LIST_MOVED"
            assert [entry.entry_id for entry in desk.store.all()] == ["l:1"]
        else:
            assert imports.take_in(landing, scratch, draft(), request, base_version=0) == 2


def test_more_rows_than_a_batch_are_replaced_and_kept_in_history(desk: Desk) -> None:
    rows = [DOCUMENT | {"entry_id": f"D-{number}", "documents": f"IDN:P:X{number}"} for number in range(2_100)]
    assert counts(desk.say(*rows)) == (2_100, 0, 0, 0, 0)
    assert counts(desk.say(*(row | {"remarks": "new"} for row in rows))) == (0, 2_100, 0, 0, 0)
    assert desk.store.list_version() == 4_200
    assert [each.entry.version for each in desk.store.history("l:D-7")] == [1, 2]
    assert [each.list_version for each in desk.store.changes_since(0)] == list(range(2_101, 4_201))


def test_a_document_that_stands_twice_is_told_with_both_places_and_nothing_is_removed(desk: Desk) -> None:
    one = written(
        desk.folder, f"{LOST_HEADING}IDN,P,A1,lost,,Police\nIDN,P,B2,found,,Police\nIDN,P,a-1,lost,,Other\n", "1"
    )
    two = written(desk.folder, f"{LOST_HEADING}IDN,P,C3,lost,,Police\nIDN,P,A1,lost,,Police\n", "2")
    assert counts(desk.take([one], list_id="lost")) == (1, 0, 0, 0, 2)
    report = desk.take([two, one], list_id="lost")
    assert counts(report) == (1, 0, 0, 1, 3)
    assert [(row.file, row.line, row.reason.partition(":")[2].strip()) for row in report.rejected] == [
        (1, 2, "this document stands in line 3 of file 1 already"),
        (1, 3, "one of lost, stolen, stolen_blank, revoked"),
        (1, 4, "this document stands in line 3 of file 1 already"),
    ]


def test_what_was_decided_here_survives_imports_and_is_told_in_the_preview(desk: Desk) -> None:
    desk.say(PERSON, OTHER)
    override = Override(OverrideKind.SUSPENDED, NOW)
    suspended = replace(desk.store.get("l:T-3"), version=2, local=LocalStanding(override))
    desk.store.apply(Changes((), (suspended,), (), 0), draft())
    assert desk.say(PERSON, OTHER).overridden == 1
    assert desk.store.get("l:T-3") == suspended
    preview = desk.say(PERSON, OTHER | {"sex": "M"}, dry_run=True, shown=9)
    assert (counts(preview), preview.overridden) == ((0, 1, 0, 1, 0), 1)
    (difference,) = preview.differences
    assert difference.after == replace(suspended, version=3, sex=Sex.MALE)
    desk.say(PERSON, OTHER | {"sex": "M"})
    assert desk.store.get("l:T-3").state_at(NOW) is EntryState.SUSPENDED
    desk.say(PERSON)
    assert counts(desk.say(PERSON, OTHER)) == (0, 1, 0, 1, 0)
    assert desk.store.get("l:T-3").override == override


def test_thousands_of_bad_rows_are_counted_and_the_first_thousand_told(desk: Desk) -> None:
    report = desk.say(PERSON, *(PERSON | {"entry_id": f"E-{number}", "sex": "?"} for number in range(1_500)))
    assert (report.added, report.rejected_count, len(report.rejected)) == (1, 1_500, 1_000)


def test_a_full_disk_is_told_as_such_and_leaves_nothing(database: Database, desk: Desk) -> None:
    if not database.is_sqlite:
        pytest.skip("pages are counted in SQLite only")
    pages = database.read(lambda connection: connection.exec_driver_sql("PRAGMA page_count").scalar_one())
    # of the writer's connection: the setting lives with it
    database.write(lambda connection: connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 20}").scalar_one())
    rows = [DOCUMENT | {"entry_id": f"D-{number}", "documents": f"IDN:P:X{number}"} for number in range(2_000)]
    with pytest.raises(LintasError) as caught:
        desk.say(*rows)
    assert caught.value.reason == "DATABASE_UNAVAILABLE"
    assert desk.store.list_version() == 0
    assert list(desk.store.all()) == []
