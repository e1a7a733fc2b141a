"""What a killed process leaves in the folder for temporary files: whole lists, which name people."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

_PREFIXES: Final = ("lintas-import-", "lintas-export-", "lintas-review-")
_OLDEST_S: Final = 24 * 3600.0  # nothing that is still at work is as old


def sweep(folder: Path, now_s: float) -> int:
    """Remove our own leftovers that are older than a day; how many. `now_s` is seconds since 1970, as files have it.

    Only folders of this very user are touched, never links.
    """
    found = [path for path, age_s in _ours(folder, now_s) if age_s > _OLDEST_S]
    for path in found:
        shutil.rmtree(path, ignore_errors=True)
    return len(found)


def _ours(folder: Path, now_s: float) -> Iterator[tuple[Path, float]]:
    for path in folder.iterdir():
        if not path.name.startswith(_PREFIXES):
            continue
        with suppress(FileNotFoundError):  # whoever was at work with it has just finished
            told = path.lstat()
            if stat.S_ISDIR(told.st_mode) and told.st_uid == os.getuid():
                yield path, now_s - told.st_mtime
