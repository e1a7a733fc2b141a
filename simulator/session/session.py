"""From the log to the session as it stands: each event makes a new one, or is refused by name. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from ledger.errors import Fault, LintasError, invalid_field
from simulator.grading.model import Seat
from simulator.session.case import DealtCase
from simulator.session.dealing import dealt_next, rated, starting_ratings
from simulator.session.helm import AFTER_CLOSING, steer
from simulator.session.log import Acted, Advanced, Closed, Entry, Event, Joined, Rejoined, Steered
from simulator.session.plan import Pace, Plan
from simulator.session.play import act
from simulator.session.state import Session
from simulator.session.steering import Hold, Return, StepBack

MOST_TRAINEES: Final = 200


def opened(plan: Plan, cases: Mapping[str, DealtCase]) -> Session:
    """Before anything has happened."""
    trainers = frozenset((plan.trainer,)) if plan.trainer else frozenset[str]()
    return Session(plan, cases, trainers=trainers, ratings=starting_ratings(plan, cases))


def fold(plan: Plan, cases: Mapping[str, DealtCase], entries: Iterable[Entry]) -> Session:
    """The session after all entries. The same log always gives the same session.

    Raises LintasError where an entry could not have been taken: the log was changed.
    """
    session = opened(plan, cases)
    for entry in entries:
        session = apply(session, entry)
    return session


def apply(session: Session, entry: Entry) -> Session:
    """The session after one more entry. Raises LintasError as the entry's event does, and LOG_GAP out of order."""
    if entry.number != session.number + 1:
        raise LintasError(Fault.STALE, "LOG_GAP", "the session has gone on meanwhile; read it again")
    event = entry.event
    if session.is_closed and not _comes_after(event):
        raise _moment("SESSION_CLOSED", "the session is over")
    after = replace(_changed(session, event), number=entry.number)
    return _timed(session, after, entry)


def _comes_after(event: Event) -> bool:
    """What is still taken when a session is closed: debriefs are read, boards are shown."""
    return isinstance(event, Rejoined) or (isinstance(event, Steered) and isinstance(event.steering, AFTER_CLOSING))


def _changed(session: Session, event: Event) -> Session:
    if isinstance(event, Joined):
        return _join(session, event)
    if isinstance(event, Rejoined):
        person = replace(session.person(event.trainee), secret_sha256=event.secret_sha256)
        return replace(session, people=MappingProxyType({**session.people, event.trainee: person}))
    if isinstance(event, Advanced):
        return _advance(session, event)
    if isinstance(event, Acted):
        return _act(session, event)
    if isinstance(event, Steered):
        after = steer(session, event.steering)
        return _requested(after, "", event.request_id) if event.request_id else after
    return replace(session, is_closed=True, is_paused=False, frozen=None, revisit=None)


def _timed(before: Session, after: Session, entry: Entry) -> Session:
    """With the class's clock turned, and who did something when."""
    event, clock = entry.event, after.clock.turned(entry.at, runs=after.is_running)
    now_s = before.clock.at(entry.at)
    if isinstance(event, Joined | Rejoined | Acted):
        busy = MappingProxyType({**after.busy_s, event.trainee: now_s})
        return replace(after, clock=clock, busy_s=busy)
    is_opening = isinstance(event, Advanced) or (
        isinstance(event, Steered) and isinstance(event.steering, StepBack | Return)
    )
    return replace(after, clock=clock, opened_s=now_s if is_opening else after.opened_s)


def _join(session: Session, event: Joined) -> Session:
    if event.trainee in session.people:
        raise invalid_field("trainee", "taken", reason="TRAINEE_TAKEN")
    if len(session.people) >= MOST_TRAINEES:
        raise _moment("SESSION_FULL", f"at most {MOST_TRAINEES} trainees")
    sitting = [each for each in session.people.values() if each.desk == event.desk]
    if any(each.seat is event.seat for each in sitting):
        raise _moment("SEAT_TAKEN", "somebody sits there; choose the other seat or another desk")
    is_solo_seat = event.seat is Seat.SOLO
    if is_solo_seat is session.has_two_seats:
        wanted = "primary or secondary" if session.has_two_seats else "solo"
        raise invalid_field("seat", f"this session has seats of kind {wanted}", reason="SEAT_KIND")
    desks = session.desks if event.desk in session.desks else (*session.desks, event.desk)
    people = MappingProxyType({**session.people, event.trainee: event})
    return dealt_next(replace(session, people=people, desks=desks), event.desk)


def _advance(session: Session, event: Advanced) -> Session:
    if session.plan.pace is not Pace.TRAINER:
        raise _moment("SELF_PACED", "everybody goes on by themselves in this session")
    if not session.step < event.step <= len(session.plan.slots):
        raise invalid_field("step", "only forward, one past the last case at most")
    return replace(session, step=event.step, revisit=None, frozen=None)


def _act(session: Session, event: Acted) -> Session:
    desk, slot = session.person(event.trainee).desk, event.slot
    if not session.is_open(desk, slot):
        raise _refusal(session, desk, slot)
    case, seat = session.case_at(desk, slot), session.person(event.trainee).seat
    played = act(case, session.open_play(desk, slot), event.action, seat, seen=event.seen)
    number = session.try_number(desk, slot)
    if number:
        after = replace(session, tries=MappingProxyType({**session.tries, (desk, slot, number): played}))
    else:
        after = replace(session, plays=MappingProxyType({**session.plays, (desk, slot): played}))
        after = dealt_next(rated(after, desk, slot), desk)
    return _requested(after, event.trainee, event.request_id)


def _refusal(session: Session, desk: str, slot: int) -> LintasError:
    held = _held(session.hold(desk))
    if held is not None:
        return held
    played = session.plays.get((desk, slot))
    if played is not None and played.is_over:
        return _moment("ALREADY_DECIDED", "this case is decided; there is no second decision")
    return _moment("CASE_NOT_OPEN", "this case is not open for your desk now")


def _held(hold: Hold) -> LintasError | None:
    if hold is Hold.PAUSED:
        return _moment("SESSION_PAUSED", "the trainer has paused the session; nothing is lost, wait a moment")
    if hold is Hold.FROZEN:
        return _moment("SCREENS_FROZEN", "the trainer shows the board; look to the front, then go on")
    if hold is Hold.DISCUSSED:
        return _moment("UNDER_DISCUSSION", "this case is talked about; your answers stay as they are")
    return None


def _requested(session: Session, who: str, request_id: str) -> Session:
    return replace(session, requests=MappingProxyType({**session.requests, (who, request_id): session.number + 1}))


def _moment(reason: str, message: str) -> LintasError:
    return LintasError(Fault.PRECONDITION, reason, message)


__all__ = ["Closed", "Session", "apply", "fold", "opened"]
