"""What the format refuses, and where it says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger.errors import LintasError
from simulator.scenario.load import load_scenario, shape
from simulator.scenario.mirror import mirrored
from tests.simulator.scenario.example import scenario_with, source_with
from verifier.model.journey import Direction, Journey, Purpose


def test_the_template_is_a_scenario() -> None:
    scenario = scenario_with()
    assert scenario.meta.key == "example"
    assert scenario.journey == Journey(direction=Direction.ARRIVAL, purpose=Purpose.TOURISM)


@pytest.mark.parametrize(
    ("old", "new", "where", "words"),
    [
        ("signal: noise", "signal: maybe", "expected.signal", "signal"),
        ("surname: RATNASARI", "surename: RATNASARI", "persona.surename", "no such field"),
        ("  given: DIAN\n", "  given: 7\n", "persona.given", "put it in quotes"),
        ("number: B7301945", "number: 07301945", "documents[0].number", "put it in quotes"),
        ('{id: "Judul", en: "Title"}', '{id: "Judul"}', "meta.title.en", "required"),
        ('{id: "Judul", en: "Title"}', '{id: "", en: "Title"}', "meta.title.id", "at least 1 character"),
        ("nationality: XZB", "nationality: IDN", "persona.nationality", "a real issuer"),
        ("issuer: XZB", "issuer: DEU", "documents[0].issuer", "a real issuer"),
        ("issuer: XZB", "issuer: UNO", "documents[0].issuer", "a real issuer"),
        ('dob: "1994-03-08"', 'dob: "1994-02-30"', "persona.dob", "no such day"),
        ("when: trust >= 1", "when: trust >>= 1", "questions[1].answers[0].when", "column"),
        ("when: trust >= 1", "when: hope >= 1", "questions[1].answers[0].when", "only numbers"),
        ("when: trust >= 1", "when: hope", "questions[1].answers[0].when", "hope is no flag"),
        ("when: trust >= 1", "when: asked(nothing)", "questions[1].answers[0].when", "nothing is no flag"),
        ("reveals: [visits_sister]", "reveals: [visits_aunt]", "questions[1].answers[0].reveals[0]", "no indicator"),
        ("key: sister\n", "key: trip\n", "questions[2].key", "comes twice"),
        ("key: tired,", "key: visits_sister,", "indicators[1].key", "comes twice"),
        ("decision: refer", "decision: clear", "expected.decisions[1].decision", "graded twice"),
        ("time_budget_s: 240", "time_budget_s: 240.5", "time_budget_s", "integer"),
        ("purpose: tourism", "purpose: holiday", "journey.purpose", "tourism"),
        ("purpose: tourism", "purposes: tourism", "journey.purposes", "no such field"),
        ("schema: lintas-scenario/1", "schema: lintas-scenario/2", "schema", "lintas-scenario/1"),
        ('expires: "2033-02-01"', 'expires: "2013-02-01"', "documents[0]", "before it was issued"),
    ],
)
def test_refused_with_its_place(old: str, new: str, where: str, words: str) -> None:
    with pytest.raises(LintasError) as caught:
        scenario_with((old, new))
    faults = {fault.field.partition(": ")[2]: fault.description for fault in caught.value.fields}
    assert where in faults
    assert words in faults[where]
    line = int(caught.value.fields[0].field.split(":")[1])
    assert new.strip().split(":")[0].split("{")[-1] in source_with((old, new)).text.splitlines()[line - 1] or line > 1


def test_all_faults_come_at_once() -> None:
    with pytest.raises(LintasError) as caught:
        scenario_with(("signal: noise", "signal: 3"), ("nationality: XZB", "nationality: IDN"))
    assert len(caught.value.fields) == 2


def test_a_list_is_no_scenario() -> None:
    source = source_with()
    with pytest.raises(LintasError, match="a scenario is a mapping"):
        shape(type(source)(source.file, source.text, [1], {}))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LintasError) as caught:
        load_scenario(tmp_path / "none.yaml")
    assert caught.value.reason == "SCENARIO_UNREADABLE"


def test_the_journey_has_the_engines_own_fields() -> None:
    assert set(mirrored(Journey).model_fields) == set(Journey.__slots__)
