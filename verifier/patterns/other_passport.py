"""The same person leaves on one passport and comes back on another, again and again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import ibis

from ledger.text import Text
from verifier.patterns.ground import Ground
from verifier.patterns.pattern import Bounds, Numbers, Pattern
from verifier.patterns.tables import IbisTable

_NO: Final = ibis.literal(value=False)


def _rows(ground: Ground, numbers: Numbers) -> IbisTable:
    rows = ground.tables.crossed(ground.span, "person_key", "document_key", "direction")
    rows = rows.select("crossing_key", "crossed_at_s", "direction", "person_key", "document_key")
    several = rows.group_by("person_key").agg(lowest=rows.document_key.min(), highest=rows.document_key.max())
    rows = rows.semi_join(several.filter(several.lowest != several.highest), "person_key")
    order = [rows.crossed_at_s, rows.crossing_key]
    window = ibis.window(group_by="person_key", order_by=order)
    rows = rows.mutate(
        before_document=rows.document_key.lag().over(window),
        before_direction=rows.direction.lag().over(window),
        uses=rows.crossing_key.count().over(ibis.window(group_by=["person_key", "document_key"])),
        outward=rows.direction.first().over(ibis.cumulative_window(group_by="person_key", order_by=order)),
    )
    # a new passport between two journeys is a renewal; a change in the middle of a journey is not
    is_switch = (
        rows.before_document.notnull()
        & (rows.before_document != rows.document_key)
        & (rows.before_direction == rows.outward)
        & (rows.direction != rows.outward)
        # what brings its holder home once may be an emergency document
        & (rows.uses >= numbers["least_uses"])
    )
    # one person cannot leave twice in a row: where that happens, it is mostly two who share name and birth date
    is_repeat = (rows.before_direction == rows.direction).fill_null(_NO)
    rows = rows.mutate(is_switch=is_switch.ifelse(1, 0), is_repeat=is_repeat.ifelse(1, 0))
    groups = rows.group_by("person_key").agg(
        switches=rows.is_switch.sum(), repeats=rows.is_repeat.sum(), documents=rows.document_key.nunique()
    )
    groups = groups.filter(
        groups.switches >= numbers["least_switches"],
        groups.documents <= numbers["most_documents"],
        groups.repeats * 100 <= groups.switches * numbers["most_repeats_percent"],
    )
    found = rows.join(groups, "person_key")
    return found.select(
        "switches",
        "documents",
        "crossing_key",
        "crossed_at_s",
        subject=found.person_key.cast("string"),
        is_suppressed=ibis.literal(value=False),
    )


def _sentence(counts: Mapping[str, int]) -> Text:
    switches, documents = counts["switches"], counts["documents"]
    return Text(
        id=f"Orang yang sama {switches} kali pergi dengan satu paspor dan kembali dengan paspor lain "
        f"({documents} paspor).",
        en=f"The same person left on one passport and came back on another {switches} times ({documents} passports).",
    )


OTHER_PASSPORT: Final = Pattern(
    pattern_id="other_passport",
    name=Text(id="Orang yang sama dengan paspor lain", en="The same person on another passport"),
    innocent=Text(
        id="Paspor diganti di luar negeri, kewarganegaraan ganda, dan orang bernama serta bertanggal lahir sama.",
        en="A passport replaced abroad, two citizenships, and people who share both name and birth date.",
    ),
    numbers={
        "least_switches": Bounds(1, 20),
        "least_uses": Bounds(1, 20),
        "most_documents": Bounds(2, 20),
        "most_repeats_percent": Bounds(0, 200),
    },
    measures=("switches", "documents"),
    rows=_rows,
    sentence=_sentence,
)
