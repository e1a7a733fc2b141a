"""Writing a file that is nobody else's business."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Final

import typer

_OWNERS_ONLY: Final = 0o600


def write_private(path: Path, content: bytes) -> None:
    """Writes all or nothing, readable by the owner of the file alone."""
    if str(path) == "-":
        sys.stdout.buffer.write(content)
        return
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(_OWNERS_ONLY)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror}", param_hint="--output") from None
