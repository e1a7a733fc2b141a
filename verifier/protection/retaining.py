"""Masking and erasing by two persons: one proposes, another decides; everything stands in the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final, Protocol

from ledger.actor import Actor, Role
from ledger.errors import Fault, FieldFault, LintasError, invalid_field
from ledger.event import EventDraft, JsonValue
from ledger.request_key import RequestKey
from ledger.short_id import ids_from
from verifier.protection.known_case import known_case
from verifier.protection.records import Clock, NewId, RecordFilter, RecordPage, Records, check_etag
from verifier.protection.retention import PERIODS, Held, OrderState, RetentionOrder, Step, is_over
from verifier.store import CaseStore

_ROLES: Final = frozenset({Role.SUPERVISOR, Role.PROTECTION_OFFICER})
_MOST_TARGETS: Final = 500


class Shelves(Protocol):
    """The records that can be masked and erased."""

    def find(self, name: str) -> Held:
        """Raises LintasError RECORD_UNKNOWN."""

    def of_case(self, case_id: str) -> Sequence[Held]:
        """Everything of protection on one case, its cues included."""

    def due(self, step: Step, now: datetime) -> Sequence[Held]:
        """What may be masked or erased by its age, the oldest first."""

    def carry_out(
        self, before: RetentionOrder, after: RetentionOrder, draft: EventDraft, key: RequestKey
    ) -> RetentionOrder:
        """Decide the order and do what it asks, all or nothing. Raises LintasError ETAG_STALE where a target moved."""


class RetentionDesk:
    """Only supervisors and protection officers; never one of them alone."""

    def __init__(
        self, *, records: Records[RetentionOrder], shelves: Shelves, cases: CaseStore, now: Clock, new_id: NewId
    ) -> None:
        self._records = records
        self._cases = cases
        self._shelves = shelves
        self._now = now
        self._new_id = new_id

    def due(self, step: Step) -> Sequence[Held]:
        """What may be masked or erased now."""
        return self._shelves.due(step, self._now())

    def propose(
        self, step: Step, names: Sequence[str], reason: str, actor: Actor, key: RequestKey, *, reference: str = ""
    ) -> RetentionOrder:
        """Ask for it. `names` are records, or cases/ID for everything on a case; `reference` is a person's own request.

        Raises LintasError: ROLE_NOT_ALLOWED, RECORD_UNKNOWN, INVALID_FIELD, RETENTION_RUNNING without a request.
        """
        _check_role(actor)
        if (known := self._records.answered(key)) is not None:
            return known
        if not reason.strip():
            raise invalid_field("reason", "required")
        now, targets = self._now(), self._targets(names)
        for held in targets:
            if not reference and not is_over(held, step, now):
                raise _running(held, step)
        new = RetentionOrder(self._new_id(), now, actor, step, targets, reason.strip(), reference.strip())
        body: dict[str, JsonValue] = {"step": step.value, "targets": [held.name for held in targets], "version": 1}
        return self._records.record(new, EventDraft("protection.retention_proposed", actor, new.name, body, now), key)

    def _targets(self, names: Sequence[str]) -> tuple[Held, ...]:
        found: dict[str, Held] = {}
        for name in names:
            collection, _, identifier = name.partition("/")
            if collection == "cases":
                many: Sequence[Held] = self._shelves.of_case(self._case_id(identifier))
            else:
                many = [self._shelves.find(name)]
            found |= {held.name: held for held in many}
        if not 1 <= len(found) <= _MOST_TARGETS:
            raise invalid_field("targets", f"1 to {_MOST_TARGETS} records")
        return tuple(found.values())

    def _case_id(self, told: str) -> str:
        """The beginning of an id names a case that is there; a whole one may be of a case that is gone."""
        return known_case(self._cases, told, "targets").case_id if ids_from(told) is not None else told

    def decide(self, order_id: str, etag: str, state: OrderState, actor: Actor, key: RequestKey) -> RetentionOrder:
        """Approve and carry out, reject, or withdraw.

        Raises LintasError: ROLE_NOT_ALLOWED, RECORD_UNKNOWN, ETAG_STALE, what `RetentionOrder.decided` refuses.
        """
        _check_role(actor)
        if (known := self._records.answered(key)) is not None:
            return known
        before = self._records.get(order_id)
        check_etag(before, etag)
        now = self._now()
        after = before.decided(state, actor, now)
        body: dict[str, JsonValue] = {"state": state.value, "step": after.step.value, "version": after.version}
        draft = EventDraft(f"protection.retention_{state.value}", actor, after.name, body, now)
        if state is OrderState.APPROVED:
            return self._shelves.carry_out(before, after, draft, key)
        return self._records.change(before, after, draft, key)

    def get(self, order_id: str) -> RetentionOrder:
        """Raises LintasError RECORD_UNKNOWN."""
        return self._records.get(order_id)

    def list(self, state: OrderState | None, *, page_size: int, page_token: str) -> RecordPage[RetentionOrder]:
        """Newest first."""
        which = RecordFilter(state=state.value if state else "")
        return self._records.list(which, page_size=page_size, page_token=page_token)


def _check_role(actor: Actor) -> None:
    if actor.role not in _ROLES:
        raise LintasError(Fault.FORBIDDEN, "ROLE_NOT_ALLOWED", "only supervisors and protection officers; see --role")


def _running(held: Held, step: Step) -> LintasError:
    months = PERIODS[held.name.partition("/")[0]].of(step)
    description = f"{months} months after it was kept, not before; or on the person's own request"
    field = FieldFault("targets", description)
    return LintasError(Fault.PRECONDITION, "RETENTION_RUNNING", f"{held.name}: {description}", fields=(field,))
