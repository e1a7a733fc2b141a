"""The drawn document of every scenario goes through the real reader, and the engine says what the scenario states."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.settings import Settings
from console.wiring import open_readers
from simulator.sandbox.answer import answer_of, differences
from simulator.sandbox.engine import engine_of, examine
from simulator.sandbox.pictures import Pictures
from simulator.scenario.load import load_scenario
from simulator.scenario.presentation import mrz_lines
from verifier.indicators.catalogue import Catalogue
from verifier.indicators.policy_folder import load_catalogue
from verifier.reading.readers import Readers

_FILES = sorted((Path(__file__).parents[3] / "scenarios").glob("*.yaml"))
# a page that is damaged on purpose need not be read
_SPOILT = frozenset({"damaged_page", "wrong_mrz_typeface"})
_OF_THE_READER = frozenset({"CHARACTERS_REPAIRED"})


@pytest.fixture(scope="module")
def readers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Readers]:
    folder = tmp_path_factory.mktemp("readers")
    with open_readers(Settings(database_url=f"sqlite:///{folder}/x.sqlite")) as opened:
        yield opened


@pytest.fixture(scope="module")
def policy() -> Catalogue:
    """Read once for all pages."""
    return load_catalogue()


@pytest.mark.slow
@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_the_drawn_page_is_read_and_judged(path: Path, readers: Readers, policy: Catalogue) -> None:
    scenario = load_scenario(path)
    document = scenario.documents[0]
    if any(defect.kind in _SPOILT for defect in document.defects):
        pytest.skip("the page is spoilt on purpose")
    image = Pictures().photograph(scenario, document)
    engine = engine_of(scenario, policy=policy, reading=readers)
    examination = examine(scenario, engine, image=image, is_retry=True)
    assert examination.reading is not None
    assert examination.reading.lines == mrz_lines(scenario.persona, document)
    stated = scenario.expected.again or scenario.expected.engine
    found = answer_of(examination)
    reasons = tuple(each for each in found.reasons if each not in _OF_THE_READER)
    assert list(differences(stated, found.model_copy(update={"reasons": reasons}))) == []
