"""A contact that nobody named before is suddenly named by many strangers within days."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ledger.text import Text
from verifier.patterns.ground import Ground
from verifier.patterns.pattern import Bounds, Numbers, Pattern
from verifier.patterns.same_payer import SHARED_NUMBERS
from verifier.patterns.shared_key import MEASURES, Shared, shared
from verifier.patterns.tables import IbisTable


def _rows(ground: Ground, numbers: Numbers) -> IbisTable:
    return shared("contact_burst", ground.named, ground, Shared(**numbers))


def _sentence(counts: Mapping[str, int]) -> Text:
    peak, travellers = counts["peak"], counts["travellers"]
    return Text(
        id=f"Kontak yang sebelumnya tidak dikenal disebut oleh {peak} kelompok yang tidak saling terkait dalam "
        f"beberapa hari ({travellers} keberangkatan).",
        en=f"A contact that was unknown before was named by {peak} parties that are strangers to each other within "
        f"days ({travellers} departures).",
    )


CONTACT_BURST: Final = Pattern(
    pattern_id="contact_burst",
    name=Text(id="Lonjakan pelintas ke satu kontak", en="Burst of travellers to one contact"),
    innocent=Text(
        id="Undangan pernikahan, konferensi, dan penginapan baru terlihat sama sampai para tamunya pulang.",
        en="Weddings, conferences and new guest houses look the same until their guests have gone home.",
    ),
    numbers={**SHARED_NUMBERS, "quiet_days": Bounds(7, 365), "most_before": Bounds(0, 1000)},
    measures=MEASURES,
    rows=_rows,
    sentence=_sentence,
)
