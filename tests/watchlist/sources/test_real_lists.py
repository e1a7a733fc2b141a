"""The real public lists, where this machine has them. Only counts are looked at: they name real people."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from watchlist.entry import Entry, NameStrength
from watchlist.sources import Rejected, source_named

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "data" / "watchlist" / "lists"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="needs ../shared/data, which is not part of the repository")

FILES = {
    "ofac_2021": ("ofac_sdn.csv", "ofac_alt.csv", "ofac_sdn_comments.csv"),
    "ofac_2023": ("ofac_sdn_2023.csv.gz",),
    "un_2026": ("un_consolidated.xml.gz",),
}


@cache
def rows(name: str) -> tuple[Entry | Rejected, ...]:
    files = [FOLDER / file for file in FILES[name]]
    return tuple(source_named("auto", files[0]).read(files, "l"))


@cache
def people(name: str) -> tuple[Entry, ...]:
    return tuple(row for row in rows(name) if isinstance(row, Entry))


def share(name: str, part: str) -> float:
    """How many of a hundred people have it."""
    return 100 * sum(bool(getattr(person, part)) for person in people(name)) / len(people(name))


@pytest.mark.parametrize(("name", "count"), [("ofac_2021", 4620), ("ofac_2023", 5890), ("un_2026", 730)])
def test_every_person_is_read_and_none_rejected(name: str, count: int) -> None:
    assert len(rows(name)) == len(people(name)) == count
    assert len({person.entry_id for person in people(name)}) == count


@pytest.mark.parametrize(
    ("name", "strength", "count"),
    [
        ("ofac_2021", NameStrength.STRONG, 6272),
        ("ofac_2021", NameStrength.WEAK, 1757),
        ("ofac_2023", NameStrength.WEAK, 1797),
        ("un_2026", NameStrength.STRONG, 1910),
        ("un_2026", NameStrength.WEAK, 619),
    ],
)
def test_aliases(name: str, strength: NameStrength, count: int) -> None:
    assert sum(listed.strength is strength for person in people(name) for listed in person.names) == count


@pytest.mark.parametrize(
    ("name", "part", "at_least_percent"),
    [
        # what is left has no such datum in the list itself
        ("ofac_2021", "birth_dates", 95.8),
        ("ofac_2023", "birth_dates", 97.8),
        ("un_2026", "birth_dates", 92.8),
        ("ofac_2021", "nationalities", 55),
        ("ofac_2023", "nationalities", 69),
        ("un_2026", "nationalities", 85),
        ("ofac_2021", "documents", 25),
        ("ofac_2023", "documents", 23),
        ("un_2026", "documents", 31),
    ],
)
def test_what_is_known_of_them(name: str, part: str, at_least_percent: float) -> None:
    assert share(name, part) >= at_least_percent


@pytest.mark.parametrize("name", FILES)
def test_no_document_number_is_a_mere_letter(name: str) -> None:
    numbers = [key.number for person in people(name) for key in person.documents]
    assert min(map(len, numbers)) >= 4
    assert all(number.isalnum() for number in numbers)
