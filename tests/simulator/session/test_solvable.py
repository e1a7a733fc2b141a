"""Every scenario can be played as it is meant: the evidence found, cited, decided rightly, and rewarded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.errors import LintasError
from simulator.scenario.facts import LOOKED
from simulator.scenario.lint.evidence import known_without_asking
from simulator.scenario.lint.walk import cheapest_way
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario
from simulator.scenario.vary import to_json
from simulator.session.action import Action, Ask, Cite, Decide, Look, Scan
from simulator.session.case import DealtCase
from simulator.session.exercises import Exercises
from simulator.session.plan import Slot
from tests.simulator.session.rooms import plan, room

_FILES = sorted((Path(__file__).parents[3] / "scenarios").glob("*.yaml"))


def _looks(scenario: Scenario) -> Iterator[Action]:
    for document in scenario.documents:
        for defect in document.defects:
            if defect.tool in LOOKED:
                region = defect.region if isinstance(defect.region, tuple) else (0.4, 0.4, 0.6, 0.6)
                yield Look(document.key, defect.tool, region)


def _questions(scenario: Scenario) -> Iterator[Action]:
    known = known_without_asking(scenario)
    way = cheapest_way(scenario, frozenset(scenario.expected.minimum) - known, known)
    assert way is not None
    yield from map(Ask, way)
    yield from (Ask(each.key) for each in scenario.questions if each.necessary and each.key not in way)


def _citations(rooms: Exercises, trainee: str, scenario: Scenario) -> Iterator[Action]:
    """A pair for each needed indicator: one that the scenario names, or whatever revealed it."""
    play = rooms.session("s1").play_at(trainee, 0)
    revealed = {key: f"shown.{key}" for key in scenario.expected.minimum}
    revealed |= {key: f"answer.{each.question}" for each in play.heard for key in each.reveals}
    revealed |= {key: each.fact for each in play.looks for key in each.indicators}
    for each in scenario.indicators:
        if each.key in scenario.expected.minimum:
            pairs = [pair for pair in each.between if set(pair) <= play.facts]
            fact = revealed[each.key]
            yield Cite(*pairs[0]) if each.between else Cite(fact, fact)


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_played_as_it_is_meant(path: Path) -> None:
    scenario = load_scenario(path)
    key = scenario.meta.key
    rooms = room()
    code = rooms.open(plan(Slot((key,))), [(DealtCase(key, scenario), to_json(scenario))]).code
    trainee = rooms.join(code, "Melati").trainee
    numbers = iter(range(1000))

    def do(action: Action, may_be: str = "") -> None:
        try:
            rooms.act("s1", trainee, 0, action, f"r{next(numbers)}")
        except LintasError as error:
            if error.reason != may_be:
                raise

    for action in (Scan(), *_looks(scenario), *_questions(scenario)):
        do(action, "NOT_OFFERED")  # a necessary question may have lost its moment
    for action in _citations(rooms, trainee, scenario):
        do(action, "CITED_BEFORE")  # one pair may show two indicators
    best = max(scenario.expected.decisions, key=lambda each: each.credit)
    do(Decide(best.decision, 0.95, "…"))
    (told,) = rooms.debrief("s1", trainee)
    missed = [each.key for each in told.evidence if each.needed and not each.cited]
    assert missed == []
    assert [each.key for each in told.harms] == []
    assert told.parts.credit == 1
    assert told.parts.points >= 80, told.parts
