"""`lintas post`: a border post with a copy of the list, on a link that may be bad or absent, and the centre's part."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from console.cli.plain import plain
from console.cli.serve import serve
from console.cli.session import Json, Session, session_of, told_plainly
from console.words import ADVICE, OUTCOME
from ledger.event import format_instant
from ledger.text import Text

if TYPE_CHECKING:
    from watchlist.freshness import ListAge
    from watchlist.replica.copy import CopyState

app = typer.Typer(help="A post with a copy of the list: fetch, look, work without a link.", no_args_is_help=True)
_NO_CASES: Final = Text(id="belum ada kasus yang dikirim pos", en="no post has delivered a case yet")
_FRESHNESS: Final = {
    "fresh": Text(id="segar: pemeriksaan penuh", en="fresh: full check"),
    "stale": Text(id="usang: perubahan terbaru belum diketahui", en="stale: recent changes are not known here"),
    "expired": Text(id="kedaluwarsa: periksa secara manual", en="expired: check by hand"),
}


@app.command("new-key")
def new_key(
    context: typer.Context,
    private: Annotated[Path, typer.Argument(metavar="FILE", help="Where the private key goes: for LINTAS_SYNC_KEY.")],
) -> None:
    """At the centre: make the key that signs the list. The public key is printed: for the posts' LINTAS_CENTRE_KEYS."""
    session = session_of(context)
    with told_plainly():
        from watchlist.signing.ed25519 import make_key  # noqa: PLC0415 - loads the crypto library

        made = make_key(private)
    print(made.public_pem(), end="")  # noqa: T201 - meant for a file
    session.err.print(f"key {made.key_id}; keep {private} secret, give the public key above to the posts", markup=False)


@app.command()
def snapshot(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="FILE", help="Where the snapshot goes.")],
    as_json: Json = False,
) -> None:
    """At the centre: write the list as one signed file, to be carried to a post that has no link."""
    session = session_of(context)
    with told_plainly():
        from console.sync.centre import feed_of  # noqa: PLC0415 - loads the data base
        from console.wiring import open_database  # noqa: PLC0415
        from watchlist.replica.snapshot import write_snapshot  # noqa: PLC0415
        from watchlist.sql.change_log import SqlChangeLog  # noqa: PLC0415

        with open_database(session.settings) as database:
            feed = feed_of(database, session.settings)
            signed = SqlChangeLog(database).with_everything(
                lambda rows: write_snapshot(target, rows, feed.stamp_snapshot)
            )
    stamp = signed.stamp
    answer = {
        "list_version": stamp.list_version,
        "entries": stamp.count,
        "valid_until": format_instant(stamp.valid_until),
        "sha256": stamp.changes_digest,
        "key_id": signed.key_id,
    }
    if as_json:
        print(json.dumps(answer))  # noqa: T201 - machines read it
        return
    session.out.print(
        f"{stamp.count:,} entries, list version {stamp.list_version}, valid until {format_instant(stamp.valid_until)}"
    )


@app.command()
def sync(
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Option("--file", exists=True, dir_okay=False, help="Take this snapshot instead of asking the centre."),
    ] = None,
    go_back: Annotated[
        bool, typer.Option("--go-back", help="Take it even where it is older than the list here: the centre says so.")
    ] = False,
    seconds: Annotated[float, typer.Option("--seconds", min=1, help="Go on over a bad link for so long.")] = 600.0,
    as_json: Json = False,
) -> None:
    """At a post: fetch what is new of the list, and deliver the record. Exit code 1 where the link was too bad."""
    session = session_of(context)
    with told_plainly():
        from console.sync.post_side import install_file, status_of_post, sync_once  # noqa: PLC0415 - loads the data base
        from console.wiring import open_database  # noqa: PLC0415
        from ledger.outbox.deliver import LinkLost  # noqa: PLC0415

        delivered = 0
        with open_database(session.settings) as database:
            if file is not None:
                install_file(session.settings, file, may_go_back=go_back)
            else:
                try:
                    with _bar(session) as advance:
                        delivered = sync_once(
                            database,
                            session.settings,
                            device_id=session.actor.device_id,
                            longest_s=seconds,
                            on_progress=advance,
                        ).delivered
                except LinkLost as error:
                    session.err.print(f"[red]error:[/] {error}; what has arrived is kept")
                    raise typer.Exit(1) from None
            now = status_of_post(database, session.settings)
    _print_status(session, now.state, now.age, now.pending_events, now.list_digest, as_json=as_json)
    if delivered and not as_json:
        session.out.print(f"{delivered:,} events delivered")


@app.command()
def status(context: typer.Context, as_json: Json = False) -> None:
    """At a post: how old the list is, what waits to be delivered. Asks nobody. Exit code 3 where the list expired."""
    session = session_of(context)
    with told_plainly():
        from console.sync.post_side import status_of_post  # noqa: PLC0415 - loads the data base
        from console.wiring import open_database  # noqa: PLC0415

        with open_database(session.settings) as database:
            now = status_of_post(database, session.settings)
    _print_status(session, now.state, now.age, now.pending_events, now.list_digest, as_json=as_json)
    if now.age.freshness.value == "expired":
        raise typer.Exit(3)


@app.command("serve")
def serve_post(
    context: typer.Context,
    listen: Annotated[
        str, typer.Option("--listen", metavar="HOST:PORT", help="Where to listen; see LINTAS_LISTEN.")
    ] = "",
) -> None:
    """At a post: serve its terminals from the copy, link or no link; follow and deliver whenever there is one."""
    session = session_of(context)
    with told_plainly():
        from console.sync.local_copy import trust_of  # noqa: PLC0415 - loads the crypto library
        from console.sync.post_side import centre_of  # noqa: PLC0415

        centre_of(session.settings)
        trust_of(session.settings)
    serve(context, listen)


@app.command()
def delivered(context: typer.Context, as_json: Json = False) -> None:
    """At the centre: every post's chain as far as it was delivered, verified. Exit code 3 where one is not whole."""
    session = session_of(context)
    with told_plainly():
        from console.wiring import open_database  # noqa: PLC0415 - loads the data base
        from ledger.sql.inbox import SqlInbox  # noqa: PLC0415

        with open_database(session.settings) as database:
            inbox = SqlInbox(database, lambda: datetime.now(UTC))
            writers, faults = inbox.writers(), list(inbox.verify())
    if as_json:
        told = [{"writer": w, "kind": f.kind.value, "sequence": f.sequence, "detail": f.detail} for w, f in faults]
        heads = {writer: str(head) for writer, head in writers.items()}
        print(json.dumps({"ok": not faults, "writers": heads, "faults": told}))  # noqa: T201 - machines read it
    else:
        for writer, fault in faults:
            session.out.print(f"[red]✗[/] {writer}, event {fault.sequence}: {fault.kind.value}: {fault.detail}")
        for writer, head in writers.items():
            session.out.print(f"{writer}  {head.sequence:>9,} events  head {head}")
    if faults:
        raise typer.Exit(3)


@app.command()
def cases(
    context: typer.Context,
    device: Annotated[str, typer.Option("--post", help="Only cases of this post (its LINTAS_DEVICE).")] = "",
    undecided: Annotated[bool, typer.Option("--undecided", help="Only cases that nobody decided yet.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = 50,
    as_json: Json = False,
) -> None:
    """At the centre: cases that posts delivered, newest first. `lintas post delivered` verifies them."""
    session = session_of(context)
    with told_plainly():
        from console.sync.delivered import delivered_cases  # noqa: PLC0415 - loads the case's model
        from console.wiring import open_database  # noqa: PLC0415 - loads the data base
        from ledger.sql.inbox import SqlInbox  # noqa: PLC0415

        with open_database(session.settings) as database:
            inbox = SqlInbox(database, lambda: datetime.now(UTC))
            found = delivered_cases(inbox, device_id=device, undecided_only=undecided, limit=limit)
    for each in found:
        case = each.case
        told = {
            "name": case.name,
            "create_time": format_instant(case.created_at),
            "advice": case.examination.advice.kind.value,
            "outcome": case.outcome.value if case.outcome else "",
            "officer": case.actor.officer_id,
            "device": case.actor.device_id,
            "writer": each.writer_id,
        }
        if as_json:
            print(json.dumps(told))  # noqa: T201 - machines read it
            continue
        advice = session.say(ADVICE[f"ADVICE_KIND_{case.examination.advice.kind.name}"])
        outcome = session.say(OUTCOME[f"OUTCOME_{case.outcome.name if case.outcome else 'UNSPECIFIED'}"])
        when = f"{case.created_at:%Y-%m-%d %H:%MZ}"
        parts = (case.name, when, advice, outcome, case.actor.officer_id, case.actor.device_id)
        session.out.print(plain("  ".join(parts)), soft_wrap=True)
    if not found and not as_json:
        session.out.print(session.say(_NO_CASES))


def _print_status(
    session: Session, state: CopyState, age: ListAge, pending: int, digest: str, *, as_json: bool
) -> None:
    if as_json:
        answer = {
            "list_version": state.list_version,
            "freshness": age.freshness.value,
            "as_of": format_instant(state.as_of) if state.as_of else "",
            "valid_until": format_instant(state.valid_until) if state.valid_until else "",
            "diverged": state.is_diverged,
            "list_sha256": digest,
            "pending_events": pending,
        }
        print(json.dumps(answer))  # noqa: T201 - machines read it
        return
    as_of = f"{state.as_of:%Y-%m-%d %H:%M:%S} UTC" if state.as_of else "-"
    session.out.print(f"list version [bold]{state.list_version}[/], as of {as_of}")
    session.out.print(session.say(_FRESHNESS[age.freshness.value]))
    session.out.print(f"SHA-256 {digest}")
    session.out.print(
        session.say(Text(id=f"{pending} kejadian menunggu dikirim", en=f"{pending} events wait to be delivered"))
    )


@contextmanager
def _bar(session: Session) -> Iterator[Callable[[int, int], None]]:
    columns = (TextColumn("fetching"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=session.err, transient=True, disable=not session.err.is_terminal) as progress:
        task = progress.add_task("fetching", total=None)
        yield lambda version, newest: progress.update(task, completed=version, total=newest)
