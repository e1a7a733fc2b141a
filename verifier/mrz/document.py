"""What is to be written into an MRZ."""

from __future__ import annotations

from dataclasses import dataclass, field

from verifier.mrz.record import Layout
from watchlist.entry import Sex
from watchlist.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class MrzDocument:
    """The contents of one MRZ, before check digits, transliteration and truncation.

    Names are as printed, in any script that Doc 9303-3 §6 knows. A name that cannot be divided is the surname; some
    states print it as given names with no surname, so that is allowed too. Numbers and optional data hold A to Z, 0
    to 9 and single spaces (fillers in the MRZ). Unknown parts of the birth date are 0.

    Only TD1 has `optional_data_2`. The French card has no nationality, expiry date or optional data; its number has
    twelve characters, of which the first four are year and month of issue, and `department` and `office` have three.
    """

    layout: Layout
    document_code: str
    issuing_state: str
    document_number: str
    surname: str
    given_names: str = ""
    nationality: str = ""
    birth_date: PartialDate = field(default_factory=PartialDate)
    sex: Sex = Sex.UNSPECIFIED
    expiry_date: PartialDate | None = None
    optional_data: str = ""
    optional_data_2: str = ""
    department: str = ""
    office: str = ""
