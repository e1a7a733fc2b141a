"""Which crossings are under an allowance: a licensed agency, a school trip, a registered operator, a known employer."""

from __future__ import annotations

from typing import Any, Final

from verifier.patterns.tables import IbisTable, Tables

# what an allowance may name → the crossing's column
_COLUMNS: Final = (("agency", "agency_id"), ("booking", "booking_key"), ("payer", "payer_key"))


def marked(rows: IbisTable, tables: Tables, *, key: str = "") -> IbisTable:
    """`rows` with `is_allowed`: an allowance that was valid at the time names the agency, booking or payer.

    `key` is a column of contact keys, where the rows have one. A crossing under two allowances comes twice, which the
    patterns' distinct counts do not see.
    """
    columns = (*_COLUMNS, *((("contact", key),) if key else ()))
    found: list[Any] = []
    for kind, column in columns:
        name = f"allowed_by_{kind}"
        valid = tables.allowances.filter(tables.allowances.subject_kind == kind)
        subject = valid.subject_text if kind == "agency" else valid.subject_key
        named = valid.filter(subject.notnull()).select(
            **{f"{name}_subject": subject, f"{name}_from_s": valid.valid_from_s, f"{name}_until_s": valid.valid_until_s}
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


def evidence(found: IbisTable) -> IbisTable:
    """The rows of a lead without what is allowed; of what was suppressed the row `first_id`, which stands for all.

    An agency may have had thousands of travellers: whoever looks at what was suppressed needs the count, not them.
    """
    is_shown = found.is_suppressed.ifelse(found.crossing_id == found.first_id, ~found.is_allowed)
    return found.filter(is_shown)
