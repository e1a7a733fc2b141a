"""What asking the record costs at the counter: history look-ups over a large SQLite record.

    python -m benchmarks.patterns_history [--rows 300000] [--count 2000]

Fills a SQLite data base from the invented crossings, then asks for travellers with many crossings, a party and three
contacts. Times on one thread, in ms, by the wall clock and of the processor alone; the bar is 2 ms (issue E).
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from sqlalchemy import insert

from console.migrations import upgrade
from ledger.sql import Database
from tests.verifier.people import GOOD
from verifier.model.journey import Booking, Direction, Journey
from verifier.model.presentation import Presentation
from verifier.mrz.parse import parse
from verifier.patterns.keys import Keyring
from verifier.patterns.synthetic.world import SPAN, generate
from verifier.sql.crossing_tables import contacts, crossings
from verifier.sql.history import SqlHistory


def _fill(database: Database, folder: Path) -> None:
    for name, table in (("crossings", crossings), ("crossing_contacts", contacts)):
        for batch in pq.ParquetFile(folder / f"{name}.parquet").iter_batches(20_000):
            rows = batch.to_pylist()
            database.write(lambda connection, table=table, rows=rows: connection.execute(insert(table), rows))  # type: ignore[misc]  # bound now


class _Known(Keyring):
    """Gives keys of the invented record instead of making them."""

    def __init__(self) -> None:
        super().__init__(bytes(32))
        self._person, self._named = 0, [0, 0, 0]

    def meet(self, person: int, named: list[int]) -> None:
        """Somebody else stands at the counter."""
        self._person, self._named = person, named

    def key(self, kind: Any, *parts: str) -> int | None:
        return self._person if kind.value == "person" else super().key(kind, *parts)

    def contact_key(self, contact: str) -> int | None:
        return self._named[int(contact)]


def main() -> None:
    """Fill, ask, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, default=300_000)
    arguments.add_argument("--count", type=int, default=2000)
    given = arguments.parse_args()
    draw = random.Random(7)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        generate(folder / "world", given.rows, 3)
        persons = pq.read_table(folder / "world/crossings.parquet", columns=["person_key"])["person_key"]
        people = [each for each in persons.to_pylist() if each is not None]
        named = pq.read_table(folder / "world/crossing_contacts.parquet")["contact_key"].to_pylist()
        with Database(f"sqlite:///{folder}/h.sqlite") as database:
            upgrade(database)
            _fill(database, folder / "world")
            wall, cpu = _ask(database, people, named, draw, given.count)
    for name, times in (("wall", sorted(wall)), ("cpu", sorted(cpu))):
        p50, p99 = times[len(times) // 2], times[int(len(times) * 0.99)]
        print(f"{name:4} p50 {p50:.3f} ms   p99 {p99:.3f} ms   max {times[-1]:.3f} ms   n {len(times)}")


def _ask(
    database: Database, people: list[int], named: list[int], draw: random.Random, count: int
) -> tuple[list[float], list[float]]:
    now = datetime.fromtimestamp(SPAN.until_s, tz=UTC)
    record = parse(GOOD, now.date())
    booking = Booking(contact_hashes=("0", "1", "2"), agency_licence="LIC 1")
    shown = Presentation(mrz_lines=GOOD, journey=Journey(direction=Direction.DEPARTURE, booking=booking))
    wall, cpu = [], []
    keyring = _Known()
    history = SqlHistory(database, keyring, post="CGK")
    for _ in range(count):
        # drawn by crossings and by mentions: frequent travellers and popular hotels come up as they do at a counter
        keyring.meet(draw.choice(people), draw.choices(named, k=3))
        started, started_cpu = time.perf_counter(), time.thread_time()
        history.of(shown, record, now)
        cpu.append((time.thread_time() - started_cpu) * 1000)
        wall.append((time.perf_counter() - started) * 1000)
    return wall, cpu


if __name__ == "__main__":
    main()
