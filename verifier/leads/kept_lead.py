"""One lead as it is kept: the question, its evidence, who does the same lawfully, and what analysts decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Final

from ledger.actor import Actor
from ledger.errors import invalid_field
from ledger.text import Text

MOST_CROSSINGS: Final = 200  # of the evidence as much as a person looks at; the count tells of the rest
_LONGEST_REASON: Final = 2000


class LeadState(Enum):
    """Where it stands. NEW and GROWN wait for an analyst; of EXPLAINED an allowance says why it is lawful."""

    NEW = "new"
    GROWN = "grown"  # decided once, and there is more evidence now
    LOOKED_AT = "looked_at"
    PASSED_ON = "passed_on"
    SET_ASIDE = "set_aside"
    EXPLAINED = "explained"

    @property
    def is_decision(self) -> bool:
        """Whether a person can choose it."""
        return self in {LeadState.LOOKED_AT, LeadState.PASSED_ON, LeadState.SET_ASIDE}

    @property
    def waits(self) -> bool:
        """Whether somebody should look."""
        return self in {LeadState.NEW, LeadState.GROWN}


@dataclass(frozen=True, slots=True)
class Allowed:
    """The allowance that explains a lead: what makes it lawful, on what ground, until when, and who gave it."""

    allowance_id: str
    kind: Text
    ground: str
    valid_until: datetime
    allowed_by: str


@dataclass(frozen=True, slots=True)
class FoundLead:
    """What one run found. `counts` are the pattern's measures by name; `crossings` the evidence, oldest first."""

    pattern_id: str
    pattern: Text
    subject: str
    text: Text
    innocent: Text
    counts: Mapping[str, int]
    crossings: tuple[str, ...]
    first_at: datetime
    last_at: datetime
    is_suppressed: bool = False
    allowed: Allowed | None = None


@dataclass(frozen=True, slots=True)
class LeadDecision:
    """What an analyst made of it, why, and on how much evidence."""

    state: LeadState
    reason: str
    actor: Actor
    decided_at: datetime
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class KeptLead:
    """A question for an analyst, never a finding on anybody. It names no person: crossings are told by their cases."""

    record_id: str
    created_at: datetime
    actor: Actor
    found: FoundLead
    crossing_count: int
    last_found_at: datetime
    decisions: tuple[LeadDecision, ...] = ()
    version: int = 1

    @property
    def case_id(self) -> str:
        """It belongs to no case."""
        return ""

    @property
    def name(self) -> str:
        """Resource name."""
        return f"leads/{self.record_id}"

    @property
    def state(self) -> LeadState:
        """As the last decision says, unless the evidence has grown since, or an allowance explains it."""
        if self.found.is_suppressed:
            return LeadState.EXPLAINED
        if not self.decisions:
            return LeadState.NEW
        last = self.decisions[-1]
        has_grown = any(count > last.counts.get(name, 0) for name, count in self.found.counts.items())
        return LeadState.GROWN if has_grown else last.state

    @property
    def state_code(self) -> str:
        """For lists."""
        return self.state.value

    def found_again(self, found: FoundLead, at: datetime) -> KeptLead:
        """With what a later run found of the same pattern and subject."""
        return replace(
            self,
            found=shortened(found),
            crossing_count=len(found.crossings),
            last_found_at=at,
            version=self.version + 1,
        )

    def decided(self, state: LeadState, reason: str, actor: Actor, at: datetime) -> KeptLead:
        """With one decision more; earlier ones stay on record.

        Raises LintasError INVALID_FIELD: a state that nobody decides, no reason where it was set aside or passed on.
        """
        if not state.is_decision:
            raise invalid_field("state", "looked at, passed on or set aside")
        if state is not LeadState.LOOKED_AT and not reason.strip():
            raise invalid_field("reason", "say why it is set aside, or to whom it was passed on")
        if len(reason) > _LONGEST_REASON:
            raise invalid_field("reason", f"at most {_LONGEST_REASON:,} characters")
        decision = LeadDecision(state, reason.strip(), actor, at, dict(self.found.counts))
        return replace(self, decisions=(*self.decisions, decision), version=self.version + 1)


def shortened(found: FoundLead) -> FoundLead:
    """With as much of the evidence as a person looks at: the newest crossings."""
    return replace(found, crossings=found.crossings[-MOST_CROSSINGS:])
