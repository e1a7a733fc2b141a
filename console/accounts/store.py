"""Where accounts and sessions are kept: the port, and the one in memory for tests."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from console.accounts.account import Account
from console.accounts.lockout import Failures
from console.accounts.session import Session
from ledger.errors import Fault, FieldFault, LintasError
from ledger.event import EventDraft
from ledger.store import MemoryLedger


class AccountStore(Protocol):
    """Keeps accounts, sessions and failures. A change and its ledger event are written together or not at all."""

    def find(self, name: str) -> Account | None:
        """The account of that name."""

    def all(self) -> tuple[Account, ...]:
        """Every account, by name."""

    def create(self, account: Account, draft: EventDraft) -> Account:
        """Keep a new account. Raises LintasError ACCOUNT_EXISTS."""

    def change(self, before: Account, after: Account, draft: EventDraft) -> Account:
        """Replace an account; its version grows by one. Raises LintasError ACCOUNT_STALE where it has changed."""

    def open_session(self, session: Session, draft: EventDraft | None) -> None:
        """Keep a new session."""

    def session(self, token_sha256: str) -> tuple[Session, Account] | None:
        """The session with its account."""

    def seen(self, token_sha256: str, at: datetime) -> None:
        """Note a sign of life."""

    def close_session(self, token_sha256: str, draft: EventDraft | None) -> None:
        """Forget a session; nothing where there is none."""

    def close_sessions_of(self, name: str, *, but: str = "") -> None:
        """Forget all sessions of an account, but the one of that token hash."""

    def forget_sessions(self, *, expired_before: datetime) -> None:
        """Forget sessions that ended."""

    def failures(self, key: str) -> Failures:
        """What went wrong under a key; nothing so far for an unknown one."""

    def change_failures(self, key: str, change: Callable[[Failures], Failures]) -> Failures:
        """Replace what is kept under a key, in one step that nobody can come between."""

    def forget_failures(self, keys: Iterable[str]) -> None:
        """Forget what went wrong under these keys."""

    def note(self, draft: EventDraft) -> None:
        """Write an event that changes nothing here, such as a lockout."""


def account_exists() -> LintasError:
    """The name is taken."""
    field = FieldFault("name", "an account of that name exists")
    return LintasError(Fault.CONFLICT, "ACCOUNT_EXISTS", f"name: {field.description}", fields=(field,))


def account_stale() -> LintasError:
    """Somebody else changed the account in between."""
    return LintasError(Fault.STALE, "ACCOUNT_STALE", "the account has changed meanwhile; try again")


class MemoryAccountStore:
    """Keeps everything for the life of the process. Thread-safe."""

    def __init__(self, ledger: MemoryLedger) -> None:
        self._ledger = ledger
        self._accounts: dict[str, Account] = {}
        self._sessions: dict[str, Session] = {}
        self._failures: dict[str, Failures] = {}
        self._lock = threading.RLock()

    def find(self, name: str) -> Account | None:
        with self._lock:
            return self._accounts.get(name)

    def all(self) -> tuple[Account, ...]:
        with self._lock:
            return tuple(self._accounts[name] for name in sorted(self._accounts))

    def create(self, account: Account, draft: EventDraft) -> Account:
        with self._lock:
            if account.name in self._accounts:
                raise account_exists()
            self._ledger.append(draft)
            self._accounts[account.name] = account
            return account

    def change(self, before: Account, after: Account, draft: EventDraft) -> Account:
        with self._lock:
            known = self._accounts.get(before.name)
            if known is None or known.version != before.version:
                raise account_stale()
            self._ledger.append(draft)
            kept = replace(after, version=before.version + 1)
            self._accounts[before.name] = kept
            return kept

    def open_session(self, session: Session, draft: EventDraft | None) -> None:
        with self._lock:
            self._sessions[session.token_sha256] = session
            self._append(draft)

    def session(self, token_sha256: str) -> tuple[Session, Account] | None:
        with self._lock:
            session = self._sessions.get(token_sha256)
            return (session, self._accounts[session.account_name]) if session else None

    def seen(self, token_sha256: str, at: datetime) -> None:
        with self._lock:
            if (session := self._sessions.get(token_sha256)) is not None:
                self._sessions[token_sha256] = replace(session, seen_at=at)

    def close_session(self, token_sha256: str, draft: EventDraft | None) -> None:
        with self._lock:
            if self._sessions.pop(token_sha256, None) is not None:
                self._append(draft)

    def close_sessions_of(self, name: str, *, but: str = "") -> None:
        with self._lock:
            kept = {k: s for k, s in self._sessions.items() if s.account_name != name or k == but}
            self._sessions = kept

    def forget_sessions(self, *, expired_before: datetime) -> None:
        with self._lock:
            self._sessions = {k: s for k, s in self._sessions.items() if s.expires_at >= expired_before}

    def failures(self, key: str) -> Failures:
        with self._lock:
            return self._failures.get(key, Failures())

    def change_failures(self, key: str, change: Callable[[Failures], Failures]) -> Failures:
        with self._lock:
            self._failures[key] = change(self._failures.get(key, Failures()))
            return self._failures[key]

    def forget_failures(self, keys: Iterable[str]) -> None:
        with self._lock:
            for key in keys:
                self._failures.pop(key, None)

    def note(self, draft: EventDraft) -> None:
        self._ledger.append(draft)

    def _append(self, draft: EventDraft | None) -> None:
        if draft is not None:
            self._ledger.append(draft)
