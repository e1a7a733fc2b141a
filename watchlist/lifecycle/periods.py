"""How long an entry may hold. The law counts in calendar months; instants are exact."""

from __future__ import annotations

from datetime import datetime

from dateutil.relativedelta import relativedelta

from ledger.errors import Fault, FieldFault, LintasError
from watchlist.entry import Entry, EntryState
from watchlist.lifecycle.rules import CategoryRule


def months_later(instant: datetime, months: int) -> datetime:
    """The same day of the month and time, `months` on; the last day where the month is shorter."""
    return instant + relativedelta(months=months)


def period_faults(entry: Entry, rule: CategoryRule) -> list[FieldFault]:
    """What is wrong with the first period of a new entry."""
    if entry.valid_from and entry.valid_until and entry.valid_until <= entry.valid_from:
        return [FieldFault("entry.valid_until", "must lie after valid_from")]
    if not rule.first_months:
        return []
    if entry.valid_from is None or entry.valid_until is None:
        return [FieldFault("entry.valid_until", f"give valid_from and valid_until: at most {rule.first_months} months")]
    if entry.valid_until > months_later(entry.valid_from, rule.first_months):
        return [FieldFault("entry.valid_until", f"at most {rule.first_months} months after valid_from")]
    return []


def check_extension(entry: Entry, until: datetime, rule: CategoryRule, now: datetime) -> None:
    """Whether the law lets this entry hold until `until`.

    Raises LintasError ENTRY_NOT_IN_FORCE (it has lapsed or was revoked: that needs a new decision), NOT_LIMITED,
    EXTENSION_LIMIT, PERIOD_TOO_LONG, INVALID_FIELD.
    """
    if entry.state_at(now) in {EntryState.LAPSED, EntryState.REVOKED}:
        raise _refused("ENTRY_NOT_IN_FORCE", "name", "the entry has ended; it cannot be extended, only decided anew")
    if entry.valid_until is None:
        raise _refused("NOT_LIMITED", "name", "the entry has no end that could be moved")
    if 0 <= rule.extensions <= entry.extensions:
        raise _refused(
            "EXTENSION_LIMIT", "name", f"extended {entry.extensions} times; the law allows {rule.extensions}"
        )
    if until <= entry.valid_until:
        raise _refused("INVALID_FIELD", "valid_until", "must lie after the present end", Fault.INVALID)
    if rule.extension_months and until > months_later(entry.valid_until, rule.extension_months):
        raise _refused(
            "PERIOD_TOO_LONG",
            "valid_until",
            f"at most {rule.extension_months} months after the present end",
            Fault.INVALID,
        )


def _refused(reason: str, field: str, description: str, fault: Fault = Fault.PRECONDITION) -> LintasError:
    return LintasError(fault, reason, f"{field}: {description}", fields=(FieldFault(field, description),))
