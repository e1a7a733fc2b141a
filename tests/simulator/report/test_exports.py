"""xAPI and CSV: valid, under pseudonyms, the same each time; forgetting leaves nothing."""

from __future__ import annotations

import csv
import io
import json
import re
import uuid
from dataclasses import replace

import pytest

from ledger.errors import LintasError
from simulator.bots.course import BotCourse, simulate
from simulator.grading.codec import to_json
from simulator.grading.grades import grade
from simulator.grading.merge import merge
from simulator.grading.model import CaseKey, Form, TraineeId
from simulator.report.csv_table import COLUMNS, to_csv
from simulator.report.privacy import forget, pseudonym
from simulator.report.render import Format, render
from simulator.report.xapi import to_xapi
from tests.simulator.report.courses import HOSTILE, hostile, played

IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+\Z")


def test_xapi_statements_hold_what_the_specification_asks_for() -> None:
    workshop, grades = played()
    statements = [json.loads(line) for line in to_xapi(workshop, grades, "https://latih.example.org/").splitlines()]
    assert len(statements) == len(workshop.attempts)
    assert len({statement["id"] for statement in statements}) == len(statements)
    for statement in statements:
        assert set(statement) == {"id", "version", "timestamp", "actor", "verb", "object", "result", "context"}
        uuid.UUID(statement["id"])
        uuid.UUID(statement["context"]["registration"])
        assert set(statement["actor"]) == {"objectType", "account"}
        assert statement["actor"]["account"]["homePage"] == "https://latih.example.org"
        assert IRI.match(statement["object"]["id"])
        assert set(statement["verb"]["display"]) == {"id", "en"}
        score = statement["result"]["score"]
        assert 0 <= score["scaled"] <= 1
        assert score["raw"] == pytest.approx(100 * score["scaled"], abs=1e-3)
        assert re.fullmatch(r"PT\d+\.\d\dS", statement["result"]["duration"])
        assert all(IRI.match(key) for key in (*statement["result"]["extensions"], *statement["context"]["extensions"]))


def test_undecided_is_attempted_and_not_completed() -> None:
    workshop, _ = played()
    changed = replace(workshop, attempts=(replace(workshop.attempts[0], decision=None), *workshop.attempts[1:]))
    undecided = [
        statement
        for statement in map(json.loads, to_xapi(changed, grade(changed)).splitlines())
        if statement["verb"]["id"].endswith("/attempted")
    ]
    (statement,) = undecided
    assert statement["result"]["completion"] is False
    assert "success" not in statement["result"]


@pytest.mark.parametrize("home", ["", "latih", "javascript:alert(1)", "file:///etc"])
def test_a_home_page_that_is_none_is_refused(home: str) -> None:
    with pytest.raises(LintasError) as caught:
        to_xapi(*played(), home)
    assert caught.value.fields[0].field == "home_page"


@pytest.mark.parametrize("form", [Format.XAPI, Format.CSV])
def test_exports_hold_pseudonyms_only_and_are_the_same_each_time(form: Format) -> None:
    workshop, grades = played()
    export = render(workshop, grades, form)
    assert export == render(workshop, grade(workshop), form)
    for trainee in workshop.trainees:
        assert trainee.encode() not in export
        assert pseudonym(workshop, trainee).encode() in export
    with pytest.raises(LintasError, match="whole course"):
        render(workshop, grades, form, owner=workshop.trainees[0])


def test_pseudonyms_do_not_follow_a_trainee_to_another_course() -> None:
    workshop, _ = played()
    other = replace(workshop, salt="another-salt-of-16")
    assert pseudonym(workshop, workshop.trainees[0]) != pseudonym(other, workshop.trainees[0])
    assert len({pseudonym(workshop, trainee) for trainee in workshop.trainees}) == len(workshop.trainees)


def test_csv_reads_back() -> None:
    workshop, grades = played()
    rows = list(csv.DictReader(io.StringIO(to_csv(workshop, grades), newline="")))
    assert len(rows) == len(workshop.attempts)
    assert tuple(rows[0]) == COLUMNS
    by_hand = sum(score.points for one in grades.trainees for score in one.cases)
    assert sum(float(row["points"]) for row in rows) == pytest.approx(by_hand, abs=1e-3)
    assert {row["form"] for row in rows} == {form.value for form in Form}


def test_a_spreadsheet_is_given_no_formula() -> None:
    workshop, _ = hostile()
    evil = CaseKey("=cmd|' /C calc'!A0")
    first = workshop.cases[0].case
    changed = replace(
        workshop,
        key="@SUM(1)",
        cases=tuple(replace(key, case=evil) if key.case == first else key for key in workshop.cases),
        attempts=tuple(replace(each, case=evil) if each.case == first else each for each in workshop.attempts),
    )
    table = to_csv(changed, grade(changed))
    assert HOSTILE not in table
    for row in csv.reader(io.StringIO(table, newline="")):
        assert not any(cell.startswith(("=", "@", "+")) for cell in row)
    assert "'=cmd" in table


def test_who_is_forgotten_is_nowhere() -> None:
    workshop, _ = played()
    gone = workshop.trainees[3]
    left = forget(workshop, gone)
    assert gone not in to_json(left)
    assert pseudonym(workshop, gone) not in to_csv(left, grade(left))
    assert len(left.trainees) == len(workshop.trainees) - 1
    for nobody in (gone, TraineeId("")):
        with pytest.raises(LintasError) as caught:
            forget(left, nobody)
        assert caught.value.reason == "TRAINEE_UNKNOWN"


def test_logs_of_one_course_are_one_workshop() -> None:
    workshop, grades = played()
    parts = [
        replace(workshop, attempts=tuple(each for each in workshop.attempts if each.form is form)) for form in Form
    ]
    together = grade(merge(parts))
    assert together.scale == grades.scale
    assert together.course.gain == grades.course.gain


@pytest.mark.parametrize("logs", [[], ["same", "same"], ["same", "other key"]])
def test_logs_that_do_not_belong_together_are_refused(logs: list[str]) -> None:
    workshop, _ = played()
    harder = replace(workshop.cases[0], difficulty_logit=2)
    other = replace(workshop, cases=(harder, *workshop.cases[1:]), attempts=())
    with pytest.raises(LintasError):
        merge([workshop if log == "same" else other for log in logs])


def test_another_seed_is_another_course() -> None:
    assert to_xapi(*played()) != to_xapi(
        simulate(BotCourse(seed=5, bots=7)), grade(simulate(BotCourse(seed=5, bots=7)))
    )
