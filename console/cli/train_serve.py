"""`lintas train serve`: a training room for terminals and other programs."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Annotated

import typer

from console.cli.serve import wait_for_signal
from console.cli.session import session_of, told_plainly
from console.cli.train_room import Scenarios, scenario_folder


def serve(
    context: typer.Context,
    listen: Annotated[
        str, typer.Option("--listen", metavar="HOST:PORT", help="Where to listen; never the live service's port.")
    ] = "127.0.0.1:50561",
    file: Annotated[
        Path | None,
        typer.Option("--file", dir_okay=False, envvar="LINTAS_TRAINING_FILE", help="The training room's own file."),
    ] = None,
    scenarios: Scenarios = None,
) -> None:
    """Serve TrainingService and a training counter (VerificationService on the sandbox) until Ctrl-C or SIGTERM.

    Sessions are kept in a file of their own; live data bases are refused.
    """
    session = session_of(context)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)  # it tells of every plugin as it is loaded
    with told_plainly():
        # here, not above: other commands need neither server nor simulator
        from console.server import ListenError  # noqa: PLC0415
        from console.training import default_training_file, open_training, training_serving  # noqa: PLC0415

        path = file or default_training_file()
        try:
            with (
                open_training(path, scenario_folder(scenarios)) as room,
                training_serving(room, session.settings, listen) as address,
            ):
                library = room.library()
                session.err.print(f"Training on [bold]{address}[/], {len(library.scenarios)} scenarios, file {path}.")
                for fault in library.faults:
                    session.err.print(f"[yellow]not played:[/] {fault.message}")
                wait_for_signal(session)
        except ListenError as error:
            session.err.print(f"[red]error:[/] {error}")
            raise typer.Exit(1) from None
