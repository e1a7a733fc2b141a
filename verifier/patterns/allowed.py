"""Which crossings are under an allowance: a licensed agency, a school trip, a registered operator, a known employer."""

from __future__ import annotations

from typing import Any, Final

import ibis

from verifier.patterns.tables import IbisTable, Tables

# what an allowance may name → the crossing's column
_COLUMNS: Final = (("agency", "agency_id"), ("booking", "booking_key"), ("payer", "payer_key"))


def periods(tables: Tables) -> IbisTable:
    """When which subject was allowed: `subject_kind`, `subject_text` or `subject_key`, `from_s`, `until_s`.

    Allowances are cut so that no moment of a subject is covered twice: no crossing is then counted twice.
    """
    valid = tables.allowances
    before = ibis.window(
        group_by=["subject_kind", "subject_text", "subject_key"],
        order_by=[valid.valid_from_s, valid.allowance_id],
        preceding=(None, 1),
    )
    covered_s = valid.valid_until_s.max().over(before)
    valid = valid.select(
        "subject_kind",
        "subject_text",
        "subject_key",
        from_s=ibis.greatest(valid.valid_from_s, ibis.coalesce(covered_s, valid.valid_from_s)),
        until_s=valid.valid_until_s,
    )
    return valid.filter(valid.from_s < valid.until_s)


def marked(rows: IbisTable, allowed: IbisTable) -> IbisTable:
    """`rows` with `is_allowed`: of the `periods` in `allowed`, one names the agency, booking or payer at that time."""
    found: list[Any] = []
    for kind, column in _COLUMNS:
        rows = _with_kind(rows, allowed, kind, column)
        found.append(f"allowed_by_{kind}_subject")
    is_allowed = rows[found[0]].notnull()
    for each in found[1:]:
        is_allowed |= rows[each].notnull()
    return rows.select(*_own(rows), is_allowed=is_allowed)


def marked_contacts(rows: IbisTable, allowed: IbisTable) -> IbisTable:
    """`rows` whose `is_allowed` is also true where the contact in `subject_key` is allowed."""
    rows = _with_kind(rows, allowed, "contact", "subject_key")
    is_allowed = rows.is_allowed | rows.allowed_by_contact_subject.notnull()
    return rows.select(*(each for each in _own(rows) if each != "is_allowed"), is_allowed=is_allowed)


def _with_kind(rows: IbisTable, allowed: IbisTable, kind: str, column: str) -> IbisTable:
    name = f"allowed_by_{kind}"
    valid = allowed.filter(allowed.subject_kind == kind)
    subject = valid.subject_text if kind == "agency" else valid.subject_key
    valid = valid.filter(subject.notnull()).select(
        **{f"{name}_subject": subject, f"{name}_from_s": valid.from_s, f"{name}_until_s": valid.until_s}
    )
    return rows.left_join(
        valid,
        [
            rows[column] == valid[f"{name}_subject"],
            rows.crossed_at_s >= valid[f"{name}_from_s"],
            rows.crossed_at_s < valid[f"{name}_until_s"],
        ],
    )


def _own(rows: IbisTable) -> list[str]:
    return [each for each in rows.columns if not each.startswith("allowed_by_")]


def shown(found: IbisTable, *kept: str) -> IbisTable:
    """The rows that a lead shows: `kept` columns, `is_suppressed`, `crossing_key`, `crossed_at_s`.

    Without what is allowed, unless the lead `is_whole`. Of what was suppressed the first stands for all: an agency may
    have had thousands of travellers, and whoever looks at what was suppressed needs the count, not them.
    """
    columns = ("is_suppressed", *kept, "crossing_key", "crossed_at_s")
    is_open = ~found.is_suppressed & ~found.is_allowed
    if "is_whole" in found.columns:
        is_open |= found.is_whole
    hidden = found.filter(found.is_suppressed)
    first = hidden.group_by("subject").agg(first_s=hidden.crossed_at_s.min())
    first = first.select(first_subject="subject", first_s="first_s")
    hidden = hidden.join(first, [hidden.subject == first.first_subject, hidden.crossed_at_s == first.first_s])
    return found.filter(is_open).select(*columns).union(hidden.select(*columns))
