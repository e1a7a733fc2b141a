"""Cards on sheets of A4, as plain data for the templates of both formats."""

from __future__ import annotations

import io
from datetime import date
from typing import Any, Final

from console.cards.deck import Card, Deck
from ledger.text import Text

_POINTS: Final = {4: 6, 8: 5}
_NUMBERS: Final = {4: 4, 8: 4}


def sheets(deck: Deck, languages: tuple[str, ...], per_page: int) -> list[dict[str, Any]]:
    """One page for each card and language: with two languages, front and back of the same cards when printed so."""
    return [
        {"language": language, "card": _plain(card, deck, language, per_page)}
        for card in deck.cards
        for language in languages
    ]


def _plain(card: Card, deck: Deck, language: str, per_page: int) -> dict[str, Any]:
    def say(text: Text) -> str:
        return text.in_language(language)

    chat = next((number for number in card.numbers if number.chat_link), None)
    return {
        "id": card.card_id,
        "audience": card.audience.value,
        "label": say(card.label),
        "title": say(card.title),
        "lead": say(card.lead),
        "points": [say(point) for point in card.points[: _POINTS[per_page]]],
        "help": say(deck.help),
        "numbers": [{"dial": number.dial, "name": say(number.name)} for number in card.numbers[: _NUMBERS[per_page]]],
        "scan": say(deck.scan) if chat else "",
        "chat": chat.whatsapp if chat else "",
        "qr": _qr(chat.chat_link) if chat else "",
        "checked": f"{say(deck.checked)}: {month(deck.checked_on, language)}",
    }


def month(day: date, language: str) -> str:
    """`November 2026` in that language."""
    from babel.dates import format_date  # noqa: PLC0415 - only cards need it

    return str(format_date(day, "MMMM y", locale=language))


def _qr(link: str) -> str:
    import segno  # noqa: PLC0415 - only cards need it

    buffer = io.BytesIO()
    segno.make(link, error="m", micro=False).save(
        buffer, kind="svg", border=0, dark="#21413f", xmldecl=False, svgns=True, nl=False, unit=None, omitsize=True
    )
    return buffer.getvalue().decode()
