"""Everything that a trainee can point at, by name. Two of them together are a citation."""

from __future__ import annotations

from dataclasses import fields
from typing import Final

from simulator.scenario.document import Document, Overrides, Tool
from simulator.scenario.model import Scenario
from verifier.model.journey import Journey

PAGE_FIELDS: Final = (*Overrides.model_fields, "issued", "photo", "place_of_birth", "personal_number", "inner_number")
MRZ_FIELDS: Final = tuple(Overrides.model_fields)
LOOKED: Final = frozenset({Tool.EYE, Tool.LOUPE, Tool.UV, Tool.IR})


def facts_at_start(scenario: Scenario) -> frozenset[str]:
    """The page, the person, the journey as declared, and who is with them."""
    found = {"bearer.face", "bearer.demeanour", "bearer.looks"}
    found |= {f"journey.{each.name}" for each in fields(Journey) if not each.name.endswith("_cues")}
    found |= {f"companion.{each.key}" for each in scenario.companions}
    found |= {
        f"shown.{each.key}" for each in scenario.indicators if each.shown is not None and each.shown.value == "start"
    }
    for document in scenario.documents:
        found |= {f"{document.key}.page.{name}" for name in PAGE_FIELDS}
    return frozenset(found)


def facts_at_scan(scenario: Scenario) -> frozenset[str]:
    """What the engine's answer adds: MRZ, chip, measured results, hits, and what it shows."""
    found = {f"hit.{each.key}" for each in scenario.watchlist}
    found |= {
        f"shown.{each.key}" for each in scenario.indicators if each.shown is not None and each.shown.value == "scan"
    }
    for document in scenario.documents:
        found |= _of_scanned(document)
    return frozenset(found)


def _of_scanned(document: Document) -> set[str]:
    found = {f"{document.key}.mrz.{name}" for name in (*MRZ_FIELDS, "digits")}
    if document.chip is not None:
        found |= {f"{document.key}.chip.{name}" for name in MRZ_FIELDS}
    return found | {f"{document.key}.measured.{each.check}" for each in document.measured}


def fact_of_answer(question: str) -> str:
    """The fact that an answer is."""
    return f"answer.{question}"


def facts_of_answers(scenario: Scenario) -> frozenset[str]:
    """One a question."""
    return frozenset(fact_of_answer(each.key) for each in scenario.questions)


def fact_of_look(document: str, tool: Tool, number: int) -> str:
    """A place that the trainee looked at: the `number`th (from 1) with that tool."""
    return f"{document}.{tool.value}.{number}"


def all_facts(scenario: Scenario) -> frozenset[str]:
    """Every fact that `between` may name."""
    return facts_at_start(scenario) | facts_at_scan(scenario) | facts_of_answers(scenario)
