"""Who came back, as far as the record can say."""

from __future__ import annotations

from verifier.patterns.tables import DAY_S, IbisTable, Span


def with_returns(departures: IbisTable, span: Span, *, return_days: int) -> IbisTable:
    """`departures` (with `back_s` and `is_known`) with `is_back`, `is_due` and `is_unreturned`.

    Back: the person arrived within `return_days` after the departure. Due: the person is known, and `return_days` have
    passed by the end of the span. Unreturned: due and not back. Of an unknown person nothing of this is known.
    """
    due_s = departures.crossed_at_s + return_days * DAY_S
    is_back = departures.back_s.notnull() & (departures.back_s <= due_s)
    is_due = departures.is_known & (due_s <= span.until_s)
    return departures.mutate(is_back=is_back, is_due=is_due, is_unreturned=is_due & ~is_back)
