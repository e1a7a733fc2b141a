"""The hash chain: every event holds the digest of the one before, so nothing can be changed, dropped or moved."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from ledger.event import Event, EventDraft, canonical_json, format_instant

GENESIS_DIGEST = "0" * 64
_DOMAIN = b"lintas ledger event v1\n"  # keeps these digests apart from any other SHA-256 of ours


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain. Note it elsewhere (paper, another machine) and nobody can shorten the ledger unseen."""

    sequence: int
    digest: str

    def __str__(self) -> str:
        return f"{self.sequence}:{self.digest}"

    @classmethod
    def parse(cls, text: str) -> Head:
        """From `SEQUENCE:DIGEST`; raises ValueError on anything else."""
        sequence, _, digest = text.strip().partition(":")
        if not sequence.isdecimal() or len(digest) != 64 or set(digest) - set("0123456789abcdef"):
            raise ValueError("expected SEQUENCE:DIGEST with 64 hexadecimal digits")
        return cls(int(sequence), digest)


EMPTY = Head(0, GENESIS_DIGEST)


def digest_of(
    *, sequence: int, kind: str, actor_json: str, subject: str, body_json: str, instant: str, previous: str
) -> str:
    """SHA-256 (hex) over all parts, each with its length in front so that no two contents read alike."""
    parts = (str(sequence), kind, actor_json, subject, body_json, instant, previous)
    hasher = hashlib.sha256(_DOMAIN)
    for part in parts:
        encoded = part.encode()
        hasher.update(f"{len(encoded)}:".encode() + encoded)
    return hasher.hexdigest()


def _event_digest(event: Event) -> str:
    return digest_of(
        sequence=event.sequence,
        kind=event.kind,
        actor_json=_actor_json(event),
        subject=event.subject,
        body_json=event.body_json,
        instant=format_instant(event.recorded_at),
        previous=event.previous_digest,
    )


def follows(event: Event, head: Head) -> bool:
    """Whether the event is what its digest says, and stands right behind `head`."""
    is_next = event.sequence == head.sequence + 1 and event.previous_digest == head.digest
    return is_next and _event_digest(event) == event.digest


def _actor_json(event: Event | EventDraft) -> str:
    actor = event.actor
    return canonical_json({"device": actor.device_id, "officer": actor.officer_id, "role": actor.role.value})


def link(draft: EventDraft, head: Head) -> Event:
    """The event that follows `head`."""
    sequence = head.sequence + 1
    body_json = canonical_json(draft.body)
    digest = digest_of(
        sequence=sequence,
        kind=draft.kind,
        actor_json=_actor_json(draft),
        subject=draft.subject,
        body_json=body_json,
        instant=format_instant(draft.recorded_at),
        previous=head.digest,
    )
    return Event(
        sequence=sequence,
        kind=draft.kind,
        actor=draft.actor,
        subject=draft.subject,
        body_json=body_json,
        recorded_at=draft.recorded_at,
        previous_digest=head.digest,
        digest=digest,
    )


class FaultKind(Enum):
    """How a chain can be broken."""

    TAMPERED = "tampered"  # the content does not have the digest that it carries
    MISSING = "missing"  # a sequence number is not there
    UNLINKED = "unlinked"  # it does not follow the event before it: something was moved, put in or rewritten
    SHORTENED = "shortened"  # the chain ends before, or elsewhere than, the head that was noted
    MISMATCH = "mismatch"  # a record that an event vouches for is not the one that was recorded


@dataclass(frozen=True, slots=True)
class ChainFault:
    """One break, at one sequence number. `detail` holds no personal data."""

    kind: FaultKind
    sequence: int
    detail: str


def verify(events: Iterable[Event], *heads: Head) -> Iterator[ChainFault]:
    """Every break in a chain given in order of sequence, held against heads noted earlier.

    Reads the events once, in constant memory. An unbroken chain that reaches all `heads` yields nothing.
    """
    noted = {head.sequence: head.digest for head in heads}
    last = EMPTY
    for event in events:
        if event.sequence != last.sequence + 1:
            yield _gap(last.sequence + 1, event.sequence)
        elif event.previous_digest != last.digest:
            yield ChainFault(FaultKind.UNLINKED, event.sequence, "does not follow the event before it")
        if _event_digest(event) != event.digest:
            yield ChainFault(FaultKind.TAMPERED, event.sequence, "content and digest differ")
        if noted.get(event.sequence, event.digest) != event.digest:
            yield ChainFault(FaultKind.SHORTENED, event.sequence, "is not the event that was noted as head")
        last = Head(event.sequence, event.digest)
    for sequence in sorted(number for number in noted if number > last.sequence):
        yield ChainFault(FaultKind.SHORTENED, sequence, f"the chain ends at {last.sequence}, before a noted head")


def _gap(expected: int, found: int) -> ChainFault:
    if found > expected:
        span = f"{expected}" if found == expected + 1 else f"{expected}…{found - 1}"
        return ChainFault(FaultKind.MISSING, expected, f"events missing: {span}")
    return ChainFault(FaultKind.UNLINKED, found, "sequence number out of order")
