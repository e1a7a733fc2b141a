"""What a well-formed policy must also keep: caps, references, dates, and that no route or name ever counts."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Final

from verifier.indicators.indicator import CounterIndicator, Dimension, Indicator, ObservedBy, Weight
from verifier.indicators.marked_yaml import MarkedDocument, Place
from verifier.indicators.vocabulary import VOCABULARY

_SYSTEM_NEEDS: Final = "needs a rule, or why_no_rule says why there is none"


def check_indicator(
    document: MarkedDocument, place: Place, indicator: Indicator, *, sources: Container[str], steps: Container[str]
) -> None:
    """Raises LintasError (POLICY_INVALID) with file, line and field."""
    _check_weights(document, place, indicator)
    _check_rule(document, place, indicator)
    if indicator.review_due_on <= indicator.reviewed_on:
        raise document.error((*place, "review_due_on"), "must be later than reviewed_on")
    _check_known(document, (*place, "sources"), indicator.sources, sources)
    _check_known(document, (*place, "handling"), indicator.handling, steps)


def _check_weights(document: MarkedDocument, place: Place, indicator: Indicator) -> None:
    weights = {indicator.weight, indicator.weight_under_18 or indicator.weight}
    if indicator.dimension is Dimension.PRESENTATION and weights != {Weight.WEAK}:
        raise document.error((*place, "weight"), "presentation cues are weak and nothing else")
    if indicator.weight_under_18 and indicator.weight_under_18.rank < indicator.weight.rank:
        raise document.error((*place, "weight_under_18"), "never lower for a child")
    if indicator.selects_questions_only and weights != {Weight.WEAK}:
        raise document.error((*place, "weight"), "what only selects questions is weak")


def _check_rule(document: MarkedDocument, place: Place, indicator: Indicator) -> None:
    if indicator.rule is None:
        if indicator.observed_by is ObservedBy.SYSTEM and not indicator.why_no_rule:
            raise document.error((*place, "rule"), _SYSTEM_NEEDS)
        return
    if indicator.why_no_rule:
        raise document.error((*place, "why_no_rule"), "there is a rule")
    named = set(indicator.rule.facts_named())
    if not indicator.selects_questions_only and any(VOCABULARY[name].selects_questions_only for name in named):
        raise document.error((*place, "rule"), "a route or a likeness of names may only select questions")


def check_counter(
    document: MarkedDocument,
    place: Place,
    counter: CounterIndicator,
    *,
    sources: Container[str],
    indicators: Mapping[str, Indicator],
) -> None:
    """Raises LintasError (POLICY_INVALID) with file, line and field."""
    if counter.review_due_on <= counter.reviewed_on:
        raise document.error((*place, "review_due_on"), "must be later than reviewed_on")
    _check_known(document, (*place, "sources"), counter.sources, sources)
    _check_known(document, (*place, "cancels"), tuple(sorted(counter.cancels)), indicators)
    for each in counter.cancels:
        if Weight.CRITICAL in {indicators[each].weight, indicators[each].weight_under_18}:
            raise document.error((*place, "cancels"), f"{each} is critical: only a person may set it aside")


def _check_known(document: MarkedDocument, place: Place, named: tuple[str, ...], known: Container[str]) -> None:
    for each in named:
        if each not in known:
            raise document.error(place, f"{each!r} is not known")
