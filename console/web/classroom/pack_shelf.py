"""Packs that are being made: drawing takes a minute, and the page that waits for it says how far it is."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from ledger.errors import Fault, LintasError
from lintas.v1 import trainer_pb2 as wire

_MOST_KEPT: Final = 6
_MOST_AT_WORK: Final = 2  # drawing fills a processor core


@dataclass(frozen=True, slots=True)
class PackJob:
    """One pack of one trainer: pictures drawn, of how many; `pdf` once it is there, `error` where it failed."""

    owner: str
    done: int = 0
    of: int = 1
    pdf: bytes = field(default=b"", repr=False)
    error: Exception | None = None

    @property
    def is_at_work(self) -> bool:
        """Whether there is something to wait for."""
        return not self.pdf and self.error is None


class PackShelf:
    """Makes packs on threads of their own and keeps the newest. Thread-safe."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[str, PackJob] = OrderedDict()
        self._lock = threading.Lock()

    def start(
        self,
        job_id: str,
        owner: str,
        make: Callable[[], Iterable[wire.PackProgress]],
        changed: Callable[[], None],
    ) -> None:
        """Begin; `changed` is called whenever there is more to tell. Raises LintasError PACKS_BUSY for a third one."""
        with self._lock:
            if sum(each.is_at_work for each in self._jobs.values()) >= _MOST_AT_WORK:
                raise LintasError(Fault.EXHAUSTED, "PACKS_BUSY", "two packs are being made; wait for one of them")
            self._jobs[job_id] = PackJob(owner)
            for old in [each for each, job in self._jobs.items() if not job.is_at_work][:-_MOST_KEPT]:
                del self._jobs[old]
        threading.Thread(target=self._work, args=(job_id, make, changed), name="pack", daemon=True).start()

    def job(self, job_id: str, owner: str) -> PackJob | None:
        """As it stands; None for somebody else's, and for one that is no longer kept."""
        with self._lock:
            job = self._jobs.get(job_id)
        return job if job is not None and job.owner == owner else None

    def _work(self, job_id: str, make: Callable[[], Iterable[wire.PackProgress]], changed: Callable[[], None]) -> None:
        pieces: list[bytes] = []
        try:
            for step in make():
                pieces.append(step.pdf)
                if not step.pdf:
                    self._tell(job_id, done=step.done, of=step.of)
                    changed()
            self._tell(job_id, pdf=b"".join(pieces))
        except Exception as error:  # whatever it is, the page that waits is to be told
            self._tell(job_id, error=error)
        changed()

    def _tell(self, job_id: str, **news: object) -> None:
        with self._lock:
            self._jobs[job_id] = replace(self._jobs[job_id], **news)  # type: ignore[arg-type]  # fields of PackJob
