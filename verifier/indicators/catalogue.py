"""The whole policy in force: indicators, counter-indicators, handling steps, advisories, and its digest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from ledger.text import Text
from verifier.advice.model import AdviceKind
from verifier.indicators.indicator import CounterIndicator, Dimension, Indicator


@dataclass(frozen=True, slots=True)
class HandlingStep:
    """One step of how to go on; given from `least_advice` on, or (None) only where a cue names it."""

    step_id: str
    text: Text
    least_advice: AdviceKind | None = None
    is_for_children: bool = False


@dataclass(frozen=True, slots=True)
class Advisory:
    """A supervisor's dated word about routes to `places` (UN/LOCODE or IATA). It chooses a question, nothing else.

    Valid from `valid_from` through `valid_until`.
    """

    advisory_id: str
    places: frozenset[str]
    valid_from: date
    valid_until: date
    authority: str
    question: Text

    def is_valid_on(self, day: date) -> bool:
        """In force on that day."""
        return self.valid_from <= day <= self.valid_until


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything by id, in the order of the files. `digest` is the SHA-256 (hex) of all policy files."""

    version: int
    published_on: date
    digest: str
    dimensions: Mapping[Dimension, Text]
    indicators: Mapping[str, Indicator]
    counter_indicators: Mapping[str, CounterIndicator]
    handling: tuple[HandlingStep, ...]
    advisories: tuple[Advisory, ...]
    sources: Mapping[str, str]
    _by_dimension: Mapping[Dimension, tuple[Indicator, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: dict[Dimension, tuple[Indicator, ...]] = {}
        for each in self.indicators.values():
            found[each.dimension] = (*found.get(each.dimension, ()), each)
        object.__setattr__(self, "_by_dimension", MappingProxyType(found))

    def of_dimension(self, dimension: Dimension) -> tuple[Indicator, ...]:
        """Its indicators, in the order of the file."""
        return self._by_dimension.get(dimension, ())

    def due_for_review(self, day: date) -> tuple[str, ...]:
        """Ids of indicators and counter-indicators whose review date has come, earliest first."""
        everything = [(each.review_due_on, each.indicator_id) for each in self.indicators.values()]
        everything += [(each.review_due_on, each.counter_id) for each in self.counter_indicators.values()]
        return tuple(identifier for due, identifier in sorted(everything) if due <= day)
