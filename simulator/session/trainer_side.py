"""The trainer's side of running sessions: who may steer, and steering."""

from __future__ import annotations

from ledger.actor import Actor, Role
from ledger.errors import Fault, LintasError, invalid_field
from simulator.session.board import Board, boards_of
from simulator.session.class_debrief import ClassDebrief, class_debriefs_of
from simulator.session.helm import is_news
from simulator.session.live import LiveSessions
from simulator.session.log import Steered, entry_from_json
from simulator.session.replay import ReplayStep, replay_of
from simulator.session.standing import Standing, standings_of
from simulator.session.state import Session
from simulator.session.steering import Steering


class TrainerSide:
    """Thread-safe. What was steered is on the disk before anybody sees it."""

    def __init__(self, sessions: LiveSessions) -> None:
        self._sessions = sessions

    def check(self, session_id: str, actor: Actor) -> Session:
        """The session, for who holds it: whoever opened it, was added, or administers the system.

        Sessions of before trainers were kept are open to every trainer.

        Raises LintasError: SESSION_UNKNOWN, NOT_YOUR_SESSION.
        """
        session = self._sessions.of(session_id).session
        is_trainer = actor.role is Role.TRAINER and (
            not session.plan.trainer or actor.officer_id.casefold() in map(str.casefold, session.trainers)
        )
        if not is_trainer and actor.role is not Role.ADMINISTRATOR:
            message = "another trainer holds this session; ask them to add you"
            raise LintasError(Fault.FORBIDDEN, "NOT_YOUR_SESSION", message)
        return session

    def steer(self, session_id: str, steering: Steering, request_id: str = "") -> Session:
        """Do it, and give the session after it. The same request again changes nothing, nor does what is so already.

        Raises LintasError as `helm.steer` does, and SESSION_CLOSED.
        """
        if len(request_id) > 64:
            raise invalid_field("request_id", "at most 64 characters")
        live = self._sessions.of(session_id)
        with live.news:
            is_done = bool(request_id) and ("", request_id) in live.session.requests
            if not is_done and is_news(live.session, steering):
                self._sessions.take(live, Steered(steering, request_id))
            return live.session

    def standings(self, session_id: str) -> tuple[Standing, ...]:
        """Who sits where, how far, and who may be stuck."""
        live = self._sessions.of(session_id)
        return standings_of(live.session, self._sessions.now(), live.refused)

    def boards(self, session_id: str, slot: int) -> tuple[Board, ...]:
        """What was decided and cited at that place of the order, without names."""
        return boards_of(self._sessions.of(session_id).session, slot)

    def debriefs(self, session_id: str, slot: int) -> tuple[ClassDebrief, ...]:
        """Key and script of what is dealt at that place, for talking it through."""
        return class_debriefs_of(self._sessions.of(session_id).session, slot)

    def clock_s(self, session_id: str) -> float:
        """How long the class has worked, without pauses."""
        return self._sessions.of(session_id).session.clock.at(self._sessions.now())

    def replay(self, session_id: str, trainee: str, slot: int, try_number: int = 0) -> tuple[ReplayStep, ...]:
        """One case step by step. Raises LintasError TRAINEE_UNKNOWN."""
        session = self._sessions.of(session_id).session
        session.person(trainee)
        session.plan.slot(slot)
        _, log = self._sessions.store.load(session_id)
        entries = map(entry_from_json, log)
        return replay_of(session.plan, session.cases, entries, trainee=trainee, slot=slot, try_number=try_number)
