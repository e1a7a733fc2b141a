"""What happened, in order: the log is the session, and everything else is worked out from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from pydantic import TypeAdapter

from simulator.grading.model import Seat
from simulator.session.action import Action
from simulator.session.plan import Plan
from simulator.session.scan import ScanSeen
from simulator.session.steering import Steering


@dataclass(frozen=True, slots=True)
class Joined:
    """Somebody sat down. The nickname goes when the course is erased; secret and recovery word are kept as digests."""

    trainee: str
    nickname: str
    desk: str
    seat: Seat
    secret_sha256: str
    word_sha256: str


@dataclass(frozen=True, slots=True)
class Rejoined:
    """Somebody came back by their recovery word, on another phone: the old secret is worth nothing from here on."""

    trainee: str
    secret_sha256: str


@dataclass(frozen=True, slots=True)
class Advanced:
    """The trainer opened the case at this place of the order; -1 is before the first."""

    step: int


@dataclass(frozen=True, slots=True)
class Acted:
    """A trainee did something at a place of the order. `seen` is the engine's answer to a scan, as it was shown."""

    trainee: str
    slot: int
    action: Action
    request_id: str
    seen: ScanSeen | None = None


@dataclass(frozen=True, slots=True)
class Steered:
    """The trainer stopped, showed, opened again or let something happen. '' is no request_id: it may come twice."""

    steering: Steering
    request_id: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """The session is over; nothing more is taken."""


Event = Joined | Rejoined | Advanced | Acted | Steered | Closed


@dataclass(frozen=True, slots=True)
class Entry:
    """One event with its number (from 1, without gaps) and the time at which it was taken (UTC)."""

    number: int
    at: datetime
    kind: str
    event: Event


@dataclass(frozen=True, slots=True)
class _Row:
    """An entry as it is stored: the event stands under its own name, so that reading needs no guess."""

    number: int
    at: datetime
    joined: Joined | None = None
    rejoined: Rejoined | None = None
    advanced: Advanced | None = None
    acted: _ActedRow | None = None
    closed: Closed | None = None
    steered: _SteeredRow | None = None


@dataclass(frozen=True, slots=True)
class _ActedRow:
    trainee: str
    slot: int
    kind: str
    action: str
    request_id: str
    seen: ScanSeen | None = None


@dataclass(frozen=True, slots=True)
class _SteeredRow:
    kind: str
    steering: str
    request_id: str


def entry_of(number: int, at: datetime, event: Event) -> Entry:
    """The next entry."""
    return Entry(number, at, type(event).__name__.lower(), event)


@cache
def _row() -> TypeAdapter[_Row]:
    return TypeAdapter(_Row)


@cache
def _action(kind: str) -> TypeAdapter[Action]:
    kinds: dict[str, type[Action]] = {each.__name__: each for each in Action.__args__}
    return TypeAdapter(kinds[kind])


@cache
def _steering(kind: str) -> TypeAdapter[Steering]:
    kinds: dict[str, type[Steering]] = {each.__name__: each for each in Steering.__args__}
    return TypeAdapter(kinds[kind])


@cache
def _plan() -> TypeAdapter[Plan]:
    return TypeAdapter(Plan)


def entry_to_json(entry: Entry) -> str:
    """One line; the same entry gives the same bytes."""
    event = entry.event
    row = _Row(entry.number, entry.at)
    if isinstance(event, Acted):
        kind = type(event.action).__name__
        action = _action(kind).dump_json(event.action).decode()
        acted = _ActedRow(event.trainee, event.slot, kind, action, event.request_id, event.seen)
        row = _Row(entry.number, entry.at, acted=acted)
    elif isinstance(event, Steered):
        kind = type(event.steering).__name__
        steering = _steering(kind).dump_json(event.steering).decode()
        row = _Row(entry.number, entry.at, steered=_SteeredRow(kind, steering, event.request_id))
    elif isinstance(event, Joined):
        row = _Row(entry.number, entry.at, joined=event)
    elif isinstance(event, Rejoined):
        row = _Row(entry.number, entry.at, rejoined=event)
    elif isinstance(event, Advanced):
        row = _Row(entry.number, entry.at, advanced=event)
    else:
        row = _Row(entry.number, entry.at, closed=event)
    return _row().dump_json(row, exclude_none=True).decode()


def entry_from_json(text: str) -> Entry:
    """The inverse. Raises ValueError where the text is no entry."""
    row = _row().validate_json(text)
    if row.acted is not None:
        acted = row.acted
        action = _action(acted.kind).validate_json(acted.action)
        event: Event = Acted(acted.trainee, acted.slot, action, acted.request_id, acted.seen)
    elif row.steered is not None:
        steered = row.steered
        event = Steered(_steering(steered.kind).validate_json(steered.steering), steered.request_id)
    else:
        found = row.joined or row.rejoined or row.advanced or row.closed
        if found is None:
            raise ValueError("an entry without an event")
        event = found
    return entry_of(row.number, row.at, event)


def plan_to_json(plan: Plan) -> str:
    """The same plan gives the same bytes."""
    return _plan().dump_json(plan).decode()


def plan_from_json(text: str) -> Plan:
    """The inverse. Raises ValueError where the text is no plan."""
    return _plan().validate_json(text)
