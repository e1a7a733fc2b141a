"""Imports one list: read, sorted on disk, held against what stands, written at once. Memory does not grow with it."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from ledger.errors import invalid_field
from ledger.event import EventDraft
from ledger.request_key import RequestKey
from watchlist.entry import Entry
from watchlist.imports.comparison import Comparison
from watchlist.imports.report import ImportOrder, ImportReport
from watchlist.imports.revision import ListStore, Standing
from watchlist.imports.scratch import Repeat, Scratch
from watchlist.sources import Encoded, Rejected, Source, source_named
from watchlist.sources.repeated_keys import place_of

_KEPT_REJECTIONS: Final = 1000


def take_in(order: ImportOrder, store: ListStore, now: datetime) -> ImportReport:
    """Make the list say what the files say: all of it or nothing.

    Raises LintasError REQUEST_ID_REUSED, LIST_EMPTY, LIST_MOVED, and what the source raises.
    """
    source = source_named(order.source, order.files[0])
    digests = [_digest(path) for path in order.files]
    request = RequestKey(order.request_id, _request_digest(order, source, digests))
    if not order.is_dry_run:
        store.answered(request)
    read = source.read_encoded or source.read
    incoming = _Incoming(read(order.files, order.list_id))
    with tempfile.TemporaryDirectory(prefix="lintas-import-") as folder, Scratch(Path(folder)) as scratch:
        incoming.reject_repeats(scratch.fill(incoming), source.key, len(order.files))
        if not (incoming.count or incoming.rejected_count):
            raise invalid_field("chunk", "the list has no entries; nothing was changed", reason="LIST_EMPTY")
        comparison = Comparison(now, removes=not incoming.rejected_count, shown=order.shown)

        def compare(version: int, standing: Iterator[Standing]) -> int:
            scratch.note(comparison.run(scratch.incoming(), standing, scratch.text))
            return version

        version = store.standing(order.list_id, compare)
        if not (order.is_dry_run or comparison.is_empty):
            draft = _draft(order, source, digests, incoming, comparison)
            version = store.take_in(order.list_id, scratch, draft, request, base_version=version)
    return _report(order, source, incoming, comparison, version)


def _draft(
    order: ImportOrder, source: Source, digests: list[str], incoming: _Incoming, comparison: Comparison
) -> EventDraft:
    return EventDraft(
        "watchlist.imported",
        order.actor,
        f"lists/{order.list_id}",
        {
            "source": source.name,
            "file_sha256": [*digests],
            "added": comparison.added,
            "changed": comparison.changed,
            "removed": comparison.removed,
            "rejected": incoming.rejected_count,
            "request_id": order.request_id,
            "versions_sha256": comparison.versions_digest,
        },
        comparison.now,
    )


def _report(
    order: ImportOrder, source: Source, incoming: _Incoming, comparison: Comparison, version: int
) -> ImportReport:
    return ImportReport(
        added=comparison.added,
        changed=comparison.changed,
        removed=comparison.removed,
        unchanged=comparison.unchanged,
        rejected=tuple(incoming.rejected),
        list_version=version,
        is_dry_run=order.is_dry_run,
        rejected_count=incoming.rejected_count,
        source=source.name,
        differences=tuple(comparison.differences),
        overridden=comparison.overridden,
    )


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _request_digest(order: ImportOrder, source: Source, digests: list[str]) -> str:
    actor = order.actor
    parts = ("ImportEntries", actor.device_id, actor.officer_id, actor.role.value, order.list_id, source.name, *digests)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@dataclass(slots=True)
class _Incoming:
    """The rows of a source; rejected ones are put aside on the way."""

    rows: Iterator[Entry | Encoded | Rejected]
    rejected: list[Rejected] = field(default_factory=list)
    rejected_count: int = 0
    count: int = 0

    def __iter__(self) -> Iterator[Encoded]:
        for row in self.rows:
            if isinstance(row, Encoded):
                self.count += 1
                yield row
            elif isinstance(row, Rejected):
                self.rejected_count += 1
                if len(self.rejected) < _KEPT_REJECTIONS:
                    self.rejected.append(row)
            else:
                self.count += 1
                yield Encoded.of(row)

    def reject_repeats(self, repeats: Sequence[Repeat], key: str, files: int) -> None:
        """Put rows aside whose entry stands in an earlier one; only the sorting shows them."""
        self.count -= len(repeats)
        self.rejected_count += len(repeats)
        told = [_told(repeat, key, files) for repeat in repeats[:_KEPT_REJECTIONS]]
        in_order = sorted([*self.rejected, *told], key=lambda row: (row.file, row.line)) if told else self.rejected
        self.rejected = in_order[:_KEPT_REJECTIONS]


def _told(repeat: Repeat, key: str, files: int) -> Rejected:
    first = place_of(repeat.first_line, repeat.first_file, files)
    return Rejected(repeat.line, f"{key} stands in {first} already", repeat.file)
