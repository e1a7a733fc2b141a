"""What a class decided and cited in one case, counted, without names: for freezing and projecting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ledger.text import Text
from simulator.session.case import DealtCase
from simulator.session.play import Play
from simulator.session.state import Session
from simulator.session.view import Fact, facts_of

LEAST: Final = 3  # with fewer, counts would be about persons
BINS: Final = 5  # of confidence: 0 to 20 %, … 80 to 100 %


@dataclass(frozen=True, slots=True)
class DecisionCount:
    """`credit` −1…1 is what the key gives for it."""

    outcome: str
    count: int
    credit: float


@dataclass(frozen=True, slots=True)
class LinkCount:
    """Two facts that were linked; the same twice where one speaks for itself. `proves`: they show an indicator."""

    fact: Fact
    other: Fact
    count: int
    proves: bool


@dataclass(frozen=True, slots=True)
class EvidenceCount:
    """One indicator of the case and how many cited it."""

    text: Text
    count: int
    is_decoy: bool
    is_needed: bool


@dataclass(frozen=True, slots=True)
class Board:
    """One case at one place of the order. Counts are empty and `is_withheld` where fewer than LEAST have decided.

    `confidence` counts answers by BINS, `sure_and_right` those of them that earn more than half the credit.
    """

    slot: int
    case_key: str
    title: Text
    playing: int
    decided: int
    is_withheld: bool
    decisions: tuple[DecisionCount, ...] = ()
    links: tuple[LinkCount, ...] = ()
    evidence: tuple[EvidenceCount, ...] = ()
    confidence: tuple[int, ...] = (0,) * BINS
    sure_and_right: tuple[int, ...] = (0,) * BINS


def boards_of(session: Session, slot: int) -> tuple[Board, ...]:
    """One a case: two where that place deals a matched pair. Raises LintasError for a place that is not there.

    While the case is played again, the new tries are counted; the first answers as soon as that is over.
    """
    return tuple(
        _board(session, slot, session.cases[key], [session.open_play(desk, slot) for desk in desks])
        for key, desks in session.desks_by_case(slot).items()
    )


def _board(session: Session, slot: int, case: DealtCase, plays: list[Play]) -> Board:
    over = [each for each in plays if each.is_over]
    least = 1 if session.plan.is_rehearsal else LEAST
    board = Board(
        slot=slot,
        case_key=case.case_key,
        title=case.scenario.meta.title.text,
        playing=len(plays),
        decided=len(over),
        is_withheld=len(over) < least,
    )
    return board if board.is_withheld else _counted(board, case, over)


def _counted(board: Board, case: DealtCase, over: list[Play]) -> Board:
    credit = {each.decision: each.credit for each in case.scenario.expected.decisions}
    last = [each.decisions[-1] for each in over]
    outcomes = Counter(each.outcome for each in last)
    return Board(
        slot=board.slot,
        case_key=board.case_key,
        title=board.title,
        playing=board.playing,
        decided=board.decided,
        is_withheld=False,
        decisions=tuple(
            DecisionCount(outcome.value, count, credit.get(outcome, 0.0)) for outcome, count in outcomes.most_common()
        ),
        links=_links(case, over),
        evidence=_evidence(case, over),
        confidence=_bins(each.confidence for each in last),
        sure_and_right=_bins(each.confidence for each in last if credit.get(each.outcome, 0.0) > 0.5),
    )


def _links(case: DealtCase, over: list[Play]) -> tuple[LinkCount, ...]:
    counted: Counter[tuple[str, ...]] = Counter()
    proving: set[tuple[str, ...]] = set()
    known: dict[str, Fact] = {}
    for play in over:
        known |= {fact.name: fact for fact in facts_of(case, play)}
        for each in play.cited:
            pair = tuple(sorted((each.fact, each.other)))
            counted[pair] += 1
            if each.indicators:
                proving.add(pair)
    return tuple(
        LinkCount(_fact(known, pair[0]), _fact(known, pair[1]), count, pair in proving)
        for pair, count in counted.most_common()
    )


def _fact(known: dict[str, Fact], name: str) -> Fact:
    return known.get(name) or Fact(name, Text(id=name, en=name))


def _evidence(case: DealtCase, over: list[Play]) -> tuple[EvidenceCount, ...]:
    """How many desks cited each: nobody twice, however many links they made."""
    cited = Counter(key for play in over for key in {key for each in play.cited for key in each.indicators})
    counts = [
        EvidenceCount(each.text.text, cited[each.key], each.decoy, each.key in case.minimum)
        for each in case.scenario.indicators
        if cited[each.key] or each.key in case.minimum
    ]
    return tuple(sorted(counts, key=lambda each: -each.count))


def _bins(confidences: Iterable[float]) -> tuple[int, ...]:
    found = Counter(min(int(each * BINS), BINS - 1) for each in confidences)
    return tuple(found[each] for each in range(BINS))
