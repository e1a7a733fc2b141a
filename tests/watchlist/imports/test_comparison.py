"""Two sorted streams side by side say the same as the comparison in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.watchlist.people import NOW, document, person
from watchlist.codec import content_digest, from_json, to_json
from watchlist.entry import Entry
from watchlist.imports.comparison import Comparison
from watchlist.imports.revision import ChangeKind, Place, Standing
from watchlist.imports.scratch import Repeat, Scratch
from watchlist.sources import Encoded
from watchlist.sources.model import ID_PLACE, NUMBER_PLACE
from watchlist.store import Changes, compare
from watchlist.vouching import digest_of_versions, entry_digest

IDS = st.sampled_from([f"l:{name}" for name in ("a", "b", "B", "é", "z", "ab", "a-b", "a.b", "10", "9")])
NAMES = st.sampled_from(["ANNA", "BUDI", "ЦИТРА"])
LISTS = st.dictionaries(IDS, NAMES, max_size=10)


def entries_of(said: dict[str, str]) -> list[Entry]:
    return [person(entry_id, name) for entry_id, name in said.items()]


def standing_of(entries: list[Entry]) -> Iterator[Standing]:
    for entry in sorted(entries, key=lambda each: each.entry_id):
        yield Standing(
            entry.entry_id, content_digest(entry), entry.version, entry.revoked_at is not None, to_json(entry)
        )


def by_kind(comparison: Comparison, kind: ChangeKind) -> list[Entry]:
    return [each.after for each in comparison.differences if each.kind is kind]


def in_order(entries: tuple[Entry, ...]) -> list[Entry]:
    return sorted(entries, key=lambda each: each.entry_id)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(first=LISTS, second=LISTS, incoming=LISTS)
def test_the_same_as_in_memory(
    tmp_path: Path, first: dict[str, str], second: dict[str, str], incoming: dict[str, str]
) -> None:
    before = {entry.entry_id: entry for entry in entries_of(first)}
    current = {entry_id: (content_digest(entry), entry) for entry_id, entry in before.items()}
    before |= {entry.entry_id: entry for entry in compare(current, entries_of(second), now=NOW).entries}
    expected = compare(
        {entry_id: (content_digest(entry), entry) for entry_id, entry in before.items()}, entries_of(incoming), now=NOW
    )
    with Scratch(tmp_path) as scratch:
        scratch.fill(Encoded.of(entry) for entry in entries_of(incoming))
        comparison = Comparison(NOW, removes=True, shown=99)
        scratch.note(comparison.run(scratch.incoming(), standing_of(list(before.values())), scratch.text))
        rows = [*scratch.added(Place("l", 7, "now", 3)), *scratch.replacing(Place("l", 7, "now", 3))]
    assert comparison.unchanged == expected.unchanged
    assert by_kind(comparison, ChangeKind.ADDED) == in_order(expected.added)
    assert by_kind(comparison, ChangeKind.CHANGED) == in_order(expected.changed)
    assert by_kind(comparison, ChangeKind.REMOVED) == in_order(expected.removed)
    written = {str(row[0]): from_json(str(row[-1])) for row in rows}
    assert written == {entry.entry_id: entry for entry in expected.entries}
    assert [row[9] for row in rows] == list(range(8, 8 + len(rows)))
    digests = [(str(row[0]), entry_digest(str(row[-1]))) for row in rows]
    assert [row[6] for row in rows] == [digest for _, digest in digests]
    assert comparison.versions_digest == digest_of_versions(digests)


def test_only_some_are_shown_and_all_are_counted(tmp_path: Path) -> None:
    with Scratch(tmp_path) as scratch:
        scratch.fill(Encoded.of(document(f"l:{number}", "IDN", f"X{number}")) for number in range(9))
        comparison = Comparison(NOW, removes=True, shown=2)
        scratch.note(comparison.run(scratch.incoming(), iter(()), scratch.text))
    assert comparison.added == 9
    assert [each.after.entry_id for each in comparison.differences] == ["l:0", "l:1"]


def test_nothing_is_dropped_where_nothing_may_be(tmp_path: Path) -> None:
    with Scratch(tmp_path) as scratch:
        scratch.fill(())
        comparison = Comparison(NOW, removes=False, shown=2)
        scratch.note(comparison.run(scratch.incoming(), standing_of([person("l:1", "ANNA")]), scratch.text))
    assert comparison.is_empty


def test_rows_whose_entry_stands_before_are_left_out_and_told_in_order_of_place(tmp_path: Path) -> None:
    again = Encoded.of(document("l:7", "IDN", "X7"))
    rows = [Encoded.of(document(f"l:{number}", "IDN", f"X{number}"))._replace(line=number + 2) for number in range(9)]
    late = [again._replace(line=5, file=1), again._replace(line=90), again._replace(line=11)]
    with Scratch(tmp_path) as scratch:
        assert scratch.fill([*rows, *late]) == [Repeat(0, 11, 0, 9), Repeat(0, 90, 0, 9), Repeat(1, 5, 0, 9)]
        comparison = Comparison(NOW, removes=True)
        scratch.note(comparison.run(scratch.incoming(), iter(()), scratch.text))
        written = list(scratch.added(Place("l", 7, "now", 3)))
    assert [row[0] for row in written] == [f"l:{number}" for number in range(9)]
    assert [row[9] for row in written] == list(range(8, 17))


@given(shared=st.booleans(), entry_id=IDS, number=st.sampled_from(["X1", "A\\u0001"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_pattern_gives_every_entry_its_own_text(tmp_path: Path, shared: bool, entry_id: str, number: str) -> None:  # noqa: FBT001 - a case
    plain = Encoded.of(document(entry_id, "IDN", "X1"))
    row = plain._replace(number=number)
    if shared:
        text = plain.text.replace(entry_id, ID_PLACE).replace('"X1"', f'"{NUMBER_PLACE}"')
        row = row._replace(pattern=plain.pattern._replace(text=text))
    with Scratch(tmp_path) as scratch:
        scratch.fill([row])
        assert scratch.text(1) == row.text
    assert row.text == (plain.text.replace('"X1"', f'"{number}"') if shared else plain.text)


def test_the_scratch_file_has_no_name_that_a_killed_process_could_leave(tmp_path: Path) -> None:
    with Scratch(tmp_path):
        assert list(tmp_path.iterdir()) == []


def test_the_changes_of_memory_stay_the_yardstick() -> None:
    assert compare({}, [person("l:1", "ANNA")], now=NOW) == Changes((person("l:1", "ANNA"),), (), (), 0)
