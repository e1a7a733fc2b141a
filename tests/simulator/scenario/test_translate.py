"""Sentences go out to a translator and come back into the same file; everything else stays as it was."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ledger.errors import LintasError
from simulator.scenario.lines import lines_of
from simulator.scenario.load import parse_scenario
from simulator.scenario.source import read_source
from simulator.scenario.translate import COLUMNS, from_csv, to_csv
from tests.simulator.scenario.example import source_with

Row = dict[str, str]


def _table(change: Callable[[list[Row]], None]) -> str:
    rows = list(csv.DictReader(io.StringIO(to_csv(source_with()))))
    change(rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _set(line_id: str, **values: str) -> Callable[[list[Row]], None]:
    def change(rows: list[Row]) -> None:
        next(row for row in rows if row["line_id"] == line_id).update(values)

    return change


def test_nothing_changes_nothing() -> None:
    source = source_with()
    assert from_csv(source, to_csv(source)) == (source.text, 0)


def test_line_ids_are_unique_and_name_keys() -> None:
    ids = [each.line_id for each in lines_of(parse_scenario(source_with()))]
    assert len(ids) == len(set(ids))
    assert {"questions.trip.text", "questions.trip.answers.1.text", "expected.decisions.clear.why"} <= set(ids)


def test_one_sentence_changes_one_place() -> None:
    source = source_with()
    text, count = from_csv(source, _table(_set("questions.trip.text", id="Mau ke mana?", en='Where to: "home"?')))
    assert count == 2
    changed = [(a, b) for a, b in zip(source.text.splitlines(), text.splitlines(), strict=True) if a != b]
    assert len(changed) == 1
    assert parse_scenario(read_source("x", text.encode())).questions[1].text.en == 'Where to: "home"?'


def test_block_scalars_come_back_quoted() -> None:
    block = "briefing:\n  id: |\n    Dua baris\n    di sini.\n  en: >\n    One\n    line.\n"
    source = source_with(('briefing: {id: "Yang diketahui pada awalnya.", en: "What is known at the start."}\n', block))
    rows = list(csv.DictReader(io.StringIO(to_csv(source))))
    row = next(row for row in rows if row["line_id"] == "briefing")
    table = f"line_id,id,en,exported\nbriefing,Baru,New,{row['exported']}\n"
    text, count = from_csv(source, table)
    assert count == 2
    assert parse_scenario(read_source("x", text.encode())).briefing.id == "Baru"


@settings(deadline=None, max_examples=30)
@given(st.text(min_size=1, max_size=80).filter(lambda text: text.strip() and "\x00" not in text))
@example("a\x85b\u2028c\u2029d")
def test_any_words_survive(words: str) -> None:
    try:
        text, _ = from_csv(source_with(), _table(_set("briefing", en=words)))
    except LintasError:
        return  # characters that YAML or CSV cannot hold are refused, not spoilt
    assert parse_scenario(read_source("x", text.encode())).briefing.en == words.strip()


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("line_id,id,en\n", "columns missing: exported"),
        ("", "columns missing"),
        ("line_id,id,en,exported\nnothing.there,a,b,c\n", "no such line"),
        (_table(_set("briefing", en="  ")), "both languages"),
        (_table(_set("briefing", exported="0" * 12)), "changed since the export"),
        (_table(lambda rows: rows.append(rows[0])), "comes twice"),
        ('line_id,id,en,exported\n"a', "no CSV"),
    ],
)
def test_refused_and_nothing_changed(table: str, words: str) -> None:
    with pytest.raises(LintasError) as caught:
        from_csv(source_with(), table)
    assert caught.value.reason == "TRANSLATION_INVALID"
    assert words in caught.value.message
