"""Adaptive sessions: each desk is dealt its next case when it has decided the one before, as the log alone says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from simulator.grading.case_score import RIGHT_FROM_CREDIT
from simulator.grading.dealing import Candidate, Content, Dealt, contents_of, next_case
from simulator.grading.elo import EloTable, Rating
from simulator.grading.model import CaseKey, ItemKey, TraineeId
from simulator.scenario.expected import Signal
from simulator.scenario.model import CaseClass
from simulator.session.case import DealtCase
from simulator.session.plan import Dealing, Plan
from simulator.session.play import Play
from simulator.session.state import Session

_VICTIMS = frozenset({CaseClass.VICTIM, CaseClass.TRAFFICKER})


def candidate(case: DealtCase) -> Candidate:
    """What dealing needs to know of a case."""
    meta, twin = case.scenario.meta, case.scenario.variation.counterfactual
    content = Content.VICTIM if meta.case in _VICTIMS else Content.OTHER
    if case.scenario.expected.signal is Signal.NOISE:
        content = Content.INNOCENT
    return Candidate(CaseKey(case.case_key), ItemKey(meta.key), content, twin.of if twin is not None else meta.key)


def order_for(plan: Plan, pool: tuple[Candidate, ...], desk_number: int) -> tuple[Content, ...]:
    """The kinds of cases that a desk gets, in order; `desk_number` counts desks from 0 as they were taken.

    Raises LintasError naming `deal_count` where the set has too few of a kind.
    """
    return contents_of(len(plan.slots), plan.prevalence, pool, f"{plan.seed}/{desk_number}")


def starting_ratings(plan: Plan, cases: Mapping[str, DealtCase]) -> EloTable:
    """Everybody at 0, and cases where their authors put them."""
    pool = [cases[key].scenario for key in plan.pool]
    return EloTable(items={ItemKey(each.meta.key): Rating(each.difficulty) for each in pool})


def dealt_next(session: Session, desk: str) -> Session:
    """With the next case on that desk, where the last one is over and the order has another place."""
    plan, had = session.plan, session.dealt.get(desk, ())
    if plan.dealing is not Dealing.ADAPTIVE or len(had) == len(plan.slots):
        return session
    play = session.plays.get((desk, len(had) - 1))
    if had and (play is None or not play.is_over):
        return session
    number = session.desks.index(desk)
    pool = tuple(candidate(session.cases[key]) for key in plan.pool)
    by_key = {each.case: each for each in pool}
    chosen = next_case(
        pool,
        Dealt(f"{plan.seed}/{number}", tuple(by_key[CaseKey(key)] for key in had)),
        order_for(plan, pool, number),
        session.ratings.trainees.get(TraineeId(desk), Rating()).logit,
        {item: rating.logit for item, rating in session.ratings.items.items()},
    )
    return replace(session, dealt=MappingProxyType({**session.dealt, desk: (*had, str(chosen.case))}))


def rated(session: Session, desk: str, slot: int) -> Session:
    """With what the decided case says of desk and case; as it was where it is not decided, or the order is fixed."""
    play = session.plays.get((desk, slot))
    if session.plan.dealing is not Dealing.ADAPTIVE or play is None or not play.is_over:
        return session
    case = session.case_at(desk, slot)
    item = ItemKey(case.scenario.meta.key)
    after = session.ratings.after(TraineeId(desk), item, is_right=_is_right(case, play))
    return replace(session, ratings=after)


def _is_right(case: DealtCase, play: Play) -> bool:
    """Whether the decision that stands has at least half of the full credit."""
    graded = {each.decision: each.credit for each in case.scenario.expected.decisions}
    return graded.get(play.decisions[-1].outcome, 0.0) >= RIGHT_FROM_CREDIT
