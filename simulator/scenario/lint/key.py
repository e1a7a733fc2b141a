"""The answer key itself: one best decision, and harms that can happen."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.expected import Signal
from simulator.scenario.lint.finding import Finding, Level
from simulator.scenario.model import Scenario
from verifier.decision import Outcome


def decisions(scenario: Scenario) -> Iterator[Finding]:
    """All six are graded, one is right, and a signal is never cleared."""
    graded = {each.decision: each.credit for each in scenario.expected.decisions}
    missing = [each.value for each in Outcome if each not in graded]
    if missing:
        yield Finding("decisions", ("expected", "decisions"), f"not graded: {', '.join(missing)}")
        return
    best = max(graded.values())
    if best < 1:
        yield Finding("decisions", ("expected", "decisions"), "one decision must be worth 1")
    place = ("expected", "signal")
    if scenario.expected.signal is Signal.SIGNAL and graded[Outcome.CLEAR] == best:
        yield Finding("decisions", place, "a signal whose best decision is CLEAR is noise")
    if scenario.expected.signal is Signal.NOISE and graded[Outcome.CLEAR] < best:
        yield Finding("decisions", place, "noise whose best decision is not CLEAR: is it a signal?", Level.WARNING)


def harms_used(scenario: Scenario) -> Iterator[Finding]:
    """Every harm can be done by an answer or a decision."""
    answers = [answer for question in scenario.questions for answer in question.answers]
    used = {answer.effect.harm for answer in answers} | {each.harm for each in scenario.expected.decisions}
    for index, harm in enumerate(scenario.harms):
        if harm.key not in used:
            yield Finding("harm", ("harms", index), "no answer and no decision does it", Level.WARNING)
