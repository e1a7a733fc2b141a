"""A session as it stands: who sits where, which case is open, how each is played. Folded from the log, pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from ledger.errors import Fault, LintasError, invalid_field
from simulator.grading.model import Seat
from simulator.session.case import DealtCase
from simulator.session.log import Acted, Advanced, Closed, Entry, Joined, Rejoined
from simulator.session.plan import Mode, Pace, Plan
from simulator.session.play import Play, act, start

MOST_TRAINEES = 200


@dataclass(frozen=True, slots=True)
class Session:
    """Everything that follows from plan, cases and log. `plays` are by desk and place in the order."""

    plan: Plan
    cases: Mapping[str, DealtCase]
    people: Mapping[str, Joined] = field(default_factory=lambda: MappingProxyType({}))
    desks: tuple[str, ...] = ()
    step: int = -1
    plays: Mapping[tuple[str, int], Play] = field(default_factory=lambda: MappingProxyType({}))
    requests: Mapping[tuple[str, str], int] = field(default_factory=lambda: MappingProxyType({}))
    is_closed: bool = False
    number: int = 0

    @property
    def has_two_seats(self) -> bool:
        """Whether primary and secondary share a desk."""
        return self.plan.mode is Mode.TWO_SEAT

    def person(self, trainee: str) -> Joined:
        """Raises LintasError TRAINEE_UNKNOWN."""
        if trainee not in self.people:
            raise LintasError(Fault.NOT_FOUND, "TRAINEE_UNKNOWN", "nobody of that id has joined")
        return self.people[trainee]

    def case_at(self, desk: str, slot: int) -> DealtCase:
        """The case that this desk is dealt; the two of a pair go to desks in turn.

        Raises LintasError for a place that the order does not have.
        """
        if not 0 <= slot < len(self.plan.slots):
            raise invalid_field("slot", "no such place in the order")
        keys = self.plan.slots[slot].cases
        return self.cases[keys[self.desks.index(desk) % len(keys)]]

    def play_at(self, desk: str, slot: int) -> Play:
        """How it stands; a fresh one where nothing was done."""
        played = self.plays.get((desk, slot))
        return played or start(self.case_at(desk, slot), has_two_seats=self.has_two_seats)

    def current(self, desk: str) -> int:
        """The place in the order that is open for this desk; the length of the order when all is done."""
        if self.plan.pace is Pace.TRAINER:
            return self.step
        for slot in range(len(self.plan.slots)):
            play = self.plays.get((desk, slot))
            if play is None or not play.is_over:
                return slot
        return len(self.plan.slots)

    def is_open(self, desk: str, slot: int) -> bool:
        """Whether this desk may act there now."""
        return not self.is_closed and slot == self.current(desk) and 0 <= slot < len(self.plan.slots)


def fold(plan: Plan, cases: Mapping[str, DealtCase], entries: Iterable[Entry]) -> Session:
    """The session after all entries. The same log always gives the same session.

    Raises LintasError where an entry could not have been taken: the log was changed.
    """
    session = Session(plan, cases)
    for entry in entries:
        session = apply(session, entry)
    return session


def apply(session: Session, entry: Entry) -> Session:
    """The session after one more entry. Raises LintasError as the entry's event does, and LOG_GAP out of order."""
    if entry.number != session.number + 1:
        raise LintasError(Fault.STALE, "LOG_GAP", "the session has gone on meanwhile; read it again")
    event = entry.event
    if session.is_closed and not isinstance(event, Rejoined):  # debriefs are read afterwards
        raise _moment("SESSION_CLOSED", "the session is over")
    if isinstance(event, Joined):
        after = _join(session, event)
    elif isinstance(event, Rejoined):
        person = replace(session.person(event.trainee), secret_sha256=event.secret_sha256)
        after = replace(session, people=MappingProxyType({**session.people, event.trainee: person}))
    elif isinstance(event, Advanced):
        after = _advance(session, event)
    elif isinstance(event, Acted):
        after = _act(session, event)
    else:
        after = replace(session, is_closed=True)
    return replace(after, number=entry.number)


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
    return replace(session, people=MappingProxyType({**session.people, event.trainee: event}), desks=desks)


def _advance(session: Session, event: Advanced) -> Session:
    if session.plan.pace is not Pace.TRAINER:
        raise _moment("SELF_PACED", "everybody goes on by themselves in this session")
    if not session.step < event.step <= len(session.plan.slots):
        raise invalid_field("step", "only forward, one past the last case at most")
    return replace(session, step=event.step)


def _act(session: Session, event: Acted) -> Session:
    person = session.person(event.trainee)
    if not session.is_open(person.desk, event.slot):
        played = session.plays.get((person.desk, event.slot))
        if played is not None and played.is_over:
            raise _moment("ALREADY_DECIDED", "this case is decided; there is no second decision")
        raise _moment("CASE_NOT_OPEN", "this case is not open for your desk now")
    case = session.case_at(person.desk, event.slot)
    played = act(case, session.play_at(person.desk, event.slot), event.action, person.seat, seen=event.seen)
    return replace(
        session,
        plays=MappingProxyType({**session.plays, (person.desk, event.slot): played}),
        requests=MappingProxyType({**session.requests, (event.trainee, event.request_id): session.number + 1}),
    )


def _moment(reason: str, message: str) -> LintasError:
    return LintasError(Fault.PRECONDITION, reason, message)


__all__ = ["Closed", "Session", "apply", "fold"]
