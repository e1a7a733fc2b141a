"""Everything that a trainee judged, as rights and wrongs for the Rasch scale.

A case is more than its decision: each needed indicator was seen or missed, each decoy was left alone or fallen for.
Twenty cases give twenty decisions and two to three times as many such judgements, and with them an order of trainees
that twenty decisions alone cannot give (docs/benchmarks.md, "Grading").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from simulator.grading.case_score import CaseScore
from simulator.grading.model import ItemKey
from simulator.grading.rasch import Response

_WITHIN: Final = "\x1f"  # keys are printable, so this joins two of them without a collision


def judgements(scores: Iterable[CaseScore]) -> Iterator[Response]:
    """The decision of each decided case, and each needed indicator and decoy in it.

    A true indicator that is not needed is no judgement: not citing it is as right as citing it.
    """
    for score in scores:
        if not score.is_answered:
            continue
        trainee, item = score.attempt.trainee, score.key.item_key
        yield Response(trainee, item, score.is_right)
        cited = {citation.indicator for citation in score.attempt.citations}
        for indicator in score.key.indicators:
            if indicator.is_decoy or indicator.is_needed:
                inner = ItemKey(f"{item}{_WITHIN}{indicator.key}")
                yield Response(trainee, inner, (indicator.key in cited) is not indicator.is_decoy, is_evidence=True)
