"""Issuers who print wrong check digits as a matter of course."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from ledger.text import Text
from verifier.checks.packaged import Row, Sentence, TextRow, packaged, refused, shaped
from verifier.mrz.record import MrzRecord
from watchlist.issuers import is_known

_FILE: Final = "known_defects.yaml"
_Digit = Literal["document_number", "birth_date", "expiry_date", "optional_data", "composite"]


@dataclass(frozen=True, slots=True)
class KnownDefect:
    """Wrong digits of `fields` prove nothing on documents of this issuer and code ('' for any code)."""

    issuer: str
    document_code: str
    fields: frozenset[str]
    note: Text
    source: str

    def explains(self, record: MrzRecord) -> bool:
        """All wrong digits of the record are those that this issuer is known for."""
        return (
            record.value("issuing_state") == self.issuer
            and self.document_code in {"", record.value("document_code")}
            and set(record.wrong_digits) <= self.fields
        )


class _DefectRow(Row):
    issuer: str
    document_code: Annotated[str, StringConstraints(pattern=r"^[A-Z]?[A-Z0-9]?$")]
    fields: Annotated[tuple[_Digit, ...], Field(min_length=1)]
    note: TextRow
    source: Sentence


class _DefectFile(Row):
    defects: tuple[_DefectRow, ...]


@cache
def known_defects() -> Sequence[KnownDefect]:
    """The list in the package."""
    return known_defects_of(packaged(_FILE))


def known_defects_of(text: str) -> Sequence[KnownDefect]:
    """The list in a text of YAML.

    Raises LintasError naming file, row and field: an unknown key, a field without a check digit, an issuer that does
    not exist, the same issuer and code twice.
    """
    defects: dict[tuple[str, str], KnownDefect] = {}
    for index, row in enumerate(shaped(_FILE, text, _DefectFile).defects):
        place, key = f"defects[{index}]", (row.issuer, row.document_code)
        if not is_known(row.issuer):
            raise refused(_FILE, f"{place}.issuer", "no such issuer code")
        if key in defects:
            raise refused(_FILE, f"{place}.document_code", "this issuer and code come twice")
        defects[key] = KnownDefect(*key, frozenset(row.fields), row.note.text, row.source)
    return tuple(defects.values())


def explanation(record: MrzRecord) -> Text | None:
    """Why wrong digits on this record prove nothing, or None where they do count."""
    return next((defect.note for defect in known_defects() if defect.explains(record)), None)
