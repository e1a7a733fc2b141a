"""Bots sit down in a real training session: real scenarios, the real engine's answers, the session's own log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count

import numpy as np

from simulator.bots.course import BotCourse, citing_of, truth_of
from simulator.bots.desk_bot import DeskBot
from simulator.grading.model import TraineeId, Workshop
from simulator.library import Library
from simulator.sandbox.scanner import Scanner
from simulator.scenario.model import Scenario
from simulator.session.action import Action
from simulator.session.exercises import Exercises
from simulator.session.play import Play
from simulator.session.setup import Order, OrderedSlot, set_up
from simulator.store import MemorySessionStore
from verifier.indicators.policy_folder import load_catalogue

_SESSION = "bots"
_DAY = date(2026, 1, 5)  # a fixed day: the same seed gives the same log


@dataclass(slots=True)
class _Counted:
    """Codes and secrets of a room that nobody can enter from outside."""

    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def code(self) -> str:
        return f"BOT{next(self.numbers):04d}"

    def secret(self) -> str:
        return f"bot-{next(self.numbers)}"

    def word(self) -> str:
        return f"B{next(self.numbers) % 1000:03d}"


@dataclass(slots=True)
class TrainingRoom:
    """One session with all scenarios of a library, matched pairs as pairs, and a desk for each bot.

    Of `setup` count `bots`, `seed`, `agreement`, `lowest` and `highest`. Raises LintasError as the session does.
    """

    library: Library
    setup: BotCourse
    _rooms: Exercises = field(init=False)
    _code: str = field(init=False)

    def __post_init__(self) -> None:
        ticks = (datetime(2026, 1, 5, 8, tzinfo=UTC) + timedelta(seconds=number) for number in count())
        self._rooms = Exercises(
            store=MemorySessionStore(),
            scanner=Scanner(load_catalogue),
            now=lambda: next(ticks),
            randomness=_Counted(),
        )
        order = Order(f"{self.setup.bots} bots", tuple(_slots(self.library)), seed=self.setup.seed)
        plan, cases = set_up(
            order,
            self.library,
            session_id=_SESSION,
            salt=f"bots-{self.setup.seed:016}",
            opened_on=_DAY,
            drawn_at=lambda _: {},  # nothing is drawn: bots know where to look
        )
        self._code = self._rooms.open(plan, cases).code

    def play(self) -> Iterator[TraineeId]:
        """One bot after the other plays all cases; gives its id in the log."""
        citing = [value for _, value in sorted(citing_of(self.setup).items())]
        for place, d_prime in enumerate(self._order()):
            chance = np.random.default_rng([self.setup.seed, place])
            bot = DeskBot(d_prime, criterion=float(chance.normal(0, 0.3)), citing=citing[place])
            trainee = self._rooms.join(self._code, f"bot {place + 1}").trainee
            session = self._rooms.session(_SESSION)
            for slot in range(len(session.plan.slots)):
                self._play_slot(bot, trainee, slot, chance)
            yield TraineeId(trainee)

    def truth(self) -> dict[TraineeId, float]:
        """The planted d′ by the id that each bot got in the log, which says nothing of it."""
        return {TraineeId(f"t{place:02d}"): d_prime for place, d_prime in enumerate(self._order(), 1)}

    def workshop(self) -> Workshop:
        """What grading reads of the session."""
        return self._rooms.workshop(_SESSION)

    def _order(self) -> list[float]:
        return [d_prime for _, d_prime in sorted(truth_of(self.setup).items())]

    def _play_slot(self, bot: DeskBot, trainee: str, slot: int, chance: np.random.Generator) -> None:
        requests = count(1)

        def state() -> Play:
            session = self._rooms.session(_SESSION)
            return session.play_at(session.person(trainee).desk, slot)

        def do(action: Action) -> Play:
            self._rooms.act(_SESSION, trainee, slot, action, f"{trainee}-{slot}-{next(requests)}")
            return state()

        session = self._rooms.session(_SESSION)
        bot.play(session.case_at(session.person(trainee).desk, slot), state(), do, chance)


def _slots(library: Library) -> Iterator[OrderedSlot]:
    """Each scenario once; one that is the twin of another shares a place with it."""
    named = {key: _twin_of(scenario) for key, scenario in library.scenarios.items()}
    twins = {key: of for key, of in named.items() if of is not None and of in named}
    paired = set(twins) | set(twins.values())
    for key in library.scenarios:
        if key in twins:
            yield OrderedSlot((twins[key], key))
        elif key not in paired:
            yield OrderedSlot((key,))


def _twin_of(scenario: Scenario) -> str | None:
    twin = scenario.variation.counterfactual
    return twin.of if twin is not None else None
