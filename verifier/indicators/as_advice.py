"""The assessment in the words of the advice: sentences, and no facts about who somebody is."""

from __future__ import annotations

from ledger.text import Text
from verifier.advice.protection import ProtectionAssessment
from verifier.indicators.assessment import Assessment, Change, DimensionResult


def as_advice(assessment: Assessment) -> ProtectionAssessment:
    """What the protection track contributes to the advice: one reason for each positive dimension.

    A CLEAR assessment contributes nothing: its cues are kept with the case, and nobody is shown a suspicion.
    """
    positive = assessment.positive
    return ProtectionAssessment(
        kind=assessment.kind,
        reasons=tuple(_reason(each) for each in positive),
        changes=tuple(_change(change) for each in positive for change in each.changes),
        handling=tuple(step.text for step in assessment.handling) if positive else (),
    )


def _reason(result: DimensionResult) -> Text:
    names = [cue.indicator.name for cue in result.cues]
    return Text(
        id=f"{result.name.id}: {'; '.join(name.id for name in names)}.",
        en=f"{result.name.en}: {'; '.join(name.en for name in names)}.",
    )


def _change(change: Change) -> Text:
    return Text(id=f"Berubah bila: {change.name.id}.", en=f"Would change if: {change.name.en}.")
