"""Issuers who print wrong check digits as a matter of course."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from ledger.text import Text
from verifier.mrz.record import MrzRecord


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


@cache
def known_defects() -> Sequence[KnownDefect]:
    """The list in the package."""
    text = (resources.files(__package__) / "known_defects.yaml").read_text("utf-8")
    return tuple(
        KnownDefect(
            issuer=row["issuer"],
            document_code=row["document_code"],
            fields=frozenset(row["fields"]),
            note=Text(id=row["note"]["id"], en=row["note"]["en"]),
            source=row["source"],
        )
        for row in yaml.safe_load(text)["defects"]
    )


def explanation(record: MrzRecord) -> Text | None:
    """Why wrong digits on this record prove nothing, or None where they do count."""
    return next((defect.note for defect in known_defects() if defect.explains(record)), None)
