"""Questions that are met, and always answered."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.lint.evidence import known_without_asking
from simulator.scenario.lint.finding import Finding, Level
from simulator.scenario.lint.walk import walk
from simulator.scenario.model import Scenario
from simulator.scenario.source import Place


def has_fallbacks(scenario: Scenario) -> bool:
    """Every question has an answer for every state."""
    return not any(finding.level is Level.ERROR for finding in fallbacks(scenario))


def fallbacks(scenario: Scenario) -> Iterator[Finding]:
    """The last answer, and only the last, has no guard."""
    for number, question in enumerate(scenario.questions):
        place: Place = ("questions", number, "answers")
        if question.answers[-1].when is not None:
            yield Finding("fallback", (*place, len(question.answers) - 1), "the last answer must have no `when`")
        for index, answer in enumerate(question.answers[:-1]):
            if answer.when is None:
                yield Finding("fallback", (*place, index), "without `when`, the answers after it never come")


def reachable(scenario: Scenario) -> Iterator[Finding]:
    """Every question can be asked and every answer be heard, on at least one way through the interview."""
    if not has_fallbacks(scenario):
        return
    walked = walk(scenario, known_without_asking(scenario))
    if not walked.is_whole:
        yield Finding("walk", ("questions",), "too many ways to walk them all; fewer flags or questions", Level.WARNING)
        return
    for number, question in enumerate(scenario.questions):
        heard = walked.answers.get(question.key)
        if heard is None:
            yield Finding("unreachable", ("questions", number), "can never be asked: `requires` never holds")
            continue
        for index in range(len(question.answers)):
            if index not in heard:
                yield Finding("unreachable", ("questions", number, "answers", index), "can never be heard")
