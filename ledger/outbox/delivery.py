"""A piece of one writer's chain on its way, and what must hold before the centre takes it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ledger.chain import Head, follows
from ledger.errors import Fault, LintasError, invalid_field
from ledger.event import Event

MOST_EVENTS: Final = 500


@dataclass(frozen=True, slots=True)
class Record:
    """What an event vouches for, to the letter; it may hold personal data. `event_sequence` is that event's."""

    subject: str
    event_sequence: int
    content: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """Events of one writer in order of sequence, with those of their records that are still the current ones."""

    writer_id: str
    events: tuple[Event, ...] = ()
    records: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """The end of the writer's chain at the centre, on the disk, and how many events were new."""

    head: Head
    accepted: int = 0


def new_events(delivery: Delivery, head: Head, known: Mapping[int, str]) -> tuple[Event, ...]:
    """The events that the centre does not have yet.

    `head` is the end of what it has, `known` its digests by sequence, at least for the events delivered once more.
    Raises LintasError CHAIN_FORKED where the two sides hold different events under one sequence, CHAIN_GAP where events
    are missing in between or an event is not what its digest says.
    """
    fresh = []
    last = head
    for event in delivery.events:
        if event.sequence <= head.sequence:
            if known.get(event.sequence) != event.digest:
                raise chain_forked()
        elif not follows(event, last):
            raise chain_gap(last.sequence + 1)
        else:
            fresh.append(event)
            last = Head(event.sequence, event.digest)
    return tuple(fresh)


def check_records(delivery: Delivery, events: tuple[Event, ...]) -> tuple[Record, ...]:
    """The records that go with `events`.

    Raises LintasError RECORD_MISMATCH where one is not what its event vouches for.
    """
    vouched = {event.sequence: event for event in events}
    fresh = []
    for number, record in enumerate(delivery.records):
        event = vouched.get(record.event_sequence)
        if event is None:
            continue  # delivered before, with its event
        if not is_vouched(record, event):
            raise invalid_field(f"records[{number}]", "not what its event vouches for", reason="RECORD_MISMATCH")
        fresh.append(record)
    return tuple(fresh)


def is_vouched(record: Record, event: Event | None) -> bool:
    """Whether the event tells of this record, to the letter."""
    return event is not None and event.subject == record.subject and _vouched_digest(event) == _sha256(record.content)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _vouched_digest(event: Event) -> str:
    try:
        return str(json.loads(event.body_json)["record_sha256"])
    except (ValueError, TypeError, KeyError):
        return ""


def chain_gap(expected: int) -> LintasError:
    """Something is missing in between."""
    return LintasError(
        Fault.PRECONDITION, "CHAIN_GAP", f"events do not follow each other; sequence {expected} was expected"
    )


def chain_forked() -> LintasError:
    """One sequence, two contents: one side was restored from a backup, or changed."""
    return LintasError(
        Fault.PRECONDITION, "CHAIN_FORKED", "the centre holds other events of this writer; nothing was taken"
    )


def writer_taken() -> LintasError:
    """A writer's chain comes from one device for good."""
    return LintasError(Fault.FORBIDDEN, "WRITER_TAKEN", "this writer's chain belongs to another device")
