"""Evidence that can be found, cited and afforded, and decoys that are explained."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.costs import INSPECT_S, SCAN_S
from simulator.scenario.document import Tool
from simulator.scenario.evidence import ShownAt
from simulator.scenario.expected import Signal
from simulator.scenario.facts import all_facts
from simulator.scenario.lint.finding import Finding
from simulator.scenario.lint.walk import cheapest, walk
from simulator.scenario.model import Scenario
from simulator.scenario.source import Place


def known_without_asking(scenario: Scenario) -> frozenset[str]:
    """Indicators that are shown, or that a tool finds."""
    shown = {each.key for each in scenario.indicators if each.shown is not None}
    planted = {defect.indicator for document in scenario.documents for defect in document.defects if defect.indicator}
    return frozenset(shown | planted)


def discoverable(scenario: Scenario) -> Iterator[Finding]:
    """Every indicator is shown, found by a tool, or revealed by an answer that can be heard."""
    if any(question.answers[-1].when is not None for question in scenario.questions):
        return
    known = known_without_asking(scenario)
    walked = walk(scenario, known)
    for index, each in enumerate(scenario.indicators):
        if walked.is_whole and each.key not in known | walked.reveals:
            text = "nothing shows it: no `shown`, no defect, no answer that can be heard"
            yield Finding("undiscoverable", ("indicators", index), text)


def decoys_explained(scenario: Scenario) -> Iterator[Finding]:
    """Whoever fell for a decoy is told why it proves nothing."""
    for index, each in enumerate(scenario.indicators):
        if each.decoy and each.explain is None:
            yield Finding("decoy", ("indicators", index), "a decoy needs `explain`")
        if each.decoy and each.cue is not None:
            yield Finding("decoy", ("indicators", index, "cue"), "a decoy is not reported to the engine")


def facts_exist(scenario: Scenario) -> Iterator[Finding]:
    """Pairs name facts that the trainee can point at."""
    known = all_facts(scenario)
    for index, each in enumerate(scenario.indicators):
        for number, pair in enumerate(each.between):
            place: Place = ("indicators", index, "between", number)
            yield from (
                Finding("fact", (*place, side), f"no fact {fact}; docs/scenarios.md lists them")
                for side, fact in enumerate(pair)
                if fact not in known
            )


def citable(scenario: Scenario) -> Iterator[Finding]:
    """What a scan finds in MRZ or chip lies between two facts; nothing else could be pointed at."""
    scanned = {
        defect.indicator
        for document in scenario.documents
        for defect in document.defects
        if defect.tool in {Tool.MRZ, Tool.CHIP}
    }
    for index, each in enumerate(scenario.indicators):
        if each.key in scanned and not each.between and each.shown is None:
            yield Finding("fact", ("indicators", index), "found by a scan, so it needs `between` to be cited")


def affordable(scenario: Scenario) -> Iterator[Finding]:
    """The minimum evidence can be had within the time budget."""
    if scenario.expected.signal is Signal.SIGNAL and not scenario.expected.minimum:
        yield Finding("minimum", ("expected", "minimum"), "a signal needs evidence that justifies the decision")
    needed = needed_s(scenario)
    if needed is None:
        yield Finding("minimum", ("expected", "minimum"), "cannot be revealed on any one way through the interview")
    elif needed > scenario.time_budget_s:
        text = f"the minimum evidence takes at least {needed} s"
        yield Finding("minimum", ("time_budget_s",), text)


def needed_s(scenario: Scenario) -> int | None:
    """Least seconds for the minimum evidence: looking, one scan where it shows something, and asking.

    None where it cannot be had at all. Source: TRAINING.md, interview economy.
    """
    if any(question.answers[-1].when is not None for question in scenario.questions):
        return None
    minimum = frozenset(scenario.expected.minimum)
    shown = {each.key: each.shown for each in scenario.indicators if each.shown is not None}
    tools = {
        defect.indicator: defect.tool
        for document in scenario.documents
        for defect in document.defects
        if defect.indicator is not None
    }
    needs_scan = any(
        shown.get(key) is ShownAt.SCAN or (key not in shown and tools.get(key) in {Tool.MRZ, Tool.CHIP})
        for key in minimum
    )
    looking = sum(
        INSPECT_S[tool]
        for key, tool in tools.items()
        if key in minimum and key not in shown and tool not in {Tool.MRZ, Tool.CHIP}
    )
    known = known_without_asking(scenario)
    asking = cheapest(scenario, minimum - known, known)
    return None if asking is None else asking + looking + (SCAN_S if needs_scan else 0)
