"""Record that a traveller is not a listed person, agree to it, look at it again, take it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ledger.actor import Actor
from ledger.errors import Fault
from ledger.event import EventDraft, JsonValue
from ledger.request_key import RequestKey
from watchlist.compare.document import bare
from watchlist.entry import DocumentKey, EntryKind
from watchlist.exclusions.codec import settlement_digest, to_json
from watchlist.exclusions.settlement import Settlement, SettlementState, settlement_error
from watchlist.exclusions.store import SettlementPage, SettlementStore, stale
from watchlist.lifecycle.periods import months_later
from watchlist.search.exclusions import Exclusion
from watchlist.store import EntryStore

DEFAULT_MONTHS: Final = 24
LONGEST_MONTHS: Final = 120  # a passport's life; a new document is looked at anew anyway


@dataclass(frozen=True, slots=True)
class ExclusionOrder:
    """What an officer found at the counter. `entry_version` is the entry that was compared."""

    document: DocumentKey
    entry_id: str
    entry_version: int
    reason: str
    months: int = DEFAULT_MONTHS
    case_name: str = ""


class ExclusionDesk:
    """Thread-safe. All methods raise LintasError."""

    def __init__(
        self,
        *,
        entries: EntryStore,
        settlements: SettlementStore,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._entries = entries
        self._settlements = settlements
        self._now = now
        self._new_id = new_id

    @property
    def now(self) -> datetime:
        """The time at the post."""
        return self._now()

    def record(self, order: ExclusionOrder, actor: Actor, key: RequestKey) -> Settlement:
        """Waits for a second person. Raises INVALID_FIELD, REASON_MISSING, ENTRY_UNKNOWN, ENTRY_MOVED."""
        if known := self._settlements.answered(key):
            return self._settlements.get(known)
        if not (order.document.issuer and bare(order.document.number)):
            raise settlement_error("INVALID_FIELD", "document", "issuer and number are needed", Fault.INVALID)
        if not order.reason.strip():
            raise settlement_error("REASON_MISSING", "reason", "say what tells the two apart", Fault.INVALID)
        if not 1 <= order.months <= LONGEST_MONTHS:
            raise settlement_error("INVALID_FIELD", "months", f"1 to {LONGEST_MONTHS}", Fault.INVALID)
        entry = self._entries.get(order.entry_id)
        if entry.kind is not EntryKind.PERSON:
            raise settlement_error("INVALID_FIELD", "entry", "a listed document is what it is", Fault.INVALID)
        if entry.version != order.entry_version:
            raise settlement_error("ENTRY_MOVED", "entry_etag", "the entry has changed; compare anew", Fault.STALE)
        now = self._now()
        exclusion = Exclusion(
            order.document,
            order.entry_id,
            order.entry_version,
            actor.officer_id,
            now,
            months_later(now, order.months),
            order.reason,
        )
        made = Settlement(self._new_id(), exclusion, actor, now, order.case_name)
        return self._keep("watchlist.exclusion_recorded", made, actor, key)

    def confirm(self, settlement_id: str, etag: str, actor: Actor, key: RequestKey) -> Settlement:
        """From now on searches by this document show the entry as excluded. Raises what `confirmed` raises."""
        before = self._before(settlement_id, etag, key)
        if isinstance(before, str):
            return self._settlements.get(before)
        after = before.confirmed(actor, self._now())
        return self._keep("watchlist.exclusion_confirmed", after, actor, key)

    def withdraw(self, settlement_id: str, etag: str, reason: str, actor: Actor, key: RequestKey) -> Settlement:
        """The hit shows again. Raises what `withdrawn` raises."""
        before = self._before(settlement_id, etag, key)
        if isinstance(before, str):
            return self._settlements.get(before)
        after = before.withdrawn(actor, reason, self._now())
        return self._keep("watchlist.exclusion_withdrawn", after, actor, key)

    def get(self, settlement_id: str) -> Settlement:
        """Raises EXCLUSION_UNKNOWN."""
        return self._settlements.get(settlement_id)

    def list(self, state: SettlementState | None, *, page_size: int, page_token: str) -> SettlementPage:
        """By id; DUE are those that have run out and wait for a review."""
        return self._settlements.list(state, now=self._now(), page_size=page_size, page_token=page_token)

    def _before(self, settlement_id: str, etag: str, key: RequestKey) -> Settlement | str:
        if known := self._settlements.answered(key):
            return known
        before = self._settlements.get(settlement_id)
        if before.etag != etag:
            raise stale()
        return before

    def _keep(self, kind: str, settlement: Settlement, actor: Actor, key: RequestKey) -> Settlement:
        facts: dict[str, JsonValue] = {
            "entry": settlement.exclusion.entry_id,
            "entry_version": settlement.exclusion.entry_version,
            "case": settlement.case_name,
            "version": settlement.version,
            "record_sha256": settlement_digest(to_json(settlement)),
        }
        draft = EventDraft(kind, actor, settlement.name, facts, self._now())
        return self._settlements.keep(settlement, draft, key)
