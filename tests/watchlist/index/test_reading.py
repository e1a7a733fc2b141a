"""Words of a searched name joined and divided as the list writes them."""

from __future__ import annotations

import pytest

from watchlist.index.reading import read
from watchlist.index.vocabulary import Vocabulary
from watchlist.names.prepared import prepare


def _even(_: str) -> float:
    return 5.0


def _ways(seen: str, *listed: str) -> set[str]:
    vocabulary = Vocabulary.of({word: number for number, word in enumerate(listed)})
    reading = read(prepare(seen, _even), vocabulary, _even)
    return {" ".join(term.text for term in way) for way in reading.ways()}


@pytest.mark.parametrize(
    ("seen", "listed", "way"),
    [
        ("MOHAMMED BEN HAMMEDI", ["MOHAMMED", "BENHAMMEDI"], "MOHAMMED BENHAMMEDI"),
        ("MOHAMMED BEN HAMEDI", ["MOHAMMED", "BENHAMMEDI"], "MOHAMMED BENHAMEDI"),
        ("NAJIB ULLAH", ["NAJIBULLAH"], "NAJIBULLAH"),
        ("ALOTAIBI MOHAMMED", ["OTAIBI", "ALOTAIBI"], "AL OTAIBI MOHAMMED"),
        ("BUDISANTOSO", ["BUDI", "SANTOSO"], "BUDI SANTOSO"),
        ("ABD AL RAZZAQ SAFI EDDINE", ["ABDALRAZZAQ", "SAFIEDDINE"], "ABDALRAZZAQ SAFIEDDINE"),
    ],
)
def test_what_the_list_writes_otherwise_is_read_so(seen: str, listed: list[str], way: str) -> None:
    assert way in _ways(seen, *listed)


@pytest.mark.parametrize(
    ("seen", "listed"), [("BUDI SANTOSO", ["BUDI", "SANTOSO"]), ("ALEXANDER", ["ALEXANDER"]), ("BUDI SANTOSO", [])]
)
def test_nothing_is_joined_or_divided_without_a_reason(seen: str, listed: list[str]) -> None:
    assert _ways(seen, *listed) == {seen}


def test_a_joined_word_says_what_its_parts_said() -> None:
    vocabulary = Vocabulary.of({"NAJIBULLAH": 0})
    reading = read(prepare("NAJIB ULLAH", _even), vocabulary, _even)
    assert [term.nats for change in reading.changes for term in change.terms] == [10.0]
