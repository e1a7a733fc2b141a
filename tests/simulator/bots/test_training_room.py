"""Bots in the real exercise engine: everything they do is allowed, everything is graded, nothing depends on luck."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from scipy.stats import spearmanr

from simulator.bots.course import BotCourse
from simulator.bots.training_room import TrainingRoom
from simulator.grading.codec import from_json, to_json
from simulator.grading.grades import grade
from simulator.grading.model import TraineeId, Workshop
from simulator.library import Library, Shelf

SCENARIOS = Path(__file__).resolve().parents[3] / "scenarios"
SETUP = BotCourse(bots=6, seed=2)


@cache
def library() -> Library:
    """At most eight of the scenarios that can be read: enough to try the way through."""
    shelf = Shelf(SCENARIOS).library()
    return Library(dict(sorted(shelf.scenarios.items())[:8]))


def played(setup: BotCourse) -> tuple[Workshop, dict[TraineeId, float]]:
    """A whole session of bots."""
    room = TrainingRoom(library(), setup)
    assert len(list(room.play())) == setup.bots
    return room.workshop(), room.truth()


@cache
def course() -> tuple[Workshop, dict[TraineeId, float]]:
    """Six bots, once."""
    return played(SETUP)


def test_every_bot_decides_every_case_and_says_how_sure() -> None:
    workshop, truth = course()
    assert set(workshop.trainees) == set(truth)
    assert len({key.item_key for key in workshop.cases}) == len(library().scenarios)
    for attempt in workshop.attempts:
        assert attempt.decision is not None
        assert attempt.confidence is not None
        assert attempt.used_s > 0
    assert len({attempt.trainee for attempt in workshop.attempts if attempt.citations}) > 1


def test_the_same_seed_plays_the_same_and_the_log_travels() -> None:
    workshop, _ = course()
    again, _ = played(SETUP)
    assert to_json(again) == to_json(workshop)
    assert from_json(to_json(workshop)) == workshop
    other, _ = played(replace(SETUP, seed=3))
    assert to_json(other) != to_json(workshop)


def test_skill_shows_in_what_is_found_and_what_is_scored() -> None:
    """Six bots and few cases: an order is not asked for, only that the best half does better than the worst."""
    workshop, truth = course()
    grades = grade(workshop)
    points = [one.points.value for one in grades.trainees if one.points is not None]
    assert spearmanr([truth[one.trainee] for one in grades.trainees], points).statistic > 0.3


def test_a_bot_that_sees_all_scores_high_and_harms_nobody() -> None:
    workshop, _ = played(BotCourse(bots=1, lowest=5.0, highest=5.0, seed=1))
    (one,) = grade(workshop).trainees
    assert one.points is not None
    assert one.points.value > 75
    assert one.terminal_harms == 0


@pytest.mark.parametrize("bots", [1, 2])
def test_the_smallest_rooms(bots: int) -> None:
    workshop, truth = played(BotCourse(bots=bots, seed=1))
    assert len(workshop.trainees) == len(truth) == bots
