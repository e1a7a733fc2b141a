"""Every scenario of the house is sound, and the real engine says what it states."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.sandbox.verdict import all_findings
from simulator.scenario.lint import Level
from simulator.scenario.load import parse_scenario, read_file
from simulator.scenario.model import Scenario
from verifier.indicators.catalogue import Catalogue
from verifier.indicators.policy_folder import load_catalogue

_FILES = sorted((Path(__file__).parents[3] / "scenarios").glob("*.yaml"))


@pytest.fixture(scope="module")
def policy() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def others() -> dict[str, Scenario]:
    return {path.stem: parse_scenario(read_file(path)) for path in _FILES}


def test_there_are_scenarios() -> None:
    assert _FILES


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_scenario(path: Path, policy: Catalogue, others: dict[str, Scenario]) -> None:
    source = read_file(path)
    found = all_findings(path, parse_scenario(source), others, policy)
    assert [each.line(source) for each in found if each.level is Level.ERROR] == []
