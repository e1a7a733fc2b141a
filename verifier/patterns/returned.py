"""Who came back, as far as the record can say."""

from __future__ import annotations

from typing import Final

from verifier.model.journey import Direction
from verifier.patterns.tables import DAY_S, IbisTable, Span, Tables

_LATER_S: Final = 2 * 365 * DAY_S


def with_returns(departures: IbisTable, tables: Tables, span: Span, *, return_days: int) -> IbisTable:
    """`departures` with `is_back`, `is_due` and `is_unreturned`.

    Back: the person arrived within `return_days` after the departure. Due: the person is known, and `return_days` have
    passed by the end of the span. Unreturned: due and not back. Of an unknown person nothing of this is known.
    """
    reach = Span(span.since_s, span.until_s + _LATER_S)
    arrivals = tables.crossed(reach, "person_key", direction=Direction.ARRIVAL)
    arrivals = arrivals.select(came_back="person_key", came_back_at_s="crossed_at_s")
    back = (
        departures.join(
            arrivals,
            [
                departures.person_key == arrivals.came_back,
                departures.crossed_at_s < arrivals.came_back_at_s,
                departures.crossed_at_s + return_days * DAY_S >= arrivals.came_back_at_s,
            ],
        )
        .select(returned="person_key", left_s="crossed_at_s")
        .distinct()
    )
    joined = departures.left_join(
        back, [departures.person_key == back.returned, departures.crossed_at_s == back.left_s]
    )
    is_back = joined.returned.notnull()
    is_due = joined.person_key.notnull() & (joined.crossed_at_s + return_days * DAY_S <= span.until_s)
    return joined.select(*departures.columns, is_back=is_back, is_due=is_due, is_unreturned=is_due & ~is_back)
