"""Scenarios: one YAML file an exercise, strict, bilingual, and checked against the engine (docs/scenarios.md)."""

from simulator.scenario.load import load_scenario, parse_scenario
from simulator.scenario.model import Scenario

__all__ = ["Scenario", "load_scenario", "parse_scenario"]
