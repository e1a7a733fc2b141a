"""The figures of a whole class, out of the log of an exercise: the one way from the classroom to the live side.

Only means over at least five trainees are told (verifier.classes.result), and no trainee's, case's or scenario's name.
"""

from __future__ import annotations

from typing import Final

from google.type.date_pb2 import Date

from lintas.v1 import insight_pb2
from simulator.grading.estimate import Estimate
from simulator.grading.grades import grade
from simulator.grading.model import Workshop
from verifier.classes.result import SMALLEST_CLASS

_DIGITS: Final = 4  # finer figures say nothing, and could be matched with somebody's own


def class_figures(workshop: Workshop) -> insight_pb2.TrainingResult:
    """What may be handed over. A mean over fewer than five of the trainees is left out; the service checks again."""
    course = grade(workshop).course
    day = workshop.held_on
    told = insight_pb2.TrainingResult(
        held_on=Date(year=day.year, month=day.month, day=day.day),
        trainees=course.trainees,
        cases=len(course.items),
        decisions=course.attempts - course.unanswered,
        harms=course.harms,
    )
    figures = {
        "points": course.points,
        "hit_rate": course.hit_rate,
        "false_referral_rate": course.false_referral_rate,
        "evidence_found": course.recall,
        "evidence_right": course.precision,
        "overconfidence": course.overconfidence,
        "gain": course.gain.difference if course.gain is not None else None,
    }
    for name, estimate in figures.items():
        if estimate is not None and estimate.n >= SMALLEST_CLASS:
            getattr(told, name).CopyFrom(_figure(estimate))
    return told


def _figure(estimate: Estimate) -> insight_pb2.ClassFigure:
    value, low, high = (round(each, _DIGITS) for each in (estimate.value, estimate.low, estimate.high))
    return insight_pb2.ClassFigure(value=value, low=min(low, value), high=max(high, value), of=estimate.n)
