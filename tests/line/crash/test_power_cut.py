"""A power cut at a random write: with `synchronous=FULL` nothing acknowledged is lost; `NORMAL` must lose something.

The product's own SQL, as it runs for changes, imports and a copy that follows, is recorded once and run again on a disk
that loses unsynced writes (the driver cannot be put on one). LINTAS_POWER_CUTS: how many cuts for each setting (20
where it is not set; the published run takes 300).
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from ledger.sql import Database
from ledger.sql.database import _SQLITE_PRAGMAS
from tests.line.crash import work
from tests.line.crash.lossy_disk import LossyDisk, LossyFile, replayed
from tests.line.crash.work import KINDS, centre_of, half_done, look
from tests.watchlist.replica.lists import Centre, opened

CUTS = int(os.environ.get("LINTAS_POWER_CUTS", "20"))
_ACKNOWLEDGED = 6  # of each kind of work


class Enough(Exception):  # noqa: N818 - ends the work
    """As much work as is needed was done."""


@dataclass(slots=True)
class Listener:
    """Gathers the writing transactions of all connections, in the order in which they were committed."""

    statements: list[str | int] = field(default_factory=list)
    _open: dict[int, list[str]] = field(default_factory=dict)

    def on(self, driver: Any) -> None:
        """Listen to this connection, too."""
        driver.set_trace_callback(lambda sql: self._hear(id(driver), sql))

    def _hear(self, connection: int, sql: str) -> None:
        if sql.startswith("BEGIN"):
            self._open[connection] = [sql]
        elif connection in self._open:
            self._open[connection].append(sql)
            if sql in {"COMMIT", "ROLLBACK"}:
                whole = self._open.pop(connection)
                if whole[0] == "BEGIN IMMEDIATE":
                    self.statements += whole


@dataclass(frozen=True, slots=True)
class Recorded:
    """A data base before the work, and the work as SQL with its acknowledgements in between."""

    kind: str
    before: bytes
    statements: tuple[str | int, ...]

    @property
    def acknowledged(self) -> list[int]:
        """All of them."""
        return [each for each in self.statements if isinstance(each, int)]


def recorded(kind: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Recorded:
    """Let the product do its work, and listen."""
    path = folder / f"{kind}.sqlite"
    opened(path).close()
    if kind == "follow":
        database = opened(centre_of(path))
        Centre(database).add(120)
        database.close()
    listener = Listener()

    def listened(url: str) -> Database:
        database = Database(url)
        if url.endswith(path.name):
            event.listen(database.engine, "connect", lambda driver, _: listener.on(driver))
        return database

    def acknowledge(version: int) -> None:
        listener.statements.append(version)
        if sum(isinstance(each, int) for each in listener.statements) == _ACKNOWLEDGED:
            raise Enough

    monkeypatch.setattr(work, "Database", listened)
    before = path.read_bytes()
    with pytest.raises(Enough):
        KINDS[kind](path, acknowledge)
    return Recorded(kind, before, tuple(listener.statements))


@pytest.fixture(scope="module", params=sorted(KINDS))
def done(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recorded]:
    """One kind of work, as SQL."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        yield recorded(request.param, tmp_path_factory.mktemp("recorded"), monkeypatch)


@dataclass(slots=True)
class Tally:
    """What power cuts did: `lost` an acknowledged change, or `spoilt` something."""

    cuts: int = 0
    lost: int = 0
    spoilt: list[str] = field(default_factory=list)


def on_a_disk(done: Recorded, name: str, synchronous: str, cut_at: int) -> tuple[LossyDisk, list[int]]:
    """Run the work until the power goes; the disk, and what was acknowledged before."""
    pragmas = [pragma for pragma in _SQLITE_PRAGMAS if "synchronous" not in pragma and "busy" not in pragma]
    disk = LossyDisk(name, cut_at)
    disk.files["lintas.sqlite"] = LossyFile(bytearray(done.before), bytearray(done.before))
    acknowledged = replayed(name, [*pragmas, f"PRAGMA synchronous={synchronous}"], done.statements)
    return disk, acknowledged


def cut_again_and_again(done: Recorded, synchronous: str, folder: Path) -> Tally:
    """Cut the power at random places of the same work, and look each time what is left."""
    disk, acknowledged = on_a_disk(done, f"whole-{done.kind}-{synchronous}", synchronous, 1 << 60)
    assert acknowledged == done.acknowledged
    tally, chance = Tally(), random.Random(4711)
    for number in range(CUTS):
        cut_at = chance.randint(1, disk.operations)
        cut, acknowledged = on_a_disk(done, f"cut-{done.kind}-{synchronous}-{number}", synchronous, cut_at)
        place = folder / f"{synchronous}-{number}"
        place.mkdir()
        cut.write_out(place, chance)
        tally.cuts += 1
        _look(tally, done, place / "lintas.sqlite", len(acknowledged))
    return tally


def _look(tally: Tally, done: Recorded, path: Path, acknowledged: int) -> None:
    """The last acknowledged state stands, or the next one, which was written and not acknowledged any more."""
    try:
        found = look(path)
    except Exception as error:
        tally.spoilt.append(f"cannot be read: {type(error).__name__}")
        return
    states = [0, *done.acknowledged]
    if found.list_version not in states[acknowledged : acknowledged + 2]:
        tally.lost += 1
    elif found.faults or half_done(done.kind, found):
        tally.spoilt.append(" ".join((*found.faults, half_done(done.kind, found))))


def test_full_loses_nothing_that_was_acknowledged(done: Recorded, tmp_path: Path) -> None:
    tally = cut_again_and_again(done, "FULL", tmp_path)
    assert (tally.cuts, tally.lost, tally.spoilt) == (CUTS, 0, [])


def test_the_control_loses_something(done: Recorded, tmp_path: Path) -> None:
    """Otherwise the test above could not fail."""
    tally = cut_again_and_again(done, "NORMAL", tmp_path)
    assert tally.lost > 0


def test_the_product_runs_with_full() -> None:
    assert "PRAGMA synchronous=FULL" in _SQLITE_PRAGMAS
