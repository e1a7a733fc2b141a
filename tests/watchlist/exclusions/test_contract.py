"""What the exclusion desk promises over every store, and what searches make of it."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from console.migrations import upgrade
from ledger.actor import Actor, Role
from ledger.errors import LintasError
from ledger.request_key import RequestKey
from ledger.sql import Database, SqlLedger
from ledger.store import Ledger, MemoryLedger
from tests.watchlist.people import NOW, document, draft, person
from watchlist.entry import DocumentKey, Grade, Subject, SubjectName
from watchlist.exclusions.desk import ExclusionDesk, ExclusionOrder
from watchlist.exclusions.settlement import Settlement, SettlementState
from watchlist.exclusions.store import MemorySettlementStore, SettlementStore
from watchlist.partial_date import PartialDate
from watchlist.search import Searcher
from watchlist.sql import SqlEntryStore, SqlSettlementStore
from watchlist.store import Changes, EntryStore, MemoryEntryStore

PASSPORT = DocumentKey("IDN", "X1234567")
LISTED = person("x", "Budi Santoso", "1977-03-04")
LOST = document("d", "IDN", "X7654321")
TRAVELLER = Subject((SubjectName("BUDI SANTOSO"),), (PartialDate(1977, 3, 4),), documents=(PASSPORT,))
DEWI = Actor("booth-1", "dewi", Role.OFFICER)
TONO = Actor("desk-2", "tono", Role.SECOND_OFFICER)
ORDER = ExclusionOrder(PASSPORT, "x", 1, "other father's name")
_NUMBERS = itertools.count(1)


def key() -> RequestKey:
    return RequestKey(f"exclusion-{next(_NUMBERS):06}", "digest")


@dataclass(slots=True)
class Counter:
    """The desk, the searcher that asks it, and a clock that tests set."""

    entries: EntryStore
    settlements: SettlementStore
    ledger: Ledger
    now: datetime = NOW
    desk: ExclusionDesk = field(init=False)
    searcher: Searcher = field(init=False)

    def __post_init__(self) -> None:
        self.entries.apply(Changes((LISTED, LOST), (), (), 0), draft())
        self.searcher = Searcher([LISTED, LOST], 2, exclusions=self.settlements)
        self.desk = ExclusionDesk(
            entries=self.entries,
            settlements=self.settlements,
            now=lambda: self.now,
            new_id=lambda: str(uuid.uuid4()),
        )

    def grade(self) -> Grade:
        """Of the one hit."""
        (hit,) = self.searcher.search(TRAVELLER, self.now).hits
        return hit.comparison.grade

    def in_force(self) -> Settlement:
        """Recorded by Dewi, agreed to by Tono."""
        recorded = self.desk.record(ORDER, DEWI, key())
        return self.desk.confirm(recorded.settlement_id, recorded.etag, TONO, key())


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def counter(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Counter]:
    if request.param == "memory":
        ledger = MemoryLedger()
        yield Counter(MemoryEntryStore(ledger), MemorySettlementStore(ledger), ledger)
        return
    is_sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path}/exclusions.sqlite" if is_sqlite else request.getfixturevalue("postgres_url")
    with Database(url) as database:
        upgrade(database)
        yield Counter(SqlEntryStore(database), SqlSettlementStore(database), SqlLedger(database))


def refused(call: Callable[..., object], *arguments: object) -> str:
    with pytest.raises(LintasError) as caught:
        call(*arguments)
    return caught.value.reason


def test_one_person_alone_excludes_nobody(counter: Counter) -> None:
    before = counter.grade()
    recorded = counter.desk.record(ORDER, DEWI, key())
    assert counter.grade() is before is not Grade.EXCLUDED
    same = Actor("desk-9", "DEWI", Role.SUPERVISOR)
    assert refused(counter.desk.confirm, recorded.settlement_id, recorded.etag, same, key()) == "OWN_DECISION"
    counter.desk.confirm(recorded.settlement_id, recorded.etag, TONO, key())
    assert counter.grade() is Grade.EXCLUDED


def test_it_runs_out_and_falls_due(counter: Counter) -> None:
    made = counter.in_force()
    assert made.exclusion.expires_at == NOW.replace(year=NOW.year + 2)
    counter.now = made.exclusion.expires_at - timedelta(microseconds=1)
    assert counter.grade() is Grade.EXCLUDED
    counter.now = made.exclusion.expires_at
    assert counter.grade() is not Grade.EXCLUDED
    page = counter.desk.list(SettlementState.DUE, page_size=9, page_token="")
    assert [each.settlement_id for each in page.settlements] == [made.settlement_id]


def test_one_person_takes_it_back_at_once(counter: Counter) -> None:
    made = counter.in_force()
    assert refused(counter.desk.withdraw, made.settlement_id, made.etag, " ", DEWI, key()) == "REASON_MISSING"
    gone = counter.desk.withdraw(made.settlement_id, made.etag, "it was him", DEWI, key())
    assert gone.state_at(counter.now) is SettlementState.WITHDRAWN
    assert counter.grade() is not Grade.EXCLUDED
    assert refused(counter.desk.withdraw, made.settlement_id, gone.etag, "again", DEWI, key()) == "SETTLEMENT_CLOSED"
    assert refused(counter.desk.confirm, made.settlement_id, gone.etag, TONO, key()) == "SETTLEMENT_CLOSED"


def test_the_same_request_is_one_decision(counter: Counter) -> None:
    same = key()
    first = counter.desk.record(ORDER, DEWI, same)
    assert counter.desk.record(ORDER, DEWI, same) == first
    assert refused(counter.desk.record, ORDER, DEWI, replace(same, digest="other")) == "REQUEST_ID_REUSED"
    assert [event.kind for event in counter.ledger.events()][1:] == ["watchlist.exclusion_recorded"]


def test_two_at_once_confirm_once(counter: Counter) -> None:
    recorded = counter.desk.record(ORDER, DEWI, key())

    def confirm(number: int) -> str:
        try:
            counter.desk.confirm(
                recorded.settlement_id, recorded.etag, Actor("d", f"o-{number}", Role.SUPERVISOR), key()
            )
        except LintasError as error:
            return error.reason
        return "confirmed"

    with ThreadPoolExecutor(6) as pool:
        told = list(pool.map(confirm, range(6)))
    assert told.count("confirmed") == 1
    assert set(told) <= {"confirmed", "ETAG_STALE", "SETTLEMENT_CLOSED"}


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (replace(ORDER, document=DocumentKey("", "X1234567")), "INVALID_FIELD"),
        (replace(ORDER, document=DocumentKey("IDN", "<<<")), "INVALID_FIELD"),
        (replace(ORDER, reason=" "), "REASON_MISSING"),
        (replace(ORDER, months=0), "INVALID_FIELD"),
        (replace(ORDER, months=121), "INVALID_FIELD"),
        (replace(ORDER, entry_id="nobody"), "ENTRY_UNKNOWN"),
        (replace(ORDER, entry_version=2), "ENTRY_MOVED"),
        (replace(ORDER, entry_id="d"), "INVALID_FIELD"),
    ],
)
def test_what_could_speak_for_others_is_refused(counter: Counter, wrong: ExclusionOrder, reason: str) -> None:
    assert refused(counter.desk.record, wrong, DEWI, key()) == reason
    assert counter.desk.list(None, page_size=9, page_token="").settlements == ()


def test_unknown_ones_and_pages(counter: Counter) -> None:
    assert refused(counter.desk.get, "nobody") == "EXCLUSION_UNKNOWN"
    made = sorted(counter.desk.record(ORDER, DEWI, key()).settlement_id for _ in range(5))
    first = counter.desk.list(SettlementState.WAITING, page_size=3, page_token="")
    rest = counter.desk.list(SettlementState.WAITING, page_size=3, page_token=first.next_token)
    assert [each.settlement_id for each in (*first.settlements, *rest.settlements)] == made
    assert rest.next_token == ""
    assert counter.desk.list(SettlementState.IN_FORCE, page_size=3, page_token="").settlements == ()
