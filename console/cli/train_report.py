"""`lintas train report` and `lintas train forget`: what is handed back after a course, and how it is deleted."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from console.cli.inputs import read_bytes
from console.cli.private_file import write_private
from console.cli.progress import with_progress
from console.cli.session import session_of, told_plainly
from console.cli.train_exports import Written, digest_of, note_exports, tell_exports
from ledger.errors import LintasError
from ledger.text import Text

if TYPE_CHECKING:
    from simulator.grading.model import Workshop

_Logs = Annotated[list[str], typer.Argument(metavar="LOG...", help="Logs of one course in JSON; - is standard input.")]
_UNFIT: Final = re.compile(r"[^A-Za-z0-9._-]")


class Kind(Enum):
    """What to write."""

    HTML = "html"
    PDF = "pdf"
    XAPI = "xapi"
    CSV = "csv"


class Speech(Enum):
    """In which language."""

    INDONESIAN = "id"
    ENGLISH = "en"
    BOTH = "both"


def report(
    context: typer.Context,
    logs: _Logs,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE|FOLDER|-", help="Where to; a folder with --each.")
    ],
    kind: Annotated[
        Kind, typer.Option("--format", "-f", help="html and pdf for people, xapi and csv for other systems.")
    ] = Kind.HTML,
    speech: Annotated[Speech, typer.Option("--in", help="id, en, or both side by side.")] = Speech.BOTH,
    trainee: Annotated[
        str, typer.Option("--trainee", metavar="ID", help="This trainee's own report, to be handed to nobody else.")
    ] = "",
    each: Annotated[bool, typer.Option("--each", help="Everybody's own report, one file each, into a folder.")] = False,
    home_page: Annotated[
        str,
        typer.Option("--home-page", metavar="URL", help="The course's own address in xAPI accounts and activities."),
    ] = "https://lintas.invalid",
) -> None:
    """Report on a class with nobody named, or on one trainee for that trainee alone.

    Files are readable by you alone. xapi and csv hold pseudonyms, which nobody can undo once the log is deleted.
    """
    session = session_of(context)
    if each and (trainee or kind in {Kind.XAPI, Kind.CSV} or str(output) == "-"):
        raise typer.BadParameter("for everybody's html or pdf into a folder, without --trainee", param_hint="--each")
    with told_plainly():
        # here, not above: scipy, matplotlib and typst take longer to load than all other commands together
        from simulator.grading.grades import grade  # noqa: PLC0415
        from simulator.grading.model import TraineeId  # noqa: PLC0415
        from simulator.report.render import Format, render  # noqa: PLC0415
        from simulator.report.voice import Voice  # noqa: PLC0415

        workshop = read_logs(logs)
        grades = grade(workshop)
        form, voice = Format(kind.value), Voice(speech.value)
        written: list[Written] = []
        if each:
            _make_folder(output)
            word = session.say(Text(id="Menulis laporan", en="Writing reports"))
            for place, owner in enumerate(with_progress(workshop.trainees, session.err, word), 1):
                name = f"{place:03}-{_UNFIT.sub('-', owner)[:60]}{form.suffix}"
                content = render(workshop, grades, form, voice, owner=owner)
                write_private(output / name, content)
                written.append(Written(output / name, content, owner))
        else:
            owner_id = TraineeId(trainee) if trainee else None
            content = render(workshop, grades, form, voice, owner=owner_id, home_page=home_page)
            write_private(output, content)
            written.append(Written(output, content, owner_id))
        note_exports(session, logs, written, form.value)


def forget(
    context: typer.Context,
    log: Annotated[Path, typer.Argument(metavar="LOG", help="The log to change in place.")],
    trainee: Annotated[str, typer.Argument(metavar="TRAINEE", help="Whose attempts to delete.")],
) -> None:
    """Delete everything that one trainee did from a log, and say which files written from it hold something of them.

    Copies that were sent elsewhere, and downloads from the classroom, are known to nobody: ask who got them.
    """
    session = session_of(context)
    with told_plainly():
        from simulator.grading.codec import to_json  # noqa: PLC0415
        from simulator.grading.model import TraineeId  # noqa: PLC0415
        from simulator.report.exports import holding, without_notes  # noqa: PLC0415
        from simulator.report.privacy import forget as without  # noqa: PLC0415

        before, who = read_logs([str(log)]), TraineeId(trainee)
        after = without_notes(without(before, who), who)
        found = list(holding(before, who, digest_of))
        write_private(log, to_json(after).encode())
    deleted = len(before.attempts) - len(after.attempts)
    session.out.print(
        session.say(Text(id=f"{deleted} percobaan dihapus dari log.", en=f"{deleted} attempts deleted from the log."))
    )
    tell_exports(session, found)


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror}", param_hint="--output") from None


def read_logs(logs: list[str]) -> Workshop:
    """Logs of one course as one workshop. Raises LintasError naming the file, where one is no such log."""
    from simulator.grading.codec import from_json  # noqa: PLC0415 - see above
    from simulator.grading.merge import merge  # noqa: PLC0415

    workshops = []
    for path in logs:
        try:
            workshops.append(from_json(read_bytes(path, "LOG")))
        except LintasError as error:
            raise LintasError(error.fault, error.reason, f"{path}: {error.message}", fields=error.fields) from None
    return merge(workshops)
