"""Every scenario of the house is sound, and the real engine says what it states."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.sandbox.regression import engine_findings
from simulator.scenario.lint import Level, lint
from simulator.scenario.lint.files import file_findings
from simulator.scenario.load import parse_scenario, read_file
from verifier.indicators.catalogue import Catalogue
from verifier.indicators.policy_folder import load_catalogue

_FILES = sorted((Path(__file__).parents[3] / "scenarios").glob("*.yaml"))


@pytest.fixture(scope="module")
def policy() -> Catalogue:
    return load_catalogue()


def test_there_are_scenarios() -> None:
    assert _FILES


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_scenario(path: Path, policy: Catalogue) -> None:
    source = read_file(path)
    scenario = parse_scenario(source)
    found = [*lint(scenario), *file_findings(path, scenario), *engine_findings(scenario, policy)]
    assert [each.line(source) for each in found if each.level is Level.ERROR] == []
