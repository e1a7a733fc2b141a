"""`lintas watchlist import|template`: whole lists in, with a preview of what they change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from console.cli.plain import plain
from console.cli.session import Json, Server, Session, print_json, session_of, told_plainly
from console.client import new_request_id
from ledger.text import Text
from lintas.v1 import watchlist_pb2
from watchlist.imports.record import date_in_names
from watchlist.sources import lintas_csv, lost_documents

_SHOWN_IN_PREVIEW = 10
_WORDS = {
    watchlist_pb2.DIFFERENCE_KIND_ADDED: Text(id="baru", en="added"),
    watchlist_pb2.DIFFERENCE_KIND_CHANGED: Text(id="berubah", en="changed"),
    watchlist_pb2.DIFFERENCE_KIND_REMOVED: Text(id="dihapus", en="removed"),
}
_MARKS = {
    watchlist_pb2.DIFFERENCE_KIND_ADDED: "[green]+[/]",
    watchlist_pb2.DIFFERENCE_KIND_CHANGED: "[yellow]~[/]",
    watchlist_pb2.DIFFERENCE_KIND_REMOVED: "[red]-[/]",
}
_UNCHANGED = Text(id="tetap", en="unchanged")
_REJECTED = Text(id="ditolak", en="rejected")
_WOULD_CHANGE = Text(id="akan mengubah", en="would change")
_PROPOSED = Text(id="diusulkan", en="proposed")
_IMPORTED = Text(id="diimpor", en="imported")
_VERSION = Text(id="versi daftar", en="list version")
_SECOND = Text(id="menunggu penyelia kedua", en="waits for a second supervisor")
_FIRST_OF = Text(id="{shown} pertama dari {count}", en="the first {shown} of {count}")
_LINE = Text(id="baris", en="line")
_SENDING = Text(id="mengirim", en="sending")
_TAKING_IN = Text(id="membandingkan dan menulis", en="comparing and writing")
_PUBLISHED = Text(id="terbit", en="published")
_CUT_OFF = Text(
    id="impor daftar ini yang dimulai {begun} terputus; tidak ada bagiannya yang berlaku, sisanya sudah dibersihkan",
    en="an import of this list that began {begun} was cut off; nothing of it stands, and what it left was removed",
)
_OVERRIDDEN = Text(
    id="{count} entri tetap ditangguhkan atau dicabut menurut keputusan penyelia di sini",
    en="{count} entries stay suspended or revoked by a decision of supervisors here",
)
_NOTHING_REMOVED = Text(
    id="selama ada baris yang ditolak, tidak ada yang dihapus: perbaiki lalu impor lagi",
    en="while rows are rejected, nothing is removed: mend them and import again",
)


def template(
    documents: Annotated[bool, typer.Option("--documents", help="Of lost and stolen documents instead.")] = False,
) -> None:
    """Print the header and an example row of our own CSV format, or of lost documents."""
    print(lost_documents.TEMPLATE if documents else lintas_csv.TEMPLATE, end="")  # noqa: T201 - meant for a file


def import_list(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", exists=True, dir_okay=False, help="The list; for OFAC also alt.csv and comments."
        ),
    ],
    list_id: Annotated[
        str, typer.Option("--list", help="Which list this is a new version of; the file's name otherwise.")
    ] = "",
    source: Annotated[
        str, typer.Option("--source", help="auto, or a format of docs/lists.md, such as lost-documents-csv.")
    ] = "auto",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    shown: Annotated[
        int | None,
        typer.Option("--show", min=0, max=1000, help="So many of each kind of change; 10 in a dry run, else none."),
    ] = None,
    published: Annotated[
        str,
        typer.Option("--published", metavar="DATE", help="When the list was published; else as its file or name says."),
    ] = "",
    allow_older: Annotated[
        bool, typer.Option("--allow-older", help="Take in a list that was published before the one that stands.")
    ] = False,
    reason: Annotated[str, typer.Option("--reason", "-m", help="Why; kept where a second person must agree.")] = "",
    request_id: Annotated[str, typer.Option("--request-id", help="Repeats a request that may have arrived.")] = "",
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Import one whole list: all or nothing. Needs the role supervisor or administrator (--role).

    Through a service it waits for a second supervisor (LINTAS_IMPORT_NEEDS_REVIEW); on the data base itself it is
    imported at once, which is how a house is set up.

    Example: lintas --role supervisor watchlist import sdn.csv alt.csv --list ofac-sdn --dry-run --show 20
    """
    session = session_of(context)
    name = list_id or files[0].name.split(".")[0].lower().replace("_", "-")
    header = watchlist_pb2.ImportHeader(
        request_id=request_id or new_request_id(),
        list_id=name,
        source=source,
        dry_run=dry_run,
        reason=reason,
        published_date=published or date_in_names(file.name for file in files),
        allow_older=allow_older,
        shown=(_SHOWN_IN_PREVIEW if dry_run else 0) if shown is None else shown,
    )
    with told_plainly(), session.client(server) as client, _Bar(session, files) as pieces:
        report = client.import_entries(header, pieces)
    if as_json:
        print_json(report)
    else:
        _print(session, name, report)
    if report.rejected:
        raise typer.Exit(1)


def _print(session: Session, name: str, report: watchlist_pb2.ImportEntriesResponse) -> None:
    did = _WOULD_CHANGE if report.dry_run else _PROPOSED if report.proposal else _IMPORTED
    counts = (
        (report.added, _WORDS[watchlist_pb2.DIFFERENCE_KIND_ADDED]),
        (report.changed, _WORDS[watchlist_pb2.DIFFERENCE_KIND_CHANGED]),
        (report.removed, _WORDS[watchlist_pb2.DIFFERENCE_KIND_REMOVED]),
        (report.unchanged, _UNCHANGED),
        (report.rejected, _REJECTED),
    )
    told = ", ".join(f"{count:,} {session.say(word)}" for count, word in counts)
    version = f"{session.say(_VERSION)} {report.watchlist_version}"
    if report.HasField("interrupted_time"):
        begun = report.interrupted_time.ToDatetime(tzinfo=UTC).astimezone()
        session.out.print(session.say(_CUT_OFF).format(begun=f"{begun:%Y-%m-%d %H:%M}"), style="yellow", soft_wrap=True)
    if report.published_date:
        version += f"; {session.say(_PUBLISHED)} {report.published_date}"
    session.out.print(f"{session.say(did)} [bold]{name}[/] ({report.source}): {told}; {version}", soft_wrap=True)
    if report.proposal:
        session.out.print(f"{session.say(_SECOND)}: lintas watchlist review {report.proposal} approve", soft_wrap=True)
    for kind, count in zip(_WORDS, (report.added, report.changed, report.removed), strict=True):
        _print_differences(session, kind, count, [each for each in report.differences if each.kind == kind])
    if report.overridden:
        told = session.say(_OVERRIDDEN).format(count=f"{report.overridden:,}")
        session.out.print(f"  {told}", style="yellow", soft_wrap=True)
    if report.rejected_rows:
        _print_heading(session, _REJECTED, len(report.rejected_rows), report.rejected)
    for row in report.rejected_rows:
        session.out.print(f"  {session.say(_LINE)} {row.line}: {plain(row.reason)}", soft_wrap=True)
    if report.rejected:
        session.out.print(f"  {session.say(_NOTHING_REMOVED)}", style="yellow", soft_wrap=True)


def _print_differences(
    session: Session, kind: watchlist_pb2.DifferenceKind, count: int, found: list[watchlist_pb2.EntryDifference]
) -> None:
    if not found:
        return
    _print_heading(session, _WORDS[kind], len(found), count)
    for each in found:
        session.out.print(f"  {_MARKS[kind]} {plain(each.caption)}  [dim]{plain(each.entry)}[/]", soft_wrap=True)
        if kind != watchlist_pb2.DIFFERENCE_KIND_CHANGED:
            continue  # all of it is new, or all of it goes
        for field in each.fields:
            before, after = (_told(values) for values in (field.before, field.after))
            session.out.print(f"      {field.field}: {before} → {after}", soft_wrap=True)


def _print_heading(session: Session, word: Text, shown: int, count: int) -> None:
    part = "" if shown == count else f" ({session.say(_FIRST_OF).format(shown=f'{shown:,}', count=f'{count:,}')})"
    session.out.print(f"[bold]{session.say(word)}[/]{part}")


def _told(values: Iterable[str]) -> str:
    return plain(", ".join(values)) or "-"


class _Bar:
    """The files in pieces, with a progress bar; once all is sent, it waits for the service with a moving one."""

    def __init__(self, session: Session, files: list[Path]) -> None:
        self._session = session
        self._files = files
        console = session.err
        columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeElapsedColumn())
        self._progress = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._total = sum(file.stat().st_size for file in files)
        self._task: TaskID = self._progress.add_task(session.say(_SENDING), total=self._total)

    def __enter__(self) -> Iterator[Iterator[bytes]]:
        self._progress.start()
        return self._each_file()

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def _each_file(self) -> Iterator[Iterator[bytes]]:
        for file in self._files:
            yield self._pieces(file)
        self._progress.update(self._task, description=self._session.say(_TAKING_IN), total=None)

    def _pieces(self, file: Path) -> Iterator[bytes]:
        with file.open("rb") as stream:
            while piece := stream.read(1 << 18):
                yield piece
                self._progress.advance(self._task, len(piece))
