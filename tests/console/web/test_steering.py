"""A trainer steers over plain forms: what each press does to trainees, and what others may not press."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ledger.actor import Role
from tests.console.web.browser import Answer, Browser
from tests.console.web.conftest import PASSWORD, PEOPLE
from tests.console.web.rooms import training_console
from tests.console.web.test_classroom import BOY, Session, act, decide

OTHER = "rini"
NAMES = ("Melati", "Dahlia", "Seroja")
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, quick_hashing: None) -> Iterator[str]:
    """A console with a classroom and two trainers."""
    folder: Path = tmp_path_factory.mktemp("steering")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.console.web.rooms.PEOPLE", {**PEOPLE, OTHER: Role.TRAINER})
        with training_console(folder) as bound:
            yield bound


@pytest.fixture
def trainer(url: str) -> Browser:
    return signed_in(url, "tono")


def signed_in(url: str, name: str) -> Browser:
    browser = Browser(url)
    browser.sign_in(name, PASSWORD)
    return browser


class Class(Session):
    """An open session whose trainer presses."""

    def press(self, what: str, **more: str) -> Answer:
        page = self.trainer.get(self.path)
        fields = {name: page.hidden(name) for name in ("form_token", "request_id")}
        return self.trainer.post(f"{self.path}/steer", {**fields, "what": what, **more})


@pytest.fixture
def opened(trainer: Browser) -> Callable[..., Class]:
    def open_class(**chosen: str) -> Class:
        session = Class(trainer, **chosen)
        session.pace("next")
        return session

    return open_class


def test_a_pause_holds_the_class_and_lets_it_go(opened: Callable[..., Class]) -> None:
    session = opened()
    phone = session.joined("Melati")
    page = phone.get("/play")
    assert "at work" in session.trainer.get(session.path).says
    assert "paused" in session.press("pause").says
    held = phone.get("/play")
    assert "Paused." in held.says
    assert "Decide, once" not in held.says
    fields = {name: page.hidden(name) for name in ("form_token", "slot", "request_id", "document", "light")}
    refused = phone.post("/play/act", {**fields, "what": "scan"})  # a page from before the pause
    assert refused.status == 409
    assert "The trainer has paused the exercise" in refused.says
    assert "Paused" in session.trainer.get(f"{session.path}/wall").says
    session.press("resume")
    assert "Decide, once" in phone.get("/play").says


def test_the_board_waits_for_three_and_names_nobody(opened: Callable[..., Class]) -> None:
    session = opened()
    phones = [session.joined(name) for name in NAMES]
    for phone, outcome in zip(phones, ("protect", "protect", "clear"), strict=True):
        act(phone, "scan")
        act(phone, "cite", fact="passport.page.dob", other="passport.chip.dob")
        if phone is phones[-1]:
            assert "with fewer they would be about persons" in session.trainer.get(f"{session.path}/board").says
        decide(phone, outcome, confidence="90")
    session.press("freeze", case="1")
    assert "Look at the board" in phones[0].get("/play").says
    wall = session.trainer.get(f"{session.path}/wall")
    assert "3 have decided" in wall.says
    assert "80–100 %" in wall.says
    assert "page, date of birth" in wall.says
    assert "proves" not in wall.says  # what counts is shown when the trainer wants it
    assert not set(NAMES) & set(wall.says.split())
    assert "Show what counts" in session.trainer.get(session.path).says
    session.press("reveal", case="1")
    wall = session.trainer.get(f"{session.path}/wall")
    assert "proves something" in wall.says
    assert "needed" in wall.says
    session.press("unfreeze")
    assert "Decided." in phones[0].get("/play").says


def test_stepping_back_keeps_answers_and_counts_no_second_try(opened: Callable[..., Class]) -> None:
    session = opened()
    phone = session.joined("Melati")
    act(phone, "ask:separate")
    decide(phone, "clear")
    talked = session.press("discuss", case="1")
    assert "is talked about" in talked.says
    page = phone.get("/play")
    assert "We talk about this case." in page.says
    assert page.text.count("<dt>") == 1
    session.press("return")
    session.press("retry", case="1")
    page = phone.get("/play")
    assert "this try is not counted" in page.says
    assert page.text.count("<dt>") == 0
    decide(phone, "protect")
    assert "has tried again" in session.trainer.get(session.path).says
    session.press("return")
    told = phone.get("/play/debrief")
    assert "Once more, not counted" in told.says
    mine = re.search(r"<li>(?:(?!<li>).)*?← ", told.text, re.S)
    assert mine
    assert "Clear" in mine[0]


def test_what_happens_is_read_by_trainees_and_by_the_engine(opened: Callable[..., Class]) -> None:
    session = opened()
    phone = session.joined("Melati")
    session.press("inject", kind="link_down", amount="24", words=SCRIPT)
    page = phone.get("/play")
    assert "The link to the centre is lost." in page.says
    assert SCRIPT not in page.text
    assert "&lt;script&gt;" in page.text
    assert "No link to the centre." in act(phone, "scan").says
    session.press("inject", kind="queue_grows", amount="40")
    assert "people wait behind" in phone.get("/play").says
    for wrong in ({"kind": "war"}, {"kind": "list_stale", "amount": "many"}, {"kind": "list_stale", "amount": "999"}):
        answer = session.press("inject", **wrong)
        assert answer.status == 400, wrong


def test_pressing_twice_opens_one_case(opened: Callable[..., Class], trainer: Browser) -> None:
    fields = [("title", "x"), ("cases", "choose"), ("scenario", BOY), ("scenario", "travel_ban"), ("seed", "7")]
    fields += [("scenario", "namesake"), ("form", "practice"), ("pace", "trainer")]
    token = trainer.get("/classroom/open").hidden("form_token")
    page = trainer.post("/classroom/open", [("form_token", token), *fields])
    path = page.path
    both = {"form_token": page.hidden("form_token"), "what": "next", "step": page.hidden("step")}
    for _ in range(2):
        trainer.post(f"{path}/pace", both)
    assert "Case 1 of 3 is open." in trainer.get(path).says


def test_the_same_press_happens_once(opened: Callable[..., Class]) -> None:
    session = opened()
    phone = session.joined("Melati")
    page = session.trainer.get(session.path)
    fields = {name: page.hidden(name) for name in ("form_token", "request_id")}
    for _ in range(2):
        session.trainer.post(f"{session.path}/steer", {**fields, "what": "inject", "kind": "phone_call"})
    assert phone.get("/play").text.count("notice happened") == 1


@pytest.mark.parametrize(
    "fields", [{"what": "explode"}, {"what": "freeze", "case": "x"}, {"what": "retry", "case": "9"}]
)
def test_odd_presses_are_told(opened: Callable[..., Class], fields: dict[str, str]) -> None:
    assert opened().press(**fields).status == 400


def test_a_session_is_its_trainers_and_whom_they_add(opened: Callable[..., Class], url: str) -> None:
    session = opened()
    other = signed_in(url, OTHER)
    for path in ("", "/board", "/wall", "/debrief", "/report.csv"):
        answer = other.get(session.path + path)
        assert answer.status == 403, path
        assert "Another trainer holds this session" in answer.says
    for nobody in ("sari", "nobody-here"):
        assert session.press("add", trainer=nobody).status == 400
    assert OTHER in session.press("add", trainer=OTHER.upper()).says
    assert other.get(session.path).status == 200
    session.press("remove", trainer=OTHER)
    assert other.get(session.path).status == 403


def test_an_administrator_stops_a_class_and_sees_no_code(opened: Callable[..., Class], url: str) -> None:
    session = opened()
    root = signed_in(url, "root")
    page = root.get(session.path)
    assert page.status == 200
    assert session.code not in page.text
    fields = {name: page.hidden(name) for name in ("form_token", "request_id")}
    assert "paused" in root.post(f"{session.path}/steer", {**fields, "what": "pause"}).says
    assert root.get(f"{session.path}/debrief").status == 403


def test_a_rehearsal_is_played_and_steered_by_one(trainer: Browser) -> None:
    fields = {"title": "Gladi", "scenario": BOY, "pace": "trainer", "feedback": "case", "seed": "7", "what": "rehearse"}
    page = trainer.form("/classroom/open", "/classroom/open", fields)
    path = page.path
    assert "You play and steer alone" in page.says
    assert 'class="code"' not in page.text
    assert "Class report" not in page.says
    trainer.form(path, f"{path}/pace", {"what": "next"})
    seated = trainer.form(path, f"{path}/sit", {"seat": ""})
    assert "Case 1 of 1" in seated.says
    assert "Decided." in decide(trainer, "protect").says
    assert "1 has decided" in trainer.get(f"{path}/board").says
    assert "Protect" in trainer.get(f"{path}/board").says
    assert trainer.get(f"{path}/report.csv").status == 409
    assert "Rehearsal" in trainer.get("/classroom").says
    trainer.form(path, f"{path}/pace", {"what": "close"})
    assert "forgotten" in trainer.form(path, f"{path}/pace", {"what": "delete"}).says
    assert trainer.get(path).status == 404


def test_nobody_sits_down_as_a_trainer_in_a_class(opened: Callable[..., Class]) -> None:
    session = opened()
    answer = session.trainer.form(session.path, f"{session.path}/sit", {"seat": ""})
    assert answer.status == 409
    assert "no rehearsal" in answer.says


def test_the_class_debrief_and_a_replay_by_letter(opened: Callable[..., Class]) -> None:
    session = opened()
    phones = [session.joined(name) for name in NAMES[:2]]
    for phone in phones:
        act(phone, "ask:separate")
        decide(phone, "protect")
    page = session.trainer.get(f"{session.path}/debrief?case=0")
    order = [page.text.index(f">{part} · ") for part in "1234"]
    assert order == sorted(order)
    assert "about a person" in page.says  # two are too few for a replay
    assert session.trainer.get(f"{session.path}/replay?case=0&desk=A").status == 404
    third = session.joined(NAMES[2])
    decide(third, "clear")
    seen = [session.trainer.get(f"{session.path}/replay?case=0&desk={letter}").says for letter in "ABC"]
    assert sum("Clear, 80%" in each for each in seen) == 1
    assert not any(name in each for each in seen for name in NAMES)
    first = session.trainer.get(f"{session.path}/replay?case=0&desk=A&step=1")
    assert first.text.count('aria-current="step"') == 1
    assert "1 of " in first.says
    assert session.trainer.get(f"{session.path}/replay?case=0&desk=Z").status == 404


def test_trainees_look_back_at_their_own_steps(opened: Callable[..., Class]) -> None:
    session = opened()
    phone = session.joined("Melati")
    act(phone, "ask:separate")
    early = phone.get("/play/replay?slot=0")
    assert early.status == 409
    assert "cannot be read yet" in early.says
    decide(phone, "protect")
    steps = phone.get("/play/replay?slot=0")
    assert "2 of 2 steps" in steps.says
    assert "Protect, 80%" in steps.says
    assert Browser(session.trainer.url).get("/play/replay?slot=0").status == 404


def test_the_door_slows_down_whoever_guesses(url: str, trainer: Browser) -> None:
    """Last of this module: it shuts this machine out for ten minutes, seats that are taken excepted."""
    session = Class(trainer, pace="self")
    phone = session.joined("Melati")
    guesser = Browser(url)
    for _ in range(25):
        answer = guesser.form("/join", "/join/sit", {"code": "AAAAAA", "nickname": "A"})
        if answer.status != 400 or "Too many" in answer.says:
            break
    assert "Too many wrong codes or words" in answer.says
    assert "Wait ten minutes" in answer.says
    assert "Case 1 of 1" in phone.get("/play").says
