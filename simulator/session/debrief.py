"""What is said of a decided case: all that was hidden, beside what was done. The same log gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from pydantic import TypeAdapter

from ledger.text import Text
from simulator.grading.case_score import CaseScore, score_case
from simulator.grading.model import Seat
from simulator.session.case import DealtCase
from simulator.session.log import Joined
from simulator.session.play import Play, known
from simulator.session.result import answer_key, attempts_of, key_for
from simulator.session.session import Session


@dataclass(frozen=True, slots=True)
class DecisionTold:
    """One of the six, what it is worth and why; `chosen` by this seat."""

    decision: str
    credit: float
    why: Text
    chosen: bool


@dataclass(frozen=True, slots=True)
class EvidenceTold:
    """One indicator: whether it counts, whether it could be known by then, whether it was cited."""

    key: str
    text: Text
    weight: float
    decoy: bool
    needed: bool
    known: bool
    cited: bool
    explain: Text | None = None


@dataclass(frozen=True, slots=True)
class DefectTold:
    """What was planted, what shows it, and whether it was looked at."""

    document: str
    key: str
    kind: str
    tool: str
    explain: Text
    found: bool


@dataclass(frozen=True, slots=True)
class HarmTold:
    """Harm that was done."""

    key: str
    text: Text
    penalty: float
    terminal: bool


@dataclass(frozen=True, slots=True)
class StepTold:
    """One step of the interview as it went."""

    question: str
    asked: Text
    answered: Text
    overheard: bool


@dataclass(frozen=True, slots=True)
class TryTold:
    """The case played once more on the trainer's wish: decided how, and what that is worth. Not counted."""

    decision: str
    confidence: float
    credit: float


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the score, each 0…1 (credit −1…1), and the points, 0…100."""

    credit: float
    evidence: float
    calibration: float
    interview: float
    harm: float
    points: float


@dataclass(frozen=True, slots=True)
class HandoverTold:
    """What the primary seat passed on of what it alone knew, and what was lost (0…1, and by name)."""

    score: float
    passed: tuple[Text, ...]
    lost: tuple[Text, ...]
    idle: int


@dataclass(frozen=True, slots=True)
class CaseDebrief:
    """One case for one trainee. Time is shown, never scored."""

    case: str
    slot: int
    seat: str
    title: Text
    decision: str
    confidence: float | None
    reason: str
    parts: Parts
    decisions: tuple[DecisionTold, ...]
    evidence: tuple[EvidenceTold, ...]
    stray_citations: int
    defects: tuple[DefectTold, ...]
    harms: tuple[HarmTold, ...]
    steps: tuple[StepTold, ...]
    advice_shown: tuple[str, ...]
    advice_true: tuple[str, ...]
    used_s: int
    needed_s: int
    budget_s: int
    reactions: tuple[Text, ...]
    description: Text
    analysis: tuple[Text, ...]
    application: tuple[Text, ...]
    happened: tuple[Text, ...] = ()  # what the trainer let happen
    tries: tuple[TryTold, ...] = ()
    handover: HandoverTold | None = None


def debriefs_of(session: Session, trainee: str) -> tuple[CaseDebrief, ...]:
    """Of all cases that this trainee's desk has played, in order. Raises LintasError TRAINEE_UNKNOWN."""
    person = session.person(trainee)
    attempts = {
        (attempt.trainee, attempt.case, attempt.form): attempt
        for attempt in attempts_of(session)
        if attempt.trainee == trainee
    }
    told = []
    for slot, planned in enumerate(session.plan.slots):
        if (person.desk, slot) not in session.plays:
            continue
        case = session.case_at(person.desk, slot)
        attempt = next(
            (
                each
                for (_, key, form), each in attempts.items()
                if key == key_for(case, person.seat) and form is planned.form
            ),
            None,
        )
        if attempt is not None:
            score = score_case(attempt, answer_key(case, person.seat))
            debrief = _debrief(case, session.plays[(person.desk, slot)], slot, person.seat, score)
            told.append(replace(debrief, tries=tuple(_tries(session, person, slot, debrief.decisions))))
    return tuple(told)


@cache
def _adapter() -> TypeAdapter[tuple[CaseDebrief, ...]]:
    return TypeAdapter(tuple[CaseDebrief, ...])


def to_json(debriefs: tuple[CaseDebrief, ...]) -> bytes:
    """The same debriefs give the same bytes."""
    return _adapter().dump_json(debriefs, indent=1)


def _debrief(case: DealtCase, play: Play, slot: int, seat: Seat, score: CaseScore) -> CaseDebrief:
    scenario, attempt = case.scenario, score.attempt
    cited = {key for each in play.cited if each.seat is seat for key in each.indicators}
    return CaseDebrief(
        case=case.case_key,
        slot=slot,
        seat=seat.value,
        title=scenario.meta.title.text,
        decision=attempt.decision.value if attempt.decision else "",
        confidence=attempt.confidence,
        reason=attempt.reason,
        parts=Parts(
            credit=score.credit,
            evidence=score.evidence.score,
            calibration=score.calibration,
            interview=score.interview,
            harm=min(score.harm, 1.0),
            points=round(score.points, 1),
        ),
        decisions=tuple(
            DecisionTold(each.decision.value, each.credit, each.why, each.decision is attempt.decision)
            for each in score.key.decisions
        ),
        evidence=tuple(_evidence(case, play, cited)),
        stray_citations=sum(not each.indicators for each in play.cited if each.seat is seat),
        defects=tuple(_defects(case, play)),
        harms=tuple(HarmTold(each.key, each.text, each.penalty, each.is_terminal) for each in attempt.harms),
        steps=tuple(_steps(case, play)),
        advice_shown=tuple(each.advice.value for each in play.scans),
        advice_true=tuple(each.true_advice.value for each in play.scans),
        used_s=round(attempt.used_s),
        needed_s=round(score.key.needed_s),
        budget_s=scenario.time_budget_s,
        reactions=tuple(each.text for each in scenario.debrief.reactions),
        description=scenario.debrief.description.text,
        analysis=tuple(each.text for each in scenario.debrief.analysis),
        application=tuple(each.text for each in scenario.debrief.application),
        happened=tuple(each.told for each in play.happened),
        handover=_handover(case, score),
    )


def _handover(case: DealtCase, score: CaseScore) -> HandoverTold | None:
    handed, weighed = score.attempt.handover, score.handover
    if handed is None or weighed is None:
        return None
    return HandoverTold(
        score=weighed.score,
        passed=tuple(case.indicator(key).text.text for key in handed.passed),
        lost=tuple(case.indicator(key).text.text for key in handed.lost),
        idle=handed.idle,
    )


def _tries(session: Session, person: Joined, slot: int, key: tuple[DecisionTold, ...]) -> Iterator[TryTold]:
    credit = {each.decision: each.credit for each in key}
    for (desk, at, _), play in sorted(session.tries.items()):
        decided = next((each for each in play.decisions if each.seat is person.seat), None)
        if (desk, at) == (person.desk, slot) and decided is not None:
            outcome = decided.outcome.value
            yield TryTold(outcome, decided.confidence, credit.get(outcome, 0.0))


def _evidence(case: DealtCase, play: Play, cited: set[str]) -> Iterator[EvidenceTold]:
    could = known(case, play)
    for each in case.scenario.indicators:
        yield EvidenceTold(
            key=each.key,
            text=each.text.text,
            weight=each.weight,
            decoy=each.decoy,
            needed=each.key in case.minimum,
            known=each.key in could,
            cited=each.key in cited,
            explain=each.explain.text if each.explain else None,
        )


def _defects(case: DealtCase, play: Play) -> Iterator[DefectTold]:
    looked = {(look.document, key) for look in play.looks for key in look.defects}
    for document in case.scenario.documents:
        for each in document.defects:
            was_scanned = each.tool.value in {"mrz", "chip"} and bool(play.scans)
            found = was_scanned or (document.key, each.key) in looked
            yield DefectTold(document.key, each.key, each.kind, each.tool.value, each.explain.text, found)


def _steps(case: DealtCase, play: Play) -> Iterator[StepTold]:
    for heard in play.heard:
        question = case.question(heard.question)
        if question is not None:
            answer = question.answers[heard.answer]
            yield StepTold(question.key, question.text.text, answer.text.text, heard.overheard)
