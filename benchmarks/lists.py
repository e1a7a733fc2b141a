"""Imports of whole lists: `python -m benchmarks.lists --documents 1000000 --json`.

A million invented lost documents into an empty data base, the same file again, the next day's file (one row in a
hundred changed, gone or new), then how long the look-up of a listed and of an unlisted number takes, and what it needs
in memory. With `--persons 100000`, a hundred thousand invented persons through our CSV, index and first search
included. `--database postgresql+psycopg://…` instead of a fresh SQLite file. Each import runs in a process of its own,
whose peak memory is told, the program itself included. `cpu_s` is what to look at on a machine that others use too.
"""

from __future__ import annotations

import argparse
import csv
import json
import multiprocessing
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from console.migrations import upgrade
from ledger.actor import Actor, Role
from ledger.sql import Database
from watchlist.entry import DocumentKey, Subject
from watchlist.following import Following
from watchlist.lists import ImportOrder, Lists
from watchlist.search import Searcher
from watchlist.sources.lintas_csv import COLUMNS
from watchlist.sources.lost_documents import TEMPLATE
from watchlist.sql import SqlDocuments, SqlEntryStore, SqlListStore

_NOW = datetime(2026, 11, 24, tzinfo=UTC)
_SUPERVISOR = Actor("bench", "supervisor", Role.SUPERVISOR)
_SEED = 20261124
_ISSUERS = ("IDN", "MYS", "SGP", "AUS", "D", "NLD")
_SEARCHES = 2000


def main() -> None:
    """Import, search, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--persons", type=int, default=0)
    parser.add_argument("--database", default="", help="URL of an empty data base")
    parser.add_argument("--folder", type=Path, default=None, help="where files go; a temporary folder otherwise")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lintas-bench-", dir=chosen.folder) as name:
        folder = Path(name)
        url = chosen.database or f"sqlite:///{folder / 'bench.sqlite'}"
        with Database(url) as database:
            upgrade(database)
        figures: dict[str, float] = {}
        if chosen.documents:
            figures |= _documents(folder, url, chosen.documents)
        if chosen.persons:
            figures |= _persons(folder, url, chosen.persons)
    for key, value in figures.items():
        if not chosen.json:
            print(f"{key:34}{value:14,.2f}")
    if chosen.json:
        print(json.dumps({key: round(value, 3) for key, value in figures.items()}))


def _documents(folder: Path, url: str, count: int) -> dict[str, float]:
    today, tomorrow = folder / "today.csv", folder / "tomorrow.csv"
    _write_documents(today, count, is_next_day=False)
    _write_documents(tomorrow, count, is_next_day=True)
    figures: dict[str, float] = {"documents": count, "file_mb": today.stat().st_size / 1e6}
    for what, path in (("first", today), ("again", today), ("next_day", tomorrow)):
        told = _apart(_import, url, path, "lost-documents")
        figures |= {f"{what}_{name}": told[name] for name in ("s", "cpu_s", "peak_rss_mb")}
        figures |= {f"{what}_{name}": told[name] for name in ("added", "changed", "removed", "unchanged")}
    figures |= _apart(_look_up, url, today, "")
    return figures


def _persons(folder: Path, url: str, count: int) -> dict[str, float]:
    path = folder / "persons.csv"
    chance = random.Random(_SEED)
    with path.open("w", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS)
        writer.writeheader()
        for number in range(count):
            family, given, other = (_word(chance) for _ in range(3))
            born = f"{chance.randrange(1940, 2008)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
            writer.writerow(
                {
                    "entry_id": f"P-{number}",
                    "kind": "person",
                    "category": "travel_ban",
                    "action": "refuse_departure",
                    "authority": "Authority",
                    "names": f"{given} {other} {family}|{given} {family}",
                    "family": family,
                    "given": given,
                    "birth_dates": born,
                    "nationalities": "IDN",
                }
            )
    told = _apart(_import, url, path, "persons")
    return {"persons": count} | {f"persons_{name}": told[name] for name in ("s", "cpu_s", "peak_rss_mb")}


def _word(chance: random.Random) -> str:
    """A name that nobody bears: two to four syllables."""
    return "".join(chance.choice("BCDGHJKLMNPRSTWY") + chance.choice("AEIOU") for _ in range(chance.randrange(2, 5)))


def _write_documents(path: Path, count: int, *, is_next_day: bool) -> None:
    """Rows in random order of number. The next day one in 100 is gone, one is another, and as many are new."""
    chance = random.Random(_SEED)
    numbers = chance.sample(range(10 * count), count)
    with path.open("w") as out:
        out.write(TEMPLATE.partition("\n")[0] + "\n")
        for place, number in enumerate(numbers):
            shown = number + 10 * count if is_next_day and place % 100 == 0 else number
            is_other = is_next_day and place % 100 == 1
            status = "revoked" if is_other else ("lost", "stolen", "stolen_blank")[number % 3]
            out.write(
                f"{_ISSUERS[number % 6]},P,{'ABCEX'[number % 5]}{shown:09d},{status},2026-0{number % 9 + 1}-15,"
                f"Immigration Directorate {number % 20}\n"
            )


def _apart(work: Callable[[str, Path, str], dict[str, float]], url: str, path: Path, list_id: str) -> dict[str, float]:
    """In a fresh process, so that its peak memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, (url, path, list_id))


def _import(url: str, path: Path, list_id: str) -> dict[str, float]:
    """As the service does it: open, import, take it in for searching."""
    with Database(url) as database:
        store, documents = SqlEntryStore(database), SqlDocuments(database)
        version = store.list_version()
        searcher = Following(store, Searcher(documents.held(), version, documents=documents), version, documents)
        lists = Lists(store=store, imports=SqlListStore(database), searcher=searcher, now=lambda: _NOW)
        started, cpu_started = time.perf_counter(), time.process_time()
        report = lists.import_list(ImportOrder(list_id, [path], _SUPERVISOR, f"request-{time.time_ns()}"))
        lists.search(Subject(documents=(DocumentKey("IDN", "X1234567"),)))
        elapsed_s, cpu_s = time.perf_counter() - started, time.process_time() - cpu_started
    told = ("added", "changed", "removed", "unchanged")
    measured = {"s": elapsed_s, "cpu_s": cpu_s, "peak_rss_mb": _peak_mb()}
    return measured | {name: getattr(report, name) for name in told}


def _look_up(url: str, path: Path, _list_id: str) -> dict[str, float]:
    with Database(url) as database:
        before_mb, started = _now_mb(), time.perf_counter()
        documents = SqlDocuments(database)
        opened_s, memory_mb = time.perf_counter() - started, _now_mb() - before_mb
        listed, unlisted = list(_numbers(path)), [f"Q{number:09d}" for number in range(_SEARCHES)]
        found_us, missed_us = _each_us(documents, listed), _each_us(documents, unlisted)
        hits = sum(bool(documents.with_number(number)) for number in listed)
        passed = sum(documents.may_hold(number) for number in unlisted)
    return {
        "open_s": opened_s,
        "open_memory_mb": memory_mb,
        "filter_mb": documents.filter_bytes / 1e6,
        "listed_us_p50": statistics.median(found_us),
        "listed_us_p95": statistics.quantiles(found_us, n=100)[94],
        "listed_us_p99": statistics.quantiles(found_us, n=100)[98],
        "unlisted_us_p50": statistics.median(missed_us),
        "unlisted_us_p95": statistics.quantiles(missed_us, n=100)[94],
        "unlisted_us_p99": statistics.quantiles(missed_us, n=100)[98],
        "filter_false_percent": 100 * passed / len(unlisted),
        "found_percent": 100 * hits / len(listed),
    }


def _numbers(path: Path) -> Iterator[str]:
    """Of rows that the next day's file still has."""
    with path.open() as rows:
        for line, row in enumerate(rows):
            if line % 100 == 50:
                yield row.split(",")[2]
            if line > 100 * _SEARCHES:
                return


def _each_us(documents: SqlDocuments, numbers: list[str]) -> list[float]:
    elapsed_us = []
    for number in numbers:
        started = time.perf_counter()
        documents.with_number(number)
        elapsed_us.append((time.perf_counter() - started) * 1e6)
    return elapsed_us


def _peak_mb() -> float:
    # not ru_maxrss: a new process takes that over from whoever started it, and here that is who wrote the files
    told = Path("/proc/self/status").read_text()
    return int(told.partition("VmHWM:")[2].split()[0]) / 1024


def _now_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


if __name__ == "__main__":
    main()
