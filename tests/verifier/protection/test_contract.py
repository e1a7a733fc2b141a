"""What every store of protection records promises: in memory, SQLite, PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ledger.chain import verify
from ledger.errors import Fault, LintasError
from tests.verifier.people import key
from tests.verifier.protection.kept import House, at, call_back, case_id, outcome, referral, tip, told
from verifier.protection.records import RecordFilter, Records
from verifier.referral.referral import Receipt
from verifier.tips.tip import Priority, TipState, Triage

Make = Callable[[int], Any]
KINDS: list[tuple[str, Make]] = [
    ("call_backs", call_back),
    ("referrals", referral),
    ("outcomes", outcome),
    ("tips", tip),
]


@pytest.fixture(params=KINDS, ids=[name for name, _ in KINDS])
def kind(request: pytest.FixtureRequest, house: House) -> tuple[Records[Any], Make]:
    """The store of one kind of record, and what makes them."""
    name, make = request.param
    return getattr(house, name), make


def test_gives_back_what_was_recorded(kind: tuple[Records[Any], Make], house: House) -> None:
    records, make = kind
    assert records.record(make(1), told(make(1)), key(1)) == make(1)
    assert records.get(make(1).record_id) == make(1)
    events = list(house.ledger.events())
    assert [event.subject for event in events] == [f"records/{make(1).record_id}"]
    assert '"record_sha256":"' in events[0].body_json
    assert list(verify(events)) == []


def test_the_same_request_again_is_the_same_record(kind: tuple[Records[Any], Make], house: House) -> None:
    records, make = kind
    first = records.record(make(1), told(make(1)), key(1))
    assert records.record(make(2), told(make(2)), key(1)) == first
    assert records.answered(key(1)) == first
    assert records.answered(key(2)) is None
    with pytest.raises(LintasError) as caught:
        records.record(make(2), told(make(2)), key(1, "b"))
    assert (caught.value.fault, caught.value.reason) == (Fault.CONFLICT, "REQUEST_ID_REUSED")
    assert house.ledger.head().sequence == 1


def test_many_at_once_is_one(kind: tuple[Records[Any], Make], house: House) -> None:
    records, make = kind
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda i: records.record(make(i), told(make(i)), key(1)), range(1, 7)))
    assert len({each.record_id for each in found}) == 1
    assert house.ledger.head().sequence == 1


def test_a_change_replaces_and_a_stale_one_leaves_nothing(kind: tuple[Records[Any], Make], house: House) -> None:
    records, make = kind
    before = records.record(make(1), told(make(1)), key(1))
    after = replace(before, note="x", version=2) if hasattr(before, "note") else replace(before, route="x", version=2)
    assert records.change(before, after, told(after), key(2)) == after
    assert records.get(before.record_id) == after
    with pytest.raises(LintasError) as caught:
        records.change(before, replace(after, version=2), told(after), key(3))
    assert caught.value.reason == "ETAG_STALE"
    assert records.answered(key(3)) is None
    assert house.ledger.head().sequence == 2


def test_unknown_is_said(kind: tuple[Records[Any], Make]) -> None:
    with pytest.raises(LintasError) as caught:
        kind[0].get("nobody")
    assert caught.value.reason == "RECORD_UNKNOWN"


def test_lists_newest_first_in_pages(kind: tuple[Records[Any], Make]) -> None:
    records, make = kind
    for number in range(1, 6):
        records.record(make(number), told(make(number)), key(number))
    found, token = [], ""
    while True:
        page = records.list(RecordFilter(), page_size=2, page_token=token)
        found += [each.record_id for each in page.records]
        token = page.next_token
        if not token:
            break
    assert found == [make(number).record_id for number in range(5, 0, -1)]
    with pytest.raises(LintasError) as caught:
        records.list(RecordFilter(), page_size=2, page_token="%%")
    assert caught.value.reason == "PAGE_TOKEN"


def test_filters_by_case_state_and_time(kind: tuple[Records[Any], Make]) -> None:
    records, make = kind
    for number in range(1, 4):
        made = replace(make(number), case_id=case_id(number))
        records.record(made, told(made), key(number))

    def ids(which: RecordFilter) -> list[str]:
        return [each.record_id for each in records.list(which, page_size=10, page_token="").records]

    assert ids(RecordFilter(case_id=case_id(2))) == [make(2).record_id]
    assert ids(RecordFilter(since=at(2))) == [make(3).record_id, make(2).record_id]
    assert ids(RecordFilter(until=at(2))) == [make(1).record_id]
    assert len(ids(RecordFilter(state=make(1).state_code))) == 3
    assert ids(RecordFilter(state="never")) == []


def test_everything_in_a_record_comes_back(house: House) -> None:
    """Nested parts too: a receipt, triages, dates."""
    sent = referral(1)
    answered = sent.received(
        Receipt(is_accepted=True, received_at=at(2), their_reference="S-77", actor=sent.actor, recorded_at=at(3))
    )
    house.referrals.record(sent, told(sent), key(1))
    house.referrals.change(sent, answered, told(answered), key(2))
    assert house.referrals.get(sent.record_id) == answered
    heard = tip(1, travel_on=date(2026, 12, 1), route="CGK-KUL", contact="a neighbour", is_anonymous=False)
    triaged = heard.triaged(Triage(TipState.PROPOSED, Priority.SOON, heard.actor, at(4), "proposals/1", "n"))
    house.tips.record(heard, told(heard), key(3))
    house.tips.change(heard, triaged, told(triaged), key(4))
    assert house.tips.get(heard.record_id) == triaged
    page = house.tips.list(RecordFilter(state="proposed"), page_size=5, page_token="")
    assert page.records == (triaged,)


def test_nothing_personal_reaches_the_ledger(house: House) -> None:
    secret = tip(1, text="Budi Santoso, 0812-0000-0000", contact="0812-1111-1111")
    house.tips.record(secret, told(secret, "tip.submitted"), key(1))
    bodies = " ".join(event.body_json + event.subject for event in house.ledger.events())
    assert "Budi" not in bodies
    assert "0812" not in bodies
