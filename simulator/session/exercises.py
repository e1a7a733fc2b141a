"""The use cases of training: open, join, act, advance, watch, debrief. One writer a session; the log is the truth."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Protocol

from ledger.errors import Fault, LintasError, invalid_field
from simulator.grading.model import Seat, Workshop
from simulator.scenario.model import Link
from simulator.session.action import Action, Scan
from simulator.session.case import DealtCase
from simulator.session.debrief import CaseDebrief, debriefs_of
from simulator.session.door import Door
from simulator.session.happening import Kind
from simulator.session.live import Live, LiveSessions, boxes_to_json, load_session
from simulator.session.log import Acted, Advanced, Closed, Joined, Rejoined, plan_to_json
from simulator.session.plan import Feedback, Plan, Slot
from simulator.session.play import Play
from simulator.session.result import workshop_of
from simulator.session.scan import ScanSeen
from simulator.session.session import Session
from simulator.session.steering import Hold
from simulator.session.trainer_side import TrainerSide
from simulator.session.view import CaseView, view_of
from simulator.store import SessionStore, StoredCase, StoredSession, session_unknown

_MOST_TRIES: Final = 5
_LONGEST_NAME: Final = 40
_TRAINERS_NAME: Final = "rehearsal"
_TRAINERS_DESK: Final = "rehearsal"


class ScannerPort(Protocol):
    """Somebody who can ask the engine."""

    def scan(self, case: DealtCase, play: Play, slot: Slot, *, reports_findings: bool) -> ScanSeen:
        """The answer as this trainee is to see it."""


class Randomness(Protocol):
    """Where codes and secrets come from."""

    def code(self) -> str:
        """A code for joining, easy to read out."""

    def secret(self) -> str:
        """At least 128 bits, for rejoining."""

    def word(self) -> str:
        """Four letters to write down, for rejoining without the secret."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A session and the code to read out; `join_code` tells it again until the session is closed."""

    session_id: str
    code: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody sits. Secret and word are given once."""

    session_id: str
    trainee: str
    desk: str
    seat: Seat
    secret: str
    word: str


class Exercises:
    """All sessions of one training room. Thread-safe. An answer that could not be kept is not given."""

    def __init__(
        self,
        *,
        store: SessionStore,
        scanner: ScannerPort,
        now: Callable[[], datetime],
        randomness: Randomness,
    ) -> None:
        self._store = store
        self._scanner = scanner
        self._randomness = randomness
        self._sessions = LiveSessions(store, now)
        self._door = Door(now)
        self.trainer = TrainerSide(self._sessions)

    def open(self, plan: Plan, cases: Sequence[tuple[DealtCase, str]]) -> Opened:
        """Open a session; `cases` come with their scenario as JSON. Raises LintasError for cases that are missing."""
        known = {case.case_key for case, _ in cases}
        for index, slot in enumerate(plan.slots):
            for key in slot.cases:
                if key not in known:
                    raise invalid_field(f"slots[{index}].cases", "no such case in this session")
        code = self._randomness.code()
        stored = tuple(StoredCase(case.case_key, text, boxes_to_json(case)) for case, text in cases)
        self._store.create(StoredSession(plan.session_id, _digest(code), plan_to_json(plan), stored, code))
        return Opened(plan.session_id, code)

    def join_code(self, session_id: str) -> str:
        """The code for joining, for the trainer alone; '' once it is closed, for rehearsals, or where none was kept.

        Raises LintasError SESSION_UNKNOWN.
        """
        code = self._store.code(session_id)
        session = self.session(session_id)
        return "" if session.is_closed or session.plan.is_rehearsal else code

    def join(self, code: str, nickname: str, *, seat: Seat = Seat.SOLO, desk: str = "", address: str = "") -> Place:
        """Sit down. Two seats of one desk give the same `desk`; '' is a desk of one's own.

        `address` is the network address that asks; '' where nobody can tell.

        Raises LintasError: SESSION_UNKNOWN for a wrong code, JOIN_SLOW_DOWN after too many of them, SEAT_TAKEN,
        SEAT_KIND, SESSION_FULL, SESSION_CLOSED.
        """
        name = nickname.strip()
        if not 1 <= len(name) <= _LONGEST_NAME or not name.isprintable():
            raise invalid_field("nickname", f"1 to {_LONGEST_NAME} characters; a made-up name")
        if len(desk) > _LONGEST_NAME or not desk.isprintable():
            raise invalid_field("desk", f"at most {_LONGEST_NAME} characters")
        live = self._by_code(code, address)
        self._door.check_seat(live.session.plan.session_id, address)
        place = self._sit(live, name, seat, desk.strip())
        self._door.note_seat(live.session.plan.session_id, address)
        return place

    def rehearse(self, session_id: str, seat: Seat = Seat.SOLO) -> Place:
        """The trainer sits down in their own rehearsal, or comes back to that seat with a new secret.

        Raises LintasError: NOT_A_REHEARSAL, SEAT_KIND, SESSION_CLOSED.
        """
        live = self._sessions.of(session_id)
        if not live.session.plan.is_rehearsal:
            raise LintasError(Fault.PRECONDITION, "NOT_A_REHEARSAL", "trainers sit down in rehearsals only")
        taken = next((each for each in live.session.people.values() if each.seat is seat), None)
        if taken is None:
            return self._sit(live, _TRAINERS_NAME, seat, _TRAINERS_DESK)
        secret = self._randomness.secret()
        with live.news:
            self._sessions.take(live, Rejoined(taken.trainee, _digest(secret)))
        return Place(session_id, taken.trainee, taken.desk, taken.seat, secret, "")

    def _sit(self, live: Live, name: str, seat: Seat, desk: str) -> Place:
        secret, word = self._randomness.secret(), self._randomness.word()
        with live.news:
            trainee = f"t{len(live.session.people) + 1:02d}"
            sits_at = desk or trainee
            self._sessions.take(live, Joined(trainee, name, sits_at, seat, _digest(secret), _digest(word)))
        return Place(live.session.plan.session_id, trainee, sits_at, seat, secret, word)

    def _by_code(self, code: str, address: str) -> Live:
        self._door.check_address(address)
        try:
            live = self._sessions.of(self._store.by_code(_digest(code.strip().upper())))
        except LintasError:
            self._door.note_wrong(address)
            raise
        if live.session.plan.is_rehearsal:
            raise session_unknown()
        return live

    def rejoin(self, code: str, trainee: str, *, secret: str = "", word: str = "", address: str = "") -> Place:
        """Come back after a lost connection, by secret, or on another phone by the recovery word.

        The word gives a new secret; the old one is worth nothing from then on.

        Raises LintasError REJOIN_REFUSED for somebody else's secret or word, and after five wrong words for good;
        JOIN_SLOW_DOWN after too many from one address, or in one session.
        """
        live = self._by_code(code, address)
        session_id = live.session.plan.session_id
        person = live.session.people.get(trainee)
        by_secret = person is not None and bool(secret) and _is(secret, person.secret_sha256)
        if not by_secret:
            self._door.check_words(session_id)
        with live.news:
            tries = live.wrong_words.get(trainee, 0)
            may_try = bool(word) and tries < _MOST_TRIES
            by_word = person is not None and may_try and _is(word.strip().upper(), person.word_sha256)
            if person is None or not (by_secret or by_word):
                if may_try and person is not None:
                    live.wrong_words[trainee] = tries + 1
                self._door.note_wrong(address, session_id)
                raise LintasError(Fault.FORBIDDEN, "REJOIN_REFUSED", "that is not this trainee's secret or word")
            if not by_secret:
                secret = self._randomness.secret()
                self._sessions.take(live, Rejoined(trainee, _digest(secret)))
        return Place(session_id, trainee, person.desk, person.seat, secret, "")

    def check(self, session_id: str, trainee: str, secret: str) -> None:
        """Raises LintasError NOT_YOU where the secret is not this trainee's."""
        person = self._sessions.of(session_id).session.people.get(trainee)
        if person is None or not _is(secret, person.secret_sha256):
            raise LintasError(Fault.UNAUTHENTICATED, "NOT_YOU", "join or rejoin first")

    def session(self, session_id: str) -> Session:
        """As it stands. Raises LintasError SESSION_UNKNOWN."""
        return self._sessions.of(session_id).session

    @staticmethod
    def _not_open(session: Session, desk: str, place: int) -> LintasError:
        if session.is_closed:
            return LintasError(Fault.PRECONDITION, "SESSION_CLOSED", "the session is over; read the debriefs")
        cases = len(session.plan.slots)
        if place >= cases and session.current(desk) >= cases:
            return LintasError(Fault.PRECONDITION, "ALL_DECIDED", "every case is decided; read the debriefs")
        return LintasError(Fault.PRECONDITION, "CASE_NOT_OPEN", "there is no case open for your desk now")

    def view(self, session_id: str, trainee: str, slot: int | None = None) -> CaseView:
        """What this trainee may see of a case: the open one where `slot` is None.

        Raises LintasError CASE_NOT_OPEN for one that has not been reached, ALL_DECIDED and SESSION_CLOSED at the end.
        """
        session = self.session(session_id)
        person = session.person(trainee)
        place = session.current(person.desk) if slot is None else slot
        if not 0 <= place < len(session.plan.slots) or place > session.reached(person.desk):
            raise self._not_open(session, person.desk, place)
        return view_of(
            session.case_at(person.desk, place),
            session.open_play(person.desk, place),
            slot=place,
            of_cases=len(session.plan.slots),
            seat=person.seat.value,
            hold=session.hold(person.desk),
            try_number=session.try_number(person.desk, place),
        )

    def act(self, session_id: str, trainee: str, slot: int, action: Action, request_id: str) -> CaseView:
        """Do something at the open case. The same request again changes nothing and shows the case as it stands.

        Raises LintasError as `play.act` does: CASE_NOT_OPEN, NOT_YOUR_TURN, ALREADY_DECIDED, NOT_OFFERED, FACT_UNKNOWN…
        """
        if not 1 <= len(request_id) <= 64:
            raise invalid_field("request_id", "1 to 64 characters, made anew for each action")
        live = self._sessions.of(session_id)
        with live.news:
            session = live.session
            if (trainee, request_id) not in session.requests:
                seen = self._seen(session, trainee, slot, action) if isinstance(action, Scan) else None
                self._do(live, Acted(trainee, slot, action, request_id, seen))
        return self.view(session_id, trainee, slot)

    def _seen(self, session: Session, trainee: str, slot: int, action: Scan) -> ScanSeen | None:
        desk = session.person(trainee).desk
        if not session.is_open(desk, slot):
            return None  # the state machine says why
        case, play = session.case_at(desk, slot), session.open_play(desk, slot)
        conditions = _conditions(session.plan.slots[slot], play)
        return self._scanner.scan(case, play, conditions, reports_findings=action.reports_findings)

    def _do(self, live: Live, event: Acted) -> None:
        """Take it, and count refusals in a row: who is refused again and again needs help, not blame."""
        try:
            self._sessions.take(live, event)
        except LintasError:
            if live.session.hold(live.session.person(event.trainee).desk) is Hold.NONE:
                live.refused[event.trainee] = live.refused.get(event.trainee, 0) + 1
            raise
        live.refused.pop(event.trainee, None)

    def advance(self, session_id: str, step: int) -> None:
        """The trainer opens the case at `step` for all. Raises LintasError SELF_PACED, and for a step backwards."""
        live = self._sessions.of(session_id)
        with live.news:
            self._sessions.take(live, Advanced(step))

    def close(self, session_id: str) -> None:
        """The session is over. Closing again changes nothing."""
        live = self._sessions.of(session_id)
        with live.news:
            if not live.session.is_closed:
                self._sessions.take(live, Closed())
                self._store.forget_code(session_id)  # nobody joins any more

    def debrief(self, session_id: str, trainee: str, *, is_trainer: bool = False) -> tuple[CaseDebrief, ...]:
        """Debriefs of the cases that are over for this trainee: at once, or once the session is closed.

        A trainer sees them at any time.
        """
        session = self.session(session_id)
        may_see = session.plan.feedback is Feedback.CASE or session.is_closed or is_trainer
        if not may_see:
            raise LintasError(Fault.PRECONDITION, "DEBRIEF_LATER", "debriefs come when the session is closed")
        desk = session.person(trainee).desk
        return tuple(
            each
            for each in debriefs_of(session, trainee)
            if is_trainer or session.is_closed or session.play_at(desk, each.slot).is_over
        )

    def workshop(self, session_id: str) -> Workshop:
        """Everything that grading and reports read. Raises LintasError REHEARSAL for one: nothing of it is counted."""
        session = self.session(session_id)
        if session.plan.is_rehearsal:
            raise LintasError(Fault.PRECONDITION, "REHEARSAL", "a rehearsal is not counted, so it has no report")
        return workshop_of(session)

    def watch(self, session_id: str, after: int, *, wait_s: float, is_wanted: Callable[[], bool]) -> Iterator[int]:
        """The number of the newest entry: at once where it is past `after`, then whenever it grows, until the end.

        Says only that something changed: whoever hears it asks again. Asks `is_wanted` every `wait_s` seconds.
        """
        live = self._sessions.of(session_id)
        while is_wanted():
            with live.news:
                if live.session.number <= after:
                    live.news.wait(wait_s)
                newest, is_closed = live.session.number, live.session.is_closed
            if newest > after:
                after = newest
                yield newest
            if is_closed:
                return

    def delete(self, session_id: str) -> None:
        """Forget a session: nicknames, answers, everything. Nothing brings it back."""
        self._sessions.forget(session_id)

    def list(self) -> Sequence[str]:
        """Ids of all sessions, oldest first."""
        return self._store.list()


def _conditions(slot: Slot, play: Play) -> Slot:
    """The place in the order with what has happened since to the link and the list."""
    for each in play.happened:
        if each.kind in {Kind.LINK_DOWN, Kind.LINK_UP}:
            slot = replace(slot, link=Link.DOWN if each.kind is Kind.LINK_DOWN else Link.UP)
        elif each.kind is Kind.LIST_STALE:
            slot = replace(slot, list_age_h=each.amount)
    return slot


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _is(text: str, digest: str) -> bool:
    return hmac.compare_digest(_digest(text), digest)


__all__ = ["Exercises", "Opened", "Place", "Randomness", "ScannerPort", "load_session"]
