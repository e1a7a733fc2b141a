"""Reports that were just made: a page and its plots are asked for one after the other and tell the same."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from simulator.report.blocks import Report

_MOST: Final = 8


class ReportShelf:
    """Holds the last few by what was asked. Thread-safe."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, ...], Report] = OrderedDict()
        self._lock = threading.Lock()

    def report(self, asked: tuple[str, ...], make: Callable[[], Report]) -> Report:
        """The report to that question, made where it is not there."""
        with self._lock:
            if asked in self._kept:
                self._kept.move_to_end(asked)
                return self._kept[asked]
        made = make()
        with self._lock:
            self._kept[asked] = made
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return made
