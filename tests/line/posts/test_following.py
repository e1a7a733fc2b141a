"""The list over a real connection: snapshot, changes, heartbeats, refusals."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import grpc
import pytest

from console.settings import Settings
from console.sync.centre import serving_posts
from console.sync.post_side import post_actor, sync_once
from ledger.actor import Actor, Role
from ledger.errors import LintasError
from ledger.outbox.deliver import LinkLost
from ledger.sql import Database
from tests.line.posts.posts import Served, live_post, wait_for
from tests.watchlist.people import person
from tests.watchlist.replica.lists import Centre, opened
from watchlist.replica.changes import ChangeBatch
from watchlist.rpc.sync_client import SyncClient, linked

POST = post_actor("post-1")


@contextmanager
def first_batches(client: SyncClient, from_version: int) -> Iterator[list[ChangeBatch]]:
    """The first batches that come in."""
    with client.changes(from_version) as batches:
        yield list(next(iter(batches)))


def test_a_post_becomes_and_stays_the_list(served: Served) -> None:
    served.centre.add(60)
    with live_post(served) as post:
        wait_for(lambda: post.state.list_version == 60)
        wait_for(lambda: post.replacements == 1)
        served.centre.say(person("x", "SOMEBODY NEW"))
        wait_for(lambda: post.state.list_version == 121)
        wait_for(lambda: post.changes > 0)
        assert post.entries.get("x").names[0].full == "SOMEBODY NEW"
        assert post.digest == served.digest


def test_many_posts_at_once_take_no_thread_each(served: Served) -> None:
    served.centre.add(5)
    before = {thread.name for thread in threading.enumerate()}
    with linked(served.address, POST) as client:
        streams = [client.changes(0) for _ in range(40)]
        batches = [iter(stream.__enter__()) for stream in streams]
        assert all(next(each)[-1].signed.stamp.list_version == 5 for each in batches)
        own = [t.name for t in threading.enumerate() if t.name not in before and not t.name.startswith("list-changes")]
        assert len(own) <= 6, own  # the readers, and grpc's own
        served.centre.add(1, "f")
        assert all(any(arrived[-1].signed.stamp.list_version == 6 for arrived in each) for each in batches)
        for stream in streams:
            stream.__exit__(None, None, None)


def test_a_stream_says_that_it_lives(served: Served) -> None:
    with linked(served.address, POST, heartbeat_s=1) as client, client.changes(0) as batches:
        beats = [next(batches)[-1].signed.stamp for _ in range(3)]
    assert [beat.count for beat in beats] == [0, 0, 0]
    assert beats[0].created_at < beats[1].created_at < beats[2].created_at


def test_the_first_current_message_proves_equality(served: Served) -> None:
    served.centre.add(3)
    with linked(served.address, POST) as client, first_batches(client, 3) as batches:
        assert batches[0].signed.stamp.list_digest == served.digest


@pytest.mark.parametrize(
    ("actor", "reason"),
    [
        (Actor("post-1", "post", Role.OFFICER), "ROLE_NOT_ALLOWED"),
        (Actor("post-1", "sup-1", Role.SUPERVISOR), "ROLE_NOT_ALLOWED"),
        (Actor("", "", Role.POST), "ACTOR_MISSING"),
    ],
)
def test_only_posts_may_have_the_list(served: Served, actor: Actor, reason: str) -> None:
    with linked(served.address, actor) as client:
        with pytest.raises(LintasError) as caught, first_batches(client, 0):
            pass
        assert caught.value.reason == reason
        with pytest.raises(LintasError) as caught:
            client.fetch_snapshot(served.folder / "s")
        assert caught.value.reason == reason


def test_a_version_that_the_centre_does_not_have(served: Served) -> None:
    with linked(served.address, POST) as client, pytest.raises(LintasError) as caught, first_batches(client, 7):
        pass
    assert caught.value.reason == "LIST_AHEAD"


def test_numbers_out_of_range_are_told(served: Served) -> None:
    with linked(served.address, POST) as client, pytest.raises(LintasError) as caught, first_batches(client, -1):
        pass
    assert (caught.value.reason, "from_version" in caught.value.message) == ("INVALID_FIELD", True)


def test_nobody_there_is_a_lost_link(tmp_path: Path) -> None:
    with linked("127.0.0.1:9", POST) as client, pytest.raises(LinkLost), first_batches(client, 0):
        pass


def test_a_snapshot_goes_on_where_it_broke_off(served: Served) -> None:
    served.centre.add(2000)
    target = served.folder / "s.lintas-snapshot"
    with linked(served.address, POST) as client:
        client.fetch_snapshot(target)
        whole = target.read_bytes()
        target.with_suffix(".part").write_bytes(whole[: len(whole) // 2])
        target.with_suffix(".version").write_text("2000")
        target.unlink()
        client.fetch_snapshot(target)
    assert target.read_bytes() == whole


def test_a_copy_that_was_changed_is_replaced(served: Served) -> None:
    served.centre.add(5)
    with live_post(served) as post:
        wait_for(lambda: post.state.as_of is not None)
    database = opened(served.folder / "post_copy.sqlite")
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE watchlist_entries SET entry = replace(entry, 'PERSON', 'NOBODY')")
    database.close()
    with live_post(served) as post:
        wait_for(lambda: post.digest == served.digest and not post.state.is_diverged)
        wait_for(lambda: post.replacements == 1)


def test_sync_once_brings_everything(served: Served) -> None:
    served.centre.add(30)
    database = opened(served.folder / "post.sqlite")
    seen: list[tuple[int, int]] = []
    synced = sync_once(
        database, served.settings(), device_id="post-1", longest_s=20, on_progress=lambda *each: seen.append(each)
    )
    database.close()
    assert (synced.state.list_version, synced.age.freshness.value) == (30, "fresh")
    assert seen[-1] == (30, 30)


def test_a_centre_without_a_key_serves_no_posts(database: Database) -> None:
    with pytest.raises(LintasError) as caught, serving_posts(database, Settings(sync_listen="127.0.0.1:0")):
        pass
    assert caught.value.reason == "SYNC_KEY_MISSING"


def test_a_restarted_centre_is_found_again(database: Database, keys: tuple[Path, Path], tmp_path: Path) -> None:
    private, public = keys
    centre = Centre(database)
    centre.add(3)
    settings = Settings(sync_listen="127.0.0.1:0", sync_key=private)
    with serving_posts(database, settings) as address:
        served = Served(centre, address, public, tmp_path)
        with live_post(served) as post:
            wait_for(lambda: post.state.list_version == 3)
    centre.add(3, "f")
    with live_post(served) as post:  # nobody answers now
        assert post.state.list_version == 3
        with serving_posts(database, settings.model_copy(update={"sync_listen": address})):
            wait_for(lambda: post.state.list_version == 6)


def test_health_is_told(served: Served) -> None:
    from grpc_health.v1 import health_pb2, health_pb2_grpc  # noqa: PLC0415 - only here

    with grpc.insecure_channel(served.address) as channel:
        answer = health_pb2_grpc.HealthStub(channel).Check(  # type: ignore[attr-defined]  # missing in its stubs
            health_pb2.HealthCheckRequest(), timeout=10
        )
    assert answer.status == health_pb2.HealthCheckResponse.SERVING
