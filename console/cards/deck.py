"""The cards: their texts, and the numbers that the referral directory has for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from importlib import resources
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ledger.errors import invalid_field
from ledger.text import Text
from verifier.indicators.marked_yaml import parse
from verifier.indicators.policy_rows import WordsRow
from verifier.referral.directory import ContactKind, Directory, Serves, Service

_DIALABLE: Final = frozenset({ContactKind.PHONE, ContactKind.WHATSAPP})
_COUNTRY_CODE: Final = "62"


class Audience(Enum):
    """Whom a card speaks to."""

    TRAVELLERS = "travellers"
    PUBLIC = "public"
    FAMILIES = "families"


@dataclass(frozen=True, slots=True)
class Number:
    """One service on a card: what to dial, who answers, and a second way to reach them."""

    dial: str
    name: Text
    whatsapp: str = ""

    @property
    def chat_link(self) -> str:
        """Opens a chat; '' without WhatsApp. The number is taken as one of Indonesia where it starts with 0."""
        digits = re.sub(r"\D", "", self.whatsapp)
        if not digits:
            return ""
        return f"https://wa.me/{_COUNTRY_CODE + digits[1:] if digits.startswith('0') else digits}"


@dataclass(frozen=True, slots=True)
class Card:
    """One card, whole: texts in both languages, and its numbers."""

    card_id: str
    audience: Audience
    label: Text
    title: Text
    lead: Text
    points: tuple[Text, ...]
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """All cards; `checked_on` is when the oldest of their numbers was checked."""

    cards: tuple[Card, ...]
    help: Text
    scan: Text
    checked: Text
    checked_on: date

    def only(self, ids: tuple[str, ...]) -> Deck:
        """Those cards, in the deck's order. Raises LintasError naming an id that there is not."""
        known = [card.card_id for card in self.cards]
        for each in ids:
            if each not in known:
                raise invalid_field("card", f"one of {', '.join(known)}")
        chosen = tuple(card for card in self.cards if card.card_id in ids) if ids else self.cards
        return Deck(chosen, self.help, self.scan, self.checked, self.checked_on)


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _CardRow(_Row):
    id: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
    audience: Audience
    serves: Annotated[tuple[Serves, ...], Field(min_length=1)]
    title: WordsRow
    lead: WordsRow
    points: Annotated[tuple[WordsRow, ...], Field(min_length=3, max_length=6)]


class _File(_Row):
    help: WordsRow
    scan: WordsRow
    checked: WordsRow
    audiences: dict[Audience, WordsRow]
    cards: Annotated[tuple[_CardRow, ...], Field(min_length=1)]


def load_deck(directory: Directory) -> Deck:
    """The packaged texts with the directory's numbers.

    Raises LintasError: POLICY_INVALID for a spoilt file, SERVICE_UNKNOWN where nobody is there to ring.
    """
    source = resources.files("console.cards") / "cards.yaml"
    document = parse(source.name, source.read_text(encoding="utf-8"))
    try:
        file = _File.model_validate(document.data)
    except ValidationError as error:
        first = error.errors()[0]
        raise document.error(tuple(first["loc"]), first["msg"]) from error
    services = directory.on_cards()
    return Deck(
        cards=tuple(_card(row, file, services) for row in file.cards),
        help=file.help.text,
        scan=file.scan.text,
        checked=file.checked.text,
        checked_on=min((each.reviewed_on for each in services), default=date.min),
    )


def _card(row: _CardRow, file: _File, services: tuple[Service, ...]) -> Card:
    numbers = tuple(
        number
        for each in services
        if not set(row.serves).isdisjoint(each.serves) and (number := _number(each)) is not None
    )
    if not numbers:
        raise invalid_field(
            "referral_directory", "no service with a number and a place on cards", reason="SERVICE_UNKNOWN"
        )
    return Card(
        card_id=row.id,
        audience=row.audience,
        label=file.audiences[row.audience].text,
        title=row.title.text,
        lead=row.lead.text,
        points=tuple(point.text for point in row.points),
        numbers=numbers,
    )


def _number(service: Service) -> Number | None:
    dialable = [contact for contact in service.contacts if contact.kind in _DIALABLE]
    if not dialable:
        return None
    phone = next((each.value for each in dialable if each.kind is ContactKind.PHONE), "")
    chat = next((each.value for each in dialable if each.kind is ContactKind.WHATSAPP), "")
    return Number(phone or chat, service.short_name or service.name, chat)
