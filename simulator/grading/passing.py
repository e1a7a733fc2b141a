"""What went from the primary seat to the secondary: of what the first knew, what arrived, and what was lost.

The secondary seat knows what anybody sees, what the machine said, and what it was told; whatever else the primary found
out and did not pass on is lost to the case. So it is weighed like evidence: recall is the share (by weight) of the true
indicators known to the primary alone that were passed on; all of them count, since only the second interview shows
which were needed. Precision falls with decoys passed on as evidence, and a little with facts that show nothing: four of
them cost as much as one indicator, for whoever tells everything has left the sorting to the other seat.

Sources: Starmer and others (2014), NEJM 371:1803, on handing over by a fixed list (I-PASS): what gets lost is what does
the harm, and content is counted; Manser and Foster (2011) on completeness and concision as the two sides of a handover.
"""

from __future__ import annotations

import math
from typing import Final

from simulator.grading.evidence import Evidence
from simulator.grading.model import AnswerKey, Handover

IDLE_WEIGHT: Final = 0.25


def weigh_handover(handover: Handover, key: AnswerKey) -> Evidence:
    """Weights of what was passed on rightly and wrongly, and of what could have been."""
    weights = {each.key: each.weight for each in key.indicators}
    decoys = {each.key for each in key.indicators if each.is_decoy}
    passed = math.fsum(weights.get(each, 0.0) for each in handover.passed if each not in decoys)
    lost = math.fsum(weights.get(each, 0.0) for each in handover.lost if each not in decoys)
    misled = math.fsum(weights.get(each, 0.0) for each in handover.passed if each in decoys)
    return Evidence(right=passed, wrong=misled + IDLE_WEIGHT * handover.idle, found=passed, needed=passed + lost)
