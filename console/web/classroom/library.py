"""The library for trainers: all scenarios with search, one of them with its answers, and what lint says."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from starlette.responses import Response

from console.web.classroom import library_words
from console.web.classroom.library_preview import preview_of
from console.web.classroom.library_words import level_of
from console.web.classroom.room import TRAINERS, as_trainer
from console.web.classroom.trainers_room import trainers_room
from console.web.page import page
from console.web.visit import Visit
from lintas.v1 import trainer_pb2 as wire
from lintas.v1 import training_pb2

_LIGHTS: Final = ("visible", "uv", "ir")
_ONE_OF_TWO: Final = {"stop": True, "innocent": False}
_MOST_LETTERS: Final = 60


def _library(visit: Visit) -> Response:
    scenarios = as_trainer(visit).scenarios().scenarios
    asked = {name: visit.ask(name)[:_MOST_LETTERS] for name in ("q", "topic", "competency", "level", "kind", "whose")}
    found = [each for each in scenarios if _fits(each, asked)]
    return visit.page(
        "classroom/library.html", scenarios=scenarios, found=found, asked=asked, w=library_words, level_of=level_of
    )


def _fits(scenario: training_pb2.ScenarioSummary, asked: dict[str, str]) -> bool:
    return (
        all(word in _words_of(scenario) for word in asked["q"].casefold().split())
        and asked["topic"] in {"", scenario.topic}
        and (not asked["competency"] or asked["competency"] in scenario.competencies)
        and asked["level"] in {"", level_of(scenario.difficulty_logit)}
        and scenario.signal is _ONE_OF_TWO.get(asked["kind"], scenario.signal)
        and (asked["whose"] != "own" or scenario.own)
    )


def _words_of(scenario: training_pb2.ScenarioSummary) -> str:
    """Everything that a search looks at, in both languages."""
    kind = library_words.word(library_words.CASE_CLASSES, scenario.case_class)
    said = [text for each in (scenario.title, *scenario.objectives) for text in (each.id, each.en)]
    return " ".join([scenario.key, *said, kind.id, kind.en]).casefold()


def _preview(visit: Visit) -> Response:
    variant = _number(visit.ask("variant"))
    found = trainers_room(visit).scenario(visit.request.path_params["key"], variant)
    scenario: dict[str, Any] = json.loads(found.scenario_json)
    return visit.page(
        "classroom/library_preview.html",
        found=found,
        s=preview_of(scenario),
        variant=variant,
        lights=_LIGHTS,
        w=library_words,
    )


def _picture(visit: Visit) -> Response:
    request = wire.GetScenarioPictureRequest(
        key=visit.request.path_params["key"],
        variant=_number(visit.ask("variant")),
        document=visit.ask("document")[:64],
        light=visit.ask("light")[:8],
        region=visit.ask("region")[:32],
    )
    picture = trainers_room(visit).picture(request)
    # short: the trainer's own file may change while it is being written
    return Response(picture.png, media_type="image/png", headers={"Cache-Control": "private, max-age=60"})


def _number(text: str) -> int:
    return int(text[:10]) if text.isascii() and text.isdecimal() else 0


def _lint(visit: Visit) -> Response:
    files = trainers_room(visit).lint().files
    worst = sorted(files, key=lambda each: (not _has(each.findings, "error"), not each.findings, each.file))
    return visit.page(
        "classroom/library_lint.html",
        files=[each for each in worst if each.findings],
        whole=len(files),
        clean=sum(not each.findings for each in files),
        errors=sum(_has(each.findings, "error") for each in files),
        has_own=any(each.own for each in files),
    )


def _has(findings: Iterable[wire.ScenarioFinding], level: str) -> bool:
    return any(each.level == level for each in findings)


LIBRARY_ROUTES: Final = (
    page("/classroom/library", _library, roles=TRAINERS),
    page("/classroom/lint", _lint, roles=TRAINERS),
    page("/classroom/library/{key}", _preview, roles=TRAINERS),
    page("/classroom/library/{key}/picture", _picture, roles=TRAINERS),
)
