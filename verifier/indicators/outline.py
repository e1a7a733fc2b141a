"""What the record keeps of an assessment: ids and results, enough to explain it and to measure every indicator."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ledger.text import Text
from verifier.advice.model import AdviceKind
from verifier.indicators.assessment import Assessment, Cue, CueSource
from verifier.indicators.indicator import Weight


class Standing(Enum):
    """What became of a cue. Only COUNTED ones have any effect on the advice."""

    COUNTED = "counted"
    CANCELLED = "cancelled"  # explained by a counter-indicator
    ASKING = "asking"  # chose a question, never counts
    LOGGED = "logged"  # its indicator is evaluatory: on trial


@dataclass(frozen=True, slots=True)
class CueOutline:
    """One indicator that stood for this traveller. `by_rule` and `by_person` say who saw it."""

    indicator_id: str
    standing: Standing
    weight: Weight
    by_rule: bool
    by_person: bool
    facts: tuple[str, ...] = ()
    cancelled_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProtectionOutline:
    """The protection track of one examination, as it stands in the record; `positive` names dimensions."""

    kind: AdviceKind
    positive: tuple[str, ...] = ()
    cues: tuple[CueOutline, ...] = ()
    counter_indicators: tuple[str, ...] = ()
    questions: tuple[Text, ...] = ()
    is_child: bool = False
    policy_version: int = 0

    def with_standing(self, standing: Standing) -> tuple[str, ...]:
        """Ids of the cues with that standing."""
        return tuple(cue.indicator_id for cue in self.cues if cue.standing is standing)


def outline_of(assessment: Assessment) -> ProtectionOutline:
    """Questions are kept where something was seen, for then they were asked."""
    groups = (
        (Standing.COUNTED, assessment.cues),
        (Standing.CANCELLED, assessment.cancelled),
        (Standing.ASKING, assessment.asking),
        (Standing.LOGGED, assessment.logged),
    )
    return ProtectionOutline(
        kind=assessment.kind,
        positive=tuple(each.dimension.value for each in assessment.positive),
        cues=tuple(_outline(cue, standing) for standing, cues in groups for cue in cues),
        counter_indicators=tuple(each.counter_id for each in assessment.counter_indicators),
        questions=assessment.questions,
        is_child=assessment.is_child,
        policy_version=assessment.policy_version,
    )


def _outline(cue: Cue, standing: Standing) -> CueOutline:
    return CueOutline(
        indicator_id=cue.indicator.indicator_id,
        standing=standing,
        weight=cue.weight,
        by_rule=CueSource.RULE in cue.sources,
        by_person=CueSource.PERSON in cue.sources,
        facts=cue.facts,
        cancelled_by=cue.cancelled_by,
    )
