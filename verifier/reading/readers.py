"""All reading engines behind one door: from the bytes of a file and an engine's name to readings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from threading import Lock
from types import TracebackType
from typing import Self

import numpy as np

from ledger.errors import invalid_field
from verifier.model.reading import Reading
from verifier.reading.image import decode
from verifier.reading.pool import WorkerPool
from verifier.reading.port import ImageReader

MakeReader = Callable[[], ImageReader]


class Readers:
    """Engines by name, each made when first asked for, all on one pool. Fits `verifier.engine.ReadingPort`."""

    def __init__(self, makers: Mapping[str, MakeReader], *, auto: str, pool: WorkerPool) -> None:
        """`auto` names the engine that stands in for the name `auto`. The pool is closed together with this.

        Raises ValueError when `auto` is none of `makers`.
        """
        if auto not in makers:
            raise ValueError(f"no engine is called {auto}")
        self._makers = {**makers, "auto": makers[auto]}
        self._auto = auto
        self._pool = pool
        self._made: dict[str, ImageReader] = {}
        self._making = Lock()

    @property
    def names(self) -> tuple[str, ...]:
        """What can be asked for, `auto` included."""
        return tuple(self._makers)

    def read(self, image: bytes, *, engine: str = "auto", seconds_left: float) -> tuple[Reading, ...]:
        """MRZs found in an image file, best first; empty when there is none. Decoding runs in the pool too.

        Raises LintasError: UNKNOWN_READING_ENGINE, IMAGE_… (see `image.decode`), READING_… (see `WorkerPool.run`),
        READER_NOT_INSTALLED.
        """
        reader = self.reader(engine)
        return self._pool.run(lambda: reader.read(decode(image)), seconds_left)

    def reader(self, engine: str) -> ImageReader:
        """The engine of that name, loaded. Raises LintasError UNKNOWN_READING_ENGINE or READER_NOT_INSTALLED."""
        name = self._auto if engine == "auto" else engine
        if name not in self._makers:
            known = ", ".join(sorted(self._makers))
            raise invalid_field("engine", f"unknown reading engine; known are {known}", reason="UNKNOWN_READING_ENGINE")
        with self._making:
            if name not in self._made:
                self._made[name] = self._makers[name]()
            return self._made[name]

    def probes(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """For `lintas doctor`: each engine's name and a call that loads it and lets it look at a blank page."""
        for name in self._makers:
            if name != "auto":
                yield name, lambda name=name: self._probe(name)  # type: ignore[misc]  # binds the name of this round

    def _probe(self, name: str) -> str:
        blank = np.full((400, 600, 3), 255, dtype=np.uint8)
        reader = self.reader(name)
        found = self._pool.run(lambda: reader.read(blank), 30.0)
        return "works" if not found else "works, but sees an MRZ on a blank page"

    def close(self) -> None:
        """Finish what runs, drop what waits."""
        self._pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
