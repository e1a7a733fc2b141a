"""The case that a record speaks of."""

from __future__ import annotations

from ledger.errors import Fault, FieldFault, LintasError
from verifier.case import Case
from verifier.store import CaseStore


def known_case(cases: CaseStore, case_id: str, field: str) -> Case:
    """Raises LintasError CASE_UNKNOWN naming the field of the request."""
    try:
        return cases.get(case_id)
    except LintasError as error:
        if error.fault is not Fault.NOT_FOUND:
            raise
        fault = FieldFault(field, "no such case")
        raise LintasError(Fault.NOT_FOUND, "CASE_UNKNOWN", f"{field}: no such case", fields=(fault,)) from None
