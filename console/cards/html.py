"""The sheets as one HTML file: nothing fetched, no script; prints on A4 and reads well on a telephone."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Final

from console.cards.deck import Deck
from console.cards.sheet import sheets

_TEMPLATES: Final = Path(__file__).parent / "templates"


def to_html(deck: Deck, languages: tuple[str, ...], per_page: int) -> str:
    """UTF-8 text, the same for the same deck."""
    import jinja2  # noqa: PLC0415 - only printing needs it
    from markupsafe import Markup  # noqa: PLC0415

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    css = (_TEMPLATES / "cards.css").read_text(encoding="utf-8")
    pages = sheets(deck, languages, per_page)
    for page in pages:
        code = base64.b64encode(page["card"]["qr"].encode()).decode()
        page["card"]["qr"] = f"data:image/svg+xml;base64,{code}" if code else ""
    return environment.get_template("cards.html.j2").render(
        pages=pages,
        per_page=per_page,
        language=languages[0],
        css=Markup(css),  # noqa: S704 - a file of ours, not anybody's input
        css_hash=base64.b64encode(hashlib.sha256(css.encode()).digest()).decode(),
    )
