"""An agency without an allowance sends many travellers who are strangers to each other and do not come back."""

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
    rows = ground.departures.filter(ground.departures.agency_id.notnull())
    return shared("same_agency", rows.mutate(subject_key=rows.agency_id), ground, Shared(**numbers))


def _sentence(counts: Mapping[str, int]) -> Text:
    travellers, unrelated, unreturned = counts["travellers"], counts["unrelated"], counts["unreturned"]
    return Text(
        id=f"Satu agen memberangkatkan {travellers} pelintas dari {unrelated} kelompok yang tidak saling terkait; "
        f"{unreturned} kelompok belum tercatat kembali.",
        en=f"One agency sent {travellers} travellers of {unrelated} parties that are strangers to each other; "
        f"{unreturned} of them have not been seen coming back.",
    )


SAME_AGENCY: Final = Pattern(
    pattern_id="same_agency",
    name=Text(id="Agen yang sama untuk pelintas yang tidak saling terkait", en="Same agency of unrelated travellers"),
    innocent=Text(
        id="Lembaga penempatan dan biro berizin memberangkatkan orang yang tinggal lama; catat izinnya.",
        en="Licensed placement agencies send people who stay for years; record their licences as allowances.",
    ),
    numbers=SHARED_NUMBERS,
    measures=MEASURES,
    rows=_rows,
    sentence=_sentence,
)
