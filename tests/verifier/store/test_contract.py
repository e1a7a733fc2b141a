"""What every case store promises: in memory, SQLite, PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from console.migrations import upgrade
from ledger.actor import Actor
from ledger.chain import verify
from ledger.errors import Fault, LintasError
from ledger.sql import Database, SqlLedger
from ledger.store import Ledger, MemoryLedger
from tests.verifier.people import NOW, OFFICER, SECOND, case, draft, key
from verifier.case import Case, Decision
from verifier.decision import Outcome
from verifier.sql import SqlCaseStore
from verifier.store import CaseFilter, CaseStore, MemoryCaseStore


@dataclass(frozen=True, slots=True)
class Kept:
    """A store and the ledger that it writes."""

    cases: CaseStore
    ledger: Ledger


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kept]:
    if request.param == "memory":
        ledger = MemoryLedger()
        yield Kept(MemoryCaseStore(ledger), ledger)
        return
    is_sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path}/cases.sqlite" if is_sqlite else request.getfixturevalue("postgres_url")
    with Database(url) as database:
        upgrade(database)
        yield Kept(SqlCaseStore(database), SqlLedger(database))


def record(kept: Kept, number: int) -> Case:
    return kept.cases.record(case(number), draft(case(number)), key(number))


def cleared(of: Case) -> Case:
    return of.decided(Decision(f"d-{of.version}", Outcome.CLEAR, of.actor, of.created_at))


def test_gives_back_what_was_recorded(kept: Kept) -> None:
    recorded = record(kept, 1)
    assert kept.cases.get(recorded.case_id) == recorded == case(1)


def test_case_and_event_stand_together(kept: Kept) -> None:
    recorded = record(kept, 1)
    events = list(kept.ledger.events())
    assert [event.subject for event in events] == [recorded.name]
    assert '"record_sha256":"' in events[0].body_json
    assert list(verify(events)) == []


def test_the_same_request_again_is_the_same_case(kept: Kept) -> None:
    first = kept.cases.record(case(1), draft(case(1)), key(1))
    again = kept.cases.record(case(2), draft(case(2)), key(1))
    assert again == first
    assert kept.cases.answered(key(1)) == first
    assert kept.cases.answered(key(2)) is None
    assert kept.ledger.head().sequence == 1


def test_the_same_id_with_another_body_is_refused(kept: Kept) -> None:
    record(kept, 1)
    with pytest.raises(LintasError) as caught:
        kept.cases.record(case(2), draft(case(2)), key(1, "b"))
    assert caught.value.fault is Fault.CONFLICT
    with pytest.raises(LintasError):
        kept.cases.answered(key(1, "b"))
    assert kept.ledger.head().sequence == 1


def test_the_same_request_many_times_at_once_is_one_case(kept: Kept) -> None:
    def once(number: int) -> Case:
        return kept.cases.record(case(number), draft(case(number)), key(1))

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(once, range(1, 9)))
    assert len({each.case_id for each in found}) == 1
    assert kept.ledger.head().sequence == 1


def test_a_change_replaces_and_tells(kept: Kept) -> None:
    before = record(kept, 1)
    after = cleared(before)
    assert kept.cases.change(before, after, draft(after, "case.decided"), key(2)) == after
    assert kept.cases.get(before.case_id) == after
    assert [event.kind for event in kept.ledger.events()] == ["case.examined", "case.decided"]


def test_a_stale_change_is_refused_and_leaves_nothing(kept: Kept) -> None:
    before = record(kept, 1)
    after = cleared(before)
    kept.cases.change(before, after, draft(after, "case.decided"), key(2))
    with pytest.raises(LintasError) as caught:
        kept.cases.change(before, after, draft(after, "case.decided"), key(3))
    assert caught.value.reason == "ETAG_STALE"
    assert kept.cases.answered(key(3)) is None
    assert kept.ledger.head().sequence == 2


def test_of_two_changes_at_once_one_wins(kept: Kept) -> None:
    before = record(kept, 1)
    after = cleared(before)

    def change(number: int) -> str:
        try:
            kept.cases.change(before, after, draft(after, "case.decided"), key(number))
        except LintasError as error:
            return error.reason
        return "done"

    with ThreadPoolExecutor(4) as pool:
        results = sorted(pool.map(change, range(10, 14)))
    assert results == ["ETAG_STALE"] * 3 + ["done"]
    assert kept.ledger.head().sequence == 2


def test_unknown_case(kept: Kept) -> None:
    with pytest.raises(LintasError) as caught:
        kept.cases.get("nobody")
    assert (caught.value.fault, caught.value.reason) == (Fault.NOT_FOUND, "CASE_UNKNOWN")


def test_pages_newest_first(kept: Kept) -> None:
    for number in range(1, 6):
        record(kept, number)
    pages, token = [], ""
    while True:
        page = kept.cases.list(CaseFilter(), page_size=2, page_token=token)
        pages.append([each.case_id[-1] for each in page.cases])
        token = page.next_token
        if not token:
            break
    assert pages == [["5", "4"], ["3", "2"], ["1"]]


def test_a_new_case_between_two_pages_moves_nothing(kept: Kept) -> None:
    for number in range(1, 5):
        record(kept, number)
    first = kept.cases.list(CaseFilter(), page_size=2, page_token="")
    record(kept, 9)
    rest = kept.cases.list(CaseFilter(), page_size=9, page_token=first.next_token)
    assert [each.case_id[-1] for each in (*first.cases, *rest.cases)] == ["4", "3", "2", "1"]


def test_filters(kept: Kept) -> None:
    first = record(kept, 1)
    other = case(2, officer=SECOND)
    kept.cases.record(other, draft(other), key(2))
    kept.cases.change(first, cleared(first), draft(first, "case.decided"), key(3))

    def ids(which: CaseFilter) -> list[str]:
        return [each.case_id for each in kept.cases.list(which, page_size=9, page_token="").cases]

    assert ids(CaseFilter(undecided_only=True)) == [other.case_id]
    assert ids(CaseFilter(officer_id="off-17")) == [first.case_id]
    assert ids(CaseFilter(officer_id="off-17", undecided_only=True)) == []


@pytest.mark.parametrize("token", ["%", "eA==", "!!!!", "2026", "é"])
def test_foreign_page_tokens_are_refused(kept: Kept, token: str) -> None:
    with pytest.raises(LintasError) as caught:
        kept.cases.list(CaseFilter(), page_size=2, page_token=token)
    assert caught.value.reason == "PAGE_TOKEN"


def test_a_decision_waits_for_its_second_person() -> None:
    waiting = case(1).decided(Decision("d-1", Outcome.REFUSE, case(1).actor, case(1).created_at))
    assert waiting.outcome is None
    with pytest.raises(LintasError, match="somebody else"):
        waiting.confirmed("d-1", replace(SECOND, officer_id="OFF-17"), waiting.created_at)
    done = waiting.confirmed("d-1", SECOND, waiting.created_at)
    assert done.outcome is Outcome.REFUSE
    with pytest.raises(LintasError) as caught:
        done.confirmed("d-1", SECOND, waiting.created_at)
    assert caught.value.reason == "DECISION_NOT_AWAITING"


def decision(outcome: Outcome, actor: Actor, second: int, **parts: Any) -> Decision:
    return Decision(f"d-{second}", outcome, actor, NOW + timedelta(seconds=second), **parts)


def test_what_two_people_decided_is_not_undone_by_one() -> None:
    refused = case(1).decided(decision(Outcome.REFUSE, OFFICER, 1)).confirmed("d-1", SECOND, NOW + timedelta(seconds=2))
    cleared = refused.decided(decision(Outcome.CLEAR, OFFICER, 3, overrules=True))
    assert cleared.outcome is Outcome.REFUSE
    assert cleared.confirmed("d-3", SECOND, NOW + timedelta(seconds=4)).outcome is Outcome.CLEAR


def test_what_took_force_last_counts() -> None:
    """Refused, waiting; cleared by a colleague meanwhile; then the refusal is confirmed: it is refused."""
    waiting = case(1).decided(decision(Outcome.REFUSE, OFFICER, 1)).decided(decision(Outcome.CLEAR, SECOND, 2))
    assert waiting.outcome is Outcome.CLEAR
    assert waiting.confirmed("d-1", SECOND, NOW + timedelta(seconds=3)).outcome is Outcome.REFUSE
