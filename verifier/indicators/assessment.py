"""What the indicators say about one traveller. It is no accusation, no score, and no watchlist entry."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ledger.text import Text
from verifier.advice.model import AdviceKind
from verifier.indicators.catalogue import HandlingStep
from verifier.indicators.indicator import CounterIndicator, Dimension, Indicator, Weight


class CueSource(Enum):
    """Who saw it: a person, or a rule over known facts."""

    PERSON = "person"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Cue:
    """One indicator that stands for this traveller. `facts` are the names of the facts that its rule read."""

    indicator: Indicator
    weight: Weight
    sources: frozenset[CueSource]
    facts: tuple[str, ...] = ()
    cancelled_by: tuple[str, ...] = ()  # ids of counter-indicators


@dataclass(frozen=True, slots=True)
class Change:
    """What one more fact would do: `identifier` (TIP-… or CTR-…) found true makes the dimension positive, or not.

    `advice` is the protection advice that would then stand. `unknown_facts` say what a rule still lacks.
    """

    identifier: str
    name: Text
    becomes_positive: bool
    advice: AdviceKind
    question: Text | None = None
    unknown_facts: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class DimensionResult:
    """One dimension: whether it is positive, by which cues, and what would change it.

    `is_needed` is False for the 'means' dimensions of a child: they may be positive, but nobody needs to look for them.
    """

    dimension: Dimension
    name: Text
    is_positive: bool
    is_needed: bool
    cues: tuple[Cue, ...]
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Undecided:
    """A rule that could not be decided, and the facts that it lacks. Unknown is never suspicious."""

    indicator: Indicator
    missing_facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """The protection track of one answer.

    `dimensions` holds those with at least one counted cue. `cancelled` cues were explained by counter-indicators,
    `asking` only choose questions, `logged` are evaluatory: none of the three counts. `questions` and `handling` are in
    the order in which they are best used.
    """

    kind: AdviceKind
    dimensions: tuple[DimensionResult, ...]
    cancelled: tuple[Cue, ...]
    asking: tuple[Cue, ...]
    logged: tuple[Cue, ...]
    counter_indicators: tuple[CounterIndicator, ...]
    undecided: tuple[Undecided, ...]
    questions: tuple[Text, ...]
    handling: tuple[HandlingStep, ...]
    is_child: bool
    policy_version: int
    policy_digest: str

    @property
    def positive(self) -> tuple[DimensionResult, ...]:
        """The positive dimensions."""
        return tuple(each for each in self.dimensions if each.is_positive)

    @property
    def cues(self) -> tuple[Cue, ...]:
        """All cues that count."""
        return tuple(cue for each in self.dimensions for cue in each.cues)
