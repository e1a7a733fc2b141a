"""What a killed process leaves in the folder for temporary files: whole lists, which name people."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from watchlist.imports.staging import LOCK, is_at_work

_PREFIXES: Final = ("lintas-import-", "lintas-export-", "lintas-review-")
_OLDEST_S: Final = 24 * 3600.0  # of a folder without a lock: nothing that is still at work is as old


def sweep(folder: Path, now_s: float) -> int:
    """Remove what our own killed processes left; how many folders. `now_s` is seconds since 1970, as files have it.

    A folder goes as soon as nobody holds its lock, one without a lock after a day. Only folders of this very user are
    touched, never links.
    """
    found = [path for path, age_s in _ours(folder, now_s) if _is_left(path, age_s)]
    for path in found:
        shutil.rmtree(path, ignore_errors=True)
    return len(found)


def _is_left(path: Path, age_s: float) -> bool:
    return not is_at_work(path) if (path / LOCK).exists() else age_s > _OLDEST_S


def _ours(folder: Path, now_s: float) -> Iterator[tuple[Path, float]]:
    for path in folder.iterdir():
        if not path.name.startswith(_PREFIXES):
            continue
        with suppress(FileNotFoundError):  # whoever was at work with it has just finished
            told = path.lstat()
            if stat.S_ISDIR(told.st_mode) and told.st_uid == os.getuid():
                yield path, now_s - told.st_mtime
