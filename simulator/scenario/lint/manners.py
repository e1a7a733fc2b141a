"""Whom the texts speak to and of: age and sex as the persona has them, and a trainee who may be anybody.

Read by patterns, so that these are warnings: a person decides. They caught a man of 38 asked for his school year, a
grown man asked after his mother in words for children, and answers to an officer who was taken for a man.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from simulator.scenario.interview import Act, Question, Style
from simulator.scenario.lint.finding import Finding, Level
from simulator.scenario.model import Scenario
from simulator.scenario.part import Line
from simulator.scenario.presentation import holder_facts, overlaid
from simulator.scenario.source import Place
from watchlist.entry import Sex

_MAY_BE_A_CHILD_YEARS: Final = 25  # as verifier.indicators.age: nobody older is made older to pass as an adult
_GROWN_UP_YEARS: Final = 21
_LEAST_RETIRED_YEARS: Final = 45
_SPOKEN: Final = frozenset({Act.ASK, Act.SEPARATE, Act.GIVE, Act.CALL})

_SCHOOL: Final = re.compile(
    r"\bkelas berapa\b|\bsekolahmu\b|\bsekolah di mana\b|\bschool year\b|\bwhich (class|grade|form) are you\b"
    r"|\bwhich class\b|\byour school\b",
    re.IGNORECASE,
)
# -mu as an ending of the words that are said of relatives and belongings; "tamu", "ilmu" and such are other words
_TO_A_CHILD: Final = re.compile(
    r"\bkamu\b|\b(ibu|ayah|orang tua|nama|paspor|rumah|teman|kakak|adik|bersama|sekolah|umur|ulang tahun|perjalanan"
    r"|foto|tas|uang|kerja|keluarga|tujuan|rencana)mu\b",
    re.IGNORECASE,
)
_TO_A_MAN: Final = re.compile(r"\bBapak\b|\bPak\b|\bMas\b|\bsir\b|\bMr\b")
_TO_A_WOMAN: Final = re.compile(r"\bIbu\b|\bBu\b|\bMbak\b|\bma'am\b|\bMs\b|\bMrs\b|\bmadam\b")
_TO_AN_OFFICER: Final = re.compile(r", (Pak|Bu|Mas|Mbak|Nak)\b|\b(sir|ma'am)\b")
_PUPIL: Final = re.compile(r"\b(pelajar|murid|siswa|siswi|pupil|schoolboy|schoolgirl)\b", re.IGNORECASE)
_RETIRED: Final = re.compile(r"\b(pensiunan|retired)\b", re.IGNORECASE)
_BAND: Final = re.compile(r"(\d{1,3})-(\d{1,3})")


def questions_fit(scenario: Scenario) -> Iterator[Finding]:
    """Questions to the traveller fit their age and sex; threatening ones are rude on purpose."""
    age = youngest_years(scenario)
    for number, question in enumerate(scenario.questions):
        if question.to is not None or question.act not in _SPOKEN:
            continue
        place: Place = ("questions", number, "text")
        if age is not None and age > _MAY_BE_A_CHILD_YEARS and _any(_SCHOOL, question.text):
            yield _warning(place, f"asks a traveller of {age} about school")
        if question.style is Style.THREATENING:
            continue
        if age is not None and age > _GROWN_UP_YEARS and _TO_A_CHILD.search(question.text.id):
            yield _warning(place, f"speaks to a traveller of {age} as to a child (kamu, -mu)")
        yield from _sex_fits(scenario, question, place)


def _sex_fits(scenario: Scenario, question: Question, place: Place) -> Iterator[Finding]:
    """Only of travellers alone: with company, somebody else may be meant."""
    wrong = {Sex.MALE: _TO_A_WOMAN, Sex.FEMALE: _TO_A_MAN}.get(scenario.persona.sex)
    if wrong is not None and not scenario.companions and _any(wrong, question.text):
        yield _warning(place, f"speaks to a traveller of sex {scenario.persona.sex.value} as to somebody else")


def answers_fit(scenario: Scenario) -> Iterator[Finding]:
    """Nobody knows whether the trainee is a man or a woman."""
    for number, question in enumerate(scenario.questions):
        for index, answer in enumerate(question.answers):
            if _any(_TO_AN_OFFICER, answer.text):
                text = "speaks to the trainee as Pak, Bu, sir …; officers are men and women"
                yield _warning(("questions", number, "answers", index, "text"), text)


def persona_fits(scenario: Scenario) -> Iterator[Finding]:
    """Occupation and age band are those of somebody born on that day."""
    persona, age = scenario.persona, true_years(scenario)
    if age is None:
        return
    if persona.occupation is not None:
        if age > _MAY_BE_A_CHILD_YEARS and _any(_PUPIL, persona.occupation):
            yield _warning(("persona", "occupation"), f"a pupil of {age}")
        if age < _LEAST_RETIRED_YEARS and _any(_RETIRED, persona.occupation):
            yield _warning(("persona", "occupation"), f"retired at {age}")
    band = _BAND.fullmatch(persona.protected.age_band)
    if band is not None and not int(band[1]) <= age <= int(band[2]):
        yield _warning(("persona", "protected", "age_band"), f"the traveller is {age}")
    if persona.protected.sex not in {None, persona.sex}:
        yield _warning(("persona", "protected", "sex"), "not the sex of the persona")


def companions_fit(scenario: Scenario) -> Iterator[Finding]:
    """An age that is told of a companion is the one that the engine is given."""
    stated = {each.reference: each.age_years for each in scenario.journey.party}
    for index, companion in enumerate(scenario.companions):
        age = stated.get(companion.key)
        for said in re.findall(r"(\bsekitar )?\b(\d{1,3}) tahun\b", companion.who.id):
            if age is not None and not said[0] and int(said[1]) != age:
                yield _warning(("companions", index, "who"), f"says {said[1]}, journey.party {age}")


def true_years(scenario: Scenario) -> int | None:
    """The traveller's age in full years at the post; None where the date of birth is not whole."""
    return _years(scenario.persona.dob, scenario.post.now.date())


def youngest_years(scenario: Scenario) -> int | None:
    """The youngest that the traveller is, by birth or by any document."""
    dates = [scenario.persona.dob]
    for document in scenario.documents:
        held = holder_facts(scenario.persona, document)
        dates += [each.dob or "" for each in (held, overlaid(held, document.printed), overlaid(held, document.mrz))]
    known = [age for each in dates if (age := _years(each, scenario.post.now.date())) is not None]
    return min(known, default=None)


def _years(born: str, today: date) -> int | None:
    try:
        day = date.fromisoformat(born)
    except ValueError:
        return None
    return today.year - day.year - ((today.month, today.day) < (day.month, day.day))


def _any(pattern: re.Pattern[str], line: Line) -> bool:
    return any(pattern.search(text) is not None for text in (line.id, line.en))


def _warning(place: Place, text: str) -> Finding:
    return Finding("manners", place, text, Level.WARNING)
