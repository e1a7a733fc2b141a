"""From the log of a class to the report of the post: whole classes, nobody in them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from console.class_figures import class_figures
from simulator.grading.codec import to_json
from simulator.grading.grades import grade
from tests.console.cli.test_commands import Lintas
from tests.simulator.grading.test_grades import course
from verifier.classes.result import SMALLEST_CLASS

AS_TRAINER = ("--role", "trainer")
DAY = date(2026, 11, 24)  # of the workshops that tests build


@pytest.fixture
def lintas(tmp_path: Path) -> Lintas:
    return Lintas(f"sqlite:///{tmp_path}/lintas.sqlite")


def log(folder: Path, trainees: int, seed: int = 1) -> str:
    path = folder / f"class_{trainees}_{seed}.json"
    path.write_text(to_json(course(trainees, seed)))
    return str(path)


def test_figures_are_those_of_grading_and_no_finer() -> None:
    workshop = course(12)
    told, graded = class_figures(workshop), grade(workshop).course
    assert (told.trainees, told.decisions) == (12, graded.attempts - graded.unanswered)
    assert graded.points is not None
    assert told.points.value == pytest.approx(graded.points.value, abs=1e-4)
    assert told.points.low <= told.points.value <= told.points.high
    assert told.points.value == round(told.points.value, 4)


def test_no_text_crosses() -> None:
    """A message without a free field can carry no name; this holds for fields that come later, too."""
    told = class_figures(course(12))
    texts = [field.name for field in told.DESCRIPTOR.fields if field.type == field.TYPE_STRING]
    assert texts == ["name"]  # the resource's own, which the service gives
    assert told.name == ""


@pytest.mark.parametrize("trainees", range(1, SMALLEST_CLASS))
def test_a_small_class_is_refused_whatever_the_client_sends(lintas: Lintas, tmp_path: Path, trainees: int) -> None:
    told = class_figures(course(trainees))
    assert not [name for name in ("points", "hit_rate", "gain") if told.HasField(name)]
    said = lintas(*AS_TRAINER, "insight", "add-class", log(tmp_path, trainees), code=2).stderr
    assert "CLASS_TOO_SMALL" in said


def test_a_class_gets_into_the_report(lintas: Lintas, tmp_path: Path) -> None:
    file = log(tmp_path, 12)
    assert "12 trainees" in lintas(*AS_TRAINER, "insight", "add-class", file).stdout
    lintas(*AS_TRAINER, "insight", "add-class", file)  # again: counted once
    span = ("--from", DAY.isoformat(), "--to", "2026-11-25")
    out = tmp_path / "report.html"
    (found,) = [json.loads(lintas("--role", "supervisor", "insight", "report", *span, "--json").stdout)]
    assert [each["trainees"] for each in found["training"]] == ["12"]
    lintas("--role", "supervisor", "insight", "report", *span, "-o", str(out), "--voice", "both")
    html = out.read_text()
    for said in ("What classes learned", "Apa yang dipelajari di kelas", "One class in this period, of 12 trainees."):
        assert said in html
    assert "off-17" not in html
    assert "t00" not in html
    events = lintas("audit", "query", "--kind", "training.", "--json").stdout.splitlines()
    assert [json.loads(event)["body"]["trainees"] for event in events] == [12]
    assert lintas.json("audit", "verify")[0]["ok"]


def test_only_trainers_hand_over(lintas: Lintas, tmp_path: Path) -> None:
    for role in ("supervisor", "officer", "administrator"):
        said = lintas("--role", role, "insight", "add-class", log(tmp_path, 6), code=2).stderr
        assert "RecordTrainingResult" in said
