"""Two names held against each other."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.compare.alignment import Alignment, align, align_all
from watchlist.compare.vocabulary import Vocabulary
from watchlist.compare.word import Reading, likenesses
from watchlist.names.prepared import prepare

WORD = st.text("ABDEHIJKLMNORSTUY", min_size=1, max_size=9)
NAME = st.lists(WORD, min_size=1, max_size=5)


def even(_: str) -> float:
    return 5.0


def alike(pairs: list[tuple[str, str]], reading: Reading) -> list[float]:
    known = Vocabulary()
    ones, others = (np.array(known.numbers([pair[side] for pair in pairs]), np.intp) for side in (0, 1))
    known.learn()
    found: list[float] = likenesses(known, ones, others, np.full(len(pairs), reading.value)).tolist()
    return found


def aligned(seen: str, listed: str, *, may_be_cut: bool = False) -> Alignment:
    return align(prepare(seen, even), prepare(listed, even), may_be_cut=may_be_cut)


@given(WORD, WORD)
def test_likeness_of_words_is_symmetric_and_bounded(one: str, other: str) -> None:
    for reading in Reading:
        there, back = alike([(one, other), (other, one)], reading)
        assert there == back
        assert 0 <= there <= 1
    assert alike([(one, one)], Reading.PLAIN) == [1]


@given(st.lists(st.tuples(NAME, NAME, st.booleans()), max_size=5))
def test_a_pair_of_names_is_aligned_the_same_alone_and_among_others(
    pairs: list[tuple[list[str], list[str], bool]],
) -> None:
    ready = [(prepare(" ".join(one), even), prepare(" ".join(other), even), cut) for one, other, cut in pairs]
    together = align_all([one for one, _, _ in ready], [other for _, other, _ in ready], [cut for _, _, cut in ready])
    alone = [align(one, other, may_be_cut=cut) for one, other, cut in ready]
    assert [together.one(number) for number in range(len(ready))] == alone


@pytest.mark.parametrize(
    ("one", "other", "reading", "expected"),
    [
        ("BUDI", "BUDI", Reading.PLAIN, 1.0),
        ("M", "MUHAMMAD", Reading.PLAIN, 0.55),
        ("M", "AHMAD", Reading.PLAIN, 0.0),
        ("MOCH", "MUHAMMAD", Reading.PLAIN, 0.95),
        ("TJAHJADI", "CAHYADI", Reading.PLAIN, 0.93),
        ("KAMCHI", "KAMCHIBEK", Reading.PLAIN, 0.8),
        ("SANTOSO", "SANTOSA", Reading.PLAIN, pytest.approx(0.9, abs=0.05)),
        ("BUDI", "AGUS", Reading.PLAIN, 0.0),
        ("SIM", "SIMBANENDUKU", Reading.CUT, 0.9),
        ("SIM", "SIMBANENDUKU", Reading.PLAIN, 0.0),
        ("MHMD", "MUHAMMAD", Reading.UNVOWELLED, 0.95),
        ("HSYN", "HUSAYN", Reading.UNVOWELLED, 0.95),
    ],
)
def test_likeness_of_words(one: str, other: str, reading: Reading, expected: float) -> None:
    assert alike([(one, other)], reading) == [expected]


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
