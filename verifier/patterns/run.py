"""Runs every pattern over one data base. The expressions are the same; only the words of SQL differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from verifier.patterns.lead import Report, leads_of
from verifier.patterns.pattern import Pattern
from verifier.patterns.plan import Plan, Stage, plan
from verifier.patterns.store import Store
from verifier.patterns.tables import Span
from verifier.patterns.thresholds import Thresholds

Told = Callable[[Pattern, int], None]


def run(
    patterns: Iterable[Pattern],
    store: Store,
    span: Span,
    thresholds: Thresholds,
    *,
    told: Told = lambda _pattern, _leads: None,
) -> Report:
    """Run the patterns one after the other; `told` hears of each when it is done, with its number of open leads."""
    return carry_out(plan(patterns, span, thresholds, store.dialect), store, told=told)


def carry_out(planned: Plan, store: Store, *, told: Told = lambda _pattern, _leads: None) -> Report:
    """Run a plan that was made before. Raises ValueError for a plan in the words of another data base."""
    if planned.dialect != store.dialect:
        raise ValueError(f"a plan for {planned.dialect} cannot run on {store.dialect}")
    try:
        return _carry_out(planned, store, told)
    finally:
        for name in planned.names:
            store.drop(name)


def _carry_out(planned: Plan, store: Store, told: Told) -> Report:
    for stage in planned.stages:
        _look(stage, store, told)
    store.keep(planned.ids.name, planned.ids.sql)
    for step in planned.last_steps:
        store.keep(step.name, step.sql)
    leads = [lead for stage in planned.stages for lead in leads_of(stage.pattern, store.rows(stage.rows))]
    return Report(
        span=planned.span,
        leads=tuple(leads),
        crossings=_count(planned.crossings, store),
        key_ids=tuple(str(row["key_id"]) for row in store.rows(planned.key_ids)),
        skipped_parties=_count(planned.skipped_parties, store),
        thresholds_digest=planned.thresholds_digest,
    )


def _look(stage: Stage, store: Store, told: Told) -> None:
    for step in stage.steps:
        store.keep(step.name, step.sql)
    for name in stage.passing:
        store.drop(name)
    told(stage.pattern, _count(stage.open_leads, store))


def _count(sql: str, store: Store) -> int:
    return int(str(store.rows(sql)[0]["count"]))
