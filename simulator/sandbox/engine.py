"""The engine as an exercise has it. Nothing here can reach a live store."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from simulator.sandbox.entries import entry_of
from simulator.scenario.model import Scenario
from simulator.scenario.presentation import presentation
from verifier.engine import Engine, ReadingPort, Request
from verifier.examination import Examination
from verifier.indicators.catalogue import Catalogue
from verifier.model.reading import Reading
from watchlist.search import Searcher

VERSION: Final = "exercise"


class NoReader:
    """For presentations that come with MRZ lines."""

    def read(self, image: bytes, *, engine: str, seconds_left: float) -> tuple[Reading, ...]:
        """Sees nothing."""
        del image, engine, seconds_left
        return ()


def watchlist_of(scenario: Scenario) -> Searcher:
    """A searcher over the scenario's own entries, and nothing else."""
    return Searcher([entry_of(each) for each in scenario.watchlist], list_version=1)


def engine_of(scenario: Scenario, *, policy: Catalogue, reading: ReadingPort | None = None) -> Engine:
    """The real engine for one scenario. Training issuers pass here and only here."""
    return Engine(
        reading=reading or NoReader(),
        watchlist=watchlist_of(scenario),
        version=VERSION,
        own_state=scenario.post.own_state,
        policy=policy,
        accepts_training=True,
    )


def examine(
    scenario: Scenario,
    engine: Engine,
    *,
    found: Iterable[str] = (),
    is_retry: bool = False,
    image: bytes | None = None,
    seconds_left: Callable[[], float] = lambda: 60.0,
) -> Examination:
    """The engine's answer at the scenario's own time; `found` are indicators whose cues the officer reports.

    With an `image` of the first document, the engine reads that instead of being given its lines.
    """
    asked = Request(now=scenario.post.now, seconds_left=seconds_left)
    shown = presentation(scenario, found=found, is_retry=is_retry)
    if image is not None:
        shown = replace(shown, image=image, mrz_lines=())
    return engine.examine(shown, asked)
