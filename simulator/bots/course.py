"""A whole workshop played by bots: known skills, known forms, known unfairness, one seed."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from scipy.special import ndtri

from ledger.errors import invalid_field
from ledger.text import Text
from simulator.bots.bank import BankCase, bank
from simulator.bots.bot import Bot
from simulator.grading.bounds import require_within
from simulator.grading.model import AnswerKey, Attempt, DealtPair, Form, PairKey, PairSide, TraineeId, Workshop


@dataclass(frozen=True, slots=True)
class BotCourse:
    """How the workshop is set up.

    `bots` have true d′ evenly from `lowest` to `highest`. `cases` is even, at most 20: half to stop, half to wave on;
    the first third is sat as the form before, the last third as the form after, when every bot's d′ has risen by
    `learning`.
    `bias` is how much sooner counterfactual halves are stopped (in units of the noise). `seed` settles all chance.
    `agreement` is ρ, the correlation of the skill to cite with the skill to decide: 1 is one skill, 0 two that have
    nothing to do with each other. Both are spread alike from `lowest` to `highest`.
    """

    bots: int = 24
    cases: int = 20
    seed: int = 1
    learning: float = 0.0
    bias: float = 0.0
    agreement: float = 1.0
    lowest: float = 0.0
    highest: float = 3.0

    def __post_init__(self) -> None:
        require_within("bots", self.bots, 1, 1000)
        require_within("cases", self.cases, 2, len(bank()))
        if self.cases % 2:
            raise invalid_field("cases", "an even number: half to stop, half to wave on")
        require_within("seed", self.seed, 0, 2**63 - 1)
        require_within("learning", self.learning, 0, 3)
        require_within("bias", self.bias, 0, 3)
        require_within("lowest", self.lowest, 0, 5)
        require_within("highest", self.highest, self.lowest, 5)
        require_within("agreement", self.agreement, 0, 1)

    def planted(self) -> dict[TraineeId, float]:
        """The true d′ of each bot before the course."""
        step = (self.highest - self.lowest) / max(1, self.bots - 1)
        return {TraineeId(f"bot-{place:03}"): self.lowest + place * step for place in range(self.bots)}

    def planted_citing(self) -> dict[TraineeId, float]:
        """The true d′ of each bot in citing: the same values, in an order that agrees with deciding as far as ρ says.

        Normal scores of the one skill, mixed with noise, ranked: the correlation is ρ on average, the spread exact.
        """
        planted = self.planted()
        if self.agreement == 1:
            return planted
        chance = np.random.default_rng([self.seed, 10**6 + 1])
        scores = ndtri((np.arange(len(planted)) + 0.5) / len(planted))
        mixed = self.agreement * scores + math.sqrt(1 - self.agreement**2) * chance.normal(size=len(planted))
        values = sorted(planted.values())
        return {name: values[rank] for name, rank in zip(planted, np.argsort(np.argsort(mixed)), strict=True)}

    def form_of(self, place: int) -> Form:
        """Which form the case at this place belongs to."""
        third = self.cases // 3
        if place < third:
            return Form.PRE
        return Form.POST if place >= self.cases - third else Form.PRACTICE


def play_course(setup: BotCourse) -> Iterator[tuple[Attempt, ...]]:
    """One bot's attempts at a time, so that somebody can watch."""
    names, citing = _shuffled_names(setup), setup.planted_citing()
    for place, (trainee, d_prime) in enumerate(setup.planted().items()):
        chance = np.random.default_rng([setup.seed, place])
        bot = Bot(
            names[trainee],
            d_prime,
            criterion=float(chance.normal(0, 0.3)),
            bias=setup.bias,
            citing=citing[trainee],
        )
        yield tuple(_play(setup, bot, place, chance))


def course_of(setup: BotCourse, played: tuple[tuple[Attempt, ...], ...]) -> Workshop:
    """The workshop that `play_course` played, with its answer keys."""
    return Workshop(
        key=f"bots-{setup.seed}",
        held_on=date(2026, 1, 5),  # a fixed day: the same seed gives the same log
        salt=f"bots-{setup.seed:016}",  # nobody to protect
        cases=tuple(key for case in bank()[: setup.cases] for key in _keys(case)),
        attempts=tuple(attempt for one in played for attempt in one),
        title=Text(id=f"Lokakarya {setup.bots} bot", en=f"A workshop of {setup.bots} bots"),
    )


def simulate(setup: BotCourse) -> Workshop:
    """Plays the whole workshop at once."""
    return course_of(setup, tuple(play_course(setup)))


def truth_of(setup: BotCourse) -> dict[TraineeId, float]:
    """The planted d′ under the names that stand in the log, which say nothing of it."""
    names = _shuffled_names(setup)
    return {names[trainee]: d_prime for trainee, d_prime in setup.planted().items()}


def citing_of(setup: BotCourse) -> dict[TraineeId, float]:
    """The planted d′ of citing under the same names."""
    names = _shuffled_names(setup)
    return {names[trainee]: d_prime for trainee, d_prime in setup.planted_citing().items()}


def _shuffled_names(setup: BotCourse) -> dict[TraineeId, TraineeId]:
    """Names in an order of their own, so that no tie can be broken by the name in favour of the truth."""
    names = list(setup.planted())
    order = np.random.default_rng([setup.seed, 10**6]).permutation(len(names))
    return {name: names[place] for name, place in zip(names, order, strict=True)}


def _play(setup: BotCourse, bot: Bot, place: int, chance: np.random.Generator) -> Iterator[Attempt]:
    for number, case in enumerate(bank()[: setup.cases]):
        form = setup.form_of(number)
        learnt = setup.learning if form is Form.POST else setup.learning / 2 if form is Form.PRACTICE else 0.0
        pair = _pair(case, number, place)
        side = pair.side if pair is not None else None
        citing = None if bot.citing is None else bot.citing + learnt
        player = replace(bot, d_prime=bot.d_prime + learnt, citing=citing)
        attempt = player.play(case.answer_key(side), chance, is_victim=case.is_victim, side=side)
        yield replace(attempt, form=form, pair=pair)


def _pair(case: BankCase, number: int, place: int) -> DealtPair | None:
    """Neighbours get the two halves, and who gets which alternates from case to case."""
    if not case.swaps:
        return None
    side = PairSide.ORIGINAL if (place + number // 2) % 2 else PairSide.COUNTERFACTUAL
    return DealtPair(PairKey(f"{case.key}#{place // 2}"), side, case.swaps)


def _keys(case: BankCase) -> tuple[AnswerKey, ...]:
    return tuple(case.answer_key(side) for side in PairSide) if case.swaps else (case.answer_key(),)
