"""Conversions between wire and domain for what posts fetch and deliver."""

from __future__ import annotations

from ledger.actor import Actor, Role
from ledger.chain import Head
from ledger.errors import invalid_field
from ledger.event import Event, format_instant, parse_instant
from ledger.outbox.delivery import MOST_EVENTS, Delivery, Receipt, Record
from ledger.rpc.convert import actor_to_wire, instant_from_wire, instant_to_wire, role_from_wire
from lintas.v1 import watchlist_sync_pb2 as wire
from watchlist.replica.changes import ChangeBatch
from watchlist.replica.row import Row
from watchlist.replica.stamp import SignedStamp, Stamp
from watchlist.rpc.convert import bounded

_LONGEST_BODY = 100_000  # characters of an event's facts
_LONGEST_RECORD = 1_000_000  # characters of a case


def batch_to_wire(batch: ChangeBatch) -> wire.WatchChangesResponse:
    """Stamp and changes."""
    return wire.WatchChangesResponse(
        stamp=_stamp_to_wire(batch.signed), changes=[_row_to_wire(row) for row in batch.rows]
    )


def batch_from_wire(message: wire.WatchChangesResponse) -> ChangeBatch:
    """The inverse. Raises LintasError for times that do not exist."""
    return ChangeBatch(_stamp_from_wire(message.stamp), tuple(_row_from_wire(row) for row in message.changes))


def _stamp_to_wire(given: SignedStamp) -> wire.Stamp:
    stamp = given.stamp
    return wire.Stamp(
        from_version=stamp.from_version,
        list_version=stamp.list_version,
        head_version=stamp.head_version,
        create_time=instant_to_wire(stamp.created_at),
        expire_time=instant_to_wire(stamp.valid_until),
        count=stamp.count,
        changes_sha256=stamp.changes_digest,
        list_sha256=stamp.list_digest,
        key_id=given.key_id,
        signature=given.signature,
    )


def _stamp_from_wire(message: wire.Stamp) -> SignedStamp:
    stamp = Stamp(
        from_version=message.from_version,
        list_version=message.list_version,
        head_version=message.head_version,
        created_at=instant_from_wire(message.create_time, "stamp.create_time"),
        valid_until=instant_from_wire(message.expire_time, "stamp.expire_time"),
        count=message.count,
        changes_digest=message.changes_sha256,
        list_digest=message.list_sha256,
    )
    return SignedStamp(stamp, message.key_id, message.signature)


def _row_to_wire(row: Row) -> wire.ListChange:
    return wire.ListChange(
        list_version=row.list_version, entry=row.entry, recorded_at=row.recorded_at, event_sequence=row.event_sequence
    )


def _row_from_wire(message: wire.ListChange) -> Row:
    # to the letter: whether it is right is said by the digest
    return Row(message.list_version, message.entry, message.recorded_at, message.event_sequence)


def delivery_to_wire(delivery: Delivery) -> wire.DeliverEventsRequest:
    """Events and records as they are hashed."""
    return wire.DeliverEventsRequest(
        writer_id=delivery.writer_id,
        events=[_event_to_wire(event) for event in delivery.events],
        records=[
            wire.DeliveredRecord(subject=each.subject, event_sequence=each.event_sequence, content=each.content)
            for each in delivery.records
        ],
    )


def delivery_from_wire(message: wire.DeliverEventsRequest) -> Delivery:
    """The inverse. Raises LintasError naming the field that cannot be meant."""
    if not message.writer_id:
        raise invalid_field("writer_id", "required")
    if len(message.events) > MOST_EVENTS:
        raise invalid_field("events", f"at most {MOST_EVENTS} in one message")
    return Delivery(
        bounded(message.writer_id, "writer_id", 64),
        tuple(_event_from_wire(event, f"events[{i}]") for i, event in enumerate(message.events)),
        tuple(
            Record(
                bounded(each.subject, f"records[{i}].subject", 256),
                each.event_sequence,
                bounded(each.content, f"records[{i}].content", _LONGEST_RECORD),
            )
            for i, each in enumerate(message.records)
        ),
    )


def _event_to_wire(event: Event) -> wire.DeliveredEvent:
    return wire.DeliveredEvent(
        sequence=event.sequence,
        kind=event.kind,
        actor=actor_to_wire(event.actor),
        subject=event.subject,
        body=event.body_json,
        recorded_at=format_instant(event.recorded_at),
        previous_digest=event.previous_digest,
        digest=event.digest,
    )


def _event_from_wire(message: wire.DeliveredEvent, field: str) -> Event:
    role = role_from_wire(message.actor.role, f"{field}.actor.role") or Role.SYSTEM
    try:
        recorded_at = parse_instant(message.recorded_at)
        format_instant(recorded_at)
    except (ValueError, OverflowError):
        raise invalid_field(f"{field}.recorded_at", "not a time as it is hashed") from None
    return Event(
        sequence=message.sequence,
        kind=bounded(message.kind, f"{field}.kind", 64),
        actor=Actor(
            bounded(message.actor.device_id, f"{field}.actor.device_id", 128),
            bounded(message.actor.officer_id, f"{field}.actor.officer_id", 128),
            role,
        ),
        subject=bounded(message.subject, f"{field}.subject", 256),
        body_json=bounded(message.body, f"{field}.body", _LONGEST_BODY),
        recorded_at=recorded_at,
        previous_digest=bounded(message.previous_digest, f"{field}.previous_digest", 64),
        digest=bounded(message.digest, f"{field}.digest", 64),
    )


def receipt_to_wire(receipt: Receipt) -> wire.DeliverEventsResponse:
    """The end of the chain at the centre."""
    return wire.DeliverEventsResponse(
        sequence=receipt.head.sequence, digest=receipt.head.digest, accepted=receipt.accepted
    )


def receipt_from_wire(message: wire.DeliverEventsResponse) -> Receipt:
    """The inverse."""
    return Receipt(Head(message.sequence, message.digest), message.accepted)
