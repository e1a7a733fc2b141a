"""The sheets as PDF, set by Typst: fonts come with the wheel, nothing of the system's is used."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from console.cards.deck import Deck
from console.cards.sheet import sheets
from ledger.errors import invalid_field

_TEMPLATES: Final = Path(__file__).parent / "templates"
STANDARD: Final = "ua-1"  # tagged and titled: a screen reader can read it


def to_pdf(deck: Deck, languages: tuple[str, ...], per_page: int) -> bytes:
    """A4, four or eight cards a page; the same deck gives the same bytes.

    Raises LintasError INVALID_FIELD where names of the directory are too long for a card.
    """
    day = deck.checked_on
    made_at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    (document,) = _set(deck, languages, per_page, {"format": "pdf", "pdf_standards": STANDARD, "timestamp": made_at})
    return document


def to_png(deck: Deck, languages: tuple[str, ...], per_page: int, pixels_per_inch: float = 110.0) -> list[bytes]:
    """The same pages as images, for looking at them."""
    return _set(deck, languages, per_page, {"format": "png", "ppi": pixels_per_inch})


def _set(deck: Deck, languages: tuple[str, ...], per_page: int, options: dict[str, Any]) -> list[bytes]:
    import typst  # noqa: PLC0415 - a large library that only printing needs

    content = {"pages": sheets(deck, languages, per_page), "per_page": per_page}
    try:
        made = typst.compile(
            (_TEMPLATES / "cards.typ").read_bytes(),
            ignore_system_fonts=True,  # or the same cards would look different elsewhere
            sys_inputs={"cards": json.dumps(content, ensure_ascii=False)},
            **options,
        )
    except typst.TypstError as error:
        if "is too full" not in str(error):
            raise
        raise invalid_field("referral_directory", f"{str(error).partition(': ')[2]}; shorten names") from error
    return list(made) if isinstance(made, list) else [made]
