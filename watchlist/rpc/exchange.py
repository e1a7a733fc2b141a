"""Imports and exports on the wire: differences one way, chunks and a summary the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ledger.actor import Actor
from ledger.errors import invalid_field
from ledger.event import parse_instant
from ledger.rpc.convert import enum_to_wire, instant_to_wire
from lintas.v1 import watchlist_pb2 as wire
from watchlist.entry import Entry
from watchlist.export.exports import Export, ExportFormat, ExportOrder, Exports
from watchlist.imports.comparison import Difference
from watchlist.imports.record import ImportMark, ListRecord
from watchlist.imports.report import ImportReport
from watchlist.imports.staging import staging
from watchlist.lifecycle.diff import field_changes
from watchlist.rpc.convert import bounded

_SHOWN_REJECTIONS: Final = 100
_MOST_SHOWN: Final = 1000
_CHUNK_BYTES: Final = 512 * 1024
_PROGRESS: Final = {
    False: wire.IMPORT_PROGRESS_RUNNING,
    True: wire.IMPORT_PROGRESS_CUT_OFF,
    None: wire.IMPORT_PROGRESS_ELSEWHERE,
}
_FORMATS: Final = {wire.EXPORT_FORMAT_CSV: ExportFormat.CSV, wire.EXPORT_FORMAT_FTM: ExportFormat.FTM}


def check_shown(shown: int) -> int:
    """How many differences of each kind to give. Raises LintasError for negative numbers and more than 1,000."""
    if not 0 <= shown <= _MOST_SHOWN:
        raise invalid_field("header.shown", f"0 to {_MOST_SHOWN}")
    return shown


def report_to_wire(report: ImportReport) -> wire.ImportEntriesResponse:
    """Counts, the first rejected rows, the differences that were asked for."""
    rejected = report.rejected[:_SHOWN_REJECTIONS]
    return wire.ImportEntriesResponse(
        added=report.added,
        changed=report.changed,
        removed=report.removed,
        unchanged=report.unchanged,
        rejected=report.rejected_count,
        rejected_rows=[wire.RejectedRow(line=row.line, reason=row.reason) for row in rejected],
        watchlist_version=report.list_version,
        dry_run=report.is_dry_run,
        source=report.source,
        differences=[_difference(each) for each in report.differences],
        overridden=report.overridden,
        published_date=report.published,
        interrupted_time=instant_to_wire(report.interrupted_at),
    )


def lists_to_wire(records: Sequence[ListRecord], begun: Sequence[ImportMark]) -> wire.ListListsResponse:
    """Lists by id, imports the oldest first."""
    return wire.ListListsResponse(
        lists=[
            wire.ImportedList(
                list_id=each.list_id,
                source=each.source,
                published_date=each.published,
                import_time=instant_to_wire(each.imported_at),
                watchlist_version=each.list_version,
                entries=each.entries,
            )
            for each in records
        ],
        imports=[
            wire.BegunImport(
                list_id=each.list_id,
                begin_time=instant_to_wire(each.begun_at),
                machine=each.machine,
                progress=_PROGRESS[each.is_cut_off()],
            )
            for each in begun
        ],
    )


def _difference(difference: Difference) -> wire.EntryDifference:
    return wire.EntryDifference(
        kind=enum_to_wire("DIFFERENCE_KIND", difference.kind),
        entry=f"entries/{difference.after.entry_id}",
        caption=_caption(difference.after),
        fields=[
            wire.FieldDifference(field=each.field, before=each.before, after=each.after)
            for each in field_changes(difference.before, difference.after, always=("local",))
        ],
    )


def _caption(entry: Entry) -> str:
    if entry.names:
        return entry.names[0].full
    return " ".join(part for key in entry.documents[:1] for part in (key.issuer, key.code, key.number) if part)


def order_from_wire(request: wire.ExportEntriesRequest, actor: Actor) -> ExportOrder:
    """Raises LintasError naming the field."""
    if request.format not in _FORMATS:
        raise invalid_field("format", "EXPORT_FORMAT_CSV or EXPORT_FORMAT_FTM", reason="UNKNOWN_ENUM")
    if not request.list_id:
        raise invalid_field("list_id", "required: one list at a time")
    return ExportOrder(
        list_id=bounded(request.list_id, "list_id", 64),
        format=_FORMATS[request.format],
        actor=actor,
        includes_inactive=request.include_inactive,
        includes_restricted=request.include_restricted,
    )


def exported(exports: Exports, order: ExportOrder) -> Iterator[wire.ExportEntriesResponse]:
    """The list is written aside as of one instant, then sent: however slow the line is, nothing waits for it."""
    with staging("lintas-export-") as folder:
        file = folder / "list"
        export = exports.write(order, file)
        with file.open("rb") as content:
            while chunk := content.read(_CHUNK_BYTES):
                yield wire.ExportEntriesResponse(chunk=chunk)
        yield wire.ExportEntriesResponse(summary=_summary(export))


def _summary(export: Export) -> wire.ExportSummary:
    stamp = export.stamp
    return wire.ExportSummary(
        list_id=stamp.list_id,
        format=next(number for number, kind in _FORMATS.items() if kind.value == stamp.format),
        watchlist_version=stamp.list_version,
        export_time=instant_to_wire(parse_instant(stamp.exported_at)),
        entries=stamp.entries,
        sha256=stamp.sha256,
        left_out=export.left_out,
    )
