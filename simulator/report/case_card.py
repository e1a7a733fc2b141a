"""One case of one trainee, told back."""

from __future__ import annotations

from collections.abc import Iterable

from ledger.text import Text
from simulator.grading.case_score import CaseScore
from simulator.grading.finding import Scale
from simulator.grading.model import NO_TEXT, Indicator
from simulator.grading.numbers import filled, number
from simulator.report import words
from simulator.report.blocks import Card, Tone

_NOT_SAID = Text(id="tidak disebut", en="not said")


def card(place: int, score: CaseScore) -> Card:
    """What was decided and why that was right or not; what was seen, missed and mistaken; harm done."""
    attempt, key = score.attempt, score.key
    cited = {citation.indicator for citation in attempt.citations}
    best = max(key.decisions, key=lambda graded: graded.credit, default=None)
    chosen = next((graded for graded in key.decisions if graded.decision is attempt.decision), None)
    unfounded = sum(citation.indicator not in {each.key for each in key.indicators} for citation in attempt.citations)
    told = chosen if chosen is not None else best
    return Card(
        number=place,
        title=words.named(key.title, key.item_key),
        tone=words.tone_of(score.credit) if score.is_answered else Tone.QUIET,
        points=number(score.points),
        decision=attempt.decision,
        best=best.decision if best is not None else None,
        why=told.why if told is not None else NO_TEXT,
        story=key.debrief.summary,
        confidence=_NOT_SAID if attempt.confidence is None else Scale.PERCENT.write(attempt.confidence),
        used=_minutes(attempt.used_s),
        parts=_parts(score),
        seen=_named(each for each in key.indicators if each.key in cited and not each.is_decoy),
        missed=(
            *_named(e for e in key.indicators if e.key not in cited and e.is_needed and not e.is_decoy),
            *_lost(score),
        ),
        mistaken=(
            *_named(each for each in key.indicators if each.key in cited and each.is_decoy),
            *_nothing(unfounded),
        ),
        harms=tuple(words.named(harm.text, harm.key) for harm in attempt.harms),
    )


def _lost(score: CaseScore) -> tuple[Text, ...]:
    """What the other seat was not told."""
    handover = score.attempt.handover
    lost = set(handover.lost) if handover is not None else set()
    template = Text(id="{what} (tidak diteruskan ke kursi kedua)", en="{what} (not passed on to the second seat)")
    return tuple(filled(template, what=each) for each in _named(e for e in score.key.indicators if e.key in lost))


def _parts(score: CaseScore) -> tuple[tuple[Text, float], ...]:
    handover = score.handover
    passed = (
        ((Text(id="serah terima", en="handover"), handover.score),) if handover is not None and handover.needed else ()
    )
    return (
        (Text(id="putusan", en="decision"), max(0.0, score.credit)),
        (Text(id="bukti", en="evidence"), score.evidence.score),
        *passed,
        (Text(id="kalibrasi", en="calibration"), score.calibration),
        (Text(id="wawancara", en="interview"), score.interview),
    )


def _minutes(seconds: float) -> Text:
    whole = round(seconds)
    return Text(id=f"{whole // 60}:{whole % 60:02} menit", en=f"{whole // 60}:{whole % 60:02} min")


def _named(indicators: Iterable[Indicator]) -> tuple[Text, ...]:
    return tuple(words.named(each.text, each.key) for each in indicators)


def _nothing(count: int) -> tuple[Text, ...]:
    if not count:
        return ()
    if count == 1:
        return (Text(id="kaitan yang tidak menunjukkan apa pun", en="a link that shows nothing"),)
    template = Text(id="{count} kaitan yang tidak menunjukkan apa pun", en="{count} links that show nothing")
    return (filled(template, count=count),)
