"""`lintas cards`: printable cards for travellers, families and the public, with the numbers of those who help."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from console.cli.plain import plain
from console.cli.session import session_of, told_plainly
from ledger.text import Text

_STALE = Text(
    id="nomor ini sudah waktunya diperiksa ulang sebelum dicetak", en="due for review: ring it before you print"
)


class CardFormat(Enum):
    """PDF is for printers, HTML for screens, and for printing where nothing else is there."""

    PDF = "pdf"
    HTML = "html"


class CardLanguage(Enum):
    """BOTH: a page of each card in either language, front and back of one sheet when printed on two sides."""

    INDONESIAN = "id"
    ENGLISH = "en"
    BOTH = "both"

    @property
    def codes(self) -> tuple[str, ...]:
        """As the texts have them."""
        return ("id", "en") if self is CardLanguage.BOTH else (self.value,)


def cards(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", dir_okay=False, help="Where to write.")] = Path(
        "cards.pdf"
    ),
    form: Annotated[CardFormat | None, typer.Option("--format", help="By the end of the name, if not given.")] = None,
    card_language: Annotated[
        CardLanguage, typer.Option("--cards-in", help="Language of the cards.")
    ] = CardLanguage.BOTH,
    per_page: Annotated[int, typer.Option("--per-page", help="4 (A6) or 8 (A7) cards on a page of A4.")] = 4,
    card: Annotated[
        list[str] | None, typer.Option("--card", help="Only this card; may be given several times.")
    ] = None,
    show: Annotated[bool, typer.Option("--list", help="Only say which cards there are.")] = False,
) -> None:
    """Print cards: what to look out for, and whom to ring. Numbers come from LINTAS_REFERRAL_DIRECTORY.

    Example: lintas cards --out cards.pdf --per-page 8 --card your-rights
    """
    session = session_of(context)
    if per_page not in {4, 8}:
        raise typer.BadParameter("4 or 8", param_hint="--per-page")
    # here, not above: `lintas --help` need not load what sets pages
    from console.cards.deck import load_deck  # noqa: PLC0415
    from console.cards.html import to_html  # noqa: PLC0415
    from console.cards.pdf import to_pdf  # noqa: PLC0415
    from console.protection import directory_of  # noqa: PLC0415

    with told_plainly():
        directory = directory_of(session.settings)
        deck = load_deck(directory).only(tuple(card or ()))
        if show:
            for each in deck.cards:
                session.out.print(f"[bold]{each.card_id}[/]  {plain(session.say(each.title))}")
            return
        chosen = form or (CardFormat.HTML if out.suffix.lower() in {".html", ".htm"} else CardFormat.PDF)
        if chosen is CardFormat.PDF:
            made = to_pdf(deck, card_language.codes, per_page)
        else:
            made = to_html(deck, card_language.codes, per_page).encode()
    try:
        out.write_bytes(made)
    except OSError as error:
        raise typer.BadParameter(f"{out}: {error.strerror}", param_hint="--out") from None
    for service in directory.stale(datetime.now(UTC).date()):
        session.err.print(f"[yellow]! {plain(service.service_id)}: {session.say(_STALE)}[/]")
    pages = len(deck.cards) * len(card_language.codes)
    session.out.print(f"{plain(str(out))}: {pages} page{'s' * (pages > 1)}, {per_page} cards on each")
