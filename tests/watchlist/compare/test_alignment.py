"""Two names held against each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.compare.alignment import Alignment, align
from watchlist.compare.word import similarity, similarity_unvowelled, similarity_when_cut
from watchlist.names.prepared import prepare

WORD = st.text("ABDEHIJKLMNORSTUY", min_size=1, max_size=9)
NAME = st.lists(WORD, min_size=1, max_size=5)


def even(_: str) -> float:
    return 5.0


def aligned(seen: str, listed: str, *, may_be_cut: bool = False) -> Alignment:
    return align(prepare(seen, even), prepare(listed, even), may_be_cut=may_be_cut)


@given(WORD, WORD)
def test_likeness_of_words_is_symmetric_and_bounded(one: str, other: str) -> None:
    for likeness in (similarity, similarity_when_cut, similarity_unvowelled):
        assert likeness(one, other) == likeness(other, one)
        assert 0 <= likeness(one, other) <= 1
    assert similarity(one, one) == 1


@given(NAME, st.randoms(use_true_random=False))
def test_order_does_not_matter(parts: list[str], chance: object) -> None:
    shuffled = list(parts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    found = aligned(" ".join(parts), " ".join(shuffled))
    assert found.quality == pytest.approx(1)
    assert found.seen_left_nats == found.listed_left_nats == 0


@given(NAME, NAME)
def test_what_is_shared_is_symmetric(one: list[str], other: list[str]) -> None:
    there, back = aligned(" ".join(one), " ".join(other)), aligned(" ".join(other), " ".join(one))
    assert there.shared_nats == pytest.approx(back.shared_nats, abs=3.0)  # ties may be paired in another order
    assert (there.pairs == 0) == (back.pairs == 0)


@given(NAME, WORD)
def test_the_same_word_on_both_sides_adds_to_what_is_shared(parts: list[str], more: str) -> None:
    one, both = " ".join(parts), " ".join([*parts, more])
    assert aligned(both, both).shared_nats >= aligned(one, one).shared_nats - 1e-9


@pytest.mark.parametrize(
    ("seen", "listed"),
    [
        ("MOCH RIZKY PRATAMA", "Muhammad Rizki Pratama"),
        ("DJOKO TJAHJONO", "Joko Cahyono"),
        ("Abdul Rahman YASIN", "YASIN ABDULRAHMAN"),
        ("ANDREYYURYEVICHVOROBYEV", "Andrey Yuryevich VOROBYEV"),
        ("محمد حسن", "Mohammad Hassan"),
        ("رحمت الله شاه نواز", "RAHMATULLAH SHAH NAWAZ"),
        ("Liu LiHua", "LIU Li Hua"),
        ("Ong Wen Bin", "Wang Wen Bin"),
        ("Sergei Valerevich AKSENOV", "Sergey Valeryevich AKSYONOV"),
    ],
)
def test_one_name_in_two_spellings(seen: str, listed: str) -> None:
    found = aligned(seen, listed)
    assert found.quality > 0.75
    assert found.seen_left_nats + found.listed_left_nats < 1.5


@pytest.mark.parametrize(
    ("seen", "listed"),
    [("Zheng De Hua", "Zheng Yu Chen"), ("Angelo Cruz", "Maria Merkel"), ("Zafar IQBAL", "Adel SALIM")],
)
def test_other_names_leave_much_over(seen: str, listed: str) -> None:
    found = aligned(seen, listed)
    assert found.seen_left_nats + found.listed_left_nats >= 8


def test_a_cut_name_lacks_what_was_cut() -> None:
    cut = aligned("SIMBANENDUK SAMUEL SIMBA", "Samuel Simbarashe Simbanenduku MUMBENGEGWI", may_be_cut=True)
    plain = aligned("SIMBANENDUK SAMUEL SIMBA", "Samuel Simbarashe Simbanenduku MUMBENGEGWI")
    assert cut.pairs == 3
    assert cut.listed_left_nats < plain.listed_left_nats


def test_nothing_against_nothing() -> None:
    found = aligned("", "")
    assert (found.pairs, found.quality, found.weakest) == (0, 0, 0)


def test_a_hundred_words_cost_no_more_than_twelve() -> None:
    found = aligned("ALI " * 60, "BUDI " * 60 + "KARTO")
    assert found.pairs == 0
