"""Invented documents and the cases that they lead to, for tests of stores and desks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from ledger.actor import Actor, Role
from ledger.event import EventDraft
from ledger.request_key import RequestKey
from verifier.case import Case
from verifier.engine import Engine, Request
from verifier.model.presentation import Presentation
from verifier.model.reading import Reading
from watchlist.entry import Entry
from watchlist.search import Searcher

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
OFFICER = Actor("booth-1", "off-17", Role.OFFICER)
SECOND = Actor("desk-2", "off-18", Role.SECOND_OFFICER)

# an invented Indonesian passport and the ICAO specimen, both with right check digits
GOOD = ("P<IDNSANTOSO<<BUDI<<<<<<<<<<<<<<<<<<<<<<<<<<", "X1234567<7IDN8503127M3401011<<<<<<<<<<<<<<06")
UTOPIA = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")


class NoReader:
    """Sees nothing, and counts how often it was asked."""

    def __init__(self, readings: tuple[Reading, ...] = ()) -> None:
        self.asked = 0
        self._readings = readings

    def read(self, image: bytes, *, engine: str, seconds_left: float) -> tuple[Reading, ...]:
        self.asked += 1
        return self._readings


def engine(*entries: Entry, reader: NoReader | None = None) -> Engine:
    """The real engine on a list in memory."""
    return Engine(reading=reader or NoReader(), watchlist=Searcher(entries), version="test")


def plenty() -> float:
    """All the time in the world."""
    return 60.0


def case(number: int, *, officer: Actor = OFFICER, presentation: Presentation | None = None) -> Case:
    """Case number `number`, a second later than the one before."""
    shown = presentation or Presentation(mrz_lines=GOOD)
    at = NOW + timedelta(seconds=number)
    return Case(
        case_id=f"00000000-0000-0000-0000-{number:012d}",
        created_at=at,
        actor=officer,
        presentation=shown,
        examination=engine().examine(shown, Request(at, plenty)),
    )


def draft(of: Case, kind: str = "case.examined") -> EventDraft:
    """The event that tells of it."""
    return EventDraft(kind, of.actor, of.name, {"advice": of.examination.advice.kind.value}, of.created_at)


def key(number: int, digest: str = "a") -> RequestKey:
    """A request id and a digest."""
    return RequestKey(f"request-{number:08d}", digest * 64)
