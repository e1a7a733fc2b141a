"""The trainer's part of a pack as plain values: who the traveller is, what they answer, scan cards, key, debrief."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ledger.text import Text
from simulator.report.pack_case import PackCase
from simulator.report.pack_class import card
from simulator.report.pack_guard import effect_words
from simulator.report.pack_words import ADVICE, LABELS
from simulator.report.scenario_words import CASE_CLASSES, STYLES, TOOLS, word
from simulator.report.voice import Voice
from simulator.report.words import DECISIONS, tone_of
from simulator.scenario.expected import GradedDecision, Signal
from simulator.scenario.interview import Answer, Question
from simulator.session.scan import ScanSeen
from verifier.checks.catalogue import catalogue

Plain = dict[str, Any]
_REMARKABLE = frozenset({"failed", "undetermined", "aborted"})


def key_part(case: PackCase, voice: Voice) -> Plain:
    """For the trainer alone."""
    scenario = case.scenario
    graded = sorted(scenario.expected.decisions, key=lambda each: -each.credit)
    return {
        "number": case.number,
        "title": voice.said(scenario.meta.title.text),
        "kind": voice.said(word(CASE_CLASSES, scenario.meta.case.value)),
        "is_signal": scenario.expected.signal is Signal.SIGNAL,
        "best": voice.said(DECISIONS[graded[0].decision]),
        "person": list(_person(case, voice)),
        "companions": [{"who": voice.said(each.who.text), "controls": each.controls} for each in scenario.companions],
        "answers": [_question(case, each, voice) for each in (*case.first_cards, *case.later_cards)],
        "later_cards": [card(case, each, voice) for each in case.later_cards],
        "scans": list(_scans(case, voice)),
        "decisions": [_decision(case, each, voice) for each in graded],
        "evidence": list(_evidence(case, voice)),
        "decoys": [
            {"text": voice.said(each.text.text), "explain": voice.said(each.explain.text) if each.explain else ()}
            for each in scenario.indicators
            if each.decoy
        ],
        "planted": [
            {"tool": voice.said(word(TOOLS, defect.tool.value)), "explain": voice.said(defect.explain.text)}
            for document in scenario.documents
            for defect in document.defects
        ],
        "harms": [voice.said(each.text.text) for each in scenario.harms],
        "debrief": {
            "reactions": [voice.said(each.text) for each in scenario.debrief.reactions],
            "description": [voice.said(scenario.debrief.description.text)],
            "analysis": [voice.said(each.text) for each in scenario.debrief.analysis],
            "application": [voice.said(each.text) for each in scenario.debrief.application],
        },
    }


def _person(case: PackCase, voice: Voice) -> Iterator[tuple[str, ...]]:
    persona = case.scenario.persona
    name = f"{persona.given} {persona.surname}".strip()
    yield (f"{name}, {persona.dob}, {persona.sex.value}, {persona.nationality}",)
    if persona.occupation is not None:
        yield voice.said(persona.occupation.text)
    yield voice.said(case.scenario.debrief.description.text)


def _question(case: PackCase, question: Question, voice: Voice) -> Plain:
    return {
        "number": case.numbers[question.key],
        "text": voice.said(question.text.text),
        "style": voice.said(word(STYLES, question.style.value)),
        "is_necessary": question.necessary,
        "is_private": question.private,
        "answers": [_answer(case, each, voice) for each in question.answers],
    }


def _answer(case: PackCase, answer: Answer, voice: Voice) -> Plain:
    indicators = {each.key: each.text.text for each in case.scenario.indicators}
    return {
        "when": voice.said(case.guards.of(answer.when)) if answer.when else (),
        "text": voice.said(answer.text.text),
        "effects": [voice.said(each) for each in effect_words(answer.effect)],
        "tells": [voice.said(indicators[each]) for each in answer.reveals],
        "does_harm": answer.effect.harm is not None,
    }


def _scans(case: PackCase, voice: Voice) -> Iterator[Plain]:
    told: ScanSeen | None = None
    for name, seen in zip(("scan_first", "scan_again", "scan_informed"), case.scans, strict=True):
        if seen != told:
            yield {"name": voice.said(LABELS[name]), **_scan(seen, voice)}
        told = seen


def _scan(seen: ScanSeen, voice: Voice) -> Plain:
    checks = catalogue()
    return {
        "kind": seen.advice.value,
        "advice": voice.said(ADVICE[seen.advice.value]),
        "reasons": [voice.said(each) for each in seen.reasons],
        "checks": [
            {
                "name": voice.said(checks[each.check_id].name if each.check_id in checks else _same(each.check_id)),
                "reasons": [voice.said(reason) for reason in each.reasons],
                "score": [] if each.score is None else [f"{each.score:.2f} / {each.threshold or 0:.2f}"],
            }
            for each in seen.checks
            if each.result in _REMARKABLE or each.score is not None
        ],
        "hits": [
            f"{', '.join(each.names) or each.entry} · {each.birth_date} · {each.category} · {each.grade} · {each.state}"
            for each in seen.hits
        ],
        "mrz": list(seen.mrz),
        "link_is_up": seen.link_is_up,
        "list_age_h": seen.list_age_h,
    }


def _decision(case: PackCase, graded: GradedDecision, voice: Voice) -> Plain:
    harms = {each.key: each.text.text for each in case.scenario.harms}
    return {
        "name": voice.said(DECISIONS[graded.decision]),
        "credit": f"{graded.credit:+.1f}",
        "tone": tone_of(graded.credit).value,
        "why": voice.said(graded.why.text),
        "harm": voice.said(harms[graded.harm]) if graded.harm else (),
    }


def _evidence(case: PackCase, voice: Voice) -> Iterator[Plain]:
    needed = frozenset(case.scenario.expected.minimum)
    for each in case.scenario.indicators:
        if not each.decoy:
            mark = "needed" if each.key in needed else "relief" if each.side.value == "relief" else ""
            yield {
                "text": voice.said(each.text.text),
                "mark": voice.said(LABELS[mark]) if mark else (),
            }


def _same(text: str) -> Text:
    return Text(id=text, en=text)
