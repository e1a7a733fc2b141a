"""How the records of protection are kept: the port that every store fulfils."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from ledger.actor import Actor
from ledger.errors import Fault, FieldFault, LintasError
from ledger.event import EventDraft, format_instant, parse_instant
from ledger.request_key import RequestKey


class Kept(Protocol):
    """What all records have: an id, a case ('' where they belong to none), a coded state, and a count of changes."""

    @property
    def record_id(self) -> str: ...
    @property
    def case_id(self) -> str: ...
    @property
    def created_at(self) -> datetime: ...
    @property
    def actor(self) -> Actor: ...
    @property
    def version(self) -> int: ...
    @property
    def state_code(self) -> str: ...


T = TypeVar("T", bound=Kept)


@dataclass(frozen=True, slots=True)
class RecordFilter:
    """Which records to list; '' and None leave everything in. `until` is exclusive."""

    case_id: str = ""
    state: str = ""
    since: datetime | None = None
    until: datetime | None = None

    def matches(self, record: Kept) -> bool:
        """Whether the record is wanted."""
        return (
            self.case_id in {"", record.case_id}
            and self.state in {"", record.state_code}
            and (self.since is None or record.created_at >= self.since)
            and (self.until is None or record.created_at < self.until)
        )


@dataclass(frozen=True, slots=True)
class RecordPage(Generic[T]):
    """Records, newest first; `next_token` is '' at the end."""

    records: tuple[T, ...]
    next_token: str


class Records(Protocol[T]):
    """Keeps one kind of record. Record, ledger event and request id are written together or not at all."""

    def answered(self, request: RequestKey) -> T | None:
        """The record that this very request led to. Raises LintasError REQUEST_ID_REUSED for another body."""

    def record(self, new: T, draft: EventDraft, request: RequestKey) -> T:
        """Keep a new record; the event also vouches for its content (`record_sha256`).

        Returns the record already there when the same request came in twice at once.
        """

    def change(self, before: T, after: T, draft: EventDraft, request: RequestKey) -> T:
        """Replace a record. Raises LintasError ETAG_STALE where it is no longer as `before`."""

    def get(self, record_id: str) -> T:
        """The record with that id, or the only one whose id begins so.

        Raises LintasError RECORD_UNKNOWN, ID_AMBIGUOUS.
        """

    def list(self, which: RecordFilter, *, page_size: int, page_token: str) -> RecordPage[T]:
        """One page. Raises LintasError PAGE_TOKEN for a token that this store did not give."""


def etag_of(record: Kept) -> str:
    """Changes with every change of the record."""
    return f"{record.record_id[:8]}-{record.version}"


def check_etag(record: Kept, etag: str) -> None:
    """Raises LintasError ETAG_STALE where the caller saw another state."""
    if etag_of(record) != etag:
        raise record_stale()


def record_stale() -> LintasError:
    """Somebody else changed it in between."""
    field = FieldFault("etag", "the record has changed; read it again, then decide")
    return LintasError(Fault.STALE, "ETAG_STALE", f"etag: {field.description}", fields=(field,))


def record_unknown() -> LintasError:
    """No such record."""
    field = FieldFault("name", "no such record")
    return LintasError(Fault.NOT_FOUND, "RECORD_UNKNOWN", "name: no such record", fields=(field,))


def page_of(records: Sequence[T], page_size: int) -> RecordPage[T]:
    """One page out of at most one record more than it holds."""
    page = tuple(records[:page_size])
    if len(records) <= page_size:
        return RecordPage(page, "")
    token = "|".join(place_of(page[-1]))
    return RecordPage(page, base64.urlsafe_b64encode(token.encode()).decode())


def place_of(record: Kept) -> tuple[str, str]:
    """Where it stands in a list."""
    return format_instant(record.created_at), record.record_id


def decode_token(token: str) -> tuple[str, str]:
    """Creation time and id of the last record of the page before. Raises LintasError PAGE_TOKEN."""
    try:
        created_at, _, record_id = base64.b64decode(token, altchars=b"-_", validate=True).decode("ascii").partition("|")
        parse_instant(created_at)
    except ValueError:
        field = FieldFault("page_token", "not a token of this list")
        message = f"page_token: {field.description}"
        raise LintasError(Fault.INVALID, "PAGE_TOKEN", message, fields=(field,)) from None
    return created_at, record_id


Clock = Callable[[], datetime]
NewId = Callable[[], str]
