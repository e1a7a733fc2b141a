"""What a trainee can do with one case."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.scenario.document import Tool
from verifier.decision import Outcome

Box = tuple[float, float, float, float]
INNER = ".inner"
WHOLE: Box = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Look:
    """Look at a place of a document: fractions of the page (left, top, right, bottom), the whole page by default.

    A document's key is its data page; `KEY.inner` is the page that follows, in passports.
    """

    document: str
    tool: Tool = Tool.EYE
    region: Box = WHOLE


@dataclass(frozen=True, slots=True)
class Scan:
    """Put the documents on the reader. With `reports`, the cues of what was found are told to the engine."""

    reports_findings: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """Take one step of the pool: a question, a separation, a telephone call, a page looked up."""

    question: str


@dataclass(frozen=True, slots=True)
class Cite:
    """Link two facts as evidence; the second may be the first again where one speaks for itself."""

    fact: str
    other: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take back the citation of these two facts."""

    fact: str
    other: str


@dataclass(frozen=True, slots=True)
class Write:
    """Write down the reason, in one's own words; the last one counts."""

    reason: str


@dataclass(frozen=True, slots=True)
class HandOver:
    """From primary to secondary: which facts are told, and a note. Goes before a REFER in two-seat exercises."""

    facts: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Decide:
    """The decision, and how sure (0…1). Final: there is no second one."""

    outcome: Outcome
    confidence: float
    reason: str = ""


Action = Look | Scan | Ask | Cite | Withdraw | Write | HandOver | Decide
