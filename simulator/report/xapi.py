"""Attempts as xAPI statements, one a line, for a learning record store.

Source: Experience API 1.0.3 (ADL), part two; verbs of ADL's vocabulary.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import quote, urlsplit

from ledger.errors import invalid_field
from ledger.text import Text
from simulator.grading.case_score import CaseScore
from simulator.grading.grades import Grades
from simulator.grading.model import Workshop
from simulator.report.privacy import pseudonym

VERSION: Final = "1.0.3"
DEFAULT_HOME: Final = "https://lintas.invalid"  # a reserved name: it leads nowhere until a course gives its own
_COMPLETED: Final = ("http://adlnet.gov/expapi/verbs/completed", Text(id="menyelesaikan", en="completed"))
_ATTEMPTED: Final = ("http://adlnet.gov/expapi/verbs/attempted", Text(id="mencoba", en="attempted"))
_SIMULATION: Final = "http://adlnet.gov/expapi/activities/simulation"
_COURSE: Final = "http://adlnet.gov/expapi/activities/course"


def to_xapi(workshop: Workshop, grades: Grades, home_page: str = DEFAULT_HOME) -> str:
    """JSON Lines, one statement an attempt, in order of trainee ids.

    `home_page` is the course's own address: accounts and activities are named below it. Statement ids follow from the
    workshop, so sending the same log twice stores it once.

    Raises LintasError (INVALID_FIELD) for a home page that is no http(s) address.
    """
    parts = urlsplit(home_page)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise invalid_field("home_page", "an http or https address, as https://training.example.org")
    return "".join(
        json.dumps(statement, ensure_ascii=False, separators=(",", ":")) + "\n"
        for statement in _statements(workshop, grades, home_page.rstrip("/"))
    )


def _statements(workshop: Workshop, grades: Grades, home: str) -> Iterator[Mapping[str, Any]]:
    space = uuid.uuid5(uuid.NAMESPACE_URL, f"{home}/courses/{quote(workshop.key, safe='')}/{workshop.salt}")
    for one in grades.trainees:
        name = pseudonym(workshop, one.trainee)
        for score in one.cases:
            yield _statement(workshop, score, name, home, space)


def _statement(workshop: Workshop, score: CaseScore, name: str, home: str, space: uuid.UUID) -> Mapping[str, Any]:
    attempt = score.attempt
    verb, display = _COMPLETED if score.is_answered else _ATTEMPTED
    place = f"{name}/{attempt.case}/{attempt.form.value}/{attempt.seat.value}"
    return {
        "id": str(uuid.uuid5(space, place)),
        "version": VERSION,
        "timestamp": f"{workshop.held_on.isoformat()}T00:00:00Z",  # the day: when in the day is nobody's business
        "actor": {"objectType": "Agent", "account": {"homePage": home, "name": name}},
        "verb": {"id": verb, "display": _languages(display)},
        "object": {
            "objectType": "Activity",
            "id": f"{home}/cases/{quote(score.key.item_key, safe='')}",
            "definition": {"type": _SIMULATION, **_named(score.key.title)},
        },
        "result": _result(score, home),
        "context": {
            "registration": str(uuid.uuid5(space, name)),
            "platform": "Lintas",
            "contextActivities": {"parent": [_course(workshop, home)]},
            "extensions": {
                f"{home}/xapi/form": attempt.form.value,
                f"{home}/xapi/seat": attempt.seat.value,
                f"{home}/xapi/variant": attempt.case,
            },
        },
    }


def _result(score: CaseScore, home: str) -> Mapping[str, Any]:
    attempt = score.attempt
    points = round(score.points, 4)
    result: dict[str, Any] = {
        "score": {"scaled": round(score.points / 100, 6), "raw": points, "min": 0, "max": 100},
        "completion": score.is_answered,
        "duration": f"PT{attempt.used_s:.2f}S",
        "extensions": {
            f"{home}/xapi/evidence-precision": round(score.evidence.precision, 6),
            f"{home}/xapi/evidence-recall": round(score.evidence.recall, 6),
            f"{home}/xapi/interview": round(score.interview, 6),
            f"{home}/xapi/harms": [harm.key for harm in attempt.harms],
        },
    }
    if attempt.decision is not None:
        result |= {"success": score.is_right, "response": attempt.decision.value}
    if attempt.confidence is not None:
        result["extensions"][f"{home}/xapi/confidence"] = attempt.confidence
    return result


def _course(workshop: Workshop, home: str) -> Mapping[str, Any]:
    return {
        "objectType": "Activity",
        "id": f"{home}/courses/{quote(workshop.key, safe='')}",
        "definition": {"type": _COURSE, **_named(workshop.title)},
    }


def _named(title: Text) -> Mapping[str, Any]:
    return {"name": _languages(title)} if title.id or title.en else {}


def _languages(text: Text) -> Mapping[str, str]:
    return {"id": text.id, "en": text.en}
