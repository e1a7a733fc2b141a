"""The catalogue and an assessment, to the wire."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from google.type.date_pb2 import Date

from ledger.rpc.convert import enum_to_wire, text_to_wire
from ledger.text import Text
from lintas.v1 import common_pb2
from lintas.v1 import protection_pb2 as wire
from verifier.indicators.assessment import Assessment, Change, Cue, CueSource, DimensionResult
from verifier.indicators.catalogue import Catalogue, HandlingStep
from verifier.indicators.indicator import CounterIndicator, Indicator, Mode
from verifier.indicators.outline import Standing
from verifier.indicators.vocabulary import VOCABULARY

_WEIGHT: Final = "INDICATOR_WEIGHT"


def day_to_wire(day: date) -> Date:
    """A whole date."""
    return Date(year=day.year, month=day.month, day=day.day)


def _optional(text: Text | None) -> common_pb2.Text | None:
    return text_to_wire(text) if text is not None else None


def catalogue_to_wire(catalogue: Catalogue, today: date) -> wire.ListIndicatorsResponse:
    """Everything that the policy says, in the order of its files."""
    return wire.ListIndicatorsResponse(
        indicators=[_indicator(each, catalogue) for each in catalogue.indicators.values()],
        counter_indicators=[_counter(each) for each in catalogue.counter_indicators.values()],
        handling=_steps(catalogue.handling),
        policy_version=catalogue.version,
        policy_sha256=catalogue.digest,
        publish_date=day_to_wire(catalogue.published_on),
        due_for_review=catalogue.due_for_review(today),
    )


def _indicator(indicator: Indicator, catalogue: Catalogue) -> wire.Indicator:
    directions = indicator.directions
    one_way = next(iter(directions)) if len(directions) == 1 else None
    return wire.Indicator(
        indicator_id=indicator.indicator_id,
        dimension=indicator.dimension.value,
        dimension_name=text_to_wire(catalogue.dimensions[indicator.dimension]),
        name=text_to_wire(indicator.name),
        caveat=text_to_wire(indicator.caveat),
        question=_optional(indicator.question),
        weight=enum_to_wire(_WEIGHT, indicator.weight),
        weight_under_18=enum_to_wire(_WEIGHT, indicator.weight_under_18),
        direction=enum_to_wire("DIRECTION", one_way),
        observed_by=indicator.observed_by.value,
        side=indicator.side.value,
        evaluatory=indicator.mode is Mode.EVALUATORY,
        asks_only=indicator.selects_questions_only,
        has_rule=indicator.rule is not None,
        facts=dict.fromkeys(indicator.rule.facts_named()) if indicator.rule else (),
        sources=indicator.sources,
        provenance=indicator.provenance.value,
        owner=indicator.owner,
        review_date=day_to_wire(indicator.reviewed_on),
        review_due_date=day_to_wire(indicator.review_due_on),
    )


def _counter(counter: CounterIndicator) -> wire.CounterIndicator:
    return wire.CounterIndicator(
        counter_id=counter.counter_id,
        name=text_to_wire(counter.name),
        question=_optional(counter.question),
        cancels=sorted(counter.cancels),
        has_rule=counter.rule is not None,
        review_due_date=day_to_wire(counter.review_due_on),
    )


def _steps(steps: Iterable[HandlingStep]) -> list[wire.HandlingStep]:
    return [wire.HandlingStep(step_id=step.step_id, text=text_to_wire(step.text)) for step in steps]


def assessment_to_wire(assessment: Assessment) -> wire.Assessment:
    """What the indicators say, with all cues."""
    groups = (
        (Standing.COUNTED, assessment.cues),
        (Standing.CANCELLED, assessment.cancelled),
        (Standing.ASKING, assessment.asking),
        (Standing.LOGGED, assessment.logged),
    )
    return wire.Assessment(
        kind=enum_to_wire("ADVICE_KIND", assessment.kind),
        dimensions=[_dimension(each) for each in assessment.dimensions],
        cues=[_cue(cue, standing) for standing, cues in groups for cue in cues],
        counter_indicators=[each.counter_id for each in assessment.counter_indicators],
        questions=[text_to_wire(question) for question in assessment.questions],
        handling=_steps(assessment.handling),
        undecided=[
            wire.UndecidedRule(
                indicator_id=each.indicator.indicator_id,
                missing_facts=[text_to_wire(VOCABULARY[name].text) for name in each.missing_facts],
            )
            for each in assessment.undecided
        ],
        child=assessment.is_child,
        policy_version=assessment.policy_version,
        policy_sha256=assessment.policy_digest,
    )


def _dimension(result: DimensionResult) -> wire.DimensionResult:
    return wire.DimensionResult(
        dimension=result.dimension.value,
        name=text_to_wire(result.name),
        positive=result.is_positive,
        needed=result.is_needed,
        cues=[cue.indicator.indicator_id for cue in result.cues],
        changes=[_change(change) for change in result.changes],
    )


def _change(change: Change) -> wire.Change:
    return wire.Change(
        identifier=change.identifier,
        name=text_to_wire(change.name),
        becomes_positive=change.becomes_positive,
        advice=enum_to_wire("ADVICE_KIND", change.advice),
        question=_optional(change.question),
        unknown_facts=[text_to_wire(each) for each in change.unknown_facts],
    )


def _cue(cue: Cue, standing: Standing) -> wire.Cue:
    return wire.Cue(
        indicator_id=cue.indicator.indicator_id,
        name=text_to_wire(cue.indicator.name),
        weight=enum_to_wire(_WEIGHT, cue.weight),
        standing=enum_to_wire("CUE_STANDING", standing),
        by_rule=CueSource.RULE in cue.sources,
        by_person=CueSource.PERSON in cue.sources,
        facts=cue.facts,
        cancelled_by=cue.cancelled_by,
    )
