"""The door of a training room: codes and words cannot be guessed for long, and nobody takes all the seats."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import Final

from simulator.session.attempts import Attempts

_WRONG_FROM_ADDRESS: Final = 20  # a class behind one address mistypes, too
_WRONG_WORDS: Final = 30  # of all trainees of a session together
_SEATS_FROM_ADDRESS: Final = 150  # of one session, which has 200: many come through one router, nobody takes them all
_WHILE: Final = timedelta(minutes=10)


class Door:
    """Thread-safe; forgets after ten minutes, and when the process ends. Addresses are written nowhere."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._wrong = Attempts(_WRONG_FROM_ADDRESS, _WHILE, now)
        self._words = Attempts(_WRONG_WORDS, _WHILE, now)
        self._seats = Attempts(_SEATS_FROM_ADDRESS, _WHILE, now)
        self._lock = threading.Lock()

    def check_address(self, address: str) -> None:
        """Raises LintasError JOIN_SLOW_DOWN after too many wrong codes or words from there."""
        with self._lock:
            self._wrong.check(address)

    def check_words(self, session_id: str) -> None:
        """Raises LintasError JOIN_SLOW_DOWN after too many wrong words for people of that session."""
        with self._lock:
            self._words.check(session_id)

    def note_wrong(self, address: str, session_id: str = "") -> None:
        """A wrong code, or a wrong word of a session."""
        with self._lock:
            self._wrong.note(address)
            self._words.note(session_id)

    def check_seat(self, session_id: str, address: str) -> None:
        """Raises LintasError JOIN_SLOW_DOWN where most of a class would come from one address."""
        with self._lock:
            self._seats.check(_seat_key(session_id, address))

    def note_seat(self, session_id: str, address: str) -> None:
        """Somebody sat down from there."""
        with self._lock:
            self._seats.note(_seat_key(session_id, address))


def _seat_key(session_id: str, address: str) -> str:
    """'' for this machine itself: whoever has it needs no door."""
    try:
        is_here = ip_address(address).is_loopback
    except ValueError:
        is_here = True
    return "" if is_here else f"{session_id} {address}"
