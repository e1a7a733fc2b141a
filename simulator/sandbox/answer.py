"""The engine's answer in the terms of a scenario's key, and how the two differ."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.expected import ExpectedAnswer, ExpectedHit
from verifier.advice.document import SUMS
from verifier.examination import Examination
from verifier.indicators.indicator import Dimension
from verifier.indicators.outline import Standing
from verifier.model.check import CheckResult

_UNREMARKABLE = frozenset({CheckResult.SUCCESSFUL, CheckResult.NOT_SUPPORTED})
_NOTHING = ("NOTHING_FOUND",)


def answer_of(examination: Examination) -> ExpectedAnswer:
    """What the engine said, as an author would write it down. Sums of other checks and logged ones stay out."""
    protection = examination.protection
    reasons = tuple(sorted({reason.code for reason in examination.advice.reasons}))
    return ExpectedAnswer(
        advice=examination.advice.kind,
        reasons=() if reasons == _NOTHING else reasons,
        checks={
            each.check_id: each.result
            for each in examination.checks.outcomes
            if each.result not in _UNREMARKABLE and not each.is_evaluatory and each.check_id not in SUMS
        },
        hits=tuple(
            ExpectedHit(entry=hit.entry.entry_id, grade=hit.comparison.grade, state=hit.state)
            for hit in examination.search.hits
        ),
        indicators=protection.with_standing(Standing.COUNTED) if protection else (),
        cancelled=protection.with_standing(Standing.CANCELLED) if protection else (),
        dimensions=tuple(map(Dimension, protection.positive)) if protection else (),
    )


def differences(stated: ExpectedAnswer, found: ExpectedAnswer) -> Iterator[tuple[str, str]]:
    """Field and sentence for everything in which the engine's answer is not what the scenario states."""
    for name in ExpectedAnswer.model_fields:
        ours, theirs = _plain(getattr(stated, name)), _plain(getattr(found, name))
        if ours != theirs:
            yield name, f"the engine says {_shown(theirs)}, the scenario {_shown(ours)}"


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: each.value for key, each in sorted(value.items())}
    if isinstance(value, tuple):
        return sorted(str(_plain(each)) for each in value)
    if isinstance(value, ExpectedHit):
        return f"{value.entry} {value.grade.value} {value.state.value}"
    return getattr(value, "value", value)


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {each}" for key, each in value.items()) + "}"
    return "[" + ", ".join(map(str, value)) + "]" if isinstance(value, list) else str(value)
