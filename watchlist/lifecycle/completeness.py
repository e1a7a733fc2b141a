"""Whether a proposed entry is whole: what the law asks of it is there, and what it says fits together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from ledger.errors import Fault, FieldFault, LintasError
from watchlist.entry import Entry, EntryKind
from watchlist.issuers import is_specimen_code
from watchlist.lifecycle.periods import period_faults
from watchlist.lifecycle.rules import CategoryRule

_REQUIRED: Final[Mapping[str, Callable[[Entry], bool]]] = {
    "names": lambda entry: any(name.full.strip() for name in entry.names),
    "birth_dates": lambda entry: bool(entry.birth_dates),
    "birth_places": lambda entry: any(place.strip() for place in entry.birth_places),
    "sex": lambda entry: entry.sex is not None,
    "nationalities": lambda entry: bool(entry.nationalities),
    "documents": lambda entry: bool(entry.documents),
    "identity_or_document": lambda entry: bool(entry.identity_numbers or entry.documents),
    "photo_reference": lambda entry: bool(entry.photo_reference.strip()),
    "authority": lambda entry: bool(entry.authority.strip()),
    "legal_ground": lambda entry: bool(entry.legal_ground.strip()),
    "remarks": lambda entry: bool(entry.remarks.strip()),
}


def check_entry(entry: Entry, rule: CategoryRule) -> None:
    """Raises LintasError ENTRY_INCOMPLETE naming every field at once: nobody should mend one to learn of the next."""
    faults = [
        FieldFault(f"entry.{name}", "required for this category")
        for name in rule.requires
        if not _REQUIRED[name](entry)
    ]
    if entry.kind not in rule.kinds:
        faults.append(FieldFault("entry.kind", "does not fit the category"))
    if entry.kind is EntryKind.DOCUMENT and any(not key.issuer for key in entry.documents):
        faults.append(FieldFault("entry.documents", "a document needs its issuer"))
    if entry.action not in rule.actions:
        allowed = ", ".join(action.value for action in rule.actions)
        faults.append(FieldFault("entry.action", f"for this category: {allowed}"))
    if any(is_specimen_code(key.issuer) for key in entry.documents) or any(map(is_specimen_code, entry.nationalities)):
        faults.append(FieldFault("entry.nationalities", "training states never stand on the live list"))
    faults.extend(period_faults(entry, rule))
    if faults:
        told = "; ".join(f"{fault.field}: {fault.description}" for fault in faults)
        raise LintasError(Fault.INVALID, "ENTRY_INCOMPLETE", told, fields=tuple(faults))
