"""How long the current reading may still take.

Readers call Tesseract from deep inside other libraries that know no deadline. So the pool lays the deadline into the
worker's context, and whatever starts a subprocess asks for what is left and lets the process be killed then.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from ledger.errors import Fault, LintasError


def overdue() -> LintasError:
    """The fault that says the reading took too long."""
    return LintasError(Fault.OVERDUE, "READING_DEADLINE", "the image could not be read before the deadline")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment on a monotonic clock, in seconds."""

    at_s: float
    clock: Callable[[], float] = time.monotonic

    @classmethod
    def after(cls, seconds: float, clock: Callable[[], float] = time.monotonic) -> Deadline:
        """The moment `seconds` from now."""
        return cls(clock() + seconds, clock)

    def left_s(self) -> float:
        """Seconds left; zero or less once it has passed."""
        return self.at_s - self.clock()


_current: ContextVar[Deadline | None] = ContextVar("reading_deadline", default=None)


@contextmanager
def within(deadline: Deadline) -> Iterator[None]:
    """Whatever runs inside, on this thread, has to be done by `deadline`."""
    token = _current.set(deadline)
    try:
        yield
    finally:
        _current.reset(token)


def left_s(otherwise: float) -> float:
    """Seconds left for the current reading, at most `otherwise`.

    Raises LintasError READING_DEADLINE when none are left, so that costly steps can ask before they start.
    """
    deadline = _current.get()
    if deadline is None:
        return otherwise
    left = deadline.left_s()
    if left <= 0:
        raise overdue()
    return min(left, otherwise)
