"""The audit finds whatever somebody with access to the data base did to records of protection."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from console.audit import Audit
from console.migrations import upgrade
from ledger.sql import Database
from tests.verifier.people import key
from tests.verifier.protection.conftest import sql_house
from tests.verifier.protection.kept import call_back, outcome, referral, tip, told
from verifier.protection.records import Kept


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(f"sqlite:///{tmp_path}/audit.sqlite") as opened:
        upgrade(opened)
        house = sql_house(opened)
        records: list[tuple[object, Kept, str]] = [
            (house.call_backs, call_back(1), "protection.called_back"),
            (house.referrals, referral(1), "referral.created"),
            (house.outcomes, outcome(1), "protection.outcome_recorded"),
            (house.tips, tip(1), "tip.submitted"),
        ]
        for number, (store, record, kind) in enumerate(records, 1):
            draft = told(record, kind)
            named = type(draft)(draft.kind, draft.actor, record.name, draft.body, draft.recorded_at)  # type: ignore[attr-defined]  # all have one
            store.record(record, named, key(number))  # type: ignore[attr-defined]  # all are stores
        yield opened


def test_an_untouched_record_is_whole(database: Database) -> None:
    report = Audit(database).verify()
    assert (report.faults, report.event_count) == ((), 4)


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE protection_referrals_contents SET content = replace(content, 'given', 'refused')",
        "UPDATE protection_outcomes_contents SET content = replace(content, 'not', 'actual')",
        "DELETE FROM protection_call_backs_contents",
        "DELETE FROM protection_tips_contents; DELETE FROM protection_tips",
        "UPDATE protection_tips SET record_digest = 'x'",
        "UPDATE protection_tips_contents SET content = x'ff00'",
        (
            "INSERT INTO protection_tips SELECT 'other', case_id, created_at, device_id, officer_id, state, version,"
            " event_sequence, record_digest FROM protection_tips"
        ),
    ],
)
def test_what_was_changed_is_found(database: Database, attack: str) -> None:
    with database.engine.begin() as connection:
        for statement in attack.split("; "):
            connection.execute(text(statement))
    assert Audit(database).verify().faults
