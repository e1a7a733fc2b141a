"""`lintas serve` in a process of its own, for benchmarks that look at it from outside."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psutil

_UP_WITHIN_S = 600


def free_port() -> int:
    """One that nobody has now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@dataclass
class Service:
    """`lintas serve` in a process of its own, on a folder that outlives it."""

    folder: Path
    port: int
    settings: Mapping[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where the console is."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> float:
        """Seconds until it answers."""
        own = {
            "LINTAS_DATABASE_URL": f"sqlite:///{self.folder}/lintas.sqlite",
            "LINTAS_LISTEN": "127.0.0.1:0",
            "LINTAS_WEB_LISTEN": f"127.0.0.1:{self.port}",
            **self.settings,
        }
        started = time.perf_counter()
        command = [str(Path(sys.executable).with_name("lintas")), "serve"]
        with (self.folder / "serve.log").open("ab") as log:
            self.process = subprocess.Popen(command, env={**os.environ, **own}, stdout=log, stderr=log)
        while not self._answers():
            if self.process.poll() is not None or time.perf_counter() - started > _UP_WITHIN_S:
                raise RuntimeError((self.folder / "serve.log").read_text()[-2000:])
            time.sleep(0.1)
        return time.perf_counter() - started

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End it, kindly or not."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(30)

    @property
    def memory_mb(self) -> float:
        """Resident memory, its readers included."""
        if self.process is None:
            return 0.0
        parent = psutil.Process(self.process.pid)
        return float(sum(each.memory_info().rss for each in (parent, *parent.children(recursive=True)))) / 1e6

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()
