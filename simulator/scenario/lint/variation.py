"""Variants that can be made, and twins that differ only where they say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from ledger.errors import LintasError
from simulator.scenario.lint.finding import Finding
from simulator.scenario.model import Scenario
from simulator.scenario.vary import to_json, vary

_SEEDS: Final = range(1, 9)
# what a twin may never change: the task itself
_FIXED: Final = ("objectives", "time_budget_s", "post")
_FREE: Final = ("meta", "expected", "debrief", "variation", "difficulty", "schema", "briefing")


def swaps(scenario: Scenario) -> Iterator[Finding]:
    """Places exist, and every value fits there."""
    try:
        for seed in _SEEDS:
            vary(scenario, seed)
    except LintasError as error:
        yield Finding("variation", ("variation",), error.message)


def clean_key(scenario: Scenario) -> Iterator[Finding]:
    """Variants without defects have a key of their own, and only then."""
    if scenario.variation.defect_dropout and scenario.variation.clean is None:
        yield Finding(
            "variation", ("variation", "defect_dropout"), "needs `clean`: the key of variants without defects"
        )


def twin_findings(scenario: Scenario, others: Mapping[str, Scenario]) -> Iterator[Finding]:
    """A matched pair differs in protected or innocent facts, in the places it names, and in nothing else.

    Where only the person differs (`persona…`), the right decision is the same: that is what fairness means.
    """
    twin = scenario.variation.counterfactual
    if twin is None:
        return
    place = ("variation", "counterfactual")
    other = others.get(twin.of)
    if other is None:
        yield Finding("twin", (*place, "of"), f"no scenario {twin.of} beside this one")
        return
    differs = sorted(_differences(json.loads(to_json(scenario)), json.loads(to_json(other)), ()))
    for path in differs:
        if path.split(".")[0] in _FREE:
            continue
        if not any(path == each or path.startswith(f"{each}.") for each in twin.differs):
            yield Finding("twin", (*place, "differs"), f"the two also differ in {path}")
    for index, each in enumerate(twin.differs):
        if each.split(".")[0] in _FIXED:
            yield Finding("twin", (*place, "differs", index), "twins have the same task, time and post")
    if all(each.split(".")[0] == "persona" for each in twin.differs) and _best(scenario) != _best(other):
        yield Finding("twin", place, "only the person differs, so the right decision must be the same")


def _best(scenario: Scenario) -> str:
    return max(scenario.expected.decisions, key=lambda each: each.credit).decision.value


def _differences(one: Any, other: Any, way: tuple[str, ...]) -> Iterator[str]:
    """Dotted places with different values; list items are named by key, or by their number from 1."""
    if isinstance(one, list) and isinstance(other, list):
        one, other = _named(one), _named(other)
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted(one.keys() | other.keys()):
            if key not in one or key not in other:
                yield ".".join((*way, key))
            else:
                yield from _differences(one[key], other[key], (*way, key))
    elif one != other:
        yield ".".join(way)


def _named(items: list[Any]) -> dict[str, Any]:
    return {str(each.get("key", i + 1)) if isinstance(each, dict) else str(i + 1): each for i, each in enumerate(items)}
