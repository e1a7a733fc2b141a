"""What all parts of a scenario have in common: strict, closed, bilingual."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from ledger.text import Text
from watchlist.issuers import IssuerKind, issuers
from watchlist.partial_date import PartialDate


class Part(BaseModel):
    """Unknown keys are refused, nothing is converted, nothing changes."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, use_attribute_docstrings=True)


_Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1500)]


class Line(Part):
    """One sentence or paragraph in both languages. Neither may be missing or empty."""

    id: _Words
    """Indonesian."""
    en: _Words
    """English."""

    @property
    def text(self) -> Text:
        """For shells."""
        return Text(id=self.id, en=self.en)


Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,47}$")]

# a real state, organisation or code that real papers bore would let an exercise point at real people
_REAL: Final = frozenset({IssuerKind.STATE, IssuerKind.ORGANISATION, IssuerKind.LEGACY})


def _fictional(code: str) -> str:
    issuer = issuers().get(code)
    if issuer is not None and issuer.kind in _REAL:
        raise ValueError("a real issuer; use UTO, a training state XZA to XZZ, or a special code such as XXB")
    return code


FictionalCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$"), AfterValidator(_fictional)]


def _date(text: str) -> str:
    PartialDate.parse(text)
    return text


DateText = Annotated[str, AfterValidator(_date), Field(examples=["2003-04-12", "1971-00-00"])]
MrzText = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]+( [A-Z0-9]+)*$", max_length=30)]
