"""One protection indicator, and one counter-indicator, as the policy states them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ledger.text import Text
from verifier.indicators.rule import Rule
from verifier.model.journey import Direction


class Dimension(Enum):
    """What an indicator speaks of. The ILO/EC rule is applied inside each dimension, never across them."""

    DECEPTIVE_RECRUITMENT = "deceptive_recruitment"
    COERCIVE_RECRUITMENT = "coercive_recruitment"
    ABUSE_OF_VULNERABILITY = "abuse_of_vulnerability"
    CONTROL_IN_TRANSIT = "control_in_transit"
    DOCUMENT_IDENTITY = "document_identity"
    TRAVEL_PATTERN = "travel_pattern"
    HISTORY_WATCHLIST = "history_watchlist"
    CHILD_SPECIFIC = "child_specific"
    FORCED_MARRIAGE_SEXUAL = "forced_marriage_sexual"
    FORCED_CRIMINALITY = "forced_criminality"
    FACILITATOR = "facilitator"
    PRESENTATION = "presentation"

    @property
    def is_means(self) -> bool:
        """A 'means' of the Palermo Protocol, Art. 3(a); under 18 no means is needed, Art. 3(c)."""
        return self in _MEANS


_MEANS = frozenset({Dimension.DECEPTIVE_RECRUITMENT, Dimension.COERCIVE_RECRUITMENT, Dimension.ABUSE_OF_VULNERABILITY})


class Weight(Enum):
    """ILO/EC class. CRITICAL is ours: it always calls a supervisor and protection, and never refuses anybody."""

    WEAK = "weak"
    MEDIUM = "medium"
    STRONG = "strong"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """Order of strength, 0 for weak."""
        return _WEAKEST_FIRST.index(self)


_WEAKEST_FIRST = (Weight.WEAK, Weight.MEDIUM, Weight.STRONG, Weight.CRITICAL)


class Side(Enum):
    """Whom or what it says something about."""

    VICTIM = "victim"
    TRAFFICKER = "trafficker"
    FACILITATOR = "facilitator"
    DOCUMENT = "document"
    CONTEXT = "context"


class ObservedBy(Enum):
    """Who can know it: the system from structured data, the officer at the booth, or a private interview."""

    SYSTEM = "system"
    OFFICER = "officer"
    SECONDARY = "secondary"


class Mode(Enum):
    """EVALUATORY indicators are logged and measured, and have no effect."""

    ACTIVE = "active"
    EVALUATORY = "evaluatory"


class Provenance(Enum):
    """READ in a public source, DERIVED by us from a pattern that was read, REMEMBERED and still to be confirmed."""

    READ = "read"
    DERIVED = "derived"
    REMEMBERED = "remembered"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One cue. `caveat` says what innocent reason looks the same; `question` is neutral and open.

    `directions` binds the rule only: what a person saw counts whichever way the traveller goes.
    `treats_as_child`: whoever it stands for is treated as a child until the age is settled.
    `selects_questions_only`: a route or a name alone chooses what is asked and never counts.
    `question_up_to_years`: nobody older is asked the question, unless treated as a child; None asks everybody.
    """

    indicator_id: str
    dimension: Dimension
    side: Side
    directions: frozenset[Direction]
    observed_by: ObservedBy
    weight: Weight
    name: Text
    caveat: Text
    provenance: Provenance
    sources: tuple[str, ...]
    owner: str
    reviewed_on: date
    review_due_on: date
    mode: Mode = Mode.ACTIVE
    question: Text | None = None
    question_up_to_years: int | None = None
    ilo: str = ""
    weight_under_18: Weight | None = None
    rule: Rule | None = None
    why_no_rule: str = ""
    selects_questions_only: bool = False
    treats_as_child: bool = False
    handling: tuple[str, ...] = ()

    def weight_for(self, *, is_child: bool) -> Weight:
        """The class; ILO/EC rate some cues higher for children."""
        return self.weight_under_18 if is_child and self.weight_under_18 else self.weight

    def question_for(self, age_years: int | None, *, is_child: bool) -> Text | None:
        """The question, where somebody of that age is asked it; of an unknown age, or treated as a child, always."""
        limit = self.question_up_to_years
        is_asked = limit is None or is_child or age_years is None or age_years <= limit
        return self.question if is_asked else None


@dataclass(frozen=True, slots=True)
class CounterIndicator:
    """Evidence that lowers concern: it cancels the indicators it names."""

    counter_id: str
    name: Text
    cancels: frozenset[str]
    provenance: Provenance
    sources: tuple[str, ...]
    owner: str
    reviewed_on: date
    review_due_on: date
    question: Text | None = None
    rule: Rule | None = None
