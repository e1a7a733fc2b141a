"""The classroom in real browsers: a trainer's screen, phones of trainees, and everything that happens to phones."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect

from tests.console.web.class_at_work import Phone, open_session, phone
from tests.console.web.people_at_work import Desk, desk
from tests.console.web.rooms import training_console

CASES = ("boy_with_uncle", "travel_ban")
SCRIPT = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, quick_hashing: None) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("classroom")
    with training_console(folder) as bound:
        yield bound


@pytest.fixture
def at(chromium: Chromium, url: str) -> Iterator[Desk]:
    """The trainer's screen."""
    with desk(chromium, url) as opened:
        opened.sign_in("tono")
        yield opened
        assert opened.complaints == []


@pytest.fixture
def phones(chromium: Chromium, url: str) -> Iterator[list[Phone]]:
    with ExitStack() as kept:
        yield [kept.enter_context(phone(chromium, url)) for _ in range(3)]


def test_a_class_of_three_works_through_two_cases(at: Desk, phones: list[Phone]) -> None:
    """Nobody loads a page again: cases, decisions and counts come by themselves."""
    trainer = open_session(at, CASES)
    melati, dahlia, late = phones
    for each, name in ((melati, "Melati"), (dahlia, "Dahlia")):
        each.join(trainer.code, name)
        each.sees("You are seated")
        each.mark()
    expect(at.page.locator("#who")).to_have_text("2 trainees")
    trainer.next_case()
    for each in (melati, dahlia):
        each.sees("Case 1 of 2")
    late.join(trainer.code, "Kenanga")
    late.sees("Case 1 of 2")
    late.mark()
    expect(at.page.locator(".people li")).to_have_count(3)
    for each, outcome in ((melati, "protect"), (dahlia, "clear")):
        each.look()
        each.scan()
        each.ask()
        each.decide(outcome)
    decided = at.page.locator(".people li", has_text="1 of 2 decided")
    expect(decided).to_have_count(2)
    expect(decided.first).to_contain_text("Melati")
    late.decide("protect")
    expect(decided).to_have_count(3)
    trainer.next_case()
    for each in phones:
        each.sees("Case 2 of 2")
        assert each.was_never_reloaded()


def test_a_debrief_leads_back_to_the_next_case(at: Desk, phones: list[Phone]) -> None:
    trainer = open_session(at, CASES)
    melati = phones[0]
    trainer.next_case()
    melati.join(trainer.code, "Melati")
    melati.scan()
    melati.decide("protect")
    melati.at.page.get_by_role("link", name="Debrief").click()
    melati.at.page.wait_for_url("**/play/debrief")
    told = melati.at.text()
    assert "← yours" in told
    assert "Tomorrow" in told
    expect(at.page.locator(".people li")).to_contain_text("1 of 2 decided")  # the press reached the room
    trainer.next_case()
    expect(at.page.locator("#class")).to_contain_text("Case 2 of 2 is open")
    melati.at.page.get_by_role("link", name="On to the exercise").click()
    melati.sees("Case 2 of 2")


def test_a_refresh_in_the_middle_of_a_case_loses_nothing(at: Desk, phones: list[Phone]) -> None:
    trainer = open_session(at, CASES[:1])
    dahlia = phones[0]
    trainer.next_case()
    dahlia.join(trainer.code, "Dahlia")
    dahlia.scan()
    question = dahlia.ask()
    dahlia.at.page.reload()
    dahlia.sees("Case 1 of 1")
    expect(dahlia.at.page.get_by_role("heading", name="The engine says")).to_be_visible()
    expect(dahlia.at.page.locator(".said dt")).to_have_text([question])
    dahlia.at.open("/play")  # the address as it is remembered, too
    expect(dahlia.at.page.locator(".said dt")).to_have_text([question])
    dahlia.decide("refer")
    dahlia.at.page.reload()
    expect(dahlia.at.page.locator("#play")).to_contain_text("Decided.")
    expect(dahlia.at.page.locator(".people")).to_have_count(0)
    assert "1 of 1 decided" in trainer.trainee(1)


def test_a_case_that_was_opened_while_a_phone_was_away_is_there_when_it_is_back(at: Desk, phones: list[Phone]) -> None:
    trainer = open_session(at, CASES)
    away, here = phones[:2]
    away.join(trainer.code, "Teratai")
    here.join(trainer.code, "Seroja")
    away.mark()
    away.at.page.context.set_offline(True)
    trainer.next_case()
    here.sees("Case 1 of 2")
    away.sees("You are seated")
    away.at.page.context.set_offline(False)
    away.sees("Case 1 of 2")
    assert away.was_never_reloaded()


def test_what_is_pressed_without_a_network_is_told_and_can_be_pressed_again(at: Desk, phones: list[Phone]) -> None:
    trainer = open_session(at, CASES[:1])
    cempaka = phones[0]
    trainer.next_case()
    cempaka.join(trainer.code, "Cempaka")
    cempaka.ask()
    reason = cempaka.at.page.locator("#reason")
    reason.fill("The two dates differ.")
    cempaka.at.page.locator("input[name=outcome][value=protect]").check()
    cempaka.at.page.context.set_offline(True)
    cempaka.at.page.get_by_role("button", name="Decide, once").click()
    expect(cempaka.at.page.locator("#alerts")).to_contain_text("has lost the service")
    expect(reason).to_have_value("The two dates differ.")
    assert "0 of 1 decided" in trainer.trainee(1)
    cempaka.at.page.context.set_offline(False)
    expect(reason).to_have_value("The two dates differ.")
    cempaka.decide("protect")
    expect(cempaka.at.page.locator("#alerts")).to_be_empty()
    expect(at.page.locator(".people li")).to_contain_text("1 of 1 decided")


def test_what_was_typed_stays_while_more_is_asked(at: Desk, phones: list[Phone]) -> None:
    trainer = open_session(at, CASES[:1])
    dahlia = phones[0]
    trainer.next_case()
    dahlia.join(trainer.code, "Dahlia")
    dahlia.at.page.fill("#reason", "He does not know the school.")
    dahlia.at.page.fill("#confidence", "90")
    dahlia.at.page.locator("input[name=outcome][value=protect]").check()
    dahlia.ask()
    dahlia.scan()
    expect(dahlia.at.page.locator("#reason")).to_have_value("He does not know the school.")
    dahlia.at.page.click(".lights a >> nth=1")  # another light is another page
    expect(dahlia.at.page.locator("#reason")).to_have_value("He does not know the school.")
    expect(dahlia.at.page.locator("#confidence")).to_have_value("90")
    expect(dahlia.at.page.locator("input[name=outcome][value=protect]")).to_be_checked()


def test_the_wall_counts_by_itself_and_names_nobody(at: Desk, phones: list[Phone], chromium: Chromium) -> None:
    trainer = open_session(at, CASES[:1])
    trainer.next_case()
    with desk(chromium, at.url) as wall:
        wall.sign_in("tono")
        wall.open(f"{trainer.path}/board")
        expect(wall.page.locator("#wall")).to_contain_text("Nobody has decided yet")
        for number, (each, outcome) in enumerate(zip(phones, ("protect", "clear", "protect"), strict=True), 1):
            each.join(trainer.code, f"Bunga{number}")
            each.decide(outcome)
            expect(wall.page.locator("#wall")).to_contain_text("has decided" if number == 1 else f"{number} have")
        bars = wall.page.locator("#wall .bars").first.locator("li")
        expect(bars).to_have_count(2)
        assert [" ".join(each.split()) for each in bars.all_inner_texts()] == ["Protect 2", "Clear 1"]
        assert "Bunga" not in wall.page.content()
        assert wall.complaints == []


def test_a_name_is_text_wherever_it_is_shown(at: Desk, phones: list[Phone]) -> None:
    trainer = open_session(at, CASES[:1])
    trainer.next_case()
    phones[0].join(trainer.code, SCRIPT)
    name = at.page.locator(".people li strong")
    expect(name).to_have_text(SCRIPT)
    assert at.page.locator("img[src=x]").count() == 0
    phones[0].decide("protect")
    expect(at.page.locator(".people li")).to_contain_text("1 of 1 decided")
    assert trainer.trainee(1).startswith("<img src=x")
    assert at.page.locator("img[src=x]").count() == 0
