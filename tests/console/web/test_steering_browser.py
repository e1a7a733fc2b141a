"""A trainer and three trainees in real browsers: pause, board on the wall, another try, something happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect

from tests.console.web.class_at_work import Phone, Trainer, open_session, phone
from tests.console.web.people_at_work import Desk, desk
from tests.console.web.rooms import training_console

CASES = ("boy_with_uncle", "travel_ban")
NAMES = ("Melati", "Dahlia", "Seroja")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, quick_hashing: None) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("steering")
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


def press(trainer: Trainer, what: str) -> None:
    trainer.at.page.locator(f"#steer button[value={what}]").click()


def seated(trainer: Trainer, phones: list[Phone]) -> None:
    for each, name in zip(phones, NAMES, strict=True):
        each.join(trainer.code, name)
    trainer.next_case()
    for each in phones:
        each.sees("Case 1 of 2")
        each.mark()


def test_a_whole_class_is_steered_and_nobody_loads_a_page_again(
    at: Desk, phones: list[Phone], chromium: Chromium
) -> None:
    trainer = open_session(at, CASES)
    seated(trainer, phones)
    melati, dahlia, seroja = phones
    with desk(chromium, at.url, viewport={"width": 1920, "height": 1080}) as wall:
        wall.sign_in("tono")
        wall.open(f"{trainer.path}/wall")
        expect(wall.page.locator("#projector h1")).to_have_text("Case 1 of 2")

        # a pause reaches somebody in the middle of a sentence, and takes nothing away
        reason = melati.at.page.locator("#reason")
        reason.press_sequentially("The two dates differ")
        press(trainer, "pause")
        for each in phones:
            expect(each.at.page.locator("#held")).to_contain_text("Paused.")
            expect(each.at.page.locator("#decide")).to_have_count(0)
        expect(wall.page.locator("#projector h1")).to_have_text("Paused")
        press(trainer, "resume")
        expect(reason).to_have_value("The two dates differ")
        melati.scan()

        # something happens, also to somebody who is about to decide
        dahlia.at.page.locator("input[name=outcome][value=protect]").check()
        at.page.keyboard.press("h")
        at.page.select_option("#kind", "link_down")
        at.page.fill("#words", "The generator is out.")
        press(trainer, "inject")
        for each in phones:
            expect(each.at.page.locator(".happened")).to_contain_text("The generator is out.")
        expect(dahlia.at.page.locator("input[name=outcome][value=protect]")).to_be_checked()
        seroja.scan()
        expect(seroja.at.page.locator("#play")).to_contain_text("No link to the centre.")

        # the board, while screens wait
        for each, outcome in zip(phones, ("protect", "protect", "clear"), strict=True):
            each.decide(outcome)
        press(trainer, "freeze")
        for each in phones:
            each.sees("Look at the board")
        expect(wall.page.locator("#projector h1")).to_have_text("What the class did in case 1")
        expect(wall.page.locator("#projector .count-line")).to_contain_text("3 have decided")
        assert not any(name in wall.page.content() for name in NAMES)
        press(trainer, "reveal")
        expect(wall.page.locator("#projector")).to_contain_text("What could be found")
        press(trainer, "unfreeze")
        melati.sees("Case 1 of 2")

        # another try, and back
        press(trainer, "retry")
        for each in phones:
            expect(each.at.page.locator("#play")).to_contain_text("this try is not counted")
        expect(wall.page.locator("#projector h1")).to_have_text("Case 1, once more")
        melati.decide("clear")
        expect(at.page.locator(".people li").first).to_contain_text("has tried again")
        press(trainer, "return")
        trainer.next_case()
        for each in phones:
            each.sees("Case 2 of 2")
            assert each.was_never_reloaded()
        assert wall.complaints == []


def test_a_phone_that_was_away_during_a_pause_sees_it_when_it_is_back(at: Desk, phones: list[Phone]) -> None:
    trainer = open_session(at, CASES)
    seated(trainer, phones)
    away = phones[0]
    away.at.page.fill("#reason", "Kept")
    away.at.page.context.set_offline(True)
    press(trainer, "pause")
    expect(phones[1].at.page.locator("#held")).to_contain_text("Paused.")
    away.at.page.context.set_offline(False)
    expect(away.at.page.locator("#held")).to_contain_text("Paused.")
    away.at.page.reload()
    press(trainer, "resume")
    expect(away.at.page.locator("#reason")).to_have_value("Kept")


def test_keys_steer(at: Desk) -> None:
    open_session(at, CASES)
    state = at.page.locator("#steer > p").first
    at.page.keyboard.press("n")
    expect(at.page.locator("#class")).to_contain_text("Case 1 of 2 is open")
    at.page.keyboard.press("p")
    expect(state).to_contain_text("paused")
    at.page.keyboard.press("p")
    expect(state).to_contain_text("at work")
    at.page.keyboard.press("f")
    expect(state).to_contain_text("the board is shown")
    at.page.keyboard.press("f")
    expect(state).to_contain_text("at work")
    at.page.keyboard.press("w")
    at.page.wait_for_url("**/wall")


def test_a_second_trainers_screen_follows(at: Desk, chromium: Chromium) -> None:
    trainer = open_session(at, CASES)
    with desk(chromium, at.url) as second:
        second.sign_in("tono")
        second.open(trainer.path)
        press(trainer, "pause")
        expect(second.page.locator("#steer > p").first).to_contain_text("paused")
        second.page.locator("#steer button[value=resume]").click()
        expect(at.page.locator("#steer > p").first).to_contain_text("at work")


def test_a_replay_goes_on_by_keys(at: Desk, phones: list[Phone]) -> None:
    trainer = open_session(at, CASES)
    seated(trainer, phones)
    for each in phones:
        each.ask()
        each.decide("refer")
    at.open(f"{trainer.path}/debrief?case=0")
    at.page.locator("nav[aria-label=Desks] a").first.click()
    steps = at.page.locator(".steps li")
    expect(steps).to_have_count(1)
    at.page.keyboard.press("n")
    expect(steps).to_have_count(2)
    expect(steps.last).to_contain_text("Refer")
    at.page.keyboard.press("p")
    expect(steps).to_have_count(1)
