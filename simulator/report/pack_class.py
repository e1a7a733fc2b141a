"""The trainees' part of a pack as plain values: nothing in it that is hidden before the debrief."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from ledger.text import Text
from simulator.grading.model import Seat
from simulator.report.fact_words import FIELDS, GROUPS
from simulator.report.pack_case import PackCase, PackPicture
from simulator.report.scenario_words import ACTS, DOCUMENT_TYPES, REGIONS, word
from simulator.report.voice import Voice
from simulator.report.words import DECISIONS
from simulator.scenario.interview import Question
from simulator.session.action import INNER
from simulator.session.case import DealtCase
from simulator.session.play import start
from simulator.session.view import CaseView, Fact, view_of

Plain = dict[str, Any]
_ON_THE_PAGE: Final = ("journey.", "shown.")  # the rest is in the pictures, or said elsewhere on the page
_WHOLE: Final = ("visible", "uv", "ir")


def class_part(case: PackCase, voice: Voice) -> Plain:
    """What a trainee may have in hand, taken from the very view that the screen shows."""
    dealt = DealtCase(case.scenario.meta.key, case.scenario)
    view = view_of(dealt, start(dealt), slot=case.number - 1, of_cases=1, seat=Seat.SOLO.value)
    return {
        "number": case.number,
        "minutes": round(view.budget_s / 60, 1),
        "note": _said(view.content_note, voice),
        "briefing": _said(view.briefing, voice),
        "demeanour": _said(view.demeanour, voice),
        "occupation": _said(view.occupation, voice),
        "companions": [{"who": voice.said(who), "claims": voice.said(claims)} for _, who, claims in view.companions],
        "facts": list(_facts(view, voice)),
        "pages": list(_pages(case, voice)),
        "face": next((picture_name(case, each) for each in case.pictures if each.page == "bearer"), ""),
        "cards": [card(case, each, voice) for each in case.first_cards],
        "decisions": [voice.said(text) for outcome, text in DECISIONS.items() if outcome is not None],
    }


def card(case: PackCase, question: Question, voice: Voice) -> Plain:
    """One question card."""
    to = next((each.who.text for each in case.scenario.companions if each.key == question.to), None)
    return {
        "number": case.numbers[question.key],
        "act": voice.said(word(ACTS, question.act.value)),
        "text": voice.said(question.text.text),
        "cost_s": question.cost_s,
        "to": _said(to, voice),
        "only_after": voice.said(case.guards.of(question.requires)) if question.requires else [],
    }


def picture_name(case: PackCase, picture: PackPicture) -> str:
    """Of its file, beside the template."""
    place = case.pictures.index(picture)
    return f"case{case.number:02}_{place:02}.jpg"


def _facts(view: CaseView, voice: Voice) -> Iterator[Plain]:
    for fact in view.facts:
        if fact.name.startswith(_ON_THE_PAGE):
            yield {"name": voice.said(_label(fact)), "value": voice.said(_readable(fact.text))}


def _label(fact: Fact) -> Text:
    group, _, field = fact.name.partition(".")
    label = FIELDS.get(field) or GROUPS.get(group) or Text(id=group, en=group)
    return Text(id=label.id[:1].upper() + label.id[1:], en=label.en[:1].upper() + label.en[1:])


def _readable(text: Text) -> Text:
    """Values of the journey as people write them: `is_one_way: True` as "is one way: yes"."""
    words = text.id.replace("_", " "), text.en.replace("_", " ")
    for name, indonesian, english in (("True", "ya", "yes"), ("False", "tidak", "no")):
        words = re.sub(rf"\b{name}\b", indonesian, words[0]), re.sub(rf"\b{name}\b", english, words[1])
    return Text(id=words[0], en=words[1])


def _pages(case: PackCase, voice: Voice) -> Iterator[Plain]:
    types = {each.key: each.type.value for each in case.scenario.documents}
    for page in dict.fromkeys(each.page for each in case.pictures if each.page != "bearer"):
        of_page = [each for each in case.pictures if each.page == page]
        yield {
            "name": voice.said(word(DOCUMENT_TYPES, types[page.removesuffix(INNER)])),
            "inner": page.endswith(INNER),
            "views": [
                {"kind": view, "file": picture_name(case, each)}
                for view in _WHOLE
                for each in of_page
                if each.view == view
            ],
            "loupes": [
                {"file": picture_name(case, each), "name": voice.said(word(REGIONS, each.region))}
                for each in of_page
                if each.view == "loupe"
            ],
        }


def _said(text: Text | None, voice: Voice) -> tuple[str, ...]:
    return voice.said(text) if text is not None else ()
