"""What a class decided and cited in one case, counted, without names: for freezing and projecting."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ledger.text import Text
from verifier.decision import Outcome


@dataclass(frozen=True, slots=True)
class Board:
    """`decisions` and `evidence` are counts, most frequent first; `players` is how many have decided."""

    title: Text
    players: int
    decisions: tuple[tuple[Outcome, int], ...]
    evidence: tuple[tuple[Text, int], ...]
    strays: int  # links between facts that prove nothing
    mean_confidence: float | None


def board_of(workshop_json: bytes, number: int) -> Board | None:
    """The board of case `number` (from 0) of a workshop as JSON; None where nobody has decided it yet."""
    from simulator.grading.codec import from_json  # noqa: PLC0415 - only trainers need it

    workshop = from_json(workshop_json)
    if not 0 <= number < len(workshop.cases):
        return None
    key = workshop.cases[number]
    attempts = [each for each in workshop.attempts if each.case == key.case and each.decision is not None]
    if not attempts:
        return None
    texts = {indicator.key: indicator.text for indicator in key.indicators}
    cited = Counter(citation.indicator for each in attempts for citation in each.citations)
    sure = [each.confidence for each in attempts if each.confidence is not None]
    return Board(
        title=key.title,
        players=len(attempts),
        decisions=tuple(Counter(each.decision for each in attempts if each.decision).most_common()),
        evidence=tuple((texts[name], count) for name, count in cited.most_common() if name in texts),
        strays=sum(count for name, count in cited.items() if name not in texts),
        mean_confidence=sum(sure) / len(sure) if sure else None,
    )
