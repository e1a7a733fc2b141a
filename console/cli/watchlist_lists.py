"""`lintas watchlist lists`: when each list was published and came in, and imports that run or were cut off."""

from __future__ import annotations

from datetime import UTC
from typing import Final

import typer
from google.protobuf.timestamp_pb2 import Timestamp
from rich.table import Table

from console.cli.plain import plain
from console.cli.session import Json, Server, print_json, session_of, told_plainly
from ledger.text import Text
from lintas.v1 import watchlist_pb2 as wire

_HEADINGS: Final = (
    Text(id="daftar", en="list"),
    Text(id="format", en="format"),
    Text(id="terbit", en="published"),
    Text(id="diimpor", en="imported"),
    Text(id="versi daftar", en="list version"),
    Text(id="entri", en="entries"),
)
_NOTHING: Final = Text(id="belum ada daftar yang diimpor", en="no list has been imported yet")
_PROGRESS: Final = {
    wire.IMPORT_PROGRESS_RUNNING: Text(
        id="impor {list} sedang berjalan sejak {begun}", en="an import of {list} has been running since {begun}"
    ),
    wire.IMPORT_PROGRESS_CUT_OFF: Text(
        id="impor {list} yang dimulai {begun} terputus: tidak ada bagiannya yang berlaku; impor lagi berkas yang sama",
        en="an import of {list} that began {begun} was cut off: nothing of it stands; import the same files again",
    ),
    wire.IMPORT_PROGRESS_ELSEWHERE: Text(
        id="impor {list} dimulai {begun} di {machine}: masih berjalan di sana, atau terputus; periksa di sana",
        en="an import of {list} began {begun} on {machine}: it runs there, or was cut off; look there",
    ),
}


def show_lists(context: typer.Context, server: Server = "", as_json: Json = False) -> None:
    """When each list was published and came in. Says where an import was cut off, and what to do."""
    session = session_of(context)
    with told_plainly(), session.client(server, looks_only=True) as client:
        found = client.list_lists()
    if as_json:
        print_json(found)
        return
    if found.lists:
        table = Table(*(session.say(heading) for heading in _HEADINGS), box=None, pad_edge=False)
        for each in found.lists:
            when, published = _local(each.import_time), each.published_date or "-"
            counts = (str(each.watchlist_version), f"{each.entries:,}")
            table.add_row(plain(each.list_id), each.source or "-", published, when, *counts)
        session.out.print(table)
    else:
        session.out.print(session.say(_NOTHING))
    for begun in found.imports:
        told = session.say(_PROGRESS[begun.progress])
        line = told.format(list=begun.list_id, begun=_local(begun.begin_time), machine=begun.machine)
        is_amiss = begun.progress != wire.IMPORT_PROGRESS_RUNNING
        session.out.print(plain(line), style="yellow" if is_amiss else "", soft_wrap=True)


def _local(stamp: Timestamp) -> str:
    return stamp.ToDatetime(tzinfo=UTC).astimezone().strftime("%Y-%m-%d %H:%M")
