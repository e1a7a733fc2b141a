"""Everything the engine has to say about one presentation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from verifier.advice import Advice
from verifier.indicators.outline import ProtectionOutline
from verifier.model.check import CheckReport
from verifier.model.reading import Reading
from verifier.mrz.record import MrzRecord
from watchlist.entry import SearchResult
from watchlist.freshness import ListAge


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which engine and data gave the answer, so that it can be understood years later.

    `image_sha256` (hex, '' without an image) stands for the image, which is not kept (docs/decisions/0005).
    """

    examined_at: datetime
    engine_version: str
    watchlist_version: int
    watchlist_entries: int
    image_sha256: str
    elapsed_ms: float
    policy_digest: str = ""  # of the protection policy, '' where none was applied
    watchlist_age: ListAge | None = None  # None where nobody says, as in a classroom


@dataclass(frozen=True, slots=True)
class Examination:
    """The answer. Document, watchlist and protection are three tracks that only meet in the advice.

    `reading` is None when the terminal gave MRZ lines or nothing was found; `record` is None without any MRZ.
    """

    reading: Reading | None
    record: MrzRecord | None
    visa_record: MrzRecord | None
    checks: CheckReport
    search: SearchResult
    advice: Advice
    provenance: Provenance
    is_specimen: bool
    other_readings: tuple[Reading, ...] = ()
    protection: ProtectionOutline | None = None  # None without a protection policy
