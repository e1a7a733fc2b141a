"""Which portrait a document shows."""

from __future__ import annotations

from simulator.scenario.document import Document
from simulator.scenario.model import Scenario


def portrait_key(scenario: Scenario, document: Document) -> str:
    """A key of `simulator/specimen/portraits/index.json`; '' draws an outline."""
    del scenario, document
    return ""
