"""Our own eye first; another engine's opinion only where it is unsure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ledger.errors import Fault, LintasError
from verifier.model.reading import Reading, ReadingNote
from verifier.reading.port import ImageReader

_THRESHOLD: Final = 0.85
_SKIPPED: Final = frozenset(("READER_NOT_INSTALLED",))


class CascadeReader:
    """Reads with `first`; where its best reading is doubtful or there is none, `others` are asked in turn."""

    name: str = "auto"

    def __init__(self, first: ImageReader, others: Sequence[ImageReader], threshold: float = _THRESHOLD) -> None:
        """`threshold` is the confidence (0…1) below which a reading of `first` is doubtful. Raises ValueError."""
        if not 0 <= threshold <= 1:
            raise ValueError("threshold lies outside 0…1")
        self._first = first
        self._others = tuple(others)
        self._threshold = threshold

    def read(self, image: NDArray[np.uint8]) -> tuple[Reading, ...]:
        """See `ImageReader.read`. `Reading.engine` says whose each reading is.

        A second opinion carries SECOND_OPINION and stands behind the first engine's reading; where their texts
        differ, both carry SECOND_OPINION_DISAGREES. An engine that is not installed is passed over.
        """
        own = self._first.read(image)
        if own and not self._is_doubtful(own[0]):
            return own
        second = self._second_opinion(image, has_own=bool(own))
        if second is None:
            return own
        noted = [replace(each, notes=(*each.notes, ReadingNote.SECOND_OPINION)) for each in second]
        if not own:
            return tuple(noted)
        if noted[0].lines == own[0].lines:
            return own
        return (_disagreed(own[0]), *own[1:], _disagreed(noted[0]))

    def _is_doubtful(self, reading: Reading) -> bool:
        return reading.confidence < self._threshold or ReadingNote.LOW_CONFIDENCE in reading.notes

    def _second_opinion(self, image: NDArray[np.uint8], *, has_own: bool) -> tuple[Reading, ...] | None:
        for other in self._others:
            try:
                readings = other.read(image)
            except LintasError as fault:
                if fault.reason in _SKIPPED:
                    continue
                if has_own and fault.fault is Fault.OVERDUE:
                    return None  # what the first engine saw is better than nothing
                raise
            if readings:
                return readings
        return None


def _disagreed(reading: Reading) -> Reading:
    return replace(reading, notes=(*reading.notes, ReadingNote.SECOND_OPINION_DISAGREES))
