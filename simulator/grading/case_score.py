"""One attempt against its answer key: the parts of the score and the whole."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from simulator.grading.evidence import Evidence, weigh_evidence
from simulator.grading.model import AnswerKey, Attempt
from simulator.grading.passing import weigh_handover
from verifier.decision import Outcome

DECISION_SHARE: Final = 0.50
EVIDENCE_SHARE: Final = 0.25
CALIBRATION_SHARE: Final = 0.10
INTERVIEW_SHARE: Final = 0.15

RIGHT_FROM_CREDIT: Final = 0.5  # a decision with this credit or more counts as right where only right and wrong count
UNSAID_CONFIDENCE: Final = 0.5  # who does not say how sure, is taken to be undecided
SHORTEST_INTERVIEW_S: Final = 60.0


@dataclass(frozen=True, slots=True)
class CaseScore:
    """What one attempt is worth. `points` are 0 to 100; time is carried along and has no part in them."""

    attempt: Attempt
    key: AnswerKey
    credit: float  # −1 … 1
    evidence: Evidence
    calibration: float  # 0 … 1: one less Brier's squared distance
    interview: float  # 0 … 1
    harm: float  # subtracted after all else; infinite for a terminal harm
    points: float
    handover: Evidence | None = None  # what a primary seat passed on

    @property
    def is_answered(self) -> bool:
        """The case was decided."""
        return self.attempt.decision is not None

    @property
    def is_right(self) -> bool:
        """Decided, with at least half of the full credit."""
        return self.is_answered and self.credit >= RIGHT_FROM_CREDIT

    @property
    def is_stopped(self) -> bool:
        """Decided otherwise than CLEAR: the traveller did not simply pass."""
        return self.attempt.decision not in {None, Outcome.CLEAR}


def score_case(attempt: Attempt, key: AnswerKey) -> CaseScore:
    """100 · clip(.50 credit + .25 evidence + .10 calibration + .15 interview − harm, 0, 1).

    A case that was not decided scores 0. A terminal harm (a victim handed back) leaves 0 whatever else was done well,
    and so does a credit of −1: the other parts together cannot weigh it up. Seconds used are no part of the sum.
    Where a primary seat referred and had something to pass on, half of the evidence's share is for the handover.
    """
    credit = credit_of(attempt.decision, key)
    evidence = weigh_evidence(attempt.citations, key.indicators)
    handover = weigh_handover(attempt.handover, key) if attempt.handover is not None else None
    seen = evidence.score if handover is None or not handover.needed else (evidence.score + handover.score) / 2
    calibration = 1 - squared_distance(attempt, is_right=credit >= RIGHT_FROM_CREDIT)
    interview = interview_economy(attempt, key)
    harm = math.fsum(harm.penalty for harm in attempt.harms)
    if any(each.is_terminal for each in attempt.harms):
        harm = math.inf
    whole = (
        DECISION_SHARE * credit
        + EVIDENCE_SHARE * seen
        + CALIBRATION_SHARE * calibration
        + INTERVIEW_SHARE * interview
        - harm
    )
    points = 0.0 if attempt.decision is None else 100 * min(1.0, max(0.0, whole))
    return CaseScore(attempt, key, credit, evidence, calibration, interview, harm, points, handover)


def credit_of(decision: Outcome | None, key: AnswerKey) -> float:
    """Credit from the answer key; 0 for a decision that it does not list, and for none."""
    return next((graded.credit for graded in key.decisions if graded.decision is decision), 0.0)


def squared_distance(attempt: Attempt, *, is_right: bool) -> float:
    """(confidence − right)², as in Brier (1950); ¼ where no confidence was given."""
    confidence = UNSAID_CONFIDENCE if attempt.confidence is None else attempt.confidence
    return (confidence - is_right) ** 2


def interview_economy(attempt: Attempt, key: AnswerKey) -> float:
    """1 − ½ · max(0, asked − needed) / max(60 s, needed) − ¼ · necessary questions missed, cut to 0…1."""
    asked_s = math.fsum(asked.cost_s for asked in attempt.asked)
    excess = max(0.0, asked_s - key.needed_s) / max(SHORTEST_INTERVIEW_S, key.needed_s)
    missed = len(set(attempt.necessary_missed))
    return min(1.0, max(0.0, 1 - excess / 2 - missed / 4))
