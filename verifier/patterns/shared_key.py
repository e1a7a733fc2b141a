"""What the patterns of a shared payer, contact or agency have in common: many strangers, one key, nobody comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import ibis

from verifier.patterns.allowed import shown
from verifier.patterns.ground import Ground
from verifier.patterns.returned import with_returns
from verifier.patterns.tables import DAY_S, IbisTable, Span

# travellers · strangers to each other · the most of them within the window · of those who are due · who did not return
MEASURES: Final = ("travellers", "unrelated", "peak", "due", "unreturned")


@dataclass(frozen=True, slots=True)
class Shared:
    """How many unrelated travellers within how many days; how many of those due must not have come back.

    `most_allowed_percent`: up to this share under an allowance, those under it count with the others.

    `most_before`: for a burst, how many there may have been in the `quiet_days` before; None where that does not count.
    """

    least_unrelated: int
    window_days: int
    return_days: int
    least_unreturned_percent: int
    most_allowed_percent: int
    quiet_days: int = 0
    most_before: int | None = None


def shared(pattern_id: str, rows: IbisTable, ground: Ground, numbers: Shared) -> IbisTable:
    """Leads over departures of the ground that have a `subject_key`.

    They begin before the span where the pattern looks for a burst.
    """
    name = f"pattern_{pattern_id}"
    span = ground.span
    before_s = 0 if numbers.most_before is None else (numbers.quiet_days + numbers.window_days) * DAY_S
    often = _often(rows, span.since_s - before_s, numbers)
    units = ground.keep(f"{name}_units", _units(with_returns(often, span, return_days=numbers.return_days)))
    groups = _groups(units, span)
    # whoever comes home drops out before the costly look at windows: hotels, companies, tours
    groups = groups.filter(_stays_away(groups, "open_", numbers) | _stays_away(groups, "", numbers))
    groups = ground.keep(f"{name}_away", groups)
    groups = groups.join(_peaks(units.semi_join(groups, "subject_key"), ground, numbers), "subject_key")
    is_open, is_all = (
        _stays_away(groups, each, numbers) & (groups[f"{each}peak"] >= numbers.least_unrelated)
        for each in ("open_", "")
    )
    # a few tickets by way of a licensed agency do not explain a payer or contact of many others
    mostly_open = groups.open_unrelated * 100 >= groups.unrelated * (100 - numbers.most_allowed_percent)
    is_whole = ~is_open & is_all & mostly_open
    groups = groups.mutate(is_whole=is_whole, is_suppressed=~is_open & ~is_whole).filter(is_open | is_all)
    groups = ground.keep(f"{name}_groups", groups)
    found = rows.filter(rows.crossed_at_s >= span.since_s).join(groups, "subject_key")
    takes_all = found.is_suppressed | found.is_whole
    counts = {each: takes_all.ifelse(found[each], found[f"open_{each}"]) for each in MEASURES}
    return shown(found.mutate(subject=found.subject_key.cast("string"), **counts), "subject", *MEASURES)


def _often(rows: IbisTable, since_s: int, numbers: Shared) -> IbisTable:
    """Rows of subjects that had enough departures to matter: most payers pay for one traveller."""
    rows = rows.filter(rows.crossed_at_s >= since_s)
    often = rows.group_by("subject_key").agg(departures=rows.crossed_at_s.count())
    return rows.semi_join(often.filter(often.departures >= numbers.least_unrelated), "subject_key")


def _units(rows: IbisTable) -> IbisTable:
    """One row for each subject and unit: when it first came, and what is known of it."""
    is_open = ~rows.is_allowed
    return rows.group_by("subject_key", "unit").agg(
        first_s=rows.crossed_at_s.min(),
        travellers=rows.crossed_at_s.count(),
        is_due=rows.is_due.any(),
        is_unreturned=rows.is_unreturned.any(),
        is_back=rows.is_back.any(),
        open_travellers=is_open.sum(),
        is_open=is_open.any(),
        is_open_due=(rows.is_due & is_open).any(),
        is_open_unreturned=(rows.is_unreturned & is_open).any(),
        is_open_back=(rows.is_back & is_open).any(),
    )


def _groups(units: IbisTable, span: Span) -> IbisTable:
    """Counts by subject. `open_…`: without what is under an allowance."""
    units = units.filter(units.first_s >= span.since_s)
    return units.group_by("subject_key").agg(
        travellers=units.travellers.sum(),
        unrelated=units.unit.count(),
        due=units.is_due.sum(),
        unreturned=units.is_unreturned.sum(),
        back=units.is_back.sum(),
        open_travellers=units.open_travellers.sum(),
        open_unrelated=units.is_open.sum(),
        open_due=units.is_open_due.sum(),
        open_unreturned=units.is_open_unreturned.sum(),
        open_back=units.is_open_back.sum(),
    )


def _peaks(units: IbisTable, ground: Ground, numbers: Shared) -> IbisTable:
    """By subject the most units within the window, all and those without an allowance; 0 for what is no burst."""
    window_s = numbers.window_days * DAY_S
    window = ibis.range_window(preceding=window_s, following=0, group_by="subject_key", order_by="first_s")
    counted: dict[str, Any] = {
        "in_window": units.unit.count().over(window),
        "open_in_window": units.is_open.ifelse(1, 0).sum().over(window),
    }
    if numbers.most_before is None:
        units = units.mutate(**counted)
    else:
        longer = ibis.range_window(
            preceding=window_s + numbers.quiet_days * DAY_S, following=0, group_by="subject_key", order_by="first_s"
        )
        units = units.mutate(**counted, in_longer=units.unit.count().over(longer))
        # the record must reach back far enough to call a contact quiet
        known_from_s = ground.tables.crossings.crossed_at_s.min().as_scalar() + numbers.quiet_days * DAY_S
        is_quiet = (units.in_longer - units.in_window <= numbers.most_before) & (units.first_s >= known_from_s)
        units = units.filter(is_quiet, units.first_s >= ground.span.since_s)
    return units.group_by("subject_key").agg(peak=units.in_window.max(), open_peak=units.open_in_window.max())


def _stays_away(groups: IbisTable, prefix: str, numbers: Shared) -> Any:
    """Enough strangers, and enough of those who are due did not come back.

    A burst need not wait until somebody is due; it ends when they have come home.
    """
    unrelated, least = groups[f"{prefix}unrelated"], numbers.least_unrelated
    if numbers.most_before is not None:
        most_back = unrelated * (100 - numbers.least_unreturned_percent)
        return (unrelated >= least) & (groups[f"{prefix}back"] * 100 <= most_back)
    due, unreturned = groups[f"{prefix}due"], groups[f"{prefix}unreturned"]
    return (unreturned >= least) & (unreturned * 100 >= due * numbers.least_unreturned_percent)
