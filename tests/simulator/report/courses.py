"""A small played course, made once for all report tests."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from ledger.text import Text
from simulator.bots.course import BotCourse, simulate
from simulator.grading.grades import Grades, grade
from simulator.grading.model import Group, TraineeId, Workshop
from simulator.report.render import Format, render
from simulator.report.voice import Voice

HOSTILE = '<script>alert(1)</script>"\'&#{sys.inputs}#panic("x")$x$*_`@<a>'


@cache
def played() -> tuple[Workshop, Grades]:
    """Seven bots, all twenty cases, both forms, matched pairs."""
    workshop = simulate(BotCourse(seed=4, bots=7, learning=0.5))
    return workshop, grade(workshop)


@cache
def hostile() -> tuple[Workshop, Grades]:
    """The same with texts that would like to be code, wherever a text can come from a scenario or a trainee."""
    workshop, _ = played()
    text = Text(id=HOSTILE, en=HOSTILE + " (en)")
    cases = tuple(
        replace(
            key,
            title=text,
            groups=(Group("sex", "F"), Group("religious_dress", HOSTILE)),
            indicators=tuple(replace(each, text=text) for each in key.indicators),
            decisions=tuple(replace(each, why=text) for each in key.decisions),
            debrief=replace(key.debrief, summary=text, key_points=(text,), discussion=(text,)),
        )
        for key in workshop.cases
    )
    evil = TraineeId(HOSTILE)
    first = workshop.trainees[0]
    attempts = tuple(
        replace(attempt, trainee=evil if attempt.trainee == first else attempt.trainee, reason=HOSTILE)
        for attempt in workshop.attempts
    )
    changed = replace(workshop, title=text, cases=cases, attempts=attempts)
    return changed, grade(changed)


@cache
def half_told(text: Text) -> tuple[Workshop, Grades]:
    """The same with this text, which may lack a language, wherever one may stand."""
    workshop, _ = hostile()
    cases = tuple(
        replace(
            key,
            title=text,
            indicators=tuple(replace(each, text=text) for each in key.indicators),
            decisions=tuple(replace(each, why=text) for each in key.decisions),
            debrief=replace(key.debrief, summary=text, key_points=(text,), discussion=(text,)),
        )
        for key in workshop.cases
    )
    attempts = tuple(
        replace(attempt, harms=tuple(replace(harm, text=text) for harm in attempt.harms))
        for attempt in workshop.attempts
    )
    changed = replace(workshop, title=text, cases=cases, attempts=attempts)
    return changed, grade(changed)


@cache
def shown(form: Format = Format.HTML, voice: Voice = Voice.BOTH, *, owner: int | None = None) -> bytes:
    """The played course's report, made once: of the class, or of the trainee at that place."""
    workshop, grades = played()
    return render(workshop, grades, form, voice, owner=None if owner is None else workshop.trainees[owner])
