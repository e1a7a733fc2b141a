"""The classroom: a trainer opens and paces, trainees join with a code and play, nobody sees another's answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console.server import serving
from console.settings import Settings
from console.web.server import web_serving
from console.wiring import open_house
from ledger.actor import Actor, Role
from tests.console.web.browser import Answer, Browser
from tests.console.web.conftest import PASSWORD, PEOPLE

BOY = "boy_with_uncle"
TWIN = "boy_with_father"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, quick_hashing: None) -> Iterator[str]:
    """A console with a classroom of its own."""
    folder: Path = tmp_path_factory.mktemp("classroom")
    settings = Settings(
        database_url=f"sqlite:///{folder}/lintas.sqlite",
        training=True,
        training_file=f"{folder}/training.sqlite",
        listen="127.0.0.1:0",
        web_listen="127.0.0.1:0",
        reading_workers=1,
    )
    with open_house(settings) as house, serving(house, settings) as address:
        for name, role in PEOPLE.items():
            house.accounts.roster.create(name, role, Actor("t", "t", Role.SYSTEM), password=PASSWORD)
        with web_serving(house, settings, address) as bound:
            yield bound


@pytest.fixture
def trainer(url: str) -> Browser:
    browser = Browser(url)
    browser.sign_in("tono", PASSWORD)
    return browser


class Session:
    """An open session as its trainer sees it."""

    def __init__(self, trainer: Browser, **chosen: str) -> None:
        fields = {"title": "Friday", "scenario": BOY, "pace": "trainer", "feedback": "case", "seed": "7", **chosen}
        self.trainer = trainer
        self.page = trainer.form("/classroom", "/classroom/open", fields)
        found = re.search(r'class="code">(\w+)<', self.page.text)
        assert found, self.page.says
        self.code = found[1]
        self.path = self.page.path.partition("?")[0]

    def pace(self, what: str) -> Answer:
        return self.trainer.form(self.path, f"{self.path}/pace", {"what": what, "code": self.code})

    def joined(self, name: str, **more: str) -> Browser:
        phone = Browser(self.trainer.url)
        seated = phone.form(f"/join?code={self.code}", "/join/sit", {"code": self.code, "nickname": name, **more})
        assert seated.status == 200, seated.says
        assert seated.path.startswith("/play"), seated.says
        return phone


OpenSession = Callable[..., Session]


@pytest.fixture
def opened(trainer: Browser) -> OpenSession:
    return lambda **chosen: Session(trainer, **chosen)


def act(phone: Browser, what: str, **more: str) -> Answer:
    page = phone.get("/play")
    fields = {name: page.hidden(name) for name in ("form_token", "slot", "request_id", "document", "light")}
    answer = phone.post("/play/act", {**fields, "what": what, **more})
    assert answer.status == 200, answer.says
    return answer


def decide(phone: Browser, outcome: str, confidence: str = "80", **more: str) -> Answer:
    page = phone.get("/play")
    fields = {
        "form_token": page.hidden("form_token"),
        "slot": page.hidden("slot"),
        "request_id": page.hidden("request_id"),
    }
    return phone.post("/play/decide", {**fields, "outcome": outcome, "confidence": confidence, **more})


def test_the_library_is_shown_with_its_classes(trainer: Browser) -> None:
    page = trainer.get("/classroom/open")
    assert page.text.count('name="scenario"') >= 40
    assert "twin of" in page.says
    assert "Library" in trainer.get("/classroom").says


def test_a_session_has_a_code_and_a_picture_of_it(opened: OpenSession, trainer: Browser) -> None:
    session = opened()
    assert len(session.code) == 6
    picture = trainer.get(f"{session.path}/qr.svg")
    assert picture.headers["content-type"] == "image/svg+xml"
    assert picture.body.lstrip().startswith(b"<?xml") or picture.body.startswith(b"<svg")
    assert "Nobody yet" in session.page.says


def test_a_whole_exercise(opened: OpenSession) -> None:
    session = opened()
    phone = session.joined("Melati")
    assert "You are seated" in phone.get("/play").says  # the trainer has opened no case yet
    session.pace("next")
    page = phone.get("/play")
    assert "Case 1 of 1" in page.says
    assert "invented people" in page.says
    picture = phone.get("/play/picture?slot=0&document=passport&light=visible")
    assert picture.body.startswith(PNG)
    close = phone.get("/play/picture?slot=0&document=passport&light=visible&place=1-1")
    assert close.body.startswith(PNG)
    assert close.body != picture.body
    act(phone, "ask:separate")
    assert "Uncle…" in act(phone, "ask:who_is_he").says
    assert "place=1-1" in act(phone, "look", document="passport", light="visible", place="1-1").path
    assert "Protect" in act(phone, "scan").says
    act(phone, "cite", fact="passport.page.dob", other="passport.chip.dob")
    assert "take back" in phone.get("/play").says
    over = decide(phone, "protect", reason="The dates differ.")
    assert "Decided." in over.says
    assert "electronic.chip_authenticity" not in phone.get("/play").says  # checks have names
    told = phone.get("/play/debrief")
    assert "← yours" in told.says
    assert re.search(r"[89]\d / 100|100 / 100", told.says), told.says
    assert "Tomorrow" in told.says
    board = session.trainer.get(f"{session.path}/board?case=0")
    assert "1 has decided" in board.says
    assert "Melati" not in board.says
    assert "1 of 1 decided" in session.trainer.get(session.path).says


def test_everybody_at_their_own_needs_no_next(opened: OpenSession) -> None:
    session = opened(pace="self", scenario="", cases="deal", count="2")
    assert "Open the next case" not in session.page.says
    assert "Everybody goes on by themselves." in session.page.says
    phone = session.joined("Pandan")
    assert "Decided; this is the next case." in decide(phone, "refer").says


def test_cases_that_suit_each_desk(opened: OpenSession) -> None:
    """Adaptive dealing: out of the whole library, as many as asked, at everybody's own pace."""
    session = opened(pace="adaptive", scenario="", cases="deal", count="3", deal_count="3")
    assert "Everybody goes on by themselves." in session.page.says
    phone = session.joined("Cempaka")
    assert "Case 1 of 3" in phone.get("/play").says
    assert "Case 2 of 3" in decide(phone, "refer").says


def test_a_test_gives_everybody_the_same_cases(trainer: Browser) -> None:
    fields = {"title": "Before", "form": "pre", "pace": "adaptive", "count": "3"}
    refused = trainer.form("/classroom/open", "/classroom/open", fields)
    assert refused.status == 400
    assert "A test gives everybody the same cases" in refused.says


def test_what_was_handed_over_stands_in_the_debrief(opened: OpenSession) -> None:
    session = opened(pace="self", mode="two_seat")
    primary = session.joined("Soka", desk="one", seat="primary")
    secondary = session.joined("Puring", desk="one", seat="secondary")
    assert 'value="refuse"' not in primary.get("/play").text  # that is for the inner room
    act(primary, "ask:separate")
    heard = act(primary, "ask:who_is_he")
    assert "Hand over to the inner room" in heard.says
    facts = re.findall(r'name="told" value="([^"]+)"', heard.text)
    said = next(each for each in facts if each.startswith("answer"))
    act(primary, "hand", told=said, note="Ask the boy about his uncle.")
    decide(primary, "refer")
    seen = secondary.get("/play")
    assert "Ask the boy about his uncle." in seen.says
    assert 'value="refuse"' in seen.text
    decide(secondary, "protect")
    assert "Handed over between the seats" in primary.get("/play/debrief").says  # it is the primary's doing


def test_evidence_can_be_taken_back(opened: OpenSession) -> None:
    session = opened(pace="self")
    phone = session.joined("Dahlia")
    act(phone, "scan")
    act(phone, "cite", fact="passport.page.dob", other="passport.chip.dob")
    act(phone, "withdraw", fact="passport.page.dob", other="passport.chip.dob")
    assert "take back" not in phone.get("/play").says


def test_deciding_twice_keeps_the_first(opened: OpenSession) -> None:
    session = opened(pace="self")
    phone = session.joined("Kenanga")
    page = phone.get("/play")
    fields = {"form_token": page.hidden("form_token"), "slot": "0", "request_id": "one", "confidence": "50"}
    phone.post("/play/decide", {**fields, "outcome": "protect"})
    again = phone.post("/play/decide", {**fields, "outcome": "clear", "request_id": "two"})
    assert again.status == 409
    told = phone.get("/play/debrief").text
    mine = re.search(r"<li>(?:(?!<li>).)*?← ", told, re.S)
    assert mine
    assert "Protect" in mine[0]


def test_the_class_report_names_nobody(opened: OpenSession, trainer: Browser) -> None:
    session = opened(pace="self")
    decide(session.joined("Anggrek"), "refer")
    early = trainer.get(f"{session.path}/report.pdf")
    assert early.status == 409
    assert "three trainees" in early.says
    for name in ("Seroja", "Kamboja"):
        decide(session.joined(name), "protect")
    report = trainer.get(f"{session.path}/report.pdf")
    assert report.body.startswith(b"%PDF")
    assert b"Anggrek" not in report.body
    table = trainer.get(f"{session.path}/report.csv")
    assert BOY in table.text
    assert "Anggrek" not in table.text
    assert trainer.get(f"{session.path}/report.xapi").text.startswith("{")
    assert trainer.get(f"{session.path}/report.exe").status == 404


def test_closing_gives_the_debrief_and_forgetting_takes_all(opened: OpenSession, trainer: Browser) -> None:
    session = opened(pace="self", feedback="end")
    phone = session.joined("Teratai")
    decide(phone, "protect")
    assert "All cases are decided" in phone.get("/play").says
    assert "No debrief yet" in phone.get("/play/debrief").says
    closed = session.pace("close")
    assert "Open the next case" not in closed.says
    assert session.code not in closed.says
    assert "The session is closed" in phone.get("/play").says
    assert "← yours" in phone.get("/play/debrief").says
    gone = session.pace("delete")
    assert "forgotten" in gone.says
    assert trainer.get(session.path).status == 404
    assert phone.get("/play").path.startswith("/join")


def test_a_dead_phone_comes_back_with_its_word(opened: OpenSession) -> None:
    session = opened(pace="self")
    phone = Browser(session.trainer.url)
    seated = phone.form("/join", "/join/sit", {"code": session.code, "nickname": "Cempaka"})
    number = re.search(r"<code>([^<]+)</code>", seated.text)
    word = re.search(r'code-word">([^<]+)<', seated.text)
    assert number
    assert word
    act(phone, "ask:separate")
    other = Browser(session.trainer.url)
    back = {"code": session.code, "trainee": number[1], "word": word[1]}
    assert other.form("/join", "/join/sit", back).path.startswith("/play")
    assert other.get("/play").text.count("<dt>") == 1
    wrong = Browser(session.trainer.url).form("/join", "/join/sit", {**back, "word": "XXXX"})
    assert wrong.status == 400


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"code": "NOSUCH", "nickname": "A"}, "No session has this code"),
        ({"nickname": "A"}, "No session has this code"),
    ],
)
def test_joining_with_a_wrong_code_says_so(url: str, fields: dict[str, str], says: str) -> None:
    answer = Browser(url).form("/join", "/join/sit", fields)
    assert answer.status == 400
    assert says in answer.says


def test_a_seat_without_a_name_is_refused_with_its_reason(opened: OpenSession) -> None:
    session = opened()
    answer = Browser(session.trainer.url).form("/join", "/join/sit", {"code": session.code, "nickname": " "})
    assert answer.status == 400
    assert "made-up name" in answer.says


def test_a_made_up_seat_leads_back_to_the_door(opened: OpenSession) -> None:
    session = opened(pace="self")
    phone = session.joined("Nusa")
    (name,) = (each for each in phone.cookies if "seat" in each)
    session_id, trainee, _ = phone.cookies[name].split("|")
    thief = Browser(session.trainer.url, {name: f"{session_id}|{trainee}|guess"})
    assert thief.get("/play").path == "/join"
    assert thief.get("/play/picture?slot=0&document=passport").status in {401, 403}


def test_phones_without_a_seat_are_asked_to_join(url: str) -> None:
    assert Browser(url).get("/play").path == "/join"
    assert Browser(url).get("/play/debrief").status == 404
    assert Browser(url).get("/play/events").status == 401


@pytest.mark.parametrize("name", ["sari", "wati", "agus", "root"])
def test_only_trainers_see_the_classroom(url: str, name: str) -> None:
    browser = Browser(url)
    browser.sign_in(name, PASSWORD)
    assert "Classroom" not in browser.get("/").says
    assert browser.get("/classroom").status == 404 or "Classroom" not in browser.get("/classroom").says


def test_cases_dealt_by_chance_are_the_same_for_the_same_seed(opened: OpenSession) -> None:
    def titles(seed: str) -> list[str]:
        session = opened(scenario="", cases="deal", count="3", seed=seed, pace="self")
        phone = session.joined("Rasi")
        for _ in range(3):
            decide(phone, "refer")
        return re.findall(r"<h2>(.*?)<span", phone.get("/play/debrief").text)

    first = titles("11")
    assert len(first) == 3
    assert first == titles("11")
    assert first != titles("12")


def test_the_wall_is_live_and_without_names(opened: OpenSession) -> None:
    session = opened(scenario=BOY, pace="self")
    empty = session.trainer.get(f"{session.path}/board")
    assert "Nobody has decided yet" in empty.says
    for name, outcome in (("Satu", "protect"), ("Dua", "clear"), ("Tiga", "protect")):
        decide(session.joined(name), outcome)
    wall = session.trainer.get(f"{session.path}/board")
    assert "3 have decided" in wall.says
    assert not {"Satu", "Dua", "Tiga"} & set(wall.says.split())


def test_two_at_a_desk_take_turns(opened: OpenSession) -> None:
    session = opened(mode="two_seat", pace="self")
    counter = session.joined("Depan", desk="1", seat="primary")
    inner = session.joined("Dalam", desk="1", seat="secondary")
    assert "The other seat is at work." in inner.get("/play").says
    decide(counter, "refer")
    assert "The other seat is at work." not in inner.get("/play").says
    assert decide(inner, "protect").status == 200
