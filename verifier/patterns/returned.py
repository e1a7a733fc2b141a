"""Who came back, as far as the record can say."""

from __future__ import annotations

from typing import Final

from verifier.model.journey import Direction
from verifier.patterns.tables import DAY_S, IbisTable, Span, Tables

_LATER_S: Final = 2 * 365 * DAY_S


def with_returns(departures: IbisTable, tables: Tables, span: Span, *, return_days: int) -> IbisTable:
    """`departures` with `is_due` and `is_unreturned`.

    Due: the person is known, and `return_days` have passed by the end of the span. Unreturned: due, and no arrival of
    that person within `return_days` after the departure. Whoever is not due yet is neither.
    """
    reach = Span(span.since_s, span.until_s + _LATER_S)
    arrivals = tables.crossed(reach, "person_key", direction=Direction.ARRIVAL)
    wanted = departures.filter(departures.person_key.notnull()).select("person_key").distinct()
    arrivals = arrivals.semi_join(wanted, "person_key").select(came_back="person_key", came_back_at_s="crossed_at_s")
    back = (
        departures.join(
            arrivals,
            [
                departures.person_key == arrivals.came_back,
                departures.crossed_at_s < arrivals.came_back_at_s,
                departures.crossed_at_s + return_days * DAY_S >= arrivals.came_back_at_s,
            ],
        )
        .select(returned_id="crossing_id")
        .distinct()
    )
    joined = departures.left_join(back, departures.crossing_id == back.returned_id)
    is_due = joined.person_key.notnull() & (joined.crossed_at_s + return_days * DAY_S <= span.until_s)
    return joined.select(*departures.columns, is_due=is_due, is_unreturned=is_due & joined.returned_id.isnull())
