"""All rules that need nothing but the scenario itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from simulator.scenario.lint import documents, evidence, interview, key, manners, texts, variation
from simulator.scenario.lint.finding import Finding, Level
from simulator.scenario.model import Scenario

Rule = Callable[[Scenario], Iterator[Finding]]

RULES: Final[tuple[Rule, ...]] = (
    texts.untranslated,
    texts.real_places,
    manners.questions_fit,
    manners.answers_fit,
    manners.persona_fits,
    manners.companions_fit,
    documents.writable,
    documents.measured,
    documents.digits,
    documents.drawable,
    interview.fallbacks,
    interview.reachable,
    evidence.discoverable,
    evidence.decoys_explained,
    evidence.facts_exist,
    evidence.citable,
    evidence.affordable,
    key.decisions,
    key.harms_used,
    variation.swaps,
    variation.clean_key,
)


def lint(scenario: Scenario) -> list[Finding]:
    """All findings, errors first, then in the order of the rules. An exercise with errors must not be played."""
    found = [finding for rule in RULES for finding in rule(scenario)]
    return sorted(found, key=lambda finding: finding.level is Level.WARNING)
