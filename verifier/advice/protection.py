"""What the protection indicators contribute."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ledger.text import Text
from verifier.advice.model import AdviceKind, Finding, Reason, Track


@dataclass(frozen=True, slots=True)
class ProtectionAssessment:
    """The result of the indicators for one traveller: what they advise, why, and how to go on.

    The default says nothing: nobody observed anything, which is not suspicious.
    """

    kind: AdviceKind = AdviceKind.CLEAR
    reasons: tuple[Text, ...] = ()
    changes: tuple[Text, ...] = ()
    handling: tuple[Text, ...] = ()


def findings(assessment: ProtectionAssessment) -> Iterator[Finding]:
    """One finding a reason; none where the indicators say nothing."""
    for text in assessment.reasons:
        yield Finding(
            Reason("PROTECTION_INDICATORS", Track.PROTECTION, text, assessment.kind),
            assessment.changes,
            assessment.handling,
        )
