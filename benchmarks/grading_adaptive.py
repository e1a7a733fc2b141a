"""Does dealing the nearest case measure a class as well with fewer cases? Bots in Rasch's own model, the house's bank.

Cases are those of scenarios/ with their authors' difficulties; the true ones lie N(0, 0.5) beside them, since authors
guess. Abilities are even over a range. Both ways have the same kinds of cases in the same balance; one gives everybody
one form, the other deals by `simulator.grading.dealing`. Measured by `fit_rasch` as in a report, from decisions alone.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit
from scipy.stats import spearmanr

from simulator.grading.dealing import Candidate, Dealt, contents_of, next_case
from simulator.grading.elo import EloTable, Rating
from simulator.grading.model import CaseKey, ItemKey, TraineeId
from simulator.grading.rasch import Response, fit_rasch
from simulator.library import Shelf
from simulator.session.case import DealtCase
from simulator.session.dealing import candidate

_BOTS = 24
_MOST = 20
_TOLD = (8, 10, 12, 14, 16, 18, 20)
_AUTHORS_ERR = 0.5  # logits
Authored = dict[ItemKey, float]
_Found = dict[int, tuple[list[float], list[float]]]


@dataclass(frozen=True, slots=True)
class _Room:
    """What one simulated class is dealt from, and the truth that nobody there knows."""

    pool: tuple[Candidate, ...]
    authored: Authored
    true: dict[ItemKey, float]
    abilities: NDArray[np.float64]
    chance: np.random.Generator
    seed: int


def adaptive(seeds: int) -> None:
    """Prints the accuracy after so many cases, and how many adaptive ones equal twenty in a fixed balance."""
    pool, authored = _bank()
    big = tuple(
        Candidate(CaseKey(f"{each.case}#{copy}"), ItemKey(f"{each.item}#{copy}"), each.content, each.family)
        for copy in range(4)
        for each in pool
    )
    logits = np.random.default_rng(9).normal(0, 1.2, len(big)).tolist()
    spread = dict(zip((each.item for each in big), logits, strict=True))
    print("\n| set of cases | class (abilities in logits) | dealt | " + " | ".join(map(str, _TOLD)) + " cases |")
    print("| --- | --- | --- |" + " --- |" * len(_TOLD))
    for word, cases, difficulty in ((f"the house's {len(pool)}", pool, authored), (f"{len(big)}, SD 1.2", big, spread)):
        for name, range_ in (("−1.3 to 1.3", 1.3), ("−2.5 to 2.5", 2.5)):
            _tell(
                word, name, {way: _studied(cases, difficulty, range_, seeds, is_adaptive=way) for way in (False, True)}
            )


def _tell(word: str, name: str, found: dict[bool, _Found]) -> None:
    errors = {way: [float(np.sqrt(np.mean(each[n][0]))) for n in _TOLD] for way, each in found.items()}
    orders = {way: [float(np.mean(each[n][1])) for n in _TOLD] for way, each in found.items()}
    for way, called in ((False, "one form"), (True, "adaptive")):
        cells = " | ".join(f"{e:.2f} · {o:.3f}" for e, o in zip(errors[way], orders[way], strict=True))
        print(f"| {word} | {name} | {called} | {cells} |")
    by_error = np.interp(-errors[False][-1], [-each for each in errors[True]], _TOLD)
    by_order = np.interp(orders[False][-1], orders[True], _TOLD)
    print(f"| {word} | {name} | as well as {_MOST} of one form | by error {by_error:.1f} · by order {by_order:.1f} |")
    sys.stdout.flush()


def _bank() -> tuple[tuple[Candidate, ...], Authored]:
    scenarios = Shelf(Path(__file__).parents[1] / "scenarios").library().scenarios
    pool = tuple(candidate(DealtCase(key, each)) for key, each in sorted(scenarios.items()))
    return pool, {ItemKey(key): each.difficulty for key, each in scenarios.items()}


def _studied(
    pool: tuple[Candidate, ...], authored: Authored, range_: float, seeds: int, *, is_adaptive: bool
) -> _Found:
    """Squared errors and rank correlations by number of cases."""
    found: _Found = defaultdict(lambda: ([], []))
    abilities = np.linspace(-range_, range_, _BOTS)
    for seed in range(seeds):
        chance = np.random.default_rng([seed, 77])
        true = {item: logit + float(chance.normal(0, _AUTHORS_ERR)) for item, logit in authored.items()}
        responses = _played(_Room(pool, authored, true, abilities, chance, seed), is_adaptive=is_adaptive)
        for cases in _TOLD:
            scale = fit_rasch([each for place, each in responses if place < cases], authored)
            values = np.array([scale.ability[TraineeId(f"t{who:02}")].value for who in range(_BOTS)])
            found[cases][0].append(float(np.mean((values - abilities) ** 2)))
            found[cases][1].append(float(spearmanr(values, abilities).statistic))
    return found


def _played(room: _Room, *, is_adaptive: bool) -> list[tuple[int, Response]]:
    """Everybody in turn, one case after the other; each answer with its place."""
    table = EloTable(items={item: Rating(logit) for item, logit in room.authored.items()})
    orders = [contents_of(_MOST, 0.5, room.pool, f"{room.seed}/{who}") for who in range(_BOTS)]
    dealt = [Dealt(f"{room.seed}/{who}") for who in range(_BOTS)]
    form = _form(room)
    responses = []
    for place in range(_MOST):
        for who, ability in enumerate(room.abilities.tolist()):
            trainee = TraineeId(f"t{who:02}")
            if is_adaptive:
                rating = table.trainees.get(trainee, Rating()).logit
                difficulty = {item: each.logit for item, each in table.items.items()}
                case = next_case(room.pool, dealt[who], orders[who], rating, difficulty)
            else:
                case = form[place]
            dealt[who] = Dealt(dealt[who].seed, (*dealt[who].cases, case))
            is_right = bool(room.chance.random() < expit(ability - room.true[case.item]))
            table = table.after(trainee, case.item, is_right=is_right)
            responses.append((place, Response(trainee, case.item, is_right)))
    return responses


def _form(room: _Room) -> list[Candidate]:
    """One form for everybody, as a session in a fixed order has it."""
    form: list[Candidate] = []
    for content in contents_of(_MOST, 0.5, room.pool, f"{room.seed}/form"):
        left = [each for each in room.pool if each.content is content and each not in form]
        form.append(left[int(room.chance.integers(len(left)))])
    return form


if __name__ == "__main__":
    adaptive(40)
