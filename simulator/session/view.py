"""What a trainee may see of a case, and nothing else: no key, no weights, no truth, no style, nothing yet unheard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from ledger.text import Text
from simulator.interview.state import offered
from simulator.scenario.document import Document
from simulator.scenario.evidence import ShownAt
from simulator.scenario.interview import Question
from simulator.scenario.presentation import mrz_lines
from simulator.session.case import DealtCase
from simulator.session.happening import Kind
from simulator.session.play import Cited, Decided, Looked, Play, known
from simulator.session.scan import ScanSeen, ShownCheck, ShownHit
from simulator.session.steering import Hold
from simulator.session.written import written_on
from verifier.model.journey import Journey


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that can be pointed at: its name, where it is from, and what it says."""

    name: str
    text: Text


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document as handed over."""

    key: str
    type: str
    issuer: str
    has_chip: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """A step that can be taken now."""

    key: str
    act: str
    to: str
    text: Text
    cost_s: int


@dataclass(frozen=True, slots=True)
class Said:
    """A step that was taken, and its answer."""

    question: str
    asked: Text
    answered: Text


@dataclass(frozen=True, slots=True)
class ScanView:
    """The engine's answer as shown; the true advice stays behind."""

    advice: str
    reasons: tuple[Text, ...]
    handling: tuple[Text, ...]
    checks: tuple[ShownCheck, ...]
    hits: tuple[ShownHit, ...]
    mrz: tuple[str, ...]
    link_is_up: bool
    list_age_h: int


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case for the seat at the desk. `facts` hold only what this seat knows."""

    case_number: int  # from 1
    of_cases: int
    seat: str
    is_my_turn: bool
    is_over: bool
    content_note: Text | None
    briefing: Text
    demeanour: Text
    occupation: Text | None
    queue: int
    budget_s: int
    used_s: int
    documents: tuple[DocumentView, ...]
    companions: tuple[tuple[str, Text, Text], ...]
    facts: tuple[Fact, ...]
    offers: tuple[Offer, ...]
    said: tuple[Said, ...]
    looks: tuple[tuple[str, str, str, tuple[float, float, float, float]], ...]
    scans: tuple[ScanView, ...]
    citations: tuple[tuple[str, str], ...]
    decisions: tuple[tuple[str, str, float], ...]  # seat, outcome, confidence
    handed_note: str
    reason: str
    hold: str = Hold.NONE.value
    try_number: int = 0  # above 0: played again, and not counted
    happened: tuple[tuple[str, Text, str], ...] = ()  # kind, what is told, the trainer's own words


def view_of(
    case: DealtCase,
    play: Play,
    *,
    slot: int,
    of_cases: int,
    seat: str,
    hold: Hold = Hold.NONE,
    try_number: int = 0,
) -> CaseView:
    """The case as that seat sees it; a seat whose turn it is not sees the same and may do nothing."""
    scenario = case.scenario
    return CaseView(
        case_number=slot + 1,
        of_cases=of_cases,
        seat=seat,
        is_my_turn=not play.is_over and play.seat.value == seat,
        is_over=play.is_over,
        content_note=scenario.meta.content_note.text if scenario.meta.content_note else None,
        briefing=scenario.briefing.text,
        demeanour=scenario.persona.demeanour.text,
        occupation=scenario.persona.occupation.text if scenario.persona.occupation else None,
        queue=scenario.post.queue + sum(each.amount for each in play.happened if each.kind is Kind.QUEUE_GROWS),
        budget_s=scenario.time_budget_s,
        used_s=play.used_s,
        documents=tuple(
            DocumentView(each.key, each.type.value, each.issuer, each.chip is not None) for each in scenario.documents
        ),
        companions=tuple((each.key, each.who.text, each.claims.text) for each in scenario.companions),
        facts=tuple(fact for fact in facts_of(case, play) if fact.name in play.facts),
        offers=tuple(
            Offer(each.key, each.act.value, each.to or "", each.text.text, _cost_s(each, play))
            for each in offered(scenario, play.interview, known(case, play))
        )
        if not play.is_over
        else (),
        said=tuple(each for each in _said(case, play) if f"answer.{each.question}" in play.facts),
        looks=tuple(_look(each) for each in play.looks if each.fact in play.facts),
        scans=tuple(scan_view(each) for each in play.scans),
        citations=tuple(_citation(each) for each in play.cited if each.seat is play.seat),
        decisions=tuple(_decision(each) for each in play.decisions),
        handed_note=play.told.note if play.told else "",
        reason=play.reasons.get(seat, ""),
        hold=hold.value,
        try_number=try_number,
        happened=tuple((each.kind.value, each.told, each.words) for each in play.happened),
    )


def _cost_s(question: Question, play: Play) -> int:
    return 0 if question.key in play.reopened else question.cost_s


def scan_view(seen: ScanSeen) -> ScanView:
    """The answer without what stays behind."""
    return ScanView(
        advice=seen.advice.value,
        reasons=seen.reasons,
        handling=seen.handling,
        checks=seen.checks,
        hits=seen.hits,
        mrz=seen.mrz,
        link_is_up=seen.link_is_up,
        list_age_h=seen.list_age_h,
    )


def _look(look: Looked) -> tuple[str, str, str, tuple[float, float, float, float]]:
    return look.fact, look.document, look.tool.value, look.region


def _citation(cited: Cited) -> tuple[str, str]:
    return cited.fact, cited.other


def _decision(decided: Decided) -> tuple[str, str, float]:
    return decided.seat.value, decided.outcome.value, decided.confidence


def _said(case: DealtCase, play: Play) -> Iterator[Said]:
    for heard in play.heard:
        question = case.question(heard.question)
        if question is not None:
            yield Said(question.key, question.text.text, question.answers[heard.answer].text.text)


def _same(text: str) -> Text:
    return Text(id=text, en=text)


def facts_of(case: DealtCase, play: Play) -> Iterator[Fact]:
    """All facts with their words; the caller keeps those that the seat knows. Facts that say nothing are left out."""
    scenario = case.scenario
    for document in scenario.documents:
        yield from _of_document(case, document)
    yield Fact("bearer.face", Text(id="Wajah pelintas", en="The traveller's face"))
    yield Fact("bearer.looks", Text(id="Penampilan pelintas", en="How the traveller looks"))
    yield Fact("bearer.demeanour", scenario.persona.demeanour.text)
    yield from _of_journey(scenario.journey)
    for companion in scenario.companions:
        yield Fact(f"companion.{companion.key}", companion.claims.text)
    for each in scenario.indicators:
        # what lies in a contradiction is to be found, not read
        if each.shown is not None and not each.between and (each.shown is ShownAt.START or play.scans):
            yield Fact(f"shown.{each.key}", each.text.text)
    for said in _said(case, play):
        yield Fact(f"answer.{said.question}", said.answered)
    for look in play.looks:
        yield Fact(look.fact, _same(f"{look.document}: {look.tool.value}"))
    if play.scans:
        for hit in play.scans[-1].hits:
            yield Fact(
                f"hit.{hit.entry}", _same(f"{', '.join(hit.names)} {hit.birth_date} ({hit.category}, {hit.grade})")
            )


def _of_document(case: DealtCase, document: Document) -> Iterator[Fact]:
    persona = case.scenario.persona
    yield Fact(f"{document.key}.page.photo", Text(id="Foto di dokumen", en="The photograph in the document"))
    for place, name, words in written_on(persona, document):
        yield Fact(f"{document.key}.{place}.{name}", _same(words))
    yield Fact(f"{document.key}.mrz.digits", _same(" / ".join(mrz_lines(persona, document))))
    for measured in document.measured:
        score = (
            f" {measured.score:.2f} / {measured.threshold:.2f}"
            if measured.score is not None and measured.threshold is not None
            else ""
        )
        yield Fact(
            f"{document.key}.measured.{measured.check}", _same(f"{measured.check}: {measured.result.value}{score}")
        )


def _of_journey(journey: Journey) -> Iterator[Fact]:
    for each in fields(Journey):
        value = getattr(journey, each.name)
        if value not in (None, (), "") and not each.name.endswith("_cues"):
            yield Fact(f"journey.{each.name}", _same(_told(value)))


def _told(value: object) -> str:
    """A journey's value in plain words: what is set, joined."""
    if isinstance(value, tuple):
        return "; ".join(_told(each) for each in value)
    if hasattr(value, "__dataclass_fields__"):
        stated = ((name, getattr(value, name)) for name in value.__dataclass_fields__)
        return ", ".join(f"{name}: {_told(each)}" for name, each in stated if each not in (None, (), ""))
    return str(getattr(value, "value", value))
