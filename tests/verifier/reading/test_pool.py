"""The pool: bounded, in time, and whole again after whatever its jobs and callers do."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from functools import partial

import numpy as np
import pytest
from numpy.typing import NDArray

from ledger.errors import Fault, LintasError
from tests.verifier.reading.samples import FOLDER, sample
from verifier.model.reading import Reading
from verifier.reading.deadline import Deadline, left_s, within
from verifier.reading.lazy import LazyReader
from verifier.reading.ocrb import OcrbReader
from verifier.reading.pool import ReadingPool, WorkerPool
from verifier.reading.readers import Readers

BLANK = np.zeros((10, 10, 3), dtype=np.uint8)
LONG_S = 30.0  # never waited out: long enough that a test which hangs is a bug, not bad luck


class HeldReader:
    """Says when it has begun, then waits until it is let go. Counts how many run at once."""

    name = "held"

    def __init__(self) -> None:
        self.begun = threading.Semaphore(0)
        self.go = threading.Event()
        self.most_at_once = 0
        self._at_once = 0
        self._lock = threading.Lock()

    def read(self, image: NDArray[np.uint8]) -> tuple[Reading, ...]:
        with self._lock:
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        self.begun.release()
        assert self.go.wait(LONG_S)
        with self._lock:
            self._at_once -= 1
        return (reading(self.name),)


def reading(engine: str) -> Reading:
    """Some reading."""
    return Reading(("A",), ((),), engine, 1.0, 1.0, 1.0)


class Caller(threading.Thread):
    """A call on a thread of its own, and what came of it."""

    def __init__(self, call: Callable[[], object]) -> None:
        super().__init__()
        self._call = call
        self.outcome: object = None
        self.start()

    def run(self) -> None:
        try:
            self.outcome = self._call()
        except LintasError as fault:
            self.outcome = fault.reason

    def result(self) -> object:
        """What the call returned, or the reason of its fault."""
        self.join(LONG_S)
        assert not self.is_alive()
        return self.outcome


@contextmanager
def held_pool(workers: int, waiting: int) -> Iterator[tuple[ReadingPool, HeldReader]]:
    """A pool whose jobs wait for `go`; let go and closed in the end."""
    reader = HeldReader()
    pool = ReadingPool(reader, workers=workers, waiting=waiting)
    try:
        yield pool, reader
    finally:
        reader.go.set()
        pool.close()


def refusal(call: Callable[[], object]) -> LintasError:
    """The fault that the call raises."""
    with pytest.raises(LintasError) as caught:
        call()
    return caught.value


def test_it_reads() -> None:
    with held_pool(1, 0) as (pool, reader):
        reader.go.set()
        assert pool.read(BLANK, LONG_S)[0].engine == "held"


def test_no_more_at_once_than_workers_and_no_more_in_line_than_places() -> None:
    with held_pool(2, 3) as (pool, reader):
        callers = [Caller(lambda: pool.read(BLANK, LONG_S)) for _ in range(2)]
        for _ in callers:
            assert reader.begun.acquire(timeout=LONG_S)
        callers += [Caller(lambda: pool.read(BLANK, LONG_S)) for _ in range(6)]
        while sum(each.is_alive() for each in callers) > 5:
            time.sleep(0.01)
        refused = [each for each in callers if not each.is_alive()]
        assert [each.outcome for each in refused] == ["READING_BUSY"] * 3
        reader.go.set()
        assert sum(each.result() != "READING_BUSY" for each in callers) == 5
        assert reader.most_at_once == 2


def test_busy_is_a_fault_that_says_try_again() -> None:
    with held_pool(1, 0) as (pool, reader):
        caller = Caller(lambda: pool.read(BLANK, LONG_S))
        assert reader.begun.acquire(timeout=LONG_S)
        fault = refusal(lambda: pool.read(BLANK, LONG_S))
        assert (fault.fault, fault.reason) == (Fault.EXHAUSTED, "READING_BUSY")
        reader.go.set()
        assert caller.result() == (reading("held"),)
        assert pool.read(BLANK, LONG_S), "the place is free again"


def test_the_caller_is_answered_at_the_deadline_though_the_worker_hangs() -> None:
    with held_pool(1, 5) as (pool, _):
        fault = refusal(lambda: pool.read(BLANK, 0.05))
        assert (fault.fault, fault.reason) == (Fault.OVERDUE, "READING_DEADLINE")


@pytest.mark.parametrize("deadline_s", [0.0, -1.0])
def test_a_deadline_that_has_passed_already_starts_nothing(deadline_s: float) -> None:
    started: list[int] = []
    with WorkerPool(workers=1, waiting=1) as pool:
        assert refusal(lambda: pool.run(lambda: started.append(1), deadline_s)).reason == "READING_DEADLINE"
    assert started == []


def test_who_stops_waiting_leaves_the_line() -> None:
    started: list[int] = []
    with WorkerPool(workers=1, waiting=1) as pool:
        first, go = occupied(pool)
        assert refusal(lambda: pool.run(lambda: started.append(1), 0.05)).reason == "READING_DEADLINE"
        assert refusal(lambda: pool.run(lambda: started.append(2), 0.05)).reason == "READING_DEADLINE"
        go.set()
        assert first.result() is True
        assert pool.run(lambda: "free", LONG_S) == "free"
    assert started == [], "their callers had left before a worker was free"


def occupied(pool: WorkerPool) -> tuple[Caller, threading.Event]:
    """A caller whose job keeps one worker until the event is set."""
    begun, go = threading.Event(), threading.Event()

    def job() -> bool:
        begun.set()
        return go.wait(LONG_S)

    caller = Caller(lambda: pool.run(job, LONG_S))
    assert begun.wait(LONG_S)
    return caller, go


def refusal_or_none(call: Callable[[], object]) -> str:
    """The reason, '' when the call went well."""
    try:
        call()
    except LintasError as fault:
        return fault.reason
    return ""


def test_a_caller_that_is_interrupted_frees_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def result(future: Future[str], timeout: float | None = None) -> str:
        if threading.current_thread() is threading.main_thread():
            raise KeyboardInterrupt
        return waiting_for(future, timeout)

    waiting_for = Future[str].result
    with WorkerPool(workers=1, waiting=1) as pool:
        first, go = occupied(pool)
        monkeypatch.setattr("concurrent.futures.Future.result", result)
        with pytest.raises(KeyboardInterrupt):
            pool.run(lambda: "never", LONG_S)
        second = Caller(lambda: pool.run(lambda: "second", LONG_S))
        go.set()
        assert first.result() is True
        assert second.result() == "second"


@pytest.mark.parametrize("broken", [ValueError("secret text"), MemoryError(), RuntimeError("x"), AssertionError()])
def test_a_job_that_breaks_gives_a_named_fault_and_the_pool_goes_on(broken: Exception) -> None:
    def job() -> None:
        raise broken

    with WorkerPool(workers=1, waiting=0) as pool:
        for _ in range(3):
            fault = refusal(lambda: pool.run(job, LONG_S))
            assert (fault.fault, fault.reason) == (Fault.UNAVAILABLE, "READING_FAILED")
            assert fault.__cause__ is broken
            assert "secret" not in fault.message
        assert eventually_free(pool) == "still here"


def eventually_free(pool: WorkerPool) -> str:
    """A worker gives its place back a moment after its caller has the answer."""
    for _ in range(1000):
        if refusal_or_none(lambda: pool.run(lambda: "", LONG_S)) != "READING_BUSY":
            return "still here"
    return "stuck"


def test_a_fault_of_the_job_comes_through_as_it_is() -> None:
    def job() -> None:
        raise LintasError(Fault.INVALID, "IMAGE_EMPTY", "image: is empty")

    with WorkerPool(workers=1, waiting=0) as pool:
        assert refusal(lambda: pool.run(job, LONG_S)).reason == "IMAGE_EMPTY"


def test_closing_while_busy_lets_the_running_finish_and_drops_the_waiting() -> None:
    reader = HeldReader()
    pool = ReadingPool(reader, workers=1, waiting=2)
    running = Caller(lambda: pool.read(BLANK, LONG_S))
    assert reader.begun.acquire(timeout=LONG_S)
    waiting = [Caller(lambda: pool.read(BLANK, LONG_S)) for _ in range(2)]
    while not is_full(pool):
        pass
    closing = threading.Thread(target=pool.close)
    closing.start()
    assert [each.result() for each in waiting] == ["READING_CLOSED"] * 2
    assert closing.is_alive()
    reader.go.set()
    assert running.result() == (reading("held"),)
    closing.join(LONG_S)
    assert not closing.is_alive()
    assert refusal(lambda: pool.read(BLANK, LONG_S)).reason == "READING_CLOSED"
    pool.close()  # twice does no harm


def is_full(pool: ReadingPool) -> bool:
    """Whether the line has no place left."""
    return refusal_or_none(lambda: pool.read(BLANK, 0.01)) == "READING_BUSY"


def test_no_thread_outlives_the_pool() -> None:
    before = set(threading.enumerate())
    with WorkerPool(workers=3, waiting=0) as pool:
        pool.run(lambda: None, LONG_S)
    assert set(threading.enumerate()) == before


@pytest.mark.parametrize(("workers", "waiting"), [(0, 1), (-1, 1), (1, -1)])
def test_a_pool_that_could_not_work_is_refused(workers: int, waiting: int) -> None:
    with pytest.raises(ValueError, match="at least one worker"):
        WorkerPool(workers=workers, waiting=waiting)


def test_a_job_knows_how_long_it_may_take() -> None:
    clock = iter([100.0, 101.0, 103.0]).__next__
    with WorkerPool(workers=1, waiting=0, clock=clock) as pool:
        assert pool.run(lambda: left_s(60.0), 10.0) == 7.0
    assert left_s(60.0) == 60.0, "outside a job there is no deadline"


def test_the_shorter_limit_counts_and_none_left_is_a_fault() -> None:
    with within(Deadline(110.0, lambda: 100.0)):
        assert left_s(3.0) == 3.0
        assert left_s(60.0) == 10.0
    with within(Deadline(110.0, lambda: 110.0)):
        assert refusal(lambda: left_s(3.0)).reason == "READING_DEADLINE"


class FixedReader:
    """Reads the same whatever it sees."""

    def __init__(self, name: str) -> None:
        self.name = name

    def read(self, image: NDArray[np.uint8]) -> tuple[Reading, ...]:
        assert image.ndim == 3
        return (reading(self.name),)


def readers(made: list[str]) -> Readers:
    """Two engines that note when they are made."""

    def maker(name: str) -> Callable[[], FixedReader]:
        def make() -> FixedReader:
            made.append(name)
            return FixedReader(name)

        return make

    pool = WorkerPool(workers=1, waiting=4)
    return Readers({"quick": maker("quick"), "slow": maker("slow")}, auto="quick", pool=pool)


def test_engines_are_chosen_by_name_and_made_once_when_asked_for() -> None:
    made: list[str] = []
    data = (FOLDER / "05_namesake.png").read_bytes()
    with readers(made) as room:
        assert made == []
        assert room.read(data, engine="auto", seconds_left=LONG_S)[0].engine == "quick"
        assert room.read(data, engine="quick", seconds_left=LONG_S)[0].engine == "quick"
        assert made == ["quick"]
        assert room.read(data, engine="slow", seconds_left=LONG_S)[0].engine == "slow"
        assert made == ["quick", "slow"]
        assert set(room.names) == {"auto", "quick", "slow"}


def test_many_callers_at_once_each_get_their_own_document() -> None:
    files = [each for each in sorted(FOLDER.iterdir()) if each.suffix in {".jpg", ".png"}] * 4
    makers = {"ocrb": OcrbReader}
    with Readers(makers, auto="ocrb", pool=WorkerPool(workers=3, waiting=len(files))) as room:
        callers = [Caller(partial(room.read, file.read_bytes(), seconds_left=LONG_S)) for file in files]
        found = [caller.result() for caller in callers]
    for file, readings in zip(files, found, strict=True):
        assert isinstance(readings, tuple)
        assert [each.lines for each in readings] == [sample(file.name).lines]


def test_unknown_engines_and_bad_images_are_named() -> None:
    with readers([]) as room:
        fault = refusal(lambda: room.read(b"x", engine="psychic", seconds_left=LONG_S))
        assert (fault.reason, fault.fields[0].field) == ("UNKNOWN_READING_ENGINE", "engine")
        assert refusal(lambda: room.read(b"", seconds_left=LONG_S)).reason == "IMAGE_EMPTY"
        assert refusal(lambda: room.read(b"x", seconds_left=LONG_S)).reason == "IMAGE_NOT_DECODABLE"


def test_a_lazy_reader_is_made_once_by_the_first_of_many_callers() -> None:
    made: list[str] = []

    def make() -> FixedReader:
        made.append("passporteye")
        return FixedReader("passporteye")

    lazy = LazyReader("passporteye", make)
    assert (lazy.name, made) == ("passporteye", [])
    callers = [Caller(lambda: lazy.read(BLANK)) for _ in range(8)]
    assert [each.result() for each in callers] == [(reading("passporteye"),)] * 8
    assert made == ["passporteye"]


def test_the_doctor_can_try_each_engine() -> None:
    with readers([]) as room:
        assert {name: probe() for name, probe in room.probes()} == {
            "quick": "works, but sees an MRZ on a blank page",
            "slow": "works, but sees an MRZ on a blank page",
        }
