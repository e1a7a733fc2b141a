"""`lintas train pack`: cases on paper, for a day without electricity or network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from console.cli.private_file import write_private
from console.cli.progress import with_progress
from console.cli.session import session_of, told_plainly
from console.cli.train_room import Scenarios, scenario_folder
from ledger.text import Text

if TYPE_CHECKING:
    from console.training import TrainingRoom
    from simulator.report.pack_order import PackOrder

_ALL: Final = "all"
_Wanted = Annotated[
    list[str],
    typer.Argument(metavar="SCENARIO...|SESSION|all", help="Keys of scenarios, the id of one session, or all."),
]


class Part(Enum):
    """For whom."""

    CLASS = "class"
    KEY = "key"
    ALL = "all"


class Speech(Enum):
    """In which language."""

    INDONESIAN = "id"
    ENGLISH = "en"
    BOTH = "both"


def pack(
    context: typer.Context,
    wanted: _Wanted,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE|-", help="The PDF to write.")],
    part: Annotated[
        Part, typer.Option("--part", help="class is handed out and holds no answers, key is for the trainer.")
    ] = Part.ALL,
    speech: Annotated[Speech, typer.Option("--in", help="id, en, or both.")] = Speech.BOTH,
    file: Annotated[
        Path | None,
        typer.Option("--file", dir_okay=False, envvar="LINTAS_TRAINING_FILE", help="Where sessions are kept."),
    ] = None,
    scenarios: Scenarios = None,
) -> None:
    """Print cases: documents in all lights and under the loupe, question cards, answer sheets; key and debrief apart.

    About a second for each picture, 15 for each passport. The file is readable by you alone: it holds answers.
    """
    session = session_of(context)
    with told_plainly(), _room(wanted, file, scenario_folder(scenarios)) as room:
        # here, not above: other commands need neither the simulator nor its drawings
        from console.training import packs_of  # noqa: PLC0415

        steps = packs_of(room).make(_order(wanted, part, speech, room))
        _, of, _ = next(steps)
        word = session.say(Text(id="Menggambar", en="Drawing"))
        *_, (_, _, pdf) = with_progress(steps, session.err, word, total=of)
        write_private(output, pdf)


@contextmanager
def _room(wanted: list[str], file: Path | None, folder: Path) -> Iterator[TrainingRoom]:
    """A session needs the file that it is kept in; scenarios need none."""
    from console.training import default_training_file, open_training, room_on  # noqa: PLC0415 - see above
    from simulator.store import MemorySessionStore  # noqa: PLC0415

    in_memory = room_on(MemorySessionStore(), folder)
    if len(wanted) != 1 or wanted[0] == _ALL or wanted[0] in in_memory.library().scenarios:
        yield in_memory
        return
    console_file = default_training_file().with_name("classroom.sqlite")
    path = file or (console_file if console_file.exists() else default_training_file())
    if not path.exists():
        yield in_memory  # which says that there is no such scenario
        return
    with open_training(path, folder) as room:
        yield room


def _order(wanted: list[str], part: Part, speech: Speech, room: TrainingRoom) -> PackOrder:
    from simulator.report.pack_order import PackOrder, PackPart  # noqa: PLC0415 - see above
    from simulator.report.voice import Voice  # noqa: PLC0415

    known = room.library().scenarios
    is_session = len(wanted) == 1 and wanted[0] not in known and wanted[0] in set(room.exercises.list())
    keys = tuple(sorted(known)) if wanted == [_ALL] else tuple(wanted)
    return PackOrder(
        session_id=wanted[0] if is_session else "",
        scenarios=() if is_session else keys,
        voice=Voice(speech.value),
        part=PackPart(part.value),
    )
