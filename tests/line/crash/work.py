"""Work that is killed in the middle. Each kind says what it was told to be done, as soon as it was."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from console.audit import Audit
from ledger.sql import Database
from tests.watchlist.people import SUPERVISOR, draft, person
from tests.watchlist.replica.lists import SIGNER, TRUST
from watchlist.codec import from_json
from watchlist.entry import Entry
from watchlist.imports.report import ImportOrder
from watchlist.imports.take_in import take_in
from watchlist.replica.copy import CopyKeeper
from watchlist.replica.log import ChangeFeed
from watchlist.replica.row import Row
from watchlist.replica.snapshot import Snapshot, write_snapshot
from watchlist.sql import SqlEntryStore
from watchlist.sql.change_log import SqlChangeLog, all_rows
from watchlist.sql.imports import SqlListStore
from watchlist.sql.replica import SqlListCopy
from watchlist.store import Changes

IMPORTED = 120  # rows of one import
CHANGED = 5  # entries of one change
_HEADER = (
    "entry_id,kind,category,action,authority,names,family,given,birth_dates,birth_places,sex,nationalities,"
    "documents,identity_numbers,legal_ground,valid_from,valid_until,remarks"
)
Acknowledge = Callable[[int], None]


def now() -> datetime:
    """The time."""
    return datetime.now(UTC)


@contextmanager
def on(path: Path) -> Iterator[Database]:
    """A data base that is at the newest schema already."""
    with Database(f"sqlite:///{path}") as database:
        yield database


def change(path: Path, acknowledge: Acknowledge) -> None:
    """Adds and changes entries, five at a time, until somebody ends it."""
    with on(path) as database:
        store = SqlEntryStore(database)
        for number in itertools.count(store.list_version()):
            acknowledge(store.apply(_changes(store, number), draft()))


def _changes(store: SqlEntryStore, number: int) -> Changes:
    """All five say the same number: half a change would show."""
    known = store.current("test")
    told = [person(f"e{n}", f"PERSON {n}", remarks=str(number)) for n in range(CHANGED)]
    if not known:
        return Changes(tuple(told), (), (), 0)
    changed = [replace(entry, version=known[entry.entry_id][1].version + 1) for entry in told]
    return Changes((), tuple(changed), (), 0)


def import_lists(path: Path, acknowledge: Acknowledge) -> None:
    """Imports one version of a list after another, until somebody ends it."""
    with on(path) as database, tempfile.TemporaryDirectory() as folder:
        store = SqlListStore(database)
        for number in itertools.count(SqlEntryStore(database).list_version()):
            file = Path(folder) / f"{number}.csv"
            rows = (
                f"E{n},person,travel_ban,refuse_departure,Authority,PERSON {n},,,,,,,,,,,,round {number}"
                for n in range(IMPORTED)
            )
            file.write_text("\n".join([_HEADER, *rows]) + "\n")
            order = ImportOrder("crash", (file,), SUPERVISOR, f"request-{number}", "lintas-csv")
            acknowledge(take_in(order, store, now()).list_version)


def follow(path: Path, acknowledge: Acknowledge) -> None:
    """Brings a copy up from its centre beside it, in small pieces; begins anew with a snapshot whenever it is done."""
    with on(path) as copy, on(centre_of(path)) as centre:
        log = SqlChangeLog(centre)
        feed = ChangeFeed(log, SIGNER, now, timedelta(hours=24))
        keeper = CopyKeeper(SqlListCopy(copy), TRUST, now)
        file = path.with_suffix(".lintas-snapshot")
        while True:
            state = keeper.state()
            if state.list_version == log.list_version():
                log.with_everything(lambda rows: write_snapshot(file, itertools.islice(rows, 40), feed.stamp_snapshot))
                state = keeper.install(Snapshot(file, TRUST), may_go_back=True)
            else:
                state = keeper.take(feed.batches(state.list_version, size=7, page=21))
            acknowledge(state.list_version)


def centre_of(path: Path) -> Path:
    """The centre's data base of a copy."""
    return path.with_name("centre.sqlite")


KINDS: Mapping[str, Callable[[Path, Acknowledge], None]] = {
    "change": change,
    "import": import_lists,
    "follow": follow,
}


@dataclass(frozen=True, slots=True)
class Found:
    """What stands afterwards."""

    list_version: int
    entries: dict[str, Entry]
    faults: tuple[str, ...]
    rows: tuple[Row, ...]


def look(path: Path) -> Found:
    """Read everything, and verify the record as `lintas audit verify` does."""
    with on(path) as database:
        rows = tuple(database.read(lambda connection: list(all_rows(connection))))
        entries = {entry.entry_id: entry for entry in map(from_json, (row.entry for row in rows))}
        with database.engine.connect() as connection:
            sound = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
        report = Audit(database).verify()
        faults = tuple(f"{fault.kind.value} {fault.sequence}: {fault.detail}" for fault in report.faults)
        version = SqlEntryStore(database).list_version()
    return Found(version, entries, faults if sound == "ok" else (*faults, str(sound)), rows)


def half_done(kind: str, found: Found) -> str:
    """Why this is half of something; '' where it is whole."""
    if kind == "follow":
        return ""  # told by the rows of its centre
    per_round = CHANGED if kind == "change" else IMPORTED
    rounds = {entry.remarks for entry in found.entries.values()}
    if found.entries and (len(rounds) != 1 or len(found.entries) != per_round):
        return f"{len(found.entries)} entries of {len(rounds)} rounds"
    return "" if found.list_version % per_round == 0 else f"version {found.list_version}"
