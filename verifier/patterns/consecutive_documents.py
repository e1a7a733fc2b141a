"""One booking of strangers whose documents were issued one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ledger.text import Text
from verifier.patterns.allowed import evidence, marked
from verifier.patterns.pattern import Bounds, Numbers, Pattern
from verifier.patterns.tables import IbisTable, Span, Tables

_MEASURES: Final = ("links", "travellers")


def _rows(tables: Tables, span: Span, numbers: Numbers) -> IbisTable:
    rows = tables.crossed(span, "booking_key", "document_key", "party_key", "direction")
    sizes = rows.group_by("booking_key").agg(
        travellers=rows.document_key.nunique(), lowest=rows.party_key.min(), highest=rows.party_key.max()
    )
    # a booking of one party, as families make them, has no strangers in it
    sizes = sizes.filter(sizes.travellers > numbers["least_links"], sizes.lowest != sizes.highest)
    rows = marked(rows.semi_join(sizes, "booking_key"), tables)
    following = rows.select(
        next_booking="booking_key",
        next_document="document_key",
        next_direction="direction",
        next_party="party_key",
        next_id="crossing_id",
        next_at_s="crossed_at_s",
    )
    links = rows.join(
        following,
        [
            rows.booking_key == following.next_booking,
            rows.direction == following.next_direction,
            rows.document_next_key == following.next_document,
            rows.party_key != following.next_party,
        ],
    )
    is_open = ~links.is_allowed
    groups = links.group_by("booking_key").agg(
        links=links.document_key.nunique(),
        open_links=links.document_key.nunique(where=is_open),
        first_id=links.crossing_id.min(),
    )
    groups = groups.filter(groups.links >= numbers["least_links"]).join(sizes, "booking_key")
    groups = groups.mutate(is_suppressed=groups.open_links < numbers["least_links"])
    found = links.join(groups, "booking_key")
    links_counted = found.is_suppressed.ifelse(found.links, found.open_links)
    same = {"subject": found.booking_key.cast("string"), "links": links_counted, "travellers": found.travellers}
    found = evidence(found)
    lower = found.select("is_suppressed", "crossing_id", "crossed_at_s", **same)
    upper = found.filter(~found.is_suppressed).select(
        "is_suppressed", crossing_id=found.next_id, crossed_at_s=found.next_at_s, **same
    )
    return lower.union(upper.select(lower.columns)).distinct()


def _sentence(counts: Mapping[str, int]) -> Text:
    links, travellers = counts["links"], counts["travellers"]
    return Text(
        id=f"Dalam satu pemesanan {travellers} orang, {links} pasang dokumen bernomor urut walau pemegangnya tercatat "
        "tidak saling kenal.",
        en=f"In one booking of {travellers}, {links} pairs of documents follow each other in number although their "
        "holders are recorded as strangers.",
    )


CONSECUTIVE_DOCUMENTS: Final = Pattern(
    pattern_id="consecutive_documents",
    name=Text(id="Nomor dokumen berurutan dalam satu pemesanan", en="Consecutive document numbers in one booking"),
    innocent=Text(
        id="Rombongan yang mengurus paspor bersama: jemaah, karyawan, tim olahraga, keluarga besar.",
        en="Groups that applied together: group tours, staff, sports teams, large families.",
    ),
    numbers={"least_links": Bounds(1, 50)},
    measures=_MEASURES,
    rows=_rows,
    sentence=_sentence,
)
