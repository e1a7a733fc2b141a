"""Every way an interview can go: which questions and answers are ever met, and what the evidence costs at least."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from simulator.interview.state import InterviewState, answer_to, begin, offered
from simulator.scenario.guard import Happened, parse_guard
from simulator.scenario.interview import Question
from simulator.scenario.model import Scenario

_MOST_STATES: Final = 60_000


@dataclass(slots=True)
class Walked:
    """What was met on all ways. `is_whole` is False where there were too many to walk."""

    answers: dict[str, set[int]] = field(default_factory=dict)
    reveals: set[str] = field(default_factory=set)
    is_whole: bool = True


def walk(scenario: Scenario, found: frozenset[str]) -> Walked:
    """Walk all ways. `found` are the indicators known without the interview.

    Questions that change nothing are asked in every state but lead to no new one, since their order does not matter.
    """
    changing = {each.key for each in scenario.questions if _changes(scenario, each)}
    walked = Walked()
    waiting, seen = [begin(scenario)], set[InterviewState]()
    while waiting:
        state = waiting.pop()
        if state in seen:
            continue
        seen.add(state)
        if len(seen) > _MOST_STATES:
            walked.is_whole = False
            break
        for question in offered(scenario, state, found):
            index, answer, after = answer_to(question, state, found)
            walked.answers.setdefault(question.key, set()).add(index)
            walked.reveals.update(answer.reveals)
            if question.key in changing:
                waiting.append(_unordered(after))
    return walked


def cheapest(scenario: Scenario, wanted: frozenset[str], found: frozenset[str]) -> int | None:
    """Least seconds of interview in which all `wanted` indicators are revealed; None where that cannot be."""
    way = cheapest_way(scenario, wanted, found)
    costs = {each.key: each.cost_s for each in scenario.questions}
    return None if way is None else sum(costs[key] for key in way)


def cheapest_way(scenario: Scenario, wanted: frozenset[str], found: frozenset[str]) -> tuple[str, ...] | None:
    """The questions, in order, of a cheapest interview that reveals all `wanted`; None where there is none.

    Dijkstra over the same states; () where nothing is wanted.
    """
    useful = {each.key for each in scenario.questions if _changes(scenario, each) or _reveals(each) & wanted}
    queue: list[tuple[int, int, InterviewState, tuple[str, ...]]] = [(0, 0, begin(scenario), ())]
    done, tie = set[InterviewState](), 0
    while queue and len(done) <= _MOST_STATES:
        cost, _, state, way = heapq.heappop(queue)
        if wanted <= state.found:
            return way
        if state in done:
            continue
        done.add(state)
        for question in offered(scenario, state, found):
            if question.key in useful:
                _, _, after = answer_to(question, state, found)
                tie += 1
                heapq.heappush(queue, (cost + question.cost_s, tie, _unordered(after), (*way, question.key)))
    return None


def _reveals(question: Question) -> frozenset[str]:
    return frozenset(key for answer in question.answers for key in answer.reveals)


def _changes(scenario: Scenario, question: Question) -> bool:
    """Whether asking can make a difference to anything that is asked later."""
    effects = (answer.effect for answer in question.answers)
    if any(effect.set or effect.trust or effect.stress for effect in effects):
        return True
    named = {(leaf.what, leaf.key) for leaf in _leaves(scenario) if isinstance(leaf, Happened)}
    return ("asked", question.key) in named or any(("found", key) in named for key in _reveals(question))


def _leaves(scenario: Scenario) -> Iterator[object]:
    for question in scenario.questions:
        for text in (question.requires, *(answer.when for answer in question.answers)):
            if text is not None:
                yield from parse_guard(text).leaves()


def _unordered(state: InterviewState) -> InterviewState:
    return replace(state, asked=tuple(sorted(set(state.asked))))
