"""One case being played: what is known, cited, done. Every action gives a new state, or is refused by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from ledger.errors import Fault, FieldFault, LintasError, invalid_field
from simulator.grading.model import Seat
from simulator.interview.state import InterviewState, answer_to, begin, offered
from simulator.scenario.costs import INSPECT_S, SCAN_S
from simulator.scenario.document import Tool
from simulator.scenario.evidence import ShownAt
from simulator.scenario.facts import (
    LOOKED,
    fact_of_answer,
    fact_of_look,
    facts_at_scan,
    facts_at_start,
)
from simulator.scenario.interview import Act
from simulator.session.action import Action, Ask, Box, Cite, Decide, HandOver, Look, Scan, Withdraw, Write
from simulator.session.case import DealtCase, area
from simulator.session.happening import Happening
from simulator.session.happening import Kind as Happens
from simulator.session.scan import ScanSeen
from simulator.session.written import are_shown
from verifier.decision import Outcome

_LONGEST_REASON: Final = 2000
_MOST_LOOKS: Final = 200
_MOST_CITATIONS: Final = 50
AT_PRIMARY: Final = frozenset({Outcome.CLEAR, Outcome.REFER, Outcome.PROTECT})


@dataclass(frozen=True, slots=True)
class Looked:
    """One look: its fact, where, with what, and the defects that it found (never shown before the debrief)."""

    fact: str
    document: str
    tool: Tool
    region: Box
    defects: tuple[str, ...]
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """One step taken: the question, which answer came, what it revealed, and what harm it did."""

    question: str
    answer: int
    reveals: tuple[str, ...]
    harm: str | None
    cost_s: int
    overheard: bool  # private, but the companion was there
    seat: Seat


@dataclass(frozen=True, slots=True)
class Cited:
    """Two facts, and the indicators that they show together; () where they show nothing."""

    fact: str
    other: str
    indicators: tuple[str, ...]
    seat: Seat


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided, how surely, by which seat, after how many seconds of the exercise's time."""

    outcome: Outcome
    confidence: float
    seat: Seat
    used_s: int


@dataclass(frozen=True, slots=True)
class Play:
    """`facts` are what the seat at the desk can point at; `found` what could be cited with them."""

    interview: InterviewState
    seat: Seat
    facts: frozenset[str]
    looks: tuple[Looked, ...] = ()
    heard: tuple[Heard, ...] = ()
    scans: tuple[ScanSeen, ...] = ()
    cited: tuple[Cited, ...] = ()
    told: HandOver | None = None
    decisions: tuple[Decided, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))  # by seat
    used_s: int = 0
    happened: tuple[Happening, ...] = ()
    known_at_primary: frozenset[str] = frozenset()  # facts when the primary seat referred
    reopened: frozenset[str] = frozenset()  # steps that what happened has undone: to be taken again at no cost

    @property
    def is_over(self) -> bool:
        """Decided by everybody who had to."""
        if not self.decisions:
            return False
        last = self.decisions[-1]
        return last.seat is not Seat.PRIMARY or last.outcome is not Outcome.REFER

    @property
    def found(self) -> frozenset[str]:
        """Indicators that looks, answers and scans have brought out so far."""
        return self.interview.found | {key for look in self.looks for key in look.indicators}

    def harms(self, seat: Seat) -> tuple[str, ...]:
        """Harm done in the interview by that seat, each once, in order."""
        return tuple(dict.fromkeys(each.harm for each in self.heard if each.harm is not None and each.seat is seat))


def start(case: DealtCase, *, has_two_seats: bool = False) -> Play:
    """Nothing done yet."""
    seat = Seat.PRIMARY if has_two_seats else Seat.SOLO
    return Play(interview=begin(case.scenario), seat=seat, facts=facts_at_start(case.scenario))


def happen(case: DealtCase, play: Play, happening: Happening) -> Play:
    """The state after something happened in the middle of it; a case that is over stays as it was decided.

    A companion who appears undoes a separation, where the case has that step at all.
    """
    if play.is_over:
        return play
    after = replace(play, happened=(*play.happened, happening))
    steps = {each.key for each in case.scenario.questions if each.act is Act.SEPARATE}
    if happening.kind is not Happens.COMPANION_APPEARS or not steps:
        return after
    interview = play.interview
    together = tuple((name, False if name == "alone" else value) for name, value in interview.variables)
    kept = tuple(each for each in interview.asked if each not in steps)
    return replace(
        after,
        interview=replace(interview, variables=together, asked=kept),
        reopened=play.reopened | steps.intersection(interview.asked),
    )


def known(case: DealtCase, play: Play) -> frozenset[str]:
    """All indicators that are known: shown, scanned, found or told."""
    scanned = case.found_by_scan() if play.scans else frozenset()
    return play.found | case.shown_at(ShownAt.START) | scanned


def act(case: DealtCase, play: Play, action: Action, seat: Seat, *, seen: ScanSeen | None = None) -> Play:
    """The state after the action. `seen` is the engine's answer, needed for a Scan and made by the shell.

    Raises LintasError: ALREADY_DECIDED, NOT_YOUR_TURN, and what each action refuses.
    """
    if play.is_over:
        raise _moment("ALREADY_DECIDED", "this case is decided; there is no second decision")
    if seat is not play.seat:
        raise _moment("NOT_YOUR_TURN", f"this case is with the {play.seat.value} seat")
    if isinstance(action, Scan):
        return _scan(case, play, seen)
    handler: Callable[[DealtCase, Play, Action], Play] = _HANDLERS[type(action)]
    return handler(case, play, action)


def _scan(case: DealtCase, play: Play, seen: ScanSeen | None) -> Play:
    if seen is None:
        raise ValueError("a scan comes with the engine's answer")
    return replace(
        play,
        scans=(*play.scans, seen),
        facts=play.facts | facts_at_scan(case.scenario),
        used_s=play.used_s + SCAN_S,
    )


def _look(case: DealtCase, play: Play, action: Look) -> Play:
    if not case.has_page(action.document):
        raise invalid_field("action.document", "no such document in this case")
    if action.tool not in LOOKED:
        raise invalid_field("action.tool", "one of eye, loupe, uv, ir; MRZ and chip are read by a scan")
    if not all(0 <= each <= 1 for each in action.region) or area(action.region) <= 0:
        raise invalid_field("action.region", "left, top, right, bottom as fractions of the page, 0 to 1")
    if len(play.looks) >= _MOST_LOOKS:
        raise _moment("TOO_MANY_LOOKS", f"at most {_MOST_LOOKS} looks a case")
    number = 1 + sum(each.document == action.document and each.tool is action.tool for each in play.looks)
    hits = case.hit_by(action.document, action.tool, action.region)
    looked = Looked(
        fact=fact_of_look(action.document, action.tool, number),
        document=action.document,
        tool=action.tool,
        region=action.region,
        defects=tuple(each.key for each in hits),
        indicators=tuple(each.indicator for each in hits if each.indicator is not None),
    )
    return replace(
        play,
        looks=(*play.looks, looked),
        facts=play.facts | {looked.fact},
        used_s=play.used_s + INSPECT_S[action.tool],
    )


def _ask(case: DealtCase, play: Play, action: Ask) -> Play:
    question = case.question(action.question)
    if question is None:
        raise invalid_field("action.question", "no such question in this case")
    elsewhere = known(case, play)
    if question.key not in {each.key for each in offered(case.scenario, play.interview, elsewhere)}:
        raise _moment("NOT_OFFERED", "this cannot be asked now: it was asked before, or its time has not come")
    index, answer, after = answer_to(question, play.interview, elsewhere)
    cost_s = 0 if question.key in play.reopened else question.cost_s
    heard = Heard(
        question=question.key,
        answer=index,
        reveals=answer.reveals,
        harm=answer.effect.harm,
        cost_s=cost_s,
        overheard=question.private and not play.interview.value("alone"),
        seat=play.seat,
    )
    return replace(
        play,
        interview=after,
        heard=(*play.heard, heard),
        facts=play.facts | {fact_of_answer(question.key)},
        used_s=play.used_s + cost_s,
        reopened=play.reopened - {question.key},
    )


def _cite(case: DealtCase, play: Play, action: Cite) -> Play:
    for name, fact in (("action.fact", action.fact), ("action.other", action.other)):
        if fact not in play.facts:
            fault = FieldFault(name, "nobody at this desk knows that yet")
            message = f"{fault.field}: {fault.description}"
            raise LintasError(Fault.PRECONDITION, "FACT_UNKNOWN", message, fields=(fault,))
    pair = frozenset((action.fact, action.other))
    if any(frozenset((each.fact, each.other)) == pair for each in play.cited):
        raise _moment("CITED_BEFORE", "these two facts are cited already")
    if len(play.cited) >= _MOST_CITATIONS:
        raise _moment("TOO_MANY_CITATIONS", f"at most {_MOST_CITATIONS} citations a case")
    cited = Cited(action.fact, action.other, _shown_by(case, play, pair), play.seat)
    return replace(play, cited=(*play.cited, cited))


def _shown_by(case: DealtCase, play: Play, pair: frozenset[str]) -> tuple[str, ...]:
    """Indicators that the two facts show: by one of their pairs, or (without pairs) by what revealed them."""
    by_fact = revealed_by(case, play)
    found = []
    for each in case.scenario.indicators:
        if each.between:
            is_shown = are_shown(case, pair, each.between)
        else:
            is_shown = any(each.key in by_fact.get(fact, ()) for fact in pair)
        if is_shown:
            found.append(each.key)
    return tuple(found)


def revealed_by(case: DealtCase, play: Play) -> dict[str, frozenset[str]]:
    """By fact, the indicators that it brought out by itself."""
    found: dict[str, frozenset[str]] = {
        f"shown.{each.key}": frozenset((each.key,)) for each in case.scenario.indicators
    }
    for heard in play.heard:
        fact = fact_of_answer(heard.question)
        found[fact] = found.get(fact, frozenset()) | frozenset(heard.reveals)
    for look in play.looks:
        found[look.fact] = frozenset(look.indicators)
    return found


def _withdraw(case: DealtCase, play: Play, action: Withdraw) -> Play:
    del case
    pair = frozenset((action.fact, action.other))
    kept = tuple(each for each in play.cited if frozenset((each.fact, each.other)) != pair)
    if len(kept) == len(play.cited):
        raise _moment("NOT_CITED", "these two facts are not cited")
    return replace(play, cited=kept)


def _write(case: DealtCase, play: Play, action: Write) -> Play:
    del case
    if len(action.reason) > _LONGEST_REASON:
        raise invalid_field("action.reason", f"at most {_LONGEST_REASON} characters")
    return replace(play, reasons=MappingProxyType({**play.reasons, play.seat.value: action.reason}))


def _hand_over(case: DealtCase, play: Play, action: HandOver) -> Play:
    del case
    if play.seat is not Seat.PRIMARY:
        raise _moment("ONE_SEAT", "there is nobody to hand over to")
    unknown = [fact for fact in action.facts if fact not in play.facts]
    if unknown:
        raise invalid_field("action.facts", "nobody at this desk knows that yet", reason="FACT_UNKNOWN")
    if len(action.note) > _LONGEST_REASON:
        raise invalid_field("action.note", f"at most {_LONGEST_REASON} characters")
    return replace(play, told=action)


def _decide(case: DealtCase, play: Play, action: Decide) -> Play:
    if not 0 <= action.confidence <= 1:
        raise invalid_field("action.confidence", "0 to 1")
    if play.seat is Seat.PRIMARY and action.outcome not in AT_PRIMARY:
        raise _moment("NOT_AT_PRIMARY", "at primary: clear, refer, or protect in an emergency")
    written = _write(case, play, Write(action.reason)) if action.reason else play
    decided = Decided(action.outcome, action.confidence, play.seat, play.used_s)
    after = replace(written, decisions=(*play.decisions, decided))
    if play.seat is Seat.PRIMARY and action.outcome is Outcome.REFER:
        # the secondary seat knows what anybody sees, what the machine said, and what it was told
        told = frozenset(play.told.facts) if play.told else frozenset()
        scanned = facts_at_scan(case.scenario) if play.scans else frozenset()
        facts = facts_at_start(case.scenario) | scanned | told
        return replace(after, seat=Seat.SECONDARY, facts=facts, known_at_primary=play.facts)
    return after


_HANDLERS: Final[Mapping[type, Callable[..., Play]]] = MappingProxyType(
    {Look: _look, Ask: _ask, Cite: _cite, Withdraw: _withdraw, Write: _write, HandOver: _hand_over, Decide: _decide}
)


def _moment(reason: str, message: str) -> LintasError:
    return LintasError(Fault.PRECONDITION, reason, message)
