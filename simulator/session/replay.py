"""One case as it was played, step by step out of the log, with what each step brought: for looking back together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from pydantic import TypeAdapter

from ledger.text import Text
from simulator.session.action import Action, Ask, Cite, Decide, HandOver, Look, Withdraw, Write
from simulator.session.case import DealtCase
from simulator.session.log import Acted, Entry, Steered
from simulator.session.plan import Plan
from simulator.session.play import Play
from simulator.session.session import apply, opened
from simulator.session.state import Session
from simulator.session.steering import Inject, Pause, Resume
from simulator.session.view import facts_of


@dataclass(frozen=True, slots=True)
class FactTold:
    """A fact by its name, and what it says."""

    name: str
    text: Text


@dataclass(frozen=True, slots=True)
class ReplayStep:
    """One step. `kind` is an action's name, or happened, paused, resumed; `at_s` seconds of the class's clock since
    the first step, `used_s` of the exercise's own. `found` are indicators that came out by it, harm what it did.
    """

    number: int  # in the log
    kind: str
    at_s: int
    used_s: int
    seat: str = ""
    document: str = ""
    tool: str = ""
    region: tuple[float, float, float, float] | None = None
    said: Text | None = None
    answered: Text | None = None
    facts: tuple[FactTold, ...] = ()
    decision: str = ""
    confidence: float | None = None
    words: str = ""
    advice: str = ""
    found: tuple[Text, ...] = ()
    harm: Text | None = None


def replay_of(
    plan: Plan, cases: Mapping[str, DealtCase], log: Iterable[Entry], *, trainee: str, slot: int, try_number: int = 0
) -> tuple[ReplayStep, ...]:
    """Steps of the desk at which `trainee` sits, in order. Raises LintasError where the log was changed."""
    return tuple(_Recorder(opened(plan, cases), trainee, slot, try_number).steps(log))


@cache
def _adapter() -> TypeAdapter[tuple[ReplayStep, ...]]:
    return TypeAdapter(tuple[ReplayStep, ...])


def to_json(steps: tuple[ReplayStep, ...]) -> bytes:
    """The same steps give the same bytes."""
    return _adapter().dump_json(steps, indent=1)


class _Recorder:
    """Walks the log once; a step is seen where the state changed by it."""

    def __init__(self, session: Session, trainee: str, slot: int, try_number: int) -> None:
        self._session = session
        self._trainee = trainee
        self._slot = slot
        self._try = try_number
        self._began_s: float | None = None

    def steps(self, log: Iterable[Entry]) -> Iterator[ReplayStep]:
        for entry in log:
            before = self._session
            self._session = apply(before, entry)
            step = self._step(before, entry)
            if step is not None:
                yield step

    def _step(self, before: Session, entry: Entry) -> ReplayStep | None:
        event = entry.event
        if self._trainee not in before.people:
            return None
        desk = before.person(self._trainee).desk
        if isinstance(event, Acted):
            is_here = before.person(event.trainee).desk == desk and event.slot == self._slot
            return self._acted(before, desk, event, entry) if is_here and self._is_try(before, desk) else None
        if isinstance(event, Steered):
            return self._steered(before, desk, event, entry)
        return None

    def _is_try(self, session: Session, desk: str) -> bool:
        return session.try_number(desk, self._slot) == self._try

    def _at_s(self, before: Session, entry: Entry) -> int:
        now_s = before.clock.at(entry.at)
        self._began_s = now_s if self._began_s is None else self._began_s
        return round(now_s - self._began_s)

    def _steered(self, before: Session, desk: str, event: Steered, entry: Entry) -> ReplayStep | None:
        """What came from the trainer while the case lay open there."""
        is_here = before.current(desk) == self._slot and self._is_try(before, desk)
        if not is_here or before.open_play(desk, self._slot).is_over:
            return None
        used_s, steering = before.open_play(desk, self._slot).used_s, event.steering
        if isinstance(steering, Inject):
            said, words = steering.happening.told, steering.happening.words
            return ReplayStep(entry.number, "happened", self._at_s(before, entry), used_s, said=said, words=words)
        if isinstance(steering, Pause | Resume) and self._began_s is not None:
            kind = "paused" if isinstance(steering, Pause) else "resumed"
            return ReplayStep(entry.number, kind, self._at_s(before, entry), used_s)
        return None

    def _acted(self, before: Session, desk: str, event: Acted, entry: Entry) -> ReplayStep:
        case = before.case_at(desk, self._slot)
        was, now = before.open_play(desk, self._slot), self._session.open_play(desk, self._slot)
        step = ReplayStep(
            number=entry.number,
            kind=type(event.action).__name__.lower(),
            at_s=self._at_s(before, entry),
            used_s=now.used_s,
            seat=was.seat.value,
            found=tuple(case.indicator(key).text.text for key in _new(case, was, now)),
        )
        return _told(step, case, now, event.action)


def _new(case: DealtCase, was: Play, now: Play) -> Iterator[str]:
    """Indicators that came out by this step, or that it cited."""
    if len(now.cited) > len(was.cited):
        yield from now.cited[-1].indicators
        return
    scanned = case.found_by_scan() if now.scans and not was.scans else frozenset()
    yield from sorted((now.found | scanned) - was.found)


def _told(step: ReplayStep, case: DealtCase, now: Play, action: Action) -> ReplayStep:
    """The step with what belongs to its kind."""
    if isinstance(action, Look):
        return replace(step, document=action.document, tool=action.tool.value, region=action.region)
    if isinstance(action, Cite | Withdraw):
        return replace(step, facts=_facts(case, now, (action.fact, action.other)))
    if isinstance(action, HandOver):
        return replace(step, facts=_facts(case, now, action.facts), words=action.note)
    if isinstance(action, Write | Decide):
        return _written(step, case, action)
    return _heard(step, case, now) if isinstance(action, Ask) else replace(step, advice=now.scans[-1].advice.value)


def _written(step: ReplayStep, case: DealtCase, action: Write | Decide) -> ReplayStep:
    if isinstance(action, Write):
        return replace(step, words=action.reason)
    graded = {each.decision: each for each in case.scenario.expected.decisions}.get(action.outcome)
    return replace(
        step,
        decision=action.outcome.value,
        confidence=action.confidence,
        words=action.reason,
        harm=_harm(case, graded.harm if graded else None),
    )


def _heard(step: ReplayStep, case: DealtCase, now: Play) -> ReplayStep:
    heard = now.heard[-1]
    question = case.question(heard.question)
    if question is None:
        return step
    said, answered = question.text.text, question.answers[heard.answer].text.text
    return replace(step, said=said, answered=answered, harm=_harm(case, heard.harm))


def _facts(case: DealtCase, play: Play, names: Iterable[str]) -> tuple[FactTold, ...]:
    known = {fact.name: fact.text for fact in facts_of(case, play)}
    return tuple(FactTold(name, known.get(name) or Text(id=name, en=name)) for name in dict.fromkeys(names))


def _harm(case: DealtCase, key: str | None) -> Text | None:
    return next((each.text.text for each in case.scenario.harms if each.key == key), None)
