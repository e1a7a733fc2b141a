"""What stands beside an entry's content: who may see it, what it hangs together with, whether it is contested."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

LOCAL_LIST: Final = "local"  # what supervisors decide here; all other lists are imported


class Confidentiality(Enum):
    """Who may be told that the entry exists."""

    OPEN = "open"  # published lists
    OFFICIAL = "official"  # officers and supervisors
    RESTRICTED = "restricted"  # supervisors; the officer sees the action, never the ground


class LinkKind(Enum):
    """How two entries belong together."""

    SAME_PERSON = "same_person"  # another entry on the same person
    ALIAS_OF = "alias_of"  # merged into the other one
    SPLIT_FROM = "split_from"
    COMPANION = "companion"
    HOLDER = "holder"  # the listed document's rightful holder


@dataclass(frozen=True, slots=True)
class EntryLink:
    """Points from the entry that holds it to `entry_id`."""

    kind: LinkKind
    entry_id: str


class ObjectionState(Enum):
    """A listed person may object (Permenkumham 38/2021); the entry holds until it is decided."""

    FILED = "filed"
    UPHELD = "upheld"  # the entry is revoked with it
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Objection:
    """One objection: the file reference of the letter, never its content."""

    reference: str
    state: ObjectionState
    filed_at: datetime
    decided_at: datetime | None = None


class OverrideKind(Enum):
    """What supervisors decide here on an entry that its publisher keeps in force."""

    SUSPENDED = "suspended"  # for a time, or until it is reinstated
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Override:
    """Takes the place of the entry's own state from `since` up to `until` (UTC; None: until it is reinstated)."""

    kind: OverrideKind
    since: datetime
    until: datetime | None = None

    def holds_at(self, instant: datetime) -> bool:
        """Whether it counts at `instant`."""
        return self.since <= instant and (self.until is None or instant < self.until)


@dataclass(frozen=True, slots=True)
class LocalStanding:
    """What was decided here beside what the list says. Each new version of the list leaves it as it is."""

    override: Override | None = None
    objections: tuple[Objection, ...] = ()
