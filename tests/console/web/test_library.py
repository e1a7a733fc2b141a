"""The library: trainers find, read and lint scenarios; nobody who is trained reaches an answer; forms keep."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.server import serving
from console.settings import Settings
from console.web.server import web_serving
from console.wiring import open_house
from ledger.actor import Actor, Role
from simulator.scenario.schema import template
from tests.console.web.browser import Answer, Browser
from tests.console.web.conftest import PASSWORD, PEOPLE

BOY = "boy_with_uncle"
SCRIPT = "<img src=x onerror=alert(1)>"
ANSWER = "The recruiter had the year of birth altered"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, quick_hashing: None) -> Iterator[str]:
    """A console whose trainer has a folder of their own: one scenario, one with markup in it, one broken."""
    folder: Path = tmp_path_factory.mktemp("library")
    own = folder / "own"
    own.mkdir()
    (own / "ours.yaml").write_text(template("ours").replace('en: "Title"', f'en: "{SCRIPT}"'), "utf-8")
    (own / "broken.yaml").write_text(template("broken").replace("budget_s: 240", "budget_s: soon"), "utf-8")
    settings = Settings(
        database_url=f"sqlite:///{folder}/lintas.sqlite",
        training=True,
        training_file=f"{folder}/training.sqlite",
        own_scenarios=own,
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


def _found(trainer: Browser, query: str) -> set[str]:
    page = trainer.get(f"/classroom/library?{query}")
    assert page.status == 200
    return set(re.findall(r'name="scenario" value="(\w+)"', page.text))


def test_all_scenarios_are_there(trainer: Browser) -> None:
    assert len(_found(trainer, "")) >= 45


@pytest.mark.parametrize(
    ("query", "inside", "outside"),
    [
        ("q=boy+uncle", BOY, "namesake"),
        ("q=PAMAN", BOY, "namesake"),  # Indonesian is searched in English, too
        ("q=three_dates", "", BOY),
        ("topic=watchlist", "namesake", BOY),
        ("level=easy", "first_journey", "the_note"),
        ("kind=innocent", "namesake", BOY),
        ("kind=stop", BOY, "namesake"),
        ("competency=protect", BOY, "year_38"),
        ("whose=own", "ours", BOY),
        ("topic=nonsense", "", BOY),
    ],
)
def test_search_and_choices(trainer: Browser, query: str, inside: str, outside: str) -> None:
    found = _found(trainer, query)
    assert not inside or inside in found
    assert outside not in found


def test_nothing_found_says_so(trainer: Browser) -> None:
    assert "Nothing fits" in trainer.get("/classroom/library?q=zzz").says


def test_a_preview_tells_everything(trainer: Browser) -> None:
    page = trainer.get(f"/classroom/library/{BOY}")
    for told in (
        "The boy and the 'uncle'",
        "controls the traveller",
        "I met him two weeks ago",
        "Hardly knows the 'uncle'",
        "set in another typeface",
        "PROTECT",
        "call the child officer",
        ANSWER,
        "In doubt about age, a child.",
        "Nothing to mend",
    ):
        assert told in page.says, told
    assert "deal_count" not in page.text


def test_previews_speak_indonesian(trainer: Browser) -> None:
    trainer.get("/language/id?back=/")
    page = trainer.get(f"/classroom/library/{BOY}")
    assert "Perekrut mengubah tahun lahir" in page.says
    assert ANSWER not in page.says


def test_every_picture_of_a_preview_is_drawn(trainer: Browser) -> None:
    page = trainer.get(f"/classroom/library/{BOY}")
    sources = [each.replace("&amp;", "&") for each in re.findall(r'<img src="(/classroom/[^"]+)"', page.text)]
    views = {re.sub(r".*document=", "", each) for each in sources}
    assert {"passport&light=visible", "passport&light=uv", "passport&light=ir"} <= views
    assert "passport&light=visible&region=birth_date" in views
    for each in (sources[0], next(each for each in sources if "region=mrz" in each), sources[-1]):
        picture = trainer.get(each)
        assert picture.headers["content-type"] == "image/png"
        assert picture.body.startswith(b"\x89PNG")
    assert trainer.get(f"/classroom/library/{BOY}/picture?document=nothing").status == 400
    assert trainer.get("/classroom/library/no_such").status == 404


def test_a_variant_is_somebody_else(trainer: Browser) -> None:
    written = trainer.get("/classroom/library/misread_digit").says
    assert trainer.get("/classroom/library/misread_digit?variant=4").says != written
    assert trainer.get("/classroom/library/misread_digit?variant=x").status == 200


def test_lint_names_file_line_and_column(trainer: Browser) -> None:
    page = trainer.get("/classroom/lint")
    assert re.search(r"broken\.yaml:15:\d+", page.says)
    assert "should be a valid integer" in page.says


def test_own_texts_are_text(trainer: Browser) -> None:
    for path in ("/classroom/library?whose=own", "/classroom/library/ours", "/classroom/open"):
        page = trainer.get(path)
        assert SCRIPT not in page.text
        assert SCRIPT in page.says


@pytest.mark.parametrize("name", ["sari", "budi", "wati", "agus", "root", ""])
@pytest.mark.parametrize(
    "path",
    [
        "/classroom/library",
        f"/classroom/library/{BOY}",
        f"/classroom/library/{BOY}/picture?document=passport&light=uv",
        "/classroom/lint",
        "/classroom/open",
        "/classroom",
    ],
)
def test_nobody_else_reads_answers(url: str, name: str, path: str) -> None:
    browser = Browser(url)
    if name:
        browser.sign_in(name, PASSWORD)
    answer = browser.get(path)
    assert answer.status == 403 if name else answer.path.startswith("/login")
    assert ANSWER not in answer.text


def test_a_trainee_with_a_seat_reaches_no_answer(url: str, trainer: Browser) -> None:
    opened = trainer.form("/classroom/open", "/classroom/open", {"title": "x", "scenario": BOY, "pace": "self"})
    code = re.search(r'class="code">(\w+)<', opened.text)
    assert code
    phone = Browser(url)
    phone.form(f"/join?code={code[1]}", "/join/sit", {"code": code[1], "nickname": "Melati"})
    assert "Case 1 of 1" in phone.get("/play").says
    session = opened.path
    for path in (f"/classroom/library/{BOY}", "/classroom/lint", session, f"{session}/join", f"{session}/qr.svg"):
        answer = phone.get(path)
        assert answer.path.startswith("/login")
        assert ANSWER not in answer.text
    assert ANSWER not in phone.get("/play").text


def test_the_code_is_there_until_the_session_is_closed(trainer: Browser, url: str) -> None:
    opened = trainer.form("/classroom/open", "/classroom/open", {"title": "Monday", "scenario": BOY})
    found = re.search(r'class="code">(\w+)<', opened.text)
    assert found
    other = Browser(url)
    other.sign_in("tono", PASSWORD)  # another machine, another day
    assert "Monday" in other.get("/classroom").says
    assert found[1] in other.get(opened.path).says
    wall = other.get(f"{opened.path}/join")
    assert found[1] in wall.says
    assert f"{opened.path}/qr.svg" in wall.text
    assert "leads phones nowhere" in wall.says  # 127.0.0.1 does
    other.form(opened.path, f"{opened.path}/pace", {"what": "close"})
    for path in (opened.path, f"{opened.path}/join"):
        assert found[1] not in trainer.get(path).text
    assert trainer.get(f"{opened.path}/qr.svg").status == 404


def test_a_form_with_a_fault_is_kept_with_the_fault_beside_its_field(trainer: Browser) -> None:
    fields = {"title": "Rabu", "form": "pre", "cases": "deal", "count": "99", "pace": "self", "level": "easy"}
    answer = trainer.form("/classroom/open", "/classroom/open", fields)
    assert answer.status == 400
    assert 'value="Rabu"' in answer.text
    assert re.search(r'id="form-pre" value="pre" checked', answer.text)
    assert re.search(r'<option value="self" selected>', answer.text)
    assert re.search(r'id="count"[^>]*aria-invalid="true" aria-describedby="count-wrong"', answer.text)
    assert "Write a number from 1 to 40." in answer.says
    assert "<code>count" not in answer.text


def test_cases_can_be_looked_at_before_the_session_is_opened(trainer: Browser) -> None:
    before = trainer.get("/classroom").text.count("/classroom/sessions/")
    fields = {"title": "x", "cases": "deal", "count": "3", "seed": "5", "what": "show"}
    shown = trainer.form("/classroom/open", "/classroom/open", fields)
    assert "These 3 cases would be played" in shown.says
    assert trainer.get("/classroom").text.count("/classroom/sessions/") == before


def test_the_library_ticks_cases_for_the_form(trainer: Browser) -> None:
    page = trainer.get(f"/classroom/open?scenario={BOY}&scenario=namesake")
    assert re.search(rf'value="{BOY}" checked', page.text)
    assert re.search(r'id="cases-choose" value="choose" checked', page.text)


def _waited(trainer: Browser, page: Answer) -> Answer:
    for _ in range(300):
        if "are being drawn" not in page.says:
            return page
        time.sleep(0.1)
        page = trainer.get(page.path)
    raise AssertionError(page.says)


def test_a_pack_is_ordered_waited_for_and_fetched(trainer: Browser, url: str) -> None:
    asked = trainer.get(f"/classroom/packs?scenario={BOY}&scenario=namesake")
    token = ("form_token", asked.hidden("form_token"))
    chosen = [("scenario", BOY), ("scenario", "namesake"), ("part", "key"), ("language", "en")]
    ready = _waited(trainer, trainer.post("/classroom/packs", [token, *chosen]))
    assert "The pack is ready" in ready.says
    pdf = trainer.get(f"{ready.path}/pack.pdf")
    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.body.startswith(b"%PDF")
    other = Browser(url)
    other.sign_in("sari", PASSWORD)
    assert other.get(f"{ready.path}/pack.pdf").status == 403
    assert trainer.get("/classroom/packs/guessed").status == 404


def test_a_pack_of_a_session(trainer: Browser) -> None:
    opened = trainer.form("/classroom/open", "/classroom/open", {"title": "Paper", "scenario": BOY})
    link = re.search(r'href="(/classroom/packs\?session=[^"]+)"', opened.text)
    assert link
    session = link[1].partition("=")[2]
    made = trainer.form(link[1], "/classroom/packs", {"session": session, "part": "key", "language": "id"})
    assert "The pack is ready" in _waited(trainer, made).says


@pytest.mark.parametrize("asked", [{"scenario": "no_such"}, {"session": "no_such"}, {}])
def test_a_pack_that_cannot_be_made_says_so(trainer: Browser, asked: dict[str, str]) -> None:
    made = _waited(trainer, trainer.form("/classroom", "/classroom/packs", asked))
    assert made.status in {400, 404}
    assert "It was not made" in made.says
