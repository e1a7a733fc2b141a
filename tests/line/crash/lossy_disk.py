"""A disk that loses what was not synced when the power goes: a SQLite VFS through apsw, in memory, seeded.

A write lies in a cache until the file is synced. At a power cut each such write reaches the disk or not, on its own and
sector by sector, as the cache of a real disk has it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import apsw

_SECTOR: Final = 512


class PowerCut(Exception):  # noqa: N818 - what it is
    """From here on nothing is written any more."""


@dataclass(slots=True)
class LossyFile:
    """What programs see, what is on the disk, and what lies in between, in order."""

    live: bytearray = field(default_factory=bytearray)
    disk: bytearray = field(default_factory=bytearray)
    cached: list[tuple[int, bytes]] = field(default_factory=list)  # a negative place cuts the file to that length

    def write(self, place: int, data: bytes) -> None:
        """Into the cache."""
        _put(self.live, place, data)
        self.cached.append((place, data))

    def truncate(self, length: int) -> None:
        """Into the cache."""
        del self.live[length:]
        self.cached.append((-length - 1, b""))

    def sync(self) -> None:
        """All of the cache is on the disk now."""
        self.disk[:] = self.live
        self.cached.clear()

    def after_power_cut(self, chance: random.Random) -> bytes:
        """What is found when the power is back."""
        disk = bytearray(self.disk)
        share = chance.choice((0.0, 0.1, 0.5, 0.9))
        for place, data in self.cached:
            if place < 0:
                if chance.random() < share:
                    del disk[-place - 1 :]
                continue
            for start in range(0, len(data), _SECTOR):
                if chance.random() < share:
                    _put(disk, place + start, data[start : start + _SECTOR])
        return bytes(disk)


def _put(target: bytearray, place: int, data: bytes) -> None:
    if len(target) < place:
        target.extend(bytes(place - len(target)))
    target[place : place + len(data)] = data


class LossyDisk(apsw.VFS):
    """Files in memory. The power goes with the write, or sync, of number `cut_at`."""

    def __init__(self, name: str, cut_at: int) -> None:
        self.files: dict[str, LossyFile] = {}
        self.operations = 0
        self._cut_at = cut_at
        super().__init__(name, base="")

    def step(self) -> None:
        """One operation of the disk. Raises PowerCut."""
        self.operations += 1
        if self.operations >= self._cut_at:
            raise PowerCut

    def xOpen(self, name: Any, flags: list[int]) -> Any:  # noqa: N802 - SQLite's names, here and below
        text = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        file = self.files.setdefault(text, LossyFile())
        flags[1] = flags[0]
        return _Handle(self, file)

    def xAccess(self, pathname: str, flags: int) -> bool:  # noqa: N802
        return pathname in self.files and bool(self.files[pathname].live)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802, FBT001
        self.files.pop(filename, None)

    def xFullPathname(self, name: str) -> str:  # noqa: N802
        return name

    def write_out(self, folder: Path, chance: random.Random) -> None:
        """What is on the disk when the power is back, as real files."""
        for name, file in self.files.items():
            (folder / name.lstrip("/")).write_bytes(file.after_power_cut(chance))


class _Handle:
    """One open file, as apsw asks for it."""

    def __init__(self, disk: LossyDisk, file: LossyFile) -> None:
        self._disk = disk
        self._file = file

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        return bytes(self._file.live[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        self._disk.step()
        self._file.write(offset, bytes(data))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self._disk.step()
        self._file.truncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self._disk.step()
        self._file.sync()

    def xFileSize(self) -> int:  # noqa: N802
        return len(self._file.live)

    def xLock(self, level: int) -> None:  # noqa: N802
        """Nobody else is there."""

    def xUnlock(self, level: int) -> None:  # noqa: N802
        """Nobody else is there."""

    def xCheckReservedLock(self) -> bool:  # noqa: N802
        return False

    def xFileControl(self, op: int, pointer: int) -> bool:  # noqa: N802
        return False

    def xSectorSize(self) -> int:  # noqa: N802
        return _SECTOR

    def xDeviceCharacteristics(self) -> int:  # noqa: N802
        return 0  # promises nothing

    def xClose(self) -> None:  # noqa: N802
        """Stays as it is."""


def replayed(disk_name: str, pragmas: Sequence[str], statements: Sequence[str | int]) -> list[int]:
    """Run SQL on a lossy disk until the power goes; gives the acknowledgements (numbers among the statements) before.

    WAL needs shared memory between processes, which such a VFS has none of; an exclusive lock does without.
    """
    acknowledged: list[int] = []
    connection = None
    try:
        connection = apsw.Connection("lintas.sqlite", vfs=disk_name)
        for pragma in ("PRAGMA locking_mode=EXCLUSIVE", *pragmas):
            connection.execute(pragma).fetchall()
        for statement in statements:
            if isinstance(statement, int):
                acknowledged.append(statement)
            else:
                connection.execute(statement).fetchall()
    except (PowerCut, apsw.Error):
        pass
    finally:
        if connection is not None:
            with suppress(PowerCut, apsw.Error):
                connection.close(True)  # noqa: FBT003 - apsw has it by place
    return acknowledged
