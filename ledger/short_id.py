"""The beginning of an id instead of all of it, as people read it off a list and type it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ledger.errors import Fault, FieldFault, LintasError

SHOWN_LENGTH: Final = 13  # 12 hexadecimal digits: among a million ids, two share them once in 500 times
_LEAST_DIGITS: Final = 8
_DIGITS: Final = 32
_HEX: Final = re.compile(r"[0-9a-f]+")


@dataclass(frozen=True, slots=True)
class IdRange:
    """All UUIDs that begin so, as text, both ends included: an index finds them, whatever a data base sorts by."""

    first: str
    last: str

    def holds(self, identifier: str) -> bool:
        """Whether the id begins so."""
        return self.first <= identifier <= self.last


def ids_from(text: str) -> IdRange | None:
    """The range of the UUIDs that begin with `text`; None where it is too short (under 8 digits), or no such text."""
    digits = text.strip().lower().replace("-", "")
    if not _LEAST_DIGITS <= len(digits) < _DIGITS or not _HEX.fullmatch(digits):
        return None
    return IdRange(_as_uuid(digits.ljust(_DIGITS, "0")), _as_uuid(digits.ljust(_DIGITS, "f")))


def several_begin_so(field: str = "name") -> LintasError:
    """More than one id begins so: nobody guesses which is meant."""
    fault = FieldFault(field, "several begin so; give more of the id")
    return LintasError(Fault.INVALID, "ID_AMBIGUOUS", f"{field}: {fault.description}", fields=(fault,))


def _as_uuid(digits: str) -> str:
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
