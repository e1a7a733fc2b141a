"""Notes in a log of where its reports went, and what is told of them when somebody is forgotten."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from console.cli.inputs import read_bytes
from console.cli.plain import plain
from console.cli.private_file import write_private
from console.cli.session import Session
from ledger.text import Text

if TYPE_CHECKING:
    from simulator.grading.model import TraineeId
    from simulator.report.exports import Found

_STDOUT = "-"
_TO_DELETE = Text(
    id="Berkas yang ditulis dari log ini dan memuat sesuatu tentang peserta itu:",
    en="Files that were written from this log and hold something of that trainee:",
)
_WHAT = {
    "there": Text(id="hapus", en="delete it"),
    "changed": Text(id="isinya sudah lain: periksa", en="something else lies there now: look at it"),
    "gone": Text(id="tidak ada lagi di sana: cari salinannya", en="no longer there: look for copies"),
}
_OWN = Text(id="laporan pribadi", en="own report")
_CLASS = Text(id="seluruh kelas; tulis ulang dari log", en="the whole class; write it anew from the log")
_NONE = Text(
    id="Dari log ini tidak tercatat berkas lain. Unduhan dari kelas web dan kiriman ke orang lain tidak tercatat.",
    en="No other files are noted in this log. Downloads from the classroom and what was sent to others is not noted.",
)
_NOT_NOTED = Text(
    id="Tempat laporan ini tidak dapat dicatat di log; catat sendiri, supaya nanti dapat dihapus.",
    en="Where this report went could not be noted in the log; write it down, so that it can be deleted later.",
)


@dataclass(frozen=True, slots=True)
class Written:
    """One file that was written; `owner` None is the class's."""

    path: Path
    content: bytes
    owner: TraineeId | None


def note_exports(session: Session, logs: Sequence[str], written: Iterable[Written], form: str) -> None:
    """Into every log that they were made from. A log that cannot be changed is no reason to lose the report."""
    from simulator.grading.codec import from_json, to_json  # noqa: PLC0415 - other commands need no grading
    from simulator.report.exports import noted  # noqa: PLC0415

    today, files = datetime.now(UTC).date(), [each for each in written if str(each.path) != _STDOUT]
    for log in logs:
        if log == _STDOUT:
            session.err.print(session.say(_NOT_NOTED))
            continue
        workshop = from_json(read_bytes(log, "LOG"))
        for each in files:
            path = str(each.path.absolute())
            workshop = noted(workshop, path, each.content, form, owner=each.owner, written_on=today)
        try:
            write_private(Path(log), to_json(workshop).encode())
        except typer.BadParameter:
            session.err.print(session.say(_NOT_NOTED))


def tell_exports(session: Session, found: Sequence[Found]) -> None:
    """Each file with what to do about it."""
    if not found:
        session.out.print(session.say(_NONE))
        return
    session.out.print(session.say(_TO_DELETE))
    for each in found:
        whose = session.say(_OWN if each.is_own else _CLASS)
        session.out.print(
            f"  {plain(each.export.path)}  [dim]{each.export.form}, {each.export.written_on}, {whose}[/]: "
            f"{session.say(_WHAT[each.fate.value])}",
            soft_wrap=True,
        )


def digest_of(path: str) -> str | None:
    """SHA-256 of a file; None where there is none that can be read."""
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return None
