"""Search as you type on the supervisors' desk: `python -m benchmarks.desk_search --entries 1000000`.

Imports invented persons into a data base (kept with `--folder`, so that the next run finds it), starts `lintas serve`
on it, signs in as a supervisor and types names letter by letter, as the desk's script does: a request for the results
a pause in typing, here after every letter from the third on. Times are from the request to the last byte of the page,
over HTTP on loopback. Bar (issue 8): p95 <= 150 ms with 1 M entries.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from benchmarks.matching_population import Population, population
from benchmarks.served import Service, free_port
from console.migrations import upgrade
from console.settings import Settings
from console.wiring import open_house
from ledger.actor import Actor, Role
from ledger.sql import Database
from tests.console.web.browser import Browser
from watchlist.following import Following
from watchlist.lists import ImportOrder, Lists
from watchlist.search import Searcher
from watchlist.sources.lintas_csv import COLUMNS
from watchlist.sql import SqlDocuments, SqlEntryStore, SqlListStore

_PASSWORD = "jembatan merah di pagi hari"  # noqa: S105 - of a data base that lives for minutes
_FIRST_LETTERS = 3
_SEED = 20261124
_SYSTEM = Actor("bench", "bench", Role.SYSTEM)


def typed_ms(at: Service, names: list[str]) -> list[float]:
    """Each name letter by letter; gives the time of each request."""
    browser = Browser(at.url)
    browser.sign_in("bench", _PASSWORD)
    taken: list[float] = []
    for name in names:
        for end in range(_FIRST_LETTERS, len(name) + 1):
            started = time.perf_counter()
            answer = browser.get(f"/desk/results?q={quote(name[:end])}")
            taken.append((time.perf_counter() - started) * 1000)
            if answer.status != 200:
                raise RuntimeError(f"{answer.status}: {answer.says[:300]}")
    return taken


def prepared(folder: Path, entries: int) -> list[str]:
    """A data base with that many persons and one supervisor; gives some of the names to type."""
    url = f"sqlite:///{folder}/lintas.sqlite"
    people = population(entries, _SEED)
    if not (folder / "lintas.sqlite").exists():
        with Database(url) as database:
            upgrade(database)
            _import(database, folder / "persons.csv", people)
        with open_house(Settings(database_url=url, training=False)) as house:
            house.accounts.roster.create("bench", Role.SUPERVISOR, _SYSTEM, password=_PASSWORD)
    return [people.name(number) for number in range(0, entries, max(1, entries // 1000))]


def _import(database: Database, file: Path, people: Population) -> None:
    with file.open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        for number in range(len(people)):
            entry = people.entry(number)
            row = {
                "entry_id": entry.entry_id, "kind": "person", "category": "wanted", "action": "verify_identity",
                "authority": "Authority", "names": people.name(number), "birth_dates": str(entry.birth_dates[0]),
                "nationalities": entry.nationalities[0],
            }  # fmt: skip
            writer.writerow([row.get(each, "") for each in COLUMNS])
    store, documents = SqlEntryStore(database), SqlDocuments(database)
    version = store.list_version()
    searcher = Following(store, Searcher(documents.held(), version, documents=documents), version, documents)
    lists = Lists(store=store, imports=SqlListStore(database), searcher=searcher, now=lambda: datetime.now(UTC))
    lists.import_list(ImportOrder("benchmark", [file], _SYSTEM, "benchmark"))
    file.unlink()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument("--names", type=int, default=30)
    parser.add_argument("--folder", type=Path, default=None, help="where the data base stays; else a temporary one")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lintas-desk-") as name:
        folder = chosen.folder or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        names = prepared(folder, chosen.entries)
        at = Service(folder, free_port(), {"LINTAS_TRAINING": "false"})
        up_after_s = at.start()
        try:
            typed_ms(at, names[:2])
            taken = typed_ms(at, random.Random(5).sample(names, min(chosen.names, len(names))))
            memory_mb = at.memory_mb
        finally:
            at.stop()
    figures = {
        "entries": chosen.entries,
        "requests": len(taken),
        "p50_ms": statistics.median(taken),
        "p95_ms": statistics.quantiles(taken, n=20)[-1],
        "most_ms": max(taken),
        "up_after_s": up_after_s,
        "service_mb": memory_mb,
    }
    print(json.dumps({name: round(value, 1) for name, value in figures.items()}, indent=2))


if __name__ == "__main__":
    main()
