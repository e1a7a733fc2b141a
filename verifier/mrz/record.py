"""A parsed MRZ: for every field what was printed, what it means, and whether its check digit is right."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from ledger.text import Text
from watchlist.entry import Sex
from watchlist.partial_date import PartialDate


class Layout(Enum):
    """The layouts of Doc 9303 parts 4 to 7, and the French identity card of 1988 to 2021."""

    TD1 = "TD1"  # 3 x 30
    TD2 = "TD2"  # 2 x 36
    TD3 = "TD3"  # 2 x 44
    MRV_A = "MRV-A"  # 2 x 44
    MRV_B = "MRV-B"  # 2 x 36
    FRENCH_ID = "FRENCH-ID"  # 2 x 36


class DigitResult(Enum):
    """Whether a check digit is right. `ABSENT`: fillers stand where the layout lawfully allows them."""

    VALID = "valid"
    WRONG = "wrong"
    ABSENT = "absent"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Span:
    """Where a piece stands: 0-based line, 0-based first column, column after the last."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MrzField:
    """One field. `raw` is as printed with fillers; `value` is resolved ('' where nothing stands).

    `printed_digit` is the check digit as printed ('' where the layout has none), `computed_digit` what it should be.
    A long document number that overflows into the optional data (9303-5 §4.2.2) has several `spans`.
    """

    name: str
    raw: str
    value: str
    spans: tuple[Span, ...]
    digit: DigitResult = DigitResult.NOT_APPLICABLE
    printed_digit: str = ""
    computed_digit: str = ""


class Severity(Enum):
    """How much a finding weighs on reading the record."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class MrzFinding:
    """Something about the text that a person should know: stable code (`WRONG_LENGTH`), where, and a sentence.

    The sentence never repeats the value.
    """

    code: str
    severity: Severity
    text: Text
    field: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class MrzRecord:
    """One parsed MRZ. `layout` is None where the text fits no layout; fields are then absent and findings say why.

    `birth_dates` and `expiry_dates` hold every date that the two-digit year allows, likeliest first: the century is
    never guessed silently. Field names: document_code, issuing_state, document_number, nationality, birth_date, sex,
    expiry_date, optional_data, optional_data_2, primary_identifier, secondary_identifier, composite; the French card
    adds issue_date, department, office.
    """

    layout: Layout | None
    lines: tuple[str, ...]
    fields: tuple[MrzField, ...] = ()
    findings: tuple[MrzFinding, ...] = ()
    birth_dates: tuple[PartialDate, ...] = ()
    expiry_dates: tuple[PartialDate, ...] = ()
    sex: Sex | None = None
    names_truncated: bool = False
    _by_name: dict[str, MrzField] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {each.name: each for each in self.fields})

    def field_named(self, name: str) -> MrzField | None:
        """The field, or None where this layout has none of that name."""
        return self._by_name.get(name)

    def value(self, name: str) -> str:
        """The resolved value, '' where there is none."""
        found = self._by_name.get(name)
        return found.value if found else ""

    @property
    def wrong_digits(self) -> tuple[str, ...]:
        """Names of the fields whose check digit is wrong."""
        return tuple(each.name for each in self.fields if each.digit is DigitResult.WRONG)
