"""The shape of the policy files: what a row may and must hold. Meaning is checked in verifier.indicators.policy."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ledger.text import Text
from verifier.advice.model import AdviceKind
from verifier.indicators.indicator import Dimension, Mode, ObservedBy, Provenance, Side, Weight

_Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class WordsRow(_Row):
    """One text in both languages; neither may be missing."""

    id: _Words
    en: _Words

    @property
    def text(self) -> Text:
        """As the domain says it."""
        return Text(id=self.id, en=self.en)


class _Reviewed(_Row):
    owner: _Words | None = None
    reviewed_on: date | None = None
    review_due_on: date | None = None


class IndicatorRow(_Reviewed):
    """One indicator; owner and review dates come from the file where the row has none."""

    id: Annotated[str, StringConstraints(pattern=r"^TIP-\d{3}$")]
    name: WordsRow
    side: Side
    direction: Annotated[str, StringConstraints(pattern="^(arrival|departure|both)$")]
    observed_by: ObservedBy
    weight: Weight
    weight_under_18: Weight | None = None
    caveat: WordsRow
    question: WordsRow | None = None
    question_up_to_years: Annotated[int, Field(ge=0, le=110)] | None = None
    ilo: str = ""
    sources: Annotated[tuple[str, ...], Field(min_length=1)]
    provenance: Provenance
    mode: Mode = Mode.ACTIVE
    handling: tuple[str, ...] = ()
    rule: Any = None
    why_no_rule: str = ""
    selects_questions_only: bool = False
    treats_as_child: bool = False


class DimensionFile(_Row):
    """All indicators of one dimension."""

    dimension: Dimension
    name: WordsRow
    owner: _Words
    reviewed_on: date
    review_due_on: date
    indicators: Annotated[tuple[IndicatorRow, ...], Field(min_length=1)]


class CounterRow(_Reviewed):
    """One counter-indicator."""

    id: Annotated[str, StringConstraints(pattern=r"^CTR-\d{2}$")]
    name: WordsRow
    question: WordsRow | None = None
    cancels: Annotated[tuple[str, ...], Field(min_length=1)]
    sources: Annotated[tuple[str, ...], Field(min_length=1)]
    provenance: Provenance
    rule: Any = None


class CounterFile(_Row):
    """All counter-indicators."""

    owner: _Words
    reviewed_on: date
    review_due_on: date
    counter_indicators: tuple[CounterRow, ...]


class HandlingRow(_Row):
    """One handling step."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]
    text: WordsRow
    least_advice: AdviceKind | None = Field(default=None, alias="from")
    for_children: bool = False


class HandlingFile(_Row):
    """All handling steps, in order."""

    handling: tuple[HandlingRow, ...]


class AdvisoryRow(_Row):
    """One dated advisory."""

    id: Annotated[str, StringConstraints(pattern=r"^ADV-\d{4}-\d{2}$")]
    places: Annotated[tuple[Annotated[str, StringConstraints(pattern="^[A-Z0-9]{3,5}$")], ...], Field(min_length=1)]
    valid_from: date
    valid_until: date
    authority: _Words
    question: WordsRow


class AdvisoryFile(_Row):
    """All advisories."""

    advisories: tuple[AdvisoryRow, ...]


class SourceFile(_Row):
    """What the source keys stand for."""

    sources: dict[str, _Words]


class VersionFile(_Row):
    """Which version of the policy this is."""

    version: Annotated[int, Field(ge=1)]
    published_on: date
