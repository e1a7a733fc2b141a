"""A bounded set of threads for work on images: so many at once, so many waiting, and never past the deadline.

The costly parts (OpenCV, onnxruntime, Tesseract) run outside Python's lock or in processes of their own, so threads do.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as WaitTimeoutError
from threading import Semaphore
from types import TracebackType
from typing import Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from ledger.errors import Fault, LintasError
from verifier.model.reading import Reading
from verifier.reading.deadline import Deadline, overdue, within
from verifier.reading.port import ImageReader

T = TypeVar("T")


class WorkerPool:
    """Runs jobs on at most `workers` threads while at most `waiting` more stand in line.

    A job that is still in line at its deadline is dropped. One that runs is told by `deadline.left_s`, which every
    reader asks before each costly step and hands to Tesseract, so it ends soon after and its thread is free again.
    """

    def __init__(self, *, workers: int, waiting: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Raises ValueError for fewer than one worker or a negative line."""
        if workers < 1 or waiting < 0:
            raise ValueError("a pool needs at least one worker, and a line that is not negative")
        self._clock = clock
        self._places = Semaphore(workers + waiting)
        self._executor = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="reading")

    def run(self, job: Callable[[], T], deadline_s: float) -> T:
        """The job's result, within `deadline_s` seconds from now.

        Raises LintasError READING_BUSY when the line is full, READING_DEADLINE, READING_CLOSED, READING_FAILED when
        the job broke (the cause is chained); a LintasError of the job itself comes through as it is.
        """
        future = self._submit(job, Deadline.after(deadline_s, self._clock))
        try:
            return future.result(timeout=max(deadline_s, 0.0))
        except WaitTimeoutError:
            raise overdue() from None
        except CancelledError:
            raise _closed() from None
        except LintasError:
            raise
        except Exception as fault:
            raise LintasError(Fault.UNAVAILABLE, "READING_FAILED", "the reading engine broke on this image") from fault
        finally:
            future.cancel()  # whoever stops waiting, for whatever reason, leaves the line

    def _submit(self, job: Callable[[], T], deadline: Deadline) -> Future[T]:
        if not self._places.acquire(blocking=False):
            raise LintasError(Fault.EXHAUSTED, "READING_BUSY", "too many images are being read; try again shortly")
        try:
            future = self._executor.submit(_timed, job, deadline)
        except RuntimeError:
            self._places.release()
            raise _closed() from None
        future.add_done_callback(lambda _: self._places.release())
        return future

    def close(self) -> None:
        """Drop whoever is in line, wait for those that run. Closing twice does no harm."""
        self._executor.shutdown(wait=True, cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class ReadingPool:
    """One reader behind a `WorkerPool` of its own."""

    def __init__(self, reader: ImageReader, *, workers: int, waiting: int) -> None:
        self._reader = reader
        self._pool = WorkerPool(workers=workers, waiting=waiting)

    def read(self, image: NDArray[np.uint8], deadline_s: float) -> tuple[Reading, ...]:
        """As `ImageReader.read`, within `deadline_s` seconds. Raises what `WorkerPool.run` raises."""
        return self._pool.run(lambda: self._reader.read(image), deadline_s)

    def close(self) -> None:
        """As `WorkerPool.close`."""
        self._pool.close()


def _timed(job: Callable[[], T], deadline: Deadline) -> T:
    if deadline.left_s() <= 0:
        raise overdue()
    with within(deadline):
        return job()


def _closed() -> LintasError:
    return LintasError(Fault.UNAVAILABLE, "READING_CLOSED", "the service is shutting down")
