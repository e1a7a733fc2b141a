"""What an interview has come to, and what each step makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from simulator.scenario.guard import Guard, Value, World, parse_guard
from simulator.scenario.interview import Answer, Question
from simulator.scenario.model import Scenario

LEAST: Final = -9
MOST: Final = 9  # trust and stress stay within these


@dataclass(frozen=True, slots=True)
class InterviewState:
    """Variables by name, sorted; steps taken, in order; indicators that answers revealed."""

    variables: tuple[tuple[str, Value], ...]
    asked: tuple[str, ...] = ()
    found: frozenset[str] = frozenset()

    def value(self, name: str) -> Value:
        """Raises KeyError for a name that the scenario lacks."""
        return dict(self.variables)[name]


def begin(scenario: Scenario) -> InterviewState:
    """Nobody is alone who has company; trust and stress start at 0."""
    variables: dict[str, Value] = {
        **scenario.state,
        "alone": not scenario.companions,
        "interpreter": False,
        "trust": 0,
        "stress": 0,
    }
    return InterviewState(tuple(sorted(variables.items())))


def worlds_of(state: InterviewState, found: frozenset[str] = frozenset()) -> World:
    """What guards see. `found` are indicators known from elsewhere: documents, scans, the briefing."""
    return World(dict(state.variables), frozenset(state.asked), state.found | found)


def offered(scenario: Scenario, state: InterviewState, found: frozenset[str] = frozenset()) -> Iterator[Question]:
    """Questions that can be asked now, in the order of the file."""
    world = worlds_of(state, found)
    for question in scenario.questions:
        is_open = question.requires is None or _guard(question.requires).holds(world)
        if is_open and not (question.once and question.key in world.asked):
            yield question


def answer_to(
    question: Question, state: InterviewState, found: frozenset[str] = frozenset()
) -> tuple[int, Answer, InterviewState]:
    """Which answer comes (its place in the file), and the state after it.

    Raises LookupError where no answer fits; lint demands one without a guard.
    """
    world = worlds_of(state, found)
    for index, answer in enumerate(question.answers):
        if answer.when is None or _guard(answer.when).holds(world):
            return index, answer, _after(state, question, answer)
    raise LookupError(question.key)


def _after(state: InterviewState, question: Question, answer: Answer) -> InterviewState:
    variables = dict(state.variables) | dict(answer.effect.set)
    for name, change in (("trust", answer.effect.trust), ("stress", answer.effect.stress)):
        variables[name] = max(LEAST, min(MOST, int(variables[name]) + change))
    return InterviewState(
        variables=tuple(sorted(variables.items())),
        asked=(*state.asked, question.key),
        found=state.found | frozenset(answer.reveals),
    )


@lru_cache(maxsize=4096)
def _guard(text: str) -> Guard:
    return parse_guard(text)
