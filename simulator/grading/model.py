"""What grading reads: a case's answer key, a trainee's attempt at it, and a workshop of both.

The exercise engine fills these. Grading needs nothing else: no clock, no store, no scenario file. Texts are there for
the reports only and never change a figure. Source: ../shared/design/TRAINING.md "Assessment", summed up in
docs/grading.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import ClassVar, NewType

from ledger.errors import Fault, FieldFault, LintasError, invalid_field
from ledger.text import Text
from simulator.grading.bounds import require_key, require_within
from verifier.decision import Outcome

TraineeId = NewType("TraineeId", str)  # made up for the course; never a name or a staff number
CaseKey = NewType("CaseKey", str)  # one dealt variant: the scenario's key, and its seed where it has variants
ItemKey = NewType("ItemKey", str)  # what is compared between trainees: the scenario
IndicatorKey = NewType("IndicatorKey", str)
QuestionKey = NewType("QuestionKey", str)
HarmKey = NewType("HarmKey", str)
FactKey = NewType("FactKey", str)  # anything that can be pointed at: "page.birth_date", "answer.tell_me_trip"
PairKey = NewType("PairKey", str)  # one dealt matched pair: its two halves go to two trainees

NO_TEXT = Text(id="", en="")


class Seat(Enum):
    """Where the trainee sat."""

    SOLO = "solo"
    PRIMARY = "primary"
    SECONDARY = "secondary"


class Form(Enum):
    """Which of the parallel forms a case was dealt in."""

    PRACTICE = "practice"
    PRE = "pre"
    POST = "post"


class PairSide(Enum):
    """The two halves of a matched pair: the same facts, one protected attribute swapped."""

    ORIGINAL = "original"
    COUNTERFACTUAL = "counterfactual"


class Strict:
    """Read from JSON, a misspelt field is refused instead of being lost."""

    __slots__ = ()
    __pydantic_config__: ClassVar = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class GradedDecision(Strict):
    """One decision of the answer key: credit from −1 (does harm) to 1 (right), and why."""

    decision: Outcome
    credit: float
    why: Text = NO_TEXT

    def __post_init__(self) -> None:
        require_within("credit", self.credit, -1, 1)


@dataclass(frozen=True, slots=True)
class Indicator(Strict):
    """Something to be seen in the case.

    A decoy looks telling and is not: citing it counts against the trainee. `is_needed` is false for a true indicator
    that the minimum evidence does without: citing it is right, not citing it costs nothing.
    """

    key: IndicatorKey
    weight: float = 1.0
    is_decoy: bool = False
    is_needed: bool = True
    text: Text = NO_TEXT

    def __post_init__(self) -> None:
        require_key("indicator.key", self.key)
        require_within("indicator.weight", self.weight, 1e-6, 100)


@dataclass(frozen=True, slots=True)
class Group(Strict):
    """A protected attribute of the persona, for describing referral rates; never part of a score."""

    attribute: str
    value: str


@dataclass(frozen=True, slots=True)
class Debrief(Strict):
    """What is said after the case, in the order of PEARLS: description, analysis, application."""

    summary: Text = NO_TEXT
    discussion: tuple[Text, ...] = ()
    key_points: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerKey(Strict):
    """What is right in one case.

    `is_signal`: stopping the traveller (anything but CLEAR) is called for. `needed_s`: seconds of interview and
    inspection that the minimum evidence costs. `difficulty_logit`: the author's guess, where Elo starts.
    A decision that is not listed earns 0.
    """

    case: CaseKey
    is_signal: bool
    decisions: tuple[GradedDecision, ...]
    indicators: tuple[Indicator, ...] = ()
    needed_s: float = 0.0
    item: ItemKey = ItemKey("")  # empty: the case itself
    difficulty_logit: float = 0.0
    title: Text = NO_TEXT
    groups: tuple[Group, ...] = ()
    debrief: Debrief = Debrief()

    def __post_init__(self) -> None:
        require_key("case", self.case)
        require_within("needed_s", self.needed_s, 0, 86_400)
        require_within("difficulty_logit", self.difficulty_logit, -4, 4)
        _refuse_twice("decisions", (graded.decision.value for graded in self.decisions))
        _refuse_twice("indicators", (indicator.key for indicator in self.indicators))

    @property
    def item_key(self) -> ItemKey:
        """The item this case is a variant of; the case itself where it has no variants."""
        return self.item or ItemKey(self.case)


@dataclass(frozen=True, slots=True)
class Citation(Strict):
    """Two facts that the trainee linked. `indicator` is what they show together, empty when they show nothing."""

    facts: tuple[FactKey, FactKey]
    indicator: IndicatorKey = IndicatorKey("")

    def __post_init__(self) -> None:
        for fact in self.facts:
            require_key("citation.facts", fact)


@dataclass(frozen=True, slots=True)
class Asked(Strict):
    """A question that was asked, and the seconds it cost."""

    question: QuestionKey
    cost_s: float

    def __post_init__(self) -> None:
        require_within("asked.cost_s", self.cost_s, 0, 86_400)


@dataclass(frozen=True, slots=True)
class Harm(Strict):
    """Harm done: a penalty of 0 to 1 is subtracted after all else; a terminal one leaves nothing of the case.

    `is_shared`: done by the other seat of the desk. It is subtracted all the same, and counted once only.
    """

    key: HarmKey
    penalty: float
    is_terminal: bool = False
    text: Text = NO_TEXT
    is_shared: bool = False

    def __post_init__(self) -> None:
        require_key("harm.key", self.key)
        require_within("harm.penalty", self.penalty, 0, 1)


@dataclass(frozen=True, slots=True)
class Handover(Strict):
    """What a primary seat passed on when it referred, of what it alone knew: indicators that the facts told show.

    `lost` are true indicators whose facts were not told, `idle` counts told facts that show nothing.
    """

    passed: tuple[IndicatorKey, ...] = ()
    lost: tuple[IndicatorKey, ...] = ()
    idle: int = 0
    has_note: bool = False

    def __post_init__(self) -> None:
        require_within("handover.idle", self.idle, 0, 10_000)


@dataclass(frozen=True, slots=True)
class DealtPair(Strict):
    """Which half of which matched pair this attempt got, and what was swapped ("religious_dress")."""

    key: PairKey
    side: PairSide
    swapped: str = ""

    def __post_init__(self) -> None:
        require_key("pair.key", self.key)


@dataclass(frozen=True, slots=True)
class Attempt(Strict):
    """What one trainee did with one dealt case.

    `decision` is None when the case was dealt and never decided. `confidence` (0…1) is the trainee's own probability
    that the decision is right, None when not given. `necessary_missed` are necessary questions never asked.
    `used_s` is shown and never scored. `handover` is there where a primary seat referred.
    """

    trainee: TraineeId
    case: CaseKey
    decision: Outcome | None
    confidence: float | None = None
    citations: tuple[Citation, ...] = ()
    asked: tuple[Asked, ...] = ()
    necessary_missed: tuple[QuestionKey, ...] = ()
    harms: tuple[Harm, ...] = ()
    used_s: float = 0.0
    seat: Seat = Seat.SOLO
    form: Form = Form.PRACTICE
    pair: DealtPair | None = None
    reason: str = ""
    handover: Handover | None = None

    def __post_init__(self) -> None:
        require_key("trainee", self.trainee)
        require_key("case", self.case)
        require_within("used_s", self.used_s, 0, 7 * 86_400)
        if self.confidence is not None:
            require_within("confidence", self.confidence, 0, 1)


@dataclass(frozen=True, slots=True)
class Export(Strict):
    """A report or export that was written from this log. `whose` is the owner's pseudonym, empty for the class's."""

    path: str
    sha256: str
    form: str
    written_on: date
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Workshop(Strict):
    """A course that is over, or up to now: answer keys and attempts, in the order in which they were played.

    `salt` (16 or more characters, made at random when the course opens) turns trainee ids into pseudonyms for other
    systems; once the log is deleted, nobody can turn them back. `exports` are the files written from the log.
    """

    key: str
    held_on: date
    salt: str
    cases: tuple[AnswerKey, ...]
    attempts: tuple[Attempt, ...]
    title: Text = NO_TEXT
    exports: tuple[Export, ...] = ()

    def __post_init__(self) -> None:
        require_key("key", self.key)
        if len(self.salt) < 16:
            raise invalid_field("salt", "16 characters or more")
        _refuse_twice("cases", (key.case for key in self.cases))
        known = {key.case for key in self.cases}
        for index, attempt in enumerate(self.attempts):
            if attempt.case not in known:
                raise invalid_field(f"attempts[{index}].case", "no answer key of that case")
        _refuse_decided_twice(self.attempts)

    @property
    def trainees(self) -> tuple[TraineeId, ...]:
        """Everybody who was dealt a case, in order of their ids."""
        return tuple(sorted({attempt.trainee for attempt in self.attempts}))


def _refuse_twice(field: str, keys: Iterable[str]) -> None:
    twice = sorted(key for key, count in Counter(keys).items() if count > 1)
    if twice:
        raise invalid_field(field, f"{twice[0]} stands there twice")


def _refuse_decided_twice(attempts: tuple[Attempt, ...]) -> None:
    seen = set()
    for index, attempt in enumerate(attempts):
        place = (attempt.trainee, attempt.case, attempt.form, attempt.seat)
        if place in seen:
            fault = FieldFault(f"attempts[{index}]", "this trainee already has an attempt at this case, form and seat")
            message = f"{fault.field}: {fault.description}"
            raise LintasError(Fault.CONFLICT, "DECIDED_TWICE", message, fields=(fault,))
        seen.add(place)
