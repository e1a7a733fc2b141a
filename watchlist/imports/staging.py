"""The folder that an import, export or review works in: held by a lock, so that what a killed process left is known."""

from __future__ import annotations

import fcntl
import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

LOCK: Final = "lock"


@contextmanager
def staging(prefix: str) -> Iterator[Path]:
    """A folder of its own in the system's folder for temporary files, gone at the end.

    The kernel lets go of the lock when the process is gone, however it went.
    """
    with tempfile.TemporaryDirectory(prefix=prefix) as name:
        folder = Path(name)
        # under another name until it is locked: whoever finds a lock that nobody holds may remove the folder
        handle = os.open(folder / f"{LOCK}.new", os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            (folder / f"{LOCK}.new").rename(folder / LOCK)
            yield folder
        finally:
            os.close(handle)


def is_at_work(folder: Path) -> bool:
    """Whether a process of this machine still works in it."""
    try:
        handle = os.open(folder / LOCK, os.O_RDWR)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False


def this_machine() -> str:
    """The name under which a mark says where its process runs; at most 64 characters."""
    return socket.gethostname()[:64]
