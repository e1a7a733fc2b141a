"""Runs every pattern over one data base. The expressions are the same; only the words of SQL differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from typing import Final

from verifier.patterns.different_minors import DIFFERENT_MINORS, mixed_parties
from verifier.patterns.ground import ground
from verifier.patterns.kept import Kept, Store
from verifier.patterns.lead import Lead, Report, leads_of
from verifier.patterns.pattern import Pattern
from verifier.patterns.tables import IbisTable, Span, Tables, tables
from verifier.patterns.thresholds import Thresholds

_ORDER: Final = ("subject", "crossed_at_s", "crossing_id")


def run(
    patterns: Iterable[Pattern],
    store: Store,
    span: Span,
    thresholds: Thresholds,
    *,
    told: Callable[[Pattern, int], None] = lambda _pattern, _leads: None,
) -> Report:
    """Run the patterns one after the other; `told` hears of each when it is done, with its number of open leads."""
    kept = Kept(store)
    try:
        return _run(tuple(patterns), kept, span, thresholds, told)
    finally:
        kept.close()


def _run(
    patterns: tuple[Pattern, ...],
    kept: Kept,
    span: Span,
    thresholds: Thresholds,
    told: Callable[[Pattern, int], None],
) -> Report:
    over = tables()
    base = ground(over, span, thresholds.numbers, keep=kept.name)
    found: list[IbisTable] = []
    for pattern in patterns:
        columns = ("subject", "is_suppressed", "crossing_key", "crossed_at_s", *pattern.measures)
        rows = pattern.rows(base, thresholds.numbers[pattern.pattern_id]).select(*columns)
        found.append(kept.name(f"pattern_{pattern.pattern_id}", rows))
        open_rows = found[-1].filter(~found[-1].is_suppressed)
        told(pattern, _count(kept, open_rows.agg(count=open_rows.subject.nunique())))
    ids = kept.name("pattern_ids", _ids(over, found))
    leads = [lead for each, rows in zip(patterns, found, strict=True) for lead in _leads(each, rows, ids, kept)]
    large = mixed_parties(base).filter(
        lambda sizes: sizes.members > thresholds.numbers[DIFFERENT_MINORS.pattern_id]["largest_party"]
    )
    return Report(
        span=span,
        leads=tuple(leads),
        crossings=_count(kept, _in_span(over, span)),
        key_ids=_key_ids(over, kept),
        skipped_parties=_count(kept, large.agg(count=large.party_key.count())),
        thresholds_digest=thresholds.digest,
    )


def _ids(over: Tables, found: list[IbisTable]) -> IbisTable:
    """The ids of the crossings that were found: texts are fetched once, for the few rows that matter."""
    keys = [each.select("crossing_key") for each in found]
    wanted = reduce(lambda one, other: one.union(other), keys).distinct() if keys else over.crossings.limit(0)
    return over.crossings.select("crossing_key", "crossing_id").semi_join(wanted, "crossing_key")


def _leads(pattern: Pattern, rows: IbisTable, ids: IbisTable, kept: Kept) -> list[Lead]:
    """In one order on every data base."""
    return leads_of(pattern, kept.rows(rows.join(ids, "crossing_key").drop("crossing_key").order_by(*_ORDER)))


def _in_span(over: Tables, span: Span) -> IbisTable:
    rows = over.crossings.filter(
        over.crossings.crossed_at_s >= span.since_s, over.crossings.crossed_at_s < span.until_s
    )
    return rows.agg(count=rows.crossing_key.count())


def _key_ids(over: Tables, kept: Kept) -> tuple[str, ...]:
    keys = over.crossings.select("key_id").distinct().order_by("key_id")
    return tuple(str(row["key_id"]) for row in kept.rows(keys))


def _count(kept: Kept, table: IbisTable) -> int:
    return int(str(kept.rows(table)[0]["count"]))
