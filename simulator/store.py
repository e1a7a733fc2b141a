"""Where sessions are kept: plan and cases once, then a log that only grows."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from ledger.errors import Fault, LintasError


@dataclass(frozen=True, slots=True)
class StoredCase:
    """One dealt case as JSON, so that a replay years later needs no scenario file: `boxes` are where defects stand."""

    case_key: str
    scenario: str
    boxes: str = "[]"


@dataclass(frozen=True, slots=True)
class StoredSession:
    """What a session was opened with. `code_sha256` is the digest of the code for joining; the code itself is kept
    apart, so that the trainer can show it again, and only until the session is closed.
    """

    session_id: str
    code_sha256: str
    plan: str
    cases: tuple[StoredCase, ...]
    code: str = ""


class SessionStore(Protocol):
    """Keeps sessions. What `append` returned from is on the disk."""

    def create(self, session: StoredSession) -> None:
        """Raises LintasError SESSION_EXISTS where id or code are taken."""

    def by_code(self, code_sha256: str) -> str:
        """The session's id. Raises LintasError SESSION_UNKNOWN."""

    def code(self, session_id: str) -> str:
        """The code for joining; '' where it is no longer kept, or never was. Raises LintasError SESSION_UNKNOWN."""

    def forget_code(self, session_id: str) -> None:
        """Keep the code no longer. Twice is once."""

    def load(self, session_id: str) -> tuple[StoredSession, tuple[str, ...]]:
        """What it was opened with, without the code, and its log. Raises LintasError SESSION_UNKNOWN."""

    def append(self, session_id: str, number: int, entry: str) -> None:
        """Add the entry with that number. Raises LintasError LOG_MOVED where it is not the next one."""

    def list(self) -> Sequence[str]:
        """Ids, oldest first."""

    def delete(self, session_id: str) -> None:
        """Forget a session with everything in it. Raises LintasError SESSION_UNKNOWN."""


def session_unknown() -> LintasError:
    """No such session, or no such code: the two are not told apart."""
    return LintasError(Fault.NOT_FOUND, "SESSION_UNKNOWN", "no such session; check the code")


def log_moved() -> LintasError:
    """Somebody else wrote the entry of that number."""
    return LintasError(Fault.STALE, "LOG_MOVED", "the session has gone on meanwhile; try again")


def session_exists() -> LintasError:
    """The id or the code is taken."""
    return LintasError(Fault.CONFLICT, "SESSION_EXISTS", "a session of that id or code exists")


@dataclass(slots=True)
class MemorySessionStore:
    """Keeps sessions for the life of the process. Thread-safe."""

    _sessions: dict[str, StoredSession] = field(default_factory=dict)
    _logs: dict[str, list[str]] = field(default_factory=dict)
    _codes: dict[str, str] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def create(self, session: StoredSession) -> None:
        with self._lock:
            codes = {each.code_sha256 for each in self._sessions.values()}
            if session.session_id in self._sessions or session.code_sha256 in codes:
                raise session_exists()
            self._sessions[session.session_id] = replace(session, code="")
            self._codes[session.session_id] = session.code
            self._logs[session.session_id] = []

    def by_code(self, code_sha256: str) -> str:
        with self._lock:
            for session in self._sessions.values():
                if session.code_sha256 == code_sha256:
                    return session.session_id
        raise session_unknown()

    def code(self, session_id: str) -> str:
        with self._lock:
            if session_id not in self._sessions:
                raise session_unknown()
            return self._codes.get(session_id, "")

    def forget_code(self, session_id: str) -> None:
        with self._lock:
            self._codes.pop(session_id, None)

    def load(self, session_id: str) -> tuple[StoredSession, tuple[str, ...]]:
        with self._lock:
            if session_id not in self._sessions:
                raise session_unknown()
            return self._sessions[session_id], tuple(self._logs[session_id])

    def append(self, session_id: str, number: int, entry: str) -> None:
        with self._lock:
            if session_id not in self._sessions:
                raise session_unknown()
            if number != len(self._logs[session_id]) + 1:
                raise log_moved()
            self._logs[session_id].append(entry)

    def list(self) -> Sequence[str]:
        with self._lock:
            return tuple(self._sessions)

    def delete(self, session_id: str) -> None:
        with self._lock:
            if self._sessions.pop(session_id, None) is None:
                raise session_unknown()
            del self._logs[session_id]
            self._codes.pop(session_id, None)
