"""The cards: plain, kind, in both languages, with the directory's numbers, and nothing printed over itself."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner

from console.cards.deck import Card, Deck, Number, load_deck
from console.cards.html import to_html
from console.cards.pdf import to_pdf, to_png
from console.cards.sheet import month
from console.cli import app
from ledger.errors import LintasError
from ledger.text import Text
from verifier.indicators.protected import protected_attribute
from verifier.reading.opencv import cv2
from verifier.referral.directory import load_directory

DECK = load_deck(load_directory())
BOTH = ("id", "en")
LONGEST_SENTENCE_WORDS = 15


def texts(card: Card) -> tuple[Text, ...]:
    return (card.title, card.lead, *card.points)


def test_every_audience_has_a_card() -> None:
    assert {card.audience.value for card in DECK.cards} == {"travellers", "public", "families"}


@pytest.mark.parametrize("card", DECK.cards, ids=lambda card: card.card_id)
def test_short_sentences_in_both_languages(card: Card) -> None:
    for text in texts(card):
        assert text.id != text.en
        for sentence in re.split(r"[.!?:]\s", f"{text.id} . {text.en}"):
            assert len(sentence.split()) <= LONGEST_SENTENCE_WORDS, sentence


@pytest.mark.parametrize("card", DECK.cards, ids=lambda card: card.card_id)
def test_nobody_is_described_by_who_they_are_and_nobody_is_blamed(card: Card) -> None:
    for text in texts(card):
        found = {word for word in re.findall(r"[a-z]+", f"{text.en} {text.id}".lower()) if protected_attribute(word)}
        assert found <= {"place"}, found  # 'remember the place' is no origin
        blaming = re.findall(
            r"victim|criminal|illegal|suspect|trafficker|smuggl|korban|ilegal|pelaku|curiga", str(text)
        )
        assert not blaming


def test_the_public_is_told_that_one_sign_means_little_and_to_confront_nobody() -> None:
    by_id = {card.card_id: card for card in DECK.cards}
    assert "One sign alone means little" in by_id["somebody-may-need-help"].lead.en
    assert by_id["what-you-can-do"].points[0].en.startswith("Confront nobody")


def test_numbers_come_from_the_directory(tmp_path: Path) -> None:
    shipped = Path(str(load_directory.__code__.co_filename)).with_name("directory.yaml").read_text()
    own = tmp_path / "own.yaml"
    own.write_text(shipped.replace('value: "148"', 'value: "0736-14148"'))
    deck = load_deck(load_directory(own))
    assert "0736-14148" in {number.dial for card in deck.cards for number in card.numbers}
    assert "148" not in {number.dial for card in deck.cards for number in card.numbers}
    assert "0736-14148" in to_html(deck, ("id",), 4)


def test_without_anybody_to_ring_no_card_is_made(tmp_path: Path) -> None:
    shipped = Path(str(load_directory.__code__.co_filename)).with_name("directory.yaml").read_text()
    own = tmp_path / "own.yaml"
    own.write_text(re.sub(r"\n  card: \d", "", shipped))
    with pytest.raises(LintasError) as caught:
        load_deck(load_directory(own))
    assert caught.value.reason == "SERVICE_UNKNOWN"


@pytest.mark.parametrize(
    ("whatsapp", "link"),
    [("08111-129-129", "https://wa.me/628111129129"), ("+44 20 7946", "https://wa.me/44207946"), ("", "")],
)
def test_chat_links(whatsapp: str, link: str) -> None:
    assert Number("129", Text(id="a", en="b"), whatsapp).chat_link == link


def test_months_in_both_languages() -> None:
    assert [month(date(2026, 8, 1), language) for language in BOTH] == ["Agustus 2026", "August 2026"]


def pixels(png: bytes) -> Any:
    return cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_COLOR)


@pytest.mark.parametrize("per_page", [4, 8])
def test_every_card_fits_and_its_code_can_be_scanned(per_page: int) -> None:
    """A page that is too full is refused by the template, so all of them being made is half of the test."""
    pages = to_png(DECK, BOTH, per_page, 200)
    assert len(pages) == len(DECK.cards) * 2
    image = pixels(pages[0])
    height, width = image.shape[:2]
    assert abs(height / width - 297 / 210) < 0.01
    corner = image[: height * 2 // per_page, : width // 2]  # one card
    found, _, _ = cv2.QRCodeDetector().detectAndDecode(cv2.resize(corner, None, fx=2, fy=2))
    assert found == "https://wa.me/628111129129"


def test_a_name_that_is_too_long_is_refused_by_card() -> None:
    card = DECK.cards[0]
    number = replace(card.numbers[0], name=Text(id="x " * 300, en="x " * 300))
    deck = replace(DECK, cards=(replace(card, numbers=(number,)),))
    with pytest.raises(LintasError, match="work-abroad is too full"):
        to_pdf(deck, ("id",), 8)


def test_the_pdf_is_tagged_and_always_the_same() -> None:
    one, other = (to_pdf(DECK.only(("your-rights",)), BOTH, 8) for _ in range(2))
    assert one == other
    assert one.startswith(b"%PDF")
    assert b"/StructTreeRoot" in one or b"pdfuaid" in one


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.sources: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.sources += [value or "" for name, value in attrs if name in {"src", "href"}]


@pytest.mark.parametrize("per_page", [4, 8])
def test_the_page_fetches_nothing_and_says_everything(per_page: int) -> None:
    page = to_html(DECK, BOTH, per_page)
    seen = _Seen()
    seen.feed(page)
    assert "script" not in seen.tags
    assert all(source.startswith("data:") for source in seen.sources)
    assert "url(" not in page
    for card in DECK.cards:
        for text in texts(card):
            assert html.escape(text.id, quote=False).replace("'", "&#39;") in page.replace("&#39;", "&#39;")
    assert page.count('class="card"') == len(DECK.cards) * 2 * per_page


def test_only_some_cards() -> None:
    deck: Deck = DECK.only(("what-you-can-do",))
    assert [card.card_id for card in deck.cards] == ["what-you-can-do"]
    with pytest.raises(LintasError, match="your-rights"):
        DECK.only(("no-such-card",))


def lintas(*arguments: str, code: int = 0, **environment: str) -> str:
    result = CliRunner().invoke(app, arguments, env={"COLUMNS": "160", "LANG": "C"} | environment)
    assert result.exit_code == code, (result.stdout, result.stderr, result.exception)
    return result.stdout + result.stderr


def test_the_command_writes_both_formats(tmp_path: Path) -> None:
    pdf, page = tmp_path / "cards.pdf", tmp_path / "cards.html"
    assert "10 pages, 4 cards" in lintas("cards", "--out", str(pdf))
    assert pdf.read_bytes().startswith(b"%PDF")
    one = ("--card", "your-rights", "--cards-in", "en", "--per-page", "8")
    assert ": 1 page, 8 cards" in lintas("cards", "--out", str(page), *one)
    assert page.read_text().startswith("<!doctype html>")
    assert "Hak Anda" in lintas("--language", "id", "cards", "--list")


def test_the_command_warns_of_stale_numbers(tmp_path: Path) -> None:
    shipped = Path(str(load_directory.__code__.co_filename)).with_name("directory.yaml").read_text()
    own = tmp_path / "own.yaml"
    own.write_text(shipped.replace("2026-11-24", "2020-01-01").replace("2027-02-24", "2020-06-01"))
    told = lintas("cards", "--out", str(tmp_path / "c.html"), LINTAS_REFERRAL_DIRECTORY=str(own))
    assert "lpsk: due for review" in told


@pytest.mark.parametrize(
    ("arguments", "environment", "said"),
    [
        (["--per-page", "6"], {}, "4 or 8"),
        (["--card", "x"], {}, "work-abroad"),
        (["--out", "/nowhere/at/all.pdf", "--card", "your-rights"], {}, "No such file"),
        ([], {"LINTAS_REFERRAL_DIRECTORY": "/nowhere.yaml"}, "cannot be read"),
    ],
)
def test_what_is_wrong_is_said(arguments: list[str], environment: dict[str, str], said: str) -> None:
    assert said in re.sub(r"[│╭╰─╮╯\s]+", " ", lintas("cards", *arguments, code=2, **environment))
