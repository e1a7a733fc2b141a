"""What a report is made of, before it is HTML or PDF."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ledger.text import Text
from simulator.grading.finding import Finding
from verifier.decision import Outcome


class Tone(Enum):
    """How a thing went, for its colour and mark; never by colour alone."""

    PLAIN = "plain"
    GOOD = "good"
    PART = "part"
    BAD = "bad"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: Text
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; with `heading` above it."""

    items: tuple[Text, ...]
    heading: Text | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """Figures with intervals and sayings."""

    items: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A plot. `caption` says what it shows, to those too who cannot see it."""

    key: str
    svg: bytes
    title: Text
    caption: Text
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class Pictures:
    """Plots beside each other, wide ones alone."""

    items: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """Part of a bar: how many decided so, and how that went."""

    decision: Outcome | None
    count: int
    tone: Tone


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One case of the class: who decided what, how many rightly."""

    number: int
    title: Text
    is_signal: bool
    shares: tuple[Share, ...]
    right: Finding
    fit: Finding  # correlation with the rest
    note: Text | None


@dataclass(frozen=True, slots=True)
class ItemRows:
    """All cases of the class."""

    items: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One case of one trainee, told back. `parts` are the four shares of the score, each 0…1 of its own;
    `story` is what was really going on.
    """

    number: int
    title: Text
    tone: Tone
    points: Text
    decision: Outcome | None
    best: Outcome | None
    why: Text
    story: Text
    confidence: Text
    used: Text
    parts: tuple[tuple[Text, float], ...]
    seen: tuple[Text, ...]
    missed: tuple[Text, ...]
    mistaken: tuple[Text, ...]
    harms: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """A trainee's cases, in the order played."""

    items: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A case worth talking about: what it teaches, and what to ask."""

    number: int
    title: Text
    points: tuple[Text, ...]
    questions: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Lessons:
    """Cases worth talking about."""

    items: tuple[Lesson, ...]


Block = Words | Bullets | Findings | Pictures | ItemRows | Cards | Lessons


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the debrief."""

    key: str
    title: Text
    lead: Text
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. `facts` are short figures under the title."""

    title: Text
    subtitle: Text
    facts: tuple[tuple[Text, Text], ...]
    sections: tuple[Section, ...]
    footer: Text
