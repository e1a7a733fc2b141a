"""What the format cannot see: exercises that cannot be solved, leak their answers, or are unfair."""

from simulator.scenario.lint.finding import Finding, Level
from simulator.scenario.lint.rules import lint

__all__ = ["Finding", "Level", "lint"]
