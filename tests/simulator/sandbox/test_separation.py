"""A training document passes in the classroom and never at a real counter."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.sandbox.engine import NoReader, engine_of, examine, watchlist_of
from simulator.scenario.load import load_scenario
from verifier.advice.model import AdviceKind
from verifier.engine import Engine
from verifier.indicators.policy_folder import load_catalogue

_FILES = sorted((Path(__file__).parents[3] / "scenarios").glob("*.yaml"))


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_a_real_counter_flags_it_as_a_specimen(path: Path) -> None:
    scenario = load_scenario(path)
    if not scenario.documents[0].issuer.startswith("XZ"):
        pytest.skip("an exercise about a code that is no training state's")
    live = Engine(reading=NoReader(), watchlist=watchlist_of(scenario), version="live", own_state="IDN")
    at_the_counter = examine(scenario, live, is_retry=True)
    assert at_the_counter.is_specimen
    assert "SPECIMEN_DOCUMENT" in {reason.code for reason in at_the_counter.advice.reasons}
    assert at_the_counter.advice.kind is not AdviceKind.CLEAR


def test_the_classroom_accepts_it_and_still_logs_it() -> None:
    scenario = load_scenario(next(path for path in _FILES if path.stem == "namesake"))
    examination = examine(scenario, engine_of(scenario, policy=load_catalogue()))
    assert examination.is_specimen
    assert examination.advice.kind is AdviceKind.CLEAR
    logged = examination.checks.outcome("optical.specimen")
    assert logged is not None
    assert logged.is_evaluatory
