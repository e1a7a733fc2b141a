"""Which crossings are under an allowance: a licensed agency, a school trip, a registered operator, a known employer."""

from __future__ import annotations

from typing import Any, Final

import ibis

from verifier.patterns.tables import IbisTable, Tables

# what an allowance may name → the crossing's column
_COLUMNS: Final = (("agency", "agency_id"), ("booking", "booking_key"), ("payer", "payer_key"))


def marked(rows: IbisTable, tables: Tables, *, key: str = "") -> IbisTable:
    """`rows` with `is_allowed`: an allowance that was valid at the time names the agency, booking or payer.

    `key` is a column of contact keys, where the rows have one.
    """
    columns = (*_COLUMNS, *((("contact", key),) if key else ()))
    found: list[Any] = []
    for kind, column in columns:
        name = f"allowed_by_{kind}"
        named = _without_overlaps(tables, kind).rename(
            {f"{name}_subject": "subject", f"{name}_from_s": "from_s", f"{name}_until_s": "until_s"}
        )
        rows = rows.left_join(
            named,
            [
                rows[column] == named[f"{name}_subject"],
                rows.crossed_at_s >= named[f"{name}_from_s"],
                rows.crossed_at_s < named[f"{name}_until_s"],
            ],
        )
        found.append(f"{name}_subject")
    is_allowed = rows[found[0]].notnull()
    for each in found[1:]:
        is_allowed |= rows[each].notnull()
    kept = [each for each in rows.columns if not each.startswith("allowed_by_")]
    return rows.select(*kept, is_allowed=is_allowed)


def _without_overlaps(tables: Tables, kind: str) -> IbisTable:
    """Allowances of a kind, cut so that no moment of a subject is covered twice: no crossing is then counted twice."""
    valid = tables.allowances.filter(tables.allowances.subject_kind == kind)
    subject = valid.subject_text if kind == "agency" else valid.subject_key
    valid = valid.filter(subject.notnull()).select(
        subject=subject, from_s=valid.valid_from_s, until_s=valid.valid_until_s, allowance_id=valid.allowance_id
    )
    before = ibis.window(group_by="subject", order_by=[valid.from_s, valid.allowance_id], preceding=(None, 1))
    covered_s = valid.until_s.max().over(before)
    valid = valid.mutate(from_s=ibis.greatest(valid.from_s, ibis.coalesce(covered_s, valid.from_s)))
    return valid.filter(valid.from_s < valid.until_s).select("subject", "from_s", "until_s")


def shown(found: IbisTable, *kept: str) -> IbisTable:
    """The rows that a lead shows: `kept` columns, `is_suppressed`, `crossing_id`, `crossed_at_s`.

    Without what is allowed, unless the lead `is_whole`. Of what was suppressed one row stands for all: an agency may
    have had thousands of travellers, and whoever looks at what was suppressed needs the count, not them.
    """
    is_open = ~found.is_allowed
    if "is_whole" in found.columns:
        is_open |= found.is_whole
    in_order = ibis.window(group_by="subject", order_by=[found.crossed_at_s, found.crossing_id])
    found = found.mutate(is_shown=is_open, turn=ibis.row_number().over(in_order))
    found = found.filter(found.is_suppressed.ifelse(found.turn == 0, found.is_shown))
    return found.select("is_suppressed", *kept, "crossing_id", "crossed_at_s")
