"""One account or card pays for many travellers who are strangers to each other and do not come back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ledger.text import Text
from verifier.patterns.ground import Ground
from verifier.patterns.pattern import Bounds, Numbers, Pattern
from verifier.patterns.shared_key import MEASURES, Shared, shared
from verifier.patterns.tables import IbisTable

SHARED_NUMBERS: Final = {
    "least_unrelated": Bounds(3, 1000),
    "window_days": Bounds(1, 365),
    "return_days": Bounds(1, 365),
    "least_unreturned_percent": Bounds(0, 100),
    "most_allowed_percent": Bounds(0, 99),
}


def _rows(ground: Ground, numbers: Numbers) -> IbisTable:
    rows = ground.departures.filter(ground.departures.payer_key.notnull())
    return shared("same_payer", rows.mutate(subject_key=rows.payer_key), ground, Shared(**numbers))


def _sentence(counts: Mapping[str, int]) -> Text:
    travellers, unrelated, unreturned = counts["travellers"], counts["unrelated"], counts["unreturned"]
    return Text(
        id=f"Satu pembayar membiayai {travellers} keberangkatan dari {unrelated} kelompok yang tidak saling terkait; "
        f"{unreturned} kelompok belum tercatat kembali.",
        en=f"One payer paid for {travellers} departures of {unrelated} parties that are strangers to each other; "
        f"{unreturned} of them have not been seen coming back.",
    )


SAME_PAYER: Final = Pattern(
    pattern_id="same_payer",
    name=Text(
        id="Pembayar yang sama untuk pelintas yang tidak saling terkait", en="Same payer for unrelated travellers"
    ),
    innocent=Text(
        id="Pemberi kerja, lembaga penempatan berizin, yayasan beasiswa, dan keluarga besar melakukan hal yang sama.",
        en="Employers, licensed placement agencies, scholarship funds and large families do the same.",
    ),
    numbers=SHARED_NUMBERS,
    measures=MEASURES,
    rows=_rows,
    sentence=_sentence,
)
