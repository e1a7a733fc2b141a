"""Handovers of a trainee or a class, summed up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.grading.case_score import CaseScore
from simulator.grading.estimate import Estimate, mean, ratio
from simulator.grading.model import Seat


@dataclass(frozen=True, slots=True)
class HandoverGrade:
    """Over cases that were referred: what arrived, how much of it was to the point, and what the other seat made of it.

    `arrived`: share of what the primary seat knew that was passed on; `to_the_point`: share of what was passed on that
    tells something; `after`: mean credit (−1…1) of the secondary seats' decisions. `lost`: indicators lost, in number.
    """

    referrals: int
    arrived: Estimate | None
    to_the_point: Estimate | None
    after: Estimate | None
    lost: int


def grade_handovers(scores: Sequence[CaseScore]) -> HandoverGrade | None:
    """Of one seat or a whole class; None where nothing was handed over."""
    sent = [(score.attempt.handover, score.handover) for score in scores if score.handover is not None]
    received = [score.credit for score in scores if score.attempt.seat is Seat.SECONDARY and score.is_answered]
    if not sent:
        return None
    weighed = [evidence for _, evidence in sent]
    return HandoverGrade(
        referrals=len(sent),
        arrived=ratio([each.found for each in weighed], [each.needed for each in weighed]),
        to_the_point=ratio([each.right for each in weighed], [each.cited for each in weighed]),
        after=mean(received, -1, 1),
        lost=sum(len(handover.lost) for handover, _ in sent if handover is not None),
    )
