"""All of protection in one place, for the shells."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.outcome.feedback import Feedback
from verifier.protection.assessing import Assessor
from verifier.protection.calling import CallBackDesk
from verifier.protection.hearing import TipDesk
from verifier.protection.learning import OutcomeDesk
from verifier.protection.records import Clock
from verifier.protection.referring import ReferralDesk


@dataclass(frozen=True, slots=True)
class Protection:
    """One desk for each kind of work."""

    assessor: Assessor
    call_backs: CallBackDesk
    referrals: ReferralDesk
    outcomes: OutcomeDesk
    tips: TipDesk
    feedback: Feedback
    now: Clock
