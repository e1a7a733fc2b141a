"""From facts to an assessment: which cues stand, which are explained, which dimensions are positive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from verifier.indicators import changes, guidance
from verifier.indicators.assessment import Assessment, Cue, CueSource, DimensionResult, Undecided
from verifier.indicators.catalogue import Catalogue
from verifier.indicators.combination import advised, is_positive
from verifier.indicators.facts import DIRECTION, Facts
from verifier.indicators.indicator import CounterIndicator, Dimension, Indicator, Mode, Weight
from verifier.indicators.journey_check import check_cues
from verifier.indicators.truth import Truth


def assess(facts: Facts, catalogue: Catalogue) -> Assessment:
    """Apply the policy to the facts. Pure: same facts and policy, same answer, in whatever order they came.

    Raises LintasError (INDICATOR_UNKNOWN) for a cue id that the catalogue does not have; the field names which.
    """
    check_cues(facts.officer_cues, facts.counter_cues, catalogue)
    counters = _counters(facts, catalogue)
    decided = {each.indicator_id: _decided(each, facts) for each in catalogue.indicators.values() if each.rule}
    is_child = facts.is_child or _is_treated_as_child(facts, catalogue, decided)
    sorted_cues = _sorted(facts, catalogue, counters, decided, is_child=is_child)
    dimensions = _dimensions(catalogue, sorted_cues.counted, is_child=is_child)
    kind = advised(
        positive_dimensions=sum(each.is_positive for each in dimensions),
        is_critical=any(cue.weight is Weight.CRITICAL for cue in sorted_cues.counted),
    )
    undecided = _undecided(facts, catalogue, sorted_cues, decided)
    explained = changes.explain(dimensions, facts, catalogue, counters, undecided, is_child=is_child)
    return Assessment(
        kind=kind,
        dimensions=explained,
        cancelled=sorted_cues.cancelled,
        asking=sorted_cues.asking,
        logged=sorted_cues.logged,
        counter_indicators=counters,
        undecided=undecided,
        questions=guidance.questions(explained, sorted_cues.asking, facts, is_child=is_child),
        handling=guidance.handling(kind, sorted_cues.counted, catalogue, is_child=is_child),
        is_child=is_child,
        policy_version=catalogue.version,
        policy_digest=catalogue.digest,
    )


def _counters(facts: Facts, catalogue: Catalogue) -> tuple[CounterIndicator, ...]:
    return tuple(
        each
        for each in catalogue.counter_indicators.values()
        if each.counter_id in facts.counter_cues
        or (each.rule is not None and each.rule.truth(facts.values) is Truth.TRUE)
    )


@dataclass(frozen=True, slots=True)
class _SortedCues:
    counted: tuple[Cue, ...]
    cancelled: tuple[Cue, ...]
    asking: tuple[Cue, ...]
    logged: tuple[Cue, ...]

    @property
    def all(self) -> tuple[Cue, ...]:
        return (*self.counted, *self.cancelled, *self.asking, *self.logged)


def _is_treated_as_child(facts: Facts, catalogue: Catalogue, decided: Mapping[str, Truth]) -> bool:
    """Benefit of the doubt, by rule or by the word of an officer."""
    return any(
        each.indicator_id in facts.officer_cues or decided.get(each.indicator_id) is Truth.TRUE
        for each in catalogue.indicators.values()
        if each.treats_as_child and each.mode is Mode.ACTIVE
    )


def _sorted(
    facts: Facts,
    catalogue: Catalogue,
    counters: tuple[CounterIndicator, ...],
    decided: Mapping[str, Truth],
    *,
    is_child: bool,
) -> _SortedCues:
    by_rule = {each for each, truth in decided.items() if truth is Truth.TRUE}
    by_person = frozenset(facts.officer_cues)
    counted, cancelled, asking, logged = [], [], [], []
    # in the order of the catalogue, not of the reports
    for identifier in (each for each in catalogue.indicators if each in by_rule or each in by_person):
        indicator = catalogue.indicators[identifier]
        people = {CueSource.PERSON} if identifier in by_person else set[CueSource]()
        rules = {CueSource.RULE} if identifier in by_rule else set[CueSource]()
        cue = _cue(indicator, frozenset(people | rules), counters, is_child=is_child)
        if indicator.mode is Mode.EVALUATORY:
            logged.append(cue)
        elif cue.cancelled_by:
            cancelled.append(cue)
        elif indicator.selects_questions_only:
            asking.append(cue)
        else:
            counted.append(cue)
    return _SortedCues(tuple(counted), tuple(cancelled), tuple(asking), tuple(logged))


def _cue(
    indicator: Indicator, sources: frozenset[CueSource], counters: tuple[CounterIndicator, ...], *, is_child: bool
) -> Cue:
    is_by_rule = indicator.rule is not None and CueSource.RULE in sources
    return Cue(
        indicator=indicator,
        weight=indicator.weight_for(is_child=is_child),
        sources=sources,
        facts=tuple(dict.fromkeys(indicator.rule.facts_named())) if indicator.rule and is_by_rule else (),
        cancelled_by=tuple([each.counter_id for each in counters if indicator.indicator_id in each.cancels]),
    )


def _decided(indicator: Indicator, facts: Facts) -> Truth:
    """What the rule says; false where there is none, or it is for the other direction."""
    if indicator.rule is None:
        return Truth.FALSE
    is_both_ways = len(indicator.directions) > 1
    direction = None if is_both_ways else facts.direction
    if direction is not None and direction not in indicator.directions:
        return Truth.FALSE
    truth = indicator.rule.truth(facts.values)
    return Truth.UNKNOWN if truth is Truth.TRUE and direction is None and not is_both_ways else truth


def _dimensions(catalogue: Catalogue, counted: tuple[Cue, ...], *, is_child: bool) -> tuple[DimensionResult, ...]:
    cues: dict[Dimension, list[Cue]] = {}
    for cue in counted:
        cues.setdefault(cue.indicator.dimension, []).append(cue)
    return tuple(
        DimensionResult(
            dimension=dimension,
            name=catalogue.dimensions[dimension],
            is_positive=is_positive(dimension, (cue.weight for cue in found)),
            is_needed=not (is_child and dimension.is_means),
            cues=tuple(found),
        )
        for dimension, found in cues.items()
    )


def _undecided(
    facts: Facts, catalogue: Catalogue, sorted_cues: _SortedCues, decided: Mapping[str, Truth]
) -> tuple[Undecided, ...]:
    standing = {cue.indicator.indicator_id for cue in sorted_cues.all}
    open_rules = (each for each, truth in decided.items() if truth is Truth.UNKNOWN and each not in standing)
    found = (catalogue.indicators[each] for each in open_rules)
    return tuple(Undecided(each, _missing(each, facts)) for each in found)


def _missing(indicator: Indicator, facts: Facts) -> tuple[str, ...]:
    named = tuple(indicator.rule.facts_named()) if indicator.rule else ()
    is_one_way = len(indicator.directions) == 1
    asked = (DIRECTION, *named) if is_one_way else named
    return tuple(dict.fromkeys(each for each in asked if each not in facts.values))
