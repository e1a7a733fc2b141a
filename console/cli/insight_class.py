"""`lintas insight add-class`: a trainer hands the figures of a whole class over to the live side."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from console.cli.session import Json, Server, print_json, session_of, told_plainly
from ledger.text import Text

_KEPT: Final = Text(
    id="dicatat: kelas {day}, {trainees} peserta, {decisions} putusan; tanpa nama siapa pun",
    en="recorded: the class of {day}, {trainees} trainees, {decisions} decisions; nobody is named",
)


def add_class(
    context: typer.Context,
    logs: Annotated[list[str], typer.Argument(metavar="LOG...", help="Logs of one course in JSON; - is stdin.")],
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Record what a class learned, for the report: means over at least five trainees. Needs the role trainer (--role).

    The same figures twice count once. Example: lintas --role trainer insight add-class before.json after.json
    """
    session = session_of(context)
    with told_plainly():
        # here, not above: grading loads scipy
        from console.class_figures import class_figures  # noqa: PLC0415 - grading loads scipy
        from console.cli.train_report import read_logs  # noqa: PLC0415 - as above

        told = class_figures(read_logs(logs))
        with session.client(server) as client:
            kept = client.record_training_result(told)
    if as_json:
        print_json(kept)
        return
    day = kept.held_on
    said = session.say(_KEPT).format(
        day=f"{day.year:04d}-{day.month:02d}-{day.day:02d}", trainees=kept.trainees, decisions=kept.decisions
    )
    session.out.print(said, highlight=False)
