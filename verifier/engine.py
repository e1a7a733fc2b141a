"""The line: read, parse, check, search, advise. The same engine serves the counter and the classroom."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from ledger.errors import Fault, LintasError
from verifier import checks
from verifier.advice import advise, crossing_of
from verifier.advice.protection import ProtectionAssessment
from verifier.examination import Examination, Provenance
from verifier.indicators.as_advice import as_advice
from verifier.indicators.assess import assess
from verifier.indicators.catalogue import Catalogue
from verifier.indicators.facts import gather
from verifier.indicators.history import History
from verifier.indicators.journey_check import check_journey
from verifier.indicators.outline import outline_of
from verifier.model.presentation import Presentation
from verifier.model.reading import Reading
from verifier.mrz.parse import parse
from verifier.mrz.record import MrzRecord
from verifier.mrz.specimen import is_specimen
from verifier.subject import subject_of
from watchlist.entry import SearchResult, Subject


class ReadingPort(Protocol):
    """Something that finds MRZs in image files."""

    def read(self, image: bytes, *, engine: str, seconds_left: float) -> tuple[Reading, ...]:
        """MRZs found, best first; empty when there is none.

        Raises LintasError for what is no image, an unknown engine, or a deadline that passed.
        """


class WatchlistPort(Protocol):
    """Something that knows who is listed."""

    def search(self, subject: Subject, now: datetime) -> SearchResult:
        """Hits, best first, as the law stands at `now`."""


class HistoryPort(Protocol):
    """Something that remembers earlier crossings, by keyed hashes."""

    def of(self, presentation: Presentation, record: MrzRecord | None, now: datetime) -> History:
        """What is recorded of the traveller and the booking; unknown where nothing is."""


@dataclass(frozen=True, slots=True)
class Request:
    """What one run of the line needs besides the presentation: the time at the post, and the caller's patience.

    `now` carries the post's time zone, since a document expires at midnight there. `seconds_left` is asked before each
    costly step: a thread goes on after its caller left, and then works for nobody.
    """

    now: datetime
    seconds_left: Callable[[], float]
    reading_engine: str = "auto"


class Engine:
    """Steps 1 to 6 of the line and nothing else: it keeps nothing and knows nobody."""

    def __init__(
        self,
        *,
        reading: ReadingPort,
        watchlist: WatchlistPort,
        version: str,
        own_state: str = "",
        policy: Catalogue | None = None,
        accepts_training: bool = False,
        history: HistoryPort | None = None,
    ) -> None:
        """`own_state` is the ICAO code of the state whose border this is; '' where nobody comes home.

        `policy` holds the protection indicators; without one, the protection track knows only the watchlist's alerts.
        `accepts_training` is for exercises alone: documents of specimen and training issuers may then pass. Without a
        `history`, nothing is known of earlier crossings.
        """
        self._policy = policy
        self._history = history
        self._accepts_training = accepts_training
        self._reading = reading
        self._watchlist = watchlist
        self._version = version
        self._own_state = own_state

    def examine(self, presentation: Presentation, request: Request) -> Examination:
        """Examine one presentation. A bad document is a result; only faults of the request raise LintasError."""
        started = request.seconds_left()
        today = request.now.date()
        # before the costly reading: whoever sent a journey that cannot be meant hears of it at once
        stated = check_journey(presentation.journey, self._policy, today)
        readings = self._read(presentation, request)
        reading = readings[0] if readings else None
        lines = presentation.mrz_lines or (reading.lines if reading else ())
        record = parse(lines, today) if lines else None
        visa = _parsed(presentation.visa_mrz_lines, request)
        chip = _parsed(presentation.chip_mrz_lines, request)
        report = checks.run(
            record, presentation, today=today, visa=visa, chip=chip, accepts_training=self._accepts_training
        )
        _still_wanted(request)
        found = self._watchlist.search(subject_of(record, presentation.visual_zone), request.now)
        facts = gather(
            presentation,
            today=today,
            record=record,
            visa=visa,
            chip=chip,
            checks=report,
            search=found,
            history=self._history.of(presentation, record, request.now) if self._history else None,
            advisories=self._policy.advisories if self._policy else (),
            stated=stated,
        )
        assessment = assess(facts, self._policy) if self._policy else None
        return Examination(
            reading=reading,
            record=record,
            visa_record=visa,
            checks=report,
            search=found,
            advice=advise(
                report,
                record=record,
                reading_seen=reading,
                search=found,
                is_retry=presentation.is_retry,
                crossing=crossing_of(presentation, record, today=today, own_state=self._own_state, visa=visa),
                assessment=as_advice(assessment) if assessment else ProtectionAssessment(),
            ),
            provenance=self._provenance(presentation, request, found, started),
            is_specimen=record is not None and is_specimen(record),
            other_readings=readings[1:],
            protection=outline_of(assessment) if assessment else None,
        )

    def _provenance(
        self, presentation: Presentation, request: Request, found: SearchResult, started: float
    ) -> Provenance:
        return Provenance(
            examined_at=request.now,
            engine_version=self._version,
            watchlist_version=found.list_version,
            watchlist_entries=found.searched_entries,
            image_sha256=hashlib.sha256(presentation.image).hexdigest() if presentation.image else "",
            elapsed_ms=(started - request.seconds_left()) * 1000,
            policy_digest=self._policy.digest if self._policy else "",
            watchlist_age=found.age,
        )

    def _read(self, presentation: Presentation, request: Request) -> tuple[Reading, ...]:
        if presentation.image is None or presentation.mrz_lines:
            return ()
        left = _still_wanted(request)
        return self._reading.read(presentation.image, engine=request.reading_engine, seconds_left=left)


def _parsed(lines: tuple[str, ...], request: Request) -> MrzRecord | None:
    return parse(lines, request.now.date()) if lines else None


def _still_wanted(request: Request) -> float:
    left = request.seconds_left()
    if left <= 0:
        raise LintasError(Fault.OVERDUE, "DEADLINE_PASSED", "the caller's deadline passed before the answer was ready")
    return left
