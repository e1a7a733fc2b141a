"""Picking the next case while the course runs: Elo's running guess of who can do what.

Cheap, and good enough for choosing; after the course the Rasch scale is the one to report. Source: Elo (1978);
Pelánek (2016) for items as opponents and the falling step.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from simulator.grading.model import ItemKey, TraineeId

FIRST_STEP: Final = 0.8  # logits that the first surprise moves a guess by
STEP_FALL: Final = 0.05
WANTED_RATE: Final = 0.7  # hard enough to learn from, easy enough to stay


@dataclass(frozen=True, slots=True)
class Rating:
    """A guess in logits, and how many answers it rests on."""

    logit: float = 0.0
    answers: int = 0

    def moved(self, surprise: float) -> Rating:
        """The guess after one more answer; steps get smaller as answers add up."""
        step = FIRST_STEP / (1 + STEP_FALL * self.answers)
        return Rating(self.logit + step * surprise, self.answers + 1)


@dataclass(frozen=True, slots=True)
class EloTable:
    """What is guessed of trainees and items so far; unknown ones start at 0, items at their author's difficulty."""

    trainees: Mapping[TraineeId, Rating] = field(default_factory=dict)
    items: Mapping[ItemKey, Rating] = field(default_factory=dict)

    def after(self, trainee: TraineeId, item: ItemKey, *, is_right: bool) -> EloTable:
        """The table after one more answer."""
        who, what = self.trainees.get(trainee, Rating()), self.items.get(item, Rating())
        surprise = is_right - chance_of(who.logit - what.logit)
        return EloTable(
            {**self.trainees, trainee: who.moved(surprise)},
            {**self.items, item: what.moved(-surprise)},
        )

    def next_item(self, trainee: TraineeId, left: Collection[ItemKey]) -> ItemKey | None:
        """Of the items left, the one that this trainee solves with a chance nearest to 70 %; None for none left.

        Equally near ones go by their key, so the same table always picks the same.
        """
        ability = self.trainees.get(trainee, Rating()).logit

        def distance(item: ItemKey) -> tuple[float, str]:
            chance = chance_of(ability - self.items.get(item, Rating()).logit)
            return (abs(chance - WANTED_RATE), item)

        return min(left, key=distance, default=None)


def chance_of(logit: float) -> float:
    """σ(logit): the chance of being right that much above a case's difficulty."""
    return 1 / (1 + math.exp(-logit)) if logit >= 0 else 1 - 1 / (1 + math.exp(logit))
