"""Scans for exercises: the real engine over the case's own list, shown as the session's conditions have it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

from simulator.sandbox.engine import engine_of, examine
from simulator.scenario.model import Link, Scenario
from simulator.session.case import DealtCase
from simulator.session.plan import Slot
from simulator.session.play import Play, known
from simulator.session.scan import ScanSeen, seen_of
from verifier.advice.model import AdviceKind
from verifier.engine import Engine
from verifier.indicators.catalogue import Catalogue


class Scanner:
    """Keeps one engine a case and list age; engines are made when first needed. Thread-safe."""

    def __init__(self, policy: Callable[[], Catalogue]) -> None:
        """`policy` gives the protection policy; it is loaded at the first scan."""
        self._load_policy = policy
        self._policy: Catalogue | None = None
        self._engines: dict[tuple[str, int], tuple[Scenario, Engine]] = {}
        self._lock = threading.Lock()

    def scan(self, case: DealtCase, play: Play, slot: Slot, *, reports_findings: bool) -> ScanSeen:
        """The engine's answer as this trainee is to see it.

        A scan after one that advised RETRY is the second reading. `reports_findings` tells the engine the cues of the
        true indicators that were found so far.
        """
        post = case.scenario.post
        list_age_h = post.list_age_h if slot.list_age_h is None else slot.list_age_h
        scenario, engine = self._engine(case, list_age_h)
        found = [key for key in known(case, play) if not case.indicator(key).decoy] if reports_findings else []
        is_retry = any(each.true_advice is AdviceKind.RETRY for each in play.scans)
        examination = examine(scenario, engine, found=found, is_retry=is_retry)
        return seen_of(
            examination,
            measured={
                each.check: (each.score, each.threshold)
                for document in case.scenario.documents
                for each in document.measured
            },
            advice=slot.advice,
            link_is_up=(slot.link or post.link) is Link.UP,
            list_age_h=list_age_h,
        )

    def _engine(self, case: DealtCase, list_age_h: int) -> tuple[Scenario, Engine]:
        key = (case.case_key, list_age_h)
        with self._lock:
            if key not in self._engines:
                self._policy = self._policy or self._load_policy()
                scenario = stale(case.scenario, list_age_h)
                self._engines[key] = (scenario, engine_of(scenario, policy=self._policy))
            return self._engines[key]


def stale(scenario: Scenario, age_h: int) -> Scenario:
    """The scenario as a post knows it whose copy of the list is `age_h` hours old: later entries are missing."""
    heard = scenario.post.now - timedelta(hours=age_h)
    kept = tuple(each for each in scenario.watchlist if each.valid_from is None or each.valid_from <= heard)
    return scenario.model_copy(update={"watchlist": kept})
