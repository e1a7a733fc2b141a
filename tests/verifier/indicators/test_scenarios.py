"""Every key of the scenario bank, and cases that nobody tuned a rule on, come out as the tables say."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.verifier.indicators.scenario_table import HELD_OUT, ROWS, Row
from tests.verifier.indicators.travellers import TODAY
from verifier.advice.crossing import Crossing
from verifier.advice.policy import findings
from verifier.indicators.assess import assess
from verifier.indicators.assessment import Assessment
from verifier.indicators.catalogue import Catalogue
from verifier.model.journey import Direction

BANK = Path(__file__).resolve().parents[4] / "shared" / "domain" / "scenarios.md"


def _ids(cues: object) -> str:
    return " ".join(sorted(cue.indicator.indicator_id for cue in cues))  # type: ignore[attr-defined]  # a tuple of cues


def _dimensions(assessment: Assessment) -> str:
    return " ".join(sorted(each.dimension.value for each in assessment.positive))


@pytest.mark.parametrize("row", [*ROWS, *HELD_OUT], ids=lambda row: row.key)
def test_scenario(row: Row, catalogue: Catalogue) -> None:
    result = assess(row.facts(), catalogue)
    assert _ids(result.cues) == row.cues
    assert _ids(result.cancelled) == row.cancelled
    assert _ids(result.asking) == row.asking
    assert _dimensions(result) == row.positive
    assert result.kind.value == row.advice
    assert row.left_to_the_human


def test_all_forty_keys_are_there_once() -> None:
    assert [row.key for row in ROWS if len(row.key) == 2] == [f"{number:02d}" for number in range(1, 41)]


@pytest.mark.skipif(not BANK.exists(), reason="the founders' scenario bank is not beside the repository")
def test_every_cue_that_the_bank_plants_is_in_the_row() -> None:
    planted = {}
    for line in BANK.read_text().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > 5 and re.fullmatch(r"\d\d", cells[1]):
            planted[cells[1]] = set(re.findall(r"TIP-\d{3}", cells[4]))
    assert len(planted) == 40
    # 06 says 'none or TIP-035'; our row has it
    for row in ROWS:
        known = set(f"{row.cues} {row.cancelled} {row.asking}".split())
        assert planted[row.key[:2]] <= known, row.key


@pytest.mark.parametrize("row", [row for row in ROWS if row.advice == "clear"], ids=lambda row: row.key)
def test_nobody_who_is_clear_is_separated(row: Row, catalogue: Catalogue) -> None:
    steps = {step.step_id for step in assess(row.facts(), catalogue).handling}
    assert not steps & {"separate", "consent"}


def test_the_two_notes_of_the_bank() -> None:
    """18: four months left. 29: nine days over."""
    (short,) = findings(Crossing(TODAY, Direction.DEPARTURE, expires_on=date(2027, 3, 24)))
    assert (short.reason.code, short.reason.kind.value) == ("EXPIRES_SOON", "clear")
    (over,) = findings(Crossing(TODAY, Direction.DEPARTURE, permitted_until=date(2026, 11, 15)))
    assert (over.reason.code, over.reason.kind.value) == ("STAY_EXCEEDED", "refer")
    assert "9 days" in over.reason.text.en
