"""The service as a process of its own, as an agency would run it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ADDRESS = re.compile(r"gRPC on (127\.0\.0\.1:\d+)")
LINTAS = str(Path(sys.executable).parent / "lintas")


class ServiceProcess:
    """A running `lintas serve`; everything that it prints is kept."""

    def __init__(self, database_url: str) -> None:
        environment = os.environ | {"LINTAS_DATABASE_URL": database_url, "COLUMNS": "200", "PYTHONUNBUFFERED": "1"}
        environment["LINTAS_WEB_LISTEN"] = ""  # these tests are of the gRPC service
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [LINTAS, "serve", "--listen", "127.0.0.1:0"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._lines: list[str] = []
        self._bound = threading.Event()
        self.address = ""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        if not self._bound.wait(60) or not self.address:
            raise RuntimeError(f"the service did not start: {self.log}")

    def _read(self) -> None:
        for line in self._process.stdout or ():
            self._lines.append(line)
            if match := _ADDRESS.search(line):
                self.address = match[1]
                self._bound.set()
        self._bound.set()

    @property
    def log(self) -> str:
        """All that it printed so far."""
        return "".join(self._lines)

    def kill(self) -> None:
        """No chance to finish anything."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(10)

    def stop(self) -> int:
        """The orderly way; the exit code."""
        self._process.send_signal(signal.SIGTERM)
        code = self._process.wait(30)
        self._reader.join(10)
        return code

    def close(self) -> None:
        """Whatever state it is in."""
        if self._process.poll() is None:
            self.kill()
        self._reader.join(10)
        if self._process.stdout:
            self._process.stdout.close()


@contextmanager
def service(database_url: str) -> Iterator[ServiceProcess]:
    """A service that is gone afterwards."""
    process = ServiceProcess(database_url)
    try:
        yield process
    finally:
        process.close()
