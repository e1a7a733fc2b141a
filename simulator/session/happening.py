"""What a trainer lets happen in the middle of a case: the kinds that the exercise engine knows, and what is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final

from ledger.errors import invalid_field
from ledger.text import Text

LONGEST_WORDS: Final = 300


class Kind(Enum):
    """The first five change something for the trainee; the others are heard and no more."""

    LINK_DOWN = "link_down"  # later scans say so
    LINK_UP = "link_up"
    LIST_STALE = "list_stale"  # amount: hours; entries that came later are missing from then on
    COMPANION_APPEARS = "companion_appears"  # nobody is alone now; separating is offered again, at no cost
    QUEUE_GROWS = "queue_grows"  # amount: people more
    PHONE_CALL = "phone_call"
    HOTLINE_CALLS_BACK = "hotline_calls_back"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happens. `amount` is 0 for kinds that need none; `words` are the trainer's own, '' for none."""

    kind: Kind
    amount: int = 0
    words: str = ""

    def __post_init__(self) -> None:
        """Raises LintasError for an amount out of bounds, or words that are too long or not plain."""
        least, most = AMOUNTS.get(self.kind, (0, 0))
        if not least <= self.amount <= most:
            raise invalid_field("inject.amount", f"{least} to {most} for this kind")
        if len(self.words) > LONGEST_WORDS or not self.words.isprintable():
            raise invalid_field("inject.words", f"at most {LONGEST_WORDS} characters on one line")

    @property
    def told(self) -> Text:
        """What trainees read, without the trainer's own words."""
        text = _TOLD[self.kind]
        return Text(id=text.id.format(amount=self.amount), en=text.en.format(amount=self.amount))


AMOUNTS: Final[Mapping[Kind, tuple[int, int]]] = MappingProxyType(
    {Kind.LIST_STALE: (1, 240), Kind.QUEUE_GROWS: (1, 200)}
)

_TOLD: Final[Mapping[Kind, Text]] = MappingProxyType(
    {
        Kind.LINK_DOWN: Text(
            id="Sambungan ke pusat terputus. Pemindaian berikutnya memakai salinan setempat.",
            en="The link to the centre is lost. Scans from now on use the local copy.",
        ),
        Kind.LINK_UP: Text(id="Sambungan ke pusat pulih.", en="The link to the centre is back."),
        Kind.LIST_STALE: Text(
            id="Daftar pantau di pos ini sudah {amount} jam tidak diperbarui.",
            en="The post's watchlist has not been renewed for {amount} hours.",
        ),
        Kind.COMPANION_APPEARS: Text(
            id="Seorang pendamping datang ke loket: pelintas tidak sendirian lagi.",
            en="A companion comes up to the counter: the traveller is no longer alone.",
        ),
        Kind.QUEUE_GROWS: Text(
            id="Sebuah rombongan tiba: {amount} orang lagi mengantre.",
            en="A group arrives: {amount} more people are waiting.",
        ),
        Kind.PHONE_CALL: Text(
            id="Telepon berdering: kepala regu menanyakan perkembangan kasus ini.",
            en="The telephone rings: the shift leader asks how this case stands.",
        ),
        Kind.HOTLINE_CALLS_BACK: Text(
            id="Layanan darurat menelepon balik: pendamping dapat datang dalam setengah jam. Amankah sampai saat itu?",
            en="The hotline calls back: a counsellor can be here in half an hour. Is the person safe until then?",
        ),
    }
)
