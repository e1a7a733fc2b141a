"""A copy that follows the centre ends up equal, row by row, whatever happens on the way."""

from __future__ import annotations

import random
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from ledger.errors import LintasError
from ledger.sql import Database
from tests.watchlist.people import NOW, document, person
from tests.watchlist.replica.lists import OTHER_KEY, TRUST, Centre, Post
from watchlist.replica.changes import ChangeBatch
from watchlist.replica.row import Row
from watchlist.replica.snapshot import Snapshot
from watchlist.signing.ed25519 import Ed25519Signer
from watchlist.sql import SqlEntryStore
from watchlist.sql.change_log import digest_of_list
from watchlist.sql.replica import _COLUMNS
from watchlist.sql.tables import entries
from watchlist.sql.wake import ListWatch


def digests(centre: Centre, post: Post) -> tuple[str, str]:
    return centre.database.read(digest_of_list), post.copy.list_digest()


def test_a_copy_becomes_the_list(centre: Centre, post: Post) -> None:
    centre.say(person("a", "ANNA CITRA"), person("b", "BUDI HARTO"), document("c", "IDN", "X1234567"))
    centre.say(person("a", "ANNA CITRA LESTARI"), document("c", "IDN", "X1234567"))
    post.follow(centre)
    assert digests(centre, post)[0] == digests(centre, post)[1]
    mine, theirs = SqlEntryStore(post.database), centre.entries
    assert mine.get("a") == theirs.get("a")
    assert mine.get("b").revoked_at == NOW
    assert {entry.entry_id for entry in mine.all()} == {"a", "c"}
    assert mine.list_version() == theirs.list_version() == 5


def test_a_copy_has_every_column_that_the_list_has() -> None:
    assert set(_COLUMNS) == set(entries.c.keys())


def test_a_copy_s_columns_are_the_list_s(centre: Centre, post: Post) -> None:
    centre.say(document("c", "IDN", "X1234567"), person("a", "ANNA CITRA"))
    centre.say(person("a", "ANNA CITRA LESTARI"))
    post.follow(centre)
    query = select(*(column for column in entries.c if column.name != "content_digest")).order_by(
        entries.c.list_version
    )
    found = [one.read(lambda connection: connection.execute(query).all()) for one in (centre.database, post.database)]
    assert found[0] == found[1]


@pytest.mark.parametrize(("size", "page"), [(1, 1), (1, 7), (3, 5), (20, 1000)])
def test_any_sizes_of_batch_and_page(centre: Centre, post: Post, size: int, page: int) -> None:
    centre.add(23)
    post.follow(centre, size=size, page=page)
    assert post.copy.state().list_version == 23
    assert digests(centre, post)[0] == digests(centre, post)[1]


def test_batches_follow_each_other_without_a_gap(centre: Centre) -> None:
    centre.add(45)
    stamps = [batch.signed.stamp for batch in centre.feed.batches(0, size=20, page=1000)]
    assert [(s.from_version, s.list_version, s.count) for s in stamps] == [(0, 20, 20), (20, 40, 20), (40, 45, 5)]
    assert [stamp.is_current for stamp in stamps] == [False, False, True]


def test_a_heartbeat_says_the_version_and_the_time(centre: Centre, post: Post) -> None:
    centre.add(2)
    post.follow(centre)
    centre.clock.go(seconds=40)
    (beat,) = centre.feed.batches(2, size=20, page=1000)
    assert (beat.rows, beat.signed.stamp.list_version, beat.signed.stamp.is_current) == ((), 2, True)
    assert post.keeper.take([beat]).as_of == centre.clock.time


def test_following_goes_on_where_it_stopped(centre: Centre, post: Post) -> None:
    centre.add(30)
    first = centre.feed.batches(0, size=10, page=1000)[0]
    assert post.keeper.take([first]).list_version == 10
    assert post.keeper.state().as_of is None
    centre.say()  # all revoked meanwhile
    post.follow(centre, size=7)
    assert list(SqlEntryStore(post.database).all()) == []
    assert digests(centre, post)[0] == digests(centre, post)[1]


def test_changes_at_random_points_in_random_pieces(centre: Centre, post: Post) -> None:
    chance = random.Random(20260)
    known: dict[str, int] = {}
    for _ in range(60):
        if chance.random() < 0.6:
            number = chance.randrange(12)
            known[f"e{number}"] = known.get(f"e{number}", 0) + 1
            centre.say(*(person(key, f"PERSON {key} {count}") for key, count in known.items()))
            if chance.random() < 0.3:
                known.pop(chance.choice(sorted(known)))
        else:
            size, page = chance.choice([(1, 3), (2, 5), (20, 1000)])
            batches = centre.feed.batches(post.copy.state().list_version, size=size, page=page)
            post.keeper.take(batches[: chance.randint(1, len(batches))])
    post.follow(centre)
    assert digests(centre, post)[0] == digests(centre, post)[1]


def take_fails(post: Post, batch: ChangeBatch, reason: str) -> None:
    before = post.copy.state(), post.copy.list_digest()
    with pytest.raises(LintasError) as caught:
        post.keeper.take([batch])
    assert caught.value.reason == reason
    assert (post.copy.state(), post.copy.list_digest()) == before


def test_a_gap_is_refused(centre: Centre, post: Post) -> None:
    centre.add(30)
    batches = centre.feed.batches(0, size=10, page=1000)
    take_fails(post, batches[1], "CHANGES_GAP")


def test_replayed_changes_are_refused(centre: Centre, post: Post) -> None:
    centre.add(30)
    batches = centre.feed.batches(0, size=10, page=1000)
    post.keeper.take(batches)
    take_fails(post, batches[0], "CHANGES_GAP")


def test_an_old_heartbeat_makes_no_list_younger(centre: Centre, post: Post) -> None:
    centre.add(1)
    post.follow(centre)
    (old,) = centre.feed.batches(1, size=20, page=1000)
    centre.clock.go(minutes=10)
    (new,) = centre.feed.batches(1, size=20, page=1000)
    post.keeper.take([new])
    assert post.keeper.take([old]).as_of == centre.clock.time


def _changed_entry(batch: ChangeBatch) -> ChangeBatch:
    first = batch.rows[0]
    return replace(batch, rows=(replace(first, entry=first.entry.replace("PERSON", "NOBODY")), *batch.rows[1:]))


def _without_a_row(batch: ChangeBatch) -> ChangeBatch:
    return replace(batch, rows=batch.rows[:-1])


def _with_a_row(batch: ChangeBatch) -> ChangeBatch:
    last = batch.rows[-1]
    return replace(batch, rows=(*batch.rows, Row(last.list_version + 1, last.entry, last.recorded_at, 1)))


def _of_no_key(batch: ChangeBatch) -> ChangeBatch:
    return replace(batch, signed=replace(batch.signed, key_id="0" * 16))


def _of_no_signature(batch: ChangeBatch) -> ChangeBatch:
    return replace(batch, signed=replace(batch.signed, signature=b""))


@pytest.mark.parametrize("spoil", [_changed_entry, _without_a_row, _with_a_row, _of_no_key, _of_no_signature])
def test_tampered_changes_are_refused(centre: Centre, post: Post, spoil: object) -> None:
    centre.add(5)
    (batch,) = centre.feed.batches(0, size=10, page=1000)
    take_fails(post, spoil(batch), "CHANGES_TAMPERED")  # type: ignore[operator]  # one of the functions above


def test_a_validity_that_nobody_signed_is_refused(centre: Centre, post: Post) -> None:
    (batch,) = centre.feed.batches(0, size=10, page=1000)
    stamp = replace(batch.signed.stamp, valid_until=batch.signed.stamp.valid_until.replace(year=2030))
    take_fails(post, replace(batch, signed=replace(batch.signed, stamp=stamp)), "CHANGES_TAMPERED")


def test_changes_under_a_stranger_s_key_are_refused(centre: Centre, post: Post) -> None:
    centre.add(5)
    centre.signer = Ed25519Signer(OTHER_KEY)
    take_fails(post, centre.feed.batches(0, size=10, page=1000)[0], "CHANGES_TAMPERED")


def test_a_copy_that_somebody_changed_is_found_out(centre: Centre, post: Post) -> None:
    centre.add(5)
    post.follow(centre)
    with post.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE watchlist_entries SET entry = replace(entry, 'PERSON', 'NOBODY')")
    asked = centre.feed.batches(5, size=10, page=1000, with_digest=True)
    with pytest.raises(LintasError) as caught:
        post.keeper.take(asked)
    assert caught.value.reason == "LIST_DIVERGED"
    state = post.copy.state()
    assert (state.as_of, state.is_diverged) == (None, True)
    assert post.keeper.take(centre.feed.batches(5, size=10, page=1000)).as_of is None


def test_the_digest_proves_two_sides_equal(centre: Centre, post: Post) -> None:
    centre.add(5)
    post.follow(centre)
    (told,) = centre.feed.batches(5, size=10, page=1000, with_digest=True)
    assert told.signed.stamp.list_digest == post.copy.list_digest()
    assert post.keeper.is_equal(told.signed.stamp.list_digest)
    centre.add(1, "f")
    assert not post.keeper.is_equal(
        centre.feed.batches(5, size=9, page=9, with_digest=True)[-1].signed.stamp.list_digest
    )


def test_a_restored_centre_is_found_out(centre: Centre) -> None:
    centre.add(5)
    with pytest.raises(LintasError) as caught:
        centre.feed.batches(6, size=10, page=1000)
    assert caught.value.reason == "LIST_AHEAD"


def test_a_second_process_at_the_post_takes_nothing_twice(centre: Centre, post: Post) -> None:
    centre.add(5)
    (batch,) = centre.feed.batches(0, size=10, page=1000)
    state = post.copy.state().after(batch.signed.stamp)
    post.copy.apply(batch.rows, state, known_version=0)
    with pytest.raises(LintasError) as caught:
        post.copy.apply(batch.rows, state, known_version=0)
    assert caught.value.reason == "CHANGES_GAP"


def test_the_watch_wakes_on_a_change_by_another_connection(centre: Centre, database_url: str) -> None:
    woken = threading.Event()
    with Database(database_url) as other:
        watch = ListWatch(other, lambda _: woken.set())
        with watch:
            centre.add(1)
            assert woken.wait(10)


def test_a_centre_that_was_updated_first_is_told(centre: Centre, post: Post, tmp_path: Path) -> None:
    """An entry of a kind that this version does not know: genuine, and not to be taken for tampering."""
    centre.add(2)
    with centre.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE watchlist_entries SET entry = replace(entry, 'travel_ban', 'of_tomorrow')")
    take_fails(post, centre.feed.batches(0, size=10, page=1000)[0], "LIST_TOO_NEW")
    centre.snapshot(tmp_path / "list")
    with pytest.raises(LintasError) as caught:
        post.keeper.install(Snapshot(tmp_path / "list", TRUST))
    assert caught.value.reason == "LIST_TOO_NEW"
