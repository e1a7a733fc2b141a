"""All that can be said against a scenario: format's lint, leaks, the engine, variants, its file and its twin."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from simulator.sandbox.regression import engine_findings, variant_findings
from simulator.scenario.lint import Finding, lint
from simulator.scenario.lint.files import file_findings
from simulator.scenario.lint.variation import twin_findings
from simulator.scenario.model import Scenario
from simulator.session.leak import leaks
from verifier.indicators.catalogue import Catalogue


def all_findings(
    path: Path, scenario: Scenario, others: Mapping[str, Scenario], policy: Catalogue | None
) -> list[Finding]:
    """Everything, errors of the file first. `others` are scenarios by key; without a policy no engine is asked."""
    found = [*lint(scenario), *file_findings(path, scenario), *twin_findings(scenario, others)]
    is_writable = not any(each.rule in {"mrz", "terminal", "variation"} for each in found)
    if is_writable:
        found += leaks(scenario)
    if policy is not None and is_writable:
        found += engine_findings(scenario, policy)
        if not any(each.rule in {"engine", "cue"} for each in found):
            found += variant_findings(scenario, policy)
    return found
