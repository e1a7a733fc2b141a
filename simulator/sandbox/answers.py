"""What the real engine says of a scenario now, as an officer would see it: for previews and packs on paper."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.sandbox.engine import engine_of, examine
from simulator.sandbox.scanner import stale
from simulator.scenario.model import Link, Scenario
from simulator.session.scan import ScanSeen, seen_of
from verifier.indicators.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class EngineAnswers:
    """At the first scan, at the second reading, and at one with the cues of all true indicators."""

    first: ScanSeen
    again: ScanSeen
    informed: ScanSeen


def engine_answers(scenario: Scenario, policy: Catalogue) -> EngineAnswers:
    """With the scenario's own clock, list and link. Raises LintasError where the presentation cannot be meant."""
    post = scenario.post
    known = stale(scenario, post.list_age_h)
    engine = engine_of(known, policy=policy)
    true = [each.key for each in scenario.indicators if not each.decoy]
    measured = {each.check: (each.score, each.threshold) for doc in scenario.documents for each in doc.measured}

    def seen(*, found: list[str], is_retry: bool) -> ScanSeen:
        return seen_of(
            examine(known, engine, found=found, is_retry=is_retry),
            measured=measured,
            link_is_up=post.link is Link.UP,
            list_age_h=post.list_age_h,
        )

    return EngineAnswers(
        first=seen(found=[], is_retry=False),
        again=seen(found=[], is_retry=True),
        informed=seen(found=true, is_retry=True),
    )
