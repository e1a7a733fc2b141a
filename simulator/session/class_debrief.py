"""A case for talking it through with the class: the key and the script in the order of PEARLS. About nobody."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

from ledger.text import Text
from simulator.session.case import DealtCase
from simulator.session.state import Session


@dataclass(frozen=True, slots=True)
class DecisionKey:
    """One of the six, what it is worth (−1…1) and why."""

    decision: str
    credit: float
    why: Text


@dataclass(frozen=True, slots=True)
class EvidenceKey:
    """One indicator: decoys prove nothing, needed ones are the minimum."""

    text: Text
    weight: float
    decoy: bool
    needed: bool
    explain: Text | None = None


@dataclass(frozen=True, slots=True)
class DefectKey:
    """What was planted in a document, and what shows it."""

    document: str
    tool: str
    explain: Text


@dataclass(frozen=True, slots=True)
class ClassDebrief:
    """One case; reactions are asked first, before anything is explained (Eppich & Cheng 2015, PEARLS)."""

    slot: int
    title: Text
    reactions: tuple[Text, ...]
    description: Text
    decisions: tuple[DecisionKey, ...]
    evidence: tuple[EvidenceKey, ...]
    defects: tuple[DefectKey, ...]
    analysis: tuple[Text, ...]
    application: tuple[Text, ...]
    references: tuple[str, ...]


def class_debriefs_of(session: Session, slot: int) -> tuple[ClassDebrief, ...]:
    """One a case, as boards are: two for a matched pair. Raises LintasError for a place that is not there."""
    return tuple(_debrief(session.cases[key], slot) for key in session.desks_by_case(slot))


def _debrief(case: DealtCase, slot: int) -> ClassDebrief:
    scenario = case.scenario
    return ClassDebrief(
        slot=slot,
        title=scenario.meta.title.text,
        reactions=tuple(each.text for each in scenario.debrief.reactions),
        description=scenario.debrief.description.text,
        decisions=tuple(
            DecisionKey(each.decision.value, each.credit, each.why.text)
            for each in sorted(scenario.expected.decisions, key=lambda each: -each.credit)
        ),
        evidence=tuple(
            EvidenceKey(
                each.text.text,
                each.weight,
                each.decoy,
                each.key in case.minimum,
                each.explain.text if each.explain else None,
            )
            for each in scenario.indicators
        ),
        defects=tuple(
            DefectKey(document.key, each.tool.value, each.explain.text)
            for document in scenario.documents
            for each in document.defects
        ),
        analysis=tuple(each.text for each in scenario.debrief.analysis),
        application=tuple(each.text for each in scenario.debrief.application),
        references=scenario.debrief.references,
    )


@cache
def _adapter() -> TypeAdapter[tuple[ClassDebrief, ...]]:
    return TypeAdapter(tuple[ClassDebrief, ...])


def to_json(debriefs: tuple[ClassDebrief, ...]) -> bytes:
    """The same cases give the same bytes."""
    return _adapter().dump_json(debriefs, indent=1)
