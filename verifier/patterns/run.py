"""Runs every pattern over one data base. The expressions are the same; only the words of SQL differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, Protocol

import ibis

from verifier.patterns.different_minors import DIFFERENT_MINORS, parties_with_minors
from verifier.patterns.lead import Lead, Report, leads_of
from verifier.patterns.pattern import Pattern
from verifier.patterns.tables import IbisTable, Span, tables
from verifier.patterns.thresholds import Thresholds

_ORDER: Final = ("subject", "crossed_at_s", "crossing_id")


class Store(Protocol):
    """A data base that holds the three tables of `verifier.patterns.tables`."""

    @property
    def dialect(self) -> str:
        """As Ibis calls it: duckdb, postgres, pyspark."""

    def rows(self, sql: str) -> list[dict[str, object]]:
        """The rows of one query. Raises LintasError where the data base cannot be used."""


def rows_of(pattern: Pattern, store: Store, span: Span, thresholds: Thresholds) -> list[dict[str, object]]:
    """The pattern's rows in one order on every data base."""
    found = pattern.rows(tables(), span, thresholds.numbers[pattern.pattern_id])
    columns = ("subject", "is_suppressed", "crossing_id", "crossed_at_s", *pattern.measures)
    return store.rows(_sql(found.select(*columns).order_by(*_ORDER), store))


def run(
    patterns: Iterable[Pattern],
    store: Store,
    span: Span,
    thresholds: Thresholds,
    *,
    told: Callable[[Pattern, int], None] = lambda _pattern, _leads: None,
) -> Report:
    """Run the patterns one after the other; `told` hears of each when it is done, with its number of open leads."""
    leads: list[Lead] = []
    for pattern in patterns:
        found = leads_of(pattern, rows_of(pattern, store, span, thresholds))
        leads += found
        told(pattern, sum(not each.is_suppressed for each in found))
    counted = _one(_counts(span), store)
    keys = tables().crossings.select("key_id").distinct().order_by("key_id")
    return Report(
        span=span,
        leads=tuple(leads),
        crossings=int(str(counted["crossings"])),
        key_ids=tuple(str(row["key_id"]) for row in store.rows(_sql(keys, store))),
        skipped_parties=_skipped(store, span, thresholds.numbers),
        thresholds_digest=thresholds.digest,
    )


def _counts(span: Span) -> IbisTable:
    rows = tables().crossings
    rows = rows.filter(rows.crossed_at_s >= span.since_s, rows.crossed_at_s < span.until_s)
    return rows.agg(crossings=rows.crossing_id.count())


def _skipped(store: Store, span: Span, numbers: Mapping[str, Mapping[str, int]]) -> int:
    largest = numbers[DIFFERENT_MINORS.pattern_id]["largest_party"]
    sizes = parties_with_minors(tables(), span)
    large = sizes.filter(sizes.members > largest)
    return int(str(_one(large.agg(parties=large.party_key.count()), store)["parties"]))


def _one(table: IbisTable, store: Store) -> dict[str, object]:
    return store.rows(_sql(table, store))[0]


def _sql(table: IbisTable, store: Store) -> str:
    return str(ibis.to_sql(table, dialect=store.dialect))
