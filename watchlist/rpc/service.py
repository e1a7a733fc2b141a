"""WatchlistService: converts, calls the lists, converts back."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, Final

import grpc

from ledger.actor import Actor, Role
from ledger.errors import Fault, FieldFault, LintasError, invalid_field
from ledger.request_key import RequestKey
from ledger.rpc.caller import actor_from
from ledger.rpc.convert import enum_from_wire
from ledger.rpc.request import check_page_size, check_request_id, digest_of, id_from_name
from lintas.v1 import watchlist_pb2 as wire
from lintas.v1 import watchlist_pb2_grpc
from watchlist.entry import Category, EntryKind, EntryState, Subject
from watchlist.export.exports import Exports
from watchlist.imports.staging import staging
from watchlist.lifecycle.list_imports import ListImports, check_list_id
from watchlist.lists import ImportOrder, Lists
from watchlist.rpc.convert import bounded, entry_to_wire, hit_to_wire, result_to_wire, subject_from_wire
from watchlist.rpc.exchange import check_shown, exported, lists_to_wire, order_from_wire, report_to_wire
from watchlist.store import EntryFilter

_LIST_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_LARGEST_LIST_BYTES: Final = 2 * 1024**3
_MOST_FILES: Final = 8


class WatchlistService(watchlist_pb2_grpc.WatchlistServiceServicer):
    """Thin: all faults are raised as LintasError and told by the guard."""

    def __init__(
        self,
        lists: Lists,
        subject_of_mrz: Callable[[tuple[str, ...]], Subject],
        exports: Exports,
        reviewed_imports: ListImports | None = None,
    ) -> None:
        """`subject_of_mrz` is handed in, since MRZs are known to a room above this one.

        With `reviewed_imports` a list waits for a second person; without, it is imported at once.
        """
        self._reviewed_imports = reviewed_imports
        self._lists = lists
        self._exports = exports
        self._subject_of_mrz = subject_of_mrz

    def Search(self, request: wire.SearchRequest, context: grpc.ServicerContext) -> wire.SearchResponse:
        sees_ground = _sees_ground(actor_from(context.invocation_metadata()))
        found = self._lists.search(self._subject_of(request))
        return result_to_wire(found, self._lists.now, sees_ground=sees_ground)

    def _subject_of(self, request: wire.SearchRequest) -> Subject:
        if not request.mrz_lines:
            return subject_from_wire(request)
        lines = tuple(bounded(line, f"mrz_lines[{i}]", 500) for i, line in enumerate(request.mrz_lines))
        return self._subject_of_mrz(lines)

    def ScreenBatch(
        self, request_iterator: Iterator[wire.ScreenBatchRequest], context: grpc.ServicerContext
    ) -> Iterator[wire.ScreenBatchResponse]:
        sees_ground = _sees_ground(actor_from(context.invocation_metadata()))
        for request in request_iterator:
            answer = wire.ScreenBatchResponse(reference=bounded(request.reference, "reference", 200))
            try:
                found = self._lists.search(self._subject_of(request.search))
            except LintasError as error:
                # one bad row is an answer; only what ails the whole service ends the stream
                if error.fault is not Fault.INVALID:
                    raise
                answer.error_reason = error.reason
                answer.error_field = error.fields[0].field if error.fields else ""
            else:
                answer.watchlist_version = found.list_version
                answer.hits.extend(hit_to_wire(hit, self._lists.now, sees_ground=sees_ground) for hit in found.hits)
            yield answer

    def ListEntries(self, request: wire.ListEntriesRequest, context: grpc.ServicerContext) -> wire.ListEntriesResponse:
        page = self._lists.page(
            EntryFilter(
                list_id=request.list_id,
                kind=enum_from_wire(wire.EntryKind, "ENTRY_KIND", EntryKind, request.kind, "kind"),
                category=enum_from_wire(wire.Category, "CATEGORY", Category, request.category, "category"),
                state=enum_from_wire(wire.EntryState, "ENTRY_STATE", EntryState, request.state, "state"),
            ),
            page_size=check_page_size(request.page_size),
            page_token=bounded(request.page_token, "page_token", 128),
        )
        sees_ground = _sees_ground(actor_from(context.invocation_metadata()))
        entries = [entry_to_wire(entry, self._lists.now, sees_ground=sees_ground) for entry in page.entries]
        return wire.ListEntriesResponse(entries=entries, next_page_token=page.next_token)

    def ListLists(self, request: wire.ListListsRequest, context: grpc.ServicerContext) -> wire.ListListsResponse:
        return lists_to_wire(self._lists.records(), self._lists.begun())

    def GetEntry(self, request: wire.GetEntryRequest, context: grpc.ServicerContext) -> wire.Entry:
        entry = self._lists.get(id_from_name(request.name, "entries"))
        return entry_to_wire(
            entry, self._lists.now, sees_ground=_sees_ground(actor_from(context.invocation_metadata()))
        )

    def ImportEntries(
        self, request_iterator: Iterator[wire.ImportEntriesRequest], context: grpc.ServicerContext
    ) -> wire.ImportEntriesResponse:
        actor = actor_from(context.invocation_metadata())
        header = _header(request_iterator)
        with staging("lintas-import-") as folder:
            files = _spool(request_iterator, folder)
            order = ImportOrder(
                list_id=header.list_id,
                files=files,
                actor=actor,
                request_id=check_request_id(header.request_id),
                source=header.source or "auto",
                is_dry_run=header.dry_run,
                shown=check_shown(header.shown),
                published=bounded(header.published_date, "header.published_date", 10),
                allows_older=header.allow_older,
            )
            if self._reviewed_imports is None or order.is_dry_run:
                return report_to_wire(self._lists.import_list(order))
            key = RequestKey(order.request_id, _digest_of_import(header, files, actor))
            proposal, report = self._reviewed_imports.propose(order, header.reason, key)
            answer = report_to_wire(report)
            answer.dry_run, answer.proposal = False, proposal.name
            return answer

    def ExportEntries(
        self, request: wire.ExportEntriesRequest, context: grpc.ServicerContext
    ) -> Iterator[wire.ExportEntriesResponse]:
        yield from exported(self._exports, order_from_wire(request, actor_from(context.invocation_metadata())))


def _digest_of_import(header: wire.ImportHeader, files: list[Path], actor: Actor) -> str:
    """Of the header and the very files: the same request id with another list is a conflict."""
    hasher = hashlib.sha256(digest_of("ImportEntries", header, actor).encode())
    for path in files:
        with path.open("rb") as stream:
            hasher.update(hashlib.file_digest(stream, "sha256").digest())
    return hasher.hexdigest()


def _sees_ground(actor: Actor) -> bool:
    return actor.role in {Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR}


def _header(requests: Iterator[wire.ImportEntriesRequest]) -> wire.ImportHeader:
    first = next(requests, None)
    if first is None or first.WhichOneof("part") != "header":
        raise invalid_field("header", "the first message must be the header", reason="HEADER_MISSING")
    check_request_id(first.header.request_id)
    if not _LIST_ID.fullmatch(first.header.list_id):
        raise invalid_field("header.list_id", "lower-case letters, digits, dots, hyphens; at most 64", reason="LIST_ID")
    check_list_id(first.header.list_id)
    bounded(first.header.reason, "header.reason", 4000)
    return first.header


def _spool(requests: Iterator[wire.ImportEntriesRequest], folder: Path) -> list[Path]:
    """Write the stream to files: a list may be larger than memory, and must be whole before anything changes."""
    files = [folder / "0"]
    size = 0
    with ExitStack() as stack:
        out: BinaryIO = stack.enter_context(files[0].open("wb"))
        for request in requests:
            part = request.WhichOneof("part")
            if part == "chunk":
                size += len(request.chunk)
                if size > _LARGEST_LIST_BYTES:
                    raise _too_large()
                out.write(request.chunk)
            elif part == "next_file" and len(files) < _MOST_FILES:
                files.append(folder / str(len(files)))
                out = stack.enter_context(files[-1].open("wb"))
            else:
                raise invalid_field("part", f"chunks, and at most {_MOST_FILES} files", reason="IMPORT_PART")
    if size == 0:
        raise invalid_field("chunk", "the list is empty", reason="LIST_EMPTY")
    return files


def _too_large() -> LintasError:
    field = FieldFault("chunk", f"at most {_LARGEST_LIST_BYTES // 1024**3} GiB")
    return LintasError(Fault.EXHAUSTED, "LIST_TOO_LARGE", f"chunk: {field.description}", fields=(field,))
