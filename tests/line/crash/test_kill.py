"""kill -9 at random points of changes, imports and of a following copy: nothing acknowledged is lost, nothing is half.

LINTAS_KILLS: how often each kind is killed (8 where it is not set; the published run takes 100 of each).
A killed process cannot tell a flushed log from one that the system holds: that is asked by `test_power_cut.py`.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import time
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from tests.line.crash.work import KINDS, centre_of, half_done, look
from tests.watchlist.replica.lists import Centre, opened

KILLS = int(os.environ.get("LINTAS_KILLS", "8"))
_LONGEST_S = 0.25  # after the first acknowledgement


def _work(kind: str, path: Path, told: Connection) -> None:
    KINDS[kind](path, told.send)


@pytest.fixture(scope="module")
def processes() -> multiprocessing.context.ForkServerContext:
    """Processes that have everything loaded already."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.line.crash.work"])
    return context


def _killed(process: BaseProcess, told: Connection, after_s: float) -> list[int]:
    """What it had acknowledged when it was killed, `after_s` seconds after the first acknowledgement."""
    acknowledged = [told.recv()]
    time.sleep(after_s)
    process.kill()
    process.join()
    try:
        while True:
            acknowledged.append(told.recv())
    except (EOFError, OSError):
        return acknowledged


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_nothing_acknowledged_is_lost(
    processes: multiprocessing.context.ForkServerContext, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "killed.sqlite"
    opened(path).close()
    rows = _made_centre(path) if kind == "follow" else ()
    chance = random.Random(20261124)
    acknowledged_in_all = 0
    for _ in range(KILLS):
        receive, send = processes.Pipe(duplex=False)
        process = processes.Process(target=_work, args=(kind, path, send), daemon=True)
        process.start()
        send.close()
        acknowledged = _killed(process, receive, chance.uniform(0, _LONGEST_S))
        acknowledged_in_all += len(acknowledged)
        found = look(path)
        assert found.faults == ()
        assert half_done(kind, found) == ""
        if kind == "follow":
            assert found.rows == rows[: len(found.rows)]
            assert found.list_version == (found.rows[-1].list_version if found.rows else 0)
            assert found.list_version in {*acknowledged, *_next(acknowledged[-1], len(rows))}
        else:
            assert found.list_version >= acknowledged[-1]
    assert acknowledged_in_all > KILLS


def _next(version: int, whole: int) -> set[int]:
    """Where a copy may be that had just written what it could not acknowledge any more."""
    return {min(version + 21, whole), 40}


def _made_centre(path: Path) -> tuple[object, ...]:
    database = opened(centre_of(path))
    Centre(database).add(300)
    database.close()
    return look(centre_of(path)).rows
