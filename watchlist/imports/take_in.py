"""Imports one list: read, sorted on disk, held against what stands, written at once. Memory does not grow with it."""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from ledger.errors import LintasError, invalid_field
from ledger.event import EventDraft
from ledger.request_key import RequestKey
from watchlist.entry import Entry
from watchlist.imports.comparison import Comparison
from watchlist.imports.leftovers import sweep
from watchlist.imports.record import ImportMark, Landing, ListRecord, check_order, checked_date, told_date
from watchlist.imports.report import ImportOrder, ImportReport
from watchlist.imports.revision import ListStore, Standing
from watchlist.imports.scratch import Repeat, Scratch
from watchlist.imports.staging import staging, this_machine
from watchlist.sources import Encoded, Rejected, Source, source_named
from watchlist.sources.repeated_keys import place_of

_KEPT_REJECTIONS: Final = 1000


def take_in(order: ImportOrder, store: ListStore, now: datetime) -> ImportReport:
    """Make the list say what the files say: all of it or nothing.

    Raises LintasError REQUEST_ID_REUSED, LIST_EMPTY, LIST_MOVED, LIST_OLDER, and what the source raises.
    """
    source = source_named(order.source, order.files[0])
    digests = [_digest(path) for path in order.files]
    request = RequestKey(order.request_id, _request_digest(order, source, digests))
    if not order.is_dry_run:
        store.answered(request)
    published = _published(order, source, store, now)
    sweep(Path(tempfile.gettempdir()), time.time())  # what killed imports left must not fill the disk for this one
    with staging("lintas-import-") as folder, Scratch(folder) as scratch:
        mark = ImportMark(order.list_id, now, this_machine(), str(folder))
        with _marked(order, store, mark) as interrupted_at:
            incoming = _filled(scratch, source, order)
            comparison = Comparison(now, removes=not incoming.rejected_count, shown=order.shown)

            def compare(version: int, standing: Iterator[Standing]) -> int:
                scratch.note(comparison.run(scratch.incoming(), standing, scratch.text))
                return version

            version = store.standing(order.list_id, compare)
            if not order.is_dry_run:
                if comparison.is_empty:
                    store.keep_date(order.list_id, published)
                else:
                    record = ListRecord(order.list_id, source.name, published, now, version, incoming.count)
                    draft = _draft(order, source, digests, incoming, comparison, published)
                    landing = Landing(record, mark, order.allows_older)
                    version = store.take_in(landing, scratch, draft, request, base_version=version)
    report = _report(order, source, incoming, comparison, version)
    return replace(report, published=published, interrupted_at=interrupted_at)


def _published(order: ImportOrder, source: Source, store: ListStore, now: datetime) -> str:
    """When this version of the list was published. Raises LintasError LIST_OLDER where a newer one stands."""
    told = source.published(order.files) if source.published else ()
    published = checked_date(order.published, now.date()) or told_date(told, now.date())
    standing = next((each.published for each in store.lists() if each.list_id == order.list_id), "")
    check_order(published, standing, allows_older=order.allows_older)
    return published


@contextmanager
def _marked(order: ImportOrder, store: ListStore, mark: ImportMark) -> Iterator[datetime | None]:
    """The import can be seen from outside while it lasts; gives when an earlier one began that was cut off.

    A process that is killed leaves its mark. One that gives up does not.
    """
    if order.is_dry_run:
        yield None
        return
    cut_off = [each for each in store.marks() if each.list_id == order.list_id and each.is_cut_off()]
    store.begin(mark)
    for each in cut_off:
        store.end(each)
    try:
        yield cut_off[-1].begun_at if cut_off else None
    except BaseException:
        with suppress(LintasError):  # the data base may be what is amiss; then the mark says that it was cut off
            store.end(mark)
        raise
    store.end(mark)


def _filled(scratch: Scratch, source: Source, order: ImportOrder) -> _Incoming:
    read = source.read_encoded or source.read
    incoming = _Incoming(read(order.files, order.list_id))
    incoming.reject_repeats(scratch.fill(incoming), source.key, len(order.files))
    if not (incoming.count or incoming.rejected_count):
        raise invalid_field("chunk", "the list has no entries; nothing was changed", reason="LIST_EMPTY")
    return incoming


def _draft(
    order: ImportOrder,
    source: Source,
    digests: list[str],
    incoming: _Incoming,
    comparison: Comparison,
    published: str,
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
            **({"published": published} if published else {}),
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
    said = [f"published {order.published}"] if order.published else []
    return hashlib.sha256("\n".join((*parts, *said)).encode()).hexdigest()


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
