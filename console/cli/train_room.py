"""What the commands of training share: where scenarios and the training file are."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Scenarios = Annotated[
    Path | None,
    typer.Option(
        "--scenarios", envvar="LINTAS_SCENARIOS", file_okay=False, help="Folder of scenarios; the house's own without."
    ),
]


def scenario_folder(given: Path | None) -> Path:
    """The folder that was named, or the one that comes with Lintas: in the wheel, or beside the sources."""
    if given is not None:
        return given
    root = Path(__file__).resolve().parents[2]
    packaged = root / "simulator" / "scenarios"
    return packaged if packaged.is_dir() else root / "scenarios"
