"""Codes of issuing states and organisations and of nationalities: ICAO Doc 9303-3 §5, and our training states.

XZA to XZZ are user-assigned codes that no state uses; Lintas gives them to the fictional states of its exercises.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import resources

from ledger.text import Text

# how sanctions lists and passports write some countries; anything not here or in the table stays unknown
_OTHER_NAMES = {
    "Bolivia (Plurinational State of)": "BOL",
    "Bosnia": "BIH",
    "Brunei Darussalam": "BRN",
    "Burma": "MMR",
    "Cabo Verde": "CPV",
    "China, People's Republic of": "CHN",
    "Congo, Democratic Republic of the": "COD",
    "Congo, Republic of the": "COG",
    "Cote d'Ivoire": "CIV",
    "Czech Republic": "CZE",
    "Democratic People's Republic of Korea": "PRK",
    "Democratic Republic of the Congo": "COD",
    "DPR Korea": "PRK",
    "East Timor": "TLS",
    "Great Britain": "GBR",
    "Holland": "NLD",
    "Hong Kong": "HKG",
    "Iran (Islamic Republic of)": "IRN",
    "Ivory Coast": "CIV",
    "Korea, North": "PRK",
    "Korea, South": "KOR",
    "Lao People's Democratic Republic": "LAO",
    "Libyan Arab Jamahiriya": "LBY",
    "Macau": "MAC",
    "Macedonia": "MKD",
    "Macedonia, The Former Yugoslav Republic of": "MKD",
    "Moldova, Republic of": "MDA",
    "Myanmar": "MMR",
    "Palestine": "PSE",
    "Palestinian": "PSE",
    "Republic of Korea": "KOR",
    "Russian Federation": "RUS",
    "Saint Kitts and Nevis": "KNA",
    "Swaziland": "SWZ",
    "Syrian Arab Republic": "SYR",
    "Taiwan": "TWN",
    "Tanzania, United Republic of": "TZA",
    "Turkey": "TUR",
    "Türkiye": "TUR",
    "U.S.A.": "USA",
    "United Kingdom of Great Britain and Northern Ireland": "GBR",
    "United Republic of Tanzania": "TZA",
    "United States of America": "USA",
    "Venezuela (Bolivarian Republic of)": "VEN",
    "Viet Nam": "VNM",
    "West Bank": "PSE",
}


# two states each go by these
_AMBIGUOUS = frozenset({"congo", "korea"})


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


@cache
def _codes_by_name() -> Mapping[str, str]:
    names = {issuer.name.en: issuer.code for issuer in issuers().values() if issuer.kind is IssuerKind.STATE}
    names = {name: code for name, code in names.items() if len(code) == 3}
    return {_folded(name): code for name, code in (names | _OTHER_NAMES).items()}


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    words = "".join(c if c.isalpha() else " " for c in plain).split()
    return " ".join(word for word in words if word not in {"the", "of", "and", "republic", "islamic", "state"})


def code_of(country: str) -> str:
    """The three-letter code of a country as lists write it in English; '' where it is not known, never a guess."""
    text = country.strip()
    if text.casefold() in _AMBIGUOUS:
        return ""
    if text.casefold() == "republic of china":
        return "TWN"  # not what is left when the words that names share are taken away
    if text.upper() in issuers():
        return text.upper()
    return _codes_by_name().get(_folded(text), "")


@cache
def _codes_by_alpha_2() -> Mapping[str, str]:
    states = (issuer for issuer in issuers().values() if issuer.kind is IssuerKind.STATE and len(issuer.code) == 3)
    found = {issuer.alpha_2: issuer.code for issuer in states if issuer.alpha_2}
    return found | {"GB": "GBR"}  # the one code that several of ICAO's share (British subjects, overseas citizens…)


def code_of_alpha_2(country: str) -> str:
    """The three-letter code for an ISO 3166 alpha-2 code in any case; '' for anything else, as for `suhh` or `eu`."""
    return _codes_by_alpha_2().get(country.strip().upper(), "")


def same_state(one: str, other: str) -> bool:
    """Whether two codes mean the same state: Germany is D in its own documents and DEU elsewhere."""
    return one == other or {one, other} == {"D", "DEU"}
