"""Sessions in memory, each with one writer; the log is the truth, and what was answered is in it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from ledger.errors import Fault, LintasError
from simulator.scenario.model import Scenario
from simulator.session.action import Box
from simulator.session.case import DealtCase
from simulator.session.log import Event, entry_from_json, entry_of, entry_to_json, plan_from_json
from simulator.session.session import Session, apply, fold
from simulator.store import SessionStore, StoredCase


@dataclass(slots=True)
class Live:
    """A session in memory with what waits for its news.

    `wrong_words` and `refused` are by trainee: hints that a new process may forget, so they are in no log.
    """

    session: Session
    news: threading.Condition
    wrong_words: dict[str, int] = field(default_factory=dict)
    refused: dict[str, int] = field(default_factory=dict)


class LiveSessions:
    """All sessions of one room. Thread-safe."""

    def __init__(self, store: SessionStore, now: Callable[[], datetime]) -> None:
        self.store = store
        self.now = now
        self._live: dict[str, Live] = {}
        self._lock = threading.Lock()

    def of(self, session_id: str) -> Live:
        """Loaded where it is not in memory. Raises LintasError SESSION_UNKNOWN, SESSION_SPOILT."""
        with self._lock:
            if session_id not in self._live:
                self._live[session_id] = Live(load_session(self.store, session_id), threading.Condition())
            return self._live[session_id]

    def take(self, live: Live, event: Event) -> None:
        """Check, keep, then show: in this order, so that a crash loses nothing that was answered.

        The caller holds `live.news`. Raises LintasError as the event does, and LOG_MOVED where another process wrote.
        """
        entry = entry_of(live.session.number + 1, self.now(), event)
        after = apply(live.session, entry)
        session_id = live.session.plan.session_id
        try:
            self.store.append(session_id, entry.number, entry_to_json(entry))
        except LintasError as error:
            if error.fault is Fault.STALE:
                live.session = load_session(self.store, session_id)  # another process writes, too
            raise
        live.session = after
        live.news.notify_all()

    def forget(self, session_id: str) -> None:
        """Nicknames, answers, everything. Raises LintasError SESSION_UNKNOWN."""
        with self._lock:
            self.store.delete(session_id)
            self._live.pop(session_id, None)


def load_session(store: SessionStore, session_id: str) -> Session:
    """A session worked out anew from what is kept. Raises LintasError SESSION_UNKNOWN, SESSION_SPOILT."""
    stored, log = store.load(session_id)
    try:
        cases = {each.case_key: _dealt(each) for each in stored.cases}
        return fold(plan_from_json(stored.plan), cases, map(entry_from_json, log))
    except ValueError as error:
        message = "the session's record cannot be read; restore it from a copy"
        raise LintasError(Fault.PRECONDITION, "SESSION_SPOILT", message) from error


def _dealt(stored: StoredCase) -> DealtCase:
    boxes: dict[tuple[str, str], Box] = {
        (document, defect): (left, top, right, bottom)
        for document, defect, left, top, right, bottom in json.loads(stored.boxes)
    }
    return DealtCase(stored.case_key, Scenario.model_validate_json(stored.scenario), boxes)


def boxes_to_json(case: DealtCase) -> str:
    """As they are kept beside the case."""
    return json.dumps([[document, defect, *box] for (document, defect), box in sorted(case.boxes.items())])
