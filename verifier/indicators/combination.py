"""The ILO/EC combination rule, applied inside one dimension; classes are combined, points are never added.

Source: ILO and European Commission, Operational indicators of trafficking in human beings (2009). CRITICAL is ours.
"""

from __future__ import annotations

from collections.abc import Iterable

from verifier.advice.model import AdviceKind
from verifier.indicators.indicator import Dimension, Weight


def is_positive(dimension: Dimension, weights: Iterable[Weight]) -> bool:
    """Positive with 2 strong, 1 strong + 1 other, 3 medium, 2 medium + 1 weak, or anything critical.

    Weak cues alone never suffice, and presentation cues are weak whatever the policy says.
    """
    if dimension is Dimension.PRESENTATION:
        return False
    strong = medium = weak = 0
    for weight in weights:  # counted by hand: this is asked for each cue that might be found
        if weight is Weight.CRITICAL:
            return True
        if weight is Weight.STRONG:
            strong += 1
        elif weight is Weight.MEDIUM:
            medium += 1
        else:
            weak += 1
    # one strong cue with any other covers '2 strong' and '1 strong + 1 other'
    return (strong >= 1 and strong + medium + weak >= 2) or medium >= 3 or (medium >= 2 and weak >= 1)


def advised(*, positive_dimensions: int, is_critical: bool) -> AdviceKind:
    """None positive: CLEAR; one: REFER; two or more, or anything critical: PROTECT."""
    if is_critical or positive_dimensions >= 2:
        return AdviceKind.PROTECT
    return AdviceKind.REFER if positive_dimensions else AdviceKind.CLEAR
