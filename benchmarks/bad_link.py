"""A bad link as a small TCP proxy: slow both ways, resets in the middle, black holes that swallow bytes silently."""

from __future__ import annotations

import random
import socket
import struct
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

_PIECE: Final = 512  # bytes at once: small, so that the rate is even
_BUFFER: Final = 8 * 1024  # bytes: a router's, not a data centre's


@dataclass(frozen=True, slots=True)
class Weather:
    """How bad the link is. Times are seconds; `resets_after` and `holes_after` are the shortest and longest time that a
    connection lives before it is reset, or falls silent for `hole` seconds and is reset then; None for never."""

    bits_per_second: int = 64_000
    latency: float = 0.15
    resets_after: tuple[float, float] | None = (2.0, 8.0)
    holes_after: tuple[float, float] | None = None
    hole: float = 5.0


@dataclass(slots=True)
class BadLink:
    """Listens on a free port of loopback and forwards to `target`. Use it as a context manager."""

    target: tuple[str, int]
    weather: Weather
    seed: int = 1
    resets: int = 0
    holes: int = 0
    forwarded_bytes: int = 0
    is_cut: bool = False
    _server: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))
    _open: list[socket.socket] = field(default_factory=list)
    _closed: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def address(self) -> str:
        """Where to connect to."""
        host, port = self._server.getsockname()[:2]
        return f"{host}:{port}"

    def __enter__(self) -> BadLink:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closed.set()
        self._server.close()
        for each in list(self._open):
            _reset(each)

    def cut(self) -> None:
        """Reset everything, and let nobody in until `mend`."""
        self.is_cut = True
        for each in list(self._open):
            _reset(each)

    def mend(self) -> None:
        """The link is back."""
        self.is_cut = False

    def _accept(self) -> None:
        chance = random.Random(self.seed)
        while not self._closed.is_set():
            try:
                near, _ = self._server.accept()
            except OSError:
                return
            if self.is_cut:
                _reset(near)
                continue
            threading.Thread(target=self._connection, args=(near, random.Random(chance.random())), daemon=True).start()

    def _connection(self, near: socket.socket, chance: random.Random) -> None:
        try:
            far = socket.create_connection(self.target, timeout=5)
        except OSError:
            _reset(near)
            return
        far.settimeout(None)
        for each in (near, far):
            each.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER)
            each.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _BUFFER)
            each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._open += [near, far]
        silent = threading.Event()
        for source, sink in ((near, far), (far, near)):
            threading.Thread(target=self._forward, args=(source, sink, silent), daemon=True).start()
        self._end(near, far, silent, chance)

    def _end(self, near: socket.socket, far: socket.socket, silent: threading.Event, chance: random.Random) -> None:
        weather = self.weather
        lives = chance.uniform(*weather.resets_after) if weather.resets_after else float("inf")
        silence = chance.uniform(*weather.holes_after) if weather.holes_after else float("inf")
        wait = min(lives, silence)
        self._closed.wait(wait if wait < float("inf") else None)
        if silence < lives and not self._closed.is_set():
            with self._lock:
                self.holes += 1
            silent.set()
            self._closed.wait(weather.hole)
        with self._lock:
            self.resets += 1
        _reset(near)
        _reset(far)

    def _forward(self, source: socket.socket, sink: socket.socket, silent: threading.Event) -> None:
        with suppress(OSError):
            time.sleep(self.weather.latency)
            while piece := source.recv(_PIECE):
                time.sleep(len(piece) * 8 / self.weather.bits_per_second)
                while silent.is_set():  # neither an error nor an end: just nothing
                    if self._closed.wait(0.1):
                        return
                sink.sendall(piece)
                with self._lock:
                    self.forwarded_bytes += len(piece)
        _reset(source)
        _reset(sink)


def _reset(each: socket.socket) -> None:
    """RST instead of FIN, as a link that breaks does."""
    with suppress(OSError):
        each.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    with suppress(OSError):
        each.shutdown(socket.SHUT_RDWR)
    each.close()
