"""Reports: the same bytes each time, safe against what is in them, nobody named, in either language or both."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from ledger.errors import LintasError
from ledger.text import Text
from simulator.bots.course import BotCourse, simulate
from simulator.grading.grades import grade
from simulator.grading.model import TraineeId
from simulator.report.class_report import class_report
from simulator.report.html import content_policy
from simulator.report.pdf import to_png
from simulator.report.render import Format, render
from simulator.report.trainee_report import trainee_report
from simulator.report.voice import Voice
from tests.simulator.report.courses import HOSTILE, half_told, hostile, played, shown

VOID = {"meta", "img", "line", "rect", "br"}
CODE_ATTRIBUTES = {"style", "srcdoc", "action", "formaction"}


class Page(HTMLParser):
    """Collects tags, attributes and text, and checks that tags close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def parsed(html: str) -> Page:
    """The page, wholly read."""
    page = Page()
    page.feed(html)
    page.close()
    return page


@pytest.mark.parametrize("owned", [False, True])
@pytest.mark.parametrize("form", [Format.HTML, Format.PDF])
def test_the_same_log_gives_the_same_bytes(form: Format, *, owned: bool) -> None:
    workshop, _ = played()
    owner = workshop.trainees[2] if owned else None
    assert shown(form, owner=2 if owned else None) == render(workshop, grade(workshop), form, owner=owner)


@pytest.mark.parametrize("voice", list(Voice))
def test_html_needs_nothing_and_keeps_to_its_own_policy(voice: Voice) -> None:
    html = shown(voice=voice).decode()
    page = parsed(html)
    assert "script" not in page.tags
    for name, value in page.attributes:
        assert name not in CODE_ATTRIBUTES
        assert not name.startswith("on")
        if name in {"src", "href"}:
            assert (value or "").startswith("data:image/svg+xml;base64,")
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:" in content_policy()
    assert f'content="{content_policy()}"' in html
    assert "url(" not in style
    assert "@import" not in style


def test_every_plot_is_a_whole_svg_without_a_date_or_a_link() -> None:
    html = shown().decode()
    plots = [base64.b64decode(data) for data in re.findall(r"base64,([A-Za-z0-9+/=]+)\"", html)]
    assert len(plots) == 5
    for plot in plots:
        ET.fromstring(plot)  # noqa: S314 - our own file
        assert b"<dc:date>" not in plot
        assert not re.findall(rb'href="http', plot)


@pytest.mark.parametrize("owned", [False, True])
def test_texts_never_become_code(*, owned: bool) -> None:
    workshop, grades = hostile()
    owner = TraineeId(HOSTILE) if owned else None
    page = parsed(render(workshop, grades, Format.HTML, owner=owner).decode())
    assert "script" not in page.tags
    assert "a" not in page.tags
    assert HOSTILE in "".join(page.text)
    assert render(workshop, grades, Format.PDF, owner=owner).startswith(b"%PDF-")


@pytest.mark.parametrize("voice", [Voice.INDONESIAN, Voice.BOTH])
@pytest.mark.parametrize("text", [Text(id="Hanya ini", en=""), Text(id="", en="Only this"), Text(id="", en="")])
def test_a_text_that_lacks_a_language_is_said_in_the_other(text: Text, voice: Voice) -> None:
    workshop, grades = half_told(text)
    owner = workshop.trainees[1]
    page = render(workshop, grades, Format.HTML, voice, owner=owner).decode()
    assert (text.id or text.en or workshop.key) in page
    assert render(workshop, grades, Format.PDF, voice).startswith(b"%PDF-")


def test_groups_are_described_and_no_more() -> None:
    html = render(*hostile(), Format.HTML, Voice.ENGLISH).decode()
    assert "sex: female" in html
    assert "a difference shows no unequal treatment" in html
    assert "unequal treatment. The matched pairs" in html


def test_a_class_report_names_nobody() -> None:
    workshop, _ = played()
    html = shown().decode()
    assert all(trainee not in html for trainee in workshop.trainees)


def test_an_individual_report_is_for_its_owner() -> None:
    workshop, grades = played()
    owner, other = workshop.trainees[:2]
    with pytest.raises(LintasError) as caught:
        trainee_report(workshop, grades, owner, Voice.BOTH, reader=other)
    assert caught.value.reason == "NOT_YOURS"
    html = shown(owner=0).decode()
    assert owner in html
    assert all(trainee not in html for trainee in workshop.trainees if trainee != owner)


def test_who_was_not_there_has_no_report() -> None:
    workshop, grades = played()
    with pytest.raises(LintasError) as caught:
        render(workshop, grades, Format.HTML, owner=TraineeId("nobody"))
    assert caught.value.reason == "TRAINEE_UNKNOWN"
    assert "nobody" not in caught.value.message


@pytest.mark.parametrize("bots", [1, 2])
def test_a_class_of_one_or_two_is_no_class(bots: int) -> None:
    workshop = simulate(BotCourse(bots=bots, cases=4))
    with pytest.raises(LintasError) as caught:
        render(workshop, grade(workshop), Format.HTML)
    assert caught.value.reason == "CLASS_TOO_SMALL"
    own = render(workshop, grade(workshop), Format.HTML, owner=workshop.trainees[0]).decode()
    assert ("kelas · class" in own) is False  # with so few, the class's point would be somebody else's


@pytest.mark.parametrize("owned", [False, True])
def test_pearls_order(*, owned: bool) -> None:
    html = shown(voice=Voice.ENGLISH, owner=0 if owned else None).decode()
    places = [html.index(f'<h2 id="{key}">') for key in ("reactions", "description", "analysis", "application")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("voice", "has", "lacks"),
    [(Voice.INDONESIAN, "Peta kasus", "Map of the cases"), (Voice.ENGLISH, "Map of the cases", "Peta kasus")],
)
def test_one_language_alone(voice: Voice, has: str, lacks: str) -> None:
    html = shown(voice=voice).decode()
    assert has in html
    assert lacks not in html
    assert f'<html lang="{voice.value}">' in html
    both = shown().decode()
    assert has in both
    assert lacks in both


def test_pdf_is_tagged_titled_and_every_page_can_be_seen() -> None:
    workshop, grades = played()
    pdf = shown(Format.PDF)
    assert b"/StructTreeRoot" in pdf
    assert b"pdfuaid" in pdf
    pages = to_png(class_report(workshop, grades, Voice.BOTH), Voice.BOTH, 40)
    assert len(pages) >= 4
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_a_course_without_signals_pairs_or_forms_still_has_reports() -> None:
    workshop, _ = played()
    kept = tuple(attempt for attempt in workshop.attempts if attempt.case in {"grandmother", "tour_leader"})
    bare = replace(workshop, attempts=tuple(replace(each, confidence=None, decision=None) for each in kept))
    for form in (Format.HTML, Format.PDF):
        assert render(bare, grade(bare), form)
        assert render(bare, grade(bare), form, owner=bare.trainees[0])
