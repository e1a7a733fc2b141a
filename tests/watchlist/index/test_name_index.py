"""The index finds whom it should, before and after changes."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.watchlist.people import NOW, person
from watchlist.entry import Entry
from watchlist.index import NameIndex
from watchlist.names.prepared import prepare
from watchlist.partial_date import PartialDate

FIRST = ["BUDI", "SITI", "AGUS", "DEWI", "EKO", "RINA", "JOKO", "WATI", "HENDRA", "RATNA", "TONO", "MEGA"]
LAST = ["SANTOSO", "WIBOWO", "HIDAYAT", "NUGROHO", "SIREGAR", "PANGGABEAN", "HALIM", "TANJUNG", "LUBIS", "PUTRI"]


def even(_: str) -> float:
    return 5.0


def found(index: NameIndex, name: str, born: str = "", limit: int = 10) -> list[str]:
    dates = (PartialDate.parse(born),) if born else ()
    return index.candidates(prepare(name, even), dates, even, limit)


@pytest.mark.parametrize(
    ("seen", "listed"),
    [
        ("BUDI SANTOSO", "Budi Santoso"),
        ("SANTOSO BUDI", "Budi Santoso"),
        ("BUDY SANTOZO", "Budi Santoso"),
        ("BDUI SATNOSO", "Budi Santoso"),
        ("MOCH RIZKY", "Muhammad Rizki"),
        ("DJOKO TJAHJONO", "Joko Cahyono"),
        ("BUDISANTOSO", "Budi Santoso"),
        ("BUDI SANTO", "Budi Santosonegoro"),
        ("محمد حسن", "Muhammad Hassan"),
        ("SUKARNO", "SOEKARNO"),
    ],
)
def test_candidates_by_habit_of_spelling(seen: str, listed: str) -> None:
    others = [person(f"o{n}", f"{first} {last}") for n, (first, last) in enumerate(zip(FIRST, LAST, strict=False))]
    index = NameIndex.of([person("x", listed), *others])
    assert "x" in found(index, seen, limit=3)


def test_the_right_age_comes_first_among_namesakes() -> None:
    index = NameIndex.of(person(f"p{year}", "Muhammad Ali", f"{year}-03-04") for year in range(1940, 2000))
    assert found(index, "Muhammad Ali", "1977-03-04", limit=1) == ["p1977"]


@pytest.mark.parametrize("seen", ["AHUK", "KAHUX", "HKA"])
def test_a_birth_date_finds_a_lone_name_of_two_slips(seen: str) -> None:
    crowd = [person(f"p{n}", FIRST[n % 12] + LAST[n % 10], f"{1940 + n % 60}-01-02") for n in range(3000)]
    index = NameIndex.of([*crowd, person("x", "HAKU", "1977-03-04")])
    assert "x" in found(index, seen, "1977-03-04", limit=3)
    assert "x" in found(index, seen, "1977-04-03", limit=3)  # day and month changed round


def test_a_lone_name_of_two_slips_is_found_without_a_date() -> None:
    index = NameIndex.of([person(f"p{n}", last) for n, last in enumerate(LAST)])
    assert found(index, "NUGORHOX", limit=1) == ["p3"]
    assert found(index, "GUGNROHO", limit=1) == ["p3"]


@pytest.mark.parametrize(
    ("seen", "listed"),
    [
        ("MOHAMMED BEN HAMMEDI", "Mohammed BENHAMMEDI"),
        ("Mohammad KHEIR BEIK", "Muhammad Nasif KHAYRBIK"),
        ("Mohammed I. ALOTAIBI", "Mohammad AL-OTAIBI"),
        ("ولی جان", "WALIJAN"),
    ],
)
def test_names_written_together_or_apart_come_first(seen: str, listed: str) -> None:
    others = [person(f"o{n}", f"Mohammed Al {last}") for n, last in enumerate(LAST)]
    assert found(NameIndex.of([*others, person("x", listed)]), seen, limit=1) == ["x"]


def test_fewer_are_given_where_one_stands_out() -> None:
    people = [person("x", "Budi Hendra Santoso Wibowo")]
    people += [person(f"p{n}", f"Budi {last}{n}") for n, last in enumerate(LAST * 9)]
    index = NameIndex.of(people)
    seen = prepare("Budi Hendra Santoso Wibowo", even)
    assert index.candidates(seen, (), even, 50, fewest=5)[0] == "x"
    assert len(index.candidates(seen, (), even, 50, fewest=5)) == 5
    alone = prepare("Budi", even)
    assert len(index.candidates(alone, (), even, 50, fewest=5)) == 50


def test_names_that_thousands_carry_are_still_found() -> None:
    crowd = [person(f"p{n}", "Muhammad Ali", f"{1940 + n % 60}-01-02") for n in range(5000)]
    index = NameIndex.of([*crowd, person("x", "Muhammad Ali", "1977-03-04")])
    assert "x" in found(index, "Muhammad Ali", "1977-03-04", limit=3)
    assert len(found(index, "Muhammad Ali", limit=7)) == 7


@pytest.mark.parametrize("name", ["", "<<<", "\u200b", "X" * 10_000, "A", "7", "Ж\u0301"])
def test_odd_names_find_nothing_or_something_but_never_fail(name: str) -> None:
    index = NameIndex.of([person("x", "Budi Santoso"), person("y", name)])
    assert isinstance(found(index, name), list)


def test_an_empty_index_finds_nobody() -> None:
    assert found(NameIndex(), "Budi") == []
    assert found(NameIndex.of([]), "Budi") == []


def test_a_change_is_seen_at_once_and_the_old_snapshot_stays_as_it_was() -> None:
    before = NameIndex.of([person("x", "Budi Santoso"), person("y", "Siti Aminah")])
    renamed = before.changed([person("x", "Agus Wibowo")])
    assert found(renamed, "Agus Wibowo") == ["x"]
    assert "x" not in found(renamed, "Budi Santoso")
    revoked = renamed.changed([replace(person("y", "Siti Aminah"), revoked_at=NOW)])
    assert found(revoked, "Siti Aminah") == []
    assert found(before, "Budi Santoso") == ["x"]
    assert found(before, "Agus Wibowo") == []


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1 << 30))
def test_any_history_gives_the_same_as_building_anew(seed: int) -> None:
    chance = random.Random(seed)
    index = NameIndex()
    standing: dict[str, Entry] = {}
    for _ in range(60):
        batch = []
        for entry_id in {f"p{chance.randrange(40)}" for _ in range(chance.randrange(1, 30))}:
            entry = person(entry_id, f"{chance.choice(FIRST)} {chance.choice(LAST)}")
            if chance.random() < 0.2:
                entry = replace(entry, revoked_at=NOW)
                standing.pop(entry_id, None)
            else:
                standing[entry_id] = entry
            batch.append(entry)
        index = index.changed(batch)
    anew = NameIndex.of(standing.values())
    for first in FIRST:
        assert set(found(index, f"{first} LUBIS", limit=100)) == set(found(anew, f"{first} LUBIS", limit=100))
