"""What every account store promises: in memory, SQLite, PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from console.accounts.account import Account
from console.accounts.lockout import Failures
from console.accounts.session import Session
from console.accounts.sql import SqlAccountStore
from console.accounts.store import AccountStore, MemoryAccountStore
from console.migrations import upgrade
from ledger.actor import Role
from ledger.chain import verify
from ledger.errors import LintasError
from ledger.event import EventDraft
from ledger.sql import Database, SqlLedger
from ledger.store import Ledger, MemoryLedger
from tests.console.accounts.people import ROOT, START

SARI = Account("sari", Role.OFFICER, "hash", START)


@dataclass(frozen=True, slots=True)
class Kept:
    """A store and the ledger that it writes."""

    accounts: AccountStore
    ledger: Ledger


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kept]:
    if request.param == "memory":
        ledger = MemoryLedger()
        yield Kept(MemoryAccountStore(ledger), ledger)
        return
    is_sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path}/accounts.sqlite" if is_sqlite else request.getfixturevalue("postgres_url")
    with Database(url) as database:
        upgrade(database)
        yield Kept(SqlAccountStore(database), SqlLedger(database))


def draft(kind: str = "account.created") -> EventDraft:
    return EventDraft(kind, ROOT, "accounts/sari", {}, START)


def session(number: int, name: str = "sari") -> Session:
    digest = f"{number:064d}"
    return Session(digest, name, "booth-3", START, START, START + timedelta(hours=number))


def test_gives_back_what_was_created(kept: Kept) -> None:
    kept.accounts.create(SARI, draft())
    assert kept.accounts.find("sari") == SARI
    assert kept.accounts.find("budi") is None
    assert kept.accounts.all() == (SARI,)


def test_a_name_is_given_once(kept: Kept) -> None:
    kept.accounts.create(SARI, draft())
    with pytest.raises(LintasError) as caught:
        kept.accounts.create(replace(SARI, role=Role.ADMINISTRATOR), draft())
    assert caught.value.reason == "ACCOUNT_EXISTS"
    assert kept.accounts.find("sari") == SARI
    assert kept.ledger.head().sequence == 1


def test_a_change_and_its_event_stand_together(kept: Kept) -> None:
    kept.accounts.create(SARI, draft())
    everything = replace(
        SARI,
        role=Role.SUPERVISOR,
        password_hash="other",
        must_change_password=True,
        code_secret="ABC",
        code_last_step=59_000_000,
        disabled_at=START,
    )
    changed = kept.accounts.change(SARI, everything, draft("account.disabled"))
    assert changed == replace(everything, version=2) == kept.accounts.find("sari")
    assert [event.kind for event in kept.ledger.events()] == ["account.created", "account.disabled"]
    assert list(verify(kept.ledger.events())) == []


def test_nobody_changes_what_they_have_not_seen(kept: Kept) -> None:
    kept.accounts.create(SARI, draft())
    kept.accounts.change(SARI, replace(SARI, role=Role.TRAINER), draft("account.role_changed"))
    with pytest.raises(LintasError) as caught:
        kept.accounts.change(SARI, replace(SARI, role=Role.AUDITOR), draft("account.role_changed"))
    assert caught.value.reason == "ACCOUNT_STALE"
    assert kept.ledger.head().sequence == 2


def test_sessions_come_with_their_account(kept: Kept) -> None:
    kept.accounts.create(SARI, draft())
    kept.accounts.open_session(session(1), draft("account.signed_in"))
    assert kept.accounts.session(session(1).token_sha256) == (session(1), SARI)
    later = START + timedelta(minutes=5)
    kept.accounts.seen(session(1).token_sha256, later)
    assert kept.accounts.session(session(1).token_sha256) == (replace(session(1), seen_at=later), SARI)
    assert kept.accounts.session("0" * 64) is None


def test_a_closed_session_is_gone_and_told_once(kept: Kept) -> None:
    kept.accounts.create(SARI, draft())
    kept.accounts.open_session(session(1), None)
    for _ in range(2):
        kept.accounts.close_session(session(1).token_sha256, draft("account.signed_out"))
    assert kept.accounts.session(session(1).token_sha256) is None
    assert [event.kind for event in kept.ledger.events()] == ["account.created", "account.signed_out"]


def test_closes_all_sessions_but_one(kept: Kept) -> None:
    kept.accounts.create(SARI, draft())
    kept.accounts.create(replace(SARI, name="budi"), draft())
    for each in (session(1), session(2), session(3, "budi")):
        kept.accounts.open_session(each, None)
    kept.accounts.close_sessions_of("sari", but=session(2).token_sha256)
    alive = [number for number in (1, 2, 3) if kept.accounts.session(f"{number:064d}")]
    assert alive == [2, 3]


def test_forgets_sessions_that_ended(kept: Kept) -> None:
    kept.accounts.create(SARI, draft())
    for number in (1, 2, 3):
        kept.accounts.open_session(session(number), None)
    kept.accounts.forget_sessions(expired_before=START + timedelta(hours=2))
    assert [number for number in (1, 2, 3) if kept.accounts.session(f"{number:064d}")] == [2, 3]


def test_counts_every_failure_of_many_at_once(kept: Kept) -> None:
    def fail(_: int) -> Failures:
        return kept.accounts.change_failures("pair:x", lambda failures: failures.one_more(START, 1000))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(fail, range(40)))
    assert kept.accounts.failures("pair:x") == Failures(40, START, None)
    kept.accounts.forget_failures(["pair:x", "pair:unknown"])
    assert kept.accounts.failures("pair:x") == Failures()
