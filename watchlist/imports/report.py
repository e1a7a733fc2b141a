"""What is asked of an import, and what it tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ledger.actor import Actor
from watchlist.imports.comparison import Difference
from watchlist.sources import Rejected


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """One list to import: its files in the order that the source expects, and who asked for it.

    `shown`: how many differences of each kind the report brings with it. `published` (YYYY-MM-DD): when the list was
    published, where its files do not tell it; with `allows_older` one that was published before the standing one is
    taken in.
    """

    list_id: str
    files: Sequence[Path]
    actor: Actor
    request_id: str
    source: str = "auto"
    is_dry_run: bool = False
    shown: int = 0
    published: str = ""
    allows_older: bool = False


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import changed, or would change in a dry run. `rejected` holds the first thousand rejected rows."""

    added: int
    changed: int
    removed: int
    unchanged: int
    rejected: tuple[Rejected, ...]
    list_version: int
    is_dry_run: bool
    rejected_count: int = 0
    source: str = ""
    differences: tuple[Difference, ...] = ()
    overridden: int = 0
    published: str = ""  # YYYY-MM-DD, where it is known
    interrupted_at: datetime | None = None  # when an earlier import of this list began that was cut off
