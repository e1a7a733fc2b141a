"""A bot of known skill at a desk of the real exercise engine: it looks, scans, asks, cites and decides.

Unlike a trainee it may see the key, for its skill is planted: how often it acts on the key, and how often it errs.
The model is that of `bot.py`: every look at the case and at each indicator has noise of its own. Who cites well has
looked well: looking and citing are one skill, asking and deciding the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import expit, ndtr

from simulator.interview.state import answer_to, offered
from simulator.scenario.evidence import Indicator, ShownAt
from simulator.scenario.expected import Signal
from simulator.scenario.facts import LOOKED, fact_of_answer
from simulator.scenario.interview import Question
from simulator.session.action import WHOLE, Action, Ask, Cite, Decide, Look, Scan
from simulator.session.case import DealtCase
from simulator.session.play import Play, known
from verifier.decision import Outcome

_MOST_QUESTIONS: Final = 10
_CITING_THRESHOLD: Final = 0.25

Do = Callable[[Action], Play]


@dataclass(frozen=True, slots=True)
class DeskBot:
    """`d_prime` is the planted truth, `criterion` above 0 waves on readily; `overconfidence` is added to its logit.

    `citing` is the d′ of looking and citing; None does both as skilfully as it decides.
    """

    d_prime: float
    criterion: float = 0.0
    overconfidence: float = 0.5
    citing: float | None = None

    def play(self, case: DealtCase, play: Play, do: Do, chance: np.random.Generator) -> Play:
        """Plays the case to its end. `do` carries an action out and gives the state after it."""
        for look in self._looks(case, chance):
            play = do(look)
        play = do(Scan())
        play = self._interview(case, play, do, chance)
        for cite in self._citations(case, play, chance):
            play = do(cite)
        return do(self._decision(case, chance))

    @property
    def _care(self) -> float:
        """How often the right thing is done where there is a choice: ½ for guessing, 0.93 at d′ = 3."""
        return float(ndtr(self.d_prime / 2))

    @property
    def _eye(self) -> float:
        """The d′ of looking and citing."""
        return self.d_prime if self.citing is None else self.citing

    def _notices(self, *, is_there: bool, threshold: float, chance: np.random.Generator) -> bool:
        return bool(chance.normal(self._eye / 2 if is_there else -self._eye / 2) > threshold)

    def _looks(self, case: DealtCase, chance: np.random.Generator) -> Iterator[Look]:
        for document in case.scenario.documents:
            yield Look(document.key)
            for defect in document.defects:
                if defect.tool in LOOKED and chance.random() < ndtr(self._eye / 2):
                    region = defect.region if isinstance(defect.region, tuple) else None
                    box = region or case.boxes.get((document.key, defect.key), WHOLE)
                    yield Look(document.key, defect.tool, box)

    def _interview(self, case: DealtCase, play: Play, do: Do, chance: np.random.Generator) -> Play:
        for _ in range(_MOST_QUESTIONS):
            choices = list(offered(case.scenario, play.interview, known(case, play)))
            if not choices:
                break
            if chance.random() < self._care:
                worth = [(self._worth(case, play, each), -place) for place, each in enumerate(choices)]
                best, place = max(worth)
                if best == 0:
                    break
                chosen = choices[-place]
            elif chance.random() < 0.5:
                break  # enough, it thinks
            else:
                chosen = choices[int(chance.integers(len(choices)))]
            play = do(Ask(chosen.key))
        return play

    def _worth(self, case: DealtCase, play: Play, question: Question) -> int:
        """3 for what opens the way, 2 for a needed answer, 1 for what has to be asked, 0 for the rest."""
        if question.key in {heard.question for heard in play.heard}:
            return 0
        _, answer, _ = answer_to(question, play.interview, known(case, play))
        missing = case.minimum - known(case, play)
        if answer.effect.harm is not None or (question.private and not play.interview.value("alone")):
            return 0
        if answer.effect.trust > 0 or any(answer.effect.set.values()):
            return 3 if missing else int(question.necessary)
        return 2 if missing & set(answer.reveals) else int(question.necessary)

    def _citations(self, case: DealtCase, play: Play, chance: np.random.Generator) -> Iterator[Cite]:
        cited: set[frozenset[str]] = set()
        for indicator in case.scenario.indicators:
            pair = _facts_of(indicator, case, play)
            is_cited = self._notices(is_there=not indicator.decoy, threshold=_CITING_THRESHOLD, chance=chance)
            if pair is not None and is_cited and frozenset(pair) not in cited:
                cited.add(frozenset(pair))
                yield Cite(*pair)

    def _decision(self, case: DealtCase, chance: np.random.Generator) -> Decide:
        is_signal = case.scenario.expected.signal is Signal.SIGNAL
        seen = float(chance.normal(self.d_prime / 2 if is_signal else -self.d_prime / 2))
        is_stopped = seen > self.criterion
        best = max(case.scenario.expected.decisions, key=lambda graded: graded.credit).decision
        outcome = Outcome.CLEAR
        if is_stopped:
            knows_channel = best is not Outcome.CLEAR and chance.random() < self._care
            outcome = best if knows_channel else Outcome.REFER
        logit = self.d_prime * seen * (1 if is_stopped else -1) + self.overconfidence
        return Decide(outcome, round(20 * float(expit(logit))) / 20, "bot")


def _facts_of(indicator: Indicator, case: DealtCase, play: Play) -> tuple[str, str] | None:
    """Two facts at this desk that show the indicator; None where it has not come out."""
    for first, second in indicator.between:
        if first in play.facts and second in play.facts:
            return (first, second)
    if indicator.between or indicator.key not in known(case, play):
        return None
    if indicator.shown in {ShownAt.START, ShownAt.SCAN}:
        source = f"shown.{indicator.key}"
        return (source, source) if source in play.facts else None
    sources = [look.fact for look in play.looks if indicator.key in look.indicators]
    sources += [fact_of_answer(heard.question) for heard in play.heard if indicator.key in heard.reveals]
    return (sources[0], sources[0]) if sources else None
