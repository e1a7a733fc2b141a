"""Whatever the link does: every event of a post arrives, each once, in its own chain."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, update

from ledger.actor import Actor, Role
from ledger.chain import EMPTY, FaultKind, verify
from ledger.errors import LintasError
from ledger.event import EventDraft
from ledger.outbox.deliver import LinkLost, deliver_all
from ledger.outbox.delivery import Delivery, Receipt, Record
from ledger.sql import Database, SqlLedger
from ledger.sql.delivery_tables import delivered_records
from ledger.sql.inbox import SqlInbox
from ledger.sql.outbox import SqlOutbox
from tests.watchlist.replica.lists import opened

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
POST = Actor("post-1", "post", Role.POST)
OFFICER = Actor("booth-1", "off-17", Role.OFFICER)


def text_of(sequence: int) -> str:
    return f"record of {sequence}"


def records_between(_: Connection, after: int, up_to: int) -> Sequence[Record]:
    """Every third event vouches for a record."""
    return [Record(f"cases/{n}", n, text_of(n)) for n in range(after + 1, up_to + 1) if n % 3 == 0]


@dataclass(slots=True)
class Post:
    """A ledger and its outbox."""

    database: Database
    name: str

    @property
    def ledger(self) -> SqlLedger:
        """Its own chain."""
        return SqlLedger(self.database)

    @property
    def outbox(self) -> SqlOutbox:
        """What of it is not delivered."""
        return SqlOutbox(self.database, records_between, lambda: f"writer-{self.name}")

    def record(self, count: int) -> None:
        """So many events more."""
        for _ in range(count):
            sequence = self.ledger.head().sequence + 1
            digest = hashlib.sha256(text_of(sequence).encode()).hexdigest()
            body = {"record_sha256": digest} if sequence % 3 == 0 else {"n": sequence}
            self.ledger.append(EventDraft("case.examined", OFFICER, f"cases/{sequence}", body, NOW))


@dataclass(slots=True)
class Link:
    """Calls the inbox at once, and fails as links do: before, or after the centre has written."""

    inbox: SqlInbox
    actor: Actor = POST
    chance: random.Random | None = None
    losses: int = 0

    def deliver(self, delivery: Delivery) -> Receipt:
        """The `Carrier` port."""
        fate = self.chance.random() if self.chance else 1.0
        if fate < 0.3:
            self.losses += 1
            raise LinkLost("before")
        receipt = self.inbox.receive(delivery, self.actor)
        if fate < 0.6:
            self.losses += 1
            raise LinkLost("after")
        return receipt


@pytest.fixture
def inbox(database: Database) -> SqlInbox:
    """On SQLite, then on PostgreSQL."""
    return SqlInbox(database, lambda: NOW)


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    database = opened(tmp_path / "post.sqlite")
    yield Post(database, "1")
    database.close()


def is_there(inbox: SqlInbox, post: Post, writer: str = "writer-1") -> bool:
    """The centre has exactly the post's chain, and all records."""
    arrived = list(inbox.events(writer))
    expected = list(post.ledger.events())
    head = post.ledger.head()
    records = {f"cases/{n}": text_of(n) for n in range(3, head.sequence + 1, 3)}
    return arrived == expected and inbox.records(writer) == records and not list(verify(arrived, head))


def test_everything_arrives(inbox: SqlInbox, post: Post) -> None:
    post.record(50)
    assert deliver_all(post.outbox, Link(inbox)) == 50
    assert is_there(inbox, post)
    assert post.outbox.pending_count() == 0
    assert deliver_all(post.outbox, Link(inbox)) == 0


def test_exactly_once_over_a_link_that_breaks_all_the_time(inbox: SqlInbox, post: Post) -> None:
    link = Link(inbox, chance=random.Random(7))
    delivered = 0
    for turn in range(200):
        if turn < 20:
            post.record(3)
        try:
            delivered += deliver_all(post.outbox, link, at_once=4)
        except LinkLost:
            continue
        if turn >= 20:
            break
    assert link.losses > 20
    assert is_there(inbox, post)
    assert delivered <= 60


def test_a_delivery_whose_answer_was_lost_is_not_taken_twice(inbox: SqlInbox, post: Post) -> None:
    post.record(5)
    writer = post.outbox.writer_id()
    post.outbox.align(EMPTY)
    parcel = post.outbox.pending(5)
    assert (parcel.writer_id, inbox.receive(parcel, POST).accepted) == (writer, 5)
    assert inbox.receive(parcel, POST) == Receipt(post.ledger.head(), 0)
    assert is_there(inbox, post)


def test_a_delivery_that_overlaps_adds_only_what_is_new(inbox: SqlInbox, post: Post) -> None:
    post.record(5)
    post.outbox.writer_id()
    inbox.receive(post.outbox.pending(3), POST)
    assert inbox.receive(post.outbox.pending(5), POST).accepted == 2
    assert is_there(inbox, post)


def test_a_lost_cursor_is_found_again(inbox: SqlInbox, post: Post) -> None:
    post.record(9)
    deliver_all(post.outbox, Link(inbox))
    post.outbox.align(EMPTY)
    assert deliver_all(post.outbox, Link(inbox)) == 0
    assert is_there(inbox, post)


def test_a_restored_centre_gets_what_it_lost(inbox: SqlInbox, post: Post, database: Database) -> None:
    post.record(9)
    deliver_all(post.outbox, Link(inbox))
    with database.engine.begin() as connection:
        for table in ("delivered_events", "delivered_heads", "delivered_records"):
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - names of ours
    assert deliver_all(post.outbox, Link(inbox)) == 9
    assert is_there(inbox, post)


def test_each_post_keeps_its_own_chain(inbox: SqlInbox, post: Post, tmp_path: Path) -> None:
    database = opened(tmp_path / "other.sqlite")
    other = Post(database, "2")
    post.record(7)
    other.record(4)
    for each, device in ((post, "post-1"), (other, "post-2"), (post, "post-1")):
        deliver_all(each.outbox, Link(inbox, replace(POST, device_id=device)), at_once=3)
    assert is_there(inbox, post)
    assert is_there(inbox, other, "writer-2")
    database.close()


def test_the_centre_s_own_chain_vouches_for_each_delivery(inbox: SqlInbox, post: Post, database: Database) -> None:
    post.record(5)
    deliver_all(post.outbox, Link(inbox), at_once=3)
    own = [event for event in SqlLedger(database).events() if event.kind == "post.delivered"]
    assert [event.subject for event in own] == ["writers/writer-1", "writers/writer-1"]
    assert f'"digest":"{post.ledger.head().digest}"' in own[-1].body_json
    assert own[-1].actor == POST


def refused(inbox: SqlInbox, delivery: Delivery, reason: str, actor: Actor = POST) -> None:
    before = inbox.writers()
    with pytest.raises(LintasError) as caught:
        inbox.receive(delivery, actor)
    assert caught.value.reason == reason
    assert inbox.writers() == before


def parcel_of(post: Post, count: int) -> Delivery:
    post.record(count)
    post.outbox.writer_id()
    return post.outbox.pending(count)


def test_a_gap_is_refused(inbox: SqlInbox, post: Post) -> None:
    parcel = parcel_of(post, 5)
    refused(inbox, replace(parcel, events=parcel.events[1:]), "CHAIN_GAP")
    refused(inbox, replace(parcel, events=(parcel.events[0], parcel.events[2])), "CHAIN_GAP")


def test_an_event_that_was_changed_is_refused(inbox: SqlInbox, post: Post) -> None:
    parcel = parcel_of(post, 3)
    spoilt = replace(parcel.events[1], body_json='{"n":99}')
    refused(inbox, replace(parcel, events=(parcel.events[0], spoilt, parcel.events[2])), "CHAIN_GAP")


def test_another_history_is_refused(inbox: SqlInbox, post: Post, tmp_path: Path) -> None:
    """A post whose ledger was restored from a backup, and went on differently."""
    deliver_all(post.outbox, Link(inbox))
    parcel = parcel_of(post, 3)
    inbox.receive(parcel, POST)
    other = Post(opened(tmp_path / "other.sqlite"), "1")
    other.ledger.append(EventDraft("case.examined", OFFICER, "cases/other", {}, NOW))
    refused(inbox, Delivery("writer-1", tuple(other.ledger.events())), "CHAIN_FORKED")
    with pytest.raises(LintasError) as caught:
        deliver_all(other.outbox, Link(inbox))
    assert caught.value.reason == "CHAIN_FORKED"
    other.database.close()


def test_a_record_that_is_not_vouched_for_is_refused(inbox: SqlInbox, post: Post) -> None:
    parcel = parcel_of(post, 3)
    refused(inbox, replace(parcel, records=(Record("cases/3", 3, "another text"),)), "RECORD_MISMATCH")
    refused(inbox, replace(parcel, records=(Record("cases/2", 3, text_of(3)),)), "RECORD_MISMATCH")


def test_a_writer_belongs_to_one_device(inbox: SqlInbox, post: Post) -> None:
    inbox.receive(parcel_of(post, 3), POST)
    refused(inbox, post.outbox.pending(3), "WRITER_TAKEN", replace(POST, device_id="post-2"))


def test_what_is_tampered_with_at_the_centre_is_found(inbox: SqlInbox, post: Post, database: Database) -> None:
    inbox.receive(parcel_of(post, 4), POST)
    assert list(inbox.verify()) == []
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE delivered_events SET subject = 'cases/x' WHERE sequence = 2")
        connection.exec_driver_sql("DELETE FROM delivered_events WHERE sequence = 4")
    assert {(writer, fault.sequence) for writer, fault in inbox.verify()} == {("writer-1", 2), ("writer-1", 4)}


def test_an_empty_delivery_only_asks(inbox: SqlInbox) -> None:
    assert inbox.receive(Delivery("writer-9"), POST) == Receipt(EMPTY)
    assert inbox.writers() == {}


def test_a_delivered_record_that_somebody_changed_is_told(inbox: SqlInbox, post: Post, database: Database) -> None:
    post.record(9)
    deliver_all(post.outbox, Link(inbox))
    assert list(inbox.verify()) == []
    assert [record.subject for _, record in inbox.kept("cases")] == ["cases/3", "cases/6", "cases/9"]
    assert list(inbox.kept("case")) == []
    change = update(delivered_records).where(delivered_records.c.subject == "cases/6").values(record="another")
    database.write(lambda connection: connection.execute(change))
    ((writer, fault),) = inbox.verify()
    assert (writer, fault.kind, fault.sequence) == ("writer-1", FaultKind.MISMATCH, 6)


def test_a_record_put_under_another_event_is_told(inbox: SqlInbox, post: Post, database: Database) -> None:
    post.record(9)
    deliver_all(post.outbox, Link(inbox))
    is_six = delivered_records.c.subject == "cases/6"
    for sequence in (3, 7, 99):
        change = update(delivered_records).where(is_six).values(event_sequence=sequence)
        database.write(partial(Connection.execute, statement=change))
        assert [fault.sequence for _, fault in inbox.verify()] == [sequence]
