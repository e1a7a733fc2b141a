"""`lintas train`: exercises, bots and reports."""

from __future__ import annotations

import typer

from console.cli.train_pack import pack
from console.cli.train_play import play
from console.cli.train_report import forget, report
from console.cli.train_serve import serve
from console.cli.train_simulate import simulate

app = typer.Typer(
    help="Train officers: exercises on the real engine, bots that test the grading, reports.", no_args_is_help=True
)
app.command()(play)
app.command()(serve)
app.command()(simulate)
app.command()(report)
app.command()(pack)
app.command()(forget)
