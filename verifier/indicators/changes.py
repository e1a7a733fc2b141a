"""What one more fact would change, dimension by dimension."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ledger.text import Text
from verifier.advice.model import AdviceKind
from verifier.indicators.assessment import Change, DimensionResult, Undecided
from verifier.indicators.catalogue import Catalogue
from verifier.indicators.combination import advised, is_positive
from verifier.indicators.facts import Facts
from verifier.indicators.indicator import CounterIndicator, Indicator, Mode, Weight
from verifier.indicators.vocabulary import VOCABULARY


def explain(
    dimensions: tuple[DimensionResult, ...],
    facts: Facts,
    catalogue: Catalogue,
    counters: tuple[CounterIndicator, ...],
    undecided: tuple[Undecided, ...],
    *,
    is_child: bool,
) -> tuple[DimensionResult, ...]:
    """The dimensions with what would change each: counter-indicators for positive ones, further cues for others.

    Only single facts that really flip the dimension are named. Dimensions in which nothing was seen are not there:
    nobody is to go looking without a reason. Nor for the means of a child, which are not needed.
    """
    missing = {each.indicator.indicator_id: _words(each.missing_facts) for each in undecided}
    cancelled = frozenset[str]().union(*(each.cancels for each in counters))
    explained = []
    for result in dimensions:
        others = tuple(each for each in dimensions if each is not result)
        if result.is_positive:
            found = tuple(_lifting(result, others, catalogue))
        elif result.is_needed:
            candidates = _candidates(result, facts, catalogue, cancelled)
            found = tuple(_raising(result, others, candidates, missing, facts.age_years, is_child=is_child))
        else:
            found = ()
        explained.append(replace(result, changes=found))
    return tuple(explained)


def _words(names: tuple[str, ...]) -> tuple[Text, ...]:
    return tuple(VOCABULARY[name].text for name in names)


def _candidates(
    result: DimensionResult, facts: Facts, catalogue: Catalogue, cancelled: frozenset[str]
) -> Iterator[Indicator]:
    passed_over = cancelled.union(cue.indicator.indicator_id for cue in result.cues)
    direction = facts.direction
    for each in catalogue.of_dimension(result.dimension):
        is_open = each.indicator_id not in passed_over and (direction is None or direction in each.directions)
        if is_open and each.mode is Mode.ACTIVE and not each.selects_questions_only:
            yield each


def _raising(
    result: DimensionResult,
    others: tuple[DimensionResult, ...],
    candidates: Iterator[Indicator],
    missing: Mapping[str, tuple[Text, ...]],
    age_years: int | None,
    *,
    is_child: bool,
) -> Iterator[Change]:
    weights = [cue.weight for cue in result.cues]
    # only the class of a cue matters to the rule, so it is asked once a class
    enough = {weight: is_positive(result.dimension, [*weights, weight]) for weight in Weight}
    for each in candidates:
        weight = each.weight_for(is_child=is_child)
        if enough[weight]:
            yield Change(
                identifier=each.indicator_id,
                name=each.name,
                becomes_positive=True,
                advice=_advice(others, more=1, is_critical=weight is Weight.CRITICAL),
                question=each.question_for(age_years, is_child=is_child),
                unknown_facts=missing.get(each.indicator_id, ()),
            )


def _lifting(result: DimensionResult, others: tuple[DimensionResult, ...], catalogue: Catalogue) -> Iterator[Change]:
    standing = {cue.indicator.indicator_id for cue in result.cues}
    for each in catalogue.counter_indicators.values():
        if not standing.isdisjoint(each.cancels) and not _without(result, each).is_positive:
            # it may cancel cues in other dimensions as well
            yield Change(
                identifier=each.counter_id,
                name=each.name,
                becomes_positive=False,
                advice=_advice(tuple(_without(other, each) for other in others), more=0, is_critical=False),
                question=each.question,
            )


def _without(result: DimensionResult, counter: CounterIndicator) -> DimensionResult:
    cues = tuple(cue for cue in result.cues if cue.indicator.indicator_id not in counter.cancels)
    if len(cues) == len(result.cues):
        return result
    return replace(result, cues=cues, is_positive=is_positive(result.dimension, (cue.weight for cue in cues)))


def _advice(others: tuple[DimensionResult, ...], *, more: int, is_critical: bool) -> AdviceKind:
    critical = is_critical or any(cue.weight is Weight.CRITICAL for each in others for cue in each.cues)
    return advised(positive_dimensions=more + sum(each.is_positive for each in others), is_critical=critical)
