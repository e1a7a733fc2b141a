"""The visual zone: what is printed for people on the data page, as the terminal or the officer recorded it."""

from __future__ import annotations

from dataclasses import dataclass

from watchlist.entry import Sex
from watchlist.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class VisualZone:
    """Printed values. Empty or None means not recorded, which is never held against the document."""

    surname: str = ""
    given_names: str = ""
    document_number: str = ""
    issuing_state: str = ""  # ICAO three-letter code
    nationality: str = ""  # ICAO three-letter code
    birth_date: PartialDate | None = None
    expiry_date: PartialDate | None = None
    sex: Sex | None = None
    birth_place: str = ""
    personal_number: str = ""
    issue_date: PartialDate | None = None

    @property
    def is_empty(self) -> bool:
        """Nothing was recorded at all."""
        return self == VisualZone()
