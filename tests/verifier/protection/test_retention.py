"""Masking and erasing: who may, when, that nothing of a person remains, and that the chain still verifies."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from console.audit import Audit
from console.migrations import upgrade
from ledger.actor import Actor, Role
from ledger.errors import LintasError
from ledger.event import EventDraft
from ledger.request_key import RequestKey
from ledger.sql import Database, SqlLedger
from ledger.text import Text
from tests.verifier.people import NOW, draft, key
from tests.verifier.people import case as a_case
from tests.verifier.protection.conftest import sql_house
from tests.verifier.protection.kept import House, call_back, case_id, outcome, referral, tip
from verifier.leads.desk import LeadDesk
from verifier.leads.kept_lead import FoundLead, KeptLead
from verifier.protection.records import etag_of
from verifier.protection.retaining import RetentionDesk
from verifier.protection.retention import PERIODS, OrderState, RetentionOrder, Step, masked
from verifier.referral.referral import Receipt
from verifier.sql import SqlCaseStore
from verifier.sql.protection_audit import SHELVES
from verifier.sql.protection_records import SqlRecords
from verifier.sql.protection_tables import LEADS, RETENTIONS, case_cues, referred_cases
from verifier.sql.retention import SqlShelves
from verifier.tips.tip import Priority, TipState, Triage

WATI = Actor("desk-1", "wati", Role.SUPERVISOR)
RINI = Actor("desk-2", "rini", Role.PROTECTION_OFFICER)
SECRETS = ("Melati Kenanga", "0812-3456-7890", "SHELTER-FILE-99", "Pelabuhan Rahasia")
CASE = case_id(1)


@dataclass
class Post:
    """A post with records on one case; `now` can be moved on."""

    database: Database
    house: House
    now: datetime = NOW

    def __post_init__(self) -> None:
        self.desk = RetentionDesk(
            records=SqlRecords(self.database, RETENTIONS, RetentionOrder),
            shelves=SqlShelves(self.database),
            cases=SqlCaseStore(self.database),
            now=lambda: self.now,
            new_id=lambda: str(uuid.uuid4()),
        )

    def later(self, months: int) -> None:
        self.now += timedelta(days=31 * months)

    def done(self, step: Step, *names: str, reference: str = "") -> RetentionOrder:
        """Proposed by one, approved by another."""
        order = self.desk.propose(step, names, "period is over", WATI, key_now(), reference=reference)
        return self.desk.decide(order.record_id, etag_of(order), OrderState.APPROVED, RINI, key_now())

    def texts(self) -> str:
        """Everything that the tables of protection hold, the ledger as well."""
        tables = [*(shelf.contents for shelf in SHELVES), *(shelf.rows for shelf in SHELVES)]
        with self.database.engine.connect() as connection:
            found = [told(row) for table in tables for row in connection.execute(select(table))]
            found += [told(row) for row in connection.execute(text("SELECT body FROM ledger_events"))]
            found += [told(row) for row in connection.execute(text("SELECT * FROM protection_requests"))]
        return "\n".join(found)

    def whole(self) -> bool:
        return Audit(self.database).verify().faults == ()


def told(row: Any) -> str:
    """All values in full: a row by itself shows long ones shortened."""
    return "|".join(map(str, tuple(row)))


def key_now() -> RequestKey:
    return key(uuid.uuid4().int % 10**9)


def fill(post: Post) -> None:
    """Records that say far too much, as people write them."""
    case = replace(a_case(1), case_id=CASE)
    post.house.cases.record(case, draft(case), key(99))
    house, name, phone, file, route = post.house, *SECRETS
    hour = NOW + timedelta(hours=1)
    receipt = Receipt(is_accepted=True, received_at=hour, their_reference=file, actor=RINI, recorded_at=hour)
    triage = Triage(TipState.NO_ACTION, Priority.ROUTINE, RINI, NOW, note=f"rang {phone}")
    heard = tip(1, text=f"{name} is sent abroad, ring {phone}", contact=phone, route=route, case_id=CASE)
    records: list[tuple[Any, Any, str]] = [
        (house.call_backs, call_back(1, note=f"mother of {name}"), "protection.called_back"),
        (house.referrals, replace(referral(1, note=name), receipt=receipt), "referral.created"),
        (house.outcomes, outcome(1, note=f"{name} was safe", cues=("TIP-123",)), "protection.outcome_recorded"),
        (house.tips, replace(heard, triages=(triage,), travel_on=date(2026, 12, 1)), "tip.submitted"),
    ]
    for number, (store, record, kind) in enumerate(records, 1):
        store.record(record, draft_of(record, kind), key(number))


def draft_of(record: Any, kind: str) -> EventDraft:
    return EventDraft(kind, record.actor, record.name, {"version": 1}, record.created_at)


@pytest.fixture(params=["sqlite", "postgresql"])
def post(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Post]:
    is_sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path}/post.sqlite" if is_sqlite else request.getfixturevalue("postgres_url")
    with Database(url) as database:
        upgrade(database)
        made = Post(database, sql_house(database))
        fill(made)
        yield made


def test_first_everything_is_there(post: Post) -> None:
    held = post.texts()
    assert all(secret in held for secret in SECRETS)
    assert post.whole()


def test_masking_leaves_codes_and_no_word_of_a_person(post: Post) -> None:
    post.later(25)
    post.done(Step.MASK, f"cases/{CASE}")
    held = post.texts()
    assert not [secret for secret in SECRETS if secret in held]
    assert '"status":"not"' in held  # what measures indicators stays
    assert post.house.outcomes.get("o-1").cues == ("TIP-123",)
    assert post.whole()


def test_erasing_leaves_nothing_that_leads_to_a_case(post: Post) -> None:
    post.later(61)
    order = post.done(Step.ERASE, f"cases/{CASE}")
    assert {held.name.partition("/")[0] for held in order.targets} == {
        "callBacks", "referrals", "outcomes", "tips", "cues",
    }  # fmt: skip
    with post.database.engine.connect() as connection:
        for shelf in SHELVES:
            assert not connection.execute(select(shelf.rows).where(shelf.rows.c.case_id == CASE)).all()
            if shelf is not RETENTIONS:
                assert not connection.execute(select(shelf.contents)).all()
        for table in (case_cues, referred_cases):
            assert not connection.execute(select(table).where(table.c.case_id == CASE)).all()
    assert not [secret for secret in SECRETS if secret in post.texts()]
    for records, name in ((post.house.tips, "t-1"), (post.house.referrals, "1a2b3c4d-0001")):
        with pytest.raises(LintasError, match="no such record"):
            records.get(name)
    assert post.whole()


def test_masked_and_then_erased_is_whole_too(post: Post) -> None:
    post.later(25)
    post.done(Step.MASK, f"cases/{CASE}")
    post.later(40)
    post.done(Step.ERASE, f"cases/{CASE}")
    assert post.whole()


def test_not_even_the_file_remembers(tmp_path: Path) -> None:
    path = tmp_path / "post.sqlite"
    with Database(f"sqlite:///{path}") as database:
        upgrade(database)
        post = Post(database, sql_house(database))
        fill(post)
        post.later(61)
        post.done(Step.ERASE, f"cases/{CASE}")
        raw = b"".join(each.read_bytes() for each in tmp_path.glob("post.sqlite*"))
    assert not [secret for secret in SECRETS if secret.encode() in raw]


def test_nobody_masks_alone(post: Post) -> None:
    post.later(25)
    order = post.desk.propose(Step.MASK, ["tips/t-1"], "over", WATI, key_now())
    other_desk = replace(WATI, device_id="desk-9", role=Role.PROTECTION_OFFICER)
    for actor in (WATI, other_desk):
        with pytest.raises(LintasError) as caught:
            post.desk.decide(order.record_id, etag_of(order), OrderState.APPROVED, actor, key_now())
        assert caught.value.reason == "SECOND_PERSON_IS_FIRST"
    assert SECRETS[0] in post.texts()
    with pytest.raises(LintasError) as caught:
        post.desk.decide(order.record_id, etag_of(order), OrderState.WITHDRAWN, RINI, key_now())
    assert caught.value.reason == "SECOND_PERSON_IS_OTHER"
    done = post.desk.decide(order.record_id, etag_of(order), OrderState.REJECTED, RINI, key_now())
    with pytest.raises(LintasError) as caught:
        post.desk.decide(order.record_id, etag_of(done), OrderState.APPROVED, RINI, key_now())
    assert caught.value.reason == "RETENTION_DECIDED"
    assert post.whole()


@pytest.mark.parametrize("role", [Role.OFFICER, Role.AUDITOR, Role.ADMINISTRATOR, Role.TRAINER])
def test_others_do_not(tmp_path: Path, role: Role) -> None:
    with Database(f"sqlite:///{tmp_path}/x.sqlite") as database:
        upgrade(database)
        desk = Post(database, sql_house(database)).desk
        with pytest.raises(LintasError, match="only supervisors and protection officers"):
            desk.propose(Step.MASK, ["tips/t-1"], "over", replace(WATI, role=role), key_now())


def test_a_running_period_is_waited_for_unless_the_person_asks(post: Post) -> None:
    with pytest.raises(LintasError) as caught:
        post.desk.propose(Step.MASK, ["tips/t-1"], "over", WATI, key_now())
    assert caught.value.reason == "RETENTION_RUNNING"
    post.done(Step.ERASE, f"cases/{CASE}", reference="17/2026")
    assert not [secret for secret in SECRETS if secret in post.texts()]
    assert post.whole()


def test_what_is_due_by_age(post: Post) -> None:
    assert post.desk.due(Step.MASK) == []
    post.later(PERIODS["tips"].mask + 1)
    assert [held.name for held in post.desk.due(Step.MASK)] == ["tips/t-1"]
    post.done(Step.MASK, "tips/t-1")
    assert post.desk.due(Step.MASK) == []
    post.later(60)
    assert {held.name.partition("/")[0] for held in post.desk.due(Step.ERASE)} == {
        "callBacks", "referrals", "outcomes", "tips", "cues",
    }  # fmt: skip


def test_whoever_changed_a_record_meanwhile_is_not_overruled(post: Post) -> None:
    post.later(25)
    order = post.desk.propose(Step.MASK, ["tips/t-1"], "over", WATI, key_now())
    before = post.house.tips.get("t-1")
    after = before.triaged(Triage(TipState.ACTED_ON, Priority.SOON, RINI, post.now, note="again"))
    post.house.tips.change(before, after, draft_of(after, "tip.triaged"), key_now())
    with pytest.raises(LintasError) as caught:
        post.desk.decide(order.record_id, etag_of(order), OrderState.APPROVED, RINI, key_now())
    assert caught.value.reason == "ETAG_STALE"
    assert post.desk.get(order.record_id).state is OrderState.PENDING  # nothing of it was done
    assert post.whole()


def test_leads_lose_what_leads_to_crossings(post: Post) -> None:
    leads = LeadDesk(
        records=SqlRecords(post.database, LEADS, KeptLead), now=lambda: NOW, new_id=lambda: str(uuid.uuid4())
    )
    words = Text(id="x", en="x")
    found = FoundLead("same_payer", words, "4711", words, words, {"travellers": 3}, (CASE,), NOW, NOW)
    leads.take_in([found], WATI)
    (lead,) = leads.list(None, page_size=5, page_token="").records
    post.later(13)
    post.done(Step.MASK, lead.name)
    kept = leads.get(lead.record_id)
    assert (kept.found.crossings, kept.found.subject, kept.found.counts) == ((), "[masked]", {"travellers": 3})
    assert post.whole()


def test_masking_twice_is_masking_once() -> None:
    records: list[Any] = [call_back(1, note="x"), referral(1, note="x"), outcome(1, note="x"), tip(1, contact="x")]
    for record in records:
        once = masked(record)
        assert masked(once) == once
        assert once != record


def test_the_ledger_says_who_did_what(post: Post) -> None:
    post.later(25)
    post.done(Step.MASK, "tips/t-1")
    kinds = [event.kind for event in SqlLedger(post.database).events()]
    assert kinds[-3:] == ["protection.retention_proposed", "protection.retention_approved", "protection.masked"]
