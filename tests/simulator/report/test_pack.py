"""Packs on paper: the trainees' part of no scenario holds an answer, the trainer's holds them all."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ledger.errors import LintasError
from ledger.text import Text
from simulator.library import Shelf
from simulator.report.pack import pack_pdf, plain_pack
from simulator.report.pack_case import PackCase, PackPicture
from simulator.report.pack_guard import GuardWords, effect_words
from simulator.report.pack_order import PackOrder, PackPart
from simulator.report.voice import Voice
from simulator.sandbox.answers import engine_answers
from simulator.sandbox.loupe import pages_of
from simulator.sandbox.packs import Packs
from simulator.sandbox.pictures import Pictures, spec_of
from simulator.scenario.interview import Effect
from simulator.scenario.lines import lines_of
from simulator.scenario.model import Scenario
from simulator.session.leak import is_hidden
from simulator.specimen import Part, View
from tests.simulator.session.rooms import room
from verifier.indicators.catalogue import Catalogue
from verifier.indicators.policy_folder import load_catalogue

FOLDER = Path(__file__).parents[3] / "scenarios"
KEYS = sorted(each.stem for each in FOLDER.glob("*.yaml"))
TITLE = Text(id="Kelas", en="Class")
BOY = "boy_with_uncle"
_SHORTEST = 12  # characters; shorter texts may stand anywhere by chance


@cache
def policy() -> Catalogue:
    return load_catalogue()


@cache
def scenarios() -> dict[str, Scenario]:
    return Shelf(FOLDER).library().scenarios


@cache
def jpeg() -> bytes:
    page = Pictures().page(spec_of(scenarios()[BOY], scenarios()[BOY].documents[0]), View(part=Part.INNER))
    return page.jpeg(40)


def case(key: str, number: int = 1, *, has_pictures: bool = False) -> PackCase:
    scenario = scenarios()[key]
    found = engine_answers(scenario, policy())
    pictures: tuple[PackPicture, ...] = ()
    if has_pictures:
        pages = [each for document in scenario.documents for each in pages_of(document)]
        pictures = tuple(PackPicture(name, "loupe", region, jpeg()) for name, regions in pages for region in regions)
    return PackCase(number, scenario, (found.first, found.again, found.informed), pictures)


def hidden(scenario: Scenario) -> Iterator[str]:
    """Sentences that no trainee may read: the key, what is answered, questions that come later."""
    later = {f"questions.{each.key}.text" for each in PackCase(1, scenario, (), ()).later_cards}  # type: ignore[arg-type]  # no scans needed
    for each in lines_of(scenario):
        is_answer = re.match(r"questions\..*\.answers\.", each.line_id) is not None
        if is_hidden(each.line_id, scenario) or is_answer or each.line_id in later:
            yield from (text for text in (each.line.id, each.line.en) if len(text) >= _SHORTEST)


@pytest.mark.parametrize("key", KEYS)
def test_the_trainees_part_holds_no_answer(key: str) -> None:
    plain = plain_pack(TITLE, [case(key, has_pictures=True)], Voice.BOTH, PackPart.CLASS)
    told = json.dumps(plain, ensure_ascii=False)
    assert plain["keys"] == []
    shown = {text for each in plain["cases"][0]["cards"] for text in each["text"]}
    assert [text for text in hidden(scenarios()[key]) if text in told and text not in shown] == []
    assert "_" not in key or key not in told


@pytest.mark.parametrize("key", KEYS)
def test_the_trainers_part_tells_every_answer_and_every_card_is_somewhere(key: str) -> None:
    scenario = scenarios()[key]
    plain = plain_pack(TITLE, [case(key)], Voice.BOTH, PackPart.ALL)
    inside, (told,) = plain["cases"][0], plain["keys"]
    cards = [*inside["cards"], *told["later_cards"]]
    assert [each["number"] for each in cards] == list(range(1, len(scenario.questions) + 1))
    assert [each["number"] for each in told["answers"]] == [each["number"] for each in cards]
    assert sum(len(each["answers"]) for each in told["answers"]) == sum(len(q.answers) for q in scenario.questions)
    assert len(told["decisions"]) == 6
    words = json.dumps(told, ensure_ascii=False)
    for line in (*scenario.debrief.analysis, *scenario.debrief.application, scenario.debrief.description):
        assert json.dumps(line.en, ensure_ascii=False)[1:-1] in words
    assert not re.search(r"asked\(|found\(| >= | == ", words)  # conditions are told in words


@pytest.mark.parametrize("key", KEYS)
def test_loupes_lie_at_the_same_places_of_every_document(key: str) -> None:
    """A place that only a forged document had under the loupe would be a hint."""
    for document in scenarios()[key].documents:
        kinds = {"td3": (9, 2), "mrv_a": (8,)}
        assert tuple(len(regions) for _, regions in pages_of(document)) == kinds[document.type.value]


GUARDS = GuardWords({"trip": 3}, {"letter": Text(id="ada surat", en="there is a letter")})


@pytest.mark.parametrize(
    ("guard", "words"),
    [
        ("alone", "the traveller is alone"),
        ("not warned", "not: “warned”"),
        ("asked(trip)", "after card 3"),
        ("found(letter)", "it is known: “there is a letter”"),
        ("alone and trust >= 2", "the traveller is alone and trust at least 2"),
        (
            "(asked(trip) or alone) and interpreter",
            "(after card 3 or the traveller is alone) and there is an interpreter",
        ),
        ("stress < 3", "stress below 3"),
        ("shown_letter == true", "“shown letter” = yes"),
    ],
)
def test_conditions_in_words(guard: str, words: str) -> None:
    assert GUARDS.of(guard).en == words
    assert GUARDS.of(guard).id != words


def test_effects_in_words() -> None:
    told = effect_words(Effect(set={"alone": True, "warned": False}, trust=1, stress=-2))
    assert [each.en for each in told] == ["the traveller is alone", "not: “warned”", "trust +1", "stress -2"]


@pytest.mark.parametrize("voice", Voice)
@pytest.mark.parametrize("part", PackPart)
def test_every_kind_is_a_pdf_and_the_same_again(voice: Voice, part: PackPart) -> None:
    cases = [case(BOY, 1, has_pictures=True), case("link_down", 2)]
    made = [pack_pdf(TITLE, cases, voice, part, date(2026, 6, 1)) for _ in range(2)]
    assert made[0].startswith(b"%PDF")
    assert made[0] == made[1]


@pytest.fixture
def packs() -> Packs:
    return Packs(room(), Shelf(FOLDER).library, Pictures(), policy, today=lambda: date(2026, 6, 1))


def test_a_pack_tells_how_far_it_is(packs: Packs) -> None:
    steps = list(packs.make(PackOrder(scenarios=("link_down",))))
    assert [done for done, _, _ in steps] == list(range(len(steps)))
    assert {of for _, of, _ in steps} == {len(steps) - 1}
    assert [bool(pdf) for _, _, pdf in steps] == [False] * (len(steps) - 1) + [True]


def test_the_key_alone_draws_nothing(packs: Packs) -> None:
    assert len(list(packs.make(PackOrder(scenarios=("link_down",), part=PackPart.KEY)))) == 2


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (PackOrder(), "INVALID_FIELD"),
        (PackOrder(scenarios=("no_such",)), "SCENARIO_UNKNOWN"),
        (PackOrder(session_id="no_such"), "SESSION_UNKNOWN"),
    ],
)
def test_bad_orders_are_refused_before_anything_is_drawn(packs: Packs, order: PackOrder, reason: str) -> None:
    with pytest.raises(LintasError) as caught:
        next(packs.make(order))
    assert caught.value.reason == reason
