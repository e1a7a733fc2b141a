"""A report as plain values, the one thing that both the HTML and the PDF template read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ledger.text import Text
from simulator.grading.finding import Finding
from simulator.report.blocks import (
    Block,
    Bullets,
    Card,
    Cards,
    Findings,
    ItemRow,
    ItemRows,
    Lesson,
    Lessons,
    Picture,
    Pictures,
    Report,
    Share,
    Tone,
    Words,
)
from simulator.report.voice import Voice
from simulator.report.words import DECISIONS, LABELS

MARKS: Final[Mapping[Tone, str]] = {Tone.GOOD: "✓", Tone.PART: "≈", Tone.BAD: "✗", Tone.QUIET: "–", Tone.PLAIN: ""}

Plain = dict[str, Any]


def plain_report(report: Report, voice: Voice) -> Plain:
    """Texts become lists of one or two strings (see Voice), tones their names; plots stay SVG."""
    return _Writer(voice).report(report)


class _Writer:
    """Turns each kind of block into plain values."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._kinds: Mapping[type, Callable[[Any], Plain]] = {
            Words: self._words,
            Bullets: self._bullets,
            Findings: lambda block: {"items": [self._finding(each) for each in block.items]},
            Pictures: lambda block: {"items": [self._picture(each) for each in block.items]},
            ItemRows: lambda block: {"items": [self._item(each) for each in block.items]},
            Cards: lambda block: {"items": [self._card(each) for each in block.items]},
            Lessons: lambda block: {"items": [self._lesson(each) for each in block.items]},
        }

    def report(self, report: Report) -> Plain:
        return {
            "languages": self._voice.languages,
            "title": self._say(report.title),
            "subtitle": self._say(report.subtitle),
            "facts": [{"name": self._say(name), "value": self._say(value)} for name, value in report.facts],
            "labels": {key: self._say(text) for key, text in LABELS.items()},
            "sections": [
                {
                    "key": section.key,
                    "title": self._say(section.title),
                    "lead": self._say(section.lead),
                    "blocks": [self._block(block) for block in section.blocks],
                }
                for section in report.sections
            ],
            "footer": self._say(report.footer),
        }

    def _say(self, text: Text) -> list[str]:
        return [part for part in self._voice.said(text) if part]

    def _block(self, block: Block) -> Plain:
        return {"kind": type(block).__name__.lower(), **self._kinds[type(block)](block)}

    def _words(self, block: Words) -> Plain:
        return {"text": self._say(block.text), "tone": block.tone.value}

    def _bullets(self, block: Bullets) -> Plain:
        heading = self._say(block.heading) if block.heading is not None else []
        return {"heading": heading, "items": [self._say(each) for each in block.items]}

    def _finding(self, finding: Finding) -> Plain:
        return {
            "key": finding.key,
            "name": self._say(finding.name),
            "value": self._say(finding.value),
            "interval": self._say(finding.interval),
            "saying": self._say(finding.saying),
            "bar": _bar(finding),
        }

    def _picture(self, picture: Picture) -> Plain:
        return {
            "key": picture.key,
            "svg": picture.svg.decode(),
            "title": self._say(picture.title),
            "caption": self._say(picture.caption),
            "is_wide": picture.is_wide,
        }

    def _item(self, row: ItemRow) -> Plain:
        total = sum(share.count for share in row.shares)
        start, shares = 0, []
        for share in row.shares:
            shares.append(self._share(share, start / total, share.count / total))
            start += share.count
        return {
            "number": row.number,
            "title": self._say(row.title),
            "is_signal": row.is_signal,
            "shares": shares,
            "right": self._finding(row.right),
            "fit": self._finding(row.fit),
            "note": self._say(row.note) if row.note is not None else [],
        }

    def _share(self, share: Share, start: float, width: float) -> Plain:
        return {
            "label": self._say(DECISIONS[share.decision]),
            "count": share.count,
            "tone": share.tone.value,
            "mark": MARKS[share.tone],
            "start": round(start, 4),
            "width": round(width, 4),
        }

    def _card(self, card: Card) -> Plain:
        return {
            "number": card.number,
            "title": self._say(card.title),
            "tone": card.tone.value,
            "mark": MARKS[card.tone],
            "points": self._say(card.points),
            "decision": self._say(DECISIONS[card.decision]),
            "best": self._say(DECISIONS[card.best]) if card.best is not None and card.best is not card.decision else [],
            "why": self._say(card.why),
            "story": self._say(card.story),
            "confidence": self._say(card.confidence),
            "used": self._say(card.used),
            "parts": [{"name": self._say(name), "share": round(share, 4)} for name, share in card.parts],
            "seen": [self._say(each) for each in card.seen],
            "missed": [self._say(each) for each in card.missed],
            "mistaken": [self._say(each) for each in card.mistaken],
            "harms": [self._say(each) for each in card.harms],
        }

    def _lesson(self, lesson: Lesson) -> Plain:
        return {
            "number": lesson.number,
            "title": self._say(lesson.title),
            "points": [self._say(each) for each in lesson.points],
            "questions": [self._say(each) for each in lesson.questions],
        }


def _bar(finding: Finding) -> Plain | None:
    """Where value and interval lie on the scale, as shares of its length; `zero` where the scale has one inside."""
    if finding.estimate is None:
        return None
    low, high = finding.scale.limits

    def place(value: float) -> float:
        return round(min(1.0, max(0.0, (value - low) / (high - low))), 4)

    estimate = finding.estimate
    return {
        "at": place(estimate.value),
        "low": place(estimate.low),
        "high": place(estimate.high),
        "zero": place(0.0) if low < 0 < high else None,
    }
