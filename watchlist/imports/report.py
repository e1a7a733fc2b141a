"""What is asked of an import, and what it tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ledger.actor import Actor
from watchlist.imports.comparison import Difference
from watchlist.sources import Rejected


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """One list to import: its files in the order that the source expects, and who asked for it.

    `shown`: how many differences of each kind the report brings with it.
    """

    list_id: str
    files: Sequence[Path]
    actor: Actor
    request_id: str
    source: str = "auto"
    is_dry_run: bool = False
    shown: int = 0


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
