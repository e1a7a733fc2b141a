"""What an import is worked out from, and what it writes. Tuples, since there are millions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import NamedTuple, Protocol, TypeVar

from ledger.event import EventDraft
from ledger.request_key import RequestKey
from watchlist.codec import to_json
from watchlist.entry import Entry
from watchlist.index.compact import compact_number
from watchlist.vouching import entry_digest

T = TypeVar("T")


class ChangeKind(Enum):
    """What the new version of a list does to one entry. One that the list drops is revoked, never deleted."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class Standing(NamedTuple):
    """An entry of the list as the store has it."""

    entry_id: str
    content_digest: str
    version: int
    is_revoked: bool
    text: str  # JSON, see watchlist.codec


class Incoming(NamedTuple):
    """An entry as the list's files say it, of version 1."""

    entry_id: str
    kind: str
    category: str
    number: str  # see `compact_number`
    content_digest: str
    text: str

    @classmethod
    def of(cls, entry: Entry) -> Incoming:
        """Of a fresh entry: not revoked, version 1, so that its digest is that of its text."""
        text = to_json(entry)
        kind, category = entry.kind.value, entry.category.value
        return cls(entry.entry_id, kind, category, compact_number(entry), entry_digest(text), text)


class Revision(NamedTuple):
    """One version of an entry, ready to be written. `revoked_at` is '' while it is in force."""

    position: int  # from 1 without a gap: the list version is the one before plus this
    entry_id: str
    kind: str
    category: str
    number: str
    content_digest: str
    entry_digest: str
    revoked_at: str
    version: int
    text: str


class Revisions(Protocol):
    """All that an import writes; each may be gone through more than once."""

    def added(self) -> Iterator[Revision]:
        """Entries that are new, by id."""

    def replacing(self) -> Iterator[Revision]:
        """Versions that take the place of another, by id."""


class ListStore(Protocol):
    """What keeps lists, as an import sees it."""

    def answered(self, request: RequestKey) -> str:
        """'' where the request is new. Raises LintasError REQUEST_ID_REUSED where its id came with another body."""

    def standing(self, list_id: str, work: Callable[[int, Iterator[Standing]], T]) -> T:
        """Hand `work` the list version and the list's entries, ascending by id (code points), as of one instant."""

    def take_in(
        self, list_id: str, revisions: Revisions, draft: EventDraft, request: RequestKey, *, base_version: int
    ) -> int:
        """Write all of it with the event at once; returns the new list version.

        Raises LintasError LIST_MOVED, and writes nothing, where this list has changed since `base_version`.
        """
