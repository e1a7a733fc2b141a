"""Brings everything that the centre does not have to the centre, however often the link breaks in between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Protocol

from ledger.actor import Actor
from ledger.chain import Head
from ledger.outbox.delivery import Delivery, Receipt

_AT_ONCE: Final = 20  # events in one message: small ones get through on bad links


class Outbox(Protocol):
    """The post's side."""

    def writer_id(self) -> str:
        """Name of this ledger's chain: made once, kept for good."""

    def align(self, head: Head) -> None:
        """The centre has everything up to `head`. Raises LintasError CHAIN_FORKED where that is no event of ours."""

    def pending(self, limit: int) -> Delivery:
        """The next events that the centre does not have, with their records."""

    def pending_count(self) -> int:
        """Events that the centre is not known to have."""


class Inbox(Protocol):
    """The centre's side."""

    def receive(self, delivery: Delivery, actor: Actor) -> Receipt:
        """Take what is new, all or nothing; returns once it is on the disk.

        Raises LintasError CHAIN_GAP, CHAIN_FORKED, RECORD_MISMATCH or WRITER_TAKEN.
        """


class Carrier(Protocol):
    """The way between them."""

    def deliver(self, delivery: Delivery) -> Receipt:
        """What the inbox says. Raises what it raises, and LinkLost where nobody knows whether it arrived."""


class LinkLost(Exception):  # noqa: N818 - a state of the world, not a fault
    """The centre cannot be reached, or the link broke; try again later."""


def deliver_all(outbox: Outbox, carrier: Carrier, *, at_once: int = _AT_ONCE) -> int:
    """Deliver until nothing is pending; returns how many events were new to the centre. Raises as `deliveries`."""
    return sum(deliveries(outbox, carrier, at_once=at_once))


def deliveries(outbox: Outbox, carrier: Carrier, *, at_once: int = _AT_ONCE) -> Iterator[int]:
    """Deliver until nothing is pending; gives for each message how many events were new to the centre.

    Asks first how far the centre has come, so neither a lost answer nor a lost cursor leads to a loss or a repetition.
    Raises LinkLost, and LintasError as the inbox does.
    """
    writer_id = outbox.writer_id()
    outbox.align(carrier.deliver(Delivery(writer_id)).head)
    while (parcel := outbox.pending(at_once)).events:
        receipt = carrier.deliver(parcel)
        outbox.align(receipt.head)
        yield receipt.accepted
