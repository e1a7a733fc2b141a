"""One telephone or address is given by many travellers who are strangers to each other and do not come back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ledger.text import Text
from verifier.patterns.ground import Ground
from verifier.patterns.pattern import Numbers, Pattern
from verifier.patterns.same_payer import SHARED_NUMBERS
from verifier.patterns.shared_key import MEASURES, Shared, shared
from verifier.patterns.tables import IbisTable


def _rows(ground: Ground, numbers: Numbers) -> IbisTable:
    return shared("same_contact", ground.named, ground, Shared(**numbers))


def _sentence(counts: Mapping[str, int]) -> Text:
    travellers, unrelated, unreturned = counts["travellers"], counts["unrelated"], counts["unreturned"]
    return Text(
        id=f"Satu kontak disebut pada {travellers} keberangkatan dari {unrelated} kelompok yang tidak saling terkait; "
        f"{unreturned} kelompok belum tercatat kembali.",
        en=f"One contact was named in {travellers} departures of {unrelated} parties that are strangers to each other; "
        f"{unreturned} of them have not been seen coming back.",
    )


SAME_CONTACT: Final = Pattern(
    pattern_id="same_contact",
    name=Text(
        id="Kontak yang sama untuk pelintas yang tidak saling terkait", en="Same contact of unrelated travellers"
    ),
    innocent=Text(
        id="Hotel, asrama, kampus, dan agen berizin memberikan nomor yang sama kepada banyak orang.",
        en="Hotels, dormitories, universities and licensed agencies give one number to many people.",
    ),
    numbers=SHARED_NUMBERS,
    measures=MEASURES,
    rows=_rows,
    sentence=_sentence,
)
