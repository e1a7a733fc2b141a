"""`lintas watchlist`: search, show and list entries, import lists."""

from __future__ import annotations

from typing import Annotated

import typer
from google.protobuf.timestamp_pb2 import Timestamp
from google.type.date_pb2 import Date
from rich.table import Table

from console.cli import supervise, watchlist_export, watchlist_import, watchlist_lists
from console.cli.inputs import parse_date, read_lines
from console.cli.plain import plain
from console.cli.session import Json, Server, print_json, session_of, told_plainly
from console.cli.watchlist_batch import score, screen
from console.words import ACTION, GRADE, STATE
from lintas.v1 import watchlist_pb2

app = typer.Typer(help="Search, show and import watchlists.", no_args_is_help=True)
app.command()(score)
app.command()(screen)
app.command()(watchlist_import.template)
app.command("import")(watchlist_import.import_list)
app.command("lists")(watchlist_lists.show_lists)
app.command("export")(watchlist_export.export_list)
app.command()(watchlist_export.verify)
app.command()(watchlist_export.keygen)
supervise.add_to(app)


@app.command()
def search(
    context: typer.Context,
    name: Annotated[
        list[str] | None, typer.Option("--name", help="A name as written; may be given several times.")
    ] = None,
    birth_date: Annotated[
        list[str] | None, typer.Option("--birth-date", metavar="DATE", help="YYYY-MM-DD, YYYY-MM or YYYY.")
    ] = None,
    birth_place: Annotated[str, typer.Option("--birth-place")] = "",
    sex: Annotated[str, typer.Option("--sex", help="F, M or X.")] = "",
    nationality: Annotated[str, typer.Option("--nationality", help="ICAO three-letter code.")] = "",
    document: Annotated[
        list[str] | None, typer.Option("--document", metavar="ISSUER:NUMBER", help="A document number.")
    ] = None,
    mrz: Annotated[str, typer.Option("--mrz", metavar="FILE|-", help="Take the person from this MRZ text.")] = "",
    explain: Annotated[bool, typer.Option("--explain", help="Show the evidence of every feature.")] = False,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Who on the list may this be? Evidence and probability; whether it is, a person decides.

    Example: lintas watchlist search --name "MOCH RIZKY PRATAMA" --birth-date 1991-04-02 --explain
    """
    session = session_of(context)
    if not (name or document or mrz):
        raise typer.BadParameter("give --name, --document or --mrz", param_hint="--name")
    sexes = {"": "SEX_UNSPECIFIED", "F": "SEX_FEMALE", "M": "SEX_MALE", "X": "SEX_X"}
    if sex.upper() not in sexes:
        raise typer.BadParameter("F, M or X", param_hint="--sex")
    request = watchlist_pb2.SearchRequest(
        names=[watchlist_pb2.SubjectName(full=each) for each in name or ()],
        birth_dates=[parse_date(each, "--birth-date") for each in birth_date or ()],
        birth_place=birth_place,
        sex=sexes[sex.upper()],
        nationality=nationality,
        documents=[_document(each) for each in document or ()],
        mrz_lines=read_lines(mrz, "--mrz") if mrz else [],
    )
    with told_plainly(), session.client(server, looks_only=True) as client:
        answer = client.search(request)
    if as_json:
        print_json(answer)
        return
    if not answer.hits:
        session.out.print(f"no hits among {answer.watchlist_entries:,} entries")
    for hit in answer.hits:
        entry = hit.entry
        grade = session.say(GRADE[watchlist_pb2.Grade.Name(hit.grade)])
        state = session.say(STATE[watchlist_pb2.EntryState.Name(entry.state)])
        action = session.say(ACTION[watchlist_pb2.Action.Name(entry.action)])
        names = plain(", ".join(listed.full for listed in entry.names[:3]) or "-")
        session.out.print(
            f"[bold]{hit.probability:6.1%}[/] {grade:12} {names}  [dim]{plain(entry.name)}, {state}[/] → {action}"
        )
        for evidence in hit.evidence if explain else ():
            text = evidence.text.id if session.language == "id" else evidence.text.en
            values = plain(f"{evidence.observed or '-'} ~ {evidence.listed or '-'}")
            session.out.print(f"    {evidence.weight_nats:+6.2f}  {evidence.feature:15} {values:60} {text}")


def _document(text: str) -> watchlist_pb2.DocumentKey:
    issuer, _, number = text.rpartition(":")
    return watchlist_pb2.DocumentKey(issuer=issuer, number=number)


@app.command()
def show(
    context: typer.Context,
    entry: Annotated[str, typer.Argument(metavar="ENTRY", help="entries/ID, or the ID alone.")],
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Show one entry."""
    session = session_of(context)
    with told_plainly(), session.client(server, looks_only=True) as client:
        found = client.get_entry(entry if entry.startswith("entries/") else f"entries/{entry}")
    if as_json:
        print_json(found)
        return
    table = Table.grid(padding=(0, 2))
    for field, value in found.ListFields():
        text = ", ".join(_line(each) for each in value) if field.is_repeated else _line(value, field)
        table.add_row(f"[bold]{field.name}[/]", plain(text))
    session.out.print(table)


def _line(value: object, field: object = None) -> str:
    enum = getattr(field, "enum_type", None)
    if enum is not None:
        return str(enum.values_by_number[value].name)
    if isinstance(value, watchlist_pb2.ListedName):
        return value.full
    if isinstance(value, Date):
        return f"{value.year:04d}-{value.month:02d}-{value.day:02d}"
    if isinstance(value, Timestamp):
        return value.ToJsonString()
    if isinstance(value, watchlist_pb2.DocumentKey):
        return f"{value.issuer}:{value.code}:{value.number}"
    return str(value)


@app.command("list")
def list_entries(
    context: typer.Context,
    list_id: Annotated[str, typer.Option("--list", help="Only this list.")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = 50,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """List entries by id. Needs the role supervisor, administrator or auditor (--role)."""
    session = session_of(context)
    entries: list[watchlist_pb2.Entry] = []
    token = ""
    with told_plainly(), session.client(server, looks_only=True) as client:
        while len(entries) < limit:
            size = min(200, limit - len(entries))
            page = client.list_entries(
                watchlist_pb2.ListEntriesRequest(page_size=size, page_token=token, list_id=list_id)
            )
            entries.extend(page.entries)
            token = page.next_page_token
            if not token:
                break
    if as_json:
        for entry in entries:
            print_json(entry)
        return
    table = Table("entry", "names", "born", "action", "state", box=None)
    for entry in entries:
        names = plain(
            ", ".join(name.full for name in entry.names[:2]) or _line(entry.documents[0] if entry.documents else "-")
        )
        born = ", ".join(_line(date) for date in entry.birth_dates[:2])
        action = session.say(ACTION[watchlist_pb2.Action.Name(entry.action)])
        table.add_row(entry.name, names, born, action, session.say(STATE[watchlist_pb2.EntryState.Name(entry.state)]))
    session.out.print(table if entries else "no entries: import a list first, as in `lintas watchlist import FILE`")
