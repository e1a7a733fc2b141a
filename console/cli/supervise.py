"""`lintas watchlist propose|review|pending|history|…`: the supervisors' desk on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer
import yaml
from google.protobuf.json_format import MessageToDict, ParseDict, ParseError
from google.protobuf.timestamp_pb2 import Timestamp
from rich.table import Table

from console.cli.inputs import parse_time, read_text, said_plainly
from console.cli.plain import plain
from console.cli.session import Json, Server, Session, print_json, session_of, told_plainly
from console.client import Client, new_request_id
from ledger.text import Text
from lintas.v1 import supervision_pb2 as wire
from lintas.v1 import watchlist_pb2

Entry = Annotated[str, typer.Argument(metavar="ENTRY", help="entries/ID, or the ID alone.")]
Proposal = Annotated[str, typer.Argument(metavar="PROPOSAL", help="proposals/ID, or the ID alone.")]
Reason = Annotated[str, typer.Option("--reason", "-m", help="Why; kept with the change.")]
_UNTIL_HELP = "YYYY-MM-DD or YYYY-MM-DDTHH:MM±HH:MM: the first instant at which it no longer holds."


def propose(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE|-", help="The entry as YAML or JSON; see `watchlist form`.")],
    reason: Reason,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Propose a new entry. Takes effect once another supervisor approves it (--role supervisor).

    Example: lintas --role supervisor watchlist propose ban.yaml -m "letter 12/2026"
    """
    change = wire.ProposedChange(kind=wire.PROPOSAL_KIND_ADD, entry=_entry_of(file))
    _send(context, change, reason, server, as_json=as_json)


def correct(
    context: typer.Context,
    entry: Entry,
    file: Annotated[Path, typer.Argument(metavar="FILE|-", help="The whole corrected entry; see `watchlist form ID`.")],
    reason: Reason,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Propose that an entry says something else."""
    change = wire.ProposedChange(kind=wire.PROPOSAL_KIND_CORRECT, entry=_entry_of(file))
    _send(context, change, reason, server, aim=[entry], as_json=as_json)


def undo(
    context: typer.Context,
    entry: Entry,
    as_of: Annotated[str, typer.Option("--as-of", help="Back to what it said then: YYYY-MM-DD or with a time.")],
    reason: Reason,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Propose that an entry says again what it said before: an undo is a new change."""
    session = session_of(context)
    with told_plainly(), session.client(server, looks_only=True) as client:
        request = wire.GetEntryHistoryRequest(name=_name(entry, "entries"), as_of=_instant(as_of, "--as-of"))
        then = client.entry_history(request).versions[0].entry
        change = wire.ProposedChange(kind=wire.PROPOSAL_KIND_CORRECT, entry=then, targets=[_target(client, entry)])
        _show(session, _proposed(client, change, reason), as_json=as_json)


def extend(
    context: typer.Context,
    entry: Entry,
    until: Annotated[str, typer.Option("--until", help=_UNTIL_HELP)],
    reason: Reason,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Propose that an entry holds longer, as far as the law allows."""
    change = wire.ProposedChange(kind=wire.PROPOSAL_KIND_EXTEND, valid_until=_instant(until, "--until"))
    _send(context, change, reason, server, aim=[entry], as_json=as_json)


def revoke(
    context: typer.Context,
    entries: Annotated[list[str], typer.Argument(metavar="ENTRY...")],
    reason: Reason,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Propose that entries end now. One of an imported list stays revoked here, whatever the list says next."""
    change = wire.ProposedChange(kind=wire.PROPOSAL_KIND_REVOKE)
    _send(context, change, reason, server, aim=entries, as_json=as_json)


def suspend(
    context: typer.Context,
    entries: Annotated[list[str], typer.Argument(metavar="ENTRY...")],
    reason: Reason,
    until: Annotated[
        str, typer.Option("--until", help=f"Holds again from then; else once reinstated. {_UNTIL_HELP}")
    ] = "",
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Propose that entries do not count for a time: also those of imported lists, whose next version leaves it so."""
    stamp = _instant(until, "--until") if until else None
    change = wire.ProposedChange(kind=wire.PROPOSAL_KIND_SUSPEND, valid_until=stamp)
    _send(context, change, reason, server, aim=entries, as_json=as_json)


def reinstate(
    context: typer.Context,
    entries: Annotated[list[str], typer.Argument(metavar="ENTRY...")],
    reason: Reason,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Propose that suspended entries, or imported ones that were revoked here, count again."""
    change = wire.ProposedChange(kind=wire.PROPOSAL_KIND_REINSTATE)
    _send(context, change, reason, server, aim=entries, as_json=as_json)


def merge(
    context: typer.Context,
    kept: Annotated[str, typer.Argument(metavar="KEPT", help="The entry that goes on.")],
    duplicate: Annotated[str, typer.Argument(metavar="DUPLICATE", help="The entry that is taken up by it.")],
    reason: Reason,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Propose that two entries on one person become one."""
    change = wire.ProposedChange(kind=wire.PROPOSAL_KIND_MERGE)
    _send(context, change, reason, server, aim=[kept, duplicate], as_json=as_json)


def split(
    context: typer.Context,
    entry: Entry,
    stays: Annotated[Path, typer.Argument(metavar="STAYS", help="What the entry says afterwards.")],
    split_off: Annotated[Path, typer.Argument(metavar="NEW", help="The other person's new entry.")],
    reason: Reason,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Propose that one entry on two persons becomes two."""
    change = wire.ProposedChange(kind=wire.PROPOSAL_KIND_SPLIT, entry=_entry_of(stays), split_off=_entry_of(split_off))
    _send(context, change, reason, server, aim=[entry], as_json=as_json)


def retention(
    context: typer.Context,
    entries: Annotated[list[str], typer.Argument(metavar="ENTRY...")],
    reason: Reason,
    erase: Annotated[bool, typer.Option("--erase", help="Erase what masking left.")] = False,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Propose that personal data is masked, or erased, in entries whose retention is over."""
    kind = wire.PROPOSAL_KIND_ERASE if erase else wire.PROPOSAL_KIND_MASK
    _send(context, wire.ProposedChange(kind=kind), reason, server, aim=entries, as_json=as_json)


def objection(
    context: typer.Context,
    entry: Entry,
    reference: Annotated[str, typer.Option("--reference", help="File number of the letter.")],
    decide: Annotated[str, typer.Option("--decide", help="upheld or dismissed: propose the decision on it.")] = "",
    reason: Annotated[str, typer.Option("--reason", "-m", help="Why; needed with --decide.")] = "",
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Register that a listed person objects, or propose the decision on it. The entry holds until it is decided."""
    if decide not in {"", "upheld", "dismissed"}:
        raise typer.BadParameter("upheld or dismissed", param_hint="--decide")
    if decide:
        change = wire.ProposedChange(
            kind=wire.PROPOSAL_KIND_DECIDE_OBJECTION, objection_reference=reference, objection_upheld=decide == "upheld"
        )
        _send(context, change, reason, server, aim=[entry], as_json=as_json)
        return
    session = session_of(context)
    with told_plainly(), session.client(server) as client:
        target = _target(client, entry)
        found = client.register_objection(
            wire.RegisterObjectionRequest(
                request_id=new_request_id(), name=target.name, etag=target.etag, reference=reference
            )
        )
    if as_json:
        print_json(found)
    else:
        session.out.print(f"registered: objection {plain(reference)} to [bold]{plain(found.name)}[/]")


def review(
    context: typer.Context,
    proposal: Proposal,
    decision: Annotated[str, typer.Argument(metavar="approve|reject|withdraw")],
    reason: Annotated[str, typer.Option("--reason", "-m", help="Needed to reject.")] = "",
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Approve or reject what somebody else proposed, or withdraw what you proposed yourself."""
    states = {"approve": "APPROVED", "reject": "REJECTED", "withdraw": "WITHDRAWN"}
    if decision not in states:
        raise typer.BadParameter("approve, reject or withdraw", param_hint="DECISION")
    session = session_of(context)
    with told_plainly(), session.client(server, looks_only=True) as client:
        found = client.get_proposal(_name(proposal, "proposals"))
        done = client.review_change(
            wire.ReviewChangeRequest(
                request_id=new_request_id(),
                name=found.name,
                etag=found.etag,
                decision=f"PROPOSAL_STATE_{states[decision]}",
                reason=reason,
            )
        )
    _show(session, done, as_json=as_json)


def pending(
    context: typer.Context,
    state: Annotated[str, typer.Option("--state", help="pending, approved, rejected or withdrawn.")] = "pending",
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = 50,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """What waits for a second person, the oldest first."""
    if state not in {"pending", "approved", "rejected", "withdrawn"}:
        raise typer.BadParameter("pending, approved, rejected or withdrawn", param_hint="--state")
    session = session_of(context)
    found: list[wire.Proposal] = []
    token = ""
    with told_plainly(), session.client(server, looks_only=True) as client:
        while len(found) < limit:
            request = wire.ListPendingRequest(
                page_size=min(200, limit - len(found)), page_token=token, state=f"PROPOSAL_STATE_{state.upper()}"
            )
            page = client.list_pending(request)
            found.extend(page.proposals)
            token = page.next_page_token
            if not token:
                break
    if as_json:
        for proposal in found:
            print_json(proposal)
        return
    for proposal in found:
        _show(session, proposal, as_json=False)
    if not found:
        session.out.print(f"nothing is {state}")


def history(
    context: typer.Context,
    entry: Entry,
    as_of: Annotated[str, typer.Option("--as-of", help="Only as it stood then: YYYY-MM-DD or with a time.")] = "",
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Who changed what in an entry, and when; or what it said at a time."""
    session = session_of(context)
    stamp = _instant(as_of, "--as-of") if as_of else None
    request = wire.GetEntryHistoryRequest(name=_name(entry, "entries"), as_of=stamp)
    with told_plainly(), session.client(server, looks_only=True) as client:
        found = client.entry_history(request)
    if as_json:
        print_json(found)
        return
    for version in found.versions:
        when = _local(version.record_time) if version.event_sequence else "before events were kept"
        session.out.print(
            f"[bold]{plain(version.entry.name)}[/] version {version.entry.etag}, {when}, event {version.event_sequence}"
        )
        _print_fields(session, version.fields)
    for proposal in found.proposals:
        _show(session, proposal, as_json=False)


def form(
    context: typer.Context,
    entry: Annotated[str, typer.Argument(metavar="[ENTRY]", help="Fill the form from this entry.")] = "",
    server: Server = "",
) -> None:
    """Print an entry as YAML, ready to be edited and proposed; without ENTRY, an example."""
    if not entry:
        now = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        print(_EXAMPLE.format(start=now.isoformat(), end=(now + timedelta(days=150)).isoformat()), end="")  # noqa: T201 - meant for a file
        return
    session = session_of(context)
    with told_plainly(), session.client(server, looks_only=True) as client:
        found = client.get_entry(_name(entry, "entries"))
    for field in ("state", "etag", "objections", "extensions", "mask_time", "revoke_time", "list_id", "override"):
        found.ClearField(field)
    said = MessageToDict(found, preserving_proto_field_name=True)
    print(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), end="")  # noqa: T201 - meant for a file


def add_to(app: typer.Typer) -> None:
    """Put the desk's commands under `lintas watchlist`."""
    for command in (
        propose,
        correct,
        undo,
        extend,
        revoke,
        suspend,
        reinstate,
        merge,
        split,
        retention,
        objection,
        review,
        pending,
        history,
        form,
    ):
        app.command()(command)


_ODD_SHAPE = "a list stands where one value belongs, or the other way round; see `lintas watchlist form`"
_EXAMPLE = """\
# Fields as in docs/api.md. Fill in, then: lintas --role supervisor watchlist propose FILE -m "why"
kind: ENTRY_KIND_PERSON
category: CATEGORY_TRAVEL_BAN
action: ACTION_REFUSE_DEPARTURE
authority: Kejaksaan Negeri Contoh
legal_ground: UU 6/2011 art. 97
remarks: tax case 4711
provenance: letter 12/2026
names:
  - full: ANNA CITRA
birth_dates:
  - {{year: 1990, month: 1, day: 2}}
birth_places: [BENGKULU]
sex: SEX_FEMALE
nationalities: [IDN]
identity_numbers: ["1701010101900001"]
photo_reference: kejaksaan/4711
valid_from: "{start}"
valid_until: "{end}"
"""


def _send(
    context: typer.Context,
    change: wire.ProposedChange,
    reason: str,
    server: str,
    *,
    aim: Sequence[str] = (),
    as_json: bool,
) -> None:
    session = session_of(context)
    with told_plainly(), session.client(server, looks_only=bool(aim)) as client:
        change.targets.extend(_target(client, entry) for entry in aim)
        _show(session, _proposed(client, change, reason), as_json=as_json)


def _proposed(client: Client, change: wire.ProposedChange, reason: str) -> wire.Proposal:
    return client.propose_change(wire.ProposeChangeRequest(request_id=new_request_id(), change=change, reason=reason))


def _target(client: Client, entry: str) -> wire.ChangeTarget:
    found = client.get_entry(_name(entry, "entries"))
    return wire.ChangeTarget(name=found.name, etag=found.etag)


def _show(session: Session, proposal: wire.Proposal, *, as_json: bool) -> None:
    if as_json:
        print_json(proposal)
        return
    kind = wire.ProposalKind.Name(proposal.change.kind).removeprefix("PROPOSAL_KIND_").lower().replace("_", " ")
    state = wire.ProposalState.Name(proposal.state).removeprefix("PROPOSAL_STATE_").lower()
    session.out.print(f"[bold]{plain(proposal.name)}[/]  {kind}: {state}")
    session.out.print(
        f"  proposed by {plain(proposal.proposer.officer_id)}, "
        f"{_local(proposal.propose_time)}: {plain(proposal.reason)}"
    )
    if proposal.HasField("reviewer"):
        said = f": {plain(proposal.review_reason)}" if proposal.review_reason else ""
        session.out.print(f"  {state} by {plain(proposal.reviewer.officer_id)}, {_local(proposal.review_time)}{said}")
    for change in proposal.effect:
        session.out.print(f"  {plain(change.name)}")
        _print_fields(session, change.fields)


def _print_fields(session: Session, changes: Iterable[wire.FieldChange]) -> None:
    table = Table.grid(padding=(0, 2))
    for change in changes:
        label = session.say(Text(id=change.label.id, en=change.label.en))
        gone = [f"[red]- {plain(value)}[/]" for value in change.removed]
        new = [f"[green]+ {plain(value)}[/]" for value in change.added]
        table.add_row(f"    {label}", "\n".join((*gone, *new)))
    session.out.print(table)


def _name(text: str, collection: str) -> str:
    return text if text.startswith(f"{collection}/") else f"{collection}/{text}"


def _local(stamp: Timestamp) -> str:
    return stamp.ToDatetime(tzinfo=UTC).astimezone().strftime("%Y-%m-%d %H:%M:%S %z")


def _instant(text: str, option: str) -> Timestamp:
    instant = parse_time(text, option)
    if instant is None:
        raise typer.BadParameter("required", param_hint=option)
    stamp = Timestamp()
    stamp.FromDatetime(instant.astimezone(UTC))
    return stamp


def _entry_of(file: Path) -> watchlist_pb2.Entry:
    text, place = read_text(str(file), "FILE"), f"{file}: "
    try:
        # every value as text: NO is a country here, and 2026-05-03 goes to the service as it stands
        said = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes only texts
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"line {mark.line + 1}: " if mark else ""
        raise typer.BadParameter(f"{place}{line}neither YAML nor JSON", param_hint="FILE") from None
    if not isinstance(said, dict):
        raise typer.BadParameter(f"{place}no fields with values; see `lintas watchlist form`", param_hint="FILE")
    try:
        return ParseDict(said, watchlist_pb2.Entry())
    except (ParseError, AttributeError, TypeError) as error:
        why = said_plainly(error, watchlist_pb2.Entry.DESCRIPTOR) if isinstance(error, ParseError) else _ODD_SHAPE
        raise typer.BadParameter(place + why, param_hint="FILE") from None
