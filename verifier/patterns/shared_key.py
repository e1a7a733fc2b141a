"""What the patterns of a shared payer, contact or agency have in common: many strangers, one key, nobody comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import ibis

from verifier.patterns.allowed import evidence, marked
from verifier.patterns.returned import with_returns
from verifier.patterns.tables import DAY_S, IbisTable, Span, Tables, unit

# travellers · strangers to each other · the most of them within the window · of those who are due · who did not return
MEASURES: Final = ("travellers", "unrelated", "peak", "due", "unreturned")


@dataclass(frozen=True, slots=True)
class Shared:
    """How many unrelated travellers within how many days; how many of those due must not have come back.

    `most_before`: for a burst, how many there may have been in the `quiet_days` before; None where that does not count.
    """

    least_unrelated: int
    window_days: int
    return_days: int
    least_unreturned_percent: int
    quiet_days: int = 0
    most_before: int | None = None


def shared(rows: IbisTable, tables: Tables, span: Span, numbers: Shared, *, is_contact: bool = False) -> IbisTable:
    """Leads over departures with a column `subject_key`: one row a crossing, one row only for what was suppressed.

    `rows` begin `quiet_days` before the span where the pattern looks for a burst.
    """
    often = rows.group_by("subject_key").agg(departures=rows.crossing_id.count())
    often = often.filter(often.departures >= numbers.least_unrelated)
    rows = rows.semi_join(often, "subject_key")
    rows = rows.mutate(unit=unit(rows))
    rows = marked(rows, tables, key="subject_key" if is_contact else "")
    peaks = _peaks(rows, tables, span, numbers)
    rows = rows.filter(rows.crossed_at_s >= span.since_s).semi_join(peaks, "subject_key")
    rows = with_returns(rows, tables, span, return_days=numbers.return_days)
    groups = _groups(rows).join(peaks, "subject_key")
    is_open = (groups.open_peak >= numbers.least_unrelated) & _unreturned(groups, "open_", numbers)
    is_known = is_open | _unreturned(groups, "", numbers)
    groups = groups.mutate(is_suppressed=~is_open).filter(is_known)
    found = rows.join(groups, "subject_key")
    found = evidence(found)
    counts = {each: found.is_suppressed.ifelse(found[each], found[f"open_{each}"]) for each in MEASURES}
    subject = found.subject_key.cast("string")
    return found.select("is_suppressed", "crossing_id", "crossed_at_s", subject=subject, **counts).distinct()


def _peaks(rows: IbisTable, tables: Tables, span: Span, numbers: Shared) -> IbisTable:
    """The most units within the window by key, all and those without an allowance, where they are enough."""
    firsts = rows.group_by("subject_key", "unit").agg(first_s=rows.crossed_at_s.min(), is_allowed=rows.is_allowed.all())
    window_s = numbers.window_days * DAY_S
    window = ibis.range_window(preceding=window_s, following=0, group_by="subject_key", order_by="first_s")
    counted: dict[str, Any] = {
        "in_window": firsts.unit.count().over(window),
        "open_in_window": firsts.is_allowed.ifelse(0, 1).sum().over(window),
    }
    if numbers.most_before is not None:
        longer = ibis.range_window(
            preceding=window_s + numbers.quiet_days * DAY_S, following=0, group_by="subject_key", order_by="first_s"
        )
        counted["in_longer"] = firsts.unit.count().over(longer)
    firsts = firsts.mutate(**counted).filter(lambda t: t.first_s >= span.since_s)
    if numbers.most_before is not None:
        # the record must reach back far enough to call a contact quiet
        known_from_s = tables.crossings.crossed_at_s.min().as_scalar() + numbers.quiet_days * DAY_S
        firsts = firsts.filter(
            firsts.in_longer - firsts.in_window <= numbers.most_before, firsts.first_s >= known_from_s
        )
    peaks = firsts.group_by("subject_key").agg(peak=firsts.in_window.max(), open_peak=firsts.open_in_window.max())
    return peaks.filter(peaks.peak >= numbers.least_unrelated)


def _groups(rows: IbisTable) -> IbisTable:
    """Counts by key. `open_…`: without what is under an allowance."""
    is_open = ~rows.is_allowed
    return rows.group_by("subject_key").agg(
        travellers=rows.crossing_id.nunique(),
        unrelated=rows.unit.nunique(),
        due=rows.unit.nunique(where=rows.is_due),
        unreturned=rows.unit.nunique(where=rows.is_unreturned),
        open_travellers=rows.crossing_id.nunique(where=is_open),
        open_unrelated=rows.unit.nunique(where=is_open),
        open_due=rows.unit.nunique(where=rows.is_due & is_open),
        open_unreturned=rows.unit.nunique(where=rows.is_unreturned & is_open),
        first_id=rows.crossing_id.min(),
    )


def _unreturned(groups: IbisTable, prefix: str, numbers: Shared) -> Any:
    """Enough of those who are due did not come back; a burst need not wait until somebody is due."""
    due, unreturned = groups[f"{prefix}due"], groups[f"{prefix}unreturned"]
    enough = unreturned * 100 >= due * numbers.least_unreturned_percent
    return enough if numbers.most_before is not None else enough & (unreturned >= numbers.least_unrelated)
