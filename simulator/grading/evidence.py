"""Was the right thing seen: cited evidence against the indicators of a case, by weight."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from simulator.grading.model import Citation, Indicator

UNFOUNDED_WEIGHT: Final = 1.0  # a link that shows nothing weighs as much as an indicator does by default


@dataclass(frozen=True, slots=True)
class Evidence:
    """Weights, so that cases can be summed: what was rightly cited, wrongly cited, and needed but missed."""

    right: float  # true indicators cited
    wrong: float  # decoys cited, and links of two facts that show nothing
    found: float  # of the needed indicators, the cited ones
    needed: float  # all that are needed

    @property
    def cited(self) -> float:
        """Everything that was cited."""
        return self.right + self.wrong

    @property
    def precision(self) -> float:
        """Share of what was cited that is true; 1 where nothing was cited."""
        return self.right / self.cited if self.cited else 1.0

    @property
    def recall(self) -> float:
        """Share of the needed that was cited; 1 where nothing is needed."""
        return self.found / self.needed if self.needed else 1.0

    @property
    def score(self) -> float:
        """Harmonic mean of precision and recall (F₁), 0…1.

        Citing everything therefore never pays, and in a case with nothing to see, citing nothing is right.
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def weigh_evidence(citations: Sequence[Citation], indicators: Sequence[Indicator]) -> Evidence:
    """Weighs citations; the same indicator, or the same two facts in either order, count once."""
    cited = {citation.indicator for citation in citations}
    known = {indicator.key for indicator in indicators}
    unfounded = {frozenset(citation.facts) for citation in citations if citation.indicator not in known}
    return Evidence(
        right=math.fsum(each.weight for each in indicators if each.key in cited and not each.is_decoy),
        wrong=math.fsum(each.weight for each in indicators if each.key in cited and each.is_decoy)
        + UNFOUNDED_WEIGHT * len(unfounded),
        found=math.fsum(each.weight for each in indicators if each.key in cited and _is_due(each)),
        needed=math.fsum(each.weight for each in indicators if _is_due(each)),
    )


def _is_due(indicator: Indicator) -> bool:
    return indicator.is_needed and not indicator.is_decoy
