"""What the primary seat knew alone when it referred, and how much of it the secondary was told."""

from __future__ import annotations

from simulator.grading.model import Handover, IndicatorKey
from simulator.scenario.evidence import Indicator
from simulator.scenario.facts import facts_at_scan, facts_at_start
from simulator.session.case import DealtCase
from simulator.session.play import Play, revealed_by


def handover_of(case: DealtCase, play: Play) -> Handover | None:
    """None where the primary seat has not referred.

    What anybody sees and what the machine said need not be told; telling it costs nothing.
    """
    if not play.known_at_primary:
        return None
    scenario = case.scenario
    scanned = facts_at_scan(scenario) & play.known_at_primary if play.scans else frozenset[str]()
    own = play.known_at_primary - facts_at_start(scenario) - scanned
    told = own & frozenset(play.told.facts if play.told is not None else ())
    by_fact = revealed_by(case, play)
    shown = {each.key: _sources(each, by_fact, own, play.known_at_primary) for each in scenario.indicators}
    passed = {key for key, sources in shown.items() if any(each <= told for each in sources)}
    telling = {fact for sources in shown.values() for each in sources for fact in each}
    decoys = {each.key for each in scenario.indicators if each.decoy}
    return Handover(
        passed=tuple(IndicatorKey(key) for key in shown if key in passed),
        lost=tuple(IndicatorKey(key) for key, each in shown.items() if each and key not in passed | decoys),
        idle=len(told - telling),
        has_note=bool(play.told is not None and play.told.note.strip()),
    )


def _sources(
    indicator: Indicator, by_fact: dict[str, frozenset[str]], own: frozenset[str], known: frozenset[str]
) -> list[frozenset[str]]:
    """Sets of the primary seat's own facts, each of which shows the indicator to whoever is told all of it."""
    if indicator.between:
        couples = (frozenset(couple) for couple in indicator.between)
        return [couple & own for couple in couples if couple <= known and couple & own]
    return [frozenset((fact,)) for fact in sorted(own) if indicator.key in by_fact.get(fact, ())]
