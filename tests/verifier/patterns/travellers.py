"""Small worlds of crossings, told row by row, and the stores that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count
from typing import Any

from sqlalchemy import delete, insert

from ledger.sql import Database
from verifier.model.journey import Direction
from verifier.patterns.catalogue import PATTERNS
from verifier.patterns.crossing import Crossing, contact_rows, crossing_row
from verifier.patterns.duck import TABLES, DuckStore
from verifier.patterns.lead import Report
from verifier.patterns.plan import Plan, plan
from verifier.patterns.run import carry_out
from verifier.patterns.store import Store
from verifier.patterns.tables import DAY_S, Span
from verifier.patterns.thresholds import load_thresholds
from verifier.sql import crossing_tables
from verifier.sql.patterns import SqlPatternStore

OUT, BACK = Direction.DEPARTURE, Direction.ARRIVAL
START_S = 1_780_000_000
SPAN = Span(START_S, START_S + 365 * DAY_S)


@dataclass(slots=True)
class World:
    """Crossings and allowances; each traveller is alone and known unless told otherwise."""

    crossings: list[Crossing] = field(default_factory=list)
    allowances: list[tuple[object, ...]] = field(default_factory=list)
    _ids: Iterator[int] = field(default_factory=lambda: count(1))

    def cross(self, day: float, person: int | None, direction: Direction = OUT, **parts: Any) -> Crossing:
        """One crossing on a day from the start of the span."""
        number = next(self._ids)
        facts: dict[str, Any] = {
            "document_key": None if person is None else person * 1000,
            "document_next_key": None if person is None else person * 1000 + 1,
            "party_key": number,
            "is_minor": False,
            "port": "CGK",
        }
        made = Crossing(
            crossing_id=f"c{number:06d}",
            crossed_at_s=START_S + int(day * DAY_S),
            key_id="k1",
            direction=direction,
            person_key=person,
        )
        made = replace(made, **{**facts, **parts})
        self.crossings.append(made)
        return made

    def allow(self, kind: str, subject: str | int, since: float = 0, until: float = 365) -> None:
        """An allowance between two days."""
        text, key = (subject, None) if isinstance(subject, str) else (None, subject)
        times = (START_S + int(since * DAY_S), START_S + int(until * DAY_S))
        self.allowances.append((f"a{len(self.allowances)}", kind, text, key, *times))


def fill_duck(store: DuckStore, world: World) -> None:
    store.create()
    store.put("crossings", [tuple(crossing_row(each).values()) for each in world.crossings])
    store.put("crossing_contacts", [tuple(row.values()) for each in world.crossings for row in contact_rows(each)])
    store.put("pattern_allowances", world.allowances)


def fill_sql(database: Database, world: World) -> None:
    names = list(TABLES["pattern_allowances"])
    granted = [
        {**dict(zip(names, each, strict=True)), "kind": "licensed_agency", "ground": "test", "allowed_by": "test"}
        for each in world.allowances
    ]
    rows: list[tuple[object, list[dict[str, object]]]] = [
        (crossing_tables.crossings, [crossing_row(each) for each in world.crossings]),
        (crossing_tables.contacts, [row for each in world.crossings for row in contact_rows(each)]),
        (crossing_tables.allowances, granted),
    ]
    for table, values in rows:
        if values:
            database.write(lambda c, table=table, values=values: c.execute(insert(table), values))  # type: ignore[misc]


@contextmanager
def on_duck(world: World) -> Iterator[Store]:
    with DuckStore() as store:
        fill_duck(store, world)
        yield store


def empty_sql(database: Database) -> None:
    for table in (crossing_tables.contacts, crossing_tables.crossings, crossing_tables.allowances):
        database.write(lambda c, table=table: c.execute(delete(table)))  # type: ignore[misc]  # bound now


def found_in(database: Database, world: World, span: Span = SPAN, only: Iterable[str] = ()) -> Report:
    """On a data base that holds nothing else."""
    empty_sql(database)
    fill_sql(database, world)
    return SqlPatternStore(database).look(span, lambda store: found(store, span, only))


def found(store: Store, span: Span = SPAN, only: Iterable[str] = ()) -> Report:
    return carry_out(_planned(frozenset(only), span, store.dialect), store)


@cache
def _planned(only: frozenset[str], span: Span, dialect: str) -> Plan:
    """Putting the expressions into SQL takes far longer than running them on a handful of rows."""
    patterns = [each for each in PATTERNS if not only or each.pattern_id in only]
    return plan(patterns, span, load_thresholds(PATTERNS), dialect)
