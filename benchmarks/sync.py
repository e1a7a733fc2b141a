"""How soon a change is everywhere, and how fast a post catches up.

python -m benchmarks.sync delta      # a post that was away for a day: 100,000 changed entries
python -m benchmarks.sync replicas   # two replicas of the service on one PostgreSQL, under search load
python -m benchmarks.sync posts      # change → in the copy of a post, on a good link
python -m benchmarks.sync badlink    # the same on 64 kbit/s with resets and black holes
python -m benchmarks.sync parts      # signatures and digests by themselves
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.bad_link import BadLink, Weather
from benchmarks.sync_people import changed, draft_of, listed
from console.client import Client, connected
from console.migrations import upgrade
from console.settings import Settings
from console.sync.centre import serving_posts
from console.sync.local_copy import keeper_of, open_copy, trust_of
from console.sync.post_side import post_line, sync_once
from ledger.actor import Actor, Role
from ledger.sql import Database
from lintas.v1 import watchlist_pb2
from watchlist.following import Following
from watchlist.replica.log import ChangeFeed
from watchlist.replica.snapshot import Snapshot, write_snapshot
from watchlist.replica.stamp import signed
from watchlist.search import Searcher
from watchlist.signing.ed25519 import Ed25519Signer, make_key
from watchlist.sql import SqlDocuments, SqlEntryStore
from watchlist.sql.change_log import SqlChangeLog, digest_of_list
from watchlist.sql.replica import SqlListCopy
from watchlist.store import Changes

_OFFICER: Final = Actor("bench", "off-1", Role.OFFICER)
_LINTAS: Final = str(Path(sys.executable).parent / "lintas")
_PATIENCE_S: Final = 60.0


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("delta", "replicas", "posts", "badlink", "parts"))
    parser.add_argument("--entries", type=int, default=0, help="entries of the list")
    parser.add_argument("--changes", type=int, default=200, help="changes that are timed")
    parser.add_argument("--callers", type=int, default=2, help="search load: callers of each replica")
    parser.add_argument("--seconds", type=float, default=120, help="badlink: how long the list goes on changing")
    parser.add_argument("--sqlite", action="store_true", help="the centre on SQLite instead of PostgreSQL")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lintas-sync-") as folder:
        _WHAT[given.what](given, Path(folder))


def delta(given: argparse.Namespace, folder: Path) -> None:
    """All entries of a list change while a post is away; it catches up over the real service."""
    count = given.entries or 100_000
    with centre_on(given, folder) as (database, settings, post):
        fill(database, count)
        seconds("snapshot made and taken in", lambda: _snapshot(database, settings, post, folder))
        with open_copy(post) as copy:
            before = SqlEntryStore(copy).list_version()
            documents = SqlDocuments(copy)
            following = Following(
                SqlEntryStore(copy), Searcher(documents.held(), before, documents=documents), before, documents
            )
            change_all(database, count)
            with service(given.url, settings.sync_key) as address, Database(post.database_url) as own:
                there = post.model_copy(update={"centre": address})
                upgrade(own)
                took = seconds(
                    f"delta of {count:,} changed entries over loopback, on the disk",
                    lambda: sync_once(own, there, device_id="post", longest_s=600, on_progress=lambda *_: None),
                )
            refreshed = seconds("the same into the index of a running service", following.refresh)
            print(f"together {took + refreshed:.1f} s; {count / took:,.0f} entries a second to the disk")
            prove_equal(database, copy)


def _snapshot(database: Database, settings: Settings, post: Settings, folder: Path) -> None:
    file = folder / "list.lintas-snapshot"
    with open_copy(post) as copy:
        SqlChangeLog(database).with_everything(
            lambda rows: write_snapshot(file, rows, _feed(database, settings).stamp_snapshot)
        )
        keeper_of(copy, post).install(Snapshot(file, trust_of(post)))
    print(f"  snapshot file {file.stat().st_size / 1e6:.1f} MB")


def replicas(given: argparse.Namespace, folder: Path) -> None:
    """Two processes of the service on one PostgreSQL; callers search all the time; a new entry every half second."""
    with centre_on(given, folder) as (database, _, _), ExitStack() as stack:
        fill(database, given.entries or 20_000)
        addresses = [stack.enter_context(service(given.url)) for _ in range(2)]
        stop, searched = threading.Event(), [0]
        threads = [
            threading.Thread(target=_search_on, args=(address, stop, searched))
            for address in addresses
            for _ in range(given.callers)
        ]
        for thread in threads:
            thread.start()
        started = time.perf_counter()
        clients = [stack.enter_context(connected(address, _OFFICER)) for address in addresses]
        late = [_until_seen(database, clients, number) for number in range(given.changes)]
        took = time.perf_counter() - started
        stop.set()
        for thread in threads:
            thread.join()
        print(f"{searched[0] / took:,.0f} searches a second beside it, on both replicas together")
        tell("change → visible at both replicas", [max(each) for each in late])
        tell("change → visible at one replica", [one for each in late for one in each])


def _until_seen(database: Database, clients: Sequence[Client], number: int) -> list[float]:
    """Seconds from the acknowledgement of the change until a search at each replica finds it."""
    entry = listed(number, prefix="new", name=f"ZULKARNAEN VISIBLEWORD{number:05d}")
    request = watchlist_pb2.SearchRequest(names=[watchlist_pb2.SubjectName(full=entry.names[0].full)])
    late = [0.0] * len(clients)
    SqlEntryStore(database).apply(Changes((entry,), (), (), 0), draft_of())
    started = time.perf_counter()

    def look(place: int) -> None:
        while not any(hit.entry.name == f"entries/{entry.entry_id}" for hit in clients[place].search(request).hits):
            if time.perf_counter() - started > _PATIENCE_S:
                raise RuntimeError("the change never became visible")
        late[place] = time.perf_counter() - started

    threads = [threading.Thread(target=look, args=(place,)) for place in range(len(clients))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if not all(late):
        raise RuntimeError("the change never became visible")
    time.sleep(0.2)
    return late


def _search_on(address: str, stop: threading.Event, searched: list[int]) -> None:
    with connected(address, _OFFICER) as client:
        number = 0
        while not stop.is_set():
            number += 7
            name = listed(number % 20_000).names[0].full
            client.search(watchlist_pb2.SearchRequest(names=[watchlist_pb2.SubjectName(full=name)]))
            searched[0] += 1


def posts(given: argparse.Namespace, folder: Path) -> None:
    """A post follows on a good link."""
    _follow(given, folder, None)


def badlink(given: argparse.Namespace, folder: Path) -> None:
    """A post follows on 64 kbit/s, with resets and black holes."""
    weather = Weather(resets_after=(5.0, 40.0), holes_after=(5.0, 80.0), hole=10.0)
    _follow(given, folder, weather)


def _follow(given: argparse.Namespace, folder: Path, weather: Weather | None) -> None:
    """Late is the time from the acknowledgement at the centre to the commit at the post."""
    with centre_on(given, folder) as (database, settings, post), ExitStack() as stack:
        fill(database, given.entries or 2_000)
        address = stack.enter_context(serving_posts(database, settings))
        link: BadLink | None = None
        if weather is not None:
            host, _, port = address.rpartition(":")
            link = stack.enter_context(BadLink((host, int(port)), weather))
            address = link.address
        there = post.model_copy(update={"centre": address})
        own = stack.enter_context(Database(post.database_url))
        upgrade(own)
        copy = stack.enter_context(open_copy(there))
        state = SqlListCopy(copy).state
        stack.enter_context(
            post_line(own, copy, there, device_id="post", on_change=lambda: None, on_replacement=lambda: None)
        )
        started = time.perf_counter()
        while state().as_of is None:
            time.sleep(0.01)
        print(f"the whole list was there after {time.perf_counter() - started:.1f} s")
        late = _changes_and_waits(database, lambda: state().list_version, given, is_paced=weather is not None)
        tell("change → in the copy on the disk", late)
        if link is not None:
            print(f"{link.resets} resets, {link.holes} black holes, {link.forwarded_bytes / 1e3:,.0f} kB")
        prove_equal(database, copy)


def _changes_and_waits(
    database: Database, version: Callable[[], int], given: argparse.Namespace, *, is_paced: bool
) -> list[float]:
    """Two changes a second; a thread beside sees when each has arrived."""
    made: list[tuple[int, float]] = []
    late: list[float] = []
    done = threading.Event()

    def watch() -> None:
        while not (done.is_set() and len(late) == len(made)):
            reached, at = version(), time.perf_counter()
            while len(late) < len(made) and made[len(late)][0] <= reached:
                late.append(at - made[len(late)][1])
            time.sleep(0.002)

    watcher = threading.Thread(target=watch)
    watcher.start()
    ends = time.perf_counter() + given.seconds
    number = 0
    while time.perf_counter() < ends if is_paced else number < given.changes:
        reached = SqlEntryStore(database).apply(Changes((listed(number, prefix="new"),), (), (), 0), draft_of())
        made.append((reached, time.perf_counter()))
        number += 1
        time.sleep(0.5 if is_paced else 0.1)
    done.set()
    watcher.join()
    return late


def parts(given: argparse.Namespace, folder: Path) -> None:
    """What each step costs by itself."""
    with centre_on(given, folder) as (database, settings, post):
        count = given.entries or 100_000
        fill(database, count)
        seconds(f"digest of the whole list, {count:,} entries", lambda: database.read(digest_of_list))
        signer, trust = Ed25519Signer.load(settings.sync_key or Path()), trust_of(post)
        one = _feed(database, settings).batches(0, size=20, page=20)[0].signed
        text = one.stamp.signed_text(one.key_id)
        seconds("1,000 stamps signed", lambda: [signed(one.stamp, signer) for _ in range(1000)], 1000)
        check = partial(trust.verify, one.key_id, text, one.signature)
        seconds("1,000 signatures checked", lambda: [check() for _ in range(1000)], 1000)


@contextmanager
def centre_on(given: argparse.Namespace, folder: Path) -> Iterator[tuple[Database, Settings, Settings]]:
    """An empty centre with a key, and the settings of a post that believes it."""
    private, public = folder / "centre.pem", folder / "centre.pub"
    public.write_text(make_key(private).public_pem())
    with ExitStack() as stack:
        url = f"sqlite:///{folder}/centre.sqlite" if given.sqlite else stack.enter_context(postgres())
        given.url = url
        database = stack.enter_context(Database(url))
        upgrade(database)
        post = Settings(
            database_url=f"sqlite:///{folder}/post.sqlite", list_copy=folder / "copy.sqlite", centre_keys=public
        )
        yield database, Settings(sync_listen="127.0.0.1:0", sync_key=private), post


@contextmanager
def postgres() -> Iterator[str]:
    """A real PostgreSQL 18 for as long as the context lasts."""
    import pgserver  # noqa: PLC0415 - only for those who measure with it

    folder = Path(tempfile.mkdtemp(prefix="lintas-bench-pg-"))
    folder.chmod(0o711)
    server = pgserver.get_server(folder / "data", cleanup_mode="delete")
    try:
        yield str(server.get_uri()).replace("postgresql://", "postgresql+psycopg://")
    finally:
        server.cleanup()


@contextmanager
def service(url: str, key: Path | None = None) -> Iterator[str]:
    """`lintas serve` as a process of its own; its address for terminals, or with a `key` the one for posts."""
    environment = os.environ | {
        "LINTAS_DATABASE_URL": url,
        "LINTAS_WEB_LISTEN": "",
        "PYTHONUNBUFFERED": "1",
        "COLUMNS": "200",
        "LANG": "C.UTF-8",
    }
    if key is not None:
        environment |= {"LINTAS_SYNC_LISTEN": "127.0.0.1:0", "LINTAS_SYNC_KEY": str(key)}
    command = [_LINTAS, "serve", "--listen", "127.0.0.1:0"]
    wanted = "Posts on " if key is not None else "gRPC on "
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        lines = iter(process.stderr or ())
        told = next((line for line in lines if wanted in line), "")
        if not told:
            raise RuntimeError("the service did not start")
        threading.Thread(target=lambda: [None for _ in lines], daemon=True).start()
        yield told.split(wanted)[1].split(",")[0].strip()
    finally:
        process.terminate()
        process.wait(30)


def fill(database: Database, count: int) -> None:
    """So many invented persons."""
    started = time.perf_counter()
    for start in range(0, count, 20_000):
        entries = tuple(listed(number) for number in range(start, min(count, start + 20_000)))
        SqlEntryStore(database).apply(Changes(entries, (), (), 0), draft_of())
    print(f"list of {count:,} entries on {database.engine.dialect.name} ({time.perf_counter() - started:.1f} s)")


def change_all(database: Database, count: int) -> None:
    """Every entry changes once."""
    for start in range(0, count, 20_000):
        entries = tuple(changed(number) for number in range(start, min(count, start + 20_000)))
        SqlEntryStore(database).apply(Changes((), entries, (), 0), draft_of())


def _feed(database: Database, settings: Settings) -> ChangeFeed:
    if settings.sync_key is None:
        raise RuntimeError("the centre has a key")
    signer = Ed25519Signer.load(settings.sync_key)
    return ChangeFeed(SqlChangeLog(database), signer, lambda: datetime.now(UTC), timedelta(hours=24))


def prove_equal(database: Database, copy: Database) -> None:
    """Raises RuntimeError where the copy is not the list."""
    if database.read(digest_of_list) != SqlListCopy(copy).list_digest():
        raise RuntimeError("the copy is not the list")
    print("digests are equal")


def seconds(what: str, work: Callable[[], object], parts_of: int = 1) -> float:
    """Run and tell how long it took, by the wall and in processor time of this process."""
    started, used = time.perf_counter(), time.process_time()
    work()
    took, used = time.perf_counter() - started, time.process_time() - used
    each = f" ({used / parts_of * 1e6:.0f} µs of the processor each)" if parts_of > 1 else ""
    print(f"{what}: {took:.2f} s, {used:.2f} s of the processor{each}")
    return took


def tell(what: str, late: list[float]) -> None:
    """Percentiles."""
    ordered = sorted(late)

    def at(share: float) -> str:
        return f"{ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000:,.0f} ms"

    print(f"{what}: p50 {at(0.5)}, p95 {at(0.95)}, p99 {at(0.99)}, worst {at(1)}, {len(ordered)} changes")


_WHAT: Final = {"delta": delta, "replicas": replicas, "posts": posts, "badlink": badlink, "parts": parts}

if __name__ == "__main__":
    main()
