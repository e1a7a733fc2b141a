"""What runs bring and what analysts decide, in memory and in SQLite."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.audit import Audit
from console.migrations import upgrade
from ledger.actor import Actor, Role
from ledger.errors import LintasError
from ledger.sql import Database, SqlLedger
from ledger.store import Ledger, MemoryLedger
from ledger.text import Text
from tests.verifier.people import NOW, key
from verifier.leads.desk import Intake, LeadDesk
from verifier.leads.kept_lead import MOST_CROSSINGS, FoundLead, KeptLead, LeadState
from verifier.protection.memory import MemoryRecords
from verifier.protection.records import etag_of
from verifier.sql.protection_records import SqlRecords
from verifier.sql.protection_tables import LEADS

WATI = Actor("desk-1", "wati", Role.SUPERVISOR)


def found(subject: str = "4711", travellers: int = 5, *, explained: bool = False, crossings: int = 3) -> FoundLead:
    return FoundLead(
        pattern_id="same_payer",
        pattern=Text(id="Pembayar yang sama", en="Same payer"),
        subject=subject,
        text=Text(id=f"Satu pembayar, {travellers} orang", en=f"One payer, {travellers} people"),
        innocent=Text(id="Pemberi kerja", en="Employers"),
        counts={"travellers": travellers, "unreturned": 2},
        crossings=tuple(f"{number:036d}" for number in range(crossings)),
        first_at=NOW,
        last_at=NOW + timedelta(days=3),
        is_suppressed=explained,
    )


class House:
    """A desk with its ledger; time goes on by a minute a look."""

    def __init__(self, records: MemoryRecords[KeptLead] | SqlRecords[KeptLead], ledger: Ledger) -> None:
        self.ledger = ledger
        self._minutes = 0
        self.desk = LeadDesk(records=records, now=self._now, new_id=lambda: str(uuid.uuid4()))

    def _now(self) -> datetime:
        self._minutes += 1
        return NOW + timedelta(minutes=self._minutes)

    def only(self) -> KeptLead:
        (lead,) = self.desk.list(None, page_size=10, page_token="").records
        return lead


@pytest.fixture(params=["memory", "sqlite"])
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    if request.param == "memory":
        ledger = MemoryLedger()
        yield House(MemoryRecords(ledger, KeptLead), ledger)
        return
    with Database(f"sqlite:///{tmp_path}/leads.sqlite") as database:
        upgrade(database)
        yield House(SqlRecords(database, LEADS, KeptLead), SqlLedger(database))
        assert Audit(database).verify().faults == ()


def test_the_same_subject_is_the_same_lead_in_every_run(house: House) -> None:
    assert house.desk.take_in([found(), found("0815")], WATI) == Intake(new=2, changed=0, same=0)
    assert house.desk.take_in([found(), found("0815")], WATI) == Intake(new=0, changed=0, same=2)
    assert house.desk.take_in([found(travellers=6)], WATI) == Intake(new=0, changed=1, same=0)
    assert len(house.desk.list(None, page_size=10, page_token="").records) == 2


def test_a_decision_stands_until_there_is_more_evidence(house: House) -> None:
    house.desk.take_in([found()], WATI)
    lead = house.only()
    assert lead.state is LeadState.NEW
    assert lead.state.waits
    house.desk.decide(lead.record_id, etag_of(lead), LeadState.SET_ASIDE, "letter of the employer seen", WATI, key(1))
    assert house.only().state is LeadState.SET_ASIDE
    house.desk.take_in([found(travellers=4)], WATI)  # less of it: the decision holds
    assert house.only().state is LeadState.SET_ASIDE
    house.desk.take_in([found(travellers=7)], WATI)
    grown = house.only()
    assert (grown.state, len(grown.decisions)) == (LeadState.GROWN, 1)
    assert [each.record_id for each in house.desk.list(LeadState.GROWN, page_size=10, page_token="").records]
    assert not house.desk.list(LeadState.SET_ASIDE, page_size=10, page_token="").records


def test_what_an_allowance_explains_waits_for_nobody(house: House) -> None:
    house.desk.take_in([found(explained=True)], WATI)
    assert house.only().state is LeadState.EXPLAINED
    assert not house.only().state.waits


def test_every_step_is_in_the_ledger_without_saying_of_whom(house: House) -> None:
    house.desk.take_in([found()], WATI)
    lead = house.only()
    house.desk.decide(lead.record_id, etag_of(lead), LeadState.PASSED_ON, "to the investigators", WATI, key(1))
    events = list(house.ledger.events())
    assert [event.kind for event in events] == ["lead.found", "lead.decided"]
    told = "".join(event.body_json for event in events)
    assert "4711" not in told
    assert "investigators" not in told


def test_the_same_decision_again_is_one(house: House) -> None:
    house.desk.take_in([found()], WATI)
    lead = house.only()
    for _ in range(2):
        after = house.desk.decide(lead.record_id, etag_of(lead), LeadState.LOOKED_AT, "", WATI, key(1))
    assert len(after.decisions) == len(house.only().decisions) == 1


@pytest.mark.parametrize(
    ("state", "reason", "said"),
    [
        (LeadState.NEW, "x", "INVALID_FIELD"),
        (LeadState.EXPLAINED, "x", "INVALID_FIELD"),
        (LeadState.SET_ASIDE, "  ", "INVALID_FIELD"),
        (LeadState.PASSED_ON, "", "INVALID_FIELD"),
        (LeadState.LOOKED_AT, "x" * 2001, "INVALID_FIELD"),
    ],
)
def test_what_is_no_decision_is_refused(house: House, state: LeadState, reason: str, said: str) -> None:
    house.desk.take_in([found()], WATI)
    lead = house.only()
    with pytest.raises(LintasError) as caught:
        house.desk.decide(lead.record_id, etag_of(lead), state, reason, WATI, key(1))
    assert caught.value.reason == said
    assert house.only() == lead


def test_whoever_saw_another_state_decides_nothing(house: House) -> None:
    house.desk.take_in([found()], WATI)
    lead = house.only()
    house.desk.take_in([found(travellers=9)], WATI)
    with pytest.raises(LintasError) as caught:
        house.desk.decide(lead.record_id, etag_of(lead), LeadState.LOOKED_AT, "", WATI, key(1))
    assert caught.value.reason == "ETAG_STALE"


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SUPERVISOR])
def test_only_supervisors_keep_and_decide(house: House, role: Role) -> None:
    house.desk.take_in([found()], WATI)
    other, lead = replace(WATI, role=role), house.only()
    with pytest.raises(LintasError):
        house.desk.take_in([found("0815")], other)
    with pytest.raises(LintasError):
        house.desk.decide(lead.record_id, etag_of(lead), LeadState.LOOKED_AT, "", other, key(1))


@given(st.integers(0, 3 * MOST_CROSSINGS))
def test_as_much_evidence_as_a_person_looks_at_and_the_count_of_all(crossings: int) -> None:
    ledger = MemoryLedger()
    house = House(MemoryRecords(ledger, KeptLead), ledger)
    house.desk.take_in([found(crossings=crossings)], WATI)
    lead = house.only()
    assert lead.crossing_count == crossings
    assert lead.found.crossings == found(crossings=crossings).crossings[-MOST_CROSSINGS:]
