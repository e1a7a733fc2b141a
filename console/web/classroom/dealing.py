"""Which cases a class is dealt: as many as asked, or as fit into the time, mixed, and the same for the same number."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from console.web.classroom.library_words import level_of
from lintas.v1 import training_pb2 as wire


@dataclass(frozen=True, slots=True)
class Wish:
    """What a trainer wants to train. Empty `topics`, `competencies` and `level` take all.

    `minutes` 0 is no limit; `stopped` is how many of a hundred travellers are to be stopped (2 to 50).
    """

    count: int
    seed: int
    stopped: int = 50
    minutes: int = 0
    topics: frozenset[str] = frozenset()
    competencies: frozenset[str] = frozenset()
    level: str = ""

    def fits(self, scenario: wire.ScenarioSummary) -> bool:
        """Whether it trains that."""
        return (
            (not self.topics or scenario.topic in self.topics)
            and (not self.competencies or not self.competencies.isdisjoint(scenario.competencies))
            and self.level in {"", level_of(scenario.difficulty_logit)}
        )


class TooFewError(Exception):
    """There are not as many: `to_stop` and `innocent` are how many fit."""

    def __init__(self, to_stop: int, innocent: int) -> None:
        super().__init__(f"{to_stop} to be stopped, {innocent} innocent")
        self.to_stop = to_stop
        self.innocent = innocent


def deal(scenarios: Sequence[wire.ScenarioSummary], wish: Wish) -> list[wire.ScenarioSummary]:
    """In the order in which they are played. Two of a matched pair never come in one class.

    Raises TooFewError where `count` cannot be reached; with `minutes` fewer are dealt, at least one.
    """
    chance = random.Random(wish.seed)  # noqa: S311 - an exercise, no secret
    pool = sorted((each for each in scenarios if wish.fits(each)), key=lambda each: each.key)
    chance.shuffle(pool)
    pool = _without_twins(pool)
    to_stop = [each for each in pool if each.signal]
    innocent = [each for each in pool if not each.signal]
    wanted = round(wish.count * wish.stopped / 100)
    if len(to_stop) < wanted or len(innocent) < wish.count - wanted:
        raise TooFewError(len(to_stop), len(innocent))
    dealt = [*to_stop[:wanted], *innocent[: wish.count - wanted]]
    chance.shuffle(dealt)
    return _within(dealt, wish.minutes * 60) if wish.minutes else dealt


def _without_twins(pool: Sequence[wire.ScenarioSummary]) -> list[wire.ScenarioSummary]:
    kept: dict[str, wire.ScenarioSummary] = {}
    for each in pool:
        is_twin = each.counterfactual_of in kept or any(other.counterfactual_of == each.key for other in kept.values())
        if not is_twin:
            kept[each.key] = each
    return list(kept.values())


def _within(dealt: Sequence[wire.ScenarioSummary], budget_s: int) -> list[wire.ScenarioSummary]:
    kept, used_s = [dealt[0]], dealt[0].time_budget_s
    for each in dealt[1:]:
        if used_s + each.time_budget_s <= budget_s:
            kept.append(each)
            used_s += each.time_budget_s
    return kept
