"""Snapshots that were made lately, as files: a post that breaks off goes on with the same one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from watchlist.replica.log import ChangeFeed, ChangeLog
from watchlist.replica.snapshot import write_snapshot

_KEPT: Final = 2
_REUSED: Final = timedelta(minutes=1)  # though the list has moved: what came since follows as changes
_LONGEST_REUSE: Final = timedelta(minutes=30)  # though it has not: the stamp says how old it is


@dataclass(frozen=True, slots=True)
class ShelvedSnapshot:
    """One file, and when it was made."""

    list_version: int
    path: Path
    made_at: datetime


class SnapshotShelf:
    """Makes snapshots when they are asked for. Thread-safe; one is made at a time."""

    def __init__(self, folder: Path, log: ChangeLog, feed: ChangeFeed, now: Callable[[], datetime]) -> None:
        """`folder` exists and belongs to this shelf alone."""
        self._folder = folder
        self._log = log
        self._feed = feed
        self._now = now
        self._lock = threading.Lock()
        self._kept: list[ShelvedSnapshot] = []

    def get(self, list_version: int = 0) -> ShelvedSnapshot:
        """The snapshot of that version where it is still here, else a recent one."""
        with self._lock:
            for kept in self._kept:
                if list_version and kept.list_version == list_version and kept.path.exists():
                    return kept
            if self._kept and self._is_recent(self._kept[-1]):
                return self._kept[-1]
            return self._make()

    def _is_recent(self, kept: ShelvedSnapshot) -> bool:
        age = self._now() - kept.made_at
        return age < _REUSED or (age < _LONGEST_REUSE and kept.list_version == self._log.list_version())

    def _make(self) -> ShelvedSnapshot:
        path = self._folder / f"{self._now():%Y%m%dT%H%M%S%f}.lintas-snapshot"
        signed = self._log.with_everything(lambda rows: write_snapshot(path, rows, self._feed.stamp_snapshot))
        made = ShelvedSnapshot(signed.stamp.list_version, path, signed.stamp.created_at)
        self._kept = [*self._kept, made]
        while len(self._kept) > _KEPT:
            self._kept.pop(0).path.unlink(missing_ok=True)
        return made
