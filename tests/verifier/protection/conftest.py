"""One house a test: in memory, SQLite, PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.migrations import upgrade
from ledger.sql import Database, SqlLedger
from ledger.store import MemoryLedger
from tests.verifier.protection.kept import House
from verifier.outcome.case_outcome import CaseOutcome
from verifier.protection.feedback import MemoryFeedback
from verifier.protection.memory import MemoryRecords
from verifier.referral.call_back import CallBack
from verifier.referral.referral import Referral
from verifier.sql import SqlCaseStore
from verifier.sql.case_cues import add_found_cues
from verifier.sql.feedback import SqlFeedback
from verifier.sql.protection_records import SqlRecords
from verifier.sql.protection_tables import CALL_BACKS, OUTCOMES, REFERRALS, TIPS
from verifier.store import MemoryCaseStore
from verifier.tips.tip import Tip


def memory_house() -> House:
    """Everything in memory."""
    ledger = MemoryLedger()
    cases, outcomes = MemoryCaseStore(ledger), MemoryRecords(ledger, CaseOutcome)
    call_backs, referrals = MemoryRecords(ledger, CallBack), MemoryRecords(ledger, Referral)
    tips = MemoryRecords(ledger, Tip)
    return House(
        ledger=ledger,
        cases=cases,
        call_backs=call_backs,
        referrals=referrals,
        outcomes=outcomes,
        tips=tips,
        feedback=MemoryFeedback(cases, outcomes, call_backs=call_backs, referrals=referrals, tips=tips),
    )


def sql_house(database: Database) -> House:
    """Everything on one data base."""
    return House(
        ledger=SqlLedger(database),
        cases=SqlCaseStore(database),
        call_backs=SqlRecords(database, CALL_BACKS, CallBack),
        referrals=SqlRecords(database, REFERRALS, Referral),
        outcomes=SqlRecords(database, OUTCOMES, CaseOutcome, also=add_found_cues),
        tips=SqlRecords(database, TIPS, Tip),
        feedback=SqlFeedback(database),
    )


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    if request.param == "memory":
        yield memory_house()
        return
    is_sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path}/protection.sqlite" if is_sqlite else request.getfixturevalue("postgres_url")
    with Database(url) as database:
        upgrade(database)
        yield sql_house(database)


@pytest.fixture
def memory() -> House:
    """A house in memory only, for what is not about stores."""
    return memory_house()
