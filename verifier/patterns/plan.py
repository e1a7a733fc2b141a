"""What a run asks of a data base, word for word: expressions put into SQL, each part that several need once.

The same plan serves every store of its dialect.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Any, Final

import ibis
import ibis.expr.operations as ops

from verifier.patterns.different_minors import DIFFERENT_MINORS
from verifier.patterns.ground import Ground, ground
from verifier.patterns.pattern import Pattern
from verifier.patterns.tables import IbisTable, Span, Tables, tables
from verifier.patterns.thresholds import Thresholds

_ORDER: Final = ("subject", "crossed_at_s", "crossing_id")
_IDS: Final = "pattern_ids"


@dataclass(frozen=True, slots=True)
class Step:
    """A query whose rows are kept under a name."""

    name: str
    sql: str


@dataclass(frozen=True, slots=True)
class Stage:
    """One pattern: what to keep for it, how many open leads that gives, and its rows once the ids are there.

    `passing`: names that nothing needs any more when the stage is over.
    """

    pattern: Pattern
    steps: tuple[Step, ...]
    open_leads: str
    rows: str
    passing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Stages in order, then the ids of what they found, then what the report counts."""

    span: Span
    thresholds_digest: str
    dialect: str
    stages: tuple[Stage, ...]
    ids: Step
    last_steps: tuple[Step, ...]
    skipped_parties: str
    crossings: str
    key_ids: str

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that is kept on the way."""
        steps = [*(step for stage in self.stages for step in stage.steps), self.ids, *self.last_steps]
        return tuple(step.name for step in steps)


def plan(patterns: Iterable[Pattern], span: Span, thresholds: Thresholds, dialect: str) -> Plan:
    """The plan for these patterns; `dialect` as Ibis calls it."""
    words = _Words(dialect)
    over = tables()
    base = ground(over, span, thresholds.numbers, keep=words.name)
    stages, found = [], []
    for pattern in patterns:
        stage, table = _stage(pattern, base, thresholds, words)
        stages.append(stage)
        found.append(table)
    largest = thresholds.numbers[DIFFERENT_MINORS.pattern_id]["largest_party"]
    large = base.parties.filter(base.parties.members > largest)
    last_steps = tuple(words.steps_for(large))
    in_span = over.crossings.filter(
        over.crossings.crossed_at_s >= span.since_s, over.crossings.crossed_at_s < span.until_s
    )
    return Plan(
        span=span,
        thresholds_digest=thresholds.digest,
        dialect=dialect,
        stages=tuple(stages),
        ids=Step(_IDS, words.sql(_ids(over, found))),
        last_steps=last_steps,
        skipped_parties=words.sql(large.agg(count=large.party_key.count())),
        crossings=words.sql(in_span.agg(count=in_span.crossing_key.count())),
        key_ids=words.sql(over.crossings.select("key_id").distinct().order_by("key_id")),
    )


def _stage(pattern: Pattern, base: Ground, thresholds: Thresholds, words: _Words) -> tuple[Stage, IbisTable]:
    columns = ("subject", "is_suppressed", "crossing_key", "crossed_at_s", *pattern.measures)
    rows = pattern.rows(base, thresholds.numbers[pattern.pattern_id]).select(*columns)
    name = f"pattern_{pattern.pattern_id}"
    found = words.name(name, rows)
    ids = ibis.table({"crossing_key": "int64", "crossing_id": "string"}, name=_IDS)
    steps = tuple(words.steps_for(found))
    is_open = found.filter(~found.is_suppressed)
    stage = Stage(
        pattern=pattern,
        steps=steps,
        open_leads=words.sql(is_open.agg(count=is_open.subject.nunique())),
        rows=words.sql(found.join(ids, "crossing_key").drop("crossing_key").order_by(*_ORDER)),
        passing=tuple(step.name for step in steps if step.name.startswith(f"{name}_")),
    )
    return stage, found


def _ids(over: Tables, found: list[IbisTable]) -> IbisTable:
    """The ids of the crossings that were found: texts are fetched once, for the few rows that matter."""
    ids = over.crossings.select("crossing_key", "crossing_id")
    if not found:
        return ids.limit(0)
    wanted = reduce(lambda one, other: one.union(other), (each.select("crossing_key") for each in found)).distinct()
    return ids.semi_join(wanted, "crossing_key")


class _Words:
    """Names expressions and puts them into SQL, whatever they stand on first."""

    def __init__(self, dialect: str) -> None:
        self._dialect = dialect
        self._named: dict[str, IbisTable] = {}

    def name(self, name: str, table: IbisTable) -> IbisTable:
        """The table to write further expressions over."""
        self._named[name] = table
        return ibis.table(table.schema(), name=name)

    def steps_for(self, table: IbisTable) -> Iterable[Step]:
        """What must be kept before the table can be read, each name once in all."""
        there: set[Any] = {each.name for each in table.op().find(ops.UnboundTable)}
        for name in sorted(there):
            definition = self._named.pop(name, None)
            if definition is not None:
                yield from self.steps_for(definition)
                yield Step(name, self.sql(definition))

    def sql(self, table: IbisTable) -> str:
        """In the words of the dialect."""
        return str(ibis.to_sql(table, dialect=self._dialect, pretty=False))
