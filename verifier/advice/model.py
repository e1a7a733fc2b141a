"""The words of advice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ledger.text import Text


class AdviceKind(Enum):
    """CLEAR, RETRY (technical), REFER (to secondary), PROTECT (protective handling). Refusal is never advised."""

    CLEAR = "clear"
    RETRY = "retry"
    REFER = "refer"
    PROTECT = "protect"

    @property
    def weight(self) -> int:
        """Which one wins when reasons differ."""
        return list(AdviceKind).index(self)


class Track(Enum):
    """Document authenticity, watchlist identity and protection never mix; reading and policy stand beside them."""

    DOCUMENT = "document"
    WATCHLIST = "watchlist"
    PROTECTION = "protection"
    READING = "reading"
    POLICY = "policy"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: stable code, track, sentence, and what it alone would advise (CLEAR for a mere note)."""

    code: str
    track: Track
    text: Text
    kind: AdviceKind = AdviceKind.CLEAR


@dataclass(frozen=True, slots=True)
class Advice:
    """The advice with all reasons, strongest first; `changes` says what would change it."""

    kind: AdviceKind
    reasons: tuple[Reason, ...]
    changes: tuple[Text, ...] = ()
    handling: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One track's contribution: a reason, and what would change it."""

    reason: Reason
    changes: tuple[Text, ...] = ()
    handling: tuple[Text, ...] = ()
