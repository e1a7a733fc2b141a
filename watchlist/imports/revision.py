"""What an import is worked out from, and what it writes. Tuples, since there are millions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Final, NamedTuple, Protocol, TypeAlias, TypeVar

from ledger.event import EventDraft
from ledger.request_key import RequestKey
from watchlist.imports.record import ImportMark, Landing, ListRecord

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


class Replacing(NamedTuple):
    """A version that takes the place of another. `revoked_at` is '' while it is in force."""

    entry_id: str
    kind: str
    category: str
    number: str
    content_digest: str
    entry_digest: str
    revoked_at: str
    version: int
    text: str


class Place(NamedTuple):
    """Where in the store's history an import goes: list, list version before it, time and number of its event."""

    list_id: str
    list_version: int
    recorded_at: str
    event_sequence: int


# a row as it is written: the values of WRITTEN
Written: TypeAlias = tuple[str | int, ...]
WRITTEN: Final = (
    "entry_id", "list_id", "kind", "category", "number", "content_digest", "entry_digest", "revoked_at", "version",
    "list_version", "recorded_at", "event_sequence", "entry",
)  # fmt: skip


class Revisions(Protocol):
    """All that an import writes. List versions go up by one with each row, new entries first."""

    @property
    def added_count(self) -> int:
        """How many are new."""

    @property
    def replacing_count(self) -> int:
        """How many replace another version."""

    def added(self, place: Place) -> Iterator[Written]:
        """Rows of entries that are new, by id."""

    def replacing(self, place: Place) -> Iterator[Written]:
        """Rows that take the place of others, by id."""


class ListStore(Protocol):
    """What keeps lists, as an import sees it."""

    def answered(self, request: RequestKey) -> str:
        """'' where the request is new. Raises LintasError REQUEST_ID_REUSED where its id came with another body."""

    def standing(self, list_id: str, work: Callable[[int, Iterator[Standing]], T]) -> T:
        """Hand `work` the list version and the list's entries, ascending by id (code points), as of one instant."""

    def take_in(
        self, landing: Landing, revisions: Revisions, draft: EventDraft, request: RequestKey, *, base_version: int
    ) -> int:
        """Write all of it with the event and the list's record at once, and take its mark away; the new list version.

        Raises LintasError LIST_MOVED where this list has changed since `base_version`, LIST_OLDER as `check_order`
        does; nothing is written then.
        """

    def lists(self) -> tuple[ListRecord, ...]:
        """What is known of every imported list, by id."""

    def keep_date(self, list_id: str, published: str) -> None:
        """A newer publication of the list says what the one before it said."""

    def marks(self) -> tuple[ImportMark, ...]:
        """Imports that have begun and not ended, the oldest first."""

    def begin(self, mark: ImportMark) -> None:
        """Remember that an import has begun."""

    def end(self, mark: ImportMark) -> None:
        """Forget it again; nothing where it is forgotten already."""
