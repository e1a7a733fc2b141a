"""A bot of known skill: what it notices, decides, says and asks.

The model is signal detection with equal variance. A bot looks at the case as a whole and separately at each thing that
could be cited, and every look has noise of its own. Deciding and citing are skills apart: that who decides well also
cites well is an assumption, and `benchmarks/grading.py` shows what is left where it holds by half, or not at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import expit, ndtr

from ledger.text import Text
from simulator.grading.model import (
    AnswerKey,
    Asked,
    Attempt,
    Citation,
    FactKey,
    Harm,
    HarmKey,
    Indicator,
    IndicatorKey,
    PairSide,
    QuestionKey,
    TraineeId,
)
from verifier.decision import Outcome

_NECESSARY: Final = 2  # questions that each case needs
_CITING_THRESHOLD: Final = 0.25  # a little above the middle: citing takes an effort
_RELEASED = Harm(
    HarmKey("released"),
    0.5,
    is_terminal=True,
    text=Text(id="Calon korban dilepas.", en="A potential victim was released."),
)
_ALARMED = Harm(
    HarmKey("alarmed"),
    0.15,
    text=Text(id="Pendamping diperingatkan sebelum dipisah.", en="The companion was alerted too early."),
)


@dataclass(frozen=True, slots=True)
class Bot:
    """`d_prime` is the planted truth, `criterion` above 0 waves on readily; `overconfidence` is added to its logit.

    `citing` is the d′ of citing evidence; None cites as skilfully as it decides.
    `bias` lowers the criterion for counterfactual halves of matched pairs, which the equity figures should find.
    """

    trainee: TraineeId
    d_prime: float
    criterion: float = 0.0
    overconfidence: float = 0.5
    bias: float = 0.0
    citing: float | None = None

    def play(self, key: AnswerKey, chance: np.random.Generator, *, is_victim: bool, side: PairSide | None) -> Attempt:
        """One attempt at the case; the same generator state always plays the same."""
        criterion = self.criterion - (self.bias if side is PairSide.COUNTERFACTUAL else 0.0)
        seen = chance.normal(self._shift(is_there=key.is_signal))
        is_stopped = seen > criterion
        decision = self._stop(key, chance) if is_stopped else Outcome.CLEAR
        return Attempt(
            trainee=self.trainee,
            case=key.case,
            decision=decision,
            confidence=self._confidence(seen, is_stopped=is_stopped),
            citations=self._cite(key.indicators, chance),
            asked=self._ask(key, chance),
            necessary_missed=self._miss(chance),
            harms=self._harm(decision, chance) if is_victim else (),
            used_s=round(float(key.needed_s * chance.lognormal(0.2, 0.35)), 1),
        )

    def _shift(self, *, is_there: bool) -> float:
        return self.d_prime / 2 if is_there else -self.d_prime / 2

    def _stop(self, key: AnswerKey, chance: np.random.Generator) -> Outcome:
        """The best stop with a chance that rises with skill, else REFER; innocents are sometimes held."""
        if not key.is_signal:
            return Outcome.HOLD if chance.random() < 0.15 else Outcome.REFER
        best = max(key.decisions, key=lambda graded: graded.credit).decision
        return best if chance.random() < ndtr(self.d_prime / 2) else Outcome.REFER

    def _confidence(self, seen: float, *, is_stopped: bool) -> float:
        """The chance of being right that follows from what was seen, made too sure, in steps of 5 %."""
        logit = self.d_prime * seen * (1 if is_stopped else -1) + self.overconfidence
        return round(20 * float(expit(logit))) / 20

    def _cite(self, indicators: tuple[Indicator, ...], chance: np.random.Generator) -> tuple[Citation, ...]:
        half = (self.d_prime if self.citing is None else self.citing) / 2
        cited = []
        for indicator in indicators:
            if chance.normal(half if not indicator.is_decoy else -half) > _CITING_THRESHOLD:
                cited.append(_link(indicator.key))
        if chance.random() < 0.12:  # a link that shows nothing
            cited.append(Citation((FactKey("page.portrait"), FactKey("answer.weather"))))
        return tuple(cited)

    def _ask(self, key: AnswerKey, chance: np.random.Generator) -> tuple[Asked, ...]:
        extra = int(chance.poisson(max(0.0, 1.6 - 0.4 * self.d_prime)))
        costs = [key.needed_s / _NECESSARY] * _NECESSARY + [20.0] * extra
        return tuple(Asked(QuestionKey(f"q{place}"), cost) for place, cost in enumerate(costs))

    def _miss(self, chance: np.random.Generator) -> tuple[QuestionKey, ...]:
        missed = chance.random(_NECESSARY) < 0.6 * ndtr(-self.d_prime / 2)
        return tuple(QuestionKey(f"q{place}") for place in range(_NECESSARY) if missed[place])

    def _harm(self, decision: Outcome, chance: np.random.Generator) -> tuple[Harm, ...]:
        alarmed = (_ALARMED,) if chance.random() < 0.2 * ndtr(-self.d_prime / 2) else ()
        return (*alarmed, _RELEASED) if decision is Outcome.CLEAR else alarmed


def _link(indicator: IndicatorKey) -> Citation:
    return Citation((FactKey(f"{indicator}.seen"), FactKey(f"{indicator}.said")), indicator)
