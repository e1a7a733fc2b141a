"""The case that a record speaks of."""

from __future__ import annotations

from ledger.errors import Fault, FieldFault, LintasError
from ledger.short_id import several_begin_so
from verifier.case import Case
from verifier.store import CaseStore


def known_case(cases: CaseStore, case_id: str, field: str) -> Case:
    """Its own id stands in what is returned; `case_id` may be the beginning of it.

    Raises LintasError CASE_UNKNOWN or ID_AMBIGUOUS naming the field of the request.
    """
    try:
        return cases.get(case_id)
    except LintasError as error:
        if error.reason == "ID_AMBIGUOUS":
            raise several_begin_so(field) from None
        if error.fault is not Fault.NOT_FOUND:
            raise
        fault = FieldFault(field, "no such case")
        raise LintasError(Fault.NOT_FOUND, "CASE_UNKNOWN", f"{field}: no such case", fields=(fault,)) from None
