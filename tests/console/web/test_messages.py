"""Both languages are whole: nothing untranslated, nothing that is said no more, the same blanks on both sides."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from console.web.messages import TRANSLATED, WEB, catalogue_path, extracted, translations, untranslated

CATALOGUES = [(language, face) for language in TRANSLATED for face in extracted()]
_BLANK = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize(("language", "face"), CATALOGUES)
def test_every_message_is_translated(language: str, face: str) -> None:
    with catalogue_path(language, face).open("rb") as stream:
        kept = read_po(stream, locale=language)
    said = {message.id for message in extracted()[face] if message.id}
    assert untranslated(kept) == []
    assert {message.id for message in kept if message.id} == said, "run: python -m console.web.messages"


@pytest.mark.parametrize(("language", "face"), CATALOGUES)
def test_translations_have_the_same_blanks(language: str, face: str) -> None:
    with catalogue_path(language, face).open("rb") as stream:
        kept = read_po(stream, locale=language)
    for message in kept:
        if message.id:
            english = message.id[-1] if isinstance(message.id, tuple) else message.id
            other = message.string[0] if isinstance(message.string, tuple) else message.string
            assert set(_BLANK.findall(english)) == set(_BLANK.findall(other)), english


def test_indonesian_is_another_language_than_english() -> None:
    indonesian = translations("id")
    assert indonesian.gettext("Sign in") == "Masuk"
    assert translations("en").gettext("Sign in") == "Sign in"
    assert indonesian.ngettext("%(count)s account", "%(count)s accounts", 2) == "%(count)s akun"


@pytest.mark.parametrize("path", sorted(WEB.rglob("*.html")), ids=lambda path: path.name)
def test_templates_hold_no_style_no_script_and_no_word_outside_the_catalogue(path: Path) -> None:
    text = path.read_text()
    assert "style=" not in text
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert not re.search(r"\son\w+=", text)
    assert not re.search(r"https?://", text)
    assert "| safe" not in text
    outside = re.sub(r"{%-?\s*trans.*?endtrans\s*-?%}|{#.*?#}|{%.*?%}|{{.*?}}|<[^>]*>", " ", text, flags=re.DOTALL)
    words = set(re.findall(r"[A-Za-z]{3,}", outside)) - {"Lintas", "MRZ", "English", "Indonesia", "kbd", "amp"}
    assert words <= {"TR", "Enter"}, words
