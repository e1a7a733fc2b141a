"""A whole list before a second person: what the files would change, and the very files, kept until it is decided."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from ledger.actor import Actor
from ledger.errors import Fault
from ledger.event import EventDraft, JsonValue
from ledger.request_key import RequestKey
from watchlist.imports.report import ImportOrder, ImportReport
from watchlist.imports.revision import ListStore
from watchlist.imports.staging import staging
from watchlist.imports.take_in import take_in
from watchlist.lifecycle.codec import proposal_digest, to_json
from watchlist.lifecycle.proposal import ListImport, Proposal, ProposalKind, proposal_error
from watchlist.lifecycle.store import ProposalStore, Verdict, proposal_decided
from watchlist.standing import LOCAL_LIST
from watchlist.store import Changes


class ProposedFiles(Protocol):
    """Keeps the files of lists that wait for a second person."""

    def keep(self, proposal_id: str, files: Sequence[Path], now: datetime) -> None:
        """Store copies of the files."""

    def open(self, proposal_id: str, folder: Path) -> list[Path]:
        """Write the files into `folder`. Raises LintasError FILES_GONE."""

    def drop(self, proposal_id: str) -> None:
        """Forget the files."""

    def approving(self, proposal: Proposal, draft: EventDraft, request: RequestKey) -> ListStore:
        """A list store whose `take_in` also keeps the decided proposal, all in one transaction."""


class ListImports:
    """Proposes lists, and imports those that were approved."""

    def __init__(
        self,
        *,
        imports: ListStore,
        proposals: ProposalStore,
        files: ProposedFiles,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._imports = imports
        self._proposals = proposals
        self._files = files
        self._now = now
        self._new_id = new_id

    def propose(self, order: ImportOrder, reason: str, key: RequestKey) -> tuple[Proposal, ImportReport]:
        """Put the list before a second person: the report says what it would change.

        Raises what `take_in` raises, LIST_RESERVED, REQUEST_ID_REUSED.
        """
        check_list_id(order.list_id)
        now = self._now()
        known = self._proposals.answered(key)
        report = take_in(replace(order, is_dry_run=True), self._imports, now)
        if known:
            return self._proposals.get(known), report
        plan = ListImport(
            list_id=order.list_id,
            source=report.source,
            file_sha256=tuple(_digest(path) for path in order.files),
            added=report.added,
            changed=report.changed,
            removed=report.removed,
            unchanged=report.unchanged,
            rejected=report.rejected_count,
            base_version=report.list_version,
            overridden=report.overridden,
            published=report.published,
            allows_older=order.allows_older,
        )
        proposal = Proposal(self._new_id(), ProposalKind.IMPORT, reason, order.actor, now, list_import=plan)
        self._files.keep(proposal.proposal_id, order.files, now)
        draft = EventDraft("watchlist.proposed", order.actor, proposal.name, _facts(proposal), now)
        return self._proposals.propose(proposal, draft, key), report

    def carry_out(self, before: Proposal, after: Proposal, actor: Actor, key: RequestKey) -> Proposal:
        """Import the files of a proposal that was just approved; the list and the proposal change together.

        Raises LintasError PREVIEW_MOVED where the list would now change in another way than the reviewer was shown,
        FILES_GONE, PROPOSAL_DECIDED.
        """
        plan = before.list_import
        if plan is None:
            raise proposal_error("INVALID_FIELD", "name", "not the import of a list", Fault.INVALID)
        with staging("lintas-review-") as folder:
            files = self._files.open(before.proposal_id, folder)
            if tuple(_digest(path) for path in files) != plan.file_sha256:
                raise proposal_error(
                    "FILES_GONE", "name", "its files are not those that were shown", Fault.PRECONDITION
                )
            order = ImportOrder(
                plan.list_id,
                files,
                before.proposer,
                f"import-{before.proposal_id}",
                plan.source,
                published=plan.published,
                allows_older=plan.allows_older,
            )
            now = self._now()
            preview = take_in(replace(order, is_dry_run=True), self._imports, now)
            if _counts(preview) != (plan.added, plan.changed, plan.removed, plan.unchanged, plan.rejected):
                description = "the list has changed since it was shown; reject this and import anew"
                raise proposal_error("PREVIEW_MOVED", "name", description, Fault.STALE)
            changed = preview.added + preview.changed + preview.removed
            decided = replace(after, list_version=preview.list_version + changed)
            draft = EventDraft("watchlist.approved", actor, decided.name, _facts(decided), now)
            if changed:
                take_in(order, self._files.approving(decided, draft, key), now)
            else:
                self._proposals.decide(Verdict(decided, Changes((), (), (), 0)), draft, key)
        kept = self._proposals.get(before.proposal_id)
        if kept.reviewer != actor:  # somebody else was faster: then there was nothing left to import
            raise proposal_decided()
        self._files.drop(before.proposal_id)
        return kept

    def forget(self, proposal: Proposal) -> None:
        """A rejected or withdrawn list leaves no files behind."""
        self._files.drop(proposal.proposal_id)


def check_list_id(list_id: str) -> None:
    """Raises LintasError LIST_RESERVED: what supervisors decide here is no list that a file may replace."""
    if list_id == LOCAL_LIST:
        raise proposal_error("LIST_RESERVED", "header.list_id", "kept for what supervisors decide here", Fault.INVALID)


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _counts(report: ImportReport) -> tuple[int, int, int, int, int]:
    return report.added, report.changed, report.removed, report.unchanged, report.rejected_count


def _facts(proposal: Proposal) -> dict[str, JsonValue]:
    plan = proposal.list_import
    return {
        "kind": proposal.kind.value,
        "list": plan.list_id if plan else "",
        "file_sha256": [*plan.file_sha256] if plan else [],
        "version": proposal.version,
        "record_sha256": proposal_digest(to_json(proposal)),
    }
