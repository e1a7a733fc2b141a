"""Where cases are kept: the port, and the one in memory for training and tests."""

from __future__ import annotations

import base64
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from ledger.errors import Fault, FieldFault, LintasError
from ledger.event import EventDraft, format_instant, parse_instant
from ledger.request_key import RequestKey, request_reused
from ledger.short_id import ids_from, several_begin_so
from ledger.store import MemoryLedger
from verifier.case import Case
from verifier.case_record import digest_of, to_json


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases to list."""

    undecided_only: bool = False
    officer_id: str = ""


@dataclass(frozen=True, slots=True)
class CasePage:
    """Cases, newest first; `next_token` is '' at the end."""

    cases: tuple[Case, ...]
    next_token: str


class CaseStore(Protocol):
    """Keeps cases. Case, ledger event and request id are written together or not at all."""

    def answered(self, request: RequestKey) -> Case | None:
        """The case that this very request led to, or None if it is new.

        Raises LintasError REQUEST_ID_REUSED where the id came with another body.
        """

    def record(self, case: Case, draft: EventDraft, request: RequestKey) -> Case:
        """Keep a new case. The event that is written also vouches for the stored record (`record_sha256`).

        Returns the case already there when the same request came in twice at once.
        """

    def change(self, before: Case, after: Case, draft: EventDraft, request: RequestKey) -> Case:
        """Replace a case. Raises LintasError ETAG_STALE where it is no longer as `before`."""

    def get(self, case_id: str) -> Case:
        """The case with that id, or the only one whose id begins so. Raises LintasError CASE_UNKNOWN, ID_AMBIGUOUS."""

    def list(self, which: CaseFilter, *, page_size: int, page_token: str) -> CasePage:
        """One page. Raises LintasError PAGE_TOKEN for a token that this store did not give."""


def etag_stale() -> LintasError:
    """Somebody else changed the case in between."""
    field = FieldFault("etag", "the case has changed; read it again, then decide")
    return LintasError(Fault.STALE, "ETAG_STALE", f"etag: {field.description}", fields=(field,))


def case_unknown() -> LintasError:
    """No such case."""
    field = FieldFault("name", "no such case")
    return LintasError(Fault.NOT_FOUND, "CASE_UNKNOWN", "name: no such case", fields=(field,))


def page_token_refused() -> LintasError:
    """A token from somewhere else."""
    field = FieldFault("page_token", "not a token of this list")
    return LintasError(Fault.INVALID, "PAGE_TOKEN", f"page_token: {field.description}", fields=(field,))


class MemoryCaseStore:
    """Keeps cases for the life of the process. Thread-safe."""

    def __init__(self, ledger: MemoryLedger) -> None:
        self._ledger = ledger
        self._cases: dict[str, Case] = {}
        self._requests: dict[str, tuple[str, str]] = {}
        self._lock = threading.RLock()

    def answered(self, request: RequestKey) -> Case | None:
        with self._lock:
            known = self._requests.get(request.request_id)
            if known is None:
                return None
            digest, case_id = known
            if digest != request.digest:
                raise request_reused()
            return self._cases[case_id]

    def record(self, case: Case, draft: EventDraft, request: RequestKey) -> Case:
        with self._lock:
            if (known := self.answered(request)) is not None:
                return known
            return self._keep(case, draft, request)

    def change(self, before: Case, after: Case, draft: EventDraft, request: RequestKey) -> Case:
        with self._lock:
            if (known := self.answered(request)) is not None:
                return known
            if self.get(before.case_id).version != before.version:
                raise etag_stale()
            return self._keep(after, draft, request)

    def _keep(self, case: Case, draft: EventDraft, request: RequestKey) -> Case:
        self._ledger.append(vouching(draft, to_json(case)))
        self._cases[case.case_id] = case
        self._requests[request.request_id] = (request.digest, case.case_id)
        return case

    def get(self, case_id: str) -> Case:
        with self._lock:
            if case_id in self._cases:
                return self._cases[case_id]
            wanted = ids_from(case_id)
            found = [each for each in self._cases if wanted and wanted.holds(each)]
        if len(found) > 1:
            raise several_begin_so()
        if not found:
            raise case_unknown()
        return self._cases[found[0]]

    def list(self, which: CaseFilter, *, page_size: int, page_token: str) -> CasePage:
        with self._lock:
            wanted = [case for case in self._cases.values() if _matches(case, which)]
        wanted.sort(key=_place, reverse=True)
        if page_token:
            after = decode_token(page_token)
            wanted = [case for case in wanted if _place(case) < after]
        return page_of(wanted[: page_size + 1], page_size)


def vouching(draft: EventDraft, record_text: str) -> EventDraft:
    """The event with the digest of the record that it tells of, so that neither can change without the other."""
    return replace(draft, body={**draft.body, "record_sha256": digest_of(record_text)})


def _place(case: Case) -> tuple[str, str]:
    return (format_instant(case.created_at), case.case_id)


def page_of(cases: Sequence[Case], page_size: int) -> CasePage:
    """One page out of at most one case more than it holds."""
    page = tuple(cases[:page_size])
    if len(cases) <= page_size:
        return CasePage(page, "")
    token = "|".join(_place(page[-1]))
    return CasePage(page, base64.urlsafe_b64encode(token.encode()).decode())


def decode_token(token: str) -> tuple[str, str]:
    """Creation time and id of the last case of the page before. Raises LintasError PAGE_TOKEN."""
    try:
        created_at, _, case_id = base64.b64decode(token, altchars=b"-_", validate=True).decode("ascii").partition("|")
        parse_instant(created_at)
    except ValueError:
        raise page_token_refused() from None
    return created_at, case_id


def _matches(case: Case, which: CaseFilter) -> bool:
    if which.undecided_only and case.outcome is not None:
        return False
    return not which.officer_id or case.actor.officer_id == which.officer_id
