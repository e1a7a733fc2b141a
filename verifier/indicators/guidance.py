"""Neutral questions and handling steps: few, in order, and the same for everybody with the same facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ledger.text import Text
from verifier.advice.model import AdviceKind
from verifier.indicators.assessment import Cue, DimensionResult
from verifier.indicators.catalogue import Catalogue, HandlingStep
from verifier.indicators.facts import Facts

_MOST_QUESTIONS: Final = 6


def questions(
    dimensions: Iterable[DimensionResult], asking: Iterable[Cue], facts: Facts, *, is_child: bool
) -> tuple[Text, ...]:
    """At most six: first what would explain a positive dimension, then what a cue asks, then what would settle others.

    What explains comes first, since it is to be looked for as hard as what accuses. Nobody is asked what only a child
    is asked, such as the school year, unless they may be one (`question_up_to_years`).
    """
    return tuple(dict.fromkeys(_ordered(tuple(dimensions), asking, facts, is_child=is_child)))[:_MOST_QUESTIONS]


def _ordered(
    dimensions: tuple[DimensionResult, ...], asking: Iterable[Cue], facts: Facts, *, is_child: bool
) -> Iterator[Text]:
    for result in dimensions:
        yield from (each.question for each in result.changes if not each.becomes_positive and each.question)
    cues = sorted(
        (cue for result in dimensions if result.is_needed for cue in result.cues), key=lambda cue: -cue.weight.rank
    )
    for cue in (*cues, *asking):
        question = cue.indicator.question_for(facts.age_years, is_child=is_child)
        if question is not None:
            yield question
    yield from (each.question for each in facts.advisories)
    for result in dimensions:
        yield from (each.question for each in result.changes if each.becomes_positive and each.question)


def handling(
    kind: AdviceKind, counted: Iterable[Cue], catalogue: Catalogue, *, is_child: bool
) -> tuple[HandlingStep, ...]:
    """Steps due at this advice, and those that a counted cue names, in the policy's order."""
    named = {step for cue in counted for step in cue.indicator.handling}
    return tuple(step for step in catalogue.handling if step.step_id in named or _is_due(step, kind, is_child=is_child))


def _is_due(step: HandlingStep, kind: AdviceKind, *, is_child: bool) -> bool:
    if step.least_advice is None or (step.is_for_children and not is_child):
        return False
    return kind.weight >= step.least_advice.weight
