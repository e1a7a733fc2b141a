"""A scenario is also a test of the engine: what the engine says must be what the scenario states."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ledger.errors import LintasError
from simulator.sandbox.answer import answer_of, differences
from simulator.sandbox.engine import engine_of, examine
from simulator.scenario.expected import ExpectedAnswer
from simulator.scenario.lint.finding import Finding
from simulator.scenario.model import Scenario
from simulator.scenario.source import dotted
from simulator.scenario.vary import vary, without_defects
from verifier.engine import ReadingPort
from verifier.indicators.catalogue import Catalogue

_TRIED_SEEDS: Final = (1, 2, 3)


def variant_findings(scenario: Scenario, policy: Catalogue) -> Iterator[Finding]:
    """Variants answer as the scenario states, or the variation changes more than the surface. Tries a few seeds."""
    variants = [vary(scenario, seed) for seed in _TRIED_SEEDS]
    if scenario.variation.clean is not None:
        variants.append(without_defects(scenario))
    for variant in variants:
        for each in engine_findings(variant, policy):
            yield Finding("variation", ("variation",), f"in a variant, {dotted(each.place)}: {each.text}")
            return


def engine_findings(scenario: Scenario, policy: Catalogue, *, reading: ReadingPort | None = None) -> Iterator[Finding]:
    """Where the real engine's answer differs: at the first scan, at the second, and with all true cues reported.

    `again` and `informed` are `engine` where the scenario does not state them.
    """
    expected = scenario.expected
    known = {*policy.indicators, *policy.counter_indicators}
    unknown = [each for each in _cues(scenario) if each[1] not in known]
    for place, cue in unknown:
        yield Finding("cue", place, f"no {cue} in the policy; docs/indicators.md lists them")
    if unknown:
        return
    stated = {
        "engine": expected.engine,
        "again": expected.again or expected.engine,
        "informed": expected.informed or expected.again or expected.engine,
    }
    try:
        answers = answers_to(scenario, policy, reading=reading)
    except LintasError as error:
        yield Finding("engine", ("expected", "engine"), f"the engine refuses the presentation: {error.message}")
        return
    for name, answer in answers.items():
        for field, text in differences(stated[name], answer):
            yield Finding("engine", ("expected", name, field), text)


def answers_to(
    scenario: Scenario, policy: Catalogue, *, reading: ReadingPort | None = None
) -> dict[str, ExpectedAnswer]:
    """What the engine says: `engine` at the first scan, `again` at the second, `informed` with all true cues reported.

    Raises LintasError where the presentation cannot be meant.
    """
    engine = engine_of(scenario, policy=policy, reading=reading)
    true = [each.key for each in scenario.indicators if not each.decoy]
    return {
        "engine": answer_of(examine(scenario, engine)),
        "again": answer_of(examine(scenario, engine, is_retry=True)),
        "informed": answer_of(examine(scenario, engine, is_retry=True, found=true)),
    }


def _cues(scenario: Scenario) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield from ((("reported_cues", i), cue) for i, cue in enumerate(scenario.reported_cues))
    for index, each in enumerate(scenario.indicators):
        if each.cue is not None:
            yield ("indicators", index, "cue"), each.cue
