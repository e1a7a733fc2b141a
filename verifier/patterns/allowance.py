"""Who sends many travellers lawfully: recorded with authority, ground and end, so that suppression can be seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

from ledger.errors import invalid_field
from ledger.text import Text

LONGEST_DAYS: Final = 3 * 366


class AllowanceKind(Enum):
    """What makes it lawful."""

    LICENSED_AGENCY = "licensed_agency"
    REGISTERED_OPERATOR = "registered_operator"
    SCHOOL_TRIP = "school_trip"
    EMPLOYER = "employer"
    INSTITUTION = "institution"

    @property
    def text(self) -> Text:
        """In words."""
        return _TEXTS[self]


class SubjectKind(Enum):
    """What crossings are told by."""

    AGENCY = "agency"
    BOOKING = "booking"
    PAYER = "payer"
    CONTACT = "contact"


_TEXTS: Final = {
    AllowanceKind.LICENSED_AGENCY: Text(id="biro atau lembaga penempatan berizin", en="licensed agency"),
    AllowanceKind.REGISTERED_OPERATOR: Text(
        id="penyelenggara rombongan terdaftar (misalnya umrah)", en="registered operator of group journeys"
    ),
    AllowanceKind.SCHOOL_TRIP: Text(id="perjalanan sekolah", en="school trip"),
    AllowanceKind.EMPLOYER: Text(id="pemberi kerja", en="employer"),
    AllowanceKind.INSTITUTION: Text(id="lembaga (kampus, hotel, asrama)", en="institution (campus, hotel, dormitory)"),
}


@dataclass(frozen=True, slots=True)
class Allowance:
    """One allowance. `subject_text` is an agency id; `subject_key` the keyed hash of a booking, payer or contact.

    `ground`: licence, letter or decision that was seen. Valid from `valid_from` until before `valid_until`.
    """

    allowance_id: str
    kind: AllowanceKind
    subject_kind: SubjectKind
    subject_text: str | None
    subject_key: int | None
    ground: str
    valid_from: datetime
    valid_until: datetime
    allowed_by: str

    def __post_init__(self) -> None:
        """Refuses (LintasError) what would allow nobody, everybody or for ever."""
        is_agency = self.subject_kind is SubjectKind.AGENCY
        if bool(self.subject_text) is not is_agency or (self.subject_key is None) is not is_agency:
            raise invalid_field("subject", "an agency has a licence; booking, payer and contact have a key")
        if not self.ground.strip():
            raise invalid_field("ground", "say which licence, letter or decision was seen")
        if self.valid_until <= self.valid_from:
            raise invalid_field("valid_until", "must lie after valid_from")
        if (self.valid_until - self.valid_from).days > LONGEST_DAYS:
            raise invalid_field("valid_until", f"at most {LONGEST_DAYS} days: licences end, and so do allowances")
