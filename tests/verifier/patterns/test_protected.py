"""Who somebody is by law or belief is in no table and no pattern, present or future."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import fields

import ibis
import ibis.expr.operations as ops
import pytest

import verifier.patterns
from verifier.indicators.protected import protected_attribute
from verifier.patterns.catalogue import PATTERNS
from verifier.patterns.crossing import CONTACT_COLUMNS, CROSSING_COLUMNS, Crossing
from verifier.patterns.ground import Ground, ground
from verifier.patterns.pattern import Pattern
from verifier.patterns.tables import ALLOWANCE_COLUMNS, IbisTable, Span, Tables, tables
from verifier.sql import crossing_tables

LAWFUL = {*CROSSING_COLUMNS, *CONTACT_COLUMNS, *ALLOWANCE_COLUMNS}
SPAN = Span(0, 10**9)


NUMBERS = {each.pattern_id: {key: bounds.least for key, bounds in each.numbers.items()} for each in PATTERNS}


def expression(pattern: Pattern, over: Tables) -> IbisTable:
    """With all that it stands on in it: nothing is kept apart under a name."""
    return pattern.rows(ground(over, SPAN, NUMBERS), NUMBERS.get(pattern.pattern_id, {}))


def columns_asked(pattern: Pattern, over: Tables) -> set[str]:
    """Every column that the expression looks at, stored or made on the way."""
    return {each.name for each in expression(pattern, over).op().find(ops.Field)}


def refused(pattern: Pattern, over: Tables) -> set[str]:
    """Protected words anywhere in the expression, and columns of tables that are not the record's own."""
    there = expression(pattern, over).op().find(ops.UnboundTable)
    foreign = {name for table in there for name in table.schema.names if name not in LAWFUL}
    return foreign | {each for each in columns_asked(pattern, over) if protected_attribute(each)}


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda each: each.pattern_id)
def test_no_pattern_asks_who_somebody_is(pattern: Pattern) -> None:
    assert columns_asked(pattern, tables()) >= {"crossed_at_s", "decision"}
    assert refused(pattern, tables()) == set()


@pytest.mark.parametrize("column", ["nationality", "sex", "religion", "ethnicity", "birth_place", "issuing_state"])
def test_a_pattern_that_did_would_be_refused(column: str) -> None:
    """The test above can fail: a table with such a column, and a pattern that groups by it under another name."""
    wider = ibis.table({**CROSSING_COLUMNS, column: "string"}, name="crossings")

    def rows(base: Ground, _numbers: object) -> IbisTable:
        rows = base.tables.crossings
        return rows.mutate(subject=rows[column]).group_by("subject").agg(n=lambda t: t.count())

    base = PATTERNS[0]
    bad = Pattern("bad", base.name, base.innocent, {}, ("n",), rows, base.sentence)
    assert column in refused(bad, Tables(wider, tables().contacts, tables().allowances))


def test_no_stored_column_says_who_somebody_is() -> None:
    stored = {
        column.name for table in (crossing_tables.crossings, crossing_tables.contacts) for column in table.columns
    }
    assert stored == {*CROSSING_COLUMNS, *CONTACT_COLUMNS}
    assert {each for each in LAWFUL if protected_attribute(each)} == set()
    assert {each.name for each in fields(Crossing)} ^ set(CROSSING_COLUMNS) == {"contact_keys", "crossing_key"}


def test_the_three_descriptions_of_the_tables_agree() -> None:
    for name, columns in (("crossings", CROSSING_COLUMNS), ("crossing_contacts", CONTACT_COLUMNS)):
        table = crossing_tables.crossings.metadata.tables[name]
        assert {column.name: column.nullable for column in table.columns} == {
            column: not kind.startswith("!") for column, kind in columns.items()
        }
    assert set(ALLOWANCE_COLUMNS) <= {column.name for column in crossing_tables.allowances.columns}


def test_every_pattern_that_is_written_is_registered() -> None:
    written = set()
    for module in pkgutil.iter_modules(verifier.patterns.__path__):
        found = vars(importlib.import_module(f"verifier.patterns.{module.name}")).values()
        written |= {each.pattern_id for each in found if isinstance(each, Pattern)}
    assert written == {each.pattern_id for each in PATTERNS}
    assert len(PATTERNS) == len(written) == 8


def test_every_pattern_speaks_both_languages_and_says_who_is_innocent() -> None:
    for pattern in PATTERNS:
        counts = dict.fromkeys(pattern.measures, 7)
        for text in (pattern.name, pattern.innocent, pattern.sentence(counts)):
            assert text.id.strip()
            assert text.id != text.en
        assert "7" in pattern.sentence(counts).en
        assert "7" in pattern.sentence(counts).id
