"""Names as anybody may write them, taken apart into words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.names.fold import is_unvowelled, words
from watchlist.names.lexicon import is_variant
from watchlist.names.prepared import prepare, significant
from watchlist.names.skeleton import consonants, consonants_of, sound, sounds


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Budi Santoso", ("BUDI", "SANTOSO")),
        ("SANTOSO<<BUDI<<<<", ("SANTOSO", "BUDI")),
        ("O'Neill-Müller", ("ONEILL", "MULLER")),
        ("Straße", ("STRASSE",)),
        ("MUHAMMAD 6HALEB", ("MUHAMMAD", "GHALEB")),
        ("Bu\u200bdi", ("BUDI",)),
        ("B\u0301udi", ("BUDI",)),
        ("عبد الله", ("ABDULLAH",)),
        ("عبدالجبار", ("ABDUL", "JBAR")),
        ("نورالدین", ("NURUDDIN",)),
        ("Александр Петров", ("ALEKSANDR", "PETROV")),
        ("", ()),
        ("<<<<", ()),
        ("\u200d\u200d", ()),
        ("...", ()),
    ],
)
def test_words(name: str, expected: tuple[str, ...]) -> None:
    assert words(name) == expected


@given(st.text(max_size=60))
def test_any_text_gives_plain_words(name: str) -> None:
    assert all(word.isascii() and word.isalnum() and word == word.upper() for word in words(name))
    assert set(significant(name)) <= set(words(name))
    assert isinstance(is_unvowelled(name), bool)


def test_a_name_of_ten_thousand_characters_is_cut() -> None:
    assert len("".join(words("AB " * 3334))) <= 300


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DJOKO", "JOKO"), ("TJAHJONO", "CAHYONO"), ("SOEHARTO", "SUHARTO"), ("SJARIF", "SYARIF"), ("NJOMAN", "NYOMAN"),
        ("KHAIRIL", "KAIRIL"), ("QASIM", "KASIM"), ("AKSENOV", "AXENOV"), ("YULIA", "IULIA"),
    ],
)  # fmt: skip
def test_schools_of_spelling_sound_the_same(one: str, other: str) -> None:
    assert sound(one) == sound(other) or consonants(one) == consonants(other)


@given(st.lists(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0189", max_size=12), min_size=1, max_size=6))
def test_many_words_sound_as_each_alone(many: list[str]) -> None:
    heard = sounds(many)
    assert heard == [sound(word) for word in many]
    assert consonants_of(heard) == [consonants(word) for word in many]


@pytest.mark.parametrize("spelling", ["MOHAMAD", "MOCHAMAD", "MOHD", "MOH", "MUH", "MOCH", "MAGOMED"])
def test_muhammad_has_many_spellings(spelling: str) -> None:
    assert is_variant("MUHAMMAD", spelling)


def test_titles_go_and_doubled_mononyms_are_one() -> None:
    assert significant("Hj. Siti Aminah") == ("SITI", "AMINAH")
    assert significant("Ganep Ganep") == ("GANEP",)
    assert significant("Haji") == ("HAJI",)


def test_particles_say_little_and_rare_words_much() -> None:
    prepared = prepare("Ahmad bin Zzyzx", lambda word: 9.0 if word == "ZZYZX" else 3.0)
    assert prepared.nats[0] < prepared.nats[2]
    assert prepared.nats[1] < 1
