"""`lintas watchlist export|verify|keygen`: lists for other authorities, signed."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC
from pathlib import Path
from typing import Annotated, BinaryIO, Final

import typer

from console.cli.plain import plain
from console.cli.session import Json, Server, print_json, session_of, told_plainly
from ledger.errors import LintasError
from ledger.event import format_instant
from ledger.text import Text
from lintas.v1 import watchlist_pb2

_FORMATS: Final = {"csv": watchlist_pb2.EXPORT_FORMAT_CSV, "ftm": watchlist_pb2.EXPORT_FORMAT_FTM}
_WRITTEN: Final = Text(
    id="{count:,} entri dari versi daftar {version} ditulis ke {file}",
    en="{count:,} entries of list version {version} written to {file}",
)
_LEFT_OUT: Final = {
    "restricted": Text(id="rahasia (--restricted, hanya penyelia)", en="restricted (--restricted, supervisors only)"),
    "masked": Text(id="data pribadinya sudah disamarkan", en="personal data masked"),
    "no_place_in_format": Text(id="tidak ada tempatnya dalam format ini", en="no place in this format"),
}
_STAYED: Final = Text(id="tidak disertakan", en="left out")
_SIGNED: Final = Text(id="tanda tangan di {file}", en="signature in {file}")
_UNSIGNED: Final = Text(
    id="tanpa tanda tangan: beri --key agar penerima dapat memeriksanya",
    en="not signed: give --key, so that whoever receives it can verify it",
)
_GENUINE: Final = Text(
    id="asli: daftar {list}, versi {version}, {count:,} entri, dibuat {time}",
    en="genuine: list {list}, version {version}, {count:,} entries, exported {time}",
)
_KEY_MADE: Final = Text(
    id="kunci privat di {private}: jangan dibagikan; kunci publik untuk penerima di {public}",
    en="private key in {private}: share it with nobody; public key for whoever receives lists in {public}",
)


def export_list(
    context: typer.Context,
    list_id: Annotated[str, typer.Option("--list", help="Which list.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", dir_okay=False, help="Where it goes.")],
    format_name: Annotated[
        str, typer.Option("--format", help="csv (ours, can be imported again) or ftm (FollowTheMoney; persons only).")
    ] = "csv",
    key: Annotated[
        Path | None,
        typer.Option(
            "--key", metavar="KEYFILE", exists=True, dir_okay=False, help="Sign with this; see `watchlist keygen`."
        ),
    ] = None,
    inactive: Annotated[bool, typer.Option("--inactive", help="Also entries not yet in force, or lapsed.")] = False,
    restricted: Annotated[bool, typer.Option("--restricted", help="Also restricted ones; supervisors only.")] = False,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Write one list for another authority, with a signature in FILE.sig. Needs the role supervisor, administrator or
    auditor (--role). The ledger keeps who took which list.

    Example: lintas --role supervisor watchlist export --list travel-bans -o bans.csv --key house.pem
    """
    session = session_of(context)
    if format_name not in _FORMATS:
        raise typer.BadParameter("csv or ftm", param_hint="--format")
    request = watchlist_pb2.ExportEntriesRequest(
        list_id=list_id, format=_FORMATS[format_name], include_inactive=inactive, include_restricted=restricted
    )
    signature = output.with_name(output.name + ".sig")
    with told_plainly():
        # here, not above: the crypto library takes a while to load
        from watchlist.export.signature import ExportStamp, signature_text  # noqa: PLC0415
        from watchlist.signing.ed25519 import Ed25519Signer  # noqa: PLC0415

        signer = Ed25519Signer.load(key) if key else None
        with session.client(server, looks_only=True) as client, _replacing(output) as out:
            summary = client.export_entries(request, out)
        if signer is not None:
            stamp = ExportStamp(
                summary.list_id,
                format_name,
                summary.watchlist_version,
                format_instant(summary.export_time.ToDatetime(UTC)),
                summary.entries,
                summary.sha256,
            )
            with _replacing(signature) as out:
                out.write(signature_text(stamp, signer).encode())
        else:
            signature.unlink(missing_ok=True)  # of an older export, it would not fit any more
    if as_json:
        print_json(summary)
        return
    written = session.say(_WRITTEN).format(count=summary.entries, version=summary.watchlist_version, file=output)
    session.out.print(plain(written), soft_wrap=True)
    for reason, count in summary.left_out.items():
        why = session.say(_LEFT_OUT[reason]) if reason in _LEFT_OUT else plain(reason)
        session.out.print(f"  {session.say(_STAYED)}: {count:,}, {why}", soft_wrap=True)
    told = session.say(_SIGNED).format(file=signature) if signer else session.say(_UNSIGNED)
    session.out.print(plain(told), style="" if signer else "yellow", soft_wrap=True)


def verify(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="The exported list.")],
    signature: Annotated[
        Path | None, typer.Argument(metavar="FILE.sig", dir_okay=False, help="Its signature; FILE.sig otherwise.")
    ] = None,
    public_key: Annotated[
        Path,
        typer.Option("--public-key", metavar="PEM", exists=True, dir_okay=False, help="Keys that you trust."),
    ] = ...,  # type: ignore[assignment]  # typer's way to say required
    as_json: Json = False,
) -> None:
    """Is this list genuine and whole? Exit code 0 only then, 3 where it is not. Needs no data base.

    Example: lintas watchlist verify bans.csv --public-key house.pem.pub
    """
    session = session_of(context)
    sealed = signature or file.with_name(file.name + ".sig")
    if not sealed.is_file():
        raise typer.BadParameter(f"{sealed}: no such file", param_hint="FILE.sig")
    with told_plainly():
        from watchlist.export.signature import verified  # noqa: PLC0415 - as above
        from watchlist.signing.ed25519 import Ed25519Trust  # noqa: PLC0415

        try:
            stamp = verified(file, sealed, Ed25519Trust.load(public_key))
        except LintasError as error:
            if error.reason != "EXPORT_TAMPERED":
                raise
            session.err.print(f"[red]✗[/] {plain(error.message)} [dim]({error.reason})[/]", highlight=False)
            raise typer.Exit(3) from None
    if as_json:
        print(json.dumps(asdict(stamp)))  # noqa: T201 - machines read plain stdout
        return
    told = session.say(_GENUINE).format(
        list=stamp.list_id, version=stamp.list_version, count=stamp.entries, time=stamp.exported_at
    )
    session.out.print(plain(told), style="green", soft_wrap=True)


def keygen(
    context: typer.Context,
    private: Annotated[Path, typer.Argument(metavar="KEYFILE", help="A new file; the public key goes to KEYFILE.pub.")],
) -> None:
    """Make a key that signs exported lists (Ed25519)."""
    session = session_of(context)
    public = private.with_name(private.name + ".pub")
    with told_plainly():
        from watchlist.signing.ed25519 import make_key  # noqa: PLC0415 - as above

        made = make_key(private)
    public.write_text(made.public_pem())
    session.out.print(plain(session.say(_KEY_MADE).format(private=private, public=public)), soft_wrap=True)


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that takes its name only once it is whole; readable for its owner alone, since it names people."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror}", param_hint="--output") from None
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
