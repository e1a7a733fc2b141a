"""All processing on one person, for the person (UU PDP 27/2022 art. 32: within 3 × 24 hours)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from console.event_filter import told
from ledger.actor import Actor
from ledger.errors import invalid_field
from ledger.event import EventDraft, format_instant
from ledger.sql import Database, SqlLedger
from verifier.case import Case
from verifier.case_record import to_json as case_to_json
from verifier.sql import SqlCaseStore
from verifier.sql.protection_of_person import KINDS, ProtectionOfPerson
from verifier.store import CaseFilter
from verifier.subject import subject_of
from watchlist.codec import to_json as entry_to_json
from watchlist.entry import Entry, Subject
from watchlist.lifecycle.codec import to_json as proposal_to_json
from watchlist.lifecycle.store import ProposalFilter
from watchlist.names.fold import words
from watchlist.partial_date import PartialDate
from watchlist.sql import SqlEntryStore, SqlProposalStore
from watchlist.store import EntryFilter

_PAGE = 200
_LEAST_NUMBER = 5  # digits and letters; shorter ones stand in any text
# what an export holds, in the order in which it is told
COUNTED: Final = ("cases", "entries", "proposals", *KINDS, "events")


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who asks, as proven at the counter. A name counts only together with a birth date: namesakes are not told."""

    name: str = ""
    birth_date: PartialDate | None = None
    document_numbers: tuple[str, ...] = ()
    identity_numbers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if bool(self.name) != (self.birth_date is not None):
            raise invalid_field("birth_date", "a name and its birth date are needed together")
        if not (self.name or self.document_numbers or self.identity_numbers):
            raise invalid_field("name", "give a name with a birth date, a document number or an identity number")

    def is_subject(self, subject: Subject) -> bool:
        """Whether the subject of a case is this person."""
        names = [name.full for name in subject.names]
        numbers = [key.number for key in subject.documents]
        return self._is(names, subject.birth_dates, numbers, subject.identity_numbers)

    def is_listed(self, entry: Entry) -> bool:
        """Whether an entry is about this person."""
        names = [name.full for name in entry.names]
        numbers = [key.number for key in entry.documents]
        return self._is(names, entry.birth_dates, numbers, entry.identity_numbers)

    def is_mentioned(self, text: str) -> bool:
        """Whether a free text mentions this person: all words of the name, or a number of theirs."""
        found = set(words(text))
        numbers = (*self.document_numbers, *self.identity_numbers)
        squeezed = "".join(text.split()).upper()
        return (bool(self.name) and set(words(self.name)) <= found) or any(
            number.upper() in squeezed for number in numbers if len(number) >= _LEAST_NUMBER
        )

    def _is(
        self,
        names: list[str],
        birth_dates: tuple[PartialDate, ...],
        numbers: list[str],
        identity_numbers: tuple[str, ...],
    ) -> bool:
        if {number.upper() for number in self.document_numbers} & {number.upper() for number in numbers}:
            return True
        if set(self.identity_numbers) & set(identity_numbers):
            return True
        if self.birth_date is None or self.birth_date not in birth_dates:
            return False
        own = sorted(words(self.name))
        return any(sorted(words(name)) == own for name in names)


class SubjectAccess:
    """Looks through everything that names people. Reads in pages; a million cases take minutes, not hours."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._ledger = SqlLedger(database)
        self._cases = SqlCaseStore(database)
        self._entries = SqlEntryStore(database)
        self._proposals = SqlProposalStore(database)
        self._protection = ProtectionOfPerson(database)
        self._now = now

    def export(self, applicant: Applicant, actor: Actor, *, seen: Callable[[], None] = lambda: None) -> dict[str, Any]:
        """Cases, list entries with their history, proposals about them, records of protection (calls, referrals,
        outcomes, tips, cues, leads), and every ledger event that tells of those.

        `seen` is called for each record looked at. That an export was made is an event of its own. What others may
        not learn (restricted entries) is in it: whoever hands it over decides under the law what is left out.
        """
        now = self._now()
        cases = [case for case in self._all_cases(seen) if applicant.is_subject(_subject(case))]
        protection = self._protection.of_person({case.case_id for case in cases}, applicant.is_mentioned, seen)
        entries = [entry for entry in self._all_entries(now, seen) if applicant.is_listed(entry)]
        names = {case.name for case in cases} | {f"entries/{entry.entry_id}" for entry in entries}
        proposals = [proposal for entry in entries for proposal in self._about(entry.entry_id)]
        names |= {proposal.name for proposal in proposals} | set(protection.names)
        found = {
            "made_at": format_instant(now),
            "cases": [json.loads(case_to_json(case)) for case in cases],
            "entries": [self._versions(entry.entry_id) for entry in entries],
            "proposals": [json.loads(proposal_to_json(proposal)) for proposal in proposals],
            **protection.told,
            "events": [told(event) for event in self._ledger.events() if event.subject in names],
        }
        self._ledger.append(EventDraft("audit.subject_exported", actor, "audit", _facts(applicant, found), now))
        return found

    def _all_cases(self, seen: Callable[[], None]) -> Iterator[Case]:
        token = ""
        while True:
            page = self._cases.list(CaseFilter(), page_size=_PAGE, page_token=token)
            for case in page.cases:
                seen()
                yield case
            if not (token := page.next_token):
                return

    def _all_entries(self, now: datetime, seen: Callable[[], None]) -> Iterator[Entry]:
        token = ""
        while True:
            page = self._entries.page(EntryFilter(), now=now, page_size=_PAGE, page_token=token)
            for entry in page.entries:
                seen()
                yield entry
            if not (token := page.next_token):
                return

    def _about(self, entry_id: str) -> Iterator[Any]:
        yield from self._proposals.list(ProposalFilter(None, entry_id), page_size=_PAGE, page_token="").proposals

    def _versions(self, entry_id: str) -> list[dict[str, Any]]:
        return [
            {
                "recorded_at": format_instant(version.recorded_at),
                "event": version.event_sequence,
                "entry": json.loads(entry_to_json(version.entry)),
            }
            for version in self._entries.history(entry_id)
        ]


def _subject(case: Case) -> Subject:
    return subject_of(case.examination.record, case.presentation.visual_zone)


def _facts(applicant: Applicant, found: dict[str, Any]) -> dict[str, Any]:
    """How much was found; of the applicant only a digest, so that a later dispute can show who was asked for."""
    asked = f"{applicant.name}|{applicant.birth_date}|{applicant.document_numbers}|{applicant.identity_numbers}"
    counts = {name: len(found[name]) for name in COUNTED}
    return {"applicant_sha256": hashlib.sha256(asked.encode()).hexdigest(), **counts}
