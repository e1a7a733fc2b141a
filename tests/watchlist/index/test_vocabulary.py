"""Words two slips apart are all found, whatever shortcut is taken."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from watchlist.index.keys import looked_up
from watchlist.index.vocabulary import Vocabulary

_words = st.text("ABCDE7", min_size=1, max_size=9)


def _of(words: list[str]) -> Vocabulary:
    return Vocabulary.of({word: number for number, word in enumerate(dict.fromkeys(words))})


@given(st.lists(_words, max_size=30), _words)
def test_no_word_two_slips_away_is_overlooked(listed: list[str], seen: str) -> None:
    vocabulary = _of(listed)
    found = {vocabulary.words[number] for number in vocabulary.two_slips_from(seen).tolist()}
    assert found == {word for word in listed if OSA.distance(word, seen) <= 2}


def test_words_by_sound_and_by_beginning() -> None:
    vocabulary = _of(["SOEKARNO", "SUKARNOPUTRI", "WIBOWO"])
    assert {vocabulary.words[n] for n in vocabulary.filed_under(looked_up("SUKARNO")).tolist()} >= {"SOEKARNO"}
    assert {vocabulary.words[n] for n in vocabulary.filed_under(looked_up("SUKARN")).tolist()} >= {"SUKARNOPUTRI"}


def test_an_empty_vocabulary_has_no_words() -> None:
    assert not len(_of([]).two_slips_from("BUDI"))
