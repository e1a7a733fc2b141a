"""Codes of issuing states and organisations and of nationalities: ICAO Doc 9303-3 §5, and our training states.

XZA to XZZ are user-assigned codes that no state uses; Lintas gives them to the fictional states of its exercises.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import resources

from ledger.text import Text
from verifier.mrz.record import MrzRecord


class IssuerKind(Enum):
    """What a code stands for."""

    STATE = "state"
    ORGANISATION = "organisation"
    SPECIAL = "special"  # stateless persons, refugees, unspecified nationality
    LEGACY = "legacy"  # no longer issued, may still be seen
    SPECIMEN = "specimen"
    TRAINING = "training"


@dataclass(frozen=True, slots=True)
class Issuer:
    """One code with its names; `alpha_2` is the ISO 3166 code where there is one."""

    code: str
    kind: IssuerKind
    alpha_2: str
    name: Text


@cache
def issuers() -> Mapping[str, Issuer]:
    """All codes."""
    table = (resources.files(__package__) / "issuers.tsv").read_text("utf-8")
    return {row["code"]: _issuer(row) for row in csv.DictReader(table.splitlines(), dialect="excel-tab")}


def _issuer(row: dict[str, str]) -> Issuer:
    name = Text(id=row["name_id"], en=row["name_en"])
    return Issuer(row["code"], IssuerKind(row["kind"]), row["alpha_2"], name)


def is_known(code: str) -> bool:
    """A code that a document may bear."""
    return code in issuers()


def is_specimen_code(code: str) -> bool:
    """Utopia and the training states: documents that prove nothing about anybody."""
    issuer = issuers().get(code)
    return issuer is not None and issuer.kind in {IssuerKind.SPECIMEN, IssuerKind.TRAINING}


def is_specimen(record: MrzRecord) -> bool:
    """Issuer or nationality of the document is a specimen or training code."""
    return is_specimen_code(record.value("issuing_state")) or is_specimen_code(record.value("nationality"))


def same_state(one: str, other: str) -> bool:
    """Whether two codes mean the same state: Germany is D in its own documents and DEU elsewhere."""
    return one == other or {one, other} == {"D", "DEU"}
